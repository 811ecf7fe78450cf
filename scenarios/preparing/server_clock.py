"""``--clock production`` on an embedded server: its own clock is shifted, so that it shows production's time during the replay.

That covers everything that reads the time: statements, prepared statements, defaults, views, functions, triggers. It requires
that replayed time passes as production's did. Otherwise, and on other servers, statements are sent with production's instants
(``replay/prepare/production_clock``).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pgrehearse.base import event_loop
from pgrehearse.base.clock import SECOND, iso, wall_us
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import Clock, ReplayPlan
from pgrehearse.replay.prepare.production_clock import ON_SERVER
from pgrehearse.runs.run_facts import ClockFacts
from pgrehearse.scenarios.preparing.preflight import Permissions, preflight
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.embedded.shifted_clock import PACKAGE, SETTLED_US, ShiftedServer, is_shifted, library, shifted
from pgrehearse.workload.analysis.clock import clock_statements
from pgrehearse.workload.read import Workload

# From the instant at which the offset is set until the replay begins: the new offset is used everywhere, and the sampler is ready.
LEAD_US = SETTLED_US + 3 * SECOND


@dataclass(frozen=True, slots=True)
class ServerClock:
    """The shifted clock of the target. *window_us*: production's instant at which the replay begins (wall clock)."""

    server: ShiftedServer
    facts: ClockFacts
    window_us: int

    def begin_at(self, earliest_us: int) -> int:
        """Set the clock so that it shows *window_us* when the replay begins; return that instant of the machine's clock.

        *earliest_us*: the replay begins then, or later. Returns when every process of the server uses the offset, so that the sampler
        measures it.
        """
        zero_us = max(wall_us() + LEAD_US, earliest_us)
        self.server.shift(self.window_us - zero_us)
        time.sleep(SETTLED_US / SECOND)
        return zero_us

    def note(self) -> str:
        """Return the note of the run."""
        return (
            f"the clock of the target was shifted by libfaketime, so that it was {iso(self.window_us)} when the replay began (--clock "
            f"production): {self.facts.statements:,} statements that use the clock read production's time; one that was late read a time "
            "that is as much later. The target was restarted before and after the replay"
        )


def obstacle(plan: ReplayPlan, *, standbys: bool) -> str:
    """Return why a server's shifted clock would not be production's, by the plan ("": it would be).

    *standbys*: standbys of the target are sampled; their lag is the difference of two clocks.
    """
    reasons = {
        "the replay is not at speed 1": plan.speed != 1,
        "think times or connect times are scaled": plan.think != 1 or plan.connect != 1,
        "idle periods are shortened": plan.skip_idle_us > 0,
        "there are several targets": len(plan.targets()) > 1,
        "standbys are sampled": standbys,
        f"libfaketime is not installed (Debian: apt-get install {PACKAGE})": library() is None,
    }
    return next((reason for reason, applies in reasons.items() if applies), "")


def notes_of(clock: ServerClock | None, plan: ReplayPlan, *, embedded: bool, standbys: bool) -> list[str]:
    """Return the note on the clock of the target: that it was shifted, or why it was not (none: the plan does not want it)."""
    if clock is not None:
        return [clock.note()]
    if plan.clock != Clock.PRODUCTION:
        return []
    reason = obstacle(plan, standbys=standbys) if embedded else "it is not an embedded server"
    return [f"the clock of the target was not shifted: {reason}"]


def require_own_clock(cluster: Cluster | None, clock: ServerClock | None) -> None:
    """Raise ``TargetProblem`` if the clock of an embedded target is shifted, and not by this replay."""
    if clock is None and cluster is not None and is_shifted(cluster):
        raise TargetProblem(
            f"the clock of {cluster.name} is shifted: another replay with --clock production uses it, or was killed",
            remedy="wait for its end, or restore the target: pgrehearse targets reset",
        )


@contextmanager
def server_clock(
    workload: Workload, plan: ReplayPlan, permissions: Permissions, *, standbys: bool
) -> Iterator[ServerClock | None]:
    """Shift the clock of the target until the end of the block; None: the plan does not want it, or it is not possible."""
    cluster = _embedded(workload, plan, permissions) if plan.clock == Clock.PRODUCTION else None
    if cluster is None or obstacle(plan, standbys=standbys):
        yield None
        return
    window_us = workload.manifest.window_start_us + plan.of_window(workload.manifest.warm_in_us).from_us
    used = clock_statements(workload).statements
    with shifted(cluster, window_us - wall_us()) as server:
        yield ServerClock(server, ClockFacts(way=ON_SERVER, statements=used, replaced=used), window_us)


def _embedded(workload: Workload, plan: ReplayPlan, permissions: Permissions) -> Cluster | None:
    """Return the embedded server that is the target, after all checks of the target (None: it is another server)."""
    ready = event_loop.run(preflight(workload, plan, permissions))
    return ready.proven.cluster
