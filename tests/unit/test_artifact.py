"""Nothing of the user's is deleted: only an artifact of ours of the same kind is replaced, and only when the new one is whole."""

from __future__ import annotations

import fcntl
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base import artifact
from pgrehearse.base.artifact import MANIFEST, MARKER, Kind
from pgrehearse.base.errors import BadInput, HarnessFailure, PgrehearseError, UsageProblem
from pgrehearse.base.output_file import Made, check_file, check_files, comment
from pgrehearse.base.typed_document import typed
from pgrehearse.cli import main
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.run_facts import RunPlan, TargetFacts
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

LOG = SAMPLES / "pg18" / "mindur0.csv"


def made(path: Path, kind: Kind, text: str = "new", *, force: bool = False) -> Path:
    """Write a small artifact of ours."""
    working = artifact.begin(path, kind, force=force)
    artifact.write_json(working / MANIFEST, {"format": 1, "kind": str(kind), "text": text})
    artifact.finish(path, kind)
    return path


def said(path: Path) -> str:
    return str(json.loads((path / MANIFEST).read_text())["text"])


def left(path: Path) -> dict[str, bytes | str | None]:
    """Everything under a path: files by their bytes, links by where they lead."""
    return {
        str(one.relative_to(path)): str(one.readlink())
        if one.is_symlink()
        else one.read_bytes()
        if one.is_file()
        else None
        for one in sorted(path.rglob("*"))
    }


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / name.replace("__", ".")).write_text(text)
    return path


def _manifest(kind: str, form: object = 1) -> str:
    return json.dumps({"format": form, "kind": kind})


# What may stand under the name of an output, and the words in which it is refused.
STRANGERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (lambda path: folder(path, precious__txt="mine"), "did not create"),
    "hidden file": (lambda path: folder(path, __hidden="mine"), "did not create"),
    "file": (lambda path: path.write_text("mine"), "is a file"),
    "empty file": (lambda path: path.write_text(""), "is a file"),
    "link to a file": (lambda path: path.symlink_to(LOG), "symbolic link"),
    "link to a folder": (lambda path: path.symlink_to(folder(path.parent / "else", a="mine")), "symbolic link"),
    "broken link": (lambda path: path.symlink_to(path.parent / "nowhere"), "symbolic link"),
    "link to one of ours": (lambda path: path.symlink_to(made(path.parent / "ours", Kind.WORKLOAD)), "symbolic link"),
    "fifo": (os.mkfifo, "is a file"),
    "another tool's manifest": (
        lambda path: folder(path, manifest__json='{"name": "extension", "format": 1}'),
        "did not create",
    ),
    "a manifest without a format": (
        lambda path: folder(path, manifest__json=_manifest("workload", None)),
        "did not create",
    ),
    "a manifest with a text for a format": (
        lambda path: folder(path, manifest__json=_manifest("workload", "1")),
        "did not create",
    ),
    "a manifest with true for a format": (
        lambda path: folder(path, manifest__json=_manifest("workload", form=True)),
        "did not create",
    ),
    "a manifest that is no JSON": (lambda path: folder(path, manifest__json="{"), "did not create"),
    "a manifest that is a link": (
        lambda path: (folder(path) / MANIFEST).symlink_to(made(path.parent / "ours", Kind.WORKLOAD) / MANIFEST),
        "did not create",
    ),
    "a run": (lambda path: made(path, Kind.RUN), "is a run, not a workload"),
    "an experiment": (lambda path: made(path, Kind.EXPERIMENT), "is an experiment, not a workload"),
    "a workload with a file of the user's": (
        lambda path: (made(path, Kind.WORKLOAD) / "notes.txt").write_text("mine"),
        "contains notes.txt",
    ),
}


