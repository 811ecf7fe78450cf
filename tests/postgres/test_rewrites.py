"""Replays whose statements are other SQL: what the server executes, what the run records, and what a comparison makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import polars as pl
import pytest

from pgrehearse.compare.api import compare_runs
from pgrehearse.compare.result_values import CONCURRENT
from pgrehearse.compare.rewrites import REPLACED
from pgrehearse.replay.plan.rewrites import Rewrite
from pgrehearse.replay.plan.traffic import OneServer, parse_caches
from pgrehearse.report.html import write_report
from pgrehearse.report.json_document import document
from pgrehearse.runs.reasons import CACHED, OTHER_SERVER
from pgrehearse.workload.placement import PlacedServer, Placement
from pgrehearse.workload.schema import IS_STATEMENT
from tests.conftest import LogMark, connect, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

READ = "select data from clips where id = $1"
OWN_TABLE = Rewrite(("select d.data from clip_data d where d.clip = $1",), match_sql=READ, name="own table")
BOTH = Rewrite(
    (
        "update clip_data set data = $1 where clip = $2",
        "update clips set changes = changes + 1 where id = $2",
    ),
    match_sql="update clips set data = $1 where id = $2",
    name="two writes",
)
TABLES = """
create table clips (id int primary key, data text, changes int not null default 0);
create table clip_data (clip int primary key, data text);
insert into clips select n, 'text ' || n from generate_series(1, 20) n;
insert into clip_data select id, 'own ' || id from clips;
"""


class Clips(NamedTuple):
    cluster: Cluster
    workload: Workload


@pytest.fixture(scope="module")
def clips(pg18: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clips]:
    """A workload with reads of both protocols, and writes in and outside of a transaction."""
    with superuser(pg18) as connection:
        connection.execute(TABLES)
        start = LogMark.now(pg18)
        with connect(pg18, "postgres", application="clips") as session:
            for number in range(1, 11):
                session.execute("select data from clips where id = %s", [number], prepare=True)
            session.execute("select data from clips where id = 11")
            session.execute("update clips set data = %s where id = %s", ["it's", 3], prepare=True)
            with session.transaction():
                session.execute("update clips set data = %s where id = %s", [None, 4], prepare=True)
                session.execute("select data from clips where id = 4")
        workload = start.capture(tmp_path_factory.mktemp("clips"), "clips")
        yield Clips(pg18, workload)
        connection.execute("drop table clips, clip_data")


def refilled(cluster: Cluster) -> None:
    with superuser(cluster) as connection:
        connection.execute("drop table if exists clips, clip_data")
        connection.execute(TABLES)


def outcomes(run: Run) -> pl.DataFrame:
    """The outcomes of the statements that rules replaced."""
    return run.outcomes().collect().join(run.rewritten(), on=["session", "seq"]).sort("session", "seq")


def test_the_server_executes_the_other_sql(clips: Clips, tmp_path: Path) -> None:
    """Values are those of the originals; both writes are in one transaction; all else is unchanged."""
    refilled(clips.cluster)
    start = LogMark.now(clips.cluster)
    run, fit = replay(clips.workload, clips.cluster, tmp_path / "r.run", plan={"rewrites": (OWN_TABLE, BOTH)})
    assert fit.statements["failed"] == 0
    assert [(rule.name, rule.statements, rule.sent, rule.left) for rule in run.manifest.rewrites] == [
        ("own table", 12, 12, {}),
        ("two writes", 2, 2, {}),
    ]
    assert outcomes(run)["status"].to_list() == ["ok"] * 14
    assert any("own table" in label for label in run.manifest.labels)
    assert sum(note.startswith("rewrite ") for note in run.manifest.notes) == 2
    with superuser(clips.cluster) as connection:
        changed = connection.execute("select id, data, changes from clips where changes > 0 order by id").fetchall()
        data = connection.execute("select clip, data from clip_data where clip in (3, 4) order by clip").fetchall()
    assert changed == [(3, "text 3", 1), (4, "text 4", 1)]
    assert data == [(3, "it's"), (4, None)]
    back = start.capture(tmp_path, "back").events().filter(IS_STATEMENT).collect()["sql"].to_list()
    assert sum(sql.startswith(b"select d.data from clip_data") for sql in back) >= 12
    assert not any(sql.startswith((b"select data from clips", b"update clips set data")) for sql in back)


def test_a_read_only_replay_does_not_send_a_replacement_that_writes(clips: Clips, tmp_path: Path) -> None:
    """What is sent is decided by its own parse tree, not by the original's."""
    refilled(clips.cluster)
    rule = Rewrite(("delete from clips where id = $1 returning data",), match_sql=READ)
    run, _ = replay(clips.workload, clips.cluster, tmp_path / "r.run", writes=False, plan={"rewrites": (rule,)})
    found = outcomes(run)
    assert found["status"].to_list() == ["skipped"] * 12
    assert set(found["reason"]) == {"it writes, and the replay is read-only"}
    assert run.manifest.rewrites[0].sent == 0
    with superuser(clips.cluster) as connection:
        assert connection.execute("select count(*) from clips").fetchone() == (20,)


