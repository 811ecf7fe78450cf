"""Which applications, endpoints and queries an event in mid-run affected: figures, sentences, and every output."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.event_groups import MOST
from pgrehearse.compare.event_tables import group_notes, group_tables
from pgrehearse.compare.event_values import EventComparison, GroupPhase, PhaseFigures, SideEvents, StatementGroup
from pgrehearse.comparison_view import print_comparison
from pgrehearse.report.html import render
from pgrehearse.report.json_document import document
from pgrehearse.report.markdown import markdown
from pgrehearse.runs.mid_run_events import MidRunEvent
from tests.captured import captured
from tests.conftest import held_to_schema
from tests.logged import LogRecord, Server
from tests.runs_with_events import SECONDS, Replayed, workload_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.compare.comparison import Comparison
    from pgrehearse.workload.read import Workload

US = 1_000_000
WINDOW = MidRunEvent(1, "read-only", "read_only", 15 * US, 15 * US, 20 * US)
REFUSED = dict.fromkeys(range(15, 20), "25006")
ORDER, CART, READ = "insert into orders values (?)", "update carts set n = ?", "select total from orders where id = ?"


def records(second: int) -> Iterator[LogRecord]:
    """Yield a second of three applications: the shop writes from two pages, the importer without a tag, reports read."""
    yield LogRecord.ran(1, second, f"insert into orders values ({second}) /*route='/orders'*/", application="shop")
    yield LogRecord.ran(2, second + 0.2, f"update carts set n = {second} /*route='/cart'*/", application="shop")
    yield LogRecord.ran(3, second + 0.4, f"insert into orders values ({second})", application="importer")
    yield LogRecord.ran(4, second + 0.6, f"select total from orders where id = {second}", application="reports")
    yield LogRecord.ran(
        5, second + 0.8, f"select total from orders where id = {second} /*route='/orders'*/", application=""
    )


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> Workload:
    folder = tmp_path_factory.mktemp("workload")
    lines = [record for second in range(SECONDS) for record in records(second)]
    return captured(folder, Server().write(folder / "x.csv", *lines)).workload


def sessions(workload: Workload, *applications: str) -> tuple[int, ...]:
    names = workload.sessions().select("session", "application_name").iter_rows()
    return tuple(session for session, name in names if (name or "") in applications)


def compared(workload: Workload, folder: Path, candidate: Replayed) -> Comparison:
    Replayed().write(workload, folder / "control.run")
    candidate.write(workload, folder / "candidate.run")
    return compare_paths(folder / "control.run", [folder / "candidate.run"])


@pytest.fixture(scope="module")
def window(workload: Workload, tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Writes fail for five seconds on the candidate; a unique violation fails in second 3, as one in the window does."""
    readers = sessions(workload, "reports", "")
    candidate = Replayed(failing=REFUSED, unaffected=readers, events=(WINDOW,))
    return compared(workload, tmp_path_factory.mktemp("runs"), candidate)


def side_of(comparison: Comparison) -> SideEvents:
    return comparison.candidates[0].events.sides[1]


def group(side: SideEvents, by: str, name: str) -> StatementGroup:
    (found,) = (group for group in side.groups if (group.by, group.name) == (by, name))
    return found


def test_each_application_has_its_statements_of_each_phase(window: Comparison) -> None:
    """The shop's two sessions send two statements a second; all of them fail while the database is read-only."""
    side = side_of(window)
    names = [group.name for group in side.groups if group.by == "application"]
    assert names == ["shop", "importer", "", "reports"]
    shop = group(side, "application", "shop").phases
    assert (shop["before"].statements, shop["before"].failed, shop["before"].ok_share) == (30, 0, 1.0)
    assert (shop["during"].statements, round(shop["during"].ok_share * 11, 9)) == (11, 1)
    assert shop["during"].errors == {"25006": 10}
    reports = group(side, "application", "reports").phases
    assert (reports["during"].statements, reports["during"].failed) == (5, 0)
    assert sum(of.statements for group in side.groups if group.by == "application" for of in group.phases.values()) == (
        5 * SECONDS
    )


def test_an_endpoint_is_the_tag_of_a_statement(window: Comparison) -> None:
    """Statements of two applications have the tag /orders; statements without a tag are one group."""
    side = side_of(window)
    assert [group.name for group in side.groups if group.by == "endpoint"] == ["", "/orders", "/cart"]
    orders = group(side, "endpoint", "/orders").phases["during"]
    assert (orders.statements, orders.errors) == (11, {"25006": 5})


def test_only_queries_with_failures_are_listed(window: Comparison) -> None:
    """An INSERT without a tag is the same query as one with a tag."""
    side = side_of(window)
    queries = [
        (group.sql.split(" /*")[0], group.phases["during"].failed) for group in side.groups if group.by == "query"
    ]
    assert queries == [(ORDER, 10), (CART, 5)]


