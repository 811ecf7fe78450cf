"""The cost of each side: an hour of its servers, and for Aurora the requests of the run over a month.

Prices come from the user's table (docs/commands.md), by side or by instance class. Nothing is assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.compare.comparison import Cost, MetricRow
from pgrehearse.compare.sides import Side

HOURS = 730.0
_KEYS = {"currency", "sides", "classes", "io"}


@dataclass(frozen=True, slots=True)
class Prices:
    """*sides*: an hour of each side's servers, by its name; *classes*: of an instance of a class, for sides that are not
    named; *io_per_million*: requests to an Aurora volume (Standard); *optimized*: the factor of an hour's price where requests
    are free (I/O-Optimized; 0: not known)."""

    currency: str = ""
    sides: dict[str, float] = field(default_factory=dict)
    classes: dict[str, float] = field(default_factory=dict)
    io_per_million: float = 0.0
    optimized: float = 0.0


def read_prices(path: Path) -> Prices:
    """Read a table of prices; an invalid entry is bad input that names its place."""
    document = read_toml(path, missing="give a table of prices (docs/commands.md shows one)", form="docs/commands.md")
    if wrong := sorted(document.keys() - _KEYS):
        raise BadInput(f"{path}: unknown key {wrong[0]}", remedy=f"known here: {', '.join(sorted(_KEYS))}")
    classes = {name: _number(path, name, price) for name, price in document.get("classes", {}).items()}
    sides = {name: _hour(path, name, price, classes) for name, price in document.get("sides", {}).items()}
    io = document.get("io", {})
    return Prices(
        str(document.get("currency", "")),
        sides,
        classes,
        _number(path, "io.per_million", io.get("per_million", 0)),
        _number(path, "io.optimized", io.get("optimized", 0)),
    )


def _hour(path: Path, name: str, price: Any, classes: dict[str, float]) -> float:
    if isinstance(price, str) and price not in classes:
        raise BadInput(f"{path}: {name}: no price for {price}", remedy="add it under [classes]")
    return _number(path, name, classes[price] if isinstance(price, str) else price)


def _number(path: Path, name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        raise BadInput(
            f"{path}: {name}: invalid price {value!r}: expected a number, or a class of [classes]",
            remedy="write a number that is not negative",
        )
    return float(value)


def _of_classes(prices: Prices, classes: str) -> float | None:
    """Return the price of an hour of all instances of a side (None: there is none, or the price of a class is not known)."""
    each = [prices.classes.get(name) for name in classes.split(" + ")]
    known = [price for price in each if price is not None]
    return sum(known) if len(known) == len(each) else None


def costs(prices: Prices, sides: tuple[Side, Side], rows: Sequence[MetricRow]) -> tuple[Cost, ...]:
    """Return the cost of baseline and candidate, as far as their price is known: by name, else by instance class."""
    by_side = []
    for word, side in zip(("baseline", "candidate"), sides, strict=True):
        hour = prices.sides.get(side.name, _of_classes(prices, side.instance_class))
        if hour is None:
            continue
        requests = [
            stats["mean"]
            for row in rows
            if row.name in {"volume_read_iops", "volume_write_iops"} and (stats := getattr(row, word)) is not None
        ]
        per_month = sum(requests) * 3600 * HOURS / 1e6 * prices.io_per_million if requests else None
        standard = hour * HOURS + (per_month or 0.0)
        optimized = hour * prices.optimized * HOURS if per_month is not None and prices.optimized else None
        by_side.append(Cost(side.name, prices.currency, hour, per_month, standard, optimized))
    return tuple(by_side)
