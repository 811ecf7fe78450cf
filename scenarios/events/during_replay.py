"""The events of one replay from its checks to its end: prepared before the workers start, executed beside them, recorded in the run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.clock import Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.guard import DONE, Guard
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.workers.worker import PROGRESS_S, Progress
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.scenarios.events import watchdog
from pgrehearse.scenarios.events.actions import Actions
from pgrehearse.scenarios.events.cut_over import MovingGroup
from pgrehearse.scenarios.events.execution import Execution
from pgrehearse.scenarios.events.plan import EventKind, EventPlan
from pgrehearse.scenarios.events.pooler_console import Console
from pgrehearse.scenarios.events.prepare import prepared, successor
from pgrehearse.scenarios.events.put_back import PutBack
from pgrehearse.scenarios.events.schedule import replay_size, require_within
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.scenarios.preparing.preflight import Ready
from pgrehearse.targets.embedded.address_forwarder import AddressForwarder
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.embedded.lost_transactions import LostTransactions
from pgrehearse.targets.logical.move import Move
from pgrehearse.targets.safety import SafetyCheck
from pgrehearse.targets.target import Resizable
from pgrehearse.workload.read import Workload

# How often workers report their statements where an event waits for a number of them.
_PROGRESS_S = 0.05


@dataclass(frozen=True, slots=True)
class EventsRequest:
    """The events of a replay. *standbys*: of the target, one of which a failover promotes; *denied*: hosts that are never a target;
    *resizable*: the target, if its size can be changed; *move*: of tables to a second server (None: none is prepared)."""

    events: tuple[EventPlan, ...]
    standbys: tuple[Endpoint, ...] = ()
    denied: tuple[str, ...] = ()
    resizable: Resizable | None = None
    move: Move | None = None


@dataclass
class EventsDuringReplay:
    """The events of a replay whose target is verified. Without events nothing is done. *executed*: after the replay, all of them."""

    ready: Ready
    actions: Actions | None = None
    execution: Execution | None = None
    executed: tuple[MidRunEvent, ...] = ()

    @property
    def progress_s(self) -> float:
        """How often workers have to report."""
        waits = self.execution is not None and any(event.at_statements for event in self.execution.events)
        return _PROGRESS_S if waits else PROGRESS_S

    def begin(self, timeline: Timeline) -> None:
        """Execute the events from now on, at the instants of *timeline*."""
        if self.execution is not None:
            self.execution.begin(timeline)

    def watching(self, watch: Callable[[Progress], None]) -> Callable[[Progress], None]:
        """Return *watch*, which also counts statements for the events."""
        execution = self.execution
        if execution is None:
            return watch

        def both(progress: Progress) -> None:
            execution.count(progress.worker, progress.ok + progress.failed)
            watch(progress)

        return both

    def end(self, stopped: Callable[[], bool]) -> None:
        """End the events, and put back what they paused or set. *stopped*: whether the replay was interrupted."""
        if self.execution is not None:
            self.executed = self.execution.end(stopped)

    @property
    def lost(self) -> dict[int, LostTransactions]:
        """What each failover lost, by the number of the event."""
        return dict(self.actions.lost) if self.actions is not None else {}

    @property
    def cut_over(self) -> tuple[MidRunEvent, MovingGroup] | None:
        """The cut-over of tables that moved, and the group (None: there was none)."""
        group = self.actions.group if self.actions is not None else None
        event = next((one for one in self.executed if one.kind == EventKind.CUT_OVER), None)
        return (event, group) if event is not None and group is not None else None

    def notes(self) -> list[str]:
        """Return notes on events that failed, and on what could not be put back."""
        failed = [f"event {one.number} ({one.name}) failed: {one.error}" for one in self.executed if one.error]
        return failed + (self.execution.problems if self.execution is not None else [])


def check_times(events: tuple[EventPlan, ...], workload: Workload, ready: Ready) -> None:
    """Raise ``BadInput`` for an event that would begin after the end of the replay."""
    if events:
        require_within(events, replay_size(workload, ready.plan))


@contextmanager
def events_during(
    request: EventsRequest, workload: Workload, ready: Ready, directory: Path
) -> Iterator[EventsDuringReplay]:
    """Check the events against the target and prepare them; at the end of the block nothing of them is left running.

    *directory*: of the run. Raises ``BadInput`` or ``TargetProblem`` for an event that cannot be executed, before anything is sent.
    """
    if not request.events:
        yield EventsDuringReplay(ready)
        return
    check_times(request.events, workload, ready)
    target = _target(request, workload, ready)
    actions = event_loop.run(prepared(request.events, target, request.standbys, request.move))
    with ExitStack() as stack:
        if target.standby is not None and target.cluster is not None:
            actions.forwarder = AddressForwarder.prepare(target.cluster.port, target.standby.port)
            stack.callback(actions.forwarder.close)
            ready = _with_successor(ready, target.standby)
        if actions.group is not None:
            ready = _with_successor(ready, actions.group.move.second)
        put_back = PutBack(target, actions.former, _paused(request, actions), actions.group)
        execution = Execution(request.events, actions.execute, put_back, directory, actions.complete)
        if not put_back.is_empty:
            guard = Guard.start(watchdog.MODULE, put_back.task())
            stack.callback(lambda: guard.release(DONE if execution.is_put_back else ""))
        yield EventsDuringReplay(ready, actions, execution)


def check_events_of(request: EventsRequest, workload: Workload, ready: Ready) -> None:
    """Check the events as a replay does, and prepare nothing (a dry run)."""
    if request.events:
        check_times(request.events, workload, ready)
        event_loop.run(prepared(request.events, _target(request, workload, ready), request.standbys, request.move))


def _target(request: EventsRequest, workload: Workload, ready: Ready) -> EventTarget:
    passwords = Passwords(ready.plan.routing.password_command)
    databases = tuple(sorted({place.database for place, _ in ready.spent}))
    endpoint, source = passwords.of(ready.plan.target), workload.manifest.source
    return EventTarget(
        endpoint, databases, source, ready.proven.cluster, resizable=request.resizable, denied=request.denied
    )


def _paused(request: EventsRequest, actions: Actions) -> tuple[Console, ...]:
    paused = {event.pause_pooler for event in request.events if event.kind == EventKind.PAUSE_POOLER}
    return tuple(actions.consoles[dsn] for dsn in sorted(paused))


def _with_successor(ready: Ready, server: Cluster) -> Ready:
    """Return *ready* with the identity of the server to which an event leads the clients: connections to the target may report it."""
    main = ready.proven.expected_identity
    following = event_loop.run(successor(main, server)).successor

    def followed(one: ExpectedIdentity) -> ExpectedIdentity:
        same = (one.expected.address, one.expected.port) == (main.expected.address, main.expected.port)
        return replace(one, successor=following) if same else one

    def checked(proof: SafetyCheck) -> SafetyCheck:
        return replace(proof, expected_identity=followed(proof.expected_identity), server=followed(proof.server))

    return replace(
        ready,
        proofs=tuple(map(checked, ready.proofs)),
        expected_identities={place: followed(one) for place, one in ready.expected_identities.items()},
        spent=tuple((place, checked(proof)) for place, proof in ready.spent),
    )