def test_a_finding_names_which_applications_are_affected_and_which_are_not(window: Comparison) -> None:
    found = {finding.what: finding.how_much for finding in window.findings}
    assert found[
        "candidate: during read-only, statements of 2 of 4 applications failed with an SQLSTATE that they did not have before"
    ] == ("shop (failed 10 of 11: 25006 10), importer (failed 5 of 5: 25006 5); no such failure: (none), reports")
    assert any("of 3 endpoints failed" in what for what in found)


def test_failures_that_an_application_had_before_are_not_attributed_to_the_event(
    workload: Workload, tmp_path: Path
) -> None:
    """A unique violation in the window is no effect of the window where it also failed before."""
    others = sessions(workload, "importer", "reports", "")
    found = compared(
        workload, tmp_path, Replayed(failing={3: "23505", 16: "23505"}, unaffected=others, events=(WINDOW,))
    )
    shop = group(side_of(found), "application", "shop")
    assert (shop.phases["during"].errors, shop.new_states) == ({"23505": 2}, ())
    assert not any("applications failed" in finding.what for finding in found.findings)


def test_a_table_has_the_share_that_succeeded_in_each_phase(window: Comparison) -> None:
    """Statements were normal again at the end of the window: it has no recovery."""
    (rows, title), *_ = group_tables(window.candidates[0].events, 60)
    assert title == "By application"
    assert rows[0] == {
        "application": "shop",
        "run": "candidate",
        "before: ok": "100% of 30",
        "during: ok": "9.1% of 11",
        "after: ok": "100% of 39",
        "SQLSTATE": "during 25006: 10",
    }
    assert [row["application"] for row in rows] == ["shop", "importer", "(no name)", "reports"]


def test_a_share_with_a_failure_is_not_shown_as_all() -> None:
    one_failed = StatementGroup("application", "a", {"before": GroupPhase(100_000, 1, {"23505": 1})})
    side = SideEvents("candidate", own=True, events=(), phases=(PhaseFigures("before", 1.0),), groups=(one_failed,))
    ((rows, _),) = group_tables(EventComparison((side,)), 60)
    assert rows[0]["before: ok"] == "99.9% of 100,000"


def test_all_rows_of_a_table_have_the_same_columns(workload: Workload, tmp_path: Path) -> None:
    """The candidate needs some seconds until statements are normal again, the control none."""
    Replayed(failing=REFUSED, events=(WINDOW,)).write(workload, tmp_path / "control.run")
    slow = Replayed({range(15, 23): 90_000}, failing=REFUSED, events=(WINDOW,))
    slow.write(workload, tmp_path / "candidate.run")
    events = compare_paths(tmp_path / "control.run", [tmp_path / "candidate.run"]).candidates[0].events
    assert [side.phase("recovery") is not None for side in events.sides] == [False, True]
    for rows, _ in group_tables(events, 60):
        assert len({tuple(row) for row in rows}) == 1
        assert {row["recovery: ok"] == "-" for row in rows if row["run"] == "control"} == {True}


def test_without_tags_there_is_no_table_by_endpoint_and_a_note(tmp_path: Path) -> None:
    found = compared(workload_of(tmp_path), tmp_path, Replayed(failing=REFUSED, events=(WINDOW,)))
    events = found.candidates[0].events
    assert [title for _, title in group_tables(events, 60)] == ["By application", "By query"]
    assert "No statement has the tag of an endpoint in an SQL comment (sqlcommenter, marginalia)." in group_notes(
        events
    )


def test_more_applications_than_are_listed_are_counted(tmp_path: Path) -> None:
    """The list is bounded; its first entries have the most failures."""
    lines = [
        LogRecord.ran(session, session / 5, "select 1", application=f"app-{session}") for session in range(MOST + 2)
    ]
    workload = captured(tmp_path, Server().write(tmp_path / "x.csv", *lines)).workload
    found = compared(
        workload, tmp_path, Replayed(failing={6: "57014"}, events=(MidRunEvent(1, "", "sql", 0, 6 * US, 7 * US),))
    )
    side = side_of(found)
    listed = [group for group in side.groups if group.by == "application"]
    assert (len(listed), side.groups_left_out) == (MOST, {"application": 2})
    assert {group.name for group in listed[:5]} == {f"app-{session}" for session in range(30, 35)}
    assert any("2 more applications with fewer failed" in text for text in group_notes(found.candidates[0].events))


def test_every_output_has_the_applications_and_endpoints(
    window: Comparison, capsys: pytest.CaptureFixture[str]
) -> None:
    page = io.StringIO()
    render(window, page)
    print_comparison(window, "")
    terminal = capsys.readouterr().out
    for text in (page.getvalue(), terminal, markdown(window, [])):
        assert "9.1% of 11" in text
        assert "/orders" in text
        assert (
            "The sides did not have the same events in mid-run: control had none; candidate had read-only; 15 of the new errors"
            in text
        )
    written = json.loads(json.dumps(document(window)))
    held_to_schema("compare", written)
    groups = written["candidates"][0]["events"]["sides"][1]["groups"]
    assert [entry["phases"]["during"]["failed"] for entry in groups if entry["by"] == "application"] == [10, 5, 0, 0]
