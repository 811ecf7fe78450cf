"""A run in S3, with a moto server: it is there exactly if its manifest is there, and nothing of another program is replaced."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ClientError

from pgrehearse.base.artifact import partial_name
from pgrehearse.base.errors import HarnessFailure, Interrupted, PgrehearseError, UsageProblem
from pgrehearse.base.s3_cache import local
from pgrehearse.base.s3_folder import S3Folder
from pgrehearse.cli import main
from pgrehearse.replay.cluster import host_actor
from pgrehearse.replay.cluster.host_actor import HostActor
from pgrehearse.replay.cluster.part_uploads import PartUploads
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_in_s3 import RunInS3
from pgrehearse.scenarios.replaying.run_output import run_output
from tests.conftest import LogMark, connect
from tests.runs_with_events import Replayed, workload_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

URL = "s3://team/x/a.run"


@pytest.fixture
def bucket(aws: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A bucket, an empty cache, and an empty folder of temporary files."""
    assert aws
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    client = boto3.client("s3")
    client.create_bucket(Bucket="team", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return client


@pytest.fixture
def finished(tmp_path: Path) -> Run:
    return Replayed().write(workload_of(tmp_path), tmp_path / "a.run")


def names(client: Any) -> set[str]:
    objects = client.list_objects_v2(Bucket="team").get("Contents", [])
    return {str(item["Key"]).removeprefix("x/a.run/") for item in objects}


def files_of(run: Path) -> set[str]:
    return {str(path.relative_to(run)) for path in run.rglob("*") if path.is_file()}


def put(run: Run, *, force: bool = False) -> None:
    place = RunInS3(URL, force=force)
    place.reserve()
    place.complete(run.path)


def test_a_run_is_readable_when_its_manifest_is_there(bucket: Any, finished: Run) -> None:
    """Before that it has no manifest, so that no reader takes the half of it for a run; the reservation is deleted at the end."""
    place = RunInS3(URL)
    place.reserve()
    assert names(bucket) == {".pgrehearse"}
    place.complete(finished.path)
    assert names(bucket) == files_of(finished.path)
    copy = Run.open(local(URL))
    assert copy.outcomes().collect().equals(finished.outcomes().collect())
    assert copy.manifest == finished.manifest


def test_a_run_is_replaced_only_with_force(bucket: Any, finished: Run) -> None:
    """Without it, all objects stay as they are. With it, no part of the old run is left."""
    put(finished)
    bucket.put_object(Bucket="team", Key="x/a.run/outcomes/part-07-00000.parquet", Body=b"old")
    before = names(bucket)
    with pytest.raises(UsageProblem, match="exists"):
        RunInS3(URL).check()
    assert names(bucket) == before
    put(finished, force=True)
    assert names(bucket) == files_of(finished.path)


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize(
    ("objects", "words"),
    [
        ({"notes.txt": b"x"}, "notes.txt"),
        ({"manifest.json": b'{"kind": "workload", "format": 1}'}, "not the manifest of a run"),
        ({"manifest.json": b"{"}, "not the manifest of a run"),
        ({"outcomes/part-00-00000.parquet": b"x"}, "but no run"),
    ],
)
def test_objects_of_another_program_are_refused(
    bucket: Any, objects: dict[str, bytes], words: str, force: bool
) -> None:
    for name, body in objects.items():
        bucket.put_object(Bucket="team", Key=f"x/a.run/{name}", Body=body)
    with pytest.raises(UsageProblem, match=words):
        RunInS3(URL, force=force).reserve()
    assert names(bucket) == set(objects)


def test_of_two_replays_to_one_place_the_second_is_refused(bucket: Any, finished: Run) -> None:
    """Also if neither of them found anything there. One whose place was taken with --force does not complete its run."""
    first, second = RunInS3(URL), RunInS3(URL)
    first.check()
    second.check()
    first.reserve()
    with pytest.raises(UsageProblem, match="is an incomplete run"):
        second.reserve()
    third = RunInS3(URL, force=True)
    third.reserve()
    with pytest.raises(HarnessFailure, match="another replay writes"):
        first.complete(finished.path)
    third.complete(finished.path)
    assert names(bucket) == files_of(finished.path)


def test_only_one_process_creates_an_object(bucket: Any) -> None:
    folder = S3Folder(URL)
    assert folder.create("claim", b"1")
    assert not folder.create("claim", b"2")
    assert folder.read("claim") == b"1"
    assert names(bucket) == {"claim"}


def test_parts_of_hosts_are_put_once_and_changed_files_again(bucket: Any, finished: Run, tmp_path: Path) -> None:
    """A host puts its parts; the coordinator fetches them, and puts what it has changed, and what is its own."""
    place = RunInS3(URL)
    place.reserve()
    uploads = PartUploads(URL, finished.path)
    uploads.start()
    parts = uploads.finish()
    assert set(parts) == {name for name in files_of(finished.path) if name.startswith("outcomes/")}
    here = tmp_path / "here.run"
    here.mkdir()
    place.fetch_parts(here, parts)
    for name in files_of(finished.path) - set(parts):
        (here / name).write_bytes((finished.path / name).read_bytes())
    first, *others = sorted(parts)
    changed = (here / first).read_bytes()[::-1]
    (here / first).write_bytes(changed)
    written: list[str] = []
    folder, plain = place._folder, place._folder.put

    def put_and_note(files: Mapping[str, Path]) -> dict[str, str]:
        written.extend(files)
        return plain(files)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "put", put_and_note)
        place.complete(here)
    assert set(written) == files_of(here) - set(others)
    assert bucket.get_object(Bucket="team", Key=f"x/a.run/{first}")["Body"].read() == changed
    assert names(bucket) == files_of(here)


