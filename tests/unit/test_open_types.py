"""Parameters of unknown type in a comparison."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from pgrehearse.compare.comparison import OpenType
from pgrehearse.compare.open_types import open_types
from pgrehearse.compare.sides import Side

HALF = {
    "shape": 3,
    "query_key": "9c",
    "sql": "select $1 / 2",
    "parameter": 1,
    "sent": "integer",
    "others": ["numeric"],
    "sqlstate": "",
}
LENGTH = {**HALF, "shape": 4, "query_key": "7a", "sql": "select length($1)", "sent": "text", "others": ["bytea"]}


def side(name: str, *parameters: dict[str, Any]) -> Side:
    """A side with a run whose manifest has these open parameters."""
    run = SimpleNamespace(manifest=SimpleNamespace(types={"open": list(parameters)} if parameters else {}))
    return cast("Side", SimpleNamespace(name=name, run=run))


def test_a_parameter_of_unknown_type_on_both_sides_is_listed_once() -> None:
    """With both names; one that is unknown on one side only has that side's name."""
    assert open_types([side("control", HALF), side("candidate", HALF, LENGTH)]) == (
        OpenType("9c", "select $1 / 2", 1, "integer", ("numeric",), "", ("control", "candidate")),
        OpenType("7a", "select length($1)", 1, "text", ("bytea",), "", ("candidate",)),
    )


def test_production_and_a_run_without_parameters_have_none() -> None:
    """Production has no replay, and a run without parameters has no types."""
    production = cast("Side", SimpleNamespace(name="production", run=None))
    assert open_types([production, side("candidate")]) == ()
