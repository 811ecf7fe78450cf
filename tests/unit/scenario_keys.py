"""A valid and an invalid value of each key of a scenario file, by the table of the schema (docs/schemas/scenario.json)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

OWN: dict[str, Any] = {"kind": "dsn", "dsn": "postgresql://postgres@restored/app"}
OWN_DSN: dict[str, Any] = {"dsn": OWN["dsn"]}
SIDES = {"control": OWN, "candidate": OWN}


@dataclass(frozen=True)
class Case:
    """*more*: other keys of the same table that the valid value needs."""

    valid: Any
    invalid: Any
    more: dict[str, Any] = field(default_factory=dict)


def texts(*names: str, **more: Any) -> dict[str, Case]:
    return {name: Case("x", 5, more) for name in names}


def flags(*names: str, **more: Any) -> dict[str, Case]:
    return {name: Case(True, "true", more) for name in names}


WORKLOAD = {"kind": "workload", "workload": "w"}
CASES: dict[str, dict[str, Case]] = {
    "Scenario": {
        **texts("name", "description"),
        "include": Case([], 5),
        "production": Case({}, 5),
        "control": Case({}, "x"),
        "candidate": Case({}, []),
        "candidates": Case({"b": {}}, {"b": 5}),
        "replay": Case({}, 5),
        "compare": Case({}, 5),
        "events": Case([{"at": "5s", "sql": "select 1"}], {}),
        "rewrite": Case([{"match": "abc", "sql": "select 1"}], {}),
        "growth": Case({}, 5),
        "gates": Case(["errors.new == 0"], ["errors ="]),
        "report": Case(["html", "junit"], ["pdf"]),
        "metric": Case({}, []),
    },
    "Production": {
        "kind": Case("workload", "cloud", WORKLOAD),
        "version": Case(16, "16"),
        **flags("standby"),
        "workload": Case("w", 5, WORKLOAD),
        "end_state": Case("s", 5, WORKLOAD),
        "application": Case({}, 5),
        "rds": Case({}, 5),
    },
    "Application": {
        "sessions": Case(6, 0),
        "seconds": Case(5, 0.5),
        "seed": Case(1, 1.5),
        "scale": Case(0.1, 0),
        "kind": Case("queue", "orders"),
    },
    "RdsProduction": {
        "instance": Case("prod", 5),
        "cluster": Case(["prod"], [5]),
        "since": Case("2026-11-28T09:00:00Z", "yesterday"),
        "until": Case("2026-11-28T11:00:00Z", "now"),
        **texts("catalog"),
        "database": Case(["app"], 5),
        "user": Case("app", 5),
        "max_rate": Case(1_000, -1),
    },
    "Side": {
        "kind": Case("dsn", "cloud", OWN),
        "version": Case(16, True),
        "upgrade": Case("pg_upgrade", "dump", {"version": 18}),
        **flags("standby"),
        "after": Case(["analyze", "vacuum"], 5),
        "settings": Case({"work_mem": "64MB", "jit": False, "max_connections": 50}, {"work_mem": []}),
        "dsn": Case(OWN["dsn"], 5, OWN),
        "restore": Case("./restore.sh", 5, OWN),
        "standby_dsn": Case("host=b", 5, OWN),
        "readers": Case(["host=b", "reader1: host=c"], 5, OWN),
        "routes": Case("user=reporting: host=b", 5, OWN),
        "logs": Case(["a.csv"], 5, OWN),
        "instance": Case(["a"], 5, OWN),
        "cluster": Case("a", 5, OWN),
        "container": Case("db", 5, OWN),
        "migrations": Case("a.sql", 5),
        "pooler": Case("session", "statement"),
        "pool_size": Case(4, 0, {"pooler": "session"}),
        "cpus": Case(1, -1),
        "cache": Case("query=abc: 90%", "abc"),
        "placement": Case("p.toml", 5, {"server": "a"}),
        "server": Case("a", 5, {"placement": "p.toml"}),
        "servers": Case({}, 5),
        "moves_from": Case("", 5),
        "price": Case(1, -1),
        "target": Case("{target}", 5),
        "embedded": Case({"version": 18, "seed": "a.sql"}, 5),
        "docker": Case({"image": "x", "seed": "a.sql"}, 5, {"kind": "docker"}),
        "command": Case({"prepare": "a", "describe": "b", "destroy": "c"}, 5, {"kind": "command"}),
        "rds": Case({"source": "prod"}, 5, {"kind": "rds"}),
        "aurora": Case({"source": "prod"}, 5, {"kind": "aurora"}),
    },
    "ServerTable": {
        "dsn": Case(OWN["dsn"], 5),
        "restore": Case("./restore.sh", 5, OWN_DSN),
        "standby_dsn": Case("host=b", 5, OWN_DSN),
        "logs": Case(["a.csv"], 5, OWN_DSN),
        "target": Case("{target}", 5),
        "version": Case(0, True, OWN_DSN),
        "moves_from": Case("", 5, OWN_DSN),
    },
    "Replay": {
        "speed": Case("max", "fast"),
        "workers": Case(2, 513),
        "cluster": Case("10.0.0.4:6379", "my-aurora-cluster"),
        **flags("writes", "dirty", "keep_prepared", "amplify_writes", "as_role", "hash_results", "end_state_keys"),
        **flags("real_time"),
        **flags("metrics"),
        "allow": Case(["dblink"], ["everything"]),
        "deny_host": Case("*.prod.example", 5),
        "sync": Case("commit", "never"),
        "sync_timeout": Case("1s", "soon"),
        "unread": Case("nothing", "something"),
        "think_time_scale": Case(0, -1),
        "connect_time_scale": Case(2.5, "2"),
        "think_floor": Case("5ms", "short"),
        "skip_idle": Case("30s", []),
        "start_at": Case("2026-11-28T10:00:00Z", "noon"),
        "statement_timeout": Case("5m", "5x"),
        "clock": Case("production", "mine"),
        "from": Case("10s", "later"),
        "until": Case("2026-11-28T10:00:00Z", "end"),
        "only": Case(["table=a", "user=b"], "a"),
        "except": Case("user=b", "b"),
        "where": Case("user=b", "colour=red", {"amplify": 2}),
        "amplify": Case(3, 0),
        "thin": Case(0.5, 0),
        "seed": Case(1, "x"),
        "pooled": Case(10, 10_001),
        "cache": Case(["query=abc: 90%"], "query=abc"),
        "map_user": Case("a=b", "a"),
        "map_database": Case(["a=b"], "=b"),
        "password_command": Case("./token", 5),
        "session_set": Case("user=a: jit=off", "jit"),
        "types": Case("", 5),
        "ids": Case("target", "mine"),
        "passes": Case(2, 3),
        "hash_rows": Case(0, -1),
        "end_state": Case("no", True),
        "warm_up": Case("10m", "warm"),
        "route_reads": Case("all", "some"),
        "sample_activity": Case("1s", "2s"),
    },
    "GrowthTable": {
        "steps": Case([1, 1.5, 2], [2, "3"]),
        "until": Case(["errors.new == 0"], ["errors ="], {"steps": [1, 2]}),
        "where": Case("user=b", "colour=red", {"steps": [1, 2]}),
    },
    "Criteria": {
        "tolerance": Case(0.2, -0.1),
        "max_new_errors": Case(0, 1.5),
        "rounds": Case(1, 3),
        **texts("prices"),
    },
    "MetricTables": {
        "sql": Case([{"name": "q", "unit": "1", "query": "select 1"}], [{"name": "q"}]),
        "commands": Case("./m.sh", 5),
        "prometheus": Case({"url": "http://p", "queries": {"q[jobs]": "sum(q)"}}, 5),
        "directions": Case({"q": "lower"}, {"q": "up"}),
    },
    "PrometheusTable": {
        "url": Case("http://p:9090", 5),
        "queries": Case({"q[jobs]": "sum(q)"}, {"q": 5}),
        "step": Case(30, "often"),
    },
    "CustomMetric": texts("name", "unit", "query") | {"side": Case("standby", 5)},
    "Rewrite": {
        "sql": Case(["select 1", "select 2"], 5),
        "match": Case("abc", 5),
        "match_sql": Case("select $1", 5, {"match": ""}),
        "sides": Case(["candidate"], ["nobody"]),
        **texts("name"),
        **flags("same_rows", "required"),
    },
    "Command": {
        **texts("prepare", "describe", "destroy", "reset"),
        "timeout": Case("1h", 5),
        "input": Case({"a": "b"}, {"a": 5}),
        "allow": Case(["dblink"], 5),
    },
}
