from secondsource.model.ids import ReportId
from secondsource.model.reading import Upstream, UpstreamKind
from secondsource.model.report import Report, Section, SectionKind
from secondsource.reading.sources.upstream import find_upstream
from secondsource.reading.statements.find import find_statements
from tests.reading.statement_makers import body, laid_out


def upstream_of(report: Report) -> tuple[Upstream, ...]:
    page, naming, heads = laid_out(report)
    return find_upstream(page, naming, find_statements(page, naming, heads))


def names(text: str, *, outlet: str | None = None) -> dict[str, UpstreamKind]:
    return {source.name: source.kind for source in upstream_of(body(text, outlet=outlet))}


def test_an_agency_that_is_cited_is_upstream_under_its_canonical_name():
    assert names("The delegation left on Monday, the Korean Central News Agency said.") == {"KCNA": UpstreamKind.AGENCY}


def test_a_tracker_whose_data_confirm_is_a_sensor():
    text = "A plane landed in Pyongyang. Data from the flight tracking website Flight Radar 24 confirmed this."

    assert names(text) == {"Flightradar24": UpstreamKind.SENSOR}


def test_a_spokesperson_stands_for_the_body():
    text = "Matthew Hill, a spokesperson for the U.S. Department of State, said that the visit was watched closely."

    assert list(names(text).values()) == [UpstreamKind.OFFICIAL]


def test_an_expert_is_a_speaker_and_not_upstream():
    assert names("The visit is a signal, David Hill, a fellow at a research centre, said.") == {}


def test_the_outlet_itself_is_never_its_own_upstream():
    assert names("A plane landed in Pyongyang, Yonhap reported.", outlet="Yonhap News Agency") == {}


def test_state_media_belong_to_the_agency_of_the_same_state_that_is_named():
    text = "The delegation left, North Korean state media said. It is made up of teachers, according to KCNA."

    (source,) = upstream_of(body(text))

    assert source.name == "KCNA"
    assert len(source.spans) == 2


def test_state_media_of_an_untold_state_keep_their_words():
    assert names("The delegation left on Monday, state media reported.") == {"state media": UpstreamKind.OUTLET}


def test_a_name_does_not_reach_over_a_comma_to_the_state_media_after_it():
    assert "Russian state media" not in names("The delegation left for Russia, state media reported.")


def test_an_agency_in_the_credit_line_is_upstream():
    text = "The port is closed because of the storm.\n\n(Yonhap)"
    start = text.index("(Yonhap)")
    sections = (
        Section(kind=SectionKind.BODY, start=0, end=start - 2),
        Section(kind=SectionKind.CREDIT, start=start, end=len(text)),
    )
    report = Report(id=ReportId("r1"), text=text, language="en", outlet="The Example Herald", sections=sections)

    assert [source.name for source in upstream_of(report)] == ["Yonhap"]


def test_every_span_of_a_source_shows_its_words():
    text = "KCNA said the delegation left. According to KCNA it is made up of teachers."

    (source,) = upstream_of(body(text))

    assert all(span.of(text) == "KCNA" for span in source.spans)


def test_sources_that_will_not_be_named_are_anonymous():
    kinds = names("Diplomatic sources said the talks had failed.")

    assert list(kinds.values()) == [UpstreamKind.ANONYMOUS]
