"""What a comparison says of parameters whose types the log leaves open."""

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


def side(name: str, *found: dict[str, Any]) -> Side:
    """A side whose run's manifest has these open parameters."""
    run = SimpleNamespace(manifest=SimpleNamespace(types={"open": list(found)} if found else {}))
    return cast("Side", SimpleNamespace(name=name, run=run))


def test_a_parameter_that_is_open_on_both_sides_stands_once() -> None:
    """With both names; one that is open on a single side has that side's alone."""
    assert open_types([side("control", HALF), side("candidate", HALF, LENGTH)]) == (
        OpenType("9c", "select $1 / 2", 1, "integer", ("numeric",), "", ("control", "candidate")),
        OpenType("7a", "select length($1)", 1, "text", ("bytea",), "", ("candidate",)),
    )


def test_production_and_a_run_without_parameters_have_none() -> None:
    """Production has no replay, and nothing was asked in a run without parameters."""
    production = cast("Side", SimpleNamespace(name="production", run=None))
    assert open_types([production, side("candidate")]) == ()
