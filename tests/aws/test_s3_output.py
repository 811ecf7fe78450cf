"""A workload in S3, with a moto server: the old one is readable until the new one is complete, then it is deleted."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import boto3
import polars as pl
import pytest
from botocore.exceptions import ClientError
from moto.moto_api._internal.models import moto_api_backend
from moto.server import ThreadedMotoServer

from pgrehearse.base.errors import BadInput, HarnessFailure, UsageProblem
from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.decode.files import Decoded
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.capture.upload import uploaded
from pgrehearse.runs.schema import METRICS
from pgrehearse.workload.catalog.model import Catalog, ServerCatalog
from pgrehearse.workload.generated.facts import DatabaseIds, IdColumn, Sequence
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES
from tests.logged import LogRecord, Server
from tests.unit.test_decoded_capture import INSERT, decoded

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
    client = boto3.client("s3")
    client.create_bucket(Bucket="team", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    yield client
    server.stop()


def put(which: str, *, force: bool = False, url: str = URL) -> None:
    with uploaded(url, force=force) as folder:
        capture_logs(CaptureOptions((LOGS[which],), folder), tool_version="test")


def keys(client: Any) -> list[str]:
    return [str(item["Key"]) for item in client.list_objects_v2(Bucket="team").get("Contents", [])]


def fetched(client: Any, folder: Path) -> Workload:
    """Return the workload from a copy of all objects."""
    for key in keys(client):
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(client.get_object(Bucket="team", Key=key)["Body"].read())
    return Workload.verified(folder / "w.workload")


def test_an_uploaded_workload_can_be_read(client: Any, tmp_path: Path) -> None:
    """The data files are in a folder of their own, which the manifest names; the marker is deleted."""
    put("old")
    workload = fetched(client, tmp_path)
    assert workload.events().collect().height == workload.manifest.events
    assert {key.split("/")[1] for key in keys(client)} == {"manifest.json", workload.manifest.folder}
    assert not any(".pgrehearse" in key for key in keys(client))


def test_an_existing_workload_is_kept_without_force(client: Any) -> None:
    """An error, and the objects are unchanged."""
    put("old")
    before = keys(client)
    with pytest.raises(UsageProblem, match="exists"):
        put("new")
    assert keys(client) == before


def test_every_object_of_the_old_workload_is_deleted(client: Any, tmp_path: Path) -> None:
    """A larger workload without a data folder, with metrics: its parts, tables and metrics are deleted."""
    with uploaded(URL, force=False) as folder:
        capture_logs(CaptureOptions((LOGS["old"],), folder), tool_version="test")
        files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for key in keys(client):
        client.delete_object(Bucket="team", Key=key)
    for name, data in {**files, "events/part-0001.parquet": b"more", "metrics.parquet": b"old"}.items():
        client.put_object(Bucket="team", Key=f"w.workload/{name}", Body=data)
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


def test_a_failed_upload_keeps_the_old_workload(client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request fails: the uploaded objects are deleted, the old workload is readable."""
    put("old")
    before = keys(client)
    failing_client = boto3.client("s3")
    puts = failing_client.put_object

    def failing(**words: Any) -> Any:
        if words["Key"].endswith("shapes.parquet"):
            raise ClientError({"Error": {"Code": "SlowDown", "Message": "later"}}, "PutObject")
        return puts(**words)

    failing_client.put_object = failing
    monkeypatch.setattr(boto3, "client", lambda _: failing_client)
    with pytest.raises(HarnessFailure, match="SlowDown"):
        put("new", force=True)
    assert keys(client) == before
    assert fetched(client, tmp_path).manifest.files == [str(LOGS["old"])]


@pytest.mark.parametrize("old", [True, False])
def test_a_killed_upload_keeps_the_old_workload(
    client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bool
) -> None:
    """The upload is killed before it writes the manifest: the old workload is readable; the next upload deletes the new objects."""
    if old:
        put("old")
    failing_client = boto3.client("s3")
    puts, deletes = failing_client.put_object, failing_client.delete_objects

    def killed(**words: Any) -> Any:
        if words["Key"].endswith("shapes.parquet"):
            raise KeyboardInterrupt
        return puts(**words)

    def unreachable(**_: Any) -> Any:
        raise ClientError({"Error": {"Code": "Unreachable", "Message": ""}}, "DeleteObjects")

    monkeypatch.setattr(boto3, "client", lambda _: failing_client)
    failing_client.put_object, failing_client.delete_objects = killed, unreachable
    with pytest.raises(KeyboardInterrupt):
        put("new", force=True)
    failing_client.put_object, failing_client.delete_objects = puts, deletes
    if old:
        assert fetched(client, tmp_path / "old").manifest.files == [str(LOGS["old"])]
    else:
        with pytest.raises(BadInput, match="not a workload"):
            fetched(client, tmp_path / "old")
    put("new", force=old)
    workload = fetched(client, tmp_path / "new")
    assert {key.split("/")[1] for key in keys(client)} == {"manifest.json", workload.manifest.folder}


