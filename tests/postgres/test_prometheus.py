"""Metrics of a Prometheus server: by a server with its API, and by the real one if Debian's package is installed."""

from __future__ import annotations

import base64
import json
import math
import shlex
import shutil
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import PgrehearseError, TargetProblem, UsageProblem
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.metrics.external.prometheus import Prometheus, Query, fetch
from pgrehearse.metrics.sampler import Sampling
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.measuring.external_metrics import from_prometheus
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded.ports import reserved_port
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES, LogMark, connect
from tests.prometheus_api import Api, prometheus_api

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

AT_S = 1_795_860_000
AT = AT_S * 1_000_000
CPU = Query("cpu_percent", "avg(cpu)")


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[Api]:
    for name in ("TOKEN", "TOKEN_FILE", "USER", "PASSWORD"):
        monkeypatch.delenv(f"PROMETHEUS_{name}", raising=False)
    with prometheus_api() as served:
        yield served


def test_values_are_samples_of_the_catalogs_unit(api: Api) -> None:
    """One series has no subject; the label `instance` is the instance, without it the primary. Values that are no numbers are counted."""
    api.series = [({"instance": "db:9187", "job": "x"}, lambda at: math.nan if at == AT_S + 30 else at - AT_S)]
    answer = fetch(Prometheus(api.url, (Query("replica_lag_ms", "lag", "s"),)), AT, AT + 60_000_000)
    assert answer.samples.select("at_us", "source", "instance", "subject", "value", "unit").rows() == [
        (AT + second * 1_000_000, "prometheus", "db:9187", "", second * 1000.0, "ms") for second in (0, 15, 45, 60)
    ]
    assert answer.notes == ("replica_lag_ms: slow", "replica_lag_ms: 1 of 5 values are not finite")
    assert api.requests == [
        {"path": "/api/v1/query_range", "query": "lag", "start": f"{AT_S}.000", "end": f"{AT_S + 60}.000", "step": "15"}
    ]


def test_the_labels_in_which_series_differ_are_the_subject(api: Api) -> None:
    """A label that all series have with one value is not part of it."""
    api.series = [({"job": "x", "queue": name, "__name__": "q"}, lambda _: 1.0) for name in ("emails", "orders")]
    samples = fetch(Prometheus(api.url, (Query("queue", "q", "jobs"),)), AT, AT).samples
    assert samples.select("instance", "subject").rows() == [("primary", "queue=emails"), ("primary", "queue=orders")]
    api.series = [({"__name__": name, "instance": "db"}, lambda _: 1.0) for name in ("a", "b")]
    samples = fetch(Prometheus(api.url, (Query("queue", "q", "jobs"),)), AT, AT).samples
    assert samples.select("instance", "subject").rows() == [("db", "__name__=a"), ("db", "__name__=b")]


def test_a_query_with_too_many_series_is_refused(api: Api) -> None:
    """Aggregation is the remedy."""
    api.series = [({"queue": str(number)}, lambda _: 1.0) for number in range(1_001)]
    with pytest.raises(UsageProblem, match="1,001 series") as caught:
        fetch(Prometheus(api.url, (Query("queue", "q", "jobs"),)), AT, AT)
    assert "sum by" in caught.value.remedy


def test_a_long_window_is_requested_in_parts(api: Api) -> None:
    """The server refuses more than 11,000 points of a series: each point is there once."""
    api.series = [({}, lambda at: at - AT_S)]
    samples = fetch(Prometheus(api.url, (CPU,), 1_000_000), AT, AT + 25_000 * 1_000_000).samples
    assert samples["value"].to_list() == [float(second) for second in range(25_001)]
    assert len(api.requests) == 3


@pytest.mark.parametrize(
    ("answer", "problem", "words", "remedy"),
    [
        (
            (400, "application/json", json.dumps({"status": "error", "errorType": "bad_data", "error": "1:5: parse error: unexpected )"})),
            UsageProblem,
            "cpu_percent: Prometheus refused the query: 1:5: parse error: unexpected )",
            "correct the query",
        ),
        (
            (503, "application/json", json.dumps({"status": "error", "errorType": "timeout", "error": "query timed out"})),
            TargetProblem,
            "query timed out",
            "a longer step",
        ),
        ((503, "text/plain", "no healthy upstream"), TargetProblem, "not available (HTTP 503)", "later"),
        ((200, "text/html", "<html>Sign in</html>"), TargetProblem, "not one of Prometheus (HTTP 200)", "without a login page"),
        ((302, "text/html", ""), TargetProblem, "redirects the request (HTTP 302)", "without a login page"),
        ((401, "text/plain", "no"), TargetProblem, "refuses the credentials (HTTP 401)", "PROMETHEUS_TOKEN"),
        ((404, "text/plain", "404 page not found"), TargetProblem, "not one of Prometheus (HTTP 404)", "with its prefix"),
        ((200, "application/json", json.dumps({"status": "success", "data": {"resultType": "vector", "result": []}})), TargetProblem, "not one", ""),
        ((200, "application/json", "[]"), TargetProblem, "not one of Prometheus", ""),
    ],
)  # fmt: skip
def test_an_answer_that_is_an_error_is_one_sentence(
    api: Api, answer: tuple[int, str, str], problem: type[PgrehearseError], words: str, remedy: str
) -> None:
    """With what to do."""
    api.answer = answer
    with pytest.raises(problem) as caught:
        fetch(Prometheus(api.url, (CPU,)), AT, AT)
    assert words in caught.value.message
    assert remedy in caught.value.remedy
    assert len(api.requests) == 1


