"""A target of kind `rds` or `aurora`: created, described, connected, reset and destroyed (the protocol of ``targets.target``)."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from pgrehearse.base import event_loop
from pgrehearse.base.clock import wall_us
from pgrehearse.base.endpoint import Endpoint, os_user
from pgrehearse.base.errors import PgrehearseError, TargetProblem, UsageProblem
from pgrehearse.base.postgres import located
from pgrehearse.base.progress import Stages
from pgrehearse.base.units import parse_bytes, parse_duration_us
from pgrehearse.targets.aws import described
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.create import Creation
from pgrehearse.targets.aws.existing import Existing
from pgrehearse.targets.aws.facts import Facts
from pgrehearse.targets.aws.kinds import KINDS
from pgrehearse.targets.aws.marking import mark
from pgrehearse.targets.aws.ownership import Expected
from pgrehearse.targets.aws.plan import again, plan, resolved
from pgrehearse.targets.aws.plan_price import plan_price
from pgrehearse.targets.aws.removal import Item, Patience, Removal
from pgrehearse.targets.aws.requests import Kind, Plan, RunTags
from pgrehearse.targets.aws.specification import AwsTarget, check
from pgrehearse.targets.aws.teardown import tear_down
from pgrehearse.targets.aws.waiting import Pace
from pgrehearse.targets.aws.watch import EVERY_US, Bounds, ReplicaWatch
from pgrehearse.targets.journal import Header, Journal
from pgrehearse.targets.target import Connections, Description, TargetKind

# What a reset creates again; groups and snapshots stay.
_OF_GENERATION = frozenset({Kind.PROXY, Kind.INSTANCE, Kind.CLUSTER})
# How often a new endpoint is tried: its name is known some minutes after the instance is available.
_CONNECTS = 15


@dataclass(slots=True)
class AwsRehearsal:
    """A target of kind *kind* named *name*. *journal*: None until it is prepared; *document*: the target's file, for the journal;
    *owner*: the value of its tag ("": the user of this process); *watched_every_us*: how often production is looked at while a
    replica follows it; *guard*: what removes the target if this process is killed (``guarding.guarded``)."""

    kind: TargetKind
    name: str
    target: AwsTarget
    journal: Journal | None = None
    clients: Clients = field(default_factory=Clients)
    document: dict[str, Any] = field(default_factory=dict)
    owner: str = ""
    pace: Pace = field(default_factory=Pace)
    patience: Patience | None = None
    watched_every_us: int = EVERY_US
    guard: Callable[[Journal], AbstractContextManager[object]] = nullcontext
    steps: list[str] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    def plan(self) -> tuple[str, ...]:
        """Return the requests of ``prepare``, a line each, what is different from production, and the price of an hour. Nothing is created."""
        made, facts = self._planned(self._run(), self.target)
        return (*made.lines(), *plan_price(self.kind, self.target, made, facts).texts())

    def prepare(self, stages: Stages) -> None:
        """Create the target. If it fails, or is interrupted, what it had created is removed."""
        check(self.kind, self.target)
        run = self._run()
        with stages.stage("describe the source at AWS"):
            made, facts = self._planned(run, self.target)
            place = self.clients.place()
            cost = plan_price(self.kind, self.target, made, facts)
        cost.require_at_most(self.target.max_price)
        self.target = resolved(self.target, facts, made)
        specification = {**self.document, "kind": str(self.kind), str(self.kind): asdict(self.target)}
        header = Header(self.name, str(self.kind), run.run, run.expires_us, os.getpid(), place, specification)
        self.journal = Journal.begin(replace(header, price=cost.usd if cost.is_complete else 0.0))
        with self.guard(self.journal), self._removed_on_failure(stages, self.destroy):
            self._create(made, facts, stages)

    def describe(self) -> Description:
        """Return what the prepared target is, as AWS describes it now."""
        found = self._existing()
        return Description(
            self.kind,
            self.name,
            version=found.version,
            instance_class=found.instance_class,
            resource=found.resource,
            instances=found.instances,
            aws_clusters=tuple(filter(None, (found.cluster,))),
            price=self._journal().header.price,
            data=found.data,
            steps=tuple(self.steps) or found.steps,
            notes=self.notes,
            expires_us=self._journal().header.expires_us,
        )

    def connect(self) -> Connections:
        """Return the primary (the proxy, if there is one) and the readers. With login = 'iam' the tokens are valid for 15 minutes."""
        found = self._existing()
        return Connections(found.endpoint(proxy=True), found.readers())

    def reset(self, stages: Stages) -> None:
        """Remove the instances and the cluster, restore the same state again, and mark it. Raises ``TargetProblem`` where it cannot."""
        found = self._existing()
        source = again(self.target, found.snapshots)
        run = RunTags(found.run, self._owner(), self._journal().header.expires_us, found.generation + 1)
        with stages.stage("describe the source at AWS"):
            made, facts = self._planned(run, source)
        made = replace(made, data=found.data)
        self._remove_generation(stages)
        with self.guard(self._journal()), self._removed_on_failure(stages, self._remove_generation):
            self._create(made, facts, stages)

    def destroy(self, stages: Stages) -> tuple[str, ...]:
        """Remove everything that the journal names. Return what is left, with the command that removes it."""
        if self.journal is None:
            return ()
        left = tear_down(self.journal, self.clients, stages, self.patience)
        if not left:
            self.journal.close()
            self.journal = None
        return left

    def _planned(self, run: RunTags, target: AwsTarget) -> tuple[Plan, Facts]:
        check(self.kind, target)
        facts = described.describe(self.clients, self.kind, target)
        return plan(self.kind, target, facts, run), facts

    def _run(self) -> RunTags:
        return RunTags(secrets.token_hex(4), self._owner(), wall_us() + self.target.expires_after_us)

    def _owner(self) -> str:
        return self.owner or os_user()

    def _journal(self) -> Journal:
        if self.journal is None:
            raise UsageProblem(f"target {self.name} is not prepared", remedy="pgrehearse targets create FILE")
        return self.journal

    def _existing(self) -> Existing:
        return Existing.of(self._journal(), self.clients, self.target)

    def _create(self, made: Plan, facts: Facts, stages: Stages) -> None:
        watch = self._watch(made, facts)
        if watch is not None:
            watch.check()
        resources = facts.production.resources if facts.production else frozenset()
        self.steps = [str(request) for request in made.requests]
        self.notes = made.notes
        creation = Creation(self.clients, self._journal(), self.target.wait_us, self.pace, self._mark, resources, watch)
        creation.execute(made, stages)

    def _watch(self, made: Plan, facts: Facts) -> ReplicaWatch | None:
        if not made.follows:
            return None
        bounds = Bounds(
            parse_bytes(self.target.max_slot_lag),
            self.target.min_free_storage,
            parse_duration_us(self.target.max_replica_lag) / 1e6,
        )
        return ReplicaWatch(
            self.clients, made.follows, facts.described.storage_bytes, made.writer, bounds, self.watched_every_us
        )

    def _mark(self) -> None:
        """Close the outbound paths and write the mark, before anything else is written."""
        endpoint = self._existing().endpoint()
        self._reached(endpoint)
        valid_us = max(self._journal().header.expires_us - wall_us(), 1)
        for database in dict.fromkeys((self.target.database, *self.target.databases)):
            self.steps += event_loop.run(mark(endpoint.to(database=database), self.target, valid_us))

    def _reached(self, endpoint: Endpoint) -> None:
        """Wait until the endpoint accepts a connection."""
        for left in reversed(range(_CONNECTS)):
            try:
                event_loop.run(located(endpoint))
            except TargetProblem:
                if not left:
                    raise
                self.pace.sleep(self.pace.interval_s)
            else:
                return

    def _remove_generation(self, stages: Stages) -> tuple[str, ...]:
        """Remove the instances, the cluster and the proxy. Raises ``TargetProblem`` if one is left."""
        journal = self._journal()
        with journal.locked():
            things = [one for one in journal.left() if one.kind in _OF_GENERATION]
            items = [
                Item(Expected(KINDS[one.kind], one.name, journal.header.run, one.resource), number=one.number)
                for one in things
            ]
            region = journal.header.place.get("region", "")
            removal = Removal(
                self.clients, region, self.patience or Patience(), lambda item: journal.removed(item.number)
            )
            left = removal.remove(items, stages)
        if left:
            raise TargetProblem("; ".join(left), remedy=f"pgrehearse targets destroy {self.name}")
        return left

    @contextmanager
    def _removed_on_failure(self, stages: Stages, remove: Any) -> Iterator[None]:
        """Call *remove* if the block fails or is interrupted; what it could not remove is a part of the error."""
        with ExitStack() as interrupted:
            interrupted.callback(remove, stages)
            try:
                yield
            except PgrehearseError as error:
                interrupted.pop_all()
                if left := remove(stages):
                    error.message = f"{error.message}; left at AWS: {'; '.join(left)}"
                    error.remedy = f"{error.remedy}; then pgrehearse targets destroy {self.name}"
                raise
            interrupted.pop_all()
