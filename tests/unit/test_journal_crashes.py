"""The journal of a target after a crash, on a full disk, and with several processes."""

from __future__ import annotations

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pgrehearse.base.errors import BadInput, HarnessFailure, UsageProblem
from pgrehearse.base.processes import is_running, started
from pgrehearse.targets import journal_file
from pgrehearse.targets.journal import Header, Journal, Progress, read_journals

if TYPE_CHECKING:
    from pathlib import Path

HEADER = Header("candidate-1f", "aurora", "1f", 0, os.getpid())


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def whole() -> Journal:
    journal = Journal.begin(HEADER)
    group = journal.requested("db-parameter-group", "pgrehearse-1f")
    journal.created(group)
    cluster = journal.requested("db-cluster", "pgrehearse-1f-c", snapshot="s")
    journal.created(cluster, "cluster-X")
    journal.requested("db-instance", "pgrehearse-1f-1")
    journal.removed(group)
    return journal


def test_a_crash_at_every_byte_loses_only_the_line_that_was_being_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read is the state of the complete lines; the next line replaces the incomplete one."""
    journal = whole()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)  # 700 files
    data = journal.path.read_bytes()
    header = data.index(b"\n") + 1
    for size in range(header, len(data) + 1):
        complete = data[: data[:size].rfind(b"\n") + 1]
        journal.path.write_bytes(complete)
        expected = Journal.open(journal.path).things()
        journal.path.write_bytes(data[:size])
        again = Journal.open(journal.path)
        assert again.things() == expected
        number = again.requested("secret", "pgrehearse-1f-s")
        assert number == complete.count(b"\n")
        assert again.left()[0].name == "pgrehearse-1f-s"
        assert again.things()[:-1] == expected
        assert journal.path.read_bytes().startswith(complete)


def test_a_journal_is_never_seen_without_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed, or a disk that is full, before the header is on the disk leaves no journal."""

    def full(_descriptor: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(HarnessFailure, match="No space left"):
            Journal.begin(HEADER)
    assert read_journals().readable == ()
    Journal.begin(HEADER)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(Progress), st.integers(0, 4), st.none() | st.integers(0, 80)), min_size=1, max_size=12
    )
)
def test_what_was_recorded_is_left_until_its_removal_is_recorded(
    tmp_path: Path, steps: list[tuple[Progress, int, int | None]]
) -> None:
    """A disk that is full after any number of bytes: the line is refused, and the lines before and after it are whole."""
    journal = Journal(tmp_path / "one.jsonl", HEADER)
    journal.path.unlink(missing_ok=True)
    journal_file.create(journal.path, {"target": "t", "kind": "k", "run": "r", "expires_us": 0, "owner_pid": 1})
    expected: dict[int, Progress] = {}
    for progress, choice, room in steps:
        if progress != Progress.REQUESTED and not expected:
            continue
        number = list(expected)[choice % len(expected)] if expected else 0
        with pytest.MonkeyPatch.context() as patch:
            limit(patch, room)
            try:
                if progress == Progress.REQUESTED:
                    number = journal.requested("db-cluster", f"c{len(expected)}")
                else:
                    (journal.created if progress == Progress.CREATED else journal.removed)(number)
            except HarnessFailure:
                continue
        expected[number] = progress
    assert {thing.number: thing.progress for thing in Journal.open(journal.path).things()} == expected


def limit(patch: pytest.MonkeyPatch, room: int | None) -> None:
    """Let the disk take *room* more bytes (None: any number)."""
    if room is None:
        return
    write, left = os.write, [room]

    def limited(descriptor: int, data: bytes) -> int:
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        size = write(descriptor, data[: left[0]])
        left[0] -= size
        return size

    patch.setattr(os, "write", limited)


def test_several_processes_append_to_one_journal() -> None:
    """Each thing has a number of its own, and no line is lost."""
    journal = Journal.begin(HEADER)
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda place: journal.requested("db-instance", f"i{place}"), range(80)))
    assert sorted(numbers) == list(range(1, 81))
    assert {(thing.number, thing.name) for thing in journal.things()} == {
        (number, f"i{place}") for place, number in enumerate(numbers)
    }


def test_one_command_removes_the_things_of_a_journal() -> None:
    """A second one is refused; afterwards the lock is free, and its file is gone."""
    journal = Journal.begin(HEADER)
    with journal.locked():
        with pytest.raises(HarnessFailure, match="another command removes this target now"), journal.locked():
            pass
        journal.requested("db-cluster", "c")
    with journal.locked():
        pass
    assert [path.name for path in journal.path.parent.iterdir()] == ["candidate-1f.jsonl"]


def test_nothing_is_requested_for_a_target_whose_journal_was_removed() -> None:
    journal = Journal.begin(HEADER)
    journal.close()
    with pytest.raises(HarnessFailure, match="another command has removed the target"):
        journal.requested("db-cluster", "c")
    assert not journal.path.exists()


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]\n",
        "{\n",
        '{"target": "t"}\n',
        "\x00\x00\n",
        '{"target": "t", "kind": "k", "run": "r", "expires_us": 0, "owner_pid": 1}\n{"number": 1, "progress": "removed", "at_us": 1}\n',
        '{"target": "t", "kind": "k", "run": "r", "expires_us": 0, "owner_pid": 1}\n7\n',
        '{"target": "t", "kind": "k", "run": "r", "expires_us": 0, "owner_pid": 1}\n{"number": 1, "progress": "x"}\n',
        '{"target": "t", "kind": "k", "run": "r", "expires_us": "soon", "owner_pid": 1}\n',
    ],
)
def test_a_damaged_journal_is_an_error_with_a_remedy_and_hides_no_other(damage: str) -> None:
    journal = whole()
    bad = journal.path.with_name("bad.jsonl")
    bad.write_text(damage)
    with pytest.raises(BadInput, match=r"bad\.jsonl: not a journal of a target, or damaged") as caught:
        Journal.open(bad)
    assert "reap --account" in caught.value.remedy
    every = read_journals()
    assert every.readable == (journal,)
    assert list(every.damaged) == [bad]


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".x", "a b", "x" * 101])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(UsageProblem, match="invalid name of a target"):
        Journal.begin(Header(name, "aurora", "1f", 0, 1))


def test_another_process_with_the_same_id_is_not_the_owner() -> None:
    """The start of the process identifies it."""
    journal = Journal.begin(HEADER)
    assert journal.header.owner_runs()
    assert json.loads(journal.path.read_text())["owner_started"] == started(os.getpid()) > 0
    assert not is_running(os.getpid(), started(os.getpid()) + 1)
    assert not is_running(0)
