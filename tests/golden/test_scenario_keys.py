"""docs/schemas/scenario.json and the tables of docs/scenarios.md are made of the model of a scenario; ``make golden`` rewrites them."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.capturing.rds_production import RdsProduction
from pgrehearse.scenarios.file.scenario_file import parsed
from pgrehearse.scenarios.file.scenario_model import Application, Criteria, Production, Scenario
from pgrehearse.scenarios.file.scenario_schema import DIRECTIVE, schema
from pgrehearse.scenarios.keys.replay_table import Replay
from pgrehearse.scenarios.keys.server_table import ServerTable
from pgrehearse.scenarios.keys.validation import adapter
from pgrehearse.scenarios.sides.side import Side
from tests.conftest import GoldenFiles

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SHIPPED = [*sorted((ROOT / "scenarios" / "library").glob("*.toml")), *sorted((DOCS / "gallery").glob("*.toml"))]
# The sections of the page, each with its table of keys.
SECTIONS: dict[str, type[Any]] = {
    "": Scenario,
    "`[production]`": Production,
    "`[production.application]`": Application,
    "`[production.rds]`": RdsProduction,
    "`[control]`, `[candidate]` and `[candidates.NAME]`": Side,
    "`[candidate.servers.NAME]`": ServerTable,
    "`[replay]`": Replay,
    "`[compare]`": Criteria,
}
HEAD = "| key | meaning | default |\n|---|---|---|\n"


def descriptions(kind: type[Any]) -> dict[str, str]:
    """Return the text below each field."""
    document = adapter(Scenario).json_schema()
    table = document if kind is Scenario else document["$defs"][kind.__name__]
    return {name: entry.get("description", "") for name, entry in table["properties"].items()}


def row(name: str, text: str, default: object, *, required: bool) -> str:
    """Return the row of a key. A default that is empty, or a table, is not written."""
    shown = "required" if required else json.dumps(default) if isinstance(default, bool | int | float) else ""
    if isinstance(default, str) and default:
        shown = f'`"{default}"`' if '`"' in text else f"`{default}`"
    return f"| `{name}` | {' '.join(text.split())} | {shown} |\n".replace(" |  |", " | |")


def table(kind: type[Any]) -> str:
    """Return the table of the keys of a dataclass."""
    texts = descriptions(kind)
    rows = [
        row(
            item.name.rstrip("_"),
            texts[item.name.rstrip("_")],
            item.default,
            required=item.name.rstrip("_") == "name" and kind is Scenario,
        )
        for item in fields(kind)
    ]
    return HEAD + "".join(rows)


def rewritten(page: str) -> str:
    """Return the page with each table of keys as the model has it."""
    parts = re.split(r"(\| key \| meaning \| default \|\n(?:\|.*\n)+)", page)
    for number in range(1, len(parts), 2):
        titles = re.findall(r"^(`\[.*`)$", parts[number - 1], re.MULTILINE)
        parts[number] = table(SECTIONS[titles[-1] if titles else ""])
    return "".join(parts)


def test_the_tables_of_keys_are_those_of_the_model(request: pytest.FixtureRequest) -> None:
    """Every key with its meaning and its default."""
    files = GoldenFiles(DOCS, update=request.config.getoption("--golden-update"))
    page = (DOCS / "scenarios.md").read_text(encoding="utf-8")
    assert page.count("| key | meaning | default |") == len(SECTIONS)
    files.check("scenarios.md", rewritten(page))


def test_the_stored_schema_is_that_of_the_model(request: pytest.FixtureRequest) -> None:
    """Editors complete and check the keys of a file with it."""
    files = GoldenFiles(DOCS / "schemas", update=request.config.getoption("--golden-update"))
    files.check("scenario.json", json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_shipped_scenario_names_the_schema_and_is_valid(path: Path) -> None:
    """The first line has the path from the file to the schema."""
    text = path.read_text(encoding="utf-8")
    directive, place = text.splitlines()[0].split()
    assert directive == DIRECTIVE
    assert (path.parent / place).resolve() == DOCS / "schemas" / "scenario.json"
    Draft202012Validator(schema()).validate(tomllib.loads(text))


def test_the_schema_refuses_what_the_loader_refuses() -> None:
    """An unknown key, a value of another type, a value that is none of a few."""
    validator = Draft202012Validator(schema())
    validator.validate({"name": "x", "rewrite": [{"match": "abc", "sql": "select 1"}], "candidates": {"b": {}}})
    for document in (
        {},
        {"name": "x", "colour": 1},
        {"name": "x", "replay": {"workers": "3"}},
        {"name": "x", "replay": {"workers": 513}},
        {"name": "x", "replay": {"sync": "never"}},
        {"name": "x", "candidates": {"b": {"versoin": 18}}},
        {"name": "x", "rewrite": [{"match": "abc"}]},
    ):
        assert not validator.is_valid(document), document
        with pytest.raises(BadInput):
            parsed(document, "x.toml")
