"""A hot tenant: the statements with one value of a column are replayed more often; the value itself is in no manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.filters import parse_filter
from pgrehearse.replay.plan.plan import ReplayPlan, SessionSelection
from pgrehearse.replay.prepare.consequences import Consequences
from pgrehearse.replay.prepare.session_selection import select_sessions
from pgrehearse.replay.prepare.skip_rules import REASONS, Rules
from pgrehearse.replay.prepare.spool import decided
from pgrehearse.replay.prepare.statement_rules import Policy
from pgrehearse.runs.reasons import NOT_AMPLIFIED
from pgrehearse.scenarios.preparing.run_notes import tenant_notes
from pgrehearse.workload.schema import IS_STATEMENT
from tests.captured import captured
from tests.logged import LogRecord, Server

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.workload.read import Workload

WHERE = "tenant.workspace_id=4711"


def bound(session: int, at_s: float, value: str) -> LogRecord:
    sql = "select 1 from videos where workspace_id = $1"
    return LogRecord(
        session, at_s, f"duration: 1.000 ms  execute <unnamed>: {sql}", detail=f"parameters: $1 = '{value}'"
    )


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> Workload:
    folder = tmp_path_factory.mktemp("tenants")
    records = [
        bound(1, 1, "4711"),
        bound(1, 2, "12"),
        LogRecord.ran(1, 3, "select 1 from videos where workspace_id = 4711 and id = 5"),
        LogRecord.ran(1, 4, "select 2"),
        bound(2, 5, "12"),
        LogRecord.ran(3, 6, "insert into videos (id, workspace_id) values (1, 4711)"),
    ]
    return captured(folder, Server().write(folder / "x.csv", *records)).workload


def plan(*where: str, amplify: float = 3) -> ReplayPlan:
    selection = SessionSelection(amplify=amplify, where=parse_filter("--where", where), amplify_writes=True)
    return ReplayPlan(Endpoint.parse("postgresql://127.0.0.1/x"), writes=True, selection=selection)


def test_sessions_with_a_statement_of_the_tenant_have_copies(workload: Workload) -> None:
    """In both protocols, and in an INSERT."""
    copies = select_sessions(workload, plan(WHERE)).group_by("session", maintain_order=True).len()["len"].to_list()
    assert copies == [3, 1, 3]


def test_copies_replay_only_the_statements_of_the_tenant(workload: Workload) -> None:
    sessions = workload.sessions()
    consequences = Consequences(Rules(Policy(writes=True)), sessions)
    (part,) = workload.parts()
    events = decided(workload, part, sessions["session"].to_list(), plan(WHERE), consequences).filter(IS_STATEMENT)
    rows = events.select("session", "skip", "copy_skip").collect().rows()
    assert [(session, REASONS[copy]) for session, _, copy in rows if session == 0] == [
        (0, ""),
        (0, NOT_AMPLIFIED),
        (0, ""),
        (0, NOT_AMPLIFIED),
    ]
    assert {skip for _, skip, _ in rows} == {0}


def test_the_value_of_a_tenant_is_in_no_manifest(workload: Workload) -> None:
    """A hash is: two runs with the same tenant are comparable."""
    recorded = plan(WHERE).recorded(workload.path)
    text = f"{recorded} {plan(WHERE).labels()}"
    assert "4711" not in text
    assert "tenant.workspace_id=#" in recorded.selection.where
    assert recorded == plan(WHERE).recorded(workload.path) != plan("tenant.workspace_id=4712").recorded(workload.path)


def test_the_growth_of_a_scenario_selects_a_tenant_too() -> None:
    assert parse_filter("growth.where", [WHERE]) == parse_filter("--where", [WHERE])


@pytest.mark.parametrize(("option", "text"), [("--only", WHERE), ("--where", "tenant.=1"), ("--where", "tenant.a=")])
def test_a_tenant_is_a_selection_of_where_only(option: str, text: str) -> None:
    with pytest.raises(UsageProblem, match="invalid filter"):
        parse_filter(option, [text])


def test_statements_without_a_single_value_are_in_the_notes_of_the_run(tmp_path: Path) -> None:
    records = [
        LogRecord.ran(1, 1, "select 1 from videos where workspace_id in (4711, 12)"),
        LogRecord.ran(1, 2, "insert into videos values (1, 4711)"),
    ]
    both = captured(tmp_path, Server().write(tmp_path / "x.csv", *records)).workload
    assert list(tenant_notes(both, plan(WHERE))) == [
        "--where tenant.workspace_id: 1 statements have several values, and the value of 1 is not known; they are not selected "
        "(`pgrehearse inspect --tenant workspace_id`)"
    ]
