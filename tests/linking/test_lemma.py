import tomllib
from importlib import resources

import pytest

from secondsource.linking.lemma import lemma
from secondsource.linking.synonyms import event_word


@pytest.mark.parametrize(
    "forms",
    [
        "strike strikes struck striking",
        "shake shook shaken",
        "murder murders murdered murdering",
        "enter entered entering",
        "sever severed",
        "offer offered offers",
        "carry carries carried",
        "deny denied denies",
        "become became",
        "make made making",
        "stop stopped stopping",
        "announce announced announcement",
    ],
)
def test_the_forms_of_a_word_share_a_key(forms: str):
    assert len({lemma(form) for form in forms.split()}) == 1


def test_every_irregular_form_meets_its_word():
    source = resources.files("secondsource.linking").joinpath("vocab/irregular.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))["irregular"]

    assert {form: lemma(form) for form in table} == {
        word: lemma(form) for word, forms in table.items() for form in forms.split()
    }


def test_what_only_looks_like_an_ending_keeps_words_apart():
    assert len({lemma(word) for word in ("carry", "car", "number", "numb's", "series", "sire")}) >= 5
    assert lemma("news") == "news"


def test_an_irregular_form_meets_the_synonyms_of_its_word():
    assert event_word(lemma("struck")) == event_word(lemma("hit")) == event_word(lemma("shaken"))
    assert event_word(lemma("murdered")) == event_word(lemma("killed"))