def test_a_server_that_does_not_respond_is_an_error(api: Api) -> None:
    """No server; and a server without TLS."""
    for url, words in (("http://127.0.0.1:1", "Connection refused"), (api.url.replace("http", "https"), "unreachable")):
        with pytest.raises(TargetProblem, match=words):
            fetch(Prometheus(url, (CPU,)), AT, AT)


def test_credentials_are_in_the_environment(api: Api, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A token, a file with one, or a user and a password. A token that is no header is an error that does not repeat it."""
    server = Prometheus(api.url, (CPU,))
    fetch(server, AT, AT)
    (tmp_path / "token").write_text("from-file\n")
    for variables in (
        {"PROMETHEUS_USER": "me", "PROMETHEUS_PASSWORD": "hunter2"},
        {"PROMETHEUS_TOKEN_FILE": str(tmp_path / "token")},
        {"PROMETHEUS_TOKEN": "direct"},
    ):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        fetch(server, AT, AT)
    basic = base64.b64encode(b"me:hunter2").decode()
    assert api.authorizations == [None, f"Basic {basic}", "Bearer from-file", "Bearer direct"]
    monkeypatch.setenv("PROMETHEUS_TOKEN", "hunter2\r\nHost: elsewhere")
    with pytest.raises(UsageProblem, match="control characters") as caught:
        fetch(server, AT, AT)
    assert "hunter2" not in caught.value.message


def test_the_metrics_of_prometheus_are_stored_with_a_workload(api: Api, tmp_path: Path) -> None:
    """For its window, in its seconds, with the direction of a metric of the team."""
    capture_logs(CaptureOptions((SAMPLES / "pg15" / "mindur0.csv",), tmp_path / "w.workload"), tool_version="test")
    workload = Workload.open(tmp_path / "w.workload")
    api.series = [({}, lambda _: 4.0)]
    server = Prometheus(api.url, (Query("queue", "q", "jobs"),), 1_000_000)
    recording = from_prometheus(server, workload.path, (None, None), {"queue": "lower"})
    samples = workload.metrics()
    assert recording.samples == samples.filter(metric="queue").height == workload.manifest.duration_us // 1_000_000 + 1
    assert samples.filter(metric="queue")["at_us"].to_list()[:2] == [0, 1_000_000]
    assert samples.filter(metric="metric_direction").select("subject", "value").rows() == [("queue", -1.0)]


def test_a_replay_stores_the_metrics_of_a_command_and_of_prometheus(api: Api, pg18: Cluster, tmp_path: Path) -> None:
    """For its time; a query that the server rejects is a note of the run and ends nothing."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres") as connection:
        connection.execute("select pg_sleep(1.2)")
    workload = start.capture(tmp_path, "w")
    api.series = [({}, lambda _: 4.0)]
    server = Prometheus(api.url, (Query("queue", "q", "jobs"),), 1_000_000)
    command = shlex.join([sys.executable, "-c", "import os; print(os.environ['PGREHEARSE_SINCE'] + ',orders,7,1/s')"])
    sampling = Sampling(activity_us=0, commands=(command,), prometheus=server, directions={"queue": "lower"})
    plan = ReplayPlan(pg18.endpoint("postgres"), writes=True)
    rehearsal = Rehearsal(workload.path, tmp_path / "a.run", plan, dirty=True, sampling=sampling)
    run, _ = rehearse(rehearsal)
    samples = run.metrics()
    queue = samples.filter(metric="queue")
    assert set(queue.select("source", "value").iter_rows()) == {("prometheus", 4.0)}
    assert [at // 1000 for at in queue["at_us"].to_list()[:2]] == [0, 1000]
    assert samples.filter(metric="orders").select("at_us", "source", "value").rows() == [(0, "command", 7.0)]
    api.answer = (
        400,
        "application/json",
        json.dumps({"status": "error", "errorType": "bad_data", "error": "parse error"}),
    )
    run, _ = rehearse(replace(rehearsal, output=tmp_path / "b.run"))
    assert "metrics of Prometheus unavailable: queue: Prometheus refused the query: parse error" in run.manifest.notes
    assert run.metrics().filter(metric="orders").height == 1


@pytest.fixture
def real(tmp_path: Path) -> Iterator[str]:
    """A real Prometheus server that reads its own metrics every second."""
    program = shutil.which("prometheus")
    if program is None:
        pytest.skip("the package `prometheus` is not installed")
    address = f"127.0.0.1:{reserved_port()}"
    (tmp_path / "prometheus.yml").write_text(
        f"scrape_configs:\n- job_name: self\n  scrape_interval: 1s\n  static_configs: [{{targets: ['{address}']}}]\n"
    )
    options = [f"--config.file={tmp_path}/prometheus.yml", f"--storage.tsdb.path={tmp_path}/data"]
    process = subprocess.Popen(
        [program, *options, f"--web.listen-address={address}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://{address}"
    finally:
        process.terminate()
        process.wait(30)


def test_the_real_server_is_read(real: str) -> None:
    """Its values, its refusal of a query, and a window of more than 11,000 steps."""
    up, answer = Query("up", "up", "count"), None
    for _ in range(200):
        now = time.time_ns() // 1000
        since = now - 12_000 * 1_000_000
        with suppress(TargetProblem):  # the server starts
            answer = fetch(Prometheus(real, (up,), 1_000_000), since, now)
        if answer is not None and answer.samples.height:
            break
        threading.Event().wait(0.1)
    assert answer is not None
    assert answer.samples["value"][-1] == 1.0
    assert answer.samples["instance"].unique().to_list() == [real.removeprefix("http://")]
    assert since <= answer.samples["at_us"][0] <= now
    with pytest.raises(UsageProblem, match="parse error"):
        fetch(Prometheus(real, (Query("up", "up(", "count"),)), since, now)
