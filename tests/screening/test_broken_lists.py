"""Every format, broken in every way: a refusal names the place, and the last good list stays in force."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from secondsource.model.errors import SecondSourceError
from secondsource.screening.lists.read_list import list_name, read_list
from secondsource.screening.store import ListStore
from tests.screening.makers import FORMATS, write_format
from tests.support import SHARED, needs_shared

AT = datetime(2026, 3, 1, tzinfo=UTC)
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>\n'
XML = ("un-xml", "ofac-xml", "eu-xml")
PLACE = re.compile(r"it breaks at (?:line \d+|entry \S+|byte \d+)")
SAMPLES = SHARED / "data" / "sanctions-lists"


def cut(data: bytes) -> bytes:
    return data.rstrip(b"\x1a\n")[:-9]


def ill_encoded(data: bytes) -> bytes:
    # 0x81 is no text in UTF-8 where it stands alone, and in Windows' western code it means nothing.
    return re.sub(rb"(?i)hentzau", b"Hentz\x81u", data)


def with_nul(data: bytes) -> bytes:
    return re.sub(rb"(?i)hentzau", b"Hentz\x00u", data)


def with_bomb(data: bytes) -> bytes:
    root = re.search(rb"<(?!\?)", data) if data.startswith(b"<") else None
    place = 0 if root is None else root.start()
    return data[:place] + BOMB + data[place:]


def other_root(data: bytes) -> bytes:
    if not data.startswith(b"<"):
        return b"<html>" + data + b"</html>"
    declaration, rest = data.split(b"?>", 1)
    return declaration + b"?><html>" + rest + b"</html>"


def refusal(path: Path, break_it: Callable[[bytes], bytes]) -> SecondSourceError:
    path.write_bytes(break_it(path.read_bytes()))
    with pytest.raises(SecondSourceError) as caught:
        read_list(path)
    return caught.value


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("break_it", [cut, ill_encoded, with_nul])
def test_a_list_that_is_cut_or_no_text_is_refused_with_the_place(
    form: str, break_it: Callable[[bytes], bytes], tmp_path: Path
):
    refused = refusal(write_format(tmp_path, form), break_it)

    assert refused.code == "SS-603"
    assert PLACE.search(refused.message)


@pytest.mark.parametrize("form", XML)
@pytest.mark.parametrize(
    ("break_it", "what"),
    [(with_bomb, "it declares a document type"), (other_root, "its root is <html> where the format's is <")],
)
def test_an_xml_list_with_entities_or_another_root_is_refused_with_the_place(
    form: str, break_it: Callable[[bytes], bytes], what: str, tmp_path: Path
):
    refused = refusal(write_format(tmp_path, form), break_it)

    assert refused.code == "SS-603"
    assert PLACE.search(refused.message)
    assert what in refused.message


@pytest.mark.parametrize("form", sorted(set(FORMATS) - set(XML)))
@pytest.mark.parametrize("break_it", [with_bomb, other_root])
def test_markup_before_a_table_or_json_lines_is_no_list(form: str, break_it: Callable[[bytes], bytes], tmp_path: Path):
    refused = refusal(write_format(tmp_path, form), break_it)

    assert refused.code == "SS-602"
    assert "its beginning is that of none of the formats" in refused.message


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_last_good_list_stays_in_force_whatever_breaks_the_next(form: str, tmp_path: Path):
    path = write_format(tmp_path, form)
    store, good = ListStore(tmp_path / "store"), path.read_bytes()
    name = list_name(path)
    store.add(path, at=AT, who="desk", new=True, list_on="2026-01-01")
    before = store.in_force(name)

    for break_it in (cut, ill_encoded, with_nul, with_bomb, other_root):
        path.write_bytes(break_it(good))
        with pytest.raises(SecondSourceError):
            store.add(path, at=AT, who="desk", new=False, list_on="2026-02-01")

    assert store.in_force(name) == before
    assert len(store.snapshots(name)) == 1


@needs_shared
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of the official lists are not beside this checkout")
@pytest.mark.parametrize(
    ("file", "form", "least"),
    [
        ("un-consolidated-2026-02-27.xml.gz", "un-xml", 1000),
        ("ofac-2021-07-sdn.csv.gz", "ofac-csv", 8900),
        ("us-csl-2022-04.csv.gz", "us-csl", 12_000),
        ("eu-fsf-2018-07-04-first1000rows.csv.gz", "eu-csv", 50),
        ("eu-fsf-xml-2020-04-15-sample.xml", "eu-xml", 1),
        ("uk-ofsi-conlist-2020-04-27.csv.gz", "uk-csv", 2000),
        ("un-consolidated-2026-02-27.ftm.jsonl.gz", "ftm", 1000),
        ("ofac-sdn-2021-07.ftm.jsonl.gz", "ftm", 8900),
    ],
)
def test_the_samples_of_the_official_lists_all_read(file: str, form: str, least: int):
    found = read_list(SAMPLES / file)

    assert found.format == form
    assert len(found.entries) >= least
