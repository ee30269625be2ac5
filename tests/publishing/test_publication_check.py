"""A dossier that went through its JSON is the same, so that the check can make its page again."""

import json

import pytest

from secondsource.cli.dossier import make_dossier
from secondsource.cli.read_set import gather
from secondsource.cli.take_in import read_each
from secondsource.examples import example_paths
from secondsource.model.encoding import encode
from secondsource.publishing.publication_check import dossier_of
from tests.dossier.makers import dossier
from tests.support import raises_code


def test_a_dossier_read_back_from_its_json_is_the_same():
    read_set = gather(read_each([str(path) for path in example_paths()], published=None, shown=False))

    for made in (dossier(), make_dossier(read_set)):
        assert dossier_of(json.dumps(encode(made), ensure_ascii=False)) == made


@pytest.mark.parametrize("text", ["", "[]", "{}", "7", '{"title": "t"}', '"x"', "null"])
def test_what_is_no_dossier_is_told(text: str):
    with raises_code("SS-507"):
        dossier_of(text)
