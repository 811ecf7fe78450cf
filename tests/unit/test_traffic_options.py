"""What-if changes of which statements are sent: a cache in front of queries, and the traffic of one server of a placement."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click
import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.server_targets import parse_server_targets, require_part_names
from pgrehearse.replay.plan.traffic import OneServer, parse_caches
from pgrehearse.replay.prepare.consequences import Consequences
from pgrehearse.replay.prepare.skip_rules import REASONS, Rules
from pgrehearse.replay.prepare.spool import decided
from pgrehearse.replay.prepare.statement_rules import Policy
from pgrehearse.runs.reasons import CACHED, CROSSES_SERVERS, NO_SERVER, OTHER_SERVER
from pgrehearse.traffic_options import server_values
from pgrehearse.workload.placement import PlacedServer, Placement
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.parser import query_key
from tests.captured import captured
from tests.logged import LogRecord, Server

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.workload.read import Workload

READ = "select name from items where id = 1"
READS = 200
PLACEMENT = Placement(
    "p.toml", (PlacedServer("a", schemas=("s1",)), PlacedServer("b", schemas=("s2",), tables=("items",)))
)


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> Workload:
    folder = tmp_path_factory.mktemp("traffic")
    reads = [LogRecord.ran(1, 1 + number / 100, READ, vxid=f"1/{number}") for number in range(READS)]
    others = [
        LogRecord.ran(2, 10, f"{READ} for update", vxid="2/1"),
        LogRecord.ran(2, 11, "select nextval('s1.ids')", vxid="2/2"),
        LogRecord.ran(2, 12, "select * from s1.t", vxid="2/3"),
        *(
            LogRecord.ran(2, 13 + place / 10, sql, vxid="2/4")
            for place, sql in enumerate(("begin", "update s1.t set n = 1", "update s2.t set n = 1", "commit"))
        ),
        *(
            LogRecord.ran(2, 14 + place / 10, sql, vxid="2/5")
            for place, sql in enumerate(("begin", "update s2.t set n = 1", "select 1", "commit"))
        ),
        LogRecord.ran(2, 15, "select * from elsewhere.t", vxid="2/6"),
    ]
    return captured(folder, Server().write(folder / "x.csv", *reads, *others)).workload


def reasons(workload: Workload, **plan: Any) -> dict[str, Counter[str]]:
    """How often each text is sent ("") or left out, by reason."""
    replay = ReplayPlan(Endpoint.parse("postgresql://127.0.0.1/x"), writes=True, **plan)
    consequences = Consequences(Rules(Policy(writes=True)), workload.sessions())
    sessions = workload.sessions()["session"].to_list()
    found: dict[str, Counter[str]] = {}
    for part in workload.parts():
        events = decided(workload, part, sessions, replay, consequences).filter(IS_STATEMENT)
        for sql, skip in events.select("sql", "skip").collect().iter_rows():
            found.setdefault(sql.decode(), Counter())[REASONS[skip]] += 1
    return found


def test_a_cache_answers_a_share_of_the_reads_of_a_query(workload: Workload) -> None:
    """Only reads: a statement that locks rows has an effect. All others are sent."""
    found = reasons(workload, caches=parse_caches([f"query={query_key(READ)}: 75%"]))
    assert abs(found[READ][CACHED] - 0.75 * READS) < 0.15 * READS
    assert found[READ].total() == READS
    assert all(counts.keys() == {""} for sql, counts in found.items() if sql != READ)


def test_a_cache_in_front_of_a_table_lets_effects_pass(workload: Workload) -> None:
    found = reasons(workload, caches=parse_caches(["table=items: 100%", "schema=s1: 100%"]))
    assert found[READ] == {CACHED: READS}
    assert found["select * from s1.t"] == {CACHED: 1}
    assert found[f"{READ} for update"] == {"": 1}
    assert found["select nextval('s1.ids')"] == {"": 1}
    assert found["update s1.t set n = 1"] == {"": 1}


@pytest.mark.parametrize(
    ("server", "here", "there"), [("a", "select * from s1.t", READ), ("b", READ, "select * from s1.t")]
)
def test_each_server_gets_the_transactions_of_its_tables(
    workload: Workload, server: str, here: str, there: str
) -> None:
    """Those that would cross go to none; what names no table goes to the first server."""
    found = reasons(workload, one_server=OneServer(PLACEMENT, server))
    assert found[here].keys() == {""}
    assert found[there].keys() == {OTHER_SERVER}
    assert found["update s1.t set n = 1"] == {CROSSES_SERVERS: 1}
    assert found["update s2.t set n = 1"] == Counter({CROSSES_SERVERS: 1, "" if server == "b" else OTHER_SERVER: 1})
    assert found["select 1"] == {"" if server == "b" else OTHER_SERVER: 1}
    assert found["select nextval('s1.ids')"] == {"" if server == "a" else OTHER_SERVER: 1}
    assert found["select * from elsewhere.t"] == {NO_SERVER: 1}
    assert found["begin"] == found["commit"] == {"": 2}


@pytest.mark.parametrize("text", ["query=k", "query=k: 0%", "query=k: 101%", "query=k: x", "nothing=k: 5%", ": 5%"])
def test_an_invalid_cache_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem, match="--cache"):
        parse_caches([text])


def test_a_server_that_the_placement_lacks_is_refused() -> None:
    with pytest.raises(UsageProblem, match="--server 'c' is not in") as refused:
        OneServer(PLACEMENT, "c")
    assert refused.value.remedy == "use one of its servers: a, b"


def test_labels_name_the_changes() -> None:
    plan = ReplayPlan(
        Endpoint.parse("postgresql://127.0.0.1/x"),
        caches=parse_caches(["query=k: 90%", "table=t: 12.5%"]),
        one_server=OneServer(PLACEMENT, "a"),
    )
    assert plan.labels() == [
        "reads were left out, as if a cache answered them: query=k: 90%; table=t: 12.5%",
        "a part of the traffic: server a of p.toml; transactions that would cross servers were left out",
    ]


def targets(*texts: str) -> dict[str, str]:
    return parse_server_targets(texts, PLACEMENT)


def test_each_server_of_a_placement_has_a_target() -> None:
    """A DSN of either form; the order is that of the placement."""
    found = targets("server=b: host=y dbname=x", "server=a: postgresql://u@x/x")
    assert list(found.items()) == [("a", "postgresql://u@x/x"), ("b", "host=y dbname=x")]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["server=a: host=x"], "no target for server b of p.toml"),
        (["host=x dbname=y"], "--placement p.toml has 2 servers, and a target names none"),
        (["user=a: host=x"], "--placement p.toml has 2 servers, and a target names none"),
        (["server=a: host=x", "server=b: host=y", "server=c: host=z"], "there is no server 'c' in p.toml"),
        (["server=a: host=x", "server=a: host=y"], "server a has two targets"),
        (
            ["server=a: postgresql://u@x:5432/d", "server=b: host=x dbname=d user=v"],
            "x:5432/d is the target of two servers, a and b",
        ),
    ],
)
def test_targets_that_do_not_fit_a_placement_are_refused(texts: list[str], words: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        targets(*texts)
    assert words in refused.value.message
    assert refused.value.remedy


def test_the_name_of_a_server_is_a_part_of_the_name_of_its_run() -> None:
    with pytest.raises(UsageProblem, match="'a/b' of q is not the name of a part"):
        require_part_names(Placement("q", (PlacedServer("a/b"),)))


VALUES: dict[str, Any] = {"placement": None, "server": None, "passes": 1, "targets": ()} | dict.fromkeys(
    ("readers", "route_reads", "standbys", "logs", "container", "instances", "aws_clusters", "restore"), ()
)


def test_the_options_of_each_server_are_those_of_one_target(tmp_path: Path) -> None:
    """Without a placement, or with one server of it, the replay has one target."""
    path = tmp_path / "p.toml"
    path.write_text('[[server]]\nname = "a"\nschemas = ["s"]\n[[server]]\nname = "b"\nothers = true\n')
    values = VALUES | {"placement": path, "targets": ("server=b: host=y", "server=a: host=x")}
    found = {name: (own["server"], own["targets"]) for name, own in server_values(values).items()}
    assert found == {"a": ("a", ("host=x",)), "b": ("b", ("host=y",))}
    assert server_values(values | {"server": "a"}) == server_values(VALUES) == {}
    for more, option in (({"logs": ("a.csv",)}, "--target-log"), ({"passes": 2}, "--passes 2")):
        with pytest.raises(click.UsageError, match=f"{option} .*needs --server"):
            server_values(values | more)


def test_a_placement_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.toml"):
        server_values(VALUES | {"placement": tmp_path / "none.toml"})