@pytest.mark.parametrize("place", ["", ".partial"], ids=["name", "partial"])
@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_directory_of_the_user_is_refused_by_name_and_stays(tmp_path: Path, stranger: str, place: str) -> None:
    """Under the name and under NAME.partial, with --force and without: exit 2, nothing is touched."""
    output = tmp_path / "x.workload"
    make, words = STRANGERS[stranger]
    make(output.with_name(output.name + place))
    before = left(tmp_path)
    for force in (False, True):
        for attempt in (artifact.check, artifact.begin):
            with pytest.raises(UsageProblem, match=words) as caught:
                attempt(output, Kind.WORKLOAD, force=force)
            assert str(output.with_name(output.name + place)) in caught.value.message
            assert caught.value.remedy
    assert left(tmp_path) == before


@pytest.mark.parametrize("kind", list(Kind))
def test_an_artifact_is_replaced_only_with_force(tmp_path: Path, kind: Kind) -> None:
    """Without --force it is refused and stays; what is left is the new one, and nothing else."""
    output = made(tmp_path / "x", kind, "old")
    with pytest.raises(UsageProblem, match="exists"):
        artifact.begin(output, kind, force=False)
    assert said(output) == "old"
    made(output, kind, "new", force=True)
    assert said(output) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert [path.name for path in output.iterdir()] == [MANIFEST]


def test_an_empty_directory_is_used(tmp_path: Path) -> None:
    """As the output, and as its partial."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x.partial").mkdir()
    assert said(made(tmp_path / "x", Kind.RUN)) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_the_old_artifact_keeps_its_name_until_the_new_one_is_complete(tmp_path: Path) -> None:
    """And for good when the new one fails."""
    output = made(tmp_path / "x", Kind.WORKLOAD, "old")
    working = artifact.begin(output, Kind.WORKLOAD, force=True)
    (working / "sessions.parquet").write_bytes(b"half")
    assert said(output) == "old"
    artifact.abandon(output)
    assert (said(output), working.exists()) == ("old", False)


def test_the_old_artifact_is_restored_when_the_rename_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last rename fails: the old one is under its name again, the new one is kept as the partial."""
    output = made(tmp_path / "x", Kind.WORKLOAD, "old")
    working = artifact.begin(output, Kind.WORKLOAD, force=True)
    artifact.write_json(working / MANIFEST, {"format": 1, "kind": "workload", "text": "new"})
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path.name == working.name:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(HarnessFailure, match="No space left"):
        artifact.finish(output, Kind.WORKLOAD)
    assert (said(output), said(working)) == ("old", "new")


def test_the_rest_of_a_killed_command_is_restored(tmp_path: Path) -> None:
    """Killed between the two renames: the old one is back. Killed while it removed the old one: that goes the next time."""
    output = made(tmp_path / "x", Kind.RUN, "old")
    output.rename(tmp_path / "x.replaced-0123abcd")
    with pytest.raises(UsageProblem, match="exists"):
        artifact.begin(output, Kind.RUN, force=False)
    assert said(output) == "old"
    made(tmp_path / "x.replaced-4567abcd", Kind.RUN, "older")
    folder(tmp_path / "x.replaced-notes", a="mine")
    made(output, Kind.RUN, "new", force=True)
    assert {path.name for path in tmp_path.iterdir()} == {"x", "x.replaced-notes"}


def test_the_partial_directory_of_an_ended_process_is_replaced(tmp_path: Path) -> None:
    """Killed at any instant: with nothing but the marker, with half of its files, with a manifest and no marker."""
    for files in ({MARKER: ""}, {MARKER: "", "sessions.parquet": "half"}, {MANIFEST: _manifest("workload")}):
        partial = folder(tmp_path / "x.partial")
        for name, text in files.items():
            (partial / name).write_text(text)
        made(tmp_path / "x", Kind.WORKLOAD, force=True)
        assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_the_partial_directory_of_a_running_process_is_not_changed(tmp_path: Path) -> None:
    """Two commands with the same output: the second is refused."""
    partial = folder(tmp_path / "x.partial")
    with (partial / MARKER).open("w") as marker:
        fcntl.flock(marker, fcntl.LOCK_EX)
        with pytest.raises(UsageProblem, match="another pgrehearse is writing"):
            artifact.begin(tmp_path / "x", Kind.RUN, force=True)
        assert (partial / MARKER).exists()


