"""`--otlp`: one span for each stage, and the live figures, sent by OTLP over HTTP from threads of this process.

An export that fails is noted once and is never repeated after its timeout: the replay goes on, and the command ends.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import Any

from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.metrics import CallbackOptions, Meter, Observation
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import MetricExportResult, MetricsData, PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExportResult
from opentelemetry.trace import Status, StatusCode, Tracer

from pgrehearse.base.version import tool_version
from pgrehearse.telemetry.figures import FIGURES, Figure, LiveReplays

# An export ends after so many seconds, and figures are sent that often.
_TIMEOUT_S = 2.0
_EVERY_S = 5.0
_NAME = "pgrehearse"


class Failures:
    """Calls *note* at the first export that fails."""

    def __init__(self, url: str, note: Callable[[str], None]) -> None:
        self._url, self._note, self._is_noted = url, note, False

    def add(self) -> None:
        """Count a failed export."""
        if not self._is_noted:
            self._is_noted = True
            self._note(f"OTLP: {self._url} did not accept data; the command goes on without it")


class _Spans(OTLPSpanExporter):
    """An exporter that notes its failures."""

    def __init__(self, url: str, failures: Failures) -> None:
        super().__init__(endpoint=f"{url}/v1/traces", timeout=_TIMEOUT_S)
        self._failures = failures

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Send spans."""
        result = super().export(spans)
        if result is not SpanExportResult.SUCCESS:
            self._failures.add()
        return result


class _Metrics(OTLPMetricExporter):
    """An exporter that notes its failures."""

    def __init__(self, url: str, failures: Failures) -> None:
        super().__init__(endpoint=f"{url}/v1/metrics", timeout=_TIMEOUT_S)
        self._failures = failures

    def export(
        self, metrics_data: MetricsData, timeout_millis: float | None = 10_000, **kwargs: Any
    ) -> MetricExportResult:
        """Send figures."""
        result = super().export(metrics_data, timeout_millis, **kwargs)
        if result is not MetricExportResult.SUCCESS:
            self._failures.add()
        return result


class Span:
    """A span of a stage. Of an error it has the class, never the message: this may contain a statement or a value."""

    def __init__(self, tracer: Tracer, name: str, attributes: dict[str, str]) -> None:
        self._current = tracer.start_as_current_span(
            name, attributes=attributes, record_exception=False, set_status_on_exception=False
        )

    def __enter__(self) -> None:
        self._span = self._current.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._span.set_status(Status(StatusCode.ERROR, kind.__name__))
        self._current.__exit__(kind, error, trace)


@contextmanager
def sending(url: str, replays: LiveReplays, note: Callable[[str], None]) -> Iterator[Tracer]:
    """Send the figures every few seconds while the block runs, and all spans until its end. Yield the tracer of the spans."""
    quiet, failures = logging.getLogger("opentelemetry"), Failures(url, note)
    silent, was_propagated = logging.NullHandler(), quiet.propagate
    quiet.addHandler(silent)
    quiet.propagate = False
    resource = Resource.create({"service.name": _NAME, "service.version": tool_version()})
    tracers = TracerProvider(resource=resource, shutdown_on_exit=False)
    tracers.add_span_processor(BatchSpanProcessor(_Spans(url, failures)))
    reader = PeriodicExportingMetricReader(_Metrics(url, failures), export_interval_millis=_EVERY_S * 1000)
    meters = MeterProvider([reader], resource, shutdown_on_exit=False)
    _observe(meters.get_meter(_NAME, tool_version()), replays)
    try:
        yield tracers.get_tracer(_NAME, tool_version())
    finally:
        tracers.shutdown()
        meters.shutdown(_TIMEOUT_S * 1000)
        quiet.removeHandler(silent)
        quiet.propagate = was_propagated


def _observe(meter: Meter, replays: LiveReplays) -> None:
    """Make an instrument for each figure; it is read when figures are sent."""
    for figure in FIGURES:
        create = meter.create_observable_counter if figure.counter else meter.create_observable_gauge
        create(figure.otlp_name, [partial(_observed, replays, figure)], figure.otlp_unit, figure.meaning)


def _observed(replays: LiveReplays, figure: Figure, _options: CallbackOptions) -> Iterator[Observation]:
    for labels, value in replays.values(figure):
        yield Observation(value, labels)
