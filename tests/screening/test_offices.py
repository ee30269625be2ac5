import pytest

from secondsource.screening.screen import screen
from tests.screening.makers import entry, index, subject


def hit_of(said: str, listed: str, *, remarks: str = "") -> tuple[float, str]:
    """The score of a short name's hit with these offices, and the reason that speaks of them, blank without one."""
    offices = [listed] if listed else []
    found = screen(
        index(entry("Rudolf Hentzau Tarlenheim", offices=offices, remarks=remarks)),
        subject("R. Hentzau", offices=[said] if said else []),
        least=0.1,
    )
    return found[0].score, next((line for line in found[0].because if "office" in line), "")


@pytest.mark.parametrize(
    ("said", "listed", "reason"),
    [
        ("vice-chairman", "Vice Chairman of the Crown Council", "office agrees: “vice-chairman”"),
        ("colonel", "Commander of the Third Brigade", "offices of one field (military)"),
        ("генерал-полковник", "Commander of the Third Brigade", "offices of one field (military)"),
        ("국방상", "Minister of Defence", "offices of one field (military)"),
        ("violinist", "Commander of the Third Brigade", ""),
        ("actor", "Commander of the Third Brigade", "against it: office is “actor”; the list says “Commander"),
    ],
)
def test_an_office_agrees_by_its_words_or_its_field_and_disagrees_by_its_field(said: str, listed: str, reason: str):
    _, found = hit_of(said, listed)

    assert found.startswith(reason)
    assert bool(found) == bool(reason)


def test_the_score_follows_the_office():
    agrees, unknown, differs = (hit_of(said, "Chamberlain, general")[0] for said in ("chamberlain", "", "actor"))

    assert agrees > unknown > differs


def test_ranks_that_stand_in_every_office_are_no_agreement():
    assert hit_of("deputy head", "Deputy head of the Crown Council")[1] == ""


def test_the_lists_remarks_can_agree_and_cannot_disagree():
    assert "remarks" in hit_of("general", "", remarks="Was a general of the guard.")[1]
    assert hit_of("actor", "", remarks="Was a general of the guard.")[1] == ""


def test_a_long_office_is_cut_in_the_reason():
    _, found = hit_of("actor", "Commander of the brigade " + "and of the guard " * 40)

    assert len(found) < 250
