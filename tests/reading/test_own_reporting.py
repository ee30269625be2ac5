from secondsource.reading.sources.own_reporting import has_own_reporting
from secondsource.reading.sources.upstream import find_upstream
from secondsource.reading.statements.find import find_statements
from tests.reading.statement_makers import body, laid_out


def own(text: str, outlet: str) -> bool:
    page, naming, heads = laid_out(body(text, outlet=outlet))
    statements = find_statements(page, naming, heads)
    return has_own_reporting(page, naming, statements, find_upstream(page, naming, statements))


def test_somebody_who_told_the_outlet_makes_its_own_reporting():
    assert own("The ship is armed, Anna Berg told RFA Korean.", "RFA")


def test_somebody_who_told_another_outlet_does_not():
    assert not own("The ship is armed, Anna Berg told CNN.", "RFA")


def test_a_pure_repeat_has_no_reporting_of_its_own():
    assert not own("The ship left port on Monday, KCNA reported.", "The Korea Herald")


def test_a_body_of_the_outlets_own_country_speaks_to_its_desk():
    assert own(
        "South Korea's Unification Ministry said on Monday that the visit was being watched.", "The Korea Herald"
    )


def test_a_body_of_another_country_is_not_heard_first_hand():
    assert not own("South Korea's Unification Ministry said on Monday that the visit was being watched.", "TASS")


def test_an_outlets_own_reporter_is_a_witness():
    assert own("Two trucks crossed the bridge, a Reuters reporter said.", "Reuters")
