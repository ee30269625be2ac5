"""How far a content reaches."""

from tests.reading.statement_makers import statements_of, words


def contents(text: str) -> dict[str | None, list[str]]:
    return {statement.speaker_name: words(text, statement.content) for statement in statements_of(text)}


def test_a_clause_that_another_says_is_not_the_first_speakers():
    text = (
        "The North has sent four trawlers to Russia, state media reported on Wednesday, a step which Japan said would "
        "be a breach of sanctions."
    )

    assert contents(text)["state media"][0] == "The North has sent four trawlers to Russia"
    assert not any("would be a breach" in piece for piece in contents(text)["state media"])


def test_who_closes_the_sentence_says_all_of_it():
    text = (
        "By buying the shells Oslo breaks the resolutions, which forbid any transfer of arms, Foreign Minister Anna "
        "Berg told the press."
    )

    assert contents(text)["Anna Berg"] == [
        "By buying the shells Oslo breaks the resolutions, which forbid any transfer of arms"
    ]


def test_whom_a_report_cites_says_nothing_by_that():
    text = "A delegation has left the capital, Reuters reported on Tuesday, citing KCNA."

    assert list(contents(text)) == ["Reuters"]


def test_a_sentence_before_or_after_without_marks_is_the_reports_own():
    text = "Rain fell all day. The port is closed, the ministry said. The storm has lasted three days."

    assert list(contents(text).values()) == [["The port is closed"]]
