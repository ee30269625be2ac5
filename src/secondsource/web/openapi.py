"""What the JSON routes answer, described as OpenAPI for programs that read it."""

from typing import Any

from secondsource import __version__

_MOMENT = {"type": "string", "format": "date-time"}
_DOSSIER_ID = {
    "name": "dossier_id",
    "in": "path",
    "required": True,
    "description": "The last part of the dossier's address.",
    "schema": {"type": "string", "minLength": 1},
}


def openapi() -> dict[str, Any]:
    """Return the description, OpenAPI 3.1, of every route below ``/api``."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Second Source",
            "version": __version__,
            "description": "Published dossiers and the comments that readers see of them. Nothing can be sent here.",
        },
        "paths": {
            "/api/openapi.json": {"get": _get("This description.", {"type": "object"})},
            "/api/dossiers": {"get": _get("Published dossiers, the latest first.", _list_of("Dossier"))},
            "/api/dossiers/{dossier_id}/comments": {
                "parameters": [_DOSSIER_ID],
                "get": _get("What readers see of a dossier's comments.", _list_of("Comment"), may_be_missing=True),
            },
        },
        "components": {"schemas": {"Dossier": _DOSSIER, "Comment": _COMMENT, "Error": _ERROR}},
    }


def _get(what: str, schema: dict[str, Any], *, may_be_missing: bool = False) -> dict[str, Any]:
    answers = {"200": _answer(what, schema)}
    if may_be_missing:
        answers["404"] = _answer("There is no such dossier.", {"$ref": "#/components/schemas/Error"})
    return {"summary": what, "responses": answers}


def _answer(what: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": what, "content": {"application/json": {"schema": schema}}}


def _list_of(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


def _object(**fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


_DOSSIER = _object(
    id={"type": "string"},
    title={"type": "string"},
    version={"type": "integer", "minimum": 1},
    published_at=_MOMENT,
    closed={"type": "boolean"},
    n_comments={"type": "integer", "minimum": 0},
)
_COMMENT = _object(
    id={"type": "string"},
    dossier={"type": "string"},
    name={"type": "string"},
    words={"type": "string"},
    submitted_at=_MOMENT,
    edited={"type": ["string", "null"]},
)
_ERROR = _object(error=_object(code={"type": "string", "pattern": "^SS-[0-9]{3}$"}, message={"type": "string"}))