def test_a_comparison_names_the_rules_and_compares_no_rows(clips: Clips, tmp_path: Path) -> None:
    """Unless the rule states that the rows are the same; both sides with the same rules are compared as ever."""
    stated = Rewrite(OWN_TABLE.sql, match_sql=READ, name="own table", same_rows=True)
    for name, rules in (("a", ()), ("b", (OWN_TABLE,)), ("c", (stated,)), ("d", (OWN_TABLE,))):
        refilled(clips.cluster)
        replay(clips.workload, clips.cluster, tmp_path / f"{name}.run", plan={"rewrites": rules})
    a, b, c, d = (tmp_path / f"{name}.run" for name in "abcd")
    (replaced,) = compare_runs(a, b).candidates
    assert [row.reason for row in replaced.results.queries if row.different] == [REPLACED]
    assert replaced.results.different == 0
    assert any("12 were replaced by other SQL on one side (own table)" in reason for reason in replaced.reasons)
    (counted,) = compare_runs(a, c).candidates
    assert [row.reason for row in counted.results.queries if row.different] == [CONCURRENT]
    (same,) = compare_runs(b, d).candidates
    assert (same.results.different, [reason for reason in same.reasons if "replaced" in reason]) == (0, [])
    found = document(compare_runs(a, b))["candidates"][0]["rewrites"]
    assert [(rule["name"], rule["sent"], rule["same_rows"]) for rule in found["b"]] == [("own table", 12, False)]
    write_report(compare_runs(a, b), tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text()
    assert "Replaced statements" in page
    assert "select d.data from clip_data d" in page


def test_a_cache_and_a_placement_leave_statements_out(clips: Clips, tmp_path: Path) -> None:
    """They are skipped with a reason that is the user's, so that the run is fit; the rest is executed."""
    refilled(clips.cluster)
    placement = Placement("p.toml", (PlacedServer("a", tables=("clip_data",)), PlacedServer("b", tables=("clips",))))
    plan = {"caches": parse_caches(["table=clips: 100%"]), "one_server": OneServer(placement, "b")}
    run, fit = replay(clips.workload, clips.cluster, tmp_path / "r.run", plan=plan)
    counts = run.outcomes().filter(status="skipped").group_by("reason").len().collect().rows()
    assert counts == [(CACHED, 12)]
    assert (fit.statements["failed"], fit.fit, fit.reasons) == (0, True, [])
    with superuser(clips.cluster) as connection:
        assert connection.execute("select data from clips where id in (3, 4) order by id").fetchall() == [
            ("it's",),
            (None,),
        ]
    other, _ = replay(clips.workload, clips.cluster, tmp_path / "a.run", plan={"one_server": OneServer(placement, "a")})
    counts = other.outcomes().filter(status="skipped").group_by("reason").len().collect().rows()
    assert counts == [(OTHER_SERVER, 14)]
    assert (other.manifest.plan.one_server, run.manifest.plan.caches) == ("server a of p.toml", ["table=clips: 100%"])
