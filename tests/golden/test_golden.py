"""Reports and help: a change is a diff to review (``make golden``)."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from click.testing import CliRunner

from pgrehearse.compare.comparison import (
    CandidateResult,
    Change,
    ClockComparison,
    ClockRows,
    Comparison,
    Cost,
    Difference,
    Headroom,
    HostLoad,
    Latency,
    Load,
    MetricRow,
    Noise,
    OpenType,
    PlanStatus,
    Query,
    QueryOutcome,
    RowDrift,
    Series,
    Verdict,
)
from pgrehearse.compare.end_state.values import (
    RowCounts,
    Sameness,
    SequenceDifference,
    StateComparisons,
    StateDifference,
    TableDifference,
)
from pgrehearse.compare.findings import findings
from pgrehearse.compare.generated_ids import SideIds
from pgrehearse.compare.result_values import CLOCK, Execution, QueryRows, Results
from pgrehearse.report.html import render
from pgrehearse.report.json_document import document
from pgrehearse.runs.fitness_values import Cause, NewErrors, Outage
from pgrehearse.runs.run_facts import IdFacts, SequenceIds
from tests.conftest import held_to_schema
from tests.fitnesses import plain_fitness

if TYPE_CHECKING:
    import pytest

    from tests.conftest import GoldenFiles


def latency(n: int, p50: float) -> Latency:
    return Latency(n, p50, p50 * 3, p50 * 6, p50 * 1.4, p50 * 1.4 * n)


def results() -> Results:
    """Rows that differ in each way."""
    sorted_by_name = "its ORDER BY compares text by another collation; the targets differ in the collation of database"
    return Results(
        same=570,
        reordered=12,
        different=2,
        not_comparable=3,
        not_hashed=1,
        control=True,
        queries=(
            QueryRows(
                "eeee",
                "select tax(total) from <orders>",
                20,
                0,
                2,
                1,
                0,
                "",
                "",
                (Execution(4, 2, "", "select tax(total) from orders where code = 'planted-code'"),),
            ),
            QueryRows(
                "dddd",
                "select name from people order by name",
                40,
                12,
                0,
                0,
                0,
                "",
                sorted_by_name,
                (Execution(3, 17, "prod.csv:1204"), Execution(3, 19)),
            ),
            QueryRows("ffff", "select now()", 3, 0, 3, 0, 3, CLOCK, "", (Execution(5, 1),)),
        ),
    )


def ids() -> tuple[SideIds, ...]:
    """The ids of one sequence are verified, and those of another by order only; the control drew its own."""
    sequences = [
        SequenceIds("app", "public.videos_id_seq", ["public.videos.id"], {"confirmed": 40, "order": 2}, 1),
        SequenceIds("app", "public.payments_id_seq", ["public.payments.id"], {"order": 12}),
    ]
    return SideIds("control"), SideIds("candidate", IdFacts(sequences, ["there is no sequence public.old_seq"]))


def end_state() -> StateComparisons:
    """One table of each outcome, and a sequence."""
    tables = (
        TableDifference("shop", "public.users", Sameness.EQUAL, (10, 10)),
        TableDifference("shop", "public.visits", Sameness.GENERATED, (9, 9), generated=(("made_at", "time"),)),
        TableDifference(
            "shop",
            "public.orders",
            Sameness.DIFFERENT,
            (40, 39),
            ("status",),
            (("id", "sequence"),),
            RowCounts(3, 2, 5),
            RowCounts(2, 1),
            keys=("17",),
        ),
        TableDifference("shop", "public.secret", Sameness.NOT_COMPARED, (None, 3), why="control: no permission"),
    )
    sequence = SequenceDifference("shop", "public.orders_id_seq", (40, True), (41, True))
    pair = StateDifference("control", "candidate", tables, (sequence,), 2, ids="ids of both sides are their own")
    return StateComparisons((pair,))


def comparison() -> Comparison:
    """A small comparison that shows every part of a report."""
    slow = Query(
        "aaaa",
        "select id from videos where workspace_id = $?",
        "select",
        QueryOutcome.REGRESSED,
        "changed by more than 10%, shown by p50, paired",
        latency(500, 120),
        latency(500, 1900),
        latency(500, 110),
        Change(14.4, 13.0, 16.0, 1e-9),
        Change(15.0, 13.0, 17.0, 1e-9),
        None,
        response=(latency(500, 180), latency(500, 2100)),
        distribution=((80.0, 120.0, 700.0), (900.0, 1900.0, 9000.0)),
        smallest={"paired": 0.14, "p50": 0.16},
        needed=900,
        plan_status=PlanStatus.COMPARED,
        plans=("with captured values: videos by Index Scan using videos_ws -> Seq Scan",),
    )
    same = Query(
        "bbbb",
        "update <t> set a = ? & b",
        "update",
        QueryOutcome.UNCHANGED,
        "no change larger than 10% was found",
        latency(90, 80),
        latency(90, 82),
        None,
        Change(1.28, 1.22, 1.34, 1e-6),
        None,
        None,
        noticed="+28% per execution, 2 µs each",
    )
    few = Query(
        "cccc",
        "select count(*) from t",
        "select",
        QueryOutcome.CANNOT_EVALUATE,
        "4 executions succeeded on both sides; 15 are needed",
        latency(4, 80),
        latency(4, 82),
        None,
        None,
        None,
        None,
    )
    cause = Cause("foreign key", "23503", "items_order_fk", 3, 2, drifted=True, at_us=900, remedy="align")
    fit = plain_fitness(
        statements={"due": 600, "sent": 594, "ok": 590, "failed": 4, "skipped": 6, "unsent": 0},
        rate={"offered": 20.0, "achieved": 19.9},
        lateness_us={"p50": 100.0, "p99": 2000.0, "max": 9000.0},
        blame_us={"predecessor": 1800.0, "connection": 0.0, "ordering": 0.0, "harness": 400.0},
        fidelity={
            "coverage": 0.99,
            "on_time": 1.0,
            "rate": 0.97,
            "types": 1.0,
            "errors": 0.998,
            "in_flight": 0.8,
            "score": 0.97,
        },
        new_errors=NewErrors(300, 2, 0.006667, [cause]),
    )
    outage = Outage("server unreachable", 200_000, 500_000, 700_000, statements=4, transactions=2)
    candidate = CandidateResult(
        name="candidate",
        version="18.4",
        verdict=Verdict.REGRESSED,
        fit=True,
        reasons=("1 query is slower, first: select id from videos",),
        fitness={"control": fit, "candidate": replace(fit, outages=[outage])},
        queries=(slow, same, few),
        errors={"same": 3, "new": 1, "vanished": 0, "different": 0, "moved": 0, "drifted": 3},
        differences=(
            Difference(
                "bbbb",
                "update <t>",
                "new",
                "40001",
                "",
                1,
                "could not serialize",
                "prod.csv:12",
                "deadlock or serialization failure",
            ),
        ),
        drift=(
            RowDrift("cccc", "select count(*) from t", 40, 9, 0.9, 0.8, "sequence drift: t.id comes from a sequence"),
        ),
        clock=ClockComparison(
            (
                ClockRows("cccc", "select count(*) from t", 40, 36, 32),
                ClockRows("dddd", "select id from jobs where due < now() - interval '1 hour'", 12, 3400, 0),
            )
        ),
        metrics=(
            MetricRow(
                "host/primary/cpu_percent",
                "cpu_percent",
                "",
                "percent",
                "lower",
                {"mean": 30.0, "p50": 29.0, "p99": 80.0, "max": 90.0},
                None,
            ),
        ),
        series=(
            Series(
                "statements done",
                "1/s",
                (("control", (0.0, 1.0), (20.0, 21.0)), ("candidate", (0.0, 1.0), (19.0, 20.0))),
                ((0.2, 0.7, "candidate: server unreachable"),),
            ),
        ),
        distribution=(("control", (0.1, 0.2, 0.9)), ("candidate", (0.1, 0.3, 2.0))),
        settings=(
            ("setting work_mem", "4MB", "8MB"),
            ("index public.videos_ws", "CREATE INDEX videos_ws ...", "(none)"),
        ),
        notes=("latencies are server time",),
        labels=("candidate: thinned: 20% played",),
        load=(
            Load("wait", "CPU", (0.8, 2.4)),
            Load("table", "public.videos", (0.5, 2.1)),
            Load("query", "aaaa", (0.4, 2.0)),
            Load("query", "?", (0.1, 0.1)),
        ),
        noise=Noise(
            measured=False,
            floor=0.5,
            advice="Replay control again; pgrehearse compare control.run candidate.run --control control-again.run",
        ),
        open_types=(
            OpenType(
                "9c1e", "insert into got values (?, $1 / $2)", 1, "integer", ("numeric",), "", ("control", "candidate")
            ),
        ),
        hosts=(HostLoad("control", 3.0, 0.0, 12.0, 4.0), HostLoad("candidate", 11.0, 0.0)),
        results=results(),
        end_state=end_state(),
        ids=ids(),
        headroom=(Headroom("candidate", "connections", "count", 88.0, 100.0),),
        costs=(Cost("control", "USD", 1.2, None, 876.0, None), Cost("candidate", "USD", 0.9, 52.56, 709.56, 854.1)),
    )
    compared = Comparison(
        "control",
        "16.14",
        "server time",
        0.10,
        Verdict.REGRESSED,
        True,
        candidate.reasons,
        (candidate,),
        {
            "name": "production",
            "digest": "d" * 64,
            "statements": 600,
            "sessions": 12,
            "duration_s": 30.0,
            "logging_mode": "log_min_duration_statement",
            "coverage": {"count": 1.0, "time": 1.0},
            "lines": 900,
            "buckets": {"statement": 600, "background": 300},
            "notes": [],
            "redaction": "none",
            "sampling": 1.0,
            "parameters_missing": 0,
        },
        {"pgrehearse": "0.1.0", "workload": "d" * 16, "replayed": "2026-07-01T12:00:00+00:00"},
    )
    return replace(compared, findings=findings(compared))


def html() -> str:
    out = io.StringIO()
    render(comparison(), out)
    return out.getvalue()


def test_the_report_without_its_plots(golden: GoldenFiles) -> None:
    """Text and tables of the HTML; plots depend on matplotlib's version and are covered by the browser tests."""
    text = html()
    while "<svg" in text:
        begin, end = text.index("<svg"), text.index("</svg>") + 6
        label = text[begin:end].split('aria-label="')[1].split('"')[0]
        text = text[:begin] + f"[plot: {label}]" + text[end:]
    golden.check("report.html", text)


