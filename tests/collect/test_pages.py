"""An HTML page comes in as its article, with its parts told apart."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.collect.page import read_page
from secondsource.collect.tag_scan import scan_page
from secondsource.model.errors import SecondSourceError
from secondsource.model.published import PublishedBasis
from secondsource.model.report import Report
from secondsource.text.credits import find_credits
from tests.collect.makers import page, take_failure, take_report
from tests.support import raises_code

PARAGRAPHS = (
    "<p>SEOUL, March 6, 2023 (Harbour) -- Two ships have lain at the pier since Monday, the"
    " ministry said in a note on its "
    '<a href="/notes/1">site</a>.</p>'
    "<p>“The list of the cargo was wrong in many places,” the spokesperson Jo Lane told reporters"
    " in the capital.</p>"
    "<h2>Second search to come</h2>"
    "<p>The owner of the ships did not answer questions, and the flag state said that it knew of"
    " nothing at all.</p>"
    '<figure><img src="b.jpg"><figcaption>A crane at the pier, March 5, 2023. (Cy'
    " Roe/AFP)</figcaption></figure>"
    "<ul><li>The Gull, 30,000 tonnes</li><li>The Tern, 28,000 tonnes</li></ul>"
    "<p>Data of a tracking service show that both ships had called at three other ports in the"
    " month before.</p>"
    "<p><em>Translated by Di Moe. Edited by Ed Fox.</em></p>"
)
HEAD = (
    "<title>Two ships held at the pier | Harbour Daily</title>"
    '<meta property="og:title" content="Two ships held at the pier">'
    '<meta property="og:site_name" content="Harbour Daily">'
    '<meta name="description" content="The note gives no reason."><meta name="author" content="Ann Poe">'
    '<link rel="canonical" href="https://example.org/news/ships">'
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished":'
    ' "2023-03-06T10:00:00+09:00"}]}</script>'
)
BODY = (
    '<div class="cookie-consent"><p>We use cookies to make this page better. Accept all cookies to'
    " go on.</p></div>"
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
    '<main><article><h1>Two ships held at the pier</h1><p class="standfirst">The note gives no reason.</p>'
    '<p class="byline">By Ann Poe and Bo Li</p>'
    '<figure><img src="a.jpg"><figcaption>The ships on Monday.<span class="credit">Dee'
    " Kay/Reuters</span></figcaption></figure>"
    f"<div>{PARAGRAPHS}</div></article>"
    '<section class="related"><h3>Related articles</h3><p>'
    '<a href="/1">An older story about a pier that is not this one</a></p></section>'
    '<section id="comments"><h3>Comments</h3>'
    "<p>I do not believe a word of what that ministry says about ships.</p></section></main>"
    "<footer><p>© 2023 Harbour Daily. All rights reserved.</p></footer>"
)


def report_of(source: str, tmp_path: Path) -> Report:
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    return take_report(tmp_path / "page.html")


def parts(report: Report) -> list[tuple[str, str]]:
    return [(str(s.kind), report.text[s.start : s.end]) for s in report.sections]


def test_a_page_falls_into_its_parts(tmp_path: Path):
    assert [kind for kind, _ in parts(report_of(page(BODY, head=HEAD), tmp_path))] == [
        "title", "standfirst", "byline", "caption", "dateline", "body", "body", "body", "caption",
        "body", "body", "body", "credit",
    ]  # fmt: skip


def test_captions_keep_their_words_and_credits(tmp_path: Path):
    report = report_of(page(BODY, head=HEAD), tmp_path)

    assert [words for kind, words in parts(report) if kind == "caption"] == [
        "The ships on Monday. Dee Kay/Reuters",
        "A crane at the pier, March 5, 2023. (Cy Roe/AFP)",
    ]
    assert ("photographer", "Dee Kay") in [(str(c.role), c.name) for c in find_credits(report.text, report.sections)]


@pytest.mark.parametrize("words", ["cookies", "Home", "older story", "believe", "All rights"])
def test_menus_banners_comments_and_other_pages_stay_out(tmp_path: Path, words: str):
    assert words not in report_of(page(BODY, head=HEAD), tmp_path).text


def test_what_the_page_says_of_itself_comes_through(tmp_path: Path):
    report = report_of(page(BODY, head=HEAD), tmp_path)

    assert (report.title, report.outlet) == ("Two ships held at the pier", "Harbour Daily")
    assert (report.url, report.language) == ("https://example.org/news/ships", "en")
    assert (report.published.edtf, report.published.basis) == ("2023-03-06T10:00:00+09:00", PublishedBasis.STATED)
    assert report.links == ("https://example.org/notes/1",)


def test_words_and_marks_around_a_link_stay_together(tmp_path: Path):
    assert "in a note on its site." in report_of(page(BODY, head=HEAD), tmp_path).text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-03-06">',
        '<meta name="pubdate" content="6 March 2023">',
        '<script type="application/ld+json">[{"@type": ["NewsArticle"], "datePublished": "2023-03-06"}]</script>',
    ],
)
def test_a_date_in_the_metadata_is_stated(tmp_path: Path, head: str):
    plain = page(
        f"<article><h1>Pier closed</h1>{'<p>The pier is closed, the ministry said today.</p>' * 4}</article>", head=head
    )

    published = report_of(plain, tmp_path).published

    assert (published.edtf, published.basis) == ("2023-03-06", PublishedBasis.STATED)


def test_two_times_that_differ_state_no_date(tmp_path: Path):
    times = '<time datetime="2023-03-06">6 March</time><time datetime="2023-03-07">7 March</time>'
    source = page(
        f"<article><h1>Pier closed</h1>{times}{'<p>The pier is closed, the ministry said today.</p>' * 4}</article>"
    )

    assert report_of(source, tmp_path).published.basis is PublishedBasis.UNKNOWN


def test_a_page_that_parts_its_paragraphs_with_line_breaks_is_read(tmp_path: Path):
    source = page(
        '<div id="gnb"><ul><li><a href="/">홈</a></li></ul></div><h1>부두 닫혀</h1>'
        '<div class="info">입력 2023-03-06 15:37</div>'
        "<div>(서울=항구통신) 홍길동 기자 = 항구의 부두가 닫혔다고 부처가 6일 밝혔다."
        "<br><br>대변인은 배 두 척이 부두에 있다고 말했다."
        "<br><br>배의 주인은 답하지 않았다.<br><br>hong@example.com</div>"
        "<div>저작권자 ⓒ 항구신문. 무단 전재 및 재배포 금지</div>",
        attributes='lang="ko"',
    )

    report = report_of(source, tmp_path)

    assert [kind for kind, _ in parts(report)] == ["title", "dateline", "byline", "body", "credit"]
    assert (report.published.edtf, report.language) == ("2023-03-06T15:37:00", "ko")


def test_an_old_page_without_closing_tags_is_read(tmp_path: Path):
    source = "<HTML><BODY BGCOLOR=white>" + "".join(
        f"<P>The pier is closed, the ministry said for the {nth} time on this day."
        for nth in ("first", "second", "third")
    )

    report = report_of(source, tmp_path)

    assert report.text.count("The pier is closed") == 3


def test_a_short_page_keeps_its_menu_out(tmp_path: Path):
    source = page('<nav><a href="/">Home</a></nav><h1>Pier closed</h1><p>The pier is closed, the ministry said.</p>')

    assert parts(report_of(source, tmp_path)) == [
        ("title", "Pier closed"),
        ("body", "The pier is closed, the ministry said."),
    ]


def test_a_file_called_html_without_a_tag_is_text(tmp_path: Path):
    assert report_of("The pier is closed.", tmp_path).text == "The pier is closed."


@pytest.mark.parametrize("source", ["<html></html>", '<html><body><nav><a href="/">Home</a></nav></body></html>'])
def test_a_page_without_an_article_fails(tmp_path: Path, source: str):
    (tmp_path / "page.html").write_text(source)

    assert take_failure(tmp_path / "page.html").code == "SS-113"


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 5_000 + "The pier is closed.",
        "<b>" * 5_000 + "The pier is closed.",
        "<p>x</p>" * 60_000,
        "<div " + " ".join(f"a{i}=1" for i in range(2_000)) + ">The pier is closed.</div>",
        "<div x='>' " + "b " * 2_000 + ">The pier is closed.</div>",
    ],
    ids=["deep", "deep marks", "many tags", "many attributes", "attributes after a hidden end"],
)
def test_a_page_that_would_choke_the_parser_is_refused(source: str):
    with raises_code("SS-112"):
        read_page(f"<html><body>{source}</body></html>", origin="page.html")


def test_tags_in_scripts_styles_and_comments_are_neither_counted_nor_parsed():
    hidden = "<div>" * 1_000
    source = f"<p>a</p><script>{hidden}</script><!-- {hidden} --><style>{hidden}</style><p>b</p>"

    assert scan_page(source, origin="page.html").html.split() == ["<p>a</p>", "<p>b</p>"]


def test_a_tag_put_together_from_pieces_around_a_comment_is_counted():
    with raises_code("SS-112"):
        scan_page("<di<!-- -->v " + "a " * 1_000 + "><div " + "a " * 1_000 + ">", origin="page.html")


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<figure>", "<img src=x>", "</figure>", "<figcaption>", "<h1>",
        "<br><br>", "<ul>", "<li>", "<a href='http://[x'>", "<a href='/x\x01'>", "</a>", "&#1;", "&#0;",
        "&#xFFFF;", "\x0b", "\ufffe", "<table><tr><td>", "<!--", "-->", "<script>", "</script>",
        "<span class='credit caption'>", "<article>", "<section id=comments>", "<time datetime=2023>",
        "<o:p>", "<![CDATA[", "By Ann Poe", "The pier is closed today. ",
    ]
)  # fmt: skip


@settings(max_examples=50)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_page_gives_an_article_whose_parts_stand_in_its_text_or_an_error_of_ours(source: str):
    try:
        article = read_page(source, origin="page.html")
    except SecondSourceError:
        return
    covered = [i for section in article.sections for i in range(section.start, section.end)]

    assert len(covered) == len(set(covered))
    assert set(covered) >= {i for i, char in enumerate(article.text) if not char.isspace()}


def test_a_page_that_nests_as_deep_as_is_allowed_is_read():
    source = "<div>" * 190 + f"<p>{'The pier is closed, the ministry said. ' * 10}</p>" + "</div>" * 190

    assert "The pier is closed" in read_page(f"<html><body>{source}</body></html>", origin="page.html").text
