import io

import pytest
from rich.console import Console

from secondsource.cli.dossier_view import show_dossier
from secondsource.dossier.assemble import assemble
from secondsource.model.dossier import Dossier
from secondsource.model.linked import Linked
from tests.dossier.makers import MADE_AT, alone, dossier, linked_report, linked_statement, reading, report


def drawn(made: Dossier, *, width: int = 80, terminal: bool = False) -> str:
    file = io.StringIO()
    console = Console(
        file=file, width=width, force_terminal=terminal, no_color=True, markup=False, emoji=False, highlight=False
    )
    show_dossier(made, console)
    return file.getvalue()


def test_the_answer_stands_before_everything_it_rests_on():
    assert drawn(dossier()).splitlines()[:3] == [
        "Delegation leaves for Russia",
        "3 reports, all of which go back to KCNA: 3 independent origins.",
        "News as of 9 July 2024. Made 10 July 2024, 06:30 UTC.",
    ]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(width: int):
    console = Console(width=width)
    for line in drawn(dossier(), width=width).splitlines():
        assert console.measure(line).maximum <= width
        assert line == line.rstrip()


def test_without_colours_every_stance_is_still_a_word():
    told = drawn(dossier(), terminal=True)

    assert all(stance in told for stance in ("= asserted", "= conditional", "= possible"))


def test_a_speaker_stands_with_office_exact_words_and_the_report():
    lines = drawn(dossier()).splitlines()
    at = lines.index("  Park Ji-ho, spokesperson, foreign ministry")

    assert lines[at + 1] == "    “Any help would break the resolutions,”"
    assert lines[at + 2].startswith("      = conditional · direct quotation · to the Post [2]")


def test_every_part_of_the_dossier_has_its_heading():
    lines = drawn(dossier()).splitlines()

    for heading in (
        "What happened",
        "Who has it from whom",
        "Who said what",
        "Conditional or guessed, and whose (none of it is fact)",
        "What sensors are said to show",
        "Who has not said what",
        "Contradictions",
        "Not known",
        "Not read as news",
        "Who made the reports (no sources)",
        "The reports",
    ):
        assert heading in lines


def test_the_numbers_in_brackets_are_those_of_the_list_at_the_end():
    assert "  [1]  KCNA, 9 July 2024, Delegation leaves" in drawn(dossier()).splitlines()


def test_words_from_outside_cannot_move_the_cursor():
    text = "Ships\x1b[2J left [bold]now[/bold] :smile:"
    made = assemble(*alone(text, outlet="\x1b]0;Evil\x07 Post"), made_at=MADE_AT)

    told = drawn(made)

    assert "\x1b" not in told
    assert "\x07" not in told
    assert "[bold]now[/bold] :smile:" in told


def test_a_speaker_of_many_sayings_is_cut_short_and_says_so():
    text = "One. Two. Three. Four. Five."
    one = report("a", text)
    said = tuple(linked_statement(one, word, speaker="Kim") for word in ("One", "Two", "Three", "Four", "Five"))
    linked = Linked(reports=(linked_report(one, statements=said),), events=())
    made = assemble(linked, [one], [reading(one)], made_at=MADE_AT)

    told = drawn(made)

    assert "Three" in told
    assert "… and 2 more sayings" in told


def test_it_is_drawn_on_standard_output_by_default(capsys: pytest.CaptureFixture[str]):
    show_dossier(dossier())

    assert "Delegation leaves for Russia" in capsys.readouterr().out
