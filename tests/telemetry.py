"""A collector of OTLP on this machine, for tests: it keeps the spans and figures that it receives."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.request import urlopen

from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


@dataclass
class Collector:
    """What was received, as protobuf messages, and the bytes of all requests."""

    url: str = ""
    traces: list[ExportTraceServiceRequest] = field(default_factory=list)
    metrics: list[ExportMetricsServiceRequest] = field(default_factory=list)
    received: bytes = b""

    def spans(self) -> dict[str, Any]:
        """Return the spans by name."""
        every = [span for one in self.traces for r in one.resource_spans for s in r.scope_spans for span in s.spans]
        return {span.name: span for span in every}

    def figures(self) -> dict[str, Any]:
        """Return the last metric of each name."""
        every = [m for one in self.metrics for r in one.resource_metrics for s in r.scope_metrics for m in s.metrics]
        return {metric.name: metric for metric in every}


@contextmanager
def collecting() -> Iterator[Collector]:
    """Receive OTLP while the block runs."""
    collector = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            body = gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body
            collector.received += body
            if self.path == "/v1/traces":
                collector.traces.append(ExportTraceServiceRequest.FromString(body))
            elif self.path == "/v1/metrics":
                collector.metrics.append(ExportMetricsServiceRequest.FromString(body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        collector.url = f"http://127.0.0.1:{server.server_port}"
        try:
            yield collector
        finally:
            server.shutdown()
            thread.join()


def scraped(note: str) -> dict[str, float]:
    """Return the samples at the address that a note has."""
    url = re.search(r"http://\S+", note)
    assert url is not None
    with urlopen(url[0], timeout=10) as answer:  # noqa: S310 (an address on loopback)
        text = answer.read().decode()
    lines = (line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in lines}
