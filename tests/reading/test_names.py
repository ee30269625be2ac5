from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.pages import entity_of, named, names_of, naming_of, page


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("Russian President Pavel Orlov spoke.", "Pavel Orlov", "PERSON"),
        ("It was led by Kang Chol Min on Monday.", "Kang Chol Min", "PERSON"),
        ("Yesterday Yoon Tae-ho told reporters so.", "Yoon Tae-ho", "PERSON"),
        ("Credit goes to Claire S. Whitmoor for it.", "Claire S. Whitmoor", "PERSON"),
        ("He studied at Kim Chaek Naval University then.", "Kim Chaek Naval University", "ORG"),
        ("The South Korean Ministry of Foreign Affairs said so.", "South Korean Ministry of Foreign Affairs", "ORG"),
        ("The U.S. Department of State said so.", "U.S. Department of State", "ORG"),
        ("Yonhap and KCNA reported it.", "KCNA", "ORG"),
        ("The Korean People's Army fired.", "Korean People's Army", "ORG"),
        ("Fighters of Hezbollah withdrew.", "Hezbollah", "ORG"),
        ("It left North Korea.", "North Korea", "GPE"),
        ("It landed in Pyongyang.", "Pyongyang", "GPE"),
        ("A South Korea-based outlet said so.", "South Korea", "GPE"),
        ("It fell into the Sea of Japan.", "Sea of Japan", "LOC"),
        ("Crowds stood at Moran Station.", "Moran Station", "FACILITY"),
        ("Seven North Koreans were listed.", "North Koreans", "NORP"),
        ("An Il-62M landed.", "Il-62M", "PLATFORM"),
        ("The tail number RA-86511 was seen.", "RA-86511", "PLATFORM"),
        ("The vessel HAE-2 was seen.", "HAE-2", "PLATFORM"),
        ("It fired a Hwasong-17 missile.", "Hwasong-17", "WEAPON"),
        ("It breaks Resolution 2397 (2017) again.", "Resolution 2397 (2017)", "LAW"),
        ("They signed the Treaty on the Lasting Partnership.", "Treaty on the Lasting Partnership", "LAW"),
        ("He came to the Army-2024 forum.", "Army-2024 forum", "EVENT"),
    ],
)
def test_names_are_found_with_their_type(text: str, words: str, type_: str) -> None:
    assert (words, type_) in names_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile, nothing happened. The talks failed.",
        "Portraits hung there. Officials spoke. Military experts agreed.",
        "Closer cooperation likely",
        "Let us go. It may rain in May.",
        "Why They Never Came Back From There",
    ],
)
def test_capitals_that_the_place_in_the_sentence_explains_make_no_name(text: str) -> None:
    assert names_of(text) == []


def test_quote_marks_do_not_stop_names() -> None:
    assert ("Treaty on the Lasting Partnership", "LAW") in names_of(
        "They signed the “Treaty on the Lasting Partnership” then."
    )


def test_a_surname_stands_for_the_person_named_in_full() -> None:
    text = "Peter Halloran left. Later Halloran came back."

    assert entity_of("Halloran", text).name == "Peter Halloran"
    assert entity_of("Halloran", text).mentions == 2


def test_a_family_name_that_comes_first_stands_for_its_bearer() -> None:
    text = "Yoon Tae-ho left. Yoon said nothing."

    assert entity_of("Yoon", text).name == "Yoon Tae-ho"


def test_two_bearers_of_a_family_name_are_never_taken_for_one() -> None:
    text = "Kim Jong Nam met Kim Chol Su. Then Kim left."
    naming = naming_of(text)

    assert len({name.entity for name in naming.names}) == 3


def test_a_family_name_alone_is_the_bearer_who_is_named_far_more_often() -> None:
    text = "Kim Jong Nam came. Kim Jong Nam spoke. Kim Jong Nam sat. Kim Chol Su left. Then Kim wept."

    assert entity_of("Kim", text).name == "Kim Jong Nam"


def test_a_title_tells_bearers_of_one_family_name_apart() -> None:
    text = "General Kim Chol Su met Minister Kim Jong Nam. General Kim left."

    assert entity_of("Kim", text).name == "Kim Chol Su"


def test_spellings_of_one_name_are_one_person() -> None:
    text = "Yoon Tae-ho left. Yoon Tae Ho came back. YOON Tae-ho sat."

    assert entity_of("Yoon Tae Ho", text).mentions == 3


def test_an_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    text = "The Northern Harbor Authority (NHA) closed it. The NHA said so."

    assert entity_of("NHA", text).name == "Northern Harbor Authority"


def test_an_outlet_bears_the_name_of_the_table() -> None:
    text = "The Korea Central News Agency said it. KCNA repeated it."

    assert entity_of("KCNA", text).mentions == 2
    assert entity_of("KCNA", text).country == "PRK"


def test_a_people_is_an_entity_of_its_own_with_a_country() -> None:
    text = "Russia sent Russian troops."

    assert entity_of("Russian", text).id != entity_of("Russia", text).id
    assert entity_of("Russian", text).country == "RUS"


def test_codes_are_given_only_where_the_words_tell() -> None:
    assert entity_of("North Korea", "It left North Korea.").code == "PRK"
    assert entity_of("Russian Air Force", "The Russian Air Force landed.").code == "RUSMIL"
    assert entity_of("Peter Halloran", "Peter Halloran left.").code is None


def test_korean_names_leave_their_particles() -> None:
    text = "모란봉군사종합대학의 김민호 총장이 모스크바에서 평양으로 돌아왔다. 김민호는 쉬었다."

    assert names_of(text, language="ko") == [
        ("모란봉군사종합대학", "ORG"),
        ("김민호", "PERSON"),
        ("모스크바", "GPE"),
        ("평양", "GPE"),
        ("김민호", "PERSON"),
    ]


def test_russian_names_are_found_in_any_case() -> None:
    names = names_of("Из Пхеньяна прилетел Владимир Орлов. О визите Орлова писали в России.", language="ru")

    assert names == [("Пхеньяна", "GPE"), ("Владимир Орлов", "PERSON"), ("Орлова", "PERSON"), ("России", "GPE")]
    assert (
        entity_of("Орлова", "Прилетел Владимир Орлов. О визите Орлова писали.", language="ru").name == "Владимир Орлов"
    )


def test_german_nouns_are_no_names() -> None:
    names = names_of("Am Dienstag landete eine Maschine der Luftwaffe in Nordkoreas Hauptstadt.", language="de")

    assert names == [("Nordkoreas", "GPE")]


def test_names_keep_to_sentences_and_never_overlap() -> None:
    text = "Peter Halloran of the Harbor Institute left North Korea on an Il-62M of the Russian Air Force."
    naming = named(page(text))

    assert all(one.end <= other.start for one, other in pairwise(naming.names))


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "Kim",
                "Jong",
                "Un",
                "the",
                "of",
                "Ministry",
                "U.S.",
                "President",
                "’s",
                ",",
                ".",
                "(KPA)",
                "북한",
                "대통령",
                "Иван",
                "«",
                "\n",
                "Il-62M",
            ]
        ),
        max_size=25,
    ).map(" ".join)
    | st.text(max_size=200)
)
def test_any_text_has_names_whose_entities_exist(text: str) -> None:
    naming = named(page(text))

    assert all(text[name.start : name.end].strip() for name in naming.names)
    assert {name.entity for name in naming.names} == {entity.id for entity in naming.entities}
    assert sum(entity.mentions for entity in naming.entities) == len(naming.names)
