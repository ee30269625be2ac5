import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from secondsource.model.provision import Regime
from secondsource.model.territories import territory_of
from secondsource.provisions.conducts import conducts, known_ideas
from secondsource.provisions.regimes import read_regimes, regimes
from tests.support import raises_code

TABLE = (
    "id,conduct,direction,instrument,paragraph,adopted,in_force_until,force,bound,exemption,facts,sources_seen,"
    "unchecked\n"
)
ABOUT = 'id = "X"\nname = "Somewhere"\nstate = "LBY"\nnote = "n"\n'
ROW = "X-1,arms_transfer,both,UNSCR 1,2,2011-02-26,,mandatory,all States,,Bans arms.,0,everything\n"
every_regime = pytest.mark.parametrize("regime", regimes(), ids=lambda regime: regime.id)


def regime(code: str) -> Regime:
    return next(each for each in regimes() if each.id == code)


def test_three_regimes_come_with_the_program():
    assert {each.id for each in regimes()} == {"UN-SC1718", "UN-SC1970", "US-DPRK"}
    assert len(regime("UN-SC1718").provisions) == 53


@every_regime
def test_every_conduct_of_a_regime_stands_in_the_table_of_conducts(regime: Regime):
    known = {conduct.code for conduct in conducts()}

    assert sorted({row.conduct for row in regime.provisions} - known) == []


@every_regime
def test_a_regime_names_a_state_and_each_row_once_and_says_what_was_not_checked(regime: Regime):
    assert territory_of(regime.state) is not None
    assert len({row.id for row in regime.provisions}) == len(regime.provisions)
    assert all(row.facts and row.direction and row.force and row.bound for row in regime.provisions)
    assert all(row.unchecked for row in regime.provisions if row.sources_seen == 0)


def test_every_idea_of_the_table_of_conducts_is_known():
    text = (files("secondsource.linking") / "vocab" / "concepts.toml").read_text(encoding="utf-8")
    known = known_ideas() | tomllib.loads(text)["concepts"].keys()

    used = {idea for conduct in conducts() for group in conduct.groups for idea in group}
    assert sorted(used - known) == []
    assert all(conduct.open for conduct in conducts())


@pytest.mark.parametrize(
    ("day", "panel", "team"),
    [
        ("2009-06-11", "did not exist yet", "did not exist yet"),
        ("2024-04-30", "ran to 30 April 2024", "did not exist yet"),
        ("2024-07-09", "no longer existed", "did not exist yet"),
        ("2024-10-16", "no longer existed", "those of its members"),
    ],
)
def test_the_machinery_is_told_as_it_was_on_the_day(day: str, panel: str, team: str):
    committee, experts, monitors = (body.on(date.fromisoformat(day)) for body in regime("UN-SC1718").machinery)

    assert committee is not None
    assert "1718 Committee" in committee
    assert experts is not None
    assert panel in experts
    assert monitors is not None
    assert team in monitors


def test_a_provision_is_cited_by_instrument_year_and_paragraph():
    names = {row.id: row.name for each in regimes() for row in each.provisions}

    assert names["KP-2270-9"] == "UNSCR 2270 (2016) para 9"
    assert names["US-EO13810-2"] == "US E.O. 13810 (2017) section 2"


def test_a_regime_of_ones_own_is_another_pair_of_files(tmp_path: Path):
    (tmp_path / "own.toml").write_text(ABOUT, encoding="utf-8")
    (tmp_path / "own.csv").write_text(TABLE + ROW, encoding="utf-8")

    [own] = read_regimes(tmp_path)

    assert (own.id, [row.name for row in own.provisions]) == ("X", ["UNSCR 1 (2011) para 2"])


@pytest.mark.parametrize(
    ("about", "table"),
    [
        ("id = ", TABLE + ROW),
        ('id = "X"\n', TABLE + ROW),
        (ABOUT, None),
        (ABOUT, TABLE + ROW.replace("2011-02-26", "in spring")),
        (ABOUT, "id,conduct\nX-1,arms_transfer\n"),
    ],
    ids=["broken", "without a name", "without a table", "no date", "without columns"],
)
def test_a_regime_that_cannot_be_read_is_refused_with_its_place(tmp_path: Path, about: str, table: str | None):
    (tmp_path / "own.toml").write_text(about, encoding="utf-8")
    if table is not None:
        (tmp_path / "own.csv").write_text(table, encoding="utf-8")

    with raises_code("SS-711"):
        read_regimes(tmp_path)