def test_a_directory_that_appears_during_the_write_is_not_replaced(tmp_path: Path) -> None:
    """The name was free when the command began: what took it since stays, the new one is kept as the partial."""
    output = tmp_path / "x"
    working = artifact.begin(output, Kind.RUN, force=False)
    artifact.write_json(working / MANIFEST, {"format": 1, "kind": "run", "text": "new"})
    folder(output, precious__txt="mine")
    with pytest.raises(UsageProblem, match="did not create"):
        artifact.finish(output, Kind.RUN)
    assert (output / "precious.txt").read_text() == "mine"
    assert said(working) == "new"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (".", "not a name"),
        ("..", "not a name"),
        ("/", "not a name"),
        ("a/..", "not a name"),
        ("", "not a name"),
        ("file/x", "is not a directory"),
        ("file/deep/x", "is not a directory"),
        ("x" * 250, "too long"),
        ("/proc/x", "not writable|No such"),
    ],
)
def test_an_invalid_path_is_an_error_of_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str
) -> None:
    """Exit 2 (6 for what only the disk knows), and nothing is made."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PgrehearseError, match=words) as caught:
        artifact.begin(Path(text), Kind.RUN, force=True)
    assert "\n" not in caught.value.message
    assert left(tmp_path) == {"file": b"mine"}


@pytest.mark.parametrize("text", ["x", "./x", "x/", "new/deep/x", "new/../x"])
def test_a_relative_path_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """With a slash at its end too; directories above it are made."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new").mkdir()
    assert said(made(Path(text), Kind.RUN)) == "new"
    assert said(made(Path(text), Kind.RUN, "newer", force=True)) == "newer"


