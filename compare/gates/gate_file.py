"""A gates file (TOML): the gates, accepted changes, and whether inconclusive gates pass."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.toml import read_toml
from pgrehearse.compare.accepted_changes import Accepted
from pgrehearse.compare.comparison import QueryOutcome
from pgrehearse.compare.gates.evaluate import GateResult, Outcome
from pgrehearse.compare.gates.syntax import Gate, parse_gates

_KEYS = {"gates", "accept", "allow_inconclusive"}
_ACCEPT = {"query_key", "outcome", "sqlstate", "why", "until"}


@dataclass(frozen=True, slots=True)
class GateFile:
    """The content of a gates file."""

    gates: tuple[Gate, ...]
    accepted: tuple[Accepted, ...] = ()
    allow_inconclusive: bool = False

    def expired(self, today: date) -> list[GateResult]:
        """Return a failed gate for each accepted entry whose last valid day is over."""
        return [
            GateResult(f"accept {entry}", "", Outcome.FAILED, None, None, "", f"it was accepted until {entry.until}")
            for entry in self.accepted
            if entry.expired(today)
        ]

    def standing(self, today: date) -> tuple[Accepted, ...]:
        """Return the entries that are valid today."""
        return tuple(entry for entry in self.accepted if not entry.expired(today))


def read_gates(path: Path) -> GateFile:
    """Read a gates file; an invalid entry is a usage problem (exit 2) that names its place."""
    document = read_toml(
        path, missing="give the path of a gates file (docs/gates.md)", form="docs/gates.md", fault=UsageProblem
    )
    if wrong := sorted(document.keys() - _KEYS):
        raise UsageProblem(f"{path}: unknown key {wrong[0]}", remedy=f"known here: {', '.join(sorted(_KEYS))}")
    texts, allowed = document.get("gates", []), document.get("allow_inconclusive", False)
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        raise UsageProblem(f"{path}: gates must be a list of strings", remedy='write gates = ["errors.new == 0"]')
    if not isinstance(allowed, bool):
        raise UsageProblem(f"{path}: allow_inconclusive must be true or false", remedy="write true or false")
    return GateFile(
        parse_gates(texts),
        tuple(_accepted(path, entry) for entry in document.get("accept", [])),
        allowed,
    )


def _accepted(path: Path, entry: Any) -> Accepted:
    if not isinstance(entry, dict) or entry.keys() - _ACCEPT or not {"query_key", "why"} <= entry.keys():
        raise UsageProblem(
            f"{path}: invalid entry of accept: {entry!r}", remedy="write query_key, why, outcome or sqlstate, and until"
        )
    outcome, sqlstate, until = entry.get("outcome", ""), entry.get("sqlstate", ""), entry.get("until")
    if bool(outcome) == bool(sqlstate) or (outcome and outcome not in list(QueryOutcome)):
        raise UsageProblem(
            f"{path}: accept {entry['query_key']}: name an outcome or a sqlstate",
            remedy='write outcome = "regressed", or sqlstate = "40001"',
        )
    if until is not None and type(until) is not date:
        raise UsageProblem(
            f"{path}: accept {entry['query_key']}: invalid date in until", remedy="write until = 2026-12-31"
        )
    return Accepted(str(entry["query_key"]), str(entry["why"]), str(outcome), str(sqlstate), until)
