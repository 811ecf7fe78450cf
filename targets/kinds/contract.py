"""The contract with the commands of a target of kind ``command``: JSON on stdin, JSON on stdout (docs/targets.md, docs/schemas).

What the commands print may contain a password. It is in no message, and is written to no file.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.typed_document import of_user
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.target import Connections, DataOrigin

FORMAT = 1
# After an interrupt a command has so long to end by itself: Terraform then releases its lock.
_GRACE_S = 60.0
_MANUAL = "docs/targets.md has the contract"


@dataclass(frozen=True, slots=True)
class AnsweredData:
    """Which state of production the data is, as the command reports it; *at_us*: microseconds since 1970."""

    how: str = ""
    name: str = ""
    at_us: int = 0

    def origin(self) -> DataOrigin:
        return DataOrigin(self.how, self.name, self.at_us)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command ``describe`` prints. *primary*, *readers*: DSNs."""

    primary: str = field(repr=False)
    readers: dict[str, str] = field(default_factory=dict, repr=False)
    version: str = ""
    instance_class: str = ""
    resource: str = ""
    instances: tuple[str, ...] = ()
    aws_clusters: tuple[str, ...] = ()
    price: float = 0.0
    logs: tuple[str, ...] = ()
    data: AnsweredData = field(default_factory=AnsweredData)
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def connections(self) -> Connections:
        """Return where the target is reached. Raises ``TargetProblem`` for a denied host."""
        primary, readers = (
            Endpoint.parse(self.primary),
            {name: Endpoint.parse(dsn) for name, dsn in self.readers.items()},
        )
        for endpoint in (primary, *readers.values()):
            refuse_denied(endpoint, ())
        return Connections(primary, readers)


@dataclass(frozen=True, slots=True)
class Contract:
    """How the commands are executed: in the *folder* of the target's file, each for at most *timeout_s*; *facts*: their JSON on stdin."""

    folder: Path
    timeout_s: float
    facts: dict[str, Any]

    def execute(self, action: str, command: str) -> str:
        """Execute the command of an action, wait for its end, and return what it printed.

        Raises ``TargetProblem`` if it cannot be started, fails, or has not finished in time. At an interrupt it is interrupted too.
        """
        given = json.dumps({"format": FORMAT, "action": action, **self.facts})
        try:
            process = subprocess.Popen(
                shlex.split(command) or [""],
                cwd=self.folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            reason = os.strerror(error.errno or 0) if isinstance(error, OSError) else "its quotes do not match"
            raise self._failed(action, f"it could not be started ({reason})") from None
        try:
            output, _ = process.communicate(given, timeout=self.timeout_s)
        except subprocess.TimeoutExpired:
            raise self._failed(action, f"it had not finished after {self.timeout_s:.0f} s") from None
        except UnicodeDecodeError:
            raise self._failed(action, "its output is not UTF-8") from None
        finally:
            _end(process)
        if process.returncode != 0:
            raise self._failed(action, f"it returned exit code {process.returncode}")
        return output

    def describe(self, command: str) -> Answer:
        """Execute the command ``describe``, and return its answer. Raises ``BadInput`` with the key that is wrong."""
        output = self.execute("describe", command)
        where = "the output of the command describe"
        try:
            document = json.loads(output)
        except ValueError:
            raise BadInput(f"{where} is not JSON", remedy=_MANUAL) from None
        return of_user(Answer, document, where, remedy=_MANUAL)

    def _failed(self, action: str, why: str) -> TargetProblem:
        return TargetProblem(
            f"the command {action} of target {self.facts['name']} failed: {why}",
            remedy=f"run it in a shell, in {self.folder}, with the JSON of docs/targets.md on stdin: its output is not shown here",
        )


def _end(process: subprocess.Popen[str]) -> None:
    """End a command that still runs, with the processes that it started: by an interrupt, after a time by force."""
    if process.poll() is not None:
        return
    for word, wait_s in ((signal.SIGINT, _GRACE_S), (signal.SIGKILL, None)):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, word)
        try:
            process.communicate(timeout=wait_s)
        except (subprocess.TimeoutExpired, UnicodeDecodeError):
            continue
        return
