"""What a capture is told: filters, windows, tails, encodings, settings, poolers, samples, required coverage, tags."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.accounting import require
from pgrehearse.capture.input import files
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.login import Login
from pgrehearse.report.workload_page import write_portrait
from pgrehearse.workload.analysis.commit_order import order_quality
from pgrehearse.workload.analysis.load import group, load
from pgrehearse.workload.analysis.profile import portrait
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
def test_sessions_are_chosen_and_left_out(tmp_path: Path, column: str) -> None:
    """What is chosen and what is left out are together all there is; every line stays accounted for."""
    whole = captured(tmp_path)
    sessions = whole.sessions()
    one = str(sessions[column][5])
    name = {"application_name": "applications"}.get(column, f"{column}s")
    only = captured(tmp_path, selection=Selection(**{name: frozenset({one})}))
    assert set(only.sessions()[column].to_list()) == {one}
    assert only.sessions().height == sessions.filter(pl.col(column) == one).height
    chosen, lines = only.manifest.statements, only.manifest.losses.lines
    without = captured(tmp_path, selection=Selection(**{f"no_{name}": frozenset({one})}))
    assert one not in set(without.sessions()[column].to_list())
    assert chosen + without.manifest.statements == whole.manifest.statements
    assert lines == without.manifest.losses.lines == whole.manifest.losses.lines
    assert without.manifest.losses.buckets["outside the filter"] > 0


def line(second: float, took_ms: float, text: str, number: int) -> str:
    stamp = f"2026-11-22 10:{int(second) // 60:02}:{second % 60:06.3f} UTC"
    return (
        f'{stamp},"app","shop",4711,"127.0.0.1:5000",6b024fd8.32d2,{number},"SELECT",2026-11-22 09:00:00 UTC,3/0,0,LOG,00000,'
        f'"duration: {took_ms:.3f} ms  statement: {text}",,,,,,,,,"shop","client backend",,0\n'
    )


def test_what_began_inside_the_window_is_looked_for_behind_it(tmp_path: Path) -> None:
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
def test_a_window_holds_nothing_of_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int
) -> None:
    """One second of four: sessions that were there in it, marked as open when they came before, and no other login."""
    monkeypatch.setattr(files.blocks, "__kwdefaults__", {"size": size})
    since, until = 1795313626_000_000, 1795313627_000_000  # 2026-11-22 02:13:46 and 47
    whole = captured(tmp_path, SAMPLES / "pg15" / name)
    start, sessions = whole.manifest.window_start_us, whole.sessions()
    there = sessions.filter(
        (pl.col("at_us") + start < until) & (pl.col("end_us") + start >= since) & (pl.col("began") != "failed")
    )
    found = captured(tmp_path, SAMPLES / "pg15" / name, since_us=since, until_us=until)
    key = ["application_name", "captured_session"]
    assert found.sessions().select(key).rows() == there.select(key).rows()
    early = there.filter(pl.col("at_us") + start < since)["captured_session"].to_list()
    opened = found.sessions().filter(began="already open")
    assert opened["captured_session"].to_list() == early
    assert set(opened["at_us"]) == {0}
    events = found.events().collect()
    assert events.filter(action="connect").height == found.sessions().height
    assert since <= found.manifest.window_start_us <= found.manifest.window_end_us
    assert found.manifest.duration_us < 1_500_000
    assert found.manifest.losses.lines == whole.manifest.losses.lines


def test_encodings_settings_and_samples_are_kept(tmp_path: Path) -> None:
    """In sessions and manifest, for the replay to follow."""
    given = session_settings.parse("user=app: search_path=shard_7, public; jit=off")
    workload = captured(tmp_path, encodings={"lat1": "LATIN1"}, settings=(given,), sampling=0.1)
    encodings = dict(workload.sessions().select("database", "encoding").unique().iter_rows())
    assert {name: encoding for name, encoding in encodings.items() if encoding} == {"lat1": "LATIN1"}
    manifest = workload.manifest
    assert session_settings.started_with(manifest.session_settings, "app", "x", "y") == {
        "search_path": "shard_7, public",
        "jit": "off",
    }
    assert manifest.sampling == 0.1
    assert any("0.1 of production" in note for note in manifest.notes)


def test_settings_reach_the_connection_unbroken() -> None:
    """Blanks and backslashes inside a value are no new options."""
    login = Login(
        Endpoint(user="app"),
        application="a",
        read_only=True,
        encoding="LATIN1",
        settings={"search_path": 'a, "b c"', "x.y": "back\\slash"},
    )
    words = login.words(Passwords("")).decode()
    assert "client_encoding=LATIN1" in words
    assert (
        r"search_path=a,\\\\ \"b\\\\ c\"" in words
        or r"search_path=a,\\ \"b\\ c\"" in words
        or "search_path=a," in words
    )
    assert "default_transaction_read_only=on" in words


@pytest.mark.parametrize("text", ["", "app: x=1", "user=: x=1", "user=app", "user=app: nothing", "role=app: x=1"])
def test_settings_that_are_none_are_refused(text: str) -> None:
    """With how to write them."""
    with pytest.raises(UsageProblem, match="not session settings"):
        session_settings.parse(text)


@pytest.mark.parametrize("between", ["DISCARD ALL", "SET application_name='web-%d'", "CLOSE ALL; RESET ALL"])
def test_poolers_are_declared_or_noticed(tmp_path: Path, between: str) -> None:
    """What poolers send between clients shows; a declaration marks the sessions."""
    log = tmp_path / "log.csv"
    log.write_text(
        "".join(line(n, 1, between.replace("%d", str(n)) if n % 3 == 2 else f"select {n}", n + 1) for n in range(12))
    )
    assert any("pooler" in note for note in captured(tmp_path, log).manifest.notes)
    declared = captured(tmp_path, log, pooled=Selection(users=frozenset({"app"})))
    assert declared.sessions()["pooled"].to_list() == [True]
    assert declared.manifest.pooled == ["app"]
    assert not any("pooler" in note for note in declared.manifest.notes)


def test_required_coverage_names_the_setting(tmp_path: Path) -> None:
    """What was lost, and what would have kept it."""
    manifest = captured(tmp_path).manifest
    require(manifest, 0.5)
    with pytest.raises(BadInput, match="was required") as caught:
        require(manifest, 0.999)
    assert "log_" in caught.value.remedy


def test_tags_become_columns_and_split_no_query(tmp_path: Path) -> None:
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


def test_no_comment_no_tags() -> None:
    """Nothing is looked for where nothing can be."""
    found = comments(pl.Series(["select 1", None]))
    assert found.to_list() == [None, None]
    assert tags(found).null_count().row(0) == (2, 2, 2, 2)


def test_who_makes_the_load(tmp_path: Path) -> None:
    """By table and endpoint; what is in flight adds up to all the time spent; a group of tables and who leaves it."""
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
    found = load(workload)
    assert {(one.name, one.statements, one.time_us, one.writes) for one in found.tables} == {
        ("videos", 3, 1_200_000, 1),
        ("members", 1, 400_000, 0),
        ("jobs", 1, 400_000, 1),
    }
    assert found.tables[0].name == "videos"
    assert [(one.name, one.statements) for one in found.endpoints] == [("show", 1)]
    assert found.together == [("members", "videos", 1)]
    spent = sum(found.in_flight) * workload.manifest.duration_us / len(found.in_flight)
    assert abs(spent - 6 * 400_000) < 10_000
    moved = group(workload, ["videos"])
    assert (moved.transactions, moved.leave, moved.outside) == (2, 1, (("members", 1),))


def test_what_finds_other_rows_on_another_day(tmp_path: Path) -> None:
    """Statements that look at the clock, that make ids, and those that come after ids of their table."""
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
    found = {one.sql: (one.clock, one.generated, one.afterwards) for one in load(captured(tmp_path, log)).fleeting}
    assert found == {
        "insert into orders default values returning id": (0, 1, 0),
        "select * from orders where id = ?": (0, 0, 1),
        "select * from shops where opened < now()": (1, 0, 0),
        "select nextval(?)": (0, 1, 0),
    }


def test_what_is_alike_in_number_is_told_by_name(tmp_path: Path) -> None:
    """The same each time: a log gives one page."""
    log = tmp_path / "log.csv"
    texts = [f"select * from {a}, {b}, {c}" for a, b, c in ("zyx", "fed", "cba", "wvu")]
    log.write_text("".join(line(n + 1, 100, text, n + 1) for n, text in enumerate(texts)))
    workload = captured(tmp_path, log)
    told, spread = summarise(workload, top=10), load(workload)
    keys, names = [one.query_key for one in told.queries], [name for name, _, _ in told.tables]
    assert keys == sorted(keys)
    assert names == sorted("zyxfedcbawvu")
    assert [one.name for one in spread.tables] == names
    assert spread.together == sorted(spread.together)


def test_how_the_load_is_spread_over_tenants(tmp_path: Path) -> None:
    """By a column, inline, bound and inserted, and by a parameter itself."""
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
    found = tenants(workload, "tenant_id")
    assert (found.tenants, found.statements, found.of) == (2, 4, 5)
    assert [(one.name, one.statements, one.writes) for one in found.shares] == [("7", 3, 1), ("8", 1, 1)]
    assert found.busiest_tenth == 0.75
    assert [one.name for one in tenants(workload, "$2").shares] == ["7"]
    assert tenants(workload, "nobody").shares == []


def test_the_page_of_a_workload_says_what_the_terminal_does(tmp_path: Path) -> None:
    """Plots with their text, tables, losses; nothing from anywhere else."""
    log = tmp_path / "log.csv"
    log.write_text(
        "".join(line(n + 1, 400, f"select * from videos where tenant_id = {n % 3}", n + 1) for n in range(9))
    )
    found = portrait(captured(tmp_path, log), top=5, tables=["videos"], tenant="tenant_id")
    write_portrait(found, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    assert (tmp_path / "page.html").stat().st_mode & 0o077 == 0
    assert page.count('<svg role="img" aria-label=') == 5
    assert "select * from videos where tenant_id = ?" in page
    assert "tenant_id: 3 values in 9 of 9 statements" in page
    assert "http" not in page.replace("http://www.w3.org/", "")


def test_how_much_order_the_log_leaves_open(tmp_path: Path) -> None:
    """Two sessions write one table: a second apart the order is known, a millisecond apart it is open."""
    log = tmp_path / "log.csv"
    rows = [(1.0, "a"), (2.0, "b"), (3.0, "a"), (3.001, "b")]
    log.write_text(
        "".join(
            line(at, 0.1, f"update videos set views = {n}", n + 1).replace("6b024fd8.32d2", f"6b024fd8.32d{who}")
            for n, (at, who) in enumerate(rows)
        )
    )
    found = order_quality(captured(tmp_path, log))
    assert (found.pairs, found.open, found.resolution_us) == (3, 1, 1000)


@pytest.mark.parametrize(
    ("logging", "share"),
    [
        ({}, 1.0),
        ({"log_min_duration_statement": "0", "log_transaction_sample_rate": "0.1"}, 1.0),
        ({"log_min_duration_statement": "-1", "log_transaction_sample_rate": "0.1"}, 0.1),
        ({"log_min_duration_statement": "-1", "log_min_duration_sample": "0", "log_statement_sample_rate": "0.3"}, 0.3),
    ],
)
def test_the_source_says_how_much_it_logs(logging: dict[str, str], share: float) -> None:
    """A sample is known for what it is."""
    assert Source(logging=logging).logged_share == share
