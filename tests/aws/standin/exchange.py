"""Requests and answers of AWS's protocols, as the rules of the stand-in see them.

Sources: RDS API reference, "Making Query requests" (Action and parameters in a form; answers and errors in XML); AWS general reference,
"Signature Version 4" (the credential scope names the access key, the region and the service). The shapes of requests and answers
are those of botocore's service model, by moto's parsers and serializers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from moto.core.model import OperationModel
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.serialize import XFormedAttributePicker, get_serializer_class
from moto.core.utils import get_service_model

NAMESPACE = "http://rds.amazonaws.com/doc/2014-10-31/"
_SCOPE = re.compile(r"Credential=([^/]+)/\d{8}/([^/]+)/([^/]+)/aws4_request")


@dataclass(frozen=True, slots=True)
class Call:
    """One request. *action*: of the query and JSON protocols ("": another request); *values*: its form; *service*, *region*, *key*: of
    its signature ("": not signed); *key* is the id of the access key."""

    method: str
    path: str
    action: str
    values: dict[str, str] = field(default_factory=dict)
    service: str = ""
    region: str = ""
    key: str = ""
    body: bytes = b""

    @classmethod
    def of(cls, environ: dict[str, object], body: bytes) -> Call:
        """Return the request of a WSGI environment."""
        form = str(environ.get("CONTENT_TYPE", "")).startswith("application/x-www-form-urlencoded")
        values = dict(parse_qsl(body.decode(), keep_blank_values=True)) if form else {}
        path = str(environ.get("PATH_INFO", ""))
        target = str(environ.get("HTTP_X_AMZ_TARGET", ""))
        scope = _SCOPE.search(str(environ.get("HTTP_AUTHORIZATION", "")))
        key, region, service = scope.groups() if scope else ("", "", "")
        action = values.get("Action", "") or target.rpartition(".")[2]
        return cls(str(environ.get("REQUEST_METHOD", "")), path, action, values, service, region, key, body)

    @property
    def signed(self) -> bool:
        """Whether the request has a signature for RDS."""
        return self.service == "rds"

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of a request of the query or the JSON protocol, in the shapes of the service model."""
        protocol = "query" if self.values else "json"
        parser = PROTOCOL_PARSERS[protocol](self._operation())
        request: Any = {"method": self.method, "values": self.values, "headers": {}, "body": self.body}
        parsed: dict[str, Any] = parser.parse(request | {"url_path": self.path, "url_params": {}})
        return parsed

    def answer(self, document: object) -> Answer:
        """Return the answer with the document, whose values may be objects of moto."""
        protocol = "query" if self.values else "json"
        serializer = get_serializer_class(self.service, protocol)(
            operation_model=self._operation(), value_picker=XFormedAttributePicker()
        )
        serialized = serializer.serialize(document)
        kind = "text/xml" if protocol == "query" else "application/x-amz-json-1.1"
        return Answer(serialized["status_code"], _as_bytes(serialized["body"]), kind)

    def _operation(self) -> OperationModel:
        operation: OperationModel = get_service_model(self.service).operation_model(self.action)
        return operation


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule answers. *length*: the length that the header announces (0: that of the body), so that a body can be cut."""

    status: int
    body: bytes
    kind: str = "text/xml"
    length: int = 0


Rule = Callable[[Call], Answer | None]


class Refused(Exception):
    """A request that AWS refuses. *code*: the error's code in the service model."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status, self.code = status, code


def _as_bytes(body: str | bytes) -> bytes:
    return body.encode() if isinstance(body, str) else body


def result(action: str, inner: str) -> Answer:
    """Return the answer of an action."""
    body = f'<{action}Response xmlns="{NAMESPACE}"><{action}Result>{inner}</{action}Result></{action}Response>'
    return Answer(200, body.encode())


def error(status: int, code: str, message: str) -> Answer:
    """Return an error in the form of the query protocol."""
    text = f"<Type>Sender</Type><Code>{code}</Code><Message>{escape(message)}</Message>"
    return Answer(status, f'<ErrorResponse xmlns="{NAMESPACE}"><Error>{text}</Error></ErrorResponse>'.encode())


def error_for(call: Call, status: int, code: str, message: str) -> Answer:
    """Return an error in the form of the protocol of a request."""
    if call.values or call.service == "rds":
        return error(status, code, message)
    if call.service == "s3":
        text = f"<Code>{code}</Code><Message>{escape(message)}</Message>"
        return Answer(status, f"<Error>{text}</Error>".encode(), "application/xml")
    body = json.dumps({"__type": code, "message": message}).encode()
    return Answer(status, body, "application/x-amz-json-1.1")


def element(name: str, value: object) -> str:
    """Return one XML element."""
    return f"<{name}>{escape(str(value))}</{name}>"