def test_a_host_reports_why_it_cannot_write(
    bucket: Any, finished: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the start with the reason. At the end it has no parts in S3, so that they are gathered from it."""
    monkeypatch.setattr(host_actor, "LEASE_S", 1e6)  # an actor whose lease has ended ends its process
    monkeypatch.setattr(host_actor, "_PREPARATION_LEASE_S", 1e6)
    host = HostActor("writes")
    try:
        host.use_shared(str(tmp_path), {})
        assert "NoSuchBucket" in host.upload_to("s3://none/a.run")
        assert host.uploaded() is None
        assert host.upload_to(URL) == ""
        for name in files_of(finished.path / "outcomes"):
            shutil.copy(finished.path / "outcomes" / name, Path(host.facts().folder) / "run" / "outcomes")
        with monkeypatch.context() as patch:
            patch.setattr(S3Folder, "_put", _refused)
            assert host.uploaded() is None
        assert set(host.uploaded() or {}) == {f"outcomes/{name}" for name in files_of(finished.path / "outcomes")}
        assert {name for name in names(bucket) if name.startswith("outcomes/")} == set(host.uploaded() or {})
    finally:
        host.close(keep=False)


def _refused(*_: object) -> str:
    raise HarnessFailure("SlowDown", remedy="try again later")


def test_a_part_of_another_replay_is_not_taken_for_a_hosts(bucket: Any, finished: Run, tmp_path: Path) -> None:
    """Also if it has the same name and size: --force can let two replays write to one place."""
    place = RunInS3(URL)
    place.reserve()
    uploads = PartUploads(URL, finished.path)
    uploads.start()
    parts = uploads.finish()
    name, *_ = parts
    content = (finished.path / name).read_bytes()
    bucket.put_object(Bucket="team", Key=f"x/a.run/{name}", Body=content[::-1])
    here = tmp_path / "here.run"
    here.mkdir()
    with pytest.raises(HarnessFailure, match="another replay writes"):
        place.fetch_parts(here, parts)


@pytest.fixture(scope="module")
def traffic(pg18: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    start = LogMark.now(pg18)
    with connect(pg18, "postgres") as connection:
        for number in range(20):
            connection.execute(f"select {number}")
    return start.capture(tmp_path_factory.mktemp("traffic"), "w")


def run_command(*words: object) -> int:
    """Run a command; return its exit code."""
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr(sys, "argv", ["pgrehearse", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0)


def replay(traffic: Workload, target: Cluster, *words: str, url: str = URL) -> int:
    dsn = f"postgresql://postgres@127.0.0.1:{target.port}/postgres"
    common = ("--speed", "max", "--no-metrics", "--dirty")
    return run_command("replay", traffic.path, "--target", dsn, *common, "-o", url, *words)


def test_a_replay_writes_its_run_to_s3(
    bucket: Any, traffic: Workload, pg18: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is compared there; nothing of it stays on this machine. A second replay to the same place sends nothing (exit 2)."""
    assert replay(traffic, pg18, "--json") == 0
    assert json.loads(capsys.readouterr().out)["run"] == URL
    assert list((tmp_path / "temporary").iterdir()) == []
    assert "manifest.json" in names(bucket)
    assert ".pgrehearse" not in names(bucket)
    assert replay(traffic, pg18, url="s3://team/x/b.run") == 0
    assert run_command("compare", URL, "s3://team/x/b.run", "--json") in {0, 5}
    assert '"name": "b"' in capsys.readouterr().out
    assert replay(traffic, pg18) == 2
    assert f"{URL} exists" in capsys.readouterr().err


def test_a_run_that_s3_does_not_accept_stays_on_this_machine(
    bucket: Any,
    traffic: Workload,
    pg18: Cluster,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 6; the message has its path, and the place has no manifest."""
    plain = S3Folder._put

    def failing(folder: S3Folder, name: str, path: Path) -> str:
        if name.startswith("outcomes/"):
            raise HarnessFailure("SlowDown", remedy="try again later")
        return plain(folder, name, path)

    monkeypatch.setattr(S3Folder, "_put", failing)
    assert replay(traffic, pg18) == 6
    (kept,) = (tmp_path / "temporary").glob("pgrehearse-run-*/a.run")
    assert str(kept) in "".join(capsys.readouterr().err.split("\n"))
    assert Run.open(kept).manifest.fitness is not None
    assert "manifest.json" not in names(bucket)


def test_a_replay_that_is_refused_leaves_nothing_in_s3(
    bucket: Any, traffic: Workload, pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A target that is unreachable (exit 4), credentials that are missing (exit 6), options that write directories (exit 2)."""
    assert run_command("replay", traffic.path, "--target", "postgresql://a@127.0.0.1:1/b", "-o", URL) == 4
    assert replay(traffic, pg18, "--passes", "2") == 2
    assert names(bucket) == set()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)  # it has the credentials that it found first
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    assert replay(traffic, pg18) == 6
    assert list((tmp_path / "temporary").iterdir()) == []


def test_ctrl_c_during_the_upload_keeps_the_run_on_this_machine(
    bucket: Any, traffic: Workload, pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 130; the place has no manifest."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(RunInS3, "complete", interrupted)
    assert replay(traffic, pg18) == 130
    (kept,) = (tmp_path / "temporary").glob("pgrehearse-run-*/a.run")
    assert Run.open(kept).manifest.fitness is not None
    assert names(bucket) == {".pgrehearse"}


@pytest.mark.parametrize("error", [Interrupted, HarnessFailure])
def test_a_run_that_was_ended_early_is_put_in_s3(
    bucket: Any, finished: Run, tmp_path: Path, error: type[PgrehearseError]
) -> None:
    """Ctrl-C, or a worker that was lost: the error stays the same, and names the place in S3."""

    def ended() -> None:
        with run_output(URL, force=False) as output:
            assert output.place is not None
            output.place.reserve()
            shutil.copytree(finished.path, output.path)
            raise error("it was ended", remedy=f"what was replayed is in {output.path}")

    with pytest.raises(error) as caught:
        ended()
    assert caught.value.remedy == f"what was replayed is in {URL}"
    assert names(bucket) == files_of(finished.path)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_an_unfinished_run_stays_on_this_machine(bucket: Any, tmp_path: Path) -> None:
    """Its place stays reserved, so that its parts can be collected."""

    def failed() -> None:
        with run_output(URL, force=False) as output:
            assert output.place is not None
            output.place.reserve()
            partial_name(output.path).mkdir()
            raise HarnessFailure("the disk is full", remedy="free disk space")

    with pytest.raises(HarnessFailure) as caught:
        failed()
    (kept,) = (tmp_path / "temporary").glob("pgrehearse-run-*/a.run.partial")
    assert str(kept) in caught.value.remedy
    assert f"--collect {URL}" in caught.value.remedy
    assert names(bucket) == {".pgrehearse"}


def test_a_run_without_parts_of_hosts_is_not_collected(
    bucket: Any, finished: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is none (exit 2), it is complete (exit 2), or its replay ran on one machine (exit 3); nothing of it is changed."""
    assert run_command("replay", URL, "--collect") == 2
    assert "there is no incomplete run" in capsys.readouterr().err
    RunInS3(URL).reserve()
    assert run_command("replay", URL, "--collect") == 3
    assert "it ran on one machine" in " ".join(capsys.readouterr().err.split())
    assert names(bucket) == {".pgrehearse"}
    put(finished, force=True)
    assert run_command("replay", URL, "--collect") == 2
    assert "it is complete" in capsys.readouterr().err
    assert list((tmp_path / "temporary").iterdir()) == []


def test_an_error_of_s3_names_the_place(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = S3Folder(URL)

    def denied(**_: object) -> None:
        raise ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "PutObject")

    monkeypatch.setattr(folder._client, "put_object", denied)
    with pytest.raises(HarnessFailure, match=r"s3://team/x/a\.run.*AccessDenied") as caught:
        folder.write("a", b"")
    assert "s3:PutObject" in caught.value.remedy
    assert names(bucket) == set()
