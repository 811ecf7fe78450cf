"""PostgreSQL's client programs for an endpoint: no argument contains a secret, and only the endpoint decides where they connect."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.targets.embedded.binaries import Account, programs, run

_NO_ROLE = re.compile(r'role ".*" does not exist')


@dataclass(frozen=True, slots=True)
class Clients:
    """The client programs of one version, as the current user: they read the user's files. *timeout_s*: of each program."""

    version: int
    timeout_s: float = 6 * 3600.0
    options: str = ""

    def run(self, name: str, arguments: Sequence[str | Path], endpoint: Endpoint) -> str:
        """Run a program for an endpoint, and return its output. Raises ``TargetProblem`` with the last lines of its output."""
        environment = endpoint.variables()
        if self.options:
            environment["PGOPTIONS"] = f"{environment.get('PGOPTIONS', '')} {self.options}".strip()
        try:
            return run(
                [programs(self.version) / name, *arguments],
                timeout_s=self.timeout_s,
                environment=environment,
                user=Account(),
            )
        except HarnessFailure as error:
            raise TargetProblem(f"{endpoint}: {error.message}", remedy=remedy_of(error.message)) from None


def remedy_of(message: str) -> str:
    """Return what to do about the error of a program that loads data."""
    if _NO_ROLE.search(message):
        return "give the roles that the dump names (--roles; roles in the table of a target): the output of pg_dumpall --globals-only"
    return "correct what the program reports, or the file that it reads"