def test_the_report_needs_no_network_and_escapes_sql() -> None:
    """No request is made, and SQL is text."""
    text = html()
    assert "update &lt;t&gt;" in text
    assert "update <t>" not in text
    for word in ("src=", "@import", "<link", "fetch(", "XMLHttpRequest", "import("):
        assert word not in text
    assert [
        address
        for address in text.split('"')
        if address.startswith("http") and "w3.org" not in address and "purl.org" not in address
    ] == []


def test_the_json_document(golden: GoldenFiles) -> None:
    """It is valid against its schema."""
    held_to_schema("compare", json.loads(json.dumps(document(comparison(), "report.html"))))
    golden.check("comparison.json", json.dumps(document(comparison(), "report.html"), indent=1) + "\n")


def test_the_terminal(golden: GoldenFiles, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The verdict and the findings come last; a narrow terminal has fewer columns, and no number is cut."""
    from rich.console import Console

    from pgrehearse import comparison_view, console

    for width, name in ((150, "terminal.txt"), (80, "terminal-80.txt")):
        narrow = Console(width=width, highlight=False, color_system=None, force_terminal=False)
        for module in (console, comparison_view):
            monkeypatch.setattr(module, "out", narrow)
        comparison_view.print_comparison(comparison(), "report.html")
        golden.check(name, capsys.readouterr().out)


def test_the_help(golden: GoldenFiles) -> None:
    """The page of each command."""
    from pgrehearse.cli import COMMANDS, cli

    pages = [CliRunner().invoke(cli, ["-h"]).output]
    pages += [CliRunner().invoke(cli, [verb, "-h"], terminal_width=100).output for verb in COMMANDS]
    golden.check("help.txt", "\n".join(pages))
