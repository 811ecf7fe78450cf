"""JUnit for a pipeline: one case for each gate. No values."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from pgrehearse.base.control_characters import visible
from pgrehearse.base.failures import Failure
from pgrehearse.base.output_file import Made, comment
from pgrehearse.compare.comparison import Comparison, Verdict
from pgrehearse.compare.gates.evaluate import GateResult, Outcome


def junit(comparison: Comparison, gates: list[GateResult]) -> str:
    """Return a JUnit document: an inconclusive gate is an error, a failed one a failure; without gates the verdict is one case."""
    suite = ET.Element("testsuite", name=visible(f"pgrehearse: {comparison.baseline}"))
    cases = gates or [_verdict_case(comparison)]
    for gate in cases:
        case = ET.SubElement(suite, "testcase", classname=visible(gate.candidate) or "gates", name=visible(gate.gate))
        if gate.outcome == Outcome.FAILED:
            ET.SubElement(case, "failure", message=visible(gate.why))
        elif gate.outcome == Outcome.INCONCLUSIVE:
            ET.SubElement(case, "error", message=visible(gate.why))
    for name, outcome in (("failures", Outcome.FAILED), ("errors", Outcome.INCONCLUSIVE)):
        suite.set(name, str(sum(gate.outcome == outcome for gate in cases)))
    suite.set("tests", str(len(cases)))
    return _text(suite)


def junit_of_failure(name: str, failure: Failure) -> str:
    """Return a JUnit document with one error, for a scenario without a comparison."""
    suite = ET.Element("testsuite", name=visible(f"pgrehearse: {name}"), failures="0", errors="1", tests="1")
    case = ET.SubElement(suite, "testcase", classname="pgrehearse", name=visible(name))
    error = ET.SubElement(case, "error", message=visible(failure.message), type=f"exit {failure.code}")
    error.text = visible(failure.remedy)
    return _text(suite)


def _text(suite: ET.Element) -> str:
    ET.indent(suite)
    begin = f'<?xml version="1.0" encoding="UTF-8"?>\n{comment(Made.JUNIT)}\n'
    return begin + ET.tostring(suite, encoding="unicode") + "\n"


def _verdict_case(comparison: Comparison) -> GateResult:
    verdict = comparison.verdict
    outcomes = {Verdict.REGRESSED: Outcome.FAILED, Verdict.INCONCLUSIVE: Outcome.INCONCLUSIVE}
    why = "; ".join(comparison.reasons) or verdict.value
    return GateResult("verdict", "", outcomes.get(verdict, Outcome.PASSED), None, None, "", why)
