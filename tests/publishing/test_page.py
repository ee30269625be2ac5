import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise

import pytest

from secondsource.dossier.check import evidence_in
from secondsource.publishing.page import render_page
from secondsource.publishing.places import Places
from tests.dossier.makers import dossier, reports
from tests.publishing.elements import Element, parse
from tests.support import raises_code

ADDRESSES = ("src", "href", "srcset", "data", "action", "poster", "xlink:href", "style", "formaction", "background")


@cache
def html() -> str:
    return render_page(dossier(), reports())


@cache
def page() -> Element:
    return parse(html())


def test_the_same_dossier_gives_the_same_page():
    assert render_page(dossier(), reports()) == html()


def test_the_page_holds_no_script_and_asks_no_host_for_anything():
    assert page().all("script") == []
    assert {each.tag for each in page().all()}.isdisjoint({"link", "img", "iframe", "object", "embed", "form", "base"})
    asked = [
        value
        for element in page().all()
        for name, value in element.attributes.items()
        if name in ADDRESSES or name.startswith("on")
    ]
    assert all(value is not None and value.startswith("#") for value in asked)
    assert "url(" not in html()
    assert "@import" not in html()


def test_the_policy_allows_the_pages_own_style_and_nothing_else():
    policy = next(meta.attributes["content"] for meta in page().all("meta") if "http-equiv" in meta.attributes)
    style = page().all("style")[0].words()

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_every_link_leads_to_a_place_on_the_page():
    ids = [str(each.attributes["id"]) for each in page().all() if "id" in each.attributes]
    targets = {str(each.attributes["href"])[1:] for each in page().all("a")}

    assert len(ids) == len(set(ids))
    assert targets - set(ids) == set()


def test_every_citation_leads_to_its_exact_words():
    places = Places(dossier())
    cited = {str(each.attributes["id"]): each.words() for each in page().all("span") if "id" in each.attributes}

    for citation in evidence_in(dossier()):
        assert cited[places.anchor(citation)] == citation.exact


def test_every_captured_report_stands_in_full_on_the_page():
    captured = [each for each in page().all("div") if str(each.attributes.get("class", "")) == "captured"]

    for report, element in zip(reports(), captured, strict=True):
        parts = [each.words() for each in element.children if each.tag == "div"]
        assert parts == report.text.split("\n\n")


def test_headings_go_down_one_level_at_a_time():
    levels = [int(each.tag[1]) for each in page().all() if re.fullmatch("h[1-6]", each.tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_has_landmarks_a_skip_link_and_a_language():
    assert page().all("html")[0].attributes["lang"] == "en"
    assert [len(page().all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    first = page().all("a")[0]
    assert first.attributes["href"] == f"#{page().all('main')[0].attributes['id']}"


def test_every_section_is_named_by_a_heading_that_exists():
    ids = {each.attributes.get("id") for each in page().all()}
    for element in page().all():
        for name in str(element.attributes.get("aria-labelledby") or "").split():
            assert name in ids


def test_the_contents_name_every_section():
    listed = [str(each.attributes["href"])[1:] for each in page().all("nav")[0].all("a")]

    assert listed == [each.attributes.get("id") for each in page().all("main")[0].all("h2")]


def test_korean_words_are_said_to_be_korean():
    spoken = [each for each in page().all() if each.attributes.get("lang") == "ko"]

    assert any("평양" in each.words() for each in spoken)


def test_words_of_doubt_are_marked_and_the_stance_is_a_word():
    assert {"would", "could", "speculated"} <= {each.words() for each in page().all("mark")}
    stances = {each.words() for each in page().all("strong")}
    assert {"asserted", "conditional", "possible"} <= stances


def test_the_picture_is_told_in_words_too():
    picture = page().all("svg")[0]

    assert picture.attributes["role"] == "img"
    assert "Flightradar24 (sensor): 1 report." in picture.all("desc")[0].words()


def test_a_merge_opens_to_its_two_passages_with_share_and_where_it_was_first_seen():
    pair = next(each for each in page().all("details") if each.attributes.get("class") == "shared")
    [summary] = pair.all("summary")

    assert summary.words() == (
        "Shared passage with report 1: 25 per cent of its words; first seen in KCNA, 9 July 2024"
    )
    assert len(pair.all("blockquote")) == 2


def test_the_count_the_rating_and_the_confidence_are_three_sentences_with_their_reasons():
    told = [each.words() for each in page().all("p") if each.attributes.get("class") == "rating"]
    reasons = [each.all("summary")[0].words() for each in page().all("details")]

    assert [words.split()[0] for words in told[:3]] == ["3", "Rated", "Confidence"]
    assert {"Why this rating", "Why this confidence"} <= set(reasons)


def test_two_shared_passages_stand_side_by_side():
    pair = next(each for each in page().all("details") if each.attributes.get("class") == "shared")

    assert len(pair.all("blockquote")) == 2
    assert "25 per cent" in pair.all("summary")[0].words()


def test_the_page_says_what_it_does_not_know():
    said = page().all("main")[0].words()

    assert "the date of publication is not known" in said
    assert "the day stays open" in said


def test_the_digest_of_each_text_stands_with_it():
    for entry in dossier().reports:
        assert entry.text_sha256 in html()


def test_a_planted_wrong_citation_blocks_publication():
    answer = dossier().answer
    planted = replace(answer.citations[0], exact="A delegation of poets left Pyongyang on Monday to visit Russia.")

    with raises_code("SS-503"):
        render_page(replace(dossier(), answer=replace(answer, citations=(planted,))), reports())


def test_a_sentence_without_a_citation_blocks_publication():
    with raises_code("SS-503"):
        render_page(replace(dossier(), answer=replace(dossier().answer, citations=())), reports())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground_in_both_schemes(scheme: str):
    style = page().all("style")[0].words()
    roots = re.findall(r":root\{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", roots[0] if scheme == "light" else roots[1]))

    for ink, ground in (
        ("ink", "paper"),
        ("ink", "panel"),
        ("quiet", "paper"),
        ("quiet", "panel"),
        ("link", "paper"),
        ("link", "panel"),
        ("accent", "paper"),
        ("hedge-ink", "hedge"),
        ("target-ink", "target"),
    ):
        # WCAG 2.2, success criterion 1.4.3.
        assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
