"""The keys of ``[replay]`` are the options of ``pgrehearse replay``, with their defaults and their effect."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.commands.replay import command
from pgrehearse.replay.plan.filters import parse_filter
from pgrehearse.replay.plan.plan import Ids, Ordering, ReplayPlan, SessionSelection, Sync, Unread
from pgrehearse.replay.plan.plan_options import PlanOptions, Servers
from pgrehearse.replay.plan.routing import Routing
from pgrehearse.scenarios.file.scenario_file import parsed
from pgrehearse.scenarios.keys.replay_table import Replay
from pgrehearse.workload.catalog.session_settings import parse as parse_settings

# The options of `pgrehearse replay` that are elsewhere in a scenario, and those of a command that writes one run.
ELSEWHERE = {
    "target": "dsn and routes of a side",
    "reader": "readers of a side",
    "standby": "standby_dsn of a side",
    "target-log": "logs of a side",
    "restore": "restore of a side",
    "instance": "instance of a side",
    "db-cluster": "cluster of a side",
    "container": "container of a side",
    "metrics-sql": "[[metric.sql]]",
    "metrics-command": "metric.commands",
    "prometheus": "metric.prometheus.url",
    "query": "metric.prometheus.queries",
    "prometheus-step": "metric.prometheus.step",
    "metric-direction": "metric.directions",
    "rewrite": "[[rewrite]]",
    "placement": "placement of a side",
    "server": "server of a side",
    "events": "[[events]]",
    "no-metrics": "replay.metrics",
    "otlp": "of the command",
    "prometheus-port": "of the command",
    "prometheus-address": "of the command",
    "dry-run": "of the command",
    "collect": "of the command",
    "output": "of the command",
    "force": "of the command",
    "json": "of the command",
    "help": "of the command",
}
SERVERS = Servers(Endpoint("127.0.0.1"))


def options() -> dict[str, click.Parameter]:
    """Return the options of ``pgrehearse replay`` by their long names."""
    context = click.Context(command, **command.context_settings)
    return {
        one.opts[0].lstrip("-") if one.opts[0].startswith("--") else one.opts[-1].lstrip("-"): one
        for one in command.get_params(context)
        if isinstance(one, click.Option)
    }


def test_every_option_of_replay_is_a_key_of_a_scenario() -> None:
    """A new option of the command needs a key of [replay], or an entry above that names its place."""
    keys = {item.name.rstrip("_").replace("_", "-") for item in fields(Replay)}
    missing = options().keys() - keys - ELSEWHERE.keys()
    assert missing == set()
    assert keys - options().keys() == {"metrics"}
    assert not keys & ELSEWHERE.keys()


def test_an_option_that_is_not_given_has_the_same_value_in_both() -> None:
    """Except for writes, whose default in a scenario is true: its sides are rehearsals."""
    values = command.make_context("replay", ["w.workload", "--target", "host=a"]).params
    given = PlanOptions(**{item.name: values[item.name] for item in fields(PlanOptions)})
    assert given == PlanOptions()
    assert Replay().options() == PlanOptions(writes=True)


def test_each_key_is_in_the_plan() -> None:
    """The plan of a scenario is that of the command with the same values."""
    keys: dict[str, Any] = {
        "speed": 2,
        "workers": 3,
        "writes": True,
        "allow": ["dblink"],
        "sync": "commit",
        "sync_timeout": "1s",
        "unread": "nothing",
        "think_time_scale": 0.5,
        "connect_time_scale": 2,
        "think_floor": "5ms",
        "skip_idle": "30s",
        "start_at": "2026-11-28T10:00:00Z",
        "statement_timeout": "5m",
        "from": "10s",
        "until": "1m",
        "only": "application=web",
        "except": ["user=batch"],
        "where": "database=app",
        "amplify": 2,
        "amplify_writes": True,
        "seed": 8,
        "pooled": 4,
        "map_user": "app=test",
        "map_database": ["app=copy"],
        "as_role": True,
        "password_command": "./token",
        "session_set": "user=app: jit=off",
        "ids": "target",
        "hash_results": False,
        "hash_rows": 7,
        "real_time": True,
    }
    assert {*keys, "types", "thin", "clock", "route_reads", "cache"} == {
        item.name.rstrip("_") for item in fields(PlanOptions)
    }
    plan = parsed({"name": "x", "replay": keys}, "x.toml").replay.options().plan(SERVERS)
    assert plan == ReplayPlan(
        SERVERS.target,
        speed=2.0,
        workers=3,
        writes=True,
        allowed=frozenset({"dblink"}),
        statement_timeout_us=300_000_000,
        think=0.5,
        connect=2.0,
        think_floor_us=5_000,
        skip_idle_us=30_000_000,
        start_at_us=1_795_860_000_000_000,
        from_us=10_000_000,
        until_us=60_000_000,
        pooled=4,
        order=Ordering(Sync.COMMIT, 1_000_000, Unread.NOTHING),
        selection=SessionSelection(
            only=parse_filter("--only", ["application=web"]),
            without=parse_filter("--except", ["user=batch"]),
            where=parse_filter("--where", ["database=app"]),
            amplify=2,
            amplify_writes=True,
            seed=8,
        ),
        routing=Routing(
            users=(("app", "test"),),
            databases=(("app", "copy"),),
            as_role=True,
            password_command="./token",
            settings=(parse_settings("user=app: jit=off"),),
        ),
        ids=Ids.TARGET,
        hash_results=False,
        hash_rows=7,
        real_time=True,
    )


def test_the_other_keys_are_in_the_plan(tmp_path: Path) -> None:
    """Types of parameters, a part of the sessions, the clock, reads that are moved to readers."""
    types = tmp_path / "types.toml"
    types.write_text('[[types]]\nquery = "abc"\nparameter = 1\ntype = "text"\n')
    keys = {"types": str(types), "thin": 0.2, "clock": "production", "route_reads": "all", "cache": "query=abc: 90%"}
    plan = parsed({"name": "x", "replay": keys}, "x.toml").replay.options().plan(SERVERS)
    assert plan.types is not None
    assert (plan.types.path, plan.selection.thin, plan.clock) == (str(types), 0.2, "production")
    assert plan.reads is not None
    assert [str(cache) for cache in plan.caches] == ["query=abc: 90%"]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"where": "user=app"}, "replay.where needs replay.amplify or replay.thin"),
        ({"amplify": 2, "thin": 0.5}, "replay.amplify and replay.thin cannot be combined"),
        ({"from": "1m", "until": "10s"}, "replay.until is not after replay.from"),
        ({"sync_timeout": "0s"}, "replay.sync_timeout is too short"),
        ({"types": "/nowhere/types.toml"}, "/nowhere/types.toml"),
    ],
)
def test_options_that_are_not_possible_together_are_named_by_their_keys(keys: dict[str, Any], words: str) -> None:
    """With the messages of the command."""
    with pytest.raises(BadInput) as caught:
        parsed({"name": "x", "replay": keys}, "x.toml")
    assert words in caught.value.message
