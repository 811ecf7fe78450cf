"""The JSON Schema of scenario files (docs/schemas/scenario.json): editors complete and check keys with it."""

from __future__ import annotations

import re
from typing import Any

from pgrehearse.scenarios.file.scenario_model import Scenario
from pgrehearse.scenarios.keys.validation import adapter

# A file's first line, by which editors find the schema (https://taplo.tamasfe.dev/configuration/directives.html).
DIRECTIVE = "#:schema"
_ID = "urn:pgrehearse:schema:scenario"
_LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")


def schema() -> dict[str, Any]:
    """Return the schema: every key has its type, its default, its values if there are few, and a description."""
    document = adapter(Scenario).json_schema()
    document["$defs"]["Rewrite"]["properties"]["sql"] = {
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    } | {key: text for key, text in document["$defs"]["Rewrite"]["properties"]["sql"].items() if key == "description"}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _ID,
        "title": "A scenario of pgrehearse",
    }
    plain: dict[str, Any] = _plain({**head, **{key: value for key, value in document.items() if key != "title"}})
    return plain


def _plain(value: Any) -> Any:
    """Return a schema without generated titles; its descriptions are plain texts, without links."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _plain(one) for key, one in value.items() if not _is_generated_title(key, value)}
    if (kinds := plain.get("anyOf")) and {"type": "null"} in kinds:  # a table that is not given; TOML has no null
        plain = {key: one for key, one in plain.items() if key not in {"anyOf", "default"}} | kinds[0]
    if isinstance(value.get("description"), str):
        plain["description"] = _LINK.sub(r"\1", " ".join(value["description"].split())).replace("``", "`")
    return plain


def _is_generated_title(key: str, value: dict[str, Any]) -> bool:
    """Return whether a key is a title that pydantic made of a field's name; a property of this name is a table."""
    return key == "title" and isinstance(value["title"], str) and "$id" not in value
