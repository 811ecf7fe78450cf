"""The exit code of a comparison: by its gates, or without gates by its verdict (docs/exit-codes.md)."""

from __future__ import annotations

from collections.abc import Sequence

from pgrehearse.base.errors import Exit
from pgrehearse.compare.comparison import Comparison, Verdict
from pgrehearse.compare.gates.evaluate import GateResult, Outcome


def gates_exit_code(gates: Sequence[GateResult], *, allowed: bool) -> int:
    """Return the exit code of the gates.

    A failed gate takes precedence. A gate that could not be evaluated passes only if *allowed*.
    """
    outcomes = {gate.outcome for gate in gates}
    if Outcome.FAILED in outcomes:
        return Exit.VERDICT
    return Exit.INCONCLUSIVE if Outcome.INCONCLUSIVE in outcomes and not allowed else Exit.OK


def exit_code(comparison: Comparison) -> int:
    """Return the exit code of the verdict."""
    return {Verdict.REGRESSED: Exit.VERDICT, Verdict.INCONCLUSIVE: Exit.INCONCLUSIVE}.get(comparison.verdict, Exit.OK)
