"""The JSON routes do what their description says, whatever they are asked."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.core.failures import FailureGroup
from schemathesis.schemas import BaseSchema
from starlette.types import Receive, Scope, Send

from secondsource.web import public
from secondsource.web.routes import ROUTES
from tests.comments.makers import LATER, approve_all, submit
from tests.web.client import Browser, Server

JSON_PATHS = [route.path for route in ROUTES if route.path.startswith("/api/")]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("api")) as server:
        submit(server.desk)
        approve_all(server.desk)
        server.desk.publish_due(at=LATER)
        yield server


@pytest.fixture(scope="module")
def schema(served: Server) -> BaseSchema:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            # Every case begins and ends the application; the desk stays open until the last.
            for said in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{said}.complete"})
        else:
            await served.app(scope, receive, send)

    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


@pytest.mark.parametrize("path", JSON_PATHS)
def test_every_answer_is_as_described_and_none_is_a_failure(schema: BaseSchema, path: str) -> None:
    operation = schema[path]["GET"]

    @given(case=operation.as_strategy())
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def check(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate()

    check()


def test_the_description_names_every_json_route(schema: BaseSchema) -> None:
    assert set(schema.raw_schema["paths"]) == set(JSON_PATHS)


def test_an_answer_that_is_not_as_described_is_found(schema: BaseSchema, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "json_form", lambda dossier, comment: {"id": comment.id, "dossier": dossier})
    case = schema["/api/dossiers/{dossier_id}/comments"]["GET"].Case(path_parameters={"dossier_id": "port"})

    with pytest.raises(FailureGroup):
        case.call_and_validate()


def test_a_dossier_with_a_comment_is_among_what_is_checked(served: Server) -> None:
    reader = Browser(served)

    assert '"words"' in reader.get("/api/dossiers/port/comments").text
