"""A process that is killed before each of its changes of the file system, one after the other."""

from __future__ import annotations

import os
import signal
import sys
import textwrap
from itertools import count
from subprocess import run
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_KILLED_BEFORE = """
import os, signal, sys
left = int(sys.argv.pop(1))
def kill(event, _arguments):
    global left
    if event in {"os.rename", "os.remove"}:
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_at_each_step(program: str, *words: object) -> Iterator[int]:
    """Run a program until it was killed before each of its renames and removals; yield their number after each time.

    The program defines ``prepare()`` and ``execute()``; only ``execute`` is killed. *words*: its ``sys.argv[1:]``.
    """
    text = _KILLED_BEFORE + textwrap.dedent(program) + "\nprepare()\nsys.addaudithook(kill)\nexecute()\nleft = 99\n"
    for step in count():
        done = run(
            [sys.executable, "-c", text, str(step), *map(str, words)], check=False, capture_output=True, env=os.environ
        )
        if done.returncode != -signal.SIGKILL:
            assert done.returncode == 0, done.stderr.decode()
            return
        yield step
