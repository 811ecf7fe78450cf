"""The stand-in as a server on loopback: the rules first, then moto; then what the request means for states and servers."""

from __future__ import annotations

import io
import socket
import struct
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree as ET

from moto.core.exceptions import ServiceException
from moto.moto_api._internal.models import moto_api_backend
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.rds.models import RDSBackend
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.test import run_wsgi_app

from tests.aws.standin import account, copies, facts, groups, modifications, refusals, refusals_of_state, versions
from tests.aws.standin.descriptions import Endpoints
from tests.aws.standin.exchange import Answer, Call, Refused, error_for
from tests.aws.standin.faults import ConnectionEnds, Fault, Faults, Refusal, first, struck
from tests.aws.standin.insights import Insights
from tests.aws.standin.log_files import LogFiles
from tests.aws.standin.prices import Prices
from tests.aws.standin.server_effects import ServerEffects
from tests.aws.standin.servers import Servers
from tests.aws.standin.states import States

DEFAULT_REGION = "eu-west-1"


class _Handler(WSGIRequestHandler):
    """Logs nothing, and keeps no connection: a cut body must end."""

    def log(self, *_: Any) -> None:
        """Log nothing."""


@dataclass
class StandIn:
    """The rules of one server, and moto behind them. *calls*: every request, the repeated ones too."""

    logs: LogFiles = field(default_factory=LogFiles)
    faults: Faults = field(default_factory=Faults)
    states: States = field(default_factory=States)
    prices: Prices = field(default_factory=Prices)
    insights: Insights = field(default_factory=Insights)
    calls: list[Call] = field(default_factory=list)
    url: str = ""

    def __post_init__(self) -> None:
        self._moto = DomainDispatcherApplication(create_backend_app)
        self.servers = Servers(self.logs)
        own = (self.logs, versions.described, groups.answered, copies.copied, self.prices, self.insights, maintained)
        self._rules = first((*refusals.RULES, *own))
        self._effects = ServerEffects(self.servers)
        self._pending = modifications.Pending()
        self._endpoints = Endpoints(self.servers)

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        call = Call.of(environ, body)
        self.calls.append(call)
        fault = self.faults.next(call)
        if fault is not None:
            return self._struck(fault, call, environ, start)
        answer = self._answered(call, environ)
        if answer is not None:
            return _sent(answer, start)
        answered: Iterable[bytes] = self._moto(environ, start)
        return answered

    def _struck(self, fault: Fault | Refusal, call: Call, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Return the answer to a request that has a fault."""
        try:
            answer = struck(fault, call, lambda: self._answered(call, environ) or self._of_moto(environ))
        except ConnectionEnds:
            _end(environ["werkzeug.socket"])
            raise ConnectionResetError from None
        return _sent(answer, start)

    def left(self, *kept: str, region: str = DEFAULT_REGION) -> tuple[str, ...]:
        """Return the ARNs of all that exists at AWS, except the things named *kept* and production's instances and their clusters."""
        backend = account.rds(region)
        own = {name for name in self.servers.production if name in backend.databases}
        clusters = {cluster for name in own if (cluster := backend.databases[name].db_cluster_identifier)}
        return account.left(region, frozenset({*kept, *own, *clusters}))

    def close(self) -> None:
        """Stop every server that is not production's."""
        self.servers.close()

    def _answered(self, call: Call, environ: dict[str, Any]) -> Answer | None:
        """Return the answer to a request (None: moto's, unchanged: it is of another service than RDS)."""
        gone = None
        if call.service == "rds" and call.values:
            call = self._pending.without(call)
            environ |= {"wsgi.input": io.BytesIO(call.body), "CONTENT_LENGTH": str(len(call.body))}
        try:
            if call.service == "rds" and call.values:
                self.states.forget_deleted(call)
                refusals_of_state.check(call)
                modifications.check(call)
                self.states.check(call)
                gone = self.states.deleted(call)
            answer = self._rules(call)
        except Refused as refusal:
            return error_for(call, refusal.status, refusal.code, str(refusal))
        except ServiceException as error:
            return call.answer(error)
        if call.service != "rds" or not call.values:
            return answer
        answer = answer or self._of_moto(environ)
        return self._completed(call, answer, gone) if answer.status == HTTPStatus.OK else answer

    def _of_moto(self, environ: dict[str, Any]) -> Answer:
        body, status, headers = run_wsgi_app(self._moto, environ)
        return Answer(int(status.split()[0]), b"".join(body), headers.get("Content-Type", "text/xml"))

    def _completed(self, call: Call, answer: Answer, gone: Any) -> Answer:
        """Apply what a request means, and return its answer with the states and endpoints that AWS would show."""
        facts.complete(call)
        self.servers.groups.completed(call)
        self._effects(call)
        self.states.completed(call, gone)
        root = ET.fromstring(answer.body)  # noqa: S314 (moto's answer)
        self.states.show(call, root)
        self._endpoints.show(call, root)
        self.servers.groups.show(call, root)
        self._pending.show(root)
        return Answer(answer.status, ET.tostring(root), answer.kind)


def maintained(call: Call) -> Answer | None:
    """DescribePendingMaintenanceActions, which moto lacks: there are none."""
    if call.action != "DescribePendingMaintenanceActions":
        return None
    return call.answer({"PendingMaintenanceActions": []})


def _end(connection: socket.socket) -> None:
    """End a connection so that its client sees a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.shutdown(socket.SHUT_RDWR)


def _sent(answer: Answer, start: Any) -> Iterable[bytes]:
    length = answer.length or len(answer.body)
    headers = [("Content-Type", answer.kind), ("Content-Length", str(length))]
    start(f"{answer.status} {HTTPStatus(answer.status).phrase}", headers)
    return [answer.body]


@contextmanager
def running() -> Iterator[StandIn]:
    """Yield a stand-in that serves on loopback until the block ends; moto's state is empty. Its servers end with it."""
    moto_api_backend.reset()
    stand_in = StandIn()
    server = make_server("127.0.0.1", 0, stand_in, threaded=True, request_handler=_Handler)
    stand_in.url = f"http://127.0.0.1:{server.server_port}"
    failures: list[str] = []
    setattr(server, "log", lambda _, message, *values: failures.append(message % values if values else message))  # noqa: B010
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        with patch.object(RDSBackend, "iter_tagged_resources", account.tagged_resources):
            yield stand_in
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        stand_in.close()
        # An error of the stand-in is an answer 500 to the product, which is expected to survive it.
        assert failures == [], "\n".join(failures)
