"""Parameters of unknown type in a comparison."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from pgrehearse.compare.comparison import OpenType
from pgrehearse.compare.open_types import open_types
from pgrehearse.compare.sides import Side
from pgrehearse.runs.run_facts import OpenParameter

HALF = OpenParameter(3, "9c", "select $1 / 2", parameter=1, sent="integer", others=["numeric"], sqlstate="")
LENGTH = OpenParameter(4, "7a", "select length($1)", parameter=1, sent="text", others=["bytea"], sqlstate="")


def side(name: str, *parameters: OpenParameter) -> Side:
    """A side with a run whose manifest has these open parameters."""
    run = SimpleNamespace(manifest=SimpleNamespace(types=SimpleNamespace(open=list(parameters))))
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
