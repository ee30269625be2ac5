"""What tests do with a server that holds three short reports."""

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from secondsource.comments.preparing import require_draft
from secondsource.ledger.desk import drafts
from secondsource.ledger.ledger import Ledger
from secondsource.model.custody import KeptJudgement
from secondsource.model.desk import DossierDraft
from tests.web.client import Answer, Browser, Server

JUDGE = "/desk/judgements"
DRAFTS = "/desk/drafts"


@dataclass(frozen=True, slots=True)
class Desked:
    """A server with a ledger."""

    server: Server
    ledger_path: Path

    def browser(self, account: str) -> Browser:
        browser = Browser(self.server)
        assert browser.sign_in(account).status == 303
        return browser

    def judgements(self) -> list[KeptJudgement]:
        with Ledger.open(self.ledger_path, read_only=True) as ledger:
            return ledger.judgements()

    def draft(self, draft_id: str) -> DossierDraft:
        with self.server.desk.reading() as transaction:
            return require_draft(transaction, draft_id)

    def contents(self, draft_id: str) -> tuple[bytes, str]:
        with self.server.desk.reading() as transaction:
            found = drafts.find_contents(transaction, draft_id)
        assert found is not None
        return found


def asked(*subject: str) -> str:
    return f"{JUDGE}?subject={quote(json.dumps(list(subject), ensure_ascii=False))}"


def answer(browser: Browser, kind: str, value: str, *subject: str, why: str = "I rang them.", seen: int = 0) -> Answer:
    fields = {"kind": kind, "subject": json.dumps(list(subject)), "value": value, "why": why, "seen": seen}
    return browser.send(JUDGE, JUDGE, **fields)


def take_back(browser: Browser, kind: str, *subject: str, seen: int) -> Answer:
    fields = {"kind": kind, "subject": json.dumps(list(subject)), "do": "take-back", "why": "A slip.", "seen": seen}
    return browser.send(JUDGE, JUDGE, **fields)


def prepare(browser: Browser, dossier: str = "eastmere", **fields: str) -> str:
    """Prepare a version of all that the ledger holds and return the draft's id."""
    made = browser.send(DRAFTS, DRAFTS, dossier=dossier, **fields)
    assert made.status == 303, made.text
    return made.headers["location"].rpartition("/")[2]


def let_pass(browser: Browser, draft_id: str, *, seen: int) -> Answer:
    return browser.send(f"{DRAFTS}/{draft_id}/pass", f"{DRAFTS}/{{draft_id}}/pass", seen=seen)


def give_back(browser: Browser, draft_id: str, *, seen: int, words: str = "Name the day.") -> Answer:
    return browser.send(f"{DRAFTS}/{draft_id}/return", f"{DRAFTS}/{{draft_id}}/return", seen=seen, words=words)
