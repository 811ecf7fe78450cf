"""Units in which services report metrics of the catalog, and the factor to the catalog's unit."""

from __future__ import annotations

from collections.abc import Mapping

_TIMES = {"us": 1e-6, "ms": 1e-3, "s": 1.0}
_BYTES = {"B": 1.0, "KiB": 2.0**10, "MiB": 2.0**20, "GiB": 2.0**30, "kB": 1e3, "MB": 1e6, "GB": 1e9}
_SHARES = {"ratio": 1.0, "percent": 0.01, "%": 0.01}
_RATES = {f"{name}/s": size for name, size in _BYTES.items()}
_FAMILIES: tuple[Mapping[str, float], ...] = (_TIMES, _BYTES, _SHARES, _RATES)


def factor_to(unit: str, written: str) -> float:
    """Return the factor from a written unit to *unit* ("" is *unit* itself). Raises ``ValueError`` for a unit of another kind.

    >>> factor_to("ms", "s"), factor_to("percent", "ratio"), factor_to("B", "")
    (1000.0, 100.0, 1.0)
    """
    if written in {"", unit}:
        return 1.0
    for family in _FAMILIES:
        if unit in family and written in family:
            return family[written] / family[unit]
    raise ValueError(f"this metric is measured in {unit}, and the unit is not convertible to it")