def test_a_read_only_directory_is_refused_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the operating system says."""
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(UsageProblem, match="not writable"):
        artifact.check(tmp_path / "x", Kind.RUN, force=False)


def test_the_runs_of_an_experiment_are_checked(tmp_path: Path) -> None:
    """A note that somebody put into a run of it is not deleted with it."""
    output = made(tmp_path / "x", Kind.EXPERIMENT)
    run = folder(output / "control.run", manifest__json=_manifest("run"))
    artifact.check(output, Kind.EXPERIMENT, force=True)
    (run / "notes.md").write_text("mine")
    with pytest.raises(UsageProblem, match=r"contains control.run/notes.md"):
        artifact.check(output, Kind.EXPERIMENT, force=True)


def test_a_link_inside_an_artifact_is_removed_and_not_followed(tmp_path: Path) -> None:
    """What it leads to stays."""
    mine = folder(tmp_path / "mine", a="mine")
    output = made(tmp_path / "x", Kind.WORKLOAD)
    (output / "events").symlink_to(mine)
    made(output, Kind.WORKLOAD, force=True)
    assert (mine / "a").read_text() == "mine"


def test_a_file_is_readable_only_by_its_owner_and_never_incomplete(tmp_path: Path) -> None:
    """Whatever the umask: 0600 from its first instant; a writer that fails leaves the old one."""
    path = tmp_path / "x.json"
    before = os.umask(0)
    try:
        with artifact.fresh(path) as working:
            assert working.stat().st_mode & 0o777 == 0o600
            working.write_text("old")
    finally:
        os.umask(before)
    with pytest.raises(HarnessFailure), artifact.fresh(path) as working:
        (working / "no file").write_text("new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("old", 0o600)
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.parametrize("word", list(Made))
def test_an_output_file_of_the_same_kind_is_overwritten(tmp_path: Path, word: Made) -> None:
    """One with our mark, an empty one, or none; anything else needs --force."""
    path = tmp_path / "out"
    check_file(path, word, force=False)
    for text in ("", f"<!doctype html>\n{comment(word)}\n"):
        path.write_text(text)
        check_file(path, word, force=False)
    other = next(one for one in Made if one != word)
    for text in ("mine", comment(other), " " * 4000 + comment(word)):
        path.write_text(text)
        with pytest.raises(UsageProblem, match="exists, and is not a"):
            check_file(path, word, force=False)
        check_file(path, word, force=True)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.symlink_to(LOG), "symbolic link"),
        (Path.mkdir, "is not a file"),
        (os.mkfifo, "is not a file"),
        (lambda path: made(path, Kind.RUN), "is not a file"),
    ],
)
def test_an_output_file_is_a_file(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    """With --force too: no link is followed, no directory is replaced."""
    make(tmp_path / "out")
    with pytest.raises(UsageProblem, match=words):
        check_file(tmp_path / "out", Made.REPORT, force=True)


def test_two_outputs_with_one_path_are_refused(tmp_path: Path) -> None:
    """And the directory has to be there."""
    with pytest.raises(UsageProblem, match="two outputs"):
        check_files([(tmp_path / "a", Made.REPORT), (None, Made.JUNIT), (tmp_path / "a", Made.MARKDOWN)], force=True)
    with pytest.raises(UsageProblem, match="does not exist"):
        check_file(tmp_path / "no" / "a", Made.REPORT, force=True)


@pytest.mark.parametrize(
    "words",
    [
        ("capture", "logs", "nowhere.csv"),
        ("capture", "live", "postgresql://nobody@127.0.0.1:1/x", "--for", "1s"),
        ("replay", "nowhere.workload", "--target", "postgresql://nobody@127.0.0.1:1/x"),
        ("run", "forgotten-index"),
        ("run", "nowhere"),
        ("demo",),
    ],
    ids=lambda words: "-".join(words[:2]),
)
def test_every_command_refuses_a_directory_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """Before any work, with --force: nothing under the name or beside it changes."""
    monkeypatch.chdir(tmp_path)
    mine = folder(tmp_path / "mine", precious__txt="mine")
    before = left(tmp_path)
    monkeypatch.setattr(sys, "argv", ["pgrehearse", *words, "-o", str(mine), "--force", "--json"])
    with pytest.raises(SystemExit) as ended:
        main()
    error = json.loads(capsys.readouterr().out)["error"]
    assert left(tmp_path) == before
    if "nowhere" not in str(words):
        assert (ended.value.code, "did not create" in error["message"]) == (2, True)
    else:
        assert ended.value.code in {2, 3}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"workload": 5}, "workload has the wrong type"),
        ({"plan": []}, "plan has the wrong type"),
        ({"notes": "x"}, "notes"),
        ({"extra": 1}, "unknown key extra"),
        ({"duration_us": True}, "duration_us"),
        ({"labels": [1]}, "labels"),
        ({"plan": {"speed": "fast"}}, "plan.speed"),
        ({"plan": {"speed": -1}}, "plan.speed"),
        ({"plan": {"from_us": "x"}}, "plan.from_us"),
        ({"clocks": {"round_trip_us": "x"}}, "clocks.round_trip_us"),
        ({"state": {"prepared": 3}}, "state.prepared"),
        ({"plan": {"workload_path": 3}}, "plan.workload_path"),
        ({"plan": {"seed": 3}}, "unknown key plan.seed"),
        ({"plan": {"selection": {"thin": "x"}}}, "plan.selection.thin"),
        ({"clocks": {"offsets": {"server": {"start_us": "x"}}}}, "clocks.offsets.server.start_us"),
        ({"types": {"open": [{"shape": 1}]}}, "types.open"),
        ({"fitness": {}}, "fitness.statements is missing"),
    ],
)
def test_a_malformed_manifest_of_a_run_is_an_error(tmp_path: Path, change: dict[str, object], words: str) -> None:
    """Which value it is; exit 3."""
    from pgrehearse.runs.manifest import read

    document = RunManifest("w", "d", TargetFacts(), RunPlan(), 0, 0, "test").document()
    run = folder(tmp_path / "x.run", manifest__json=json.dumps({**document, **change}))
    with pytest.raises(BadInput, match=words):
        read(run)
    with pytest.raises(BadInput, match="is missing"):
        typed(RunManifest, {"workload": "w"}, run, remedy="")