def test_old_objects_that_cannot_be_deleted_are_an_error(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new workload is readable; exit 6 names the remaining objects."""
    put("old")
    failing_client = boto3.client("s3")
    failing_client.delete_objects = lambda **_: {"Errors": [{"Code": "AccessDenied", "Key": "k"}]}
    monkeypatch.setattr(boto3, "client", lambda _: failing_client)
    with pytest.raises(
        HarnessFailure,
        match=r"was written, but the objects of the replaced workload could not be deleted: .*AccessDenied",
    ) as caught:
        put("new", force=True)
    assert "manifest.json" in caught.value.remedy
    manifest = json.loads(client.get_object(Bucket="team", Key="w.workload/manifest.json")["Body"].read())
    assert manifest["files"] == [str(LOGS["new"])]


@pytest.mark.parametrize(
    ("objects", "words"),
    [
        ({"notes.txt": b"x"}, "notes.txt"),
        ({"manifest.json": b'{"name": "x"}'}, "not the manifest of a workload"),
        ({"manifest.json": b"{"}, "not the manifest of a workload"),
        ({"manifest.json": b'{"kind": "run", "format": 1}'}, "not the manifest of a workload"),
        ({"manifest.json": b'{"kind": "workload", "format": 1}', "notes.txt": b"x"}, "notes.txt"),
        ({"events/part-0000.parquet": b"x"}, "but no workload"),
        ({"data-0123456789abcdef/sessions.parquet": b"x"}, "but no workload"),
        ({"events/2024/part-0000.parquet": b"x"}, "events/2024"),
    ],
)
@pytest.mark.parametrize("force", [True, False])
def test_objects_of_another_program_are_refused(
    client: Any, objects: dict[str, bytes], words: str, force: bool
) -> None:
    """The error names them, with --force too, and every object is kept."""
    for name, data in objects.items():
        client.put_object(Bucket="team", Key=f"w.workload/{name}", Body=data)
    before = keys(client)
    with pytest.raises(UsageProblem, match=words):
        put("new", force=force)
    assert keys(client) == before


def test_an_empty_folder_object_is_kept(client: Any, tmp_path: Path) -> None:
    """The AWS console creates an object without content for a folder."""
    client.put_object(Bucket="team", Key="w.workload/", Body=b"")
    put("new")
    (tmp_path / "w.workload").mkdir()
    assert "w.workload/" in keys(client)


def test_ids_and_decoded_rows_are_uploaded(client: Any, tmp_path: Path) -> None:
    """A workload with pins.parquet and decoded.parquet: each file, and the ids and rows that were captured; the next one replaces them."""
    log = Server().write(tmp_path / "log.csv", *(LogRecord.ran(number, number, INSERT, 5) for number in (1, 2)))
    rows = Decoded.open(decoded(tmp_path / "d.decoded", (7, 0.998, "x"), (8, 1.999, "x")))
    name = "public.lines_id_seq"
    ids = DatabaseIds(
        {name: Sequence("shopdb", name, ["public.lines.id"], 1, 1, 1, cycles=False, last=40, called=True)},
        {"public.lines": (IdColumn("id", 0, name, name),)},
    )
    catalog = ServerCatalog("", databases={"shopdb": Catalog(frozenset({"public.lines"}), (), ids=ids)})
    with uploaded(URL, force=False) as folder:
        options = CaptureOptions((log,), folder, catalog=catalog)
        capture_logs(
            options,
            tool_version="test",
            addition=lambda path: attach(replace(options, output=path), [rows]),
        )
        local = Workload.verified(folder)
        pins, changes = local.pins(), local.decoded().collect()
    assert pins["ids"].to_list() == [[0], [1]]
    assert changes.height == 2
    workload = fetched(client, tmp_path)
    assert workload.manifest.folder
    assert workload.pins().equals(pins)
    assert workload.decoded().collect().equals(changes)
    put("new", force=True)
    assert not [key for key in keys(client) if "pins" in key or "decoded" in key]
