"""A workload and runs in S3: read from a copy in the cache, which is complete, current, bounded and the user's only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import boto3
import pytest

from benchmarks.comparing import write_example
from pgrehearse.base import s3, s3_cache
from pgrehearse.base.cache_folder import cache_folder
from pgrehearse.base.errors import BadInput, HarnessFailure
from pgrehearse.base.progress import SILENT
from pgrehearse.base.s3_cache import local, origin
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.cli import main
from pgrehearse.compare.api import compare_runs
from pgrehearse.replay.cluster import host_actor
from pgrehearse.replay.cluster.handed_files import listed
from pgrehearse.replay.cluster.host_actor import HostActor
from pgrehearse.runs.state.manifest import DatabaseFacts, LargeObjects, StateManifest
from pgrehearse.runs.state.write import writing
from pgrehearse.scenarios.file.s3_inputs import with_local_inputs
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.workload.read import Workload


@pytest.fixture
def bucket(aws: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A bucket, and an empty cache."""
    assert aws
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    client = boto3.client("s3")
    client.create_bucket(Bucket="team", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return client


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A workload and two runs of it, with their names."""
    write_example(tmp_path, 2_000)
    return tmp_path


def put(client: Any, folder: Path) -> str:
    """Upload a folder as `aws s3 cp --recursive` does."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        client.upload_file(str(path), "team", f"x/{folder.name}/{path.relative_to(folder)}")
    return f"s3://team/x/{folder.name}"


def run(*words: str) -> int:
    """Run a command; return its exit code."""
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr(sys, "argv", ["pgrehearse", *words])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0)


