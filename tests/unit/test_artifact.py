"""Files of the user are not deleted: an output replaces only an artifact of the same kind, after the new artifact is complete."""

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


def write_artifact(path: Path, kind: Kind, text: str = "new", *, force: bool = False) -> Path:
    """Write a small artifact."""
    working = artifact.begin(path, kind, force=force)
    artifact.write_json(working / MANIFEST, {"format": 1, "kind": str(kind), "text": text})
    artifact.finish(path, kind)
    return path


def text_of(path: Path) -> str:
    return str(json.loads((path / MANIFEST).read_text())["text"])


def content(path: Path) -> dict[str, bytes | str | None]:
    """Return the content of a directory: files with their bytes, links with their targets."""
    return {
        str(entry.relative_to(path)): str(entry.readlink())
        if entry.is_symlink()
        else entry.read_bytes()
        if entry.is_file()
        else None
        for entry in sorted(path.rglob("*"))
    }


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / name.replace("__", ".")).write_text(text)
    return path


def _manifest(kind: str, form: object = 1) -> str:
    return json.dumps({"format": form, "kind": kind})


# What can exist under the name of an output, and words of the message of its refusal.
NOT_REPLACED: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (lambda path: folder(path, precious__txt="mine"), "did not create"),
    "hidden file": (lambda path: folder(path, __hidden="mine"), "did not create"),
    "file": (lambda path: path.write_text("mine"), "is a file"),
    "empty file": (lambda path: path.write_text(""), "is a file"),
    "link to a file": (lambda path: path.symlink_to(LOG), "symbolic link"),
    "link to a folder": (lambda path: path.symlink_to(folder(path.parent / "else", a="mine")), "symbolic link"),
    "broken link": (lambda path: path.symlink_to(path.parent / "nowhere"), "symbolic link"),
    "link to an artifact": (
        lambda path: path.symlink_to(write_artifact(path.parent / "other", Kind.WORKLOAD)),
        "symbolic link",
    ),
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
        lambda path: (folder(path) / MANIFEST).symlink_to(
            write_artifact(path.parent / "other", Kind.WORKLOAD) / MANIFEST
        ),
        "did not create",
    ),
    "a run": (lambda path: write_artifact(path, Kind.RUN), "is a run, not a workload"),
    "an experiment": (lambda path: write_artifact(path, Kind.EXPERIMENT), "is an experiment, not a workload"),
    "a workload with a file of the user's": (
        lambda path: (write_artifact(path, Kind.WORKLOAD) / "notes.txt").write_text("mine"),
        "contains notes.txt",
    ),
}


@pytest.mark.parametrize("suffix", ["", ".partial"], ids=["name", "partial"])
@pytest.mark.parametrize("existing", NOT_REPLACED)
def test_a_path_of_the_user_is_refused_and_unchanged(tmp_path: Path, existing: str, suffix: str) -> None:
    """Under the name and under NAME.partial, with --force and without: the message has the path, and nothing changes."""
    output = tmp_path / "x.workload"
    make, words = NOT_REPLACED[existing]
    make(output.with_name(output.name + suffix))
    before = content(tmp_path)
    for force in (False, True):
        for attempt in (artifact.check, artifact.begin):
            with pytest.raises(UsageProblem, match=words) as caught:
                attempt(output, Kind.WORKLOAD, force=force)
            assert str(output.with_name(output.name + suffix)) in caught.value.message
            assert caught.value.remedy
    assert content(tmp_path) == before


@pytest.mark.parametrize("kind", list(Kind))
def test_an_artifact_is_replaced_only_with_force(tmp_path: Path, kind: Kind) -> None:
    """Without --force the new artifact is refused; with --force only the new artifact remains."""
    output = write_artifact(tmp_path / "x", kind, "old")
    with pytest.raises(UsageProblem, match="exists"):
        artifact.begin(output, kind, force=False)
    assert text_of(output) == "old"
    write_artifact(output, kind, "new", force=True)
    assert text_of(output) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert [path.name for path in output.iterdir()] == [MANIFEST]


