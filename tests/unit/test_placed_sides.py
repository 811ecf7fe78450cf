"""Sides that got other parts of the traffic: what is compared, and what is counted as missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.comparison import Verdict
from pgrehearse.compare.placed_sides import NotSent, is_same_part, not_sent
from pgrehearse.compare.placement_figures import placement_figures
from pgrehearse.compare.sides import open_side
from pgrehearse.report.placement_page import write_placement_page
from pgrehearse.runs import write
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import CROSSES_SERVERS, OTHER_SERVER
from pgrehearse.runs.run_facts import RunPlan, TargetFacts
from pgrehearse.runs.schema import METRICS, OUTCOMES
from pgrehearse.workload.placement import PlacedServer, Placement
from tests.captured import captured
from tests.logged import LogRecord, Server

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pgrehearse.workload.read import Workload

SECONDS = 60
OF_A, OF_B, JOIN = "select * from a.t where id = 1", "select total from b.u where id = 1", "select from a.t, b.u"


@dataclass(frozen=True)
class Runs:
    """A control with all the traffic, and both servers of a placement: each statement takes its time in production, on *a* half of it."""

    workload: Workload
    control: Path
    a: Path
    b: Path


def template(sql: str) -> str:
    """Return a text as the workload has it, without its constant."""
    return sql.replace(" 1", " ?")


def written(workload: Workload, path: Path, reasons: Mapping[str, str | None], factor: float, server: str) -> Path:
    """Write a run on which the statements of *reasons* were not sent."""
    texts = workload.shapes().select("shape", pl.col("template").cast(pl.String))
    reason = pl.col("template").replace_strict(reasons, default=None, return_dtype=pl.String)
    rows = workload.events().join(texts.lazy(), on="shape", how="left").with_columns(reason.alias("reason"))
    took = (pl.col("took_us").fill_null(1) * factor).cast(pl.Int64)
    sent = {name: pl.when(pl.col("reason").is_null()).then(us) for name, us in _instants(took).items()}
    outcomes = rows.select(
        "session",
        "seq",
        pl.lit(0).alias("copy"),
        pl.lit(0).alias("connection"),
        *(value.alias(name) for name, value in sent.items()),
        pl.when(pl.col("reason").is_null()).then(pl.lit("ok")).otherwise(pl.lit("skipped")).alias("status"),
        pl.lit(1).alias("rows"),
        "reason",
    ).collect()
    missing = [pl.lit(None).cast(kind).alias(name) for name, kind in OUTCOMES.items() if name not in outcomes.columns]
    plan = RunPlan(workload_path=str(workload.path), one_server=server)
    manifest = RunManifest(
        workload.name, workload.manifest.digest, TargetFacts(), plan, 1_700_000_000_000_000, SECONDS * 10**6, "test"
    )
    directory = write.begin(path, manifest, force=False)
    write.write_part(
        directory / "outcomes", "part-0000", outcomes.with_columns(missing).select(list(OUTCOMES)).cast(OUTCOMES)
    )
    write.write_part(directory, "metrics-0000", pl.DataFrame(schema=METRICS))
    return write.finish(path, manifest).path


def _instants(took: pl.Expr) -> dict[str, pl.Expr]:
    at = pl.col("at_us")
    return {"due_us": at, "ready_us": at, "ordered_us": at, "sent_us": at, "done_us": at + took}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """In each second ten statements of a of 4 ms, ten of b, and one join of 20 ms: a fifth of the time."""
    folder = tmp_path_factory.mktemp("placed")
    records = [
        LogRecord.ran(session, second + session / 10, sql, took_ms)
        for second in range(SECONDS)
        for session, sql, took_ms in [
            *((one, OF_A, 4) for one in range(5)),
            *((one, OF_B, 4) for one in range(5, 9)),
            (9, JOIN, 9),
        ]
    ]
    workload = captured(folder, Server().write(folder / "x.csv", *records)).workload
    reasons = {template(OF_B): OTHER_SERVER, template(JOIN): CROSSES_SERVERS}
    return Runs(
        workload,
        written(workload, folder / "control.run", {}, 1.0, ""),
        written(workload, folder / "a.run", reasons, 0.5, "server a of p.toml"),
        written(
            workload,
            folder / "b.run",
            reasons | {template(OF_A): OTHER_SERVER, template(OF_B): None},
            1.0,
            "server b of p.toml",
        ),
    )


def test_what_was_not_sent_is_counted_by_its_reason(runs: Runs) -> None:
    """The share is that of the time: 9 of 45 ms in each second."""
    found = not_sent(open_side(runs.a, None))
    assert (found.elsewhere, found.nowhere) == (4 * SECONDS, SECONDS)
    assert found.share == pytest.approx(0.2)
    assert not_sent(open_side(runs.control, None)) == NotSent(0, 0, 0.0)


def test_only_statements_of_both_sides_are_compared(runs: Runs) -> None:
    """A query that was sent to the control only is in no result; it is counted in a caution."""
    (found,) = compare_runs(runs.control, runs.a).candidates
    assert [(query.sql, query.baseline.n, query.candidate.n) for query in found.queries] == [
        (template(OF_A), 5 * SECONDS, 5 * SECONDS)
    ]
    assert {side: of_side.n for side, of_side in found.overall.items()} == {"baseline": 300, "candidate": 300}
    cautions = " ".join(caution.text for caution in found.cautions)
    assert "a got the statements of one server only (server a of p.toml): 240 statements of other servers" in cautions
    assert "60 statements (20.0% of the time of all) were not sent to a, nor to another server" in cautions


def test_a_server_without_the_load_of_crossing_transactions_has_not_improved(runs: Runs) -> None:
    """Its statements are twice as fast, but a fifth of the load was sent to no server."""
    (found,) = compare_runs(runs.control, runs.a).candidates
    assert found.verdict == Verdict.INCONCLUSIVE
    assert any("their transactions cross servers" in reason for reason in found.reasons)


def test_without_crossing_transactions_a_part_has_a_verdict(runs: Runs, tmp_path: Path) -> None:
    reasons = {template(OF_B): OTHER_SERVER}
    part = written(runs.workload, tmp_path / "part.run", reasons, 0.5, "server a of p.toml")
    (found,) = compare_runs(runs.control, part).candidates
    assert found.verdict != Verdict.REGRESSED
    assert not any("cross servers" in caution.text for caution in found.cautions)


def test_the_servers_of_a_placement_are_described(runs: Runs) -> None:
    """Shares of the transactions and of the time in production, and what each run measured of its own statements."""
    placement = Placement("folder/p.toml", (PlacedServer("a", schemas=("a",)), PlacedServer("b", schemas=("b",))))
    both = {"a": Run.open(runs.a), "b": Run.open(runs.b)}
    found = placement_figures("moved", placement, runs.workload, both)
    figures = {one.server: one for one in found.servers}
    assert [one.transactions for one in found.servers] == [5 * SECONDS, 4 * SECONDS]
    assert [one.statements for one in found.servers] == [5 * SECONDS, 4 * SECONDS]
    assert figures["a"].transactions_share == pytest.approx(0.5)
    assert figures["a"].load_share == pytest.approx(5 / 9)
    assert figures["a"].time_share == pytest.approx(10 / 26)
    assert (figures["a"].latency_us["p50"], figures["b"].latency_us["p50"]) == (2_000, 4_000)
    assert figures["b"].per_second == pytest.approx(4)
    assert (figures["b"].cpu_percent, figures["b"].failed) == (None, 0)
    assert (found.transactions, found.crossing, found.joins, found.not_sent) == (
        10 * SECONDS,
        SECONDS,
        SECONDS,
        SECONDS,
    )
    assert [one.tables for one in found.crossings] == [("a.t", "b.u")]
    document = found.document()
    assert (document["busiest"], document["busiest_share"]) == ("a", pytest.approx(5 / 9))


def test_the_page_has_a_row_for_each_server(runs: Runs, tmp_path: Path) -> None:
    placement = Placement("folder/p.toml", (PlacedServer("a", schemas=("a",)), PlacedServer("b", schemas=("b",))))
    both = {"a": Run.open(runs.a), "b": Run.open(runs.b)}
    write_placement_page([placement_figures("moved", placement, runs.workload, both)], "prod", tmp_path / "p.html")
    page = (tmp_path / "p.html").read_text()
    assert "moved: server a has 55.6% of the load" in page
    assert "a.t, b.u" in page
    assert "folder/" not in page
    assert page.count('href="a.run/"') == page.count('href="b.run/"') == 1


def test_runs_of_the_same_part_by_another_file_got_the_same_traffic() -> None:
    """What a file contains decides, and not its path. A run without the content is known by its words."""
    first, second = PlacedServer("a", schemas=("a",)), PlacedServer("b", schemas=("b",))
    plans = [
        RunPlan(),
        RunPlan(one_server="server a of p", placement=(first, second), server="a"),
        RunPlan(one_server="server a of q", placement=(first, second), server="a"),
        RunPlan(one_server="server a of p", placement=(first, PlacedServer("b", others=True)), server="a"),
        RunPlan(one_server="server a of p"),
    ]
    assert [[is_same_part(one, other) for other in plans] for one in plans] == [
        [True, False, False, False, False],
        [False, True, True, False, False],
        [False, True, True, False, False],
        [False, False, False, True, False],
        [False, False, False, False, True],
    ]
