"""Parameters whose types the log leaves open: what their statements did may not be what they did in production."""

from __future__ import annotations

from collections.abc import Iterable

from pgrehearse.compare.comparison import OpenType
from pgrehearse.compare.sides import Side


def open_types(sides: Iterable[Side]) -> tuple[OpenType, ...]:
    """Return the parameters of unknown type that the sides' manifests name, each once."""
    found: dict[tuple[str, str, int, str, tuple[str, ...], str], list[str]] = {}
    for side in sides:
        for one in side.run.manifest.types.get("open", []) if side.run is not None else []:
            key = (one["query_key"], one["sql"], one["parameter"], one["sent"], tuple(one["others"]), one["sqlstate"])
            found.setdefault(key, []).append(side.name)
    return tuple(OpenType(*key, sides=tuple(dict.fromkeys(names))) for key, names in found.items())