def test_a_workload_and_runs_in_s3_are_read_in_place(
    bucket: Any, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`inspect` and `compare` read them by their URLs, with the names that they have there."""
    (workload,) = example.glob("*.workload")
    urls = {name: put(bucket, example / name) for name in ("a.run", "b.run", workload.name)}
    assert run("inspect", urls[workload.name] + "/") == 0
    assert "statements" in capsys.readouterr().out
    shutil.move(workload, example / "elsewhere")
    code = run("compare", urls["a.run"], urls["b.run"], "--workload", urls[workload.name], "--json")
    assert code in {0, 5}
    assert '"name": "b"' in capsys.readouterr().out
    assert compare_runs(urls["a.run"], urls["b.run"], workload=urls[workload.name]).candidates[0].name == "b"


def test_a_copy_is_downloaded_once_and_follows_the_objects(bucket: Any, example: Path) -> None:
    """The same objects: the same copy. Replaced objects: another copy, which is verified as any workload."""
    (workload,) = example.glob("*.workload")
    url = put(bucket, workload)
    copy = local(url)
    assert copy.name == workload.name
    assert Workload.verified(copy).manifest.digest == Workload.open(workload).manifest.digest
    before = (copy / "manifest.json").stat().st_mtime_ns
    assert local(url) == copy
    assert (copy / "manifest.json").stat().st_mtime_ns == before
    assert copy.stat().st_mode & 0o077 == 0
    assert (copy / "manifest.json").stat().st_mode & 0o077 == 0
    bucket.put_object(Bucket="team", Key=f"x/{workload.name}/sessions.parquet", Body=b"other")
    assert local(url) != copy
    with pytest.raises(BadInput, match="damaged"):
        Workload.verified(local(url))


def test_a_host_of_a_cluster_reads_the_workload_in_s3(
    bucket: Any, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The coordinator gives the URL of its copy. A host that does not read the same files there gets them from the coordinator."""
    (workload,) = example.glob("*.workload")
    url = put(bucket, workload)
    copy = local(url)
    assert (origin(copy), origin(workload)) == (url, str(workload.resolve()))
    files = listed(copy)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache of the host"))
    monkeypatch.setattr(host_actor, "_PREPARATION_LEASE_S", 1e6)  # an actor whose lease has ended ends its process
    hosts = [HostActor("s3") for _ in range(3)]
    try:
        assert hosts[0].use_shared(origin(copy), files)
        (of_host,) = (tmp_path / "cache of the host").rglob("manifest.json")
        assert of_host.read_bytes() == (copy / "manifest.json").read_bytes()
        assert not hosts[1].use_shared(url, {**files, "manifest.json": "another digest"})
        assert not hosts[2].use_shared("s3://team/x/none.workload", files)
    finally:
        for host in hosts:
            host.close(keep=False)


def test_a_copy_that_was_interrupted_is_downloaded_again(
    bucket: Any, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that breaks for good is an error; nothing has the name of a copy."""
    (workload,) = example.glob("*.workload")
    url = put(bucket, workload)
    with monkeypatch.context() as broken:
        broken.setattr(s3._Object, "_piece", lambda *_: (_ for _ in ()).throw(s3.BrokenConnection("it broke")))
        with pytest.raises(BadInput, match=r"s3://team/x/.*: it broke"):
            local(url)
    assert not list(cache_folder("s3").glob(f"*/{workload.name}"))
    Workload.verified(local(url))
    assert not list(cache_folder("s3").glob("*/*.partial"))


@pytest.mark.parametrize("size", [5, 1_000_000])
def test_an_artifact_that_is_replaced_during_the_download_is_no_copy(
    bucket: Any, example: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """By a shorter or a longer object: no mixture of the old and the new one gets the name of a copy."""
    (workload,) = example.glob("*.workload")
    url = put(bucket, workload)
    write = s3_cache._write

    def replacing(item: s3.Stored, path: Path) -> int:
        if path.name == "sessions.parquet":
            bucket.put_object(Bucket="team", Key=f"x/{workload.name}/shapes.parquet", Body=b"x" * size)
        return write(item, path)

    monkeypatch.setattr(s3_cache, "_write", replacing)
    with pytest.raises(BadInput, match="was replaced while it was downloaded"):
        local(url)
    assert not list(cache_folder("s3").glob(f"*/{workload.name}"))


def test_unused_copies_make_room(bucket: Any, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The least recently used first; a copy that a process uses stays."""
    urls = [put(bucket, example / name) for name in ("a.run", "b.run")]
    code = f"from pgrehearse.base.s3_cache import local; print(local({urls[0]!r}), flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as user:
        assert user.stdout is not None
        first = Path(user.stdout.readline().strip())
        assert (first / "manifest.json").exists()
        monkeypatch.setattr(s3_cache, "LIMIT", 0)
        second = local(urls[1])
        assert first.exists()
        user.communicate("\n")
    (workload,) = example.glob("*.workload")
    third = local(put(bucket, workload))
    assert not first.parent.exists()
    assert second.exists()  # this process uses it
    assert third.exists()


def test_what_is_no_artifact_is_refused(bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is downloaded: no manifest, a name that leaves the folder; and a cache that cannot be written."""
    bucket.put_object(Bucket="team", Key="logs/a.csv", Body=b"x")
    with pytest.raises(BadInput, match="s3://team/logs is nothing that pgrehearse wrote"):
        local("s3://team/logs")
    with pytest.raises(BadInput, match="no object has this prefix"):
        local("s3://team/nothing")
    with pytest.raises(BadInput, match="NoSuchBucket"):
        local("s3://nowhere/w.workload")
    for name in ("manifest.json", "../../outside"):
        bucket.put_object(Bucket="team", Key=f"w.workload/{name}", Body=b"{}")
    with pytest.raises(BadInput, match="not the name of a file"):
        local("s3://team/w.workload")
    bucket.delete_object(Bucket="team", Key="w.workload/../../outside")
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    with pytest.raises(HarnessFailure, match="Not a directory") as caught:
        local("s3://team/w.workload")
    assert "XDG_CACHE_HOME" in caught.value.remedy
    assert local(tmp_path) == tmp_path


def test_a_state_in_s3_is_compared_in_place(bucket: Any, example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`compare --end-state` and the API read it; without a state in the runs the comparison has none."""
    document = StateManifest(ServerFacts(), [DatabaseFacts("shop", "UTF8", 0, 0, LargeObjects(0, "0"))], "77", "test")
    with writing(example / "prod.state", force=False) as writer:
        writer.write(document, [], [], [], [])
    url = put(bucket, example / "prod.state")
    runs = [str(example / name) for name in ("a.run", "b.run")]
    assert run("compare", *runs, "--end-state", url, "--json") in {0, 5}
    assert "verdict" in capsys.readouterr().out
    assert compare_runs(*runs, end_state=url).candidates[0].name == "b"


def test_the_inputs_of_a_scenario_are_read_from_s3(bucket: Any, example: Path) -> None:
    """The workload is that of the copy; a scenario that would write into it is refused."""
    (workload,) = example.glob("*.workload")
    url = put(bucket, workload)
    sides = '[control]\nkind = "dsn"\ndsn = "postgresql://a/x"\n[candidate]\nkind = "dsn"\ndsn = "postgresql://b/x"\n'
    file = example / "s.toml"
    file.write_text(f'name = "s"\n[production]\nkind = "workload"\nworkload = "{url}"\n{sides}')
    scenario = with_local_inputs(load(file), SILENT)
    copy = Workload.verified(Path(scenario.production.workload))
    assert copy.manifest.digest == Workload.open(workload).manifest.digest
    two_passes = replace(load(file), replay=replace(scenario.replay, passes=2))
    with pytest.raises(BadInput, match="two passes write the counted ids into the workload"):
        with_local_inputs(two_passes, SILENT)


@pytest.mark.parametrize(
    "words",
    [
        ("metrics", "fetch", "--instance", "prod", "--into", "s3://team/x.workload"),
        ("state", "postgresql://x/y", "-o", "s3://team/x.state"),
        ("demo", "-o", "s3://team/x"),
    ],
)
def test_what_is_written_is_not_written_to_s3(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong use, with the reason; no folder of the name of the bucket is made here."""
    monkeypatch.chdir(tmp_path)
    assert run(*words) == 2
    assert "is in S3, where this command cannot write" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
