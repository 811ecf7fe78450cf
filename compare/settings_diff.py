"""The differences between two targets at the start: settings, extensions, indexes, collations, sizes, statistics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# Settings whose differences are not reported.
_QUIET = {"data_checksums", "wal_segment_size", "server_version", "server_version_num"}
_NAMED = {"settings": "setting", "extensions": "extension", "indexes": "index", "collations": "collation of"}
# Tables whose row counts, by the planner's estimates, differ by more than this share hold different data.
_APART = 0.10
# Where they are off, a server reports commits before they are durable.
_SAFETY = ("fsync", "full_page_writes", "synchronous_commit")
_SIZE = re.compile(r"(?P<bytes>\d+) B, (?P<rows>-?\d+) rows, analyzed (?P<when>.+)")


def differing(
    baseline: Mapping[str, Any], candidate: Mapping[str, Any], *, captured: bool
) -> tuple[tuple[str, str, str], ...]:
    """Return the differences of two ``state.json``: what, baseline, candidate. *captured*: the baseline is a capture without one."""
    if captured:
        return ()
    out: list[tuple[str, str, str]] = []
    for part, word in _NAMED.items():
        left, right = baseline.get(part, {}), candidate.get(part, {})
        out += [
            (f"{word} {name}", _shown(left.get(name)), _shown(right.get(name)))
            for name in sorted(left.keys() | right.keys())
            if left.get(name) != right.get(name) and name not in _QUIET
        ]
    return (*out, *_tables(baseline.get("sizes", {}), candidate.get("sizes", {})))


def unsafe(state: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the durability settings that a server has switched off, by its ``state.json``.

    >>> unsafe({"settings": {"fsync": "off", "work_mem": "4096 kB"}}), unsafe({})
    (('fsync = off',), ())
    """
    settings = state.get("settings", {})
    return tuple(f"{name} = off" for name in _SAFETY if settings.get(name) == "off")


def _tables(baseline: Mapping[str, str], candidate: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the tables that hold different data on each side, or that only one side has analyzed."""
    out = []
    for name in sorted(baseline.keys() & candidate.keys()):
        a, b = _SIZE.fullmatch(str(baseline[name])), _SIZE.fullmatch(str(candidate[name]))
        if a is None or b is None:
            continue
        rows = (int(a["rows"]), int(b["rows"]))
        if min(rows) >= 0 and max(rows) - min(rows) > _APART * max(rows):
            out.append((f"rows of {name}", f"{rows[0]:,}", f"{rows[1]:,}"))
        if ("never" in a["when"] or rows[0] < 0) != ("never" in b["when"] or rows[1] < 0):
            out.append((f"statistics of {name}", a["when"], b["when"]))
    return out


def _shown(value: Any) -> str:
    return "(none)" if value is None else str(value)
