"""PostgreSQL's client programs for an endpoint: no argument contains a secret, and only the endpoint decides where they connect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.targets.embedded.binaries import Account, programs, run


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
            raise TargetProblem(
                f"{endpoint}: {error.message}", remedy="correct what the program reports, or the file that it reads"
            ) from None
