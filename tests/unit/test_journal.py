"""The journal of a target: what was requested is on the disk before the request, and what is left can be read after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from pgrehearse.base.errors import BadInput, HarnessFailure
from pgrehearse.targets.journal import Header, Journal, Progress, journals


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def begun() -> Journal:
    return Journal.begin(Header("candidate-1f", "aurora", "1f", 0, 1, {"region": "eu-west-1"}, {"readers": 1}))


def test_what_is_left_is_read_after_a_crash() -> None:
    """A thing whose request had no answer is left, and so is one that was created; one that was removed is not."""
    journal = begun()
    group = journal.requested("parameter-group", "pgrehearse-1f")
    cluster = journal.requested("db-cluster", "pgrehearse-1f-cluster")
    journal.created(cluster, "cluster-X")
    journal.requested("db-instance", "pgrehearse-1f-1", cluster="pgrehearse-1f-cluster")
    journal.removed(group)
    (again,) = journals()
    assert again == journal
    assert [(thing.name, thing.progress, thing.resource) for thing in again.left()] == [
        ("pgrehearse-1f-1", Progress.REQUESTED, ""),
        ("pgrehearse-1f-cluster", Progress.CREATED, "cluster-X"),
    ]
    assert again.left()[0].facts == {"cluster": "pgrehearse-1f-cluster"}


def test_a_journal_with_things_left_stays() -> None:
    """It is removed when all its things are."""
    journal = begun()
    number = journal.requested("db-cluster", "c")
    journal.close()
    assert journals() == [journal]
    journal.removed(number)
    journal.close()
    assert journals() == []


def test_a_line_that_was_not_finished_is_left_out() -> None:
    """The request of such a line was not sent."""
    journal = begun()
    journal.requested("db-cluster", "c")
    with journal.path.open("ab") as stream:
        stream.write(b'{"number": 2, "progr')
    assert [thing.name for thing in Journal.open(journal.path).things()] == ["c"]


def test_errors_are_sentences(tmp_path: Path) -> None:
    begun()
    with pytest.raises(HarnessFailure, match="File exists"):
        begun()
    (tmp_path / "bad.jsonl").write_text("[]\n")
    with pytest.raises(BadInput, match="not a journal of a target"):
        Journal.open(tmp_path / "bad.jsonl")
    (tmp_path / "bad.jsonl").write_text("{\n")
    with pytest.raises(BadInput, match=r"bad\.jsonl"):
        Journal.open(tmp_path / "bad.jsonl")
