"""Comparisons of more statements than are worked on at once: the figures of a comparison in memory, part by part and in files."""

from __future__ import annotations

import errno
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest

from benchmarks.comparing import write_example
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.compare import columns, timeline
from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.columns import Source, column, grouped, parts
from pgrehearse.compare.executions import Round
from pgrehearse.compare.quantiles import quantiles
from pgrehearse.compare.query_changes import Rules, evaluate
from pgrehearse.report.json_document import document
from tests.simulated import World, layout_of, measured, side, work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of 100 places; columns of more than 300 values are in files."""
    monkeypatch.setattr(columns, "PART", 100)
    monkeypatch.setattr(columns, "IN_MEMORY", 300)


@pytest.mark.usefixtures("small_parts")
def test_values_in_a_file_are_grouped_in_the_order_of_their_places() -> None:
    """Places without a group are left out, and the pages that were released keep their content."""
    size, numbers = 1_234, np.random.default_rng(1).integers(-1, 7, 1_234)
    values = column(size, np.int64, 5)
    assert values.base is not None
    assert (values == 5).all()
    for part in parts(size):
        values[part] = np.arange(part.start, part.stop)
    table = grouped(size, 8, lambda part: numbers[part], {"value": Source(np.int64, lambda part: values[part])})
    assert [table.of(group, group + 1)["value"].tolist() for group in range(8)] == [
        np.flatnonzero(numbers == group).tolist() for group in range(8)
    ]
    spans = list(table.spans())
    assert [first for first, _ in spans[1:]] == [last for _, last in spans[:-1]]
    assert (spans[0][0], spans[-1][1]) == (0, 8)


@pytest.mark.parametrize("spread", [0.5, 0.001])
@pytest.mark.usefixtures("small_parts")
def test_quantiles_of_many_values_are_exact(spread: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """With equal values, negative values and zero: the same bits as numpy's."""
    rng = np.random.default_rng(2)
    values = np.round(rng.lognormal(5, spread, 2_345)).astype(np.float32)
    values[:40] *= -1
    values[40:50] = 0
    rng.shuffle(values)
    at = np.linspace(0, 1, 41)
    expected = [np.quantile(values.astype(kind), at) for kind in (np.float64, np.float32)]

    def of_parts() -> Iterator[np.ndarray[Any, np.dtype[np.float32]]]:
        return (values[part] for part in parts(len(values)))

    found = [quantiles(of_parts, len(values), at, kind) for kind in (np.float64, np.float32)]
    assert [each.tolist() for each in found] == [each.tolist() for each in expected]
    monkeypatch.undo()
    assert [quantiles(of_parts, len(values), at).tolist()] == [expected[0].tolist()]


def test_many_executions_have_the_estimates_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no times are equal, also of two rounds, and where an execution of one side has no time."""
    rng, world = np.random.default_rng(3), World((900, 30, 700))
    layout = layout_of(world.sizes)
    base_us = work(rng, world)
    sides = [measured(side(rng, layout, base_us, world) * factor) for factor in (1.0, 1.3, 1.0, 1.3)]
    sides[0].us[5], sides[1].status[7] = np.nan, 2
    rounds = [Round(sides[0], sides[1]), Round(sides[2], sides[3])]
    at_once = {query.query_key: asdict(query) for query in evaluate(layout, rounds, Rules())}
    monkeypatch.setattr(columns, "PART", 100)
    monkeypatch.setattr(columns, "IN_MEMORY", 300)
    by_parts = {query.query_key: asdict(query) for query in evaluate(layout, rounds, Rules())}
    assert alike(by_parts, at_once)


def test_equal_times_of_many_executions_change_an_estimate_by_less_than_one_bin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Times in whole tens of microseconds: most executions have the time of others."""
    rng, world = np.random.default_rng(4), World((4_000,), work=0.3)
    layout = layout_of(world.sizes)
    base_us = work(rng, world)
    sides = [measured(np.round(side(rng, layout, base_us, world) * factor, -1)) for factor in (1.0, 1.2)]
    (at_once,) = evaluate(layout, [Round(*sides)], Rules())
    monkeypatch.setattr(columns, "PART", 1_000)
    (by_parts,) = evaluate(layout, [Round(*sides)], Rules())
    assert by_parts.outcome == at_once.outcome
    assert by_parts.baseline == at_once.baseline
    for name in ("paired", "p50", "p95"):
        exact, found = getattr(at_once, name), getattr(by_parts, name)
        assert found.ratio == pytest.approx(exact.ratio, rel=0.005)


def test_a_comparison_in_files_has_the_result_of_one_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every figure of the document, with errors on one side; nothing remains in the folder of temporary files."""
    write_example(tmp_path, 3_000)
    for part in (tmp_path / "b.run" / "outcomes").glob("*.parquet"):
        outcomes = pl.read_parquet(part)
        failed = pl.col("seq") % 1_000 == 1
        outcomes.with_columns(
            pl.when(failed)
            .then(pl.lit("failed"))
            .otherwise(pl.col("status"))
            .cast(outcomes.schema["status"])
            .alias("status"),
            pl.when(failed).then(pl.lit("42P01")).alias("sqlstate"),
        ).write_parquet(part)
    in_memory = document(compare_runs(tmp_path / "a.run", tmp_path / "b.run"), "")
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(columns, "PART", 500)
    monkeypatch.setattr(columns, "IN_MEMORY", 1_000)
    monkeypatch.setattr(timeline, "_SPANS", 16)
    in_files = document(compare_runs(tmp_path / "a.run", tmp_path / "b.run"), "")
    assert alike(in_files, in_memory)
    assert not list(folder.iterdir())


@pytest.mark.usefixtures("small_parts")
def test_a_full_disk_is_an_error_before_the_file_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The message names the folder and the size; a write to a mapped file on a full disk would end the process."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    def full(*_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(
        HarnessFailure, match=r"a temporary file of 7\.8 KiB cannot be written: No space left"
    ) as caught:
        column(1_000, np.int64)
    assert str(tmp_path) in caught.value.message
    assert "TMPDIR" in caught.value.remedy


def alike(found: Any, expected: Any) -> bool:
    """Whether two documents are equal, numbers up to rounding."""
    if isinstance(expected, dict):
        return found.keys() == expected.keys() and all(alike(found[key], value) for key, value in expected.items())
    if isinstance(expected, list | tuple):
        return len(found) == len(expected) and all(map(alike, found, expected))
    if isinstance(expected, float):
        return bool(found == pytest.approx(expected, rel=1e-6, nan_ok=True))
    return bool(found == expected)