def test_an_empty_directory_is_used(tmp_path: Path) -> None:
    """Under the name of the output, and under NAME.partial."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x.partial").mkdir()
    assert text_of(write_artifact(tmp_path / "x", Kind.RUN)) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_the_old_artifact_keeps_its_name_until_the_new_one_is_complete(tmp_path: Path) -> None:
    """If the new artifact fails, the old one remains."""
    output = write_artifact(tmp_path / "x", Kind.WORKLOAD, "old")
    working = artifact.begin(output, Kind.WORKLOAD, force=True)
    (working / "sessions.parquet").write_bytes(b"half")
    assert text_of(output) == "old"
    artifact.abandon(output)
    assert (text_of(output), working.exists()) == ("old", False)


def test_the_old_artifact_is_restored_when_the_rename_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old artifact has its name again; the new one is kept as NAME.partial."""
    output = write_artifact(tmp_path / "x", Kind.WORKLOAD, "old")
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
    assert (text_of(output), text_of(working)) == ("old", "new")


def test_the_old_artifact_of_a_killed_command_is_restored(tmp_path: Path) -> None:
    """Killed between the two renames: the old artifact is restored. Killed while it removed the old one: the next command removes it."""
    output = write_artifact(tmp_path / "x", Kind.RUN, "old")
    output.rename(tmp_path / "x.replaced-0123abcd")
    with pytest.raises(UsageProblem, match="exists"):
        artifact.begin(output, Kind.RUN, force=False)
    assert text_of(output) == "old"
    write_artifact(tmp_path / "x.replaced-4567abcd", Kind.RUN, "older")
    folder(tmp_path / "x.replaced-notes", a="mine")
    write_artifact(output, Kind.RUN, "new", force=True)
    assert {path.name for path in tmp_path.iterdir()} == {"x", "x.replaced-notes"}


def test_the_partial_directory_of_an_ended_process_is_replaced(tmp_path: Path) -> None:
    """It contains only the marker, or half of the files, or a manifest and no marker."""
    for files in ({MARKER: ""}, {MARKER: "", "sessions.parquet": "half"}, {MANIFEST: _manifest("workload")}):
        partial = folder(tmp_path / "x.partial")
        for name, text in files.items():
            (partial / name).write_text(text)
        write_artifact(tmp_path / "x", Kind.WORKLOAD, force=True)
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
    """The name was free when the command began: the new directory is unchanged, the artifact is kept as NAME.partial."""
    output = tmp_path / "x"
    working = artifact.begin(output, Kind.RUN, force=False)
    artifact.write_json(working / MANIFEST, {"format": 1, "kind": "run", "text": "new"})
    folder(output, precious__txt="mine")
    with pytest.raises(UsageProblem, match="did not create"):
        artifact.finish(output, Kind.RUN)
    assert (output / "precious.txt").read_text() == "mine"
    assert text_of(working) == "new"


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
    """A message of one line; nothing is created."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PgrehearseError, match=words) as caught:
        artifact.begin(Path(text), Kind.RUN, force=True)
    assert "\n" not in caught.value.message
    assert content(tmp_path) == {"file": b"mine"}


@pytest.mark.parametrize("text", ["x", "./x", "x/", "new/deep/x", "new/../x"])
def test_a_relative_path_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Also with a slash at its end; the directories above it are created."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new").mkdir()
    assert text_of(write_artifact(Path(text), Kind.RUN)) == "new"
    assert text_of(write_artifact(Path(text), Kind.RUN, "newer", force=True)) == "newer"


def test_a_read_only_directory_is_refused_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The operating system reports that it is not writable."""
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(UsageProblem, match="not writable"):
        artifact.check(tmp_path / "x", Kind.RUN, force=False)


