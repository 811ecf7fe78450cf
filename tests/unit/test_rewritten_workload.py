"""The workload that a replay sends where rules replace statements: places and times of the original, texts and values of the rules."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.replay.plan.rewrites import Rewrite
from pgrehearse.replay.prepare.rewritten_texts import IN_PIPELINE, NO_VALUE, OTHER_FORM
from pgrehearse.replay.prepare.rewritten_workload import SentWorkload, rewritten_workload
from pgrehearse.scenarios.preparing.rewriting import sent_workload
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.parser import query_key
from tests.captured import captured
from tests.logged import LogRecord, Server

SELECT = "select data from videos where id = $1"
RULE = Rewrite(("select d.data from video_data d where d.video = $1",), match_sql=SELECT, name="own table")


def executed(session: int, at_s: float, sql: str, *values: str, name: str = "<unnamed>", **more: str) -> LogRecord:
    """A statement of the extended protocol."""
    bound = ", ".join(f"${number} = '{value}'" for number, value in enumerate(values, start=1))
    detail = f"parameters: {bound}" if values else ""
    return LogRecord(session, at_s, f"duration: 1.000 ms  execute {name}: {sql}", detail=detail, **more)


def workload_of(folder: Path, *records: LogRecord) -> Workload:
    return captured(folder, Server().write(folder / "x.csv", *records)).workload


def sent(workload: Workload, folder: Path, *rules: Rewrite) -> SentWorkload:
    return rewritten_workload(workload, rules, folder / "sent")


def texts(workload: Workload) -> list[tuple[str, str, list[bytes] | None]]:
    """The action, text and values of each statement, in order."""
    events = workload.events().filter(pl.col("sql").is_not_null()).collect().sort("session", "seq")
    return [
        (action, sql.decode(), params) for action, sql, params in events.select("action", "sql", "params").iter_rows()
    ]


def test_statements_of_both_protocols_are_replaced(tmp_path: Path) -> None:
    workload = workload_of(
        tmp_path,
        LogRecord.ran(1, 1, "select data from videos where id = 5"),
        executed(1, 2, SELECT, "7"),
        LogRecord.ran(1, 3, "select 1"),
        LogRecord.ran(1, 4, "select data from videos where id = any('{1,2}')"),
    )
    result = sent(workload, tmp_path, RULE)
    assert texts(result.workload) == [
        ("query", "select d.data from video_data d where d.video = 5", None),
        ("execute", "select d.data from video_data d where d.video = $1", [b"7"]),
        ("query", "select 1", None),
        ("query", "select data from videos where id = any('{1,2}')", None),
    ]
    (facts,) = result.facts
    assert (facts.name, facts.query_key, facts.statements) == ("own table", query_key(SELECT), 2)
    assert facts.left == {OTHER_FORM: 1}
    assert result.statements["rule"].to_list() == [0, 0]


def test_all_but_the_text_stays(tmp_path: Path) -> None:
    """Places, times, transactions and query keys: a statement is compared with the original. The facts are those of the new text."""
    workload = workload_of(tmp_path, executed(1, 1, SELECT, "7"), executed(2, 2, "update t set a = $1", "3"))
    result = sent(workload, tmp_path, RULE, Rewrite(("select $1::int",), match_sql="update t set a = $1"))
    kept = ["session", "seq", "at_us", "took_us", "transaction", "ended", "record"]
    before, after = workload.events().collect(), result.workload.events().collect()
    assert after.select(kept).equals(before.select(kept))
    assert result.workload.manifest.digest == workload.manifest.digest
    shapes = after.select("shape").join(result.workload.shapes(), on="shape", how="inner", maintain_order="left")
    keys = [query_key(SELECT), query_key("update t set a = $1")]
    facts = [
        (key, *rest)
        for key, *rest in shapes.select("query_key", "kind", "writes", "tables_read").iter_rows()
        if key in keys
    ]
    assert facts == [(keys[0], "select", False, ["video_data"]), (keys[1], "select", False, [])]


def test_a_query_key_has_the_values_of_its_normalized_text(tmp_path: Path) -> None:
    """The form is that of the most frequent shape."""
    asked = "select id from videos where kind = '{}' order by id limit {}"
    workload = workload_of(
        tmp_path,
        LogRecord.ran(1, 1, "select id from videos where kind = any('{a}') order by id limit 5"),
        LogRecord.ran(1, 2, asked.format("a", 5)),
        LogRecord.ran(1, 3, asked.format("b", 6)),
    )
    rule = Rewrite(("select id from kinds where name = $1 limit $2",), match=query_key(asked.format("a", 5)))
    result = sent(workload, tmp_path, rule)
    assert [sql for _, sql, _ in texts(result.workload)][1:] == [
        "select id from kinds where name = 'a' limit 5",
        "select id from kinds where name = 'b' limit 6",
    ]
    assert result.facts[0].left == {OTHER_FORM: 1}


def test_a_prepared_statement_is_prepared_with_the_other_text(tmp_path: Path) -> None:
    sql = "select data from videos where kind = $1 and id = $2"
    prepared = LogRecord(1, 1, f"duration: 0.100 ms  parse s1: {sql}")
    workload = workload_of(tmp_path, prepared, executed(1, 2, sql, "a", "7", name="s1"))
    result = sent(workload, tmp_path, Rewrite(("select data from video_data where video = $2",), match_sql=sql))
    assert {text for _, text, _ in texts(result.workload)} == {"select data from video_data where video = $1"}
    assert texts(result.workload)[-1][2] == [b"7"]


def test_several_statements_are_one_text_of_the_simple_protocol(tmp_path: Path) -> None:
    sql = "update videos set data = $1 where id = $2"
    workload = workload_of(tmp_path, executed(1, 1, sql, "x", "7"), executed(1, 2, sql, "y", "8"))
    rule = Rewrite(("update video_data set data = $1 where video = $2", "select $2::int"), match_sql=sql)
    result = sent(workload, tmp_path, rule)
    assert texts(result.workload) == [
        ("query", "update video_data set data = 'x' where video = '7'; select '7'::int", None),
        ("query", "update video_data set data = 'y' where video = '8'; select '8'::int", None),
    ]
    kinds = result.workload.shapes().filter(query_key=query_key(sql))["kind"].to_list()
    assert kinds == ["update", "multi"]
    assert "2 statements in one text" in result.facts[0].note()


def test_statements_of_a_pipeline_are_not_replaced_by_several(tmp_path: Path) -> None:
    sql = "insert into t (a) values ($1)"
    workload = workload_of(
        tmp_path,
        executed(1, 1, sql, "1", vxid="3/7"),
        executed(1, 1.001, sql, "2", vxid="3/7"),
        executed(1, 2, sql, "3", vxid="3/8"),
    )
    piped = workload.events().collect()["pipeline"].is_not_null().sum()
    assert piped == 2
    rule = Rewrite(("insert into t (a) values ($1)", "select 1"), match_sql=sql)
    result = sent(workload, tmp_path, rule)
    assert (result.facts[0].statements, result.facts[0].left) == (1, {IN_PIPELINE: 2})


def test_a_value_that_is_not_logged_is_counted(tmp_path: Path) -> None:
    workload = workload_of(tmp_path, executed(1, 1, SELECT))
    result = sent(workload, tmp_path, RULE)
    assert (result.facts[0].statements, result.facts[0].left) == (0, {NO_VALUE: 1})
    assert [sql for _, sql, _ in texts(result.workload)] == [SELECT]


def test_the_first_rule_that_matches_applies(tmp_path: Path) -> None:
    workload = workload_of(tmp_path, executed(1, 1, SELECT, "7"))
    result = sent(workload, tmp_path, RULE, Rewrite(("select 2",), match_sql=SELECT))
    assert [facts.statements for facts in result.facts] == [1, 0]


def test_a_rule_that_matches_nothing_is_noted(tmp_path: Path) -> None:
    """It is an error where the rule is required."""
    workload = workload_of(tmp_path, LogRecord.ran(1, 1, "select 1"))
    rules = (Rewrite(("select 2",), match="0123456789abcdef"),)
    with sent_workload(workload, rules, tmp_path / "a.run") as result:
        assert result.facts[0].note() == "rewrite 0123456789abcdef: no statement of the workload matches"
    required = (Rewrite(("select 2",), match="0123456789abcdef", required=True),)
    with pytest.raises(BadInput, match="the rule is required"), sent_workload(workload, required, tmp_path / "a.run"):
        pass


def test_the_copy_of_the_workload_is_removed(tmp_path: Path) -> None:
    workload = workload_of(tmp_path, executed(1, 1, SELECT, "7"))
    before = sorted(path.name for path in tmp_path.iterdir())
    with sent_workload(workload, (RULE,), tmp_path / "a.run") as result:
        assert result.workload.path.parent.parent == tmp_path
        assert result.facts[0].statements == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_text_that_is_not_utf_8_keeps_its_encoding(tmp_path: Path) -> None:
    log = Server().write(tmp_path / "x.csv", LogRecord.ran(1, 1, "select data from videos where id = 'K\u00f6ln'"))
    log.write_bytes(log.read_text().encode("latin-1"))
    workload = captured(tmp_path, log).workload
    result = sent(workload, tmp_path, RULE)
    events = result.workload.events().filter(pl.col("sql").is_not_null()).collect()
    assert events["sql"].to_list() == ["select d.data from video_data d where d.video = 'K\u00f6ln'".encode("latin-1")]
