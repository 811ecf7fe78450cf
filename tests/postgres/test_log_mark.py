"""Positions in a server's log: what was executed before is not after the mark, however late the server writes its log."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.conftest import LogMark, connect, new_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster


@contextmanager
def stopped(cluster: Cluster, title: str) -> Iterator[None]:
    """Stop the process of a server with this title while the block runs."""
    postmaster = psutil.Process(int((cluster.data / "postmaster.pid").read_text().split()[0]))
    (process,) = (one for one in postmaster.children() if title in " ".join(one.cmdline()))
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


@pytest.mark.parametrize("late", ["logger", "database"])
def test_a_mark_is_behind_what_was_executed_before(pg16: Cluster, late: str) -> None:
    """Also if the process that writes the log is late, or that of a session whose client has closed the connection."""
    new_database(pg16, "log_mark")
    connection = connect(pg16, "log_mark", application="early")
    connection.execute("select 'before the mark'")
    with ThreadPoolExecutor() as threads:
        with stopped(pg16, "logger" if late == "logger" else " log_mark "):
            connection.close()
            marked = threads.submit(LogMark.now, pg16)
            assert wait([marked], timeout=0.3).not_done == {marked}
        log = marked.result().settled()
    assert b"before the mark" not in log
    assert b"early" not in log
