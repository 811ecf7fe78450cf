"""A workload at S3, against a moto server: the old one is readable until the new one is whole, and nothing of it stays."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import boto3
import polars as pl
import pytest
from botocore.exceptions import ClientError
from moto.moto_api._internal.models import moto_api_backend
from moto.server import ThreadedMotoServer

from pgrehearse.base.errors import BadInput, OurFailure, UsageProblem
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.capture.upload import uploaded
from pgrehearse.runs.schema import METRICS
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

URL = "s3://team/w.workload"
LOGS = {"old": SAMPLES / "pg18" / "mindur0.csv", "new": SAMPLES / "pg15" / "stmtall.csv"}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto_api_backend.reset()
    server.start()
    host, port = server.get_host_and_port()
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://{host}:{port}"),
        ("AWS_ACCESS_KEY_ID", "x"),
        ("AWS_SECRET_ACCESS_KEY", "x"),
        ("AWS_DEFAULT_REGION", "eu-west-1"),
    ):
        monkeypatch.setenv(name, value)
    found = boto3.client("s3")
    found.create_bucket(Bucket="team", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    yield found
    server.stop()


def put(which: str, *, force: bool = False, url: str = URL) -> None:
    with uploaded(url, force=force) as folder:
        capture_logs(CaptureOptions((LOGS[which],), folder), tool_version="test")


def keys(client: Any) -> list[str]:
    return [str(one["Key"]) for one in client.list_objects_v2(Bucket="team").get("Contents", [])]


def fetched(client: Any, folder: Path) -> Workload:
    """What a reader has who copies all that is there."""
    for key in keys(client):
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(client.get_object(Bucket="team", Key=key)["Body"].read())
    return Workload.verified(folder / "w.workload")


def test_what_was_put_there_is_a_workload(client: Any, tmp_path: Path) -> None:
    """The data files lie in a folder of their own, which the manifest names; the marker is gone."""
    put("old")
    workload = fetched(client, tmp_path)
    assert workload.events().collect().height == workload.manifest.events
    assert {key.split("/")[1] for key in keys(client)} == {"manifest.json", workload.manifest.folder}
    assert not any(".pgrehearse" in key for key in keys(client))


def test_what_lies_there_stays_without_force(client: Any) -> None:
    """Exit 2, and every object is as it was."""
    put("old")
    before = keys(client)
    with pytest.raises(UsageProblem, match="exists"):
        put("new")
    assert keys(client) == before


def test_nothing_of_the_old_one_stays(client: Any, tmp_path: Path) -> None:
    """A larger workload, written the old way, with metrics: parts, tables and metrics are gone with it."""
    with uploaded(URL, force=False) as folder:
        capture_logs(CaptureOptions((LOGS["old"],), folder), tool_version="test")
        files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for key in keys(client):
        client.delete_object(Bucket="team", Key=key)
    for name, octets in {**files, "events/part-0001.parquet": b"more", "metrics.parquet": b"old"}.items():
        client.put_object(Bucket="team", Key=f"w.workload/{name}", Body=octets)
    samples = io.BytesIO()
    pl.DataFrame(schema=METRICS).write_parquet(samples)
    client.put_object(Bucket="team", Key="w.workload.metrics.parquet", Body=samples.getvalue())
    client.put_object(Bucket="team", Key="w.workload2/manifest.json", Body=b"other")
    put("new", force=True)
    workload = fetched(client, tmp_path)
    assert workload.manifest.files == [str(LOGS["new"])]
    assert workload.metrics().is_empty()
    inside = {key.split("/")[1] for key in keys(client) if key.startswith("w.workload/")}
    assert inside == {"manifest.json", workload.manifest.folder}
    assert {"w.workload.metrics.parquet", "w.workload2/manifest.json"} <= set(keys(client))


def test_an_upload_that_fails_leaves_the_old_one(client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused in the middle: what was uploaded is deleted, the old one reads as before."""
    put("old")
    before = keys(client)
    made = boto3.client("s3")
    puts = made.put_object

    def failing(**words: Any) -> Any:
        if words["Key"].endswith("shapes.parquet"):
            raise ClientError({"Error": {"Code": "SlowDown", "Message": "later"}}, "PutObject")
        return puts(**words)

    made.put_object = failing
    monkeypatch.setattr(boto3, "client", lambda _: made)
    with pytest.raises(OurFailure, match="SlowDown"):
        put("new", force=True)
    assert keys(client) == before
    assert fetched(client, tmp_path).manifest.files == [str(LOGS["old"])]


