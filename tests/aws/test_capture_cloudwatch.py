"""`capture cloudwatch` against moto's CloudWatch Logs: streams as instances, slices, lines in several events, faults, the source."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.awsrequest import AWSRequest, AWSResponse

from pgrehearse.base.cache_folder import cache_folder
from pgrehearse.base.clock import SECOND, iso
from pgrehearse.capture.cloudwatch import events, logs
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.cli import main
from pgrehearse.workload.read import Workload
from tests.aws.production import aurora
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.aws.standin.server import StandIn

LOG = SAMPLES / "pg15" / "rds_mindur0.log"
GROUP = "/aws/rds/cluster/prod/postgresql"
HOUR_US = 3600 * SECOND


@dataclass
class Group:
    """A log group whose streams have the log of a real server. *answers*: what AWS answers to the next requests of events, instead of
    the events; *requests*: how many there were."""

    home: Path
    start_us: int
    end_us: int
    answers: list[tuple[int, str]]
    requests: int = 0

    def put(self, stream: str, text: str | None = None, later_us: int = 0) -> None:
        """Write a log to a stream: each record is an event, whose time is *later_us* after the start of the window."""
        service = boto3.client("logs")
        service.create_log_stream(logGroupName=GROUP, logStreamName=stream)
        for rows in _batches(_records(text if text is not None else LOG.read_text())):
            at_ms = (self.start_us + later_us) // 1000
            service.put_log_events(
                logGroupName=GROUP,
                logStreamName=stream,
                logEvents=[{"timestamp": at_ms, "message": row} for row in rows],
            )

    def answer(self, request: AWSRequest, **_: Any) -> AWSResponse | None:
        """Answer a request of events with the next fault."""
        self.requests += 1
        if not self.answers:
            return None
        status, code = self.answers.pop(0)
        body = json.dumps({"__type": code, "message": "refused by the test"}).encode()
        return AWSResponse(request.url, status, {"Content-Type": "application/x-amz-json-1.1"}, _Raw(body))


class _Raw:
    def __init__(self, body: bytes) -> None:
        self._body = body

    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self._body


def _records(text: str) -> list[str]:
    """Return the records of a plain log: lines that begin with a tab belong to the record before."""
    return [part.replace("\0", "\n\t") for part in text.removesuffix("\n").replace("\n\t", "\0").split("\n")]


def _batches(records: list[str]) -> Iterator[list[str]]:
    yield from (records[place : place + 200] for place in range(0, len(records), 200))


@pytest.fixture
def group(stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Group:
    assert stand_in.url
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(events, "_BACKOFF_S", 0.0)
    monkeypatch.setattr(logs, "REQUESTS_A_SECOND", 0)
    capture_logs(CaptureOptions((LOG,), tmp_path / "plain.workload"), tool_version="test")
    manifest = Workload.open(tmp_path / "plain.workload").manifest
    made = Group(tmp_path, manifest.window_start_us, manifest.window_end_us, [])
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", boto3.Session())
    boto3.DEFAULT_SESSION.events.register("before-send.cloudwatch-logs.GetLogEvents", made.answer)
    aurora("prod-1", "prod-2")
    boto3.client("logs").create_log_group(logGroupName=GROUP)
    return made


def captured(
    group: Group, capsys: pytest.CaptureFixture[str], *words: str, name: str = "w"
) -> tuple[int, dict[str, Any]]:
    """Run `capture cloudwatch`; return the exit code and its JSON document."""
    window = ["--since", iso(group.start_us - SECOND), "--until", iso(group.end_us + SECOND), "--tail", "1m"]
    output = ["-o", str(group.home / f"{name}.workload"), "--json"]
    with pytest.MonkeyPatch.context() as monkey:
        monkey.setattr(
            sys, "argv", ["pgrehearse", "capture", "cloudwatch", "--log-group", GROUP, *words, *window, *output]
        )
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0), json.loads(capsys.readouterr().out)


def opened(group: Group, name: str = "w") -> Workload:
    return Workload.verified(group.home / f"{name}.workload")


def test_the_events_of_a_stream_become_the_workload_of_its_log(
    group: Group, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each stream is an instance; the source is what AWS describes; a second capture requests no event."""
    group.put("prod-1.0")
    group.put("prod-2.0")
    assert captured(group, capsys)[0] == 0
    workload = opened(group)
    assert workload.manifest.statements == 2 * opened(group, "plain").manifest.statements
    assert set(workload.sessions()["instance"]) == {"prod-1", "prod-2"}
    assert workload.manifest.files == [f"cloudwatch:{GROUP}:prod-1.0", f"cloudwatch:{GROUP}:prod-2.0"]
    cluster = boto3.client("rds").describe_db_clusters(DBClusterIdentifier="prod")["DBClusters"][0]
    assert workload.manifest.source is not None
    assert workload.manifest.source.resource == cluster["DbClusterResourceId"]
    requests = group.requests
    assert captured(group, capsys, "--log-stream", "prod-1.0", name="again")[0] == 0
    assert group.requests == requests
    assert set(opened(group, "again").sessions()["instance"]) == {"prod-1"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in cache_folder("cloudwatch").glob("*/*"))


