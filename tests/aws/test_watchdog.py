"""The watchdog of a target: the command is killed, or its target expires, and nothing is left at AWS."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from pgrehearse.base.progress import SILENT
from pgrehearse.targets.journal import read_journals
from pgrehearse.targets.removal import remove
from tests.aws.created import names, produced

if TYPE_CHECKING:
    from tests.aws.standin.server import StandIn

ROOT = Path(__file__).parents[2]
# The command creates a parameter group and a cluster, and prints the process id of the watchdog before it ends.
OWNER = """
import os, signal, sys
from dataclasses import replace
from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.targets import guarding
from tests.aws.created import create, creations, journal_of

how = sys.argv[1]
started, start = [], guarding.start
guarding.start = lambda journal, _=0: started.append(start(journal, 0)) or started[0]
journal = journal_of("4f2a", wall_us() + 3600 * SECOND)
if how == "expires":
    # The target is complete when it expires, however long its creation takes.
    create(journal, creations("4f2a")[:3])
    journal = replace(journal, header=replace(journal.header, expires_us=wall_us() + 2 * SECOND))
try:
    with guarding.guarded(journal, keep=how in {"expires", "kept"}, grace_s=0):
        if how != "expires":
            create(journal, creations("4f2a")[:3])
        print(started[0].pid, flush=True)
        if how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if how == "fails":
            raise SystemExit(3)
        if how == "removes":
            from pgrehearse.base.progress import SILENT
            from pgrehearse.targets.removal import remove
            assert remove(journal, SILENT) == ()
finally:
    os._exit(0)
"""


@pytest.mark.parametrize("how", ["killed", "fails", "expires", "removes", "kept"])
def test_nothing_is_left(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, how: str) -> None:
    """After kill -9, after a failure, at the expiry of a target that was kept, and after a teardown by this or another command."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    produced()
    production = names()
    owner = subprocess.run(
        [sys.executable, "-c", OWNER, how], capture_output=True, text=True, check=False, env=os.environ
    )
    assert owner.returncode == (-signal.SIGKILL if how == "killed" else 0), owner.stderr
    if how == "kept":
        (journal,) = read_journals().readable
        assert remove(journal, SILENT) == ()
    ended(int(owner.stdout))
    assert names() == production
    assert read_journals().readable == ()
    assert stand_in.faults.seen.count("DeleteDBParameterGroup") == 1
    assert list((tmp_path / "pgrehearse" / "targets").iterdir()) == []


def ended(pid: int) -> None:
    """Wait for the end of a process."""
    try:
        psutil.Process(pid).wait(timeout=120)
    except psutil.NoSuchProcess:
        return
