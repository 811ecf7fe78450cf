"""Plans of events: which tables are accepted, and the error for each that is not."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.events.events_file import read_events
from pgrehearse.scenarios.events.plan import EventKind, EventPlan, check_events, events_of_side
from pgrehearse.scenarios.file.scenario_file import load

DSN = "postgresql://admin@127.0.0.1:6432/pgbouncer"
PAUSE = EventPlan(at="1s", pause_pooler=DSN)
REFUSED = {
    "no action": (EventPlan(at="1s"), "has no action"),
    "two actions": (EventPlan(at="1s", sql="select 1", restart=True), "more than one action: sql, restart"),
    "sql and file": (EventPlan(at="1s", sql="select 1", file="a.sql"), "has sql and file"),
    "no begin": (EventPlan(restart=True), "needs one of at and at_statements"),
    "two begins": (EventPlan(at="1s", at_statements=5, restart=True), "needs one of at and at_statements"),
    "a negative count": (EventPlan(at_statements=-5, restart=True), "at_statements is -5"),
    "an unknown mode": (EventPlan(at="1s", restart="smart"), "restart is 'smart'"),
    "an unknown signal": (EventPlan(at="1s", signal="KILL", process="checkpointer"), "signal is 'KILL'"),
    "a signal without process": (EventPlan(at="1s", signal="SIGKILL"), "process is missing"),
    "a cut-over in a database": (
        EventPlan(at="1s", cut_over=True, database="app"),
        "database has no effect on cut_over",
    ),
    "a key of another action": (EventPlan(at="1s", restart=True, timeout="1s"), "timeout has no effect on restart"),
    "no processor": (EventPlan(at="1s", scale={"cpus": "0"}), "scale.cpus is '0'"),
    "many processors": (EventPlan(at="1s", scale={"cpus": "many"}), "scale.cpus is 'many'"),
    "a pause without its end": (PAUSE, "no event has resume_pooler"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_event_that_is_not_possible_is_refused(name: str) -> None:
    event, message = REFUSED[name]
    with pytest.raises(BadInput, match=r"a\.toml: events\[1\]") as refused:
        check_events([event], "a.toml")
    assert message in refused.value.message
    assert refused.value.remedy


@pytest.mark.parametrize("key", ["at", "timeout"])
def test_a_duration_that_is_none_is_refused(key: str) -> None:
    values: dict[str, Any] = {"at": "1s", "command": "true", key: "soon"}
    with pytest.raises(BadInput, match=rf"events\[1\]\.{key}: 'soon' is not a duration"):
        check_events([EventPlan(**values)], "a.toml")


def test_a_pause_has_to_end_on_each_of_its_sides() -> None:
    elsewhere = EventPlan(at="2s", resume_pooler=DSN, sides=("control",))
    with pytest.raises(BadInput, match="for these sides"):
        check_events([PAUSE, elsewhere], "a.toml")
    check_events([PAUSE, EventPlan(at="2s", resume_pooler=DSN)], "a.toml")
    assert events_of_side([PAUSE, elsewhere], "candidate") == (PAUSE,)
    assert events_of_side([PAUSE, elsewhere], "control") == (PAUSE, elsewhere)


def test_a_file_of_events_is_read(tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.write_text(
        '[[events]]\nat = "90s"\nsql = ["analyze", "vacuum"]\n'
        '[[events]]\nname = "more memory"\nat_statements = 10_000\nscale = { cpus = 1, work_mem = "8MB" }\n'
        '[[events]]\nat = "2m"\nrestart = "immediate"\n'
    )
    statements, scale, restart = read_events(path)
    assert (statements.kind, statements.at_us, statements.sql) == (EventKind.SQL, 90_000_000, ("analyze", "vacuum"))
    assert (scale.kind, scale.title(2), scale.at_statements) == (EventKind.SCALE, "more memory", 10_000)
    assert (scale.scale, scale.scaled_settings) == ({"cpus": "1", "work_mem": "8MB"}, {"work_mem": "8MB"})
    assert (restart.kind, restart.title(3), restart.restart_mode) == (EventKind.RESTART, "restart 3", "immediate")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[events]]\nat = "1s"\nsqk = "select 1"\n', r"unknown key events\[1\]\.sqk; did you mean sql\?"),
        ('[[events]]\nat = 5\nsql = "select 1"\n', r"events\[1\]\.at: 5 is not text"),
        ('[[events]]\nat = "1s"\nrestart = true\nsides = ["control"]\n', r"events\[1\]\.sides"),
        ('[[event]]\nat = "1s"\n', "unknown key event"),
    ],
)
def test_a_file_with_a_mistake_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "events.toml"
    path.write_text(text)
    with pytest.raises(BadInput, match=message) as refused:
        read_events(path)
    assert refused.value.remedy


def test_every_key_is_documented() -> None:
    """In docs/events.md, in a table."""
    page = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
    assert [item.name for item in fields(EventPlan) if f"| `{item.name}` |" not in page] == []


def test_a_scenario_has_events(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        'name = "a"\n[[events]]\nat = "1s"\nsql = ["analyze", "vacuum"]\nsides = ["candidate"]\n'
        f'[[events]]\nat = "2s"\npause_pooler = "{DSN}"\n[[events]]\nat = "3s"\nresume_pooler = "{DSN}"\n'
        '[[events]]\nat = "4s"\nrestart = true\n[[events]]\nat = "5s"\nscale = { cpus = 1, work_mem = "8MB" }\n'
    )
    events = load(path).events
    assert [event.kind for event in events] == ["sql", "pause_pooler", "resume_pooler", "restart", "scale"]
    assert events[0].sql == ("analyze", "vacuum")
    assert [event.kind for event in events_of_side(events, "control")] == [
        "pause_pooler",
        "resume_pooler",
        "restart",
        "scale",
    ]


def test_the_password_of_a_pooler_is_not_shown() -> None:
    assert "secret" not in repr(EventPlan(at="1s", pause_pooler="postgresql://a:secret@h/pgbouncer"))
