"""The outcomes of a run whose workers, or hosts, were lost; and the lateness of each host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.runs import write
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.quality.host_lateness import slow_hosts, with_lateness
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import UNRECORDED
from pgrehearse.runs.run_host import RunHost
from pgrehearse.runs.schema import OUTCOMES
from pgrehearse.runs.unrecorded import write_unrecorded
from tests.runs_with_events import SECONDS, SESSIONS, Replayed, workload_of

if TYPE_CHECKING:
    from pathlib import Path

# The sessions of the worker that was lost, and how many statements of each it had recorded.
LOST, RECORDED = (3, 4), 10


def _without_the_end(run: Run) -> None:
    """Remove what the lost worker would have recorded after its first statements."""
    (part,) = run.outcome_parts()
    outcomes = pl.read_parquet(part, glob=False)
    late = pl.col("session").is_in(LOST) & (pl.col("due_us") >= RECORDED * 1_000_000)
    write.write_part(part.parent, part.stem, outcomes.filter(~late))


def test_what_a_lost_worker_did_not_record_is_unsent_with_the_reason(tmp_path: Path) -> None:
    """Each event of its sessions has one outcome; the counts are those of the rows that were missing."""
    workload = workload_of(tmp_path)
    run = Replayed().write(workload, tmp_path / "lost.run")
    complete = run.outcomes().select("session", "copy", "seq").collect()
    _without_the_end(run)
    recorded = run.outcomes().collect()
    before = fitness(run, workload).statements
    lost = pl.DataFrame({"session": LOST, "copy": [0, 0]})
    written = write_unrecorded(run.path, run.manifest, workload, lost)
    outcomes = run.outcomes().collect()
    assert outcomes.select("session", "copy", "seq").sort(pl.all()).equals(complete.sort(pl.all()))
    unsent = outcomes.filter(status="unsent")
    assert set(unsent["reason"]) == {UNRECORDED}
    assert set(unsent["session"]) == set(LOST)
    assert unsent.height == written == complete.height - recorded.height
    assert unsent["sent_us"].null_count() == written
    assert fitness(run, workload).statements == before
    assert before["unsent"] == len(LOST) * (SECONDS - RECORDED)
    assert before["due"] == SECONDS * SESSIONS


def test_each_copy_of_a_lost_session_is_unsent(tmp_path: Path) -> None:
    """Only the copies that the lost worker had."""
    workload = workload_of(tmp_path)
    run = Replayed().write(workload, tmp_path / "lost.run")
    of_session = run.outcomes().filter(session=3).collect().height
    lost = pl.DataFrame({"session": [3, 3], "copy": [1, 2]})
    assert write_unrecorded(run.path, run.manifest, workload, lost) == 2 * of_session
    copies = run.outcomes().filter(session=3).collect()["copy"].value_counts().sort("copy")
    assert copies.rows() == [(0, of_session), (1, of_session), (2, of_session)]
    assert run.outcomes().filter(session=4).collect()["copy"].unique().to_list() == [0]


def test_nothing_is_added_for_sessions_that_were_recorded(tmp_path: Path) -> None:
    """No row is written twice."""
    workload = workload_of(tmp_path)
    run = Replayed().write(workload, tmp_path / "whole.run")
    before = run.outcome_parts()
    lost = pl.DataFrame({"session": [3], "copy": [0]})
    assert write_unrecorded(run.path, run.manifest, workload, lost) == 0
    assert run.outcome_parts() == before


def _late(late_us: int, count: int = 100) -> pl.DataFrame:
    """Return outcomes that were sent so late because of the harness, and ten times as late because of their predecessors."""
    empty = {name: pl.lit(None, kind) for name, kind in OUTCOMES.items()}
    seq = pl.select(pl.int_range(count, dtype=pl.Int32).alias("seq")).with_columns(
        **{name: value for name, value in empty.items() if name != "seq"}
    )
    ready = pl.lit(10 * late_us, pl.Int64)
    known = seq.with_columns(due_us=pl.lit(0, pl.Int64), ready_us=ready, sent_us=ready + late_us)
    return known.select(list(OUTCOMES))


def test_the_lateness_of_a_host_is_that_of_its_workers(tmp_path: Path) -> None:
    """The part of a lost worker, which no host wrote, is not counted."""
    workload = workload_of(tmp_path)
    run = Replayed().write(workload, tmp_path / "late.run")
    for path in run.outcome_parts():
        path.unlink()
    for name, late_us in (
        ("part-00-00000", 100),
        ("part-01-00000", 9_000),
        ("part-10-00002", 200),
        ("part-lost-00000", 50_000),
    ):
        write.write_part(run.path / "outcomes", name, _late(late_us))
    hosts = [RunHost("a", [0, 10]), RunHost("b", [1]), RunHost("c", [2])]
    found = with_lateness(hosts, run.path, run.manifest)
    assert [host.late_p99_us for host in found] == [200, 9_000, None]
    assert with_lateness(hosts[:1], run.path, run.manifest) == hosts[:1]


@pytest.mark.parametrize(
    ("p99", "slow"),
    [
        ([300.0, 9_000.0], ["b"]),
        ([300.0, 400.0, 9_000.0], ["c"]),
        ([4_000.0, 9_000.0], []),
        ([100.0, 1_900.0], []),
        ([None, 9_000.0], []),
        ([None, None], []),
        ([9_000.0], []),
    ],
)
def test_a_host_is_slow_if_it_is_far_later_than_the_others(p99: list[float | None], slow: list[str]) -> None:
    """More than 2 ms, and more than three times the others' median."""
    hosts = [RunHost(name, [number], "", late) for number, (name, late) in enumerate(zip("abc", p99, strict=False))]
    notes = slow_hosts(hosts)
    assert len(notes) == len(slow)
    assert all(note.startswith(f"the host {name} was slow: ") for note, name in zip(notes, slow, strict=True))
