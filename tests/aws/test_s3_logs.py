"""Logs in S3: a broken connection is resumed at its position; an object that cannot be read to its end is an error."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.cluster.located_logs import located, read_here, unreadable
from pgrehearse.capture.file_order import ordered_logs
from pgrehearse.capture.input.files import log_files
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.capture.server_logs import by_server
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

LOG = SAMPLES / "pg15" / "mindur0.csv"


class Bucket(ThreadingHTTPServer):
    """A bucket of objects. *breaks*: after how many bytes each response is cut off; *ranges*: the requested ranges."""

    daemon_threads = True

    def __init__(self, objects: dict[str, bytes], breaks: list[int]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.objects, self.breaks, self.ranges = objects, breaks, list[str]()


class Handler(BaseHTTPRequestHandler):
    server: Bucket
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if "list-type=2" in query:
            rows = "".join(
                f"<Contents><Key>{key}</Key><Size>{len(body)}</Size></Contents>"
                for key, body in self.server.objects.items()
            )
            self._respond(200, f"<ListBucketResult><IsTruncated>false</IsTruncated>{rows}</ListBucketResult>".encode())
            return
        body = self.server.objects.get(path.split("/", 2)[2])
        if body is None:
            self._respond(404, b"<Error><Code>NoSuchKey</Code><Message>missing</Message></Error>")
            return
        requested = self.headers.get("Range", "")
        self.server.ranges.append(requested)
        begin = int(re.findall(r"\d+", requested)[0]) if requested else 0
        self._respond(
            206 if requested else 200, body[begin:], self.server.breaks.pop(0) if self.server.breaks else None
        )

    def _respond(self, code: int, body: bytes, until: int | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"1"')
        self.end_headers()
        self.wfile.write(body[:until])
        self.close_connection = until is not None

    def log_message(self, *_: object) -> None:
        """Log nothing."""


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    server = Bucket({}, [])
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}"),
        ("AWS_ACCESS_KEY_ID", "x"),
        ("AWS_SECRET_ACCESS_KEY", "x"),
        ("AWS_DEFAULT_REGION", "eu-west-1"),
    ):
        monkeypatch.setenv(name, value)
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def captured(tmp_path: Path, path: str | Path, name: str = "w") -> Workload:
    capture_logs(CaptureOptions((path,), tmp_path / f"{name}.workload", force=True), tool_version="test")
    return Workload.open(tmp_path / f"{name}.workload")


def events(workload: Workload) -> pl.DataFrame:
    return workload.events().collect()


@pytest.mark.parametrize("compressed", [False, True])
def test_a_broken_connection_is_resumed_at_its_position(tmp_path: Path, bucket: Bucket, compressed: bool) -> None:
    """The connection breaks three times within one object: the workload is the same, and no byte is read twice."""
    data = gzip.compress(LOG.read_bytes()) if compressed else LOG.read_bytes()
    bucket.objects = {"logs/a": data}
    third = len(data) // 3
    bucket.breaks = [len(data), third, third, 100]  # the first request is for the format detection
    assert events(captured(tmp_path, "s3://team/logs/a")).equals(events(captured(tmp_path, LOG, "plain")))
    assert bucket.ranges[2:] == [f"bytes={third}-", f"bytes={2 * third}-", f"bytes={2 * third + 100}-"]


def test_a_truncated_object_is_read_up_to_that_point(tmp_path: Path, bucket: Bucket) -> None:
    """An error with a remedy, and the manifest names the object."""
    data = LOG.read_bytes()
    bucket.objects = {"logs/a.csv": data}
    bucket.breaks = [len(data), len(data) // 2, *[0] * 9]
    with pytest.raises(BadInput, match="is truncated") as caught:
        captured(tmp_path, "s3://team/logs/a.csv")
    assert "contains what could be read" in caught.value.remedy
    manifest = Workload.open(tmp_path / "w.workload").manifest
    assert manifest.losses.files_cut_short == ["s3://team/logs/a.csv"]
    assert 0 < manifest.statements < captured(tmp_path, LOG, "plain").manifest.statements


def test_marker_files_and_empty_objects_are_skipped(tmp_path: Path, bucket: Bucket) -> None:
    """Those of CloudWatch and Spark, folders as keys; without a log the error names them."""
    markers = {
        "logs/": b"",
        "logs/aws-logs-write-test": b"Permission Check Successful",
        "logs/_SUCCESS": b"",
        "logs/.part.crc": b"x",
    }
    bucket.objects = {**markers, "logs/empty.csv": b"", "logs/z.csv": LOG.read_bytes()}
    assert captured(tmp_path, "s3://team/logs/").manifest.files == ["s3://team/logs/z.csv"]
    bucket.objects = markers
    with pytest.raises(BadInput, match="only empty objects and marker files of exports"):
        captured(tmp_path, "s3://team/logs/")
    bucket.objects = {"logs/empty.csv": b""}
    with pytest.raises(BadInput, match="the object is empty"):
        captured(tmp_path, "s3://team/logs/empty.csv")


def test_a_deleted_object_is_an_error(tmp_path: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    """The object is deleted after it was listed."""
    bucket.objects = {"logs/a.csv": LOG.read_bytes()}
    monkeypatch.setattr(Handler, "do_GET", _deleting(Handler.do_GET))
    with pytest.raises(BadInput, match=r"s3://team/logs/a.csv: .*NoSuchKey"):
        captured(tmp_path, "s3://team/logs/a.csv")


def _deleting(do_get: object) -> object:
    def respond(self: Handler) -> None:
        if "list-type=2" not in self.path:
            self.server.objects.clear()
        do_get(self)  # type: ignore[operator]

    return respond


def test_each_log_stream_of_an_export_is_a_server(tmp_path: Path, bucket: Bucket) -> None:
    """The same process number in two log streams is two sessions."""
    line = "2026-03-01T10:00:01.000Z 2026-03-01 10:00:01 UTC:10.0.0.1(5000):app@shop:[42]:LOG:  duration: 1.000 ms  statement: select 1\n"
    bucket.objects = {f"x/task/db-{n}/000000.gz": gzip.compress(line.encode()) for n in (1, 2)}
    bucket.objects["x/aws-logs-write-test"] = b"Permission Check Successful"
    assert captured(tmp_path, "s3://team/x").sessions()["instance"].to_list() == ["db-1", "db-2"]


def test_a_host_of_a_cluster_reads_an_object_itself(tmp_path: Path, bucket: Bucket) -> None:
    """Its location is its URL; an object with a longer name is another one, and a shorter object at its place is not the same."""
    bucket.objects = {"logs/a.csv": LOG.read_bytes(), "logs/a.csv.1": b"another"}
    options = CaptureOptions(("s3://team/logs/a.csv",), tmp_path / "x.workload")
    file, _ = log_files(options.paths)
    (server,) = by_server(ordered_logs([file], options))
    (there,) = located(server)
    assert there.location == "s3://team/logs/a.csv"
    assert unreadable([there]) == ""
    (read,) = read_here([there], options)
    assert read.file.size == LOG.stat().st_size
    bucket.objects["logs/a.csv"] = LOG.read_bytes()[:-1]
    assert unreadable([there]) == "s3://team/logs/a.csv is another file there"
    del bucket.objects["logs/a.csv"]
    assert unreadable([there]) == "s3://team/logs/a.csv: no such object"
