"""The lease of a process on a host of a cluster."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from pgrehearse.base.cluster.lease import Lease


def _hold(ended: Path) -> None:
    Lease(0.2, ended.touch).renew()
    multiprocessing.Event().wait()


def test_a_process_that_is_not_called_any_more_ends_itself(tmp_path: Path) -> None:
    """It does its last work before: without that, the files of a lost coordinator would stay."""
    process = multiprocessing.get_context("spawn").Process(target=_hold, args=(tmp_path / "ended",))
    process.start()
    process.join(60)
    assert process.exitcode == 1
    assert (tmp_path / "ended").exists()
