"""Kind ``command``: the user's own commands create the target and remove it (Terraform, Ansible, a script)."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pgrehearse.base import event_loop
from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import PgrehearseError, TargetProblem
from pgrehearse.base.postgres import located
from pgrehearse.base.progress import Stages
from pgrehearse.base.units import parse_duration_us
from pgrehearse.targets.journal import Created, Journal
from pgrehearse.targets.kinds import recorded
from pgrehearse.targets.kinds.adopting import adopt_created
from pgrehearse.targets.kinds.contract import Answer, Contract
from pgrehearse.targets.specification import Command, Specification
from pgrehearse.targets.target import Connections, Description, TargetKind

THING = "command"


@dataclass
class CommandTarget:
    """A target of kind ``command``. *journal*: None until it is prepared; *guard*: removes it if this process is killed."""

    specification: Specification
    journal: Journal | None = None
    guard: Callable[[Journal], AbstractContextManager[object]] = nullcontext

    @property
    def _table(self) -> Command:
        table: Command = self.specification.table
        return table

    def plan(self) -> tuple[str, ...]:
        """Return what ``prepare`` does."""
        folder = self.specification.folder
        return (f"the command prepare is executed in {folder}", "the database that describe reports is adopted")

    def prepare(self, stages: Stages) -> None:
        """Execute ``prepare`` and ``describe``, and adopt the database. If one of them fails, ``destroy`` is executed."""
        self.journal = recorded.begin(self.specification)
        with self.guard(self.journal), ExitStack() as undo:
            undo.callback(self.destroy, stages)
            contract = self._contract(self.journal)
            number = self.journal.requested(THING, self.specification.name, **_facts(contract, self._table))
            with stages.stage("command prepare"):
                contract.execute("prepare", self._table.prepare)
            self._adopt(stages)
            self.journal.created(number)
            undo.pop_all()

    def describe(self) -> Description:
        """Return what the command ``describe`` reports."""
        answer = self._answer()
        return Description(
            TargetKind.COMMAND,
            self.specification.name,
            version=answer.version,
            instance_class=answer.instance_class,
            resource=answer.resource,
            instances=answer.instances,
            aws_clusters=answer.aws_clusters,
            price=answer.price,
            logs=tuple(Path(log) for log in answer.logs),
            data=answer.data.origin(),
            steps=answer.steps,
            notes=answer.notes,
            expires_us=self._prepared().header.expires_us,
        )

    def connect(self) -> Connections:
        """Return the primary and the readers that ``describe`` reports."""
        return self._answer().connections()

    def reset(self, stages: Stages) -> None:
        """Execute ``reset``, and adopt the database again."""
        if not self._table.reset:
            raise TargetProblem(
                f"target {self.specification.name} cannot be reset: its file has no command for it",
                remedy="set reset in its file",
            )
        with stages.stage("command reset"):
            self._contract(self._prepared()).execute("reset", self._table.reset)
        self._adopt(stages)

    def destroy(self, stages: Stages) -> tuple[str, ...]:
        """Execute ``destroy``."""
        if self.journal is None:
            return ()
        with stages.stage("command destroy"):
            left = recorded.remove_all(self.journal, {THING: execute_destroy})
        self.journal = self.journal if left else None
        return left

    def _adopt(self, stages: Stages) -> None:
        with stages.stage("adopt the database"):
            answer = self._answer()
            primary = event_loop.run(located(answer.connections().primary))
            adopt_created(primary, self._table.allow, answer.data.origin())

    def _answer(self) -> Answer:
        return self._contract(self._prepared()).describe(self._table.describe)

    def _prepared(self) -> Journal:
        if self.journal is None:
            name = self.specification.name
            raise TargetProblem(f"target {name} is not created", remedy="pgrehearse targets create FILE")
        return self.journal

    def _contract(self, journal: Journal) -> Contract:
        specification = self.specification
        facts: dict[str, Any] = {
            "name": specification.name,
            "run": journal.header.run,
            "expires_us": journal.header.expires_us,
            "settings": specification.settings,
            "input": self._table.input,
        }
        return Contract(specification.folder, parse_duration_us(self._table.timeout) / SECOND, facts)


def _facts(contract: Contract, table: Command) -> dict[str, str]:
    """Return what the removal needs, for the journal."""
    return {
        "destroy": table.destroy,
        "folder": str(contract.folder),
        "timeout_s": str(contract.timeout_s),
        "facts": json.dumps(contract.facts),
    }


def execute_destroy(thing: Created, run: str) -> str:  # noqa: ARG001 (the command has it on stdin)
    """Execute the command ``destroy`` of a journal."""
    facts = thing.facts
    contract = Contract(Path(facts["folder"]), float(facts["timeout_s"]), json.loads(facts["facts"]))
    try:
        contract.execute("destroy", facts["destroy"])
    except PgrehearseError as error:
        return f"{error.message}; then: pgrehearse targets destroy {thing.name}"
    return ""
