"""Parameters whose types are not in the log: their statements may not do what they did in production."""

from __future__ import annotations

from collections.abc import Iterable

from pgrehearse.compare.comparison import OpenType
from pgrehearse.compare.sides import Side


def open_types(sides: Iterable[Side]) -> tuple[OpenType, ...]:
    """Return the parameters of unknown type that the sides' manifests name, each once."""
    names_by_type: dict[tuple[str, str, int, str, tuple[str, ...], str], list[str]] = {}
    for side in sides:
        for parameter in side.run.manifest.types.open if side.run is not None else []:
            key = (
                parameter.query_key,
                parameter.sql,
                parameter.parameter,
                parameter.sent,
                tuple(parameter.others),
                parameter.sqlstate,
            )
            names_by_type.setdefault(key, []).append(side.name)
    return tuple(OpenType(*key, sides=tuple(dict.fromkeys(names))) for key, names in names_by_type.items())
