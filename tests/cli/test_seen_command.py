"""Where a report's words were before, as it is asked and told on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from secondsource.ledger.ledger import Ledger
from secondsource.linking.run_index import IndexDamaged
from secondsource.linking.seen import SeenBefore
from tests.cli.conftest import Type
from tests.cli.test_read_command import json_lines

NOTICE = (
    "The delegation of military educators arrived in the capital on Wednesday and was met at the airport by officers "
    "of the general staff. It will tour two academies and a museum before it leaves for the coast on Friday."
)
AGENCY = {"id": "agency", "outlet": "Agency", "published": "2024-07-08", "title": "Educators arrive", "text": NOTICE}
DAILY = {
    "id": "daily",
    "outlet": "Daily Lark",
    "published": "2024-07-10",
    "text": f"{NOTICE} Residents of the quarter said that traffic was held up for an hour by the motorcade.",
}
OTHER = {"id": "other", "published": "2024-07-10", "text": "Growers said the grain harvest fell by a tenth this year."}


@pytest.fixture
def ledger(tmp_path: Path, type_in: Type) -> str:
    path = str(tmp_path / "desk.sqlite")
    type_in("collect", "-", "--ledger", path, stdin=json_lines(AGENCY, OTHER))
    return path


def ask(type_in: Type, ledger: str, *reports: dict[str, Any]) -> list[Any]:
    return type_in("seen", "-", "--ledger", ledger, "--json", stdin=json_lines(*reports)).lines


def test_the_report_it_repeats_is_told_with_the_passage_in_both(type_in: Type, ledger: str):
    [line] = ask(type_in, ledger, DAILY)

    [link] = line["repeats"]
    assert (line["id"], line["kept_as"], line["repeated_by"]) == ("daily", None, [])
    assert (link["report"], link["outlet"], link["published"]) == ("agency", "Agency", "2024-07-08")
    assert link["directed"]
    assert 0.6 < link["share"] < 0.8
    for place, text in ((link["passage"], DAILY["text"]), (link["held_passage"], AGENCY["text"])):
        assert text[place["start"] : place["end"]] == place["exact"]
    assert line["first_seen"]["decided"]
    assert not line["first_seen"]["here"]
    assert [each["report"] for each in line["first_seen"]["reports"]] == ["agency"]


def test_the_report_is_not_taken_in_and_order_out_is_order_in(type_in: Type, ledger: str):
    lines = ask(type_in, ledger, OTHER, DAILY, AGENCY)

    assert [line["id"] for line in lines] == ["other", "daily", "agency"]
    assert [line["kept_as"] for line in lines] == ["other", None, "agency"]
    assert type_in("info", "--ledger", ledger, "--json").lines[0]["ledger"]["n_reports"] == 2


def test_what_came_into_the_ledger_since_counts(type_in: Type, ledger: str):
    asked = {**AGENCY, "id": "new", "published": "2024-07-12"}
    ask(type_in, ledger, asked)
    type_in("collect", "-", "--ledger", ledger, stdin=json_lines(DAILY))

    [line] = ask(type_in, ledger, asked)

    assert [each["report"] for each in line["repeats"]] == ["agency"]
    assert line["first_seen"]["held_by"] == ["agency", "daily"]


def test_earlier_reports_that_prove_to_be_copies_are_told(type_in: Type, ledger: str):
    [line] = ask(type_in, ledger, {**DAILY, "id": "source", "published": "2024-07-01"})

    assert [each["report"] for each in line["repeated_by"]] == ["agency"]
    assert line["first_seen"]["here"]
    assert line["first_seen"]["reports"] == []


def test_a_report_that_is_kept_is_compared_with_the_others(type_in: Type, ledger: str):
    type_in("collect", "-", "--ledger", ledger, stdin=json_lines(DAILY))

    # Its words alone: outlet and date are known to the ledger.
    [line] = ask(type_in, ledger, {"id": "daily", "text": DAILY["text"]})
    told = type_in("seen", "-", "--ledger", ledger, stdin=json_lines(DAILY)).out

    assert line["kept_as"] == "daily"
    assert [(each["report"], each["directed"]) for each in line["repeats"]] == [("agency", True)]
    assert "keeps this report already, as daily" in told


def test_other_words_under_an_id_that_is_kept_are_told_apart(type_in: Type, ledger: str):
    amended = {**DAILY, "id": "agency", "outlet": "Agency"}

    [line] = ask(type_in, ledger, amended)
    told = type_in("seen", "-", "--ledger", ledger, stdin=json_lines(amended)).out

    assert line["id"] == "agency"
    assert line["kept_as"] is None
    assert [each["report"] for each in line["repeats"]] == ["agency"]
    assert "keeps other words under agency" in told


def test_what_a_ledger_learns_about_a_report_later_is_told(type_in: Type, ledger: str):
    ask(type_in, ledger, DAILY)
    type_in("collect", "-", "--ledger", ledger, stdin=json_lines({**AGENCY, "published": "2024-07-09"}))

    [line] = ask(type_in, ledger, DAILY)

    assert [(each["report"], each["published"]) for each in line["repeats"]] == [("agency", "2024-07-09")]


def test_a_report_that_came_again_with_other_words_is_found_by_them(type_in: Type, ledger: str):
    ask(type_in, ledger, DAILY)
    harvest = f"The grain harvest fell by a tenth after a dry spring, growers told the weekly on Monday. {NOTICE}"
    type_in("collect", "-", "--ledger", ledger, stdin=json_lines({**AGENCY, "text": harvest}))

    [line] = ask(type_in, ledger, {"id": "new", "published": "2024-07-12", "text": harvest.partition(". ")[0] + "."})

    [link] = line["repeats"]
    assert link["report"].startswith("agency~")


def test_a_person_reads_it_in_sentences(type_in: Type, ledger: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "400")
    told = type_in("seen", "-", "--ledger", ledger, stdin=json_lines(DAILY, {"id": "x", "text": "Nothing of it."})).out

    assert "daily (Daily Lark, 10 July 2024)" in told
    assert "Repeats Agency, 8 July 2024 (agency): " in told
    assert f"Characters 0 to {len(NOTICE) - 1} here, 0 to {len(NOTICE) - 1} there: “{NOTICE[:-1]}”" in told
    assert f"First to have these words (0 to {len(NOTICE) - 1}): Agency, 8 July 2024 (agency)." in told
    assert "No passage of it was found in the 2 reports that the ledger holds." in told


def test_where_it_cannot_be_told_who_was_first_it_says_so(type_in: Type, ledger: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "400")
    undated = {"id": "undated", "text": NOTICE}
    same_day = {**DAILY, "published": "2024-07-08"}

    told = [type_in("seen", "-", "--ledger", ledger, stdin=json_lines(each)).out for each in (undated, same_day)]

    assert "which of the two was first cannot be told" in told[0]
    assert "Whether this report, undated, had them before cannot be told." in told[0]
    assert "cannot be told: Agency, 8 July 2024 (agency) or this report." in told[1]
    assert [ask(type_in, ledger, each)[0]["first_seen"]["decided"] for each in (undated, same_day)] == [False, False]


def test_what_cannot_be_read_is_answered_in_its_place(type_in: Type, ledger: str):
    lines = json_lines(DAILY) + b'{"id": "bad", "text": 3}\n{"id": "cut", "te\n' + json_lines(OTHER)

    ran = type_in("seen", "-", "--ledger", ledger, "--json", stdin=lines)

    assert ran.code == 1
    assert [line["error"]["code"][:4] if "error" in line else line["id"] for line in ran.lines] == [
        "daily",
        "SS-1",
        "SS-1",
        "other",
    ]


def test_files_and_globs_are_read_as_everywhere(type_in: Type, ledger: str, tmp_path: Path):
    (tmp_path / "one.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "two.html").write_text(
        f"<html><body><article><p>{NOTICE}</p></article></body></html>", encoding="utf-8"
    )

    ran = type_in(
        "seen", str(tmp_path / "*.txt"), str(tmp_path / "two.html"), "missing.txt", "--ledger", ledger, "--json"
    )

    assert ran.code == 1
    assert [[each["report"] for each in line.get("repeats", [])] for line in ran.lines] == [["agency"], ["agency"], []]


def test_a_ledger_that_is_none_is_named(type_in: Type, notice: Path, tmp_path: Path):
    no_ledger = tmp_path / "no.sqlite"
    no_ledger.write_text("no ledger", encoding="utf-8")

    for path in (tmp_path / "missing.sqlite", no_ledger):
        ran = type_in("seen", str(notice), "--ledger", str(path))
        assert ran.code == 1
        assert ran.error_code.startswith("SS-2")
    assert not (tmp_path / "missing.sqlite").exists()


def test_an_index_beside_the_ledger_that_names_nothing_it_holds_is_made_anew(
    type_in: Type, ledger: str, monkeypatch: pytest.MonkeyPatch
):
    ask(type_in, ledger, DAILY)
    n_read: list[int] = []
    whole, came_since = SeenBefore.of, Ledger.came_since

    def damaged_at_first(self, *args, **kwargs):
        if not n_read or n_read[-1] != 0:
            raise IndexDamaged("once")
        return whole(self, *args, **kwargs)

    def counting(self, seq, *, upto):
        n_read.append(seq)
        return came_since(self, seq, upto=upto)

    monkeypatch.setattr(SeenBefore, "of", damaged_at_first)
    monkeypatch.setattr(Ledger, "came_since", counting)

    [line] = ask(type_in, ledger, DAILY)

    assert n_read[-1] == 0
    assert [each["report"] for each in line["repeats"]] == ["agency"]


def test_a_ledger_that_holds_nothing_says_so(type_in: Type, tmp_path: Path, notice: Path):
    path = str(tmp_path / "empty.sqlite")
    type_in("collect", str(tmp_path / "nothing-here.txt"), "--ledger", path)

    assert "The ledger holds no report." in type_in("seen", str(notice), "--ledger", path).out


def test_a_few_words_in_common_are_told_as_too_few(type_in: Type, ledger: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "400")
    own = (
        "The harbour office published its figures for the quarter, and the ferries carried more people than last year. "
    )
    few = {
        "id": "few",
        "published": "2024-07-12",
        "text": own + NOTICE.partition(" and was")[0] + " of the island.",
    }

    told = type_in("seen", "-", "--ledger", ledger, stdin=json_lines(few)).out
    [line] = ask(type_in, ledger, few)

    assert (line["repeats"], line["n_sharing"]) == ([], 1)
    assert "and none repeats it; 1 shares a few words with it, too few to tell." in told


@pytest.mark.parametrize(
    "words",
    [
        "Делегация военных преподавателей прибыла в столицу в среду, сообщили в министерстве обороны. "
        "Гостей встретили в аэропорту офицеры генерального штаба и сотрудники посольства. Они посетят две академии.",
        "군사교육일군대표단이 수요일 수도에 도착하였다. 비행장에서 총참모부 장교들과 "
        "대사관 성원들이 대표단을 맞이하였다. 대표단은 두 개의 군사대학과 박물관을 돌아보고 금요일에 떠난다.",
        "军事教育代表团星期三抵达首都，总参谋部军官和大使馆人员在机场迎接。代表团将参观两所军事学院和一座博物馆，星期五离开前往海滨城市。",
    ],
    ids=["Russian", "Korean", "Chinese"],
)
def test_words_are_found_in_any_script(type_in: Type, ledger: str, words: str):
    type_in(
        "collect", "-", "--ledger", ledger, stdin=json_lines({"id": "held", "text": words, "published": "2024-07-08"})
    )

    [line] = ask(type_in, ledger, {"id": "new", "text": words, "published": "2024-07-12"})

    assert [(each["report"], each["directed"]) for each in line["repeats"]] == [("held", True)]


def test_an_index_at_an_entry_beyond_all_numbers_is_made_anew(type_in: Type, ledger: str):
    ask(type_in, ledger, DAILY)
    told = Path(f"{ledger}.runs", "contents.json")
    told.write_text(json.dumps(json.loads(told.read_text(encoding="utf-8")) | {"seq": 10**30}), encoding="utf-8")

    [line] = ask(type_in, ledger, DAILY)

    assert [each["report"] for each in line["repeats"]] == ["agency"]
