"""A server of a placement whose tables move from another one: what a scenario needs for it, and the page about the move."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.compare.event_values import PhaseFigures, SideEvents
from pgrehearse.compare.move_figures import CopyFigures, MoveFigures
from pgrehearse.report.move_page import render
from pgrehearse.runs.cut_over_facts import CutOverFacts, CutOverStep
from pgrehearse.scenarios.file.scenario_file import parsed
from pgrehearse.workload.analysis.crossing_examples import crossing_examples
from pgrehearse.workload.analysis.placement import place
from pgrehearse.workload.placement import PlacedServer, Placement
from pgrehearse.workload.read import Workload
from tests.captured import captured
from tests.logged import LogRecord, Server
from tests.unit.test_scenario_sides import refusal

if TYPE_CHECKING:
    from pathlib import Path

TWO = '[[server]]\nname = "main"\nothers = true\n[[server]]\nname = "feed"\ntables = ["jobs"]\n'
EVENT: dict[str, Any] = {"at": "5s", "cut_over": True, "sides": ["candidate-feed"]}
PLACEMENT = Placement("p.toml", (PlacedServer("main", others=True), PlacedServer("feed", tables=("jobs",))))


def scenario(folder: Path, **changes: Any) -> dict[str, Any]:
    """Return a scenario whose tables move, with other keys of the candidate, and *events* and *replay* of the scenario."""
    path = folder / "p.toml"
    path.write_text(TWO)
    events, replay = changes.pop("events", [EVENT]), changes.pop("replay", {"writes": True, "ids": "target"})
    candidate = {
        "placement": str(path),
        "settings": {"wal_level": "logical"},
        "servers": {"feed": {"moves_from": "main"}},
        **changes,
    }
    return {"name": "x", "candidate": candidate, "events": events, "replay": replay}


def test_the_tables_of_one_server_move(tmp_path: Path) -> None:
    sides = parsed(scenario(tmp_path), "x.toml").sides
    assert {name: side.moves_from for name, side in sides.items()} == {
        "control": "",
        "candidate-main": "",
        "candidate-feed": "main",
    }


def test_the_second_server_can_have_another_version(tmp_path: Path) -> None:
    document = scenario(tmp_path, version=16, servers={"feed": {"moves_from": "main", "version": 18}})
    sides = parsed({**document, "production": {"version": 16}}, "x.toml").sides
    assert [sides[f"candidate-{name}"].version for name in ("main", "feed")] == [16, 18]


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no such server": ({"servers": {"feed": {"moves_from": "old"}}}, "'old' is not a server before feed"),
    "from itself": ({"servers": {"feed": {"moves_from": "feed"}}}, "'feed' is not a server before feed"),
    "the first server": ({"servers": {"main": {"moves_from": "feed"}}}, "'feed' is not a server before main"),
    "not logical": ({"settings": {}}, "moves_from: wal_level is replica"),
    "before version 16": ({"version": 15}, "PostgreSQL 15 has no subscriptions with origin = none"),
    "a pooler": ({"pooler": "transaction"}, "the side has a pooler"),
    "not embedded": ({"kind": "docker", "docker": {"image": "x", "seed": "a.sql"}}, "is only for embedded sides"),
    "a version of a server whose tables do not move": (
        {"servers": {"feed": {"moves_from": "main"}, "main": {"version": 18}}},
        "candidate.servers.main.version needs moves_from",
    ),
    "one server": ({"server": "feed", "servers": {}, "moves_from": "main"}, "is a key of one of several servers"),
    "no event": ({"events": []}, "candidate-feed: its tables move, and no event has cut_over"),
    "an event of the other part": (
        {"events": [{**EVENT, "sides": ["candidate"]}]},
        "the tables of candidate-main do not move",
    ),
    "production's ids": ({"replay": {"writes": True}}, "two replays write to one server at the same time"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_move_that_is_not_possible_is_refused(tmp_path: Path, name: str) -> None:
    changes, message = REFUSED[name]
    assert message in refusal(scenario(tmp_path, **changes))


@pytest.fixture(scope="module")
def workload(tmp_path_factory: pytest.TempPathFactory) -> Workload:
    folder = tmp_path_factory.mktemp("moves")
    texts = ["begin", "insert into jobs values (1, 'secret')", "update users set n = 1 where id = 2", "commit"]
    records = [LogRecord.ran(1, 1 + at / 100, text, 1, vxid="1/1") for at, text in enumerate(texts)]
    join = "select * from jobs j join users u on u.id = j.owner where u.name = 'secret'"
    records += [
        LogRecord.ran(1, 2, join, 3, vxid="1/2"),
        LogRecord.ran(1, 3, "select * from jobs", 3, vxid="1/3"),
    ]
    return captured(folder, Server().write(folder / "x.csv", *records)).workload


def test_a_crossing_transaction_has_an_example_without_values(workload: Workload) -> None:
    """The first of each group of tables."""
    (texts,) = crossing_examples(workload, PLACEMENT).values()
    assert [text.split()[0].lower() for text in texts] == ["begin", "insert", "update", "commit"]
    assert "secret" not in " ".join(texts)


def page(figures: MoveFigures) -> str:
    out = io.StringIO()
    render(figures, "x.workload", out)
    return out.getvalue()


def test_the_page_has_what_would_cross_the_copies_the_steps_and_the_phases(workload: Workload) -> None:
    steps = [CutOverStep("pause the pooler", 0, 1_000), CutOverStep("wait for the LSN", 1_000, 2_500)]
    cost = CutOverFacts(1, True, 400_000, 2_500, steps, 1, 200, 50, 1, [], "", ["public.jobs"])
    copies = CopyFigures(("public.jobs",), 3_000_000, 1_000_000, 500_000, 1 << 20, 1 << 19, ("owner of jobs",))
    events = SideEvents("candidate-feed", True, (), (PhaseFigures("before", 5.0, 100, 900.0, 2_000.0, 3_000.0),))
    figures = MoveFigures(
        "candidate-feed",
        "feed",
        "main",
        "unchanged",
        place(workload, PLACEMENT),
        crossing_examples(workload, PLACEMENT),
        copies,
        cost,
        events=events,
    )
    assert figures.crossing_share == 2 / 3
    found = page(figures)
    for text in (
        "The tables moved",
        "66.7%",
        "owner of jobs",
        "wait for the LSN",
        "2.50 ms",
        "0.5%",
        "before",
        "equal rows in all tables",
        "3.00 s / 1.50 s",
    ):
        assert text in found
    assert "secret" not in found
    assert "was not completed" in page(replace(figures, cut_over=replace(cost, completed=False)))
    differing = page(replace(figures, cut_over=replace(cost, differing=["public.jobs"])))
    assert "their rows differ on both servers at the end" in differing
    assert "Tables whose rows differ on both servers at the end: public.jobs" in differing
    assert "had not begun" in page(replace(figures, cut_over=None, events=None))
