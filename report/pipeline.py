"""What a pipeline reads: JUnit (one case a gate) and Markdown that fits a pull request's comment. No values in either."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from pgrehearse.base import units
from pgrehearse.base.control_characters import visible
from pgrehearse.base.output_file import Made, comment
from pgrehearse.compare.comparison import Comparison, Query, QueryOutcome
from pgrehearse.compare.gates.evaluate import GateResult, Outcome
from pgrehearse.compare.sentences import cause_words, host_words, noticed
from pgrehearse.compare.statement_labels import query_labels

_MARK = {Outcome.PASSED: "✅", Outcome.FAILED: "❌", Outcome.INCONCLUSIVE: "❔"}
_SHOWN = 20


def junit(comparison: Comparison, gates: list[GateResult]) -> str:
    """Return a JUnit document. An inconclusive gate is an error, a failed one a failure; without gates the verdict is one case."""
    suite = ET.Element("testsuite", name=visible(f"pgrehearse: {comparison.baseline}"))
    cases = gates or [_verdict_case(comparison)]
    for one in cases:
        case = ET.SubElement(suite, "testcase", classname=visible(one.candidate) or "gates", name=visible(one.gate))
        if one.outcome == Outcome.FAILED:
            ET.SubElement(case, "failure", message=visible(one.why))
        elif one.outcome == Outcome.INCONCLUSIVE:
            ET.SubElement(case, "error", message=visible(one.why))
    for name, outcome in (("failures", Outcome.FAILED), ("errors", Outcome.INCONCLUSIVE)):
        suite.set(name, str(sum(one.outcome == outcome for one in cases)))
    suite.set("tests", str(len(cases)))
    ET.indent(suite)
    begin = f'<?xml version="1.0" encoding="UTF-8"?>\n{comment(Made.JUNIT)}\n'
    return begin + ET.tostring(suite, encoding="unicode") + "\n"


def _verdict_case(comparison: Comparison) -> GateResult:
    word = comparison.verdict.value
    outcome = {"regressed": Outcome.FAILED, "inconclusive": Outcome.INCONCLUSIVE}.get(word, Outcome.PASSED)
    return GateResult("verdict", "", outcome, None, None, "", "; ".join(comparison.reasons) or word)


def markdown(comparison: Comparison, gates: list[GateResult]) -> str:
    """Return the comparison for a pull request: the verdict first, detail collapsed."""
    names = ", ".join(_plain(one.name) for one in comparison.candidates)
    lines = [
        comment(Made.MARKDOWN),
        f"## pgrehearse: {comparison.verdict.value}{' (no noise measured)' if comparison.unmeasured else ''}",
        "",
        f"{names} against {_plain(comparison.baseline)}, by {comparison.time}.",
    ]
    lines += [f"- {_words(reason)}" for reason in comparison.reasons]
    if gates:
        lines += ["", "| | gate | value |", "|---|---|---|"]
        lines += [f"| {_MARK[one.outcome]} | `{_cell(one.gate)}` | {_words(one.why)} |" for one in gates]
    for one in comparison.candidates:
        counts, errors = one.counts(), one.errors
        named = query_labels(one.queries[:_SHOWN], 90)
        lines += [
            "",
            f"**{_plain(one.name)}**: {counts['regressed']} queries slower, {counts['improved']} faster, {counts['unchanged']} unchanged, "
            f"{counts['cannot_evaluate']} cannot be judged; {errors['new']} new errors, {errors['vanished']} vanished, {errors['drifted']} through drifted ids.",
            *(f"- {_words(told)}" for told in one.accepted),
            *(f"- {_words(told)}" for told in (*cause_words(one), *noticed(one), *host_words(one))),
            "",
            "<details><summary>queries</summary>",
            "",
            "| query | verdict | n | p50 | p95 |",
            "|---|---|---|---|---|",
            *(_row(query, named[query.query_key]) for query in one.queries[:_SHOWN]),
            "",
            "</details>",
        ]
    return "\n".join(lines) + "\n"


def _row(query: Query, label: str) -> str:
    steps = [
        units.both(ours, theirs)
        for ours, theirs in (
            (query.baseline.p50_us, query.candidate.p50_us),
            (query.baseline.p95_us, query.candidate.p95_us),
        )
    ]
    word = f"**{query.outcome.value}**" if query.outcome == QueryOutcome.REGRESSED else query.outcome.value
    return f"| `{_cell(label)}` | {word} | {units.count(query.candidate.n)} | {steps[0]} | {steps[1]} |"


def _cell(text: str) -> str:
    """Keep a text inside its cell of a table, and inside a code span."""
    return visible(text).replace("|", "\\|").replace("\n", " ").replace("`", "'")


def _words(text: str) -> str:
    """Keep a text inside its cell of a table, outside of a code span: nothing in it is HTML."""
    return _cell(text).replace("<", "\\<")


def _plain(name: str) -> str:
    """Return a name as words: nothing in it is Markdown or HTML."""
    return re.sub(r"([\\`*_{}\[\]()<>#|~!$&])", r"\\\1", " ".join(visible(name).split()))
