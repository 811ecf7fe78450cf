"""Telemetry: figures for Prometheus, OTLP, and the dashboard; nothing of it can fail a replay."""

from __future__ import annotations

import json
import re
import socket
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pgrehearse.base.errors import PgrehearseError, UsageProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.cli import cli
from pgrehearse.replay.workers.worker import Progress
from pgrehearse.replay_progress import State
from pgrehearse.telemetry.figures import FIGURES
from pgrehearse.telemetry.session import Telemetry, TracedStages, telemetry
from pgrehearse.telemetry.settings import Settings
from tests.telemetry import collecting, scraped

DOCS = Path(__file__).parents[2] / "docs"


def state() -> State:
    """Two workers after two seconds: of 30 statements that were due, 20 were done and 4 are in flight."""
    found = State(expected_us=10_000_000, due=100)
    plain: dict[str, Any] = {
        "skipped": 3,
        "unsent": 1,
        "expected": 1,
        "left": 5,
        "in_flight": 2,
        "offered": 15,
        "peak_mib": 1,
    }
    for worker, late_us in ((0, 1_500), (1, 4_000)):
        found.update(
            Progress(
                worker=worker,
                ok=8,
                failed=2,
                late_us=late_us,
                late_p50_us=late_us // 10,
                now_us=2_000_000,
                cpu_us=1,
                **plain,
            ),
            1.0,
        )
    return found


def begin(live: Telemetry, stage: str = "replay candidate") -> None:
    with TracedStages(SILENT, live).stage(stage):
        live.begin("peak", state())


def test_prometheus_gets_the_sums_of_all_workers() -> None:
    notes: list[str] = []
    with telemetry(Settings(port=0), "pgrehearse run", "", notes.append) as live:
        assert scraped(notes[0]) == {}
        begin(live)
        samples = scraped(notes[0])
    labels = '{side="candidate",workload="peak"}'
    assert {name.removesuffix(labels): value for name, value in samples.items() if name.endswith(labels)} == {
        "pgrehearse_statements_due_total": 30,
        "pgrehearse_statements_sent_total": 24,
        "pgrehearse_statements_done_total": 20,
        "pgrehearse_statements_failed_total": 4,
        "pgrehearse_statements_expected_total": 2,
        "pgrehearse_statements_skipped_total": 6,
        "pgrehearse_statements_unsent_total": 2,
        "pgrehearse_statements_in_flight": 4,
        "pgrehearse_sessions_left": 10,
        "pgrehearse_replay_time_seconds": 2,
    }
    quantiles = [value for name, value in samples.items() if name.startswith("pgrehearse_lateness_seconds{")]
    assert quantiles == [0.0004, 0.004]


def test_the_figures_are_served_on_loopback_and_a_used_port_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as used:
        port = used.getsockname()[1]
        settings = Settings(port=port)
        with pytest.raises(UsageProblem, match=f"cannot serve figures at 127.0.0.1:{port}") as caught:
            telemetry(settings, "pgrehearse run", "", print).__enter__()
    assert "--prometheus-port" in caught.value.remedy


def test_a_collector_gets_a_span_for_each_stage_and_the_figures() -> None:
    """Spans are within the span of the command; an error is its class, because its message may hold values."""
    notes: list[str] = []
    with collecting() as collector:
        with telemetry(Settings(otlp=collector.url), "pgrehearse replay", "candidate", notes.append) as live:
            begin(live, "prepare the replay")
            begin(live, "replay")
            with pytest.raises(UsageProblem), TracedStages(SILENT, live).stage("compare"):
                raise UsageProblem("a planted secret")
        spans, figures = collector.spans(), collector.figures()
    assert list(spans) == ["prepare the replay", "replay", "compare", "pgrehearse replay"]
    assert spans["replay"].parent_span_id == spans["pgrehearse replay"].span_id
    assert {pair.key: pair.value.string_value for pair in spans["replay"].attributes} == {
        "side": "candidate",
        "workload": "peak",
    }
    assert (spans["replay"].status.code, spans["compare"].status.code) == (0, 2)
    assert spans["compare"].status.message == "UsageProblem"
    assert b"planted secret" not in collector.received
    assert set(figures) == {figure.otlp_name for figure in FIGURES}
    due = figures["pgrehearse.statements.due"]
    assert (due.unit, due.sum.is_monotonic, due.sum.data_points[0].as_double) == ("{statement}", True, 30.0)
    assert [point.as_double for point in figures["pgrehearse.lateness"].gauge.data_points] == [0.0004, 0.004]
    assert notes == []


