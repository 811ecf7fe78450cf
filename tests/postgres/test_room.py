"""Is there room on a target for a replay's connections: what is reserved, taken, and our own counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios import preflight as looking
from pgrehearse.scenarios.preflight import Permissions, preflight
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.mark.parametrize("user", ["postgres", "plain_caller"])
def test_room_is_what_is_left(pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: str) -> None:
    """Superusers may take what is reserved for them; nobody may take what others hold, or we ourselves need."""
    with superuser(pg18) as connection:
        connection.execute("drop role if exists plain_caller")
        connection.execute("create role plain_caller login")
        most = int(str(connection.execute("show max_connections").fetchone()[0]))  # type: ignore[index]
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", user=user) as caller:
        caller.execute("select 1")
    workload = start.capture(tmp_path, "room")
    plan = ReplayPlan(pg18.endpoint("postgres"))
    with connect(pg18, "postgres"), connect(pg18, "postgres"):  # two that are taken
        free = most - 2 - 4 - (0 if user == "postgres" else 3)
        monkeypatch.setattr(looking, "peak_connections", lambda *_: free)
        assert event_loop.run(preflight(workload, plan, Permissions())).max_connections == free
        monkeypatch.setattr(looking, "peak_connections", lambda *_: free + 1)
        with pytest.raises(TargetProblem, match=f"the target has {free} left: max_connections = {most}") as refused:
            event_loop.run(preflight(workload, plan, Permissions()))
    assert f"max_connections = {most + 11}" in refused.value.remedy
