"""The options of a capture: filters, windows, tails, encodings, settings, poolers, samples, required coverage, tags."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.coverage import require_coverage
from pgrehearse.capture.input import blocks
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.login import Login
from pgrehearse.report.workload_page import write_workload_page
from pgrehearse.workload.analysis.commit_order import order_quality
from pgrehearse.workload.analysis.load import group, load
from pgrehearse.workload.analysis.profile import read_profile
from pgrehearse.workload.analysis.skew import tenants
from pgrehearse.workload.analysis.summary import summarise
from pgrehearse.workload.catalog import session_settings
from pgrehearse.workload.read import Workload
from pgrehearse.workload.source import Source
from pgrehearse.workload.sql.comment_tags import comments, tags
from tests.conftest import SAMPLES

LOG = SAMPLES / "pg15" / "mindur0.csv"


def captured(tmp_path: Path, log: Path = LOG, **options: object) -> Workload:
    output = tmp_path / "w.workload"
    capture_logs(CaptureOptions((log,), output, force=True, **options), tool_version="test")  # type: ignore[arg-type]
    return Workload.open(output)


@pytest.mark.parametrize("column", ["user", "database", "application_name"])
def test_sessions_are_selected_and_excluded(tmp_path: Path, column: str) -> None:
    """Selected and excluded sessions together are all sessions; every line is counted."""
    everything = captured(tmp_path)
    sessions = everything.sessions()
    value = str(sessions[column][5])
    name = {"application_name": "applications"}.get(column, f"{column}s")
    only = captured(tmp_path, selection=Selection(**{name: frozenset({value})}))
    assert set(only.sessions()[column].to_list()) == {value}
    assert only.sessions().height == sessions.filter(pl.col(column) == value).height
    selected, lines = only.manifest.statements, only.manifest.losses.lines
    without = captured(tmp_path, selection=Selection(**{f"no_{name}": frozenset({value})}))
    assert value not in set(without.sessions()[column].to_list())
    assert selected + without.manifest.statements == everything.manifest.statements
    assert lines == without.manifest.losses.lines == everything.manifest.losses.lines
    assert without.manifest.losses.buckets["outside the filter"] > 0


def line(second: float, took_ms: float, text: str, number: int) -> str:
    stamp = f"2026-11-22 10:{int(second) // 60:02}:{second % 60:06.3f} UTC"
    return (
        f'{stamp},"app","shop",4711,"127.0.0.1:5000",6b024fd8.32d2,{number},"SELECT",2026-11-22 09:00:00 UTC,3/0,0,LOG,00000,'
        f'"duration: {took_ms:.3f} ms  statement: {text}",,,,,,,,,"shop","client backend",,0\n'
    )


def test_a_statement_that_ends_after_the_window_is_captured(tmp_path: Path) -> None:
    """A statement of a minute that began before --until is logged after it."""
    log = tmp_path / "log.csv"
    log.write_text(line(5, 1, "select 1", 1) + line(70, 65_000, "select 'slow'", 2) + line(75, 1, "select 3", 3))
    until = 1795341600 + 30  # 2026-11-22 10:00:30
    workload = captured(tmp_path, log, until_us=until * 1_000_000)
    assert workload.events().filter(pl.col("action") == "query").collect()["sql"].to_list() == [
        b"select 1",
        b"select 'slow'",
    ]
    short = captured(tmp_path, log, until_us=until * 1_000_000, tail_us=10_000_000)
    assert short.manifest.statements == 1


@pytest.mark.parametrize("name", ["mindur0.csv", "mindur0.log"])
@pytest.mark.parametrize("size", [1 << 24, 1 << 14])
def test_a_window_contains_only_its_sessions_and_statements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int
) -> None:
    """One second of four: the sessions with records in it, open ones marked, and no other login."""
    monkeypatch.setattr(blocks.blocks, "__kwdefaults__", {"size": size})
    since, until = 1795313626_000_000, 1795313627_000_000  # 2026-11-22 02:13:46 and 47
    everything = captured(tmp_path, SAMPLES / "pg15" / name)
    start, sessions = everything.manifest.window_start_us, everything.sessions()
    expected = sessions.filter(
        (pl.col("at_us") + start < until) & (pl.col("end_us") + start >= since) & (pl.col("began") != "failed")
    )
    window = captured(tmp_path, SAMPLES / "pg15" / name, since_us=since, until_us=until)
    key = ["application_name", "captured_session"]
    assert window.sessions().select(key).rows() == expected.select(key).rows()
    early = expected.filter(pl.col("at_us") + start < since)["captured_session"].to_list()
    opened = window.sessions().filter(began="already open")
    assert opened["captured_session"].to_list() == early
    assert set(opened["at_us"]) == {0}
    events = window.events().collect()
    assert events.filter(action="connect").height == window.sessions().height
    assert since <= window.manifest.window_start_us <= window.manifest.window_end_us
    assert window.manifest.duration_us < 1_500_000
    assert window.manifest.losses.lines == everything.manifest.losses.lines


def test_encodings_settings_and_samples_are_kept(tmp_path: Path) -> None:
    """They are in the sessions and the manifest, for the replay."""
    setting = session_settings.parse("user=app: search_path=shard_7, public; jit=off")
    workload = captured(tmp_path, encodings={"lat1": "LATIN1"}, settings=(setting,), sampling=0.1)
    encodings = dict(workload.sessions().select("database", "encoding").unique().iter_rows())
    assert {name: encoding for name, encoding in encodings.items() if encoding} == {"lat1": "LATIN1"}
    manifest = workload.manifest
    assert session_settings.started_with(manifest.session_settings, "app", "x", "y") == {
        "search_path": "shard_7, public",
        "jit": "off",
    }
    assert manifest.sampling == 0.1
    assert any("0.1 of production" in note for note in manifest.notes)


def test_settings_are_escaped_for_the_connection() -> None:
    """Blanks and backslashes inside a value do not start a new option."""
    login = Login(
        Endpoint(user="app"),
        application="a",
        read_only=True,
        encoding="LATIN1",
        settings={"search_path": 'a, "b c"', "x.y": "back\\slash"},
    )
    words = login.conninfo(Passwords("")).decode()
    assert "client_encoding=LATIN1" in words
    assert (
        r"search_path=a,\\\\ \"b\\\\ c\"" in words
        or r"search_path=a,\\ \"b\\ c\"" in words
        or "search_path=a," in words
    )
    assert "default_transaction_read_only=on" in words


@pytest.mark.parametrize("text", ["", "app: x=1", "user=: x=1", "user=app", "user=app: nothing", "role=app: x=1"])
def test_invalid_session_settings_are_refused(text: str) -> None:
    """The error shows the syntax."""
    with pytest.raises(UsageProblem, match="not session settings"):
        session_settings.parse(text)


@pytest.mark.parametrize("between", ["DISCARD ALL", "SET application_name='web-%d'", "CLOSE ALL; RESET ALL"])
def test_pooler_sessions_are_noted_unless_declared(tmp_path: Path, between: str) -> None:
    """The statements that poolers send between clients are counted; a declaration marks the sessions."""
    log = tmp_path / "log.csv"
    log.write_text(
        "".join(line(n, 1, between.replace("%d", str(n)) if n % 3 == 2 else f"select {n}", n + 1) for n in range(12))
    )
    assert any("pooler" in note for note in captured(tmp_path, log).manifest.notes)
    declared = captured(tmp_path, log, pooled=Selection(users=frozenset({"app"})))
    assert declared.sessions()["pooled"].to_list() == [True]
    assert declared.manifest.pooled == ["app"]
    assert not any("pooler" in note for note in declared.manifest.notes)


def test_insufficient_coverage_is_refused_with_the_setting(tmp_path: Path) -> None:
    """The error lists the losses and the settings that prevent them."""
    manifest = captured(tmp_path).manifest
    require_coverage(manifest, 0.5)
    with pytest.raises(BadInput, match="required is") as caught:
        require_coverage(manifest, 0.999)
    assert "log_" in caught.value.remedy


def test_tags_become_columns_and_do_not_split_a_query(tmp_path: Path) -> None:
    """sqlcommenter and marginalia, before and after the statement; one template."""
    log = tmp_path / "log.csv"
    texts = [
        "select 1 /*controller='videos',action='show',traceparent='00-ab-01'*/",
        "/*application:shop,controller:videos,action:show*/ select 2",
        "select 3 /* plain words */",
        "select 4 /*route='%2Fvideos%2F%3Aid',job='Nightly'*/",
    ]
    log.write_text("".join(line(n, 1, text, n + 1) for n, text in enumerate(texts)))
    workload = captured(tmp_path, log)
    events = workload.events().filter(pl.col("action") == "query").collect()
    assert events.select("endpoint", "job", "caller", "trace").rows() == [
        ("videos#show", None, None, "00-ab-01"),
        ("videos#show", None, "shop", None),
        (None, None, None, None),
        ("/videos/:id", "Nightly", None, None),
    ]
    assert workload.shapes().height == 1


def test_a_statement_without_comment_has_no_tags() -> None:
    """Null texts and texts without a comment."""
    texts = comments(pl.Series(["select 1", None]))
    assert texts.to_list() == [None, None]
    assert tags(texts).null_count().row(0) == (2, 2, 2, 2)


def test_the_load_is_summed_by_table_and_endpoint(tmp_path: Path) -> None:
    """Time in flight adds up to the total time; a group of tables, and the transactions that leave it."""
    log = tmp_path / "log.csv"
    texts = [
        "begin",
        "select * from videos v join members m on true /*route='show'*/",
        "update videos set views = 1",
        "commit",
        "insert into jobs values (1)",
        "select * from videos",
    ]
    log.write_text("".join(line(n + 1, 400, text, n + 1) for n, text in enumerate(texts)))
    workload = captured(tmp_path, log)
    loads = load(workload)
    assert {(table.name, table.statements, table.time_us, table.writes) for table in loads.tables} == {
        ("videos", 3, 1_200_000, 1),
        ("members", 1, 400_000, 0),
        ("jobs", 1, 400_000, 1),
    }
    assert loads.tables[0].name == "videos"
    assert [(endpoint.name, endpoint.statements) for endpoint in loads.endpoints] == [("show", 1)]
    assert loads.together == [("members", "videos", 1)]
    total = sum(loads.in_flight) * workload.manifest.duration_us / len(loads.in_flight)
    assert abs(total - 6 * 400_000) < 10_000
    moved = group(workload, ["videos"])
    assert (moved.transactions, moved.leave, moved.outside) == (2, 1, (("members", 1),))


def test_nondeterministic_statements_are_counted(tmp_path: Path) -> None:
    """Statements that read the clock, that generate ids, and those that read generated ids of their table."""
    log = tmp_path / "log.csv"
    texts = [
        "select * from orders",
        "insert into orders default values returning id",
        "select * from orders where id = 7",
        "select * from shops",
        "select * from shops where opened < now()",
        "select nextval('ids')",
        "create table x (at date default now())",
    ]
    log.write_text("".join(line(n + 1, 1, text, n + 1) for n, text in enumerate(texts)))
    counts = {
        row.sql: (row.clock, row.generated, row.afterwards) for row in load(captured(tmp_path, log)).nondeterministic
    }
    assert counts == {
        "insert into orders default values returning id": (0, 1, 0),
        "select * from orders where id = ?": (0, 0, 1),
        "select * from shops where opened < now()": (1, 0, 0),
        "select nextval(?)": (0, 1, 0),
    }


def test_equal_counts_are_ordered_by_name(tmp_path: Path) -> None:
    """A log gives the same page each time."""
    log = tmp_path / "log.csv"
    texts = [f"select * from {a}, {b}, {c}" for a, b, c in ("zyx", "fed", "cba", "wvu")]
    log.write_text("".join(line(n + 1, 100, text, n + 1) for n, text in enumerate(texts)))
    workload = captured(tmp_path, log)
    summary, loads = summarise(workload, top=10), load(workload)
    keys, names = [query.query_key for query in summary.queries], [name for name, _, _ in summary.tables]
    assert keys == sorted(keys)
    assert names == sorted("zyxfedcbawvu")
    assert [table.name for table in loads.tables] == names
    assert loads.together == sorted(loads.together)


def test_the_load_is_summed_by_tenant(tmp_path: Path) -> None:
    """By a column (inline, bound or inserted), and by a parameter."""
    log = tmp_path / "log.csv"
    bound = (
        line(4, 100, "select * from t where tenant_id = $2 and a = $1", 4)
        .replace("statement: ", "execute <unnamed>: ")
        .replace('",,,,,,,,,"', "\",\"Parameters: $1 = 'x', $2 = '7'\",,,,,,,,\"")
    )
    log.write_text(
        line(1, 100, "select * from t where tenant_id = 7 and b = 1", 1)
        + line(2, 100, "update t set a = 1 where t.tenant_id='8'", 2)
        + line(3, 100, "insert into t (a, \"tenant_id\") values ('x, y', 7)", 3).replace('"tenant_id"', '""tenant_id""')
        + bound
        + line(5, 100, "select 1", 5)
    )
    workload = captured(tmp_path, log)
    skew = tenants(workload, "tenant_id")
    assert (skew.tenants, skew.statements, skew.of) == (2, 4, 5)
    assert [(share.name, share.statements, share.writes) for share in skew.shares] == [("7", 3, 1), ("8", 1, 1)]
    assert skew.busiest_tenth == 0.75
    assert [share.name for share in tenants(workload, "$2").shares] == ["7"]
    assert tenants(workload, "nobody").shares == []


def test_the_page_of_a_workload_contains_plots_and_tables(tmp_path: Path) -> None:
    """Plots with their text, tables, losses; no reference to another host."""
    log = tmp_path / "log.csv"
    log.write_text(
        "".join(line(n + 1, 400, f"select * from videos where tenant_id = {n % 3}", n + 1) for n in range(9))
    )
    profile = read_profile(captured(tmp_path, log), top=5, tables=["videos"], tenant="tenant_id")
    write_workload_page(profile, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    assert (tmp_path / "page.html").stat().st_mode & 0o077 == 0
    assert page.count('<svg role="img" aria-label=') == 5
    assert "select * from videos where tenant_id = ?" in page
    assert "tenant_id: 3 values in 9 of 9 statements" in page
    assert "http" not in page.replace("http://www.w3.org/", "")


def test_pairs_of_transactions_within_the_resolution_are_open(tmp_path: Path) -> None:
    """Two sessions write one table: a second apart the order is certain, a millisecond apart it is open."""
    log = tmp_path / "log.csv"
    rows = [(1.0, "a"), (2.0, "b"), (3.0, "a"), (3.001, "b")]
    log.write_text(
        "".join(
            line(at, 0.1, f"update videos set views = {n}", n + 1).replace("6b024fd8.32d2", f"6b024fd8.32d{session}")
            for n, (at, session) in enumerate(rows)
        )
    )
    quality = order_quality(captured(tmp_path, log))
    assert (quality.pairs, quality.open, quality.resolution_us) == (3, 1, 1000)


@pytest.mark.parametrize(
    ("logging", "share"),
    [
        ({}, 1.0),
        ({"log_min_duration_statement": "0", "log_transaction_sample_rate": "0.1"}, 1.0),
        ({"log_min_duration_statement": "-1", "log_transaction_sample_rate": "0.1"}, 0.1),
        ({"log_min_duration_statement": "-1", "log_min_duration_sample": "0", "log_statement_sample_rate": "0.3"}, 0.3),
    ],
)
def test_the_settings_of_the_source_give_the_logged_share(logging: dict[str, str], share: float) -> None:
    """With and without sampling."""
    assert Source(logging=logging).logged_share == share
