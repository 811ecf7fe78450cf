"""Answers of CloudWatch that are incomplete, refused, or not of AWS: each is an error or a note with what to do."""

from __future__ import annotations

import itertools
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.stub import ANY, Stubber

from pgrehearse.base.errors import TargetProblem
from pgrehearse.metrics.aws.cloudwatch import Fetched, Patience, fetch
from pgrehearse.metrics.aws.instances import Instance, describe
from tests.aws.production import BEGAN, at_once, aurora, put, us

if TYPE_CHECKING:
    from collections.abc import Iterator

INSTANCE = Instance("prod-1", "", aurora=False, instance_class="db.m6g.large", resource="db-X", reader=False)
REQUEST = {"MetricDataQueries": ANY, "StartTime": ANY, "EndTime": ANY, "ScanBy": "TimestampAscending"}
CODES = [
    ("ExpiredToken", "renew the credentials"),
    ("Throttling", "AWS_RETRY_MODE=adaptive"),
    ("DBInstanceNotFound", "check the name, and the region"),
    ("AccessDenied", "grant `rds:DescribeDBInstances`, `rds:DescribeDBClusters`, `cloudwatch:GetMetricData`"),
    ("InvalidClientTokenId", "AWS_ACCESS_KEY_ID"),
    ("InternalFailure", "the fault is in the service"),
    ("SomethingElse", "check AWS_PROFILE and AWS_DEFAULT_REGION"),
]


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")


def result(status: str, **more: Any) -> dict[str, Any]:
    return {"Id": "m0", "Label": "x", "Timestamps": [BEGAN], "Values": [10.0], "StatusCode": status, **more}


def fetched(monkeypatch: pytest.MonkeyPatch, *pages: dict[str, Any]) -> Fetched:
    """Fetch two minutes; CloudWatch answers with *pages*, then the percentiles with nothing."""
    client = boto3.client("cloudwatch")
    with Stubber(client) as stub:
        for page in (*pages, {"MetricDataResults": []}):
            stub.add_response("get_metric_data", page, REQUEST)
        monkeypatch.setattr(boto3, "client", lambda _service: client)
        answer = fetch([INSTANCE], us(BEGAN), us(BEGAN + timedelta(minutes=2)), at_once())
        stub.assert_no_pending_responses()
    return answer


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("Forbidden", "the permission cloudwatch:GetMetricData is missing for it (not you)"),
        ("InternalError", "CloudWatch failed to read this metric: fetch it again (not you)"),
        ("PartialData", "a part of the values of this metric: fetch it again (not you)"),
    ],
)
def test_an_incomplete_metric_is_named(monkeypatch: pytest.MonkeyPatch, status: str, words: str) -> None:
    """With CloudWatch's own message; the values that it returned are kept."""
    page = {"MetricDataResults": [result(status, Messages=[{"Code": "C", "Value": "not you"}])]}
    answer = fetched(monkeypatch, page)
    assert list(answer.unavailable) == ["prod-1/cpu_percent"]
    assert words in answer.unavailable["prod-1/cpu_percent"]
    assert answer.samples["value"].to_list() == [10.0]


def test_messages_of_cloudwatch_are_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each once."""
    message = {"Code": "MaxMetricsExceeded", "Value": "too many"}
    answer = fetched(monkeypatch, {"MetricDataResults": [result("Complete")], "Messages": [message, message]})
    assert answer.notes == ("CloudWatch: MaxMetricsExceeded: too many",)


def test_a_refused_metric_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its last minute cannot arrive."""
    client = boto3.client("cloudwatch")
    with Stubber(client) as stub:
        stub.add_response("get_metric_data", {"MetricDataResults": [result("Forbidden")]}, REQUEST)
        stub.add_response("get_metric_data", {"MetricDataResults": []}, REQUEST)
        monkeypatch.setattr(boto3, "client", lambda _service: client)
        until = us(BEGAN + timedelta(minutes=2))
        waits: list[float] = []
        answer = fetch([INSTANCE], us(BEGAN), until, Patience(wait=waits.append, now_us=lambda: until))
        stub.assert_no_pending_responses()
    assert waits == []
    assert list(answer.unavailable) == ["prod-1/cpu_percent"]


