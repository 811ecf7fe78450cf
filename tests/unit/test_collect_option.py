"""`pgrehearse replay --collect`: what it refuses, before it connects to a cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from pgrehearse.base.artifact import partial_name
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.cli import cli
from pgrehearse.runs import write
from tests.runs_with_events import Replayed, workload_of

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("ray")


def _replay(*words: object) -> None:
    cli.main(["replay", *map(str, words)], prog_name="pgrehearse", standalone_mode=False)


def test_a_run_that_is_complete_or_not_there_is_not_collected(tmp_path: Path) -> None:
    """Exit code 2."""
    run = Replayed().write(workload_of(tmp_path), tmp_path / "a.run")
    with pytest.raises(UsageProblem, match="it is complete"):
        _replay(run.path, "--collect")
    with pytest.raises(UsageProblem, match=r"there is no none\.run\.partial"):
        _replay("--collect", tmp_path / "none.run")


def test_a_run_of_one_machine_is_not_collected(tmp_path: Path) -> None:
    """Its outcomes are in its directory, which stays as it is."""
    manifest = Replayed().write(workload_of(tmp_path), tmp_path / "a.run").manifest
    partial = write.begin(tmp_path / "b.run", manifest, force=False)
    with pytest.raises(BadInput, match="is not a run whose parts are on a cluster"):
        _replay("--collect", tmp_path / "b.run")
    assert partial == partial_name(tmp_path / "b.run")
    assert (partial / "outcomes").is_dir()


def test_a_replay_needs_a_target_and_a_collection_has_none(tmp_path: Path) -> None:
    """Options without effect are refused."""
    workload = workload_of(tmp_path)
    with pytest.raises(click.UsageError, match="Missing option '--target'"):
        _replay(workload.path, "-o", tmp_path / "a.run")
    for words in (("-o", tmp_path / "b.run"), ("--target", "postgresql://a/b")):
        with pytest.raises(click.UsageError, match="no --target and no -o"):
            _replay(tmp_path / "a.run", "--collect", *words)