def test_a_collector_that_is_not_there_is_one_note() -> None:
    """The command goes on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    notes: list[str] = []
    with telemetry(Settings(otlp=url), "pgrehearse replay", "candidate", notes.append) as live:
        begin(live)
        begin(live, "replay control")
    assert notes == [f"OTLP: {url} did not accept data; the command goes on without it"]
    assert set(live.replays.replays) == {"candidate", "control"}


@pytest.mark.parametrize(
    ("stages", "side"),
    [
        (("replay candidate", "prepare the replay"), "candidate"),
        (("replay control, first pass",), "control"),
        (("replay candidate-again", "replay"), "candidate-again"),
        (("replay",), "the-run"),
        (("restore control",), "the-run"),
    ],
)
def test_the_side_of_a_replay_is_in_the_name_of_its_stage(stages: tuple[str, ...], side: str) -> None:
    """A replay outside of a scenario has the name of its run."""
    with telemetry(Settings(), "pgrehearse run", "the-run", print) as live, ExitStack() as stack:
        for stage in stages:
            stack.enter_context(live.span(stage))
        live.begin("peak", state())
    assert list(live.replays.replays) == [side]


@pytest.mark.parametrize(
    ("settings", "library"),
    [(Settings(port=0), "prometheus_client"), (Settings(otlp="http://127.0.0.1:1"), "opentelemetry")],
)
def test_a_missing_library_is_an_error_with_the_command_that_installs_it(
    settings: Settings, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    for module in ("otlp", "prometheus"):
        monkeypatch.delitem(sys.modules, f"pgrehearse.telemetry.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageProblem, match=f"needs the library {library}") as caught:
        telemetry(settings, "pgrehearse run", "", print).__enter__()
    assert caught.value.remedy == "pip install 'pgrehearse[telemetry]'"


@pytest.mark.parametrize("command", ["run", "ci", "demo", "try"])
def test_every_command_that_replays_a_scenario_sends_its_span(command: str, tmp_path: Path) -> None:
    """A command that fails too: its span has the error."""
    absent, output = str(tmp_path / "absent.toml"), tmp_path / "out"
    output.mkdir()
    (output / "mine.txt").touch()
    words = {
        "run": ["embedded-upgrade", "-o", str(output)],
        "ci": [absent, "-o", str(tmp_path / "ci")],
        "demo": ["-o", str(output)],
        "try": [absent, "--sql", "select 1", "--from", absent, "-o", str(output)],
    }
    with collecting() as collector:
        result = CliRunner().invoke(cli, [command, *words[command], "--otlp", collector.url])
    assert isinstance(result.exception, PgrehearseError)
    assert collector.spans()[f"pgrehearse {command}"].status.code == 2


def test_a_pipeline_has_its_files_if_telemetry_cannot_start(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as used:
        port = used.getsockname()[1]
        words = ["ci", "forgotten-index", "-o", str(tmp_path / "out"), "--prometheus-port", str(port)]
        assert CliRunner().invoke(cli, words).exit_code
    document = json.loads((tmp_path / "out" / "verdict.json").read_text())
    assert str(port) in document["failure"]["message"]


def test_a_url_that_is_not_http_is_refused() -> None:
    result = CliRunner().invoke(
        cli, ["replay", "x.workload", "--target", "postgresql:///x", "--otlp", "collector:4318"]
    )
    assert (result.exit_code, "is not a URL such as http" in result.output) == (2, True)


def test_the_dashboard_has_exactly_the_metrics_that_are_served() -> None:
    """The page of the documentation too."""
    dashboard = json.loads((DOCS / "grafana" / "pgrehearse.json").read_text(encoding="utf-8"))
    queries = " ".join(target["expr"] for panel in dashboard["panels"] for target in panel["targets"])
    names = {figure.prometheus_name for figure in FIGURES}
    assert set(re.findall(r"pgrehearse_\w+", queries)) == names
    page = (DOCS / "telemetry.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(pgrehearse_\w+)`", page, re.MULTILINE)) == names
