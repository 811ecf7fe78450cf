"""The result of `pgrehearse ci` as one frozen value, and the document that scripts read (docs/json.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pgrehearse.base.failures import Failure
from pgrehearse.compare.comparison import Comparison
from pgrehearse.compare.gates.evaluate import GateResult
from pgrehearse.report.json_document import gate_document
from pgrehearse.scenarios.migration.record import MigrationRecord

VERDICT, JUNIT, COMMENT = "verdict.json", "junit.xml", "comment.md"
REPORT, COMPARISON, EXPERIMENT = "report.html", "comparison.json", "experiment"
# The files of a result, in the order of the documentation. The last two need a comparison.
ALWAYS = (VERDICT, JUNIT, COMMENT)
OF_COMPARISON = (REPORT, COMPARISON)


@dataclass(frozen=True, slots=True)
class CiResult:
    """What a pipeline learns from a scenario. *code*: the exit code; *failure*: why there is no comparison (None: there is one);
    *stages*: name and seconds of each stage; *migrations*: what the migrations of each side did before its replay."""

    scenario: str
    code: int
    comparison: Comparison | None = None
    gates: tuple[GateResult, ...] = ()
    stages: tuple[tuple[str, float], ...] = ()
    notes: tuple[str, ...] = ()
    migrations: dict[str, tuple[MigrationRecord, ...]] = field(default_factory=dict)
    failure: Failure | None = None

    def files(self) -> tuple[str, ...]:
        """Return the names of the files that the result has."""
        return (*ALWAYS, *(OF_COMPARISON if self.comparison is not None else ()))

    def document(self) -> dict[str, Any]:
        """Return the content of ``verdict.json``. It holds no values of statements."""
        comparison = self.comparison
        return {
            "scenario": self.scenario,
            "verdict": comparison.verdict.value if comparison is not None else None,
            "exit_code": int(self.code),
            "reasons": list(comparison.reasons) if comparison is not None else [],
            "gates": [{"candidate": gate.candidate, **gate_document(gate)} for gate in self.gates],
            "stages": [{"name": name, "seconds": seconds} for name, seconds in self.stages],
            "notes": list(self.notes),
            "migrations": [
                {"side": side, **record.document()} for side, records in self.migrations.items() for record in records
            ],
            "files": list(self.files()),
            "failure": self.failure.document() if self.failure is not None else None,
        }