def test_throttling_and_an_error_of_the_service_are_repeated(group: Group, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is lost, and nothing is read twice."""
    group.put("prod-1.0")
    group.answers = [(400, "ThrottlingException")] * 3 + [(500, "ServiceUnavailableException")] * 2
    assert captured(group, capsys)[0] == 0
    assert opened(group).manifest.statements == opened(group, "plain").manifest.statements


def test_an_expired_token_ends_the_capture_and_the_next_one_continues(
    group: Group, capsys: pytest.CaptureFixture[str]
) -> None:
    """The slices that are complete are not requested again."""
    group.put("prod-1.0")
    group.put("prod-2.0")
    group.answers = [(400, "ExpiredTokenException")]
    code, document = captured(group, capsys)
    assert (code, "renew the credentials" in document["error"]["remedy"]) == (3, True), document
    assert not (group.home / "w.workload").exists()
    complete = len(list(cache_folder("cloudwatch").glob("*/*.log")))
    group.requests = 0
    assert captured(group, capsys)[0] == 0
    slices = len(list(cache_folder("cloudwatch").glob("*/*.log")))
    assert 0 < complete < slices
    assert group.requests == 2 * (slices - complete)  # the last page of each is the one whose token was sent
    assert opened(group).manifest.statements == 2 * opened(group, "plain").manifest.statements


def test_a_line_in_several_events_is_one_line(group: Group, capsys: pytest.CaptureFixture[str]) -> None:
    """A statement that is longer than an event may be is joined where it was cut; a record after a long one stays its own."""
    line = LOG.read_text().splitlines()[0]
    prefix = line[: line.index("]:") + 2]
    long = "select '" + "x" * 600_000 + "'"
    record = f"{prefix}LOG:  duration: 1.000 ms  statement: {long}"
    short = f"{prefix}LOG:  duration: 1.000 ms  statement: select 2"
    whole = [record[at : at + 260_000] for at in range(0, len(record), 260_000)]
    service = boto3.client("logs")
    service.create_log_stream(logGroupName=GROUP, logStreamName="prod-1.0")
    at_ms = group.start_us // 1000
    for place, message in enumerate([*whole, short, record[:255_000], short]):
        service.put_log_events(
            logGroupName=GROUP,
            logStreamName="prod-1.0",
            logEvents=[{"timestamp": at_ms + place, "message": message}],
        )
    assert captured(group, capsys, "--user", "app", "--database", "app")[0] == 0
    texts = opened(group).events().collect()["sql"].drop_nulls().to_list()
    assert texts == [long.encode(), b"select 2", record[:255_000].partition("statement: ")[2].encode(), b"select 2"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--log-stream", "nosuch"), 3, f"{GROUP} has no log stream nosuch"),
        (("--log-group", "nosuch"), 3, "nosuch: AWS refused"),
        (("--log-stream", "prod-1.0"), 3, f"{GROUP} has no event of"),
    ],
)
def test_what_cannot_be_captured_is_one_sentence(
    group: Group, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, message: str
) -> None:
    """An unknown group, an unknown stream, no event of the window."""
    group.put("prod-1.0", later_us=-48 * HOUR_US)
    ended, document = captured(group, capsys, *words)
    assert (ended, message in document["error"]["message"]) == (code, True), document


def test_without_a_description_of_the_server_a_note_has_the_reason(
    group: Group, capsys: pytest.CaptureFixture[str]
) -> None:
    """The instance of the group's name does not exist any more."""
    group.put("prod-1.0")
    rds = boto3.client("rds")
    for name in ("prod-1", "prod-2"):
        rds.delete_db_instance(DBInstanceIdentifier=name, SkipFinalSnapshot=True)
    rds.delete_db_cluster(DBClusterIdentifier="prod", SkipFinalSnapshot=True)
    assert captured(group, capsys)[0] == 0
    manifest = opened(group).manifest
    assert manifest.source is None
    assert any("the source is not known, because prod" in note for note in manifest.notes)


def test_an_export_of_the_group_to_s3_is_the_same_workload(group: Group) -> None:
    """CreateExportTask: a folder for each stream, gzip files, a time before each event, and a test object."""
    for stream in ("prod-1.0", "prod-2.0"):
        group.put(stream)
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket="team", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    boto3.client("logs").create_export_task(
        logGroupName=GROUP,
        fromTime=group.start_us // 1000 - 1000,
        to=group.end_us // 1000 + 1000,
        destination="team",
        destinationPrefix="export",
    )
    keys = {item["Key"] for item in s3.list_objects_v2(Bucket="team")["Contents"]}
    assert any(key.endswith("aws-logs-write-test") for key in keys)
    capture_logs(CaptureOptions(("s3://team/export/",), group.home / "w.workload"), tool_version="test")
    workload = opened(group)
    assert workload.manifest.statements == 2 * opened(group, "plain").manifest.statements
    assert set(workload.sessions()["instance"]) == {"prod-1", "prod-2"}