def test_the_runs_of_an_experiment_are_checked(tmp_path: Path) -> None:
    """A file of the user in a run of the experiment is not deleted."""
    output = write_artifact(tmp_path / "x", Kind.EXPERIMENT)
    run = folder(output / "control.run", manifest__json=_manifest("run"))
    artifact.check(output, Kind.EXPERIMENT, force=True)
    (run / "notes.md").write_text("mine")
    with pytest.raises(UsageProblem, match=r"contains control.run/notes.md"):
        artifact.check(output, Kind.EXPERIMENT, force=True)


def test_a_link_inside_an_artifact_is_removed_and_not_followed(tmp_path: Path) -> None:
    """The target of the link is unchanged."""
    directory = folder(tmp_path / "mine", a="mine")
    output = write_artifact(tmp_path / "x", Kind.WORKLOAD)
    (output / "events").symlink_to(directory)
    write_artifact(output, Kind.WORKLOAD, force=True)
    assert (directory / "a").read_text() == "mine"


def test_a_file_is_readable_only_by_its_owner_and_never_incomplete(tmp_path: Path) -> None:
    """For any umask it has mode 0600 from the start; after a failed write the old file is unchanged."""
    path = tmp_path / "x.json"
    umask = os.umask(0)
    try:
        with artifact.fresh(path) as working:
            assert working.stat().st_mode & 0o777 == 0o600
            working.write_text("old")
    finally:
        os.umask(umask)
    with pytest.raises(HarnessFailure), artifact.fresh(path) as working:
        (working / "no file").write_text("new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("old", 0o600)
    assert [file.name for file in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.parametrize("kind", list(Made))
def test_an_output_file_of_the_same_kind_is_overwritten(tmp_path: Path, kind: Made) -> None:
    """A file with the comment of its kind, an empty file, or none; all others require --force."""
    path = tmp_path / "out"
    check_file(path, kind, force=False)
    for text in ("", f"<!doctype html>\n{comment(kind)}\n"):
        path.write_text(text)
        check_file(path, kind, force=False)
    other = next(other_kind for other_kind in Made if other_kind != kind)
    for text in ("mine", comment(other), " " * 4000 + comment(kind)):
        path.write_text(text)
        with pytest.raises(UsageProblem, match="exists, and is not a"):
            check_file(path, kind, force=False)
        check_file(path, kind, force=True)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.symlink_to(LOG), "symbolic link"),
        (Path.mkdir, "is not a file"),
        (os.mkfifo, "is not a file"),
        (lambda path: write_artifact(path, Kind.RUN), "is not a file"),
    ],
)
def test_an_output_file_is_a_file(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    """Also with --force: no link is followed, no directory is replaced."""
    make(tmp_path / "out")
    with pytest.raises(UsageProblem, match=words):
        check_file(tmp_path / "out", Made.REPORT, force=True)


def test_two_outputs_with_one_path_are_refused(tmp_path: Path) -> None:
    """The directory of an output must exist."""
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
    """Before any work, also with --force: the directory and its neighbors are unchanged."""
    monkeypatch.chdir(tmp_path)
    directory = folder(tmp_path / "mine", precious__txt="mine")
    before = content(tmp_path)
    monkeypatch.setattr(sys, "argv", ["pgrehearse", *words, "-o", str(directory), "--force", "--json"])
    with pytest.raises(SystemExit) as caught:
        main()
    error = json.loads(capsys.readouterr().out)["error"]
    assert content(tmp_path) == before
    if "nowhere" not in str(words):
        assert (caught.value.code, "did not create" in error["message"]) == (2, True)
    else:
        assert caught.value.code in {2, 3}


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
    """The message has the path of the value."""
    from pgrehearse.runs.manifest import read

    document = RunManifest("w", "d", TargetFacts(), RunPlan(), 0, 0, "test").document()
    run = folder(tmp_path / "x.run", manifest__json=json.dumps({**document, **change}))
    with pytest.raises(BadInput, match=words):
        read(run)
    with pytest.raises(BadInput, match="is missing"):
        typed(RunManifest, {"workload": "w"}, run, remedy="")
