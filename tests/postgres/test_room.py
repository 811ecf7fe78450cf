"""The check for free connections of a target: reserved, used, and pgrehearse's own connections count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.preparing import preflight as preflight_module
from pgrehearse.scenarios.preparing.preflight import Permissions, preflight
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.mark.parametrize("user", ["postgres", "plain_caller"])
def test_a_replay_needs_enough_free_connections(
    pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: str
) -> None:
    """A superuser can use the reserved connections. Connections in use, and those of pgrehearse itself, are not free."""
    with superuser(pg18) as connection:
        connection.execute("drop role if exists plain_caller")
        connection.execute("create role plain_caller login")
        max_connections = int(str(connection.execute("show max_connections").fetchone()[0]))  # type: ignore[index]
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", user=user) as caller:
        caller.execute("select 1")
    workload = start.capture(tmp_path, "room")
    plan = ReplayPlan(pg18.endpoint("postgres"))
    with connect(pg18, "postgres"), connect(pg18, "postgres"):  # two connections in use
        free = max_connections - 2 - 4 - (0 if user == "postgres" else 3)
        monkeypatch.setattr(preflight_module, "peak_connections", lambda *_: free)
        assert event_loop.run(preflight(workload, plan, Permissions())).max_connections == free
        monkeypatch.setattr(preflight_module, "peak_connections", lambda *_: free + 1)
        with pytest.raises(
            TargetProblem, match=f"the target has {free} left: max_connections = {max_connections}"
        ) as refused:
            event_loop.run(preflight(workload, plan, Permissions()))
    assert f"max_connections = {max_connections + 11}" in refused.value.remedy
