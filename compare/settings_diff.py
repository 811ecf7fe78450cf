"""What differs between two targets before anything is replayed: settings, extensions, indexes, sizes, statistics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# Settings in which two targets may differ without it being worth a line.
_QUIET = {"data_checksums", "wal_segment_size", "server_version", "server_version_num"}
_NAMED = {"settings": "setting", "extensions": "extension", "indexes": "index"}
# Tables whose rows, as the planner believes, lie further apart than this hold different data.
_APART = 0.10
# Off, a server says "done" before what was written is safe.
_SAFETY = ("fsync", "full_page_writes", "synchronous_commit")
_SIZE = re.compile(r"(?P<bytes>\d+) B, (?P<rows>-?\d+) rows, analyzed (?P<when>.+)")


def differing(
    ours: Mapping[str, Any], theirs: Mapping[str, Any], *, captured: bool
) -> tuple[tuple[str, str, str], ...]:
    """Return what differs between two ``state.json``: what, here, there. *captured*: the baseline is a capture without one."""
    if captured:
        return ()
    out: list[tuple[str, str, str]] = []
    for part, word in _NAMED.items():
        left, right = ours.get(part, {}), theirs.get(part, {})
        out += [
            (f"{word} {name}", _said(left.get(name)), _said(right.get(name)))
            for name in sorted(left.keys() | right.keys())
            if left.get(name) != right.get(name) and name not in _QUIET
        ]
    return (*out, *_tables(ours.get("sizes", {}), theirs.get("sizes", {})))


def unsafe(state: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a server has switched off that keeps what was written, by its ``state.json``.

    >>> unsafe({"settings": {"fsync": "off", "work_mem": "4096 kB"}}), unsafe({})
    (('fsync = off',), ())
    """
    settings = state.get("settings", {})
    return tuple(f"{name} = off" for name in _SAFETY if settings.get(name) == "off")


def _tables(ours: Mapping[str, str], theirs: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the tables that hold other data on each side, or that only one side has analyzed."""
    out = []
    for name in sorted(ours.keys() & theirs.keys()):
        a, b = _SIZE.fullmatch(str(ours[name])), _SIZE.fullmatch(str(theirs[name]))
        if a is None or b is None:
            continue
        rows = (int(a["rows"]), int(b["rows"]))
        if min(rows) >= 0 and max(rows) - min(rows) > _APART * max(rows):
            out.append((f"rows of {name}", f"{rows[0]:,}", f"{rows[1]:,}"))
        if ("never" in a["when"] or rows[0] < 0) != ("never" in b["when"] or rows[1] < 0):
            out.append((f"statistics of {name}", a["when"], b["when"]))
    return out


def _said(value: Any) -> str:
    return "(none)" if value is None else str(value)