@pytest.mark.parametrize("old", [True, False])
def test_a_killed_upload_is_no_mixture(client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bool) -> None:
    """Killed before the manifest: the old one reads as before; the next upload takes the rest away."""
    if old:
        put("old")
    made = boto3.client("s3")
    puts, deletes = made.put_object, made.delete_objects

    def killed(**words: Any) -> Any:
        if words["Key"].endswith("shapes.parquet"):
            raise KeyboardInterrupt
        return puts(**words)

    def dead(**_: Any) -> Any:
        raise ClientError({"Error": {"Code": "Dead", "Message": ""}}, "DeleteObjects")

    monkeypatch.setattr(boto3, "client", lambda _: made)
    made.put_object, made.delete_objects = killed, dead
    with pytest.raises(KeyboardInterrupt):
        put("new", force=True)
    made.put_object, made.delete_objects = puts, deletes
    if old:
        assert fetched(client, tmp_path / "old").manifest.files == [str(LOGS["old"])]
    else:
        with pytest.raises(BadInput, match="not a workload"):
            fetched(client, tmp_path / "old")
    put("new", force=old)
    workload = fetched(client, tmp_path / "new")
    assert {key.split("/")[1] for key in keys(client)} == {"manifest.json", workload.manifest.folder}


def test_old_objects_that_cannot_be_deleted_are_told(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new workload stands; exit 6 says that something is left."""
    put("old")
    made = boto3.client("s3")
    made.delete_objects = lambda **_: {"Errors": [{"Code": "AccessDenied", "Key": "k"}]}
    monkeypatch.setattr(boto3, "client", lambda _: made)
    with pytest.raises(
        OurFailure, match=r"is written, but what it replaced could not be deleted: .*AccessDenied"
    ) as caught:
        put("new", force=True)
    assert "manifest.json" in caught.value.remedy
    manifest = json.loads(client.get_object(Bucket="team", Key="w.workload/manifest.json")["Body"].read())
    assert manifest["files"] == [str(LOGS["new"])]


@pytest.mark.parametrize(
    ("objects", "words"),
    [
        ({"notes.txt": b"mine"}, "notes.txt"),
        ({"manifest.json": b'{"name": "x"}'}, "not a workload's"),
        ({"manifest.json": b"{"}, "not a workload's"),
        ({"manifest.json": b'{"kind": "run", "format": 1}'}, "not a workload's"),
        ({"manifest.json": b'{"kind": "workload", "format": 1}', "notes.txt": b"mine"}, "notes.txt"),
        ({"events/part-0000.parquet": b"mine"}, "but no workload"),
        ({"data-0123456789abcdef/sessions.parquet": b"mine"}, "but no workload"),
        ({"events/2024/part-0000.parquet": b"mine"}, "events/2024"),
    ],
)
@pytest.mark.parametrize("force", [True, False])
def test_what_is_not_a_workload_of_ours_is_refused(
    client: Any, objects: dict[str, bytes], words: str, force: bool
) -> None:
    """By name, with --force too, and every object stays."""
    for name, octets in objects.items():
        client.put_object(Bucket="team", Key=f"w.workload/{name}", Body=octets)
    before = keys(client)
    with pytest.raises(UsageProblem, match=words):
        put("new", force=force)
    assert keys(client) == before


def test_an_empty_folder_may_be_used(client: Any, tmp_path: Path) -> None:
    """As the console makes one: an object of no bytes."""
    client.put_object(Bucket="team", Key="w.workload/", Body=b"")
    put("new")
    (tmp_path / "w.workload").mkdir()
    assert "w.workload/" in keys(client)
