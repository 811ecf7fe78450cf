"""A server with the range queries of Prometheus's HTTP API, and faults that it can have."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

MOST_POINTS = 11_000
Series = tuple[dict[str, str], Callable[[float], float]]


@dataclass
class Api:
    """*series*: labels, and the value at an instant; *answer*: status, type and body in the place of an answer. *requests*: the forms."""

    series: list[Series] = field(default_factory=list)
    answer: tuple[int, str, str] | None = None
    requests: list[dict[str, str]] = field(default_factory=list)
    authorizations: list[str | None] = field(default_factory=list)
    url: str = ""

    def respond(self, form: dict[str, str]) -> tuple[int, str, str]:
        """Return status, content type and body."""
        if self.answer is not None:
            return self.answer
        start, end, step = float(form["start"]), float(form["end"]), float(form["step"])
        if (end - start) / step + 1 > MOST_POINTS:
            text = "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution"
            return 400, "application/json", json.dumps({"status": "error", "errorType": "bad_data", "error": text})
        times = [start + number * step for number in range(int((end - start) / step) + 1)]
        result = [{"metric": labels, "values": [[at, str(value(at))] for at in times]} for labels, value in self.series]
        data = {"resultType": "matrix", "result": result}
        return 200, "application/json", json.dumps({"status": "success", "data": data, "warnings": ["slow"]})


@contextmanager
def prometheus_api() -> Iterator[Api]:
    """Serve the API on a local port."""
    api = Api()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            api.requests.append({"path": self.path, **form})
            api.authorizations.append(self.headers.get("Authorization"))
            status, kind, text = api.respond(form)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if 300 <= status < 400:
                self.send_header("Location", f"{api.url}/login")
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Write no log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