def test_refused_percentiles_leave_the_other_metrics(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are in a request of their own."""
    client = boto3.client("cloudwatch")
    with Stubber(client) as stub:
        stub.add_response("get_metric_data", {"MetricDataResults": [result("Complete")]}, REQUEST)
        stub.add_client_error("get_metric_data", "ValidationError", "no percentiles")
        monkeypatch.setattr(boto3, "client", lambda _service: client)
        answer = fetch([INSTANCE], us(BEGAN), us(BEGAN + timedelta(minutes=2)), at_once())
    assert answer.samples["value"].to_list() == [10.0]
    assert "no percentiles" in answer.notes[0]


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize(("days", "step"), [(10, 60), (40, 300), (100, 3600)])
def test_the_period_is_the_shortest_that_is_kept(days: int, step: int) -> None:
    """Sixty seconds for 15 days, five minutes for 63 days, an hour for 455 days; the note has the reason."""
    aurora()
    put("CPUUtilization", [10.0, 50.0] * 60, since=BEGAN)
    now = at_once(BEGAN + timedelta(days=days))
    answer = fetch(describe(["prod-1"]), us(BEGAN), us(BEGAN + timedelta(hours=2)), now)
    times = answer.samples.filter(metric="cpu_percent", subject="")["at_us"].sort().to_list()
    assert {after - before for before, after in itertools.pairwise(times)} == {step * 1_000_000}
    assert [note.partition(":")[0] for note in answer.notes] == ([f"one value in {step} s"] if step > 60 else [])


def test_a_window_that_is_too_old_is_not_requested() -> None:
    """CloudWatch keeps values for 455 days."""
    answer = fetch([INSTANCE], us(BEGAN), us(BEGAN), at_once(BEGAN + timedelta(days=460)))
    assert answer.samples.is_empty()
    assert "more than 455 days ago" in answer.notes[0]


@pytest.mark.parametrize(("code", "remedy"), CODES)
def test_the_remedy_follows_from_the_code(monkeypatch: pytest.MonkeyPatch, code: str, remedy: str) -> None:
    """Of an error of AWS."""
    client = boto3.client("rds")
    with Stubber(client) as stub:
        stub.add_client_error("describe_db_instances", code, "no")
        stub.add_client_error("describe_db_clusters", "DBClusterNotFoundFault", "no")
        monkeypatch.setattr(boto3, "client", lambda _service: client)
        with pytest.raises(TargetProblem, match=rf"prod-1: AWS refused: .*\({code}\)") as caught:
            describe(["prod-1"])
    assert remedy in caught.value.remedy


class LoginPage(BaseHTTPRequestHandler):
    """A proxy that answers with a page of its own."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<html><body>Please log in<br></body></html>")

    def log_message(self, *_: object) -> None:
        """Log nothing."""


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    server = HTTPServer(("127.0.0.1", 0), LoginPage)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    yield
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.usefixtures("portal")
def test_an_answer_that_is_not_of_aws_is_a_target_problem() -> None:
    """The message names what may answer in its place."""
    with pytest.raises(TargetProblem, match="prod-1: the answer is not one of AWS") as caught:
        describe(["prod-1"])
    assert "HTTPS_PROXY" in caught.value.remedy


@pytest.mark.parametrize(
    ("variable", "value"), [("AWS_MAX_ATTEMPTS", ""), ("AWS_MAX_ATTEMPTS", "x"), ("AWS_ENDPOINT_URL", "nonsense")]
)
def test_an_invalid_setting_is_a_target_problem(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    """boto3 raises ValueError for it."""
    monkeypatch.setenv(variable, value)
    with pytest.raises(TargetProblem, match="prod-1: a setting for AWS is invalid") as caught:
        describe(["prod-1"])
    assert "AWS_*" in caught.value.remedy


def test_without_a_region_no_request_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the variable to set."""
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    with pytest.raises(TargetProblem, match="prod-1: AWS is unreachable: You must specify a region") as caught:
        describe(["prod-1"])
    assert "AWS_DEFAULT_REGION" in caught.value.remedy
