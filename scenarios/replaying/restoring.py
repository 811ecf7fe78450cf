"""The targets of a replay are restored before another one: embedded servers from their snapshots, others by a command of the user.

A second replay on data that the first one changed would be wrong without an error. Therefore the positions of the sequences, and the newest
values of the columns that own them, are read before the first replay and compared after the restore: a replay with production's ids moves
every sequence that it draws from, and its end does not move them back.
"""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.user_command import run_command
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.scenarios.preparing.preflight import Permissions, Ready, preflight
from pgrehearse.targets import safety
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.server_facts import connect
from pgrehearse.targets.start_state import start_state
from pgrehearse.workload.read import Workload

# So many sequences are named in an error.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Position:
    """The position of a sequence (*last* value, whether it was drawn), or the newest value of the column that owns it (None: no row)."""

    last: int | None
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why targets are restored, in the words of messages: *what* needs it, which replay is the *first* one, the *option* of the command,
    and what to do *without* it. *verified*: a restore whose result could not be verified is refused.
    """

    what: str
    first: str
    option: str
    without: str
    verified: bool


PASSES = Occasion("two passes", "the first pass", "--restore", "or replay in one pass", verified=True)
ROUNDS = Occasion("two rounds", "the first replay", "the key restore", "or use compare.rounds = 1", verified=False)


@dataclass(frozen=True, slots=True)
class Restoration:
    """How the targets of a plan are restored, and what they have to be like after that.

    *clusters*: the embedded servers, which have snapshots; *command*: restores the other ones ("": there are none). *start*: the positions
    of each database before the first replay, by the text of the database, then by name.
    """

    workload: Workload
    plan: ReplayPlan
    denied: tuple[str, ...]
    clusters: tuple[Cluster, ...]
    command: str
    start: dict[str, dict[str, Position]]
    occasion: Occasion = PASSES

    @classmethod
    def of(
        cls,
        workload: Workload,
        plan: ReplayPlan,
        denied: tuple[str, ...] = (),
        command: str = "",
        occasion: Occasion = PASSES,
    ) -> Restoration:
        """Verify the targets, and read the positions of their sequences. Nothing is sent to them.

        Raises ``TargetProblem`` if a target cannot be restored, or if it could not be verified that it is.
        """
        ready = _verified(workload, plan, denied)
        embedded = _with_snapshots(ready, occasion)
        others = [place for place, proven in ready.spent if proven.cluster is None]
        if others and not command:
            raise TargetProblem(
                f"{occasion.what}: pgrehearse cannot restore {others[0]} after {occasion.first}",
                remedy=f"give a command that restores the target and adopts it again ({occasion.option}), {occasion.without}",
            )
        if command and not others:
            raise UsageProblem(
                f"{occasion.option}: the targets are embedded servers, which pgrehearse restores from their snapshots",
                remedy=f"leave out {occasion.option}",
            )
        start = {str(place): event_loop.run(_positions(place, proven)) for place, proven in ready.spent}
        if occasion.verified:
            _require_readable(start, occasion)
        return cls(workload, plan, denied, embedded, command, start, occasion)

    @property
    def unverified(self) -> tuple[str, ...]:
        """The databases without a position that could be read: only their mark shows that they were restored."""
        return tuple(place for place, positions in self.start.items() if _unreadable(positions))

    def restore(self) -> None:
        """Restore the targets. Raises ``TargetProblem`` if the command fails, or if a target is not as it was before the first replay."""
        for cluster in self.clusters:
            clusters.reset(cluster)
            registry.mark_fresh(cluster)
        if self.command:
            passwords = Passwords(self.plan.routing.password_command)
            run_command(f"command of {self.occasion.option}", self.command, passwords.of(self.plan.target))
        try:
            ready = _verified(self.workload, self.plan, self.denied)
        except TargetProblem as error:
            raise TargetProblem(
                f"after the restore: {error}",
                remedy=f"the command of {self.occasion.option} has to restore the target and to adopt it again (pgrehearse targets adopt DSN --yes)",
            ) from None
        for place, proven in ready.spent:
            before, after = self.start.get(str(place), {}), event_loop.run(_positions(place, proven))
            if before != after:
                raise TargetProblem(
                    f"{place} is not as it was before {self.occasion.first}: another position of {_differing(before, after)}",
                    remedy=f"restore the state of before {self.occasion.first}, {self.occasion.without}",
                )


def _verified(workload: Workload, plan: ReplayPlan, denied: tuple[str, ...]) -> Ready:
    """Check the targets as a replay does. A target that was used is refused: its data is not that of the window's start."""
    return event_loop.run(preflight(workload, plan, Permissions(denied, spends=False)))


def _with_snapshots(ready: Ready, occasion: Occasion) -> tuple[Cluster, ...]:
    """Return the embedded servers of the targets. Raises ``TargetProblem`` for one that has no snapshot."""
    embedded = {proven.cluster for _, proven in ready.spent if proven.cluster is not None}
    for cluster in embedded:
        if not cluster.snapshot.exists():
            raise TargetProblem(
                f"{occasion.what}: pgrehearse cannot restore {cluster.name} after {occasion.first}: it has no snapshot",
                remedy=f"create the server again with its scenario, {occasion.without}",
            )
    return tuple(sorted(embedded, key=lambda cluster: cluster.port))


async def _positions(place: Endpoint, proven: safety.SafetyCheck) -> dict[str, Position]:
    """Return the positions of a database's sequences, and the newest values of the columns that own them."""
    catalog = await read_catalog(place, {place.database})
    sequences = catalog.databases[place.database].ids.sequences if place.database in catalog.databases else {}
    positions: dict[str, Position] = {name: Position(one.last, one.called) for name, one in sequences.items()}
    connection = await connect(place)
    try:
        await safety.require_identity(connection, proven.expected_identity)
        state = await start_state(connection)
    finally:
        await connection.close()
    newest: dict[str, Position] = {one.column: Position(one.newest) for one in state.sequences}
    return positions | newest


def _unreadable(positions: dict[str, Position]) -> bool:
    """Return whether no position could be read: there is no sequence, or this role may read none."""
    return all(position.last is None for position in positions.values())


def _require_readable(start: dict[str, dict[str, Position]], occasion: Occasion) -> None:
    """Raise ``TargetProblem`` if a restore could not be verified: no sequence has a position that this role may read."""
    for place, positions in start.items():
        if _unreadable(positions):
            raise TargetProblem(
                f"{occasion.what}: the positions of the sequences of {place} cannot be read, so that a restore cannot be verified",
                remedy=f"connect as a role that may read them (GRANT SELECT ON ALL SEQUENCES), {occasion.without}",
            )


def _differing(before: dict[str, Position], after: dict[str, Position]) -> str:
    """Return which sequences and columns differ, without their values.

    >>> _differing({"public.s": Position(5, True), "public.r": Position(1)}, {"public.s": Position(9, True), "public.r": Position(1)})
    'public.s'
    """
    names = [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
