"""What differs between two versions: put together again, it gives each of them."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.publishing.changes import Change, ChangeKind, changes
from secondsource.publishing.shown_sentences import shown_sentences

WORDS = ("the", "port", "is", "closed", "open", "on", "Sunday", "7", "9")
SENTENCES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))


def told(change: Change, *kinds: ChangeKind) -> str:
    return " ".join(words.text for words in change.words if words.kind in kinds)


def test_a_changed_word_stands_beside_the_one_it_replaces():
    found = changes(["The port closed on Sunday.", "Same."], ["The port closed on Monday.", "Same.", "New one."])

    assert [[(words.kind, words.text) for words in change.words] for change in found] == [
        [("kept", "The port closed on"), ("gone", "Sunday."), ("new", "Monday.")],
        [("new", "New one.")],
    ]


@given(before=SENTENCES, after=SENTENCES)
def test_what_is_kept_and_gone_is_the_old_version_and_what_is_kept_and_new_the_new(
    before: list[list[str]], after: list[list[str]]
):
    one, other = [" ".join(each) for each in before], [" ".join(each) for each in after]
    found = changes(one, other)
    gone = [words for change in found if (words := told(change, ChangeKind.KEPT, ChangeKind.GONE))]
    came = [words for change in found if (words := told(change, ChangeKind.KEPT, ChangeKind.NEW))]

    assert in_order(gone, one)
    assert in_order(came, other)
    assert bool(found) == (one != other)


def in_order(few: list[str], many: list[str]) -> bool:
    left = iter(many)
    return all(each in left for each in few)


def test_a_page_gives_its_sentences_without_numbers_of_citations_and_captured_words():
    page = (
        "<html><head><title>t</title><style>p{}</style></head><body><nav>Contents</nav><main><h2>What</h2><ul><li>It "
        '<b>is</b>&amp; <bdi>so</bdi>. <span class="cites"><a href="#r1">1</a></span></li></ul><p>Made<br>now.</p>'
        '<section aria-labelledby="captured"><p>Captured.</p></section></main><footer>f</footer></body></html>'
    )

    assert shown_sentences(page) == ["What", "It is& so.", "Made now."]
