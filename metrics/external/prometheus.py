"""Metrics of a Prometheus server, by its HTTP API (prometheus.io/docs/prometheus/latest/querying/api, "Range queries").

A range query returns at most 11,000 points of each series, so a long window is requested in several parts. A token or a password is
read from the environment for each request, and is sent to no other server: redirects are not followed.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import polars as pl

from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.metrics.external.lines import check_name
from pgrehearse.metrics.external.units import factor_to
from pgrehearse.runs.metric_catalog import CATALOGUE, PROMETHEUS
from pgrehearse.runs.schema import METRICS

# Steps of one request; the server's limit is 11,000 points.
_STEPS = 10_000
_MOST_BYTES, _MOST_SERIES = 256 << 20, 1_000
_TIMEOUT_S = 60.0
_INSTANCE = "instance"
_ENVIRONMENT = "PROMETHEUS_TOKEN, PROMETHEUS_TOKEN_FILE, or PROMETHEUS_USER and PROMETHEUS_PASSWORD"
_REMEDY = {
    "bad_data": "correct the query",
    "execution": "correct the query",
    "timeout": "ask for less: a simpler query, or a longer step",
}


@dataclass(frozen=True, slots=True)
class Query:
    """A query whose values are the metric *name*, in *unit* ("": the catalog's)."""

    name: str
    promql: str
    unit: str = ""

    def factor(self) -> float:
        """Return the factor to the catalog's unit. Raises ``ValueError`` for a unit of another kind, or a missing one."""
        check_name(self.name)
        if self.name in CATALOGUE:
            return factor_to(CATALOGUE[self.name].unit, self.unit)
        if not self.unit:
            raise ValueError("docs/metrics.md has no such metric: give its unit, NAME[UNIT]=PROMQL")
        return 1.0


@dataclass(frozen=True, slots=True)
class Prometheus:
    """A server and what to ask it. *step_us*: the time between two values."""

    url: str
    queries: tuple[Query, ...]
    step_us: int = 15 * SECOND


@dataclass(frozen=True, slots=True)
class Answer:
    """*samples*: rows of ``METRICS``, wall-clock at_us; *notes*: what limits them."""

    samples: pl.DataFrame
    notes: tuple[str, ...] = ()


def parse_query(text: str) -> Query:
    """Parse ``NAME=PROMQL`` or ``NAME[UNIT]=PROMQL``. Raises ``UsageProblem``.

    >>> parse_query("lag[s]=max(pg_replication_lag_seconds)")
    Query(name='lag', promql='max(pg_replication_lag_seconds)', unit='s')
    """
    name, _, promql = text.partition("=")
    name, bracket, unit = name.strip().partition("[")
    if not promql.strip() or bool(bracket) != unit.endswith("]"):
        raise UsageProblem(f"{text!r} is not a query", remedy="write NAME=PROMQL, or NAME[UNIT]=PROMQL")
    query = Query(name.strip(), promql.strip(), unit.removesuffix("]").strip())
    try:
        query.factor()
    except ValueError as error:
        raise UsageProblem(f"{text!r}: {error}", remedy="see the names and units in docs/metrics.md") from None
    return query


def check_url(url: str) -> None:
    """Raise ``UsageProblem`` unless *url* is the address of a server, without a password."""
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address:
        raise UsageProblem(
            "the URL of Prometheus is not valid", remedy="write http://HOST:9090, or https://HOST/PREFIX"
        )
    if parts.username or parts.password or parts.query:
        raise UsageProblem(
            "the URL of Prometheus contains a password or parameters", remedy=f"remove them, and set {_ENVIRONMENT}"
        )


def fetch(server: Prometheus, since_us: int, until_us: int) -> Answer:
    """Return the values of all queries from *since_us* until *until_us* (wall clock).

    The label ``instance`` is the instance; the labels in which the series of a query differ are the subject. Raises ``TargetProblem`` if the
    server is unreachable or refuses a request, ``UsageProblem`` if it rejects a query.
    """
    check_url(server.url)
    frames, notes = [pl.DataFrame(schema=METRICS)], dict[str, None]()
    for query in server.queries:
        series: list[dict[str, Any]] = []
        for begin, end in _pages(since_us, until_us, server.step_us):
            document = _ask(server, query, (begin, end))
            series += document["data"]["result"]
            notes |= dict.fromkeys(f"{query.name}: {text}" for text in document.get("warnings", []))
        frame = _samples(query, series)
        finite = frame.filter(pl.col("value").is_finite())
        if frame.is_empty():
            notes[f"{query.name}: Prometheus has no values in this window"] = None
        elif finite.height < frame.height:
            notes[f"{query.name}: {frame.height - finite.height:,} of {frame.height:,} values are not finite"] = None
        frames.append(finite)
    return Answer(pl.concat(frames), tuple(notes))


def _pages(since_us: int, until_us: int, step_us: int) -> Iterator[tuple[int, int]]:
    """Yield the intervals of the requests; both ends are included in each."""
    begin = since_us
    while begin <= until_us:
        yield begin, min(begin + (_STEPS - 1) * step_us, until_us)
        begin += _STEPS * step_us


def _samples(query: Query, series: Sequence[dict[str, Any]]) -> pl.DataFrame:
    """Return the values of a query's series as rows of ``METRICS``."""
    labels = [{key: str(value) for key, value in one["metric"].items()} for one in series]
    distinct = {tuple(sorted(one.items())) for one in labels}
    if len(distinct) > _MOST_SERIES:
        raise UsageProblem(
            f"{query.name}: the query has {len(distinct):,} series, at most {_MOST_SERIES:,} are read",
            remedy="aggregate them: sum by (label) (...)",
        )
    names = {name for one in distinct for name, _ in one} - {_INSTANCE}
    subjects = sorted(name for name in names if len({dict(one).get(name) for one in distinct}) > 1)
    unit = CATALOGUE[query.name].unit if query.name in CATALOGUE else query.unit
    frames = [
        pl.DataFrame(
            {
                "at_us": [round(float(at) * SECOND) for at, _ in one["values"]],
                "value": [float(value) * query.factor() for _, value in one["values"]],
            },
            schema={"at_us": pl.Int64, "value": pl.Float64},
        ).select(
            "at_us",
            pl.lit(PROMETHEUS).alias("source"),
            pl.lit(one_of.get(_INSTANCE, "primary")).alias("instance"),
            pl.lit(",".join(f"{key}={one_of[key]}" for key in subjects if key in one_of)).alias("subject"),
            pl.lit(query.name).alias("metric"),
            "value",
            pl.lit(unit).alias("unit"),
        )
        for one, one_of in zip(series, labels, strict=True)
    ]
    empty = pl.DataFrame(schema=METRICS)
    return pl.concat([empty, *(frame.select(*METRICS).cast(METRICS) for frame in frames)])


def _ask(server: Prometheus, query: Query, window: tuple[int, int]) -> dict[str, Any]:
    """Send one range query; return the document of a successful answer."""
    form = {
        "query": query.promql,
        # Prometheus has milliseconds: the interval is rounded inward.
        "start": f"{-(-window[0] // MILLISECOND) / 1000:.3f}",
        "end": f"{window[1] // MILLISECOND / 1000:.3f}",
        "step": f"{server.step_us / SECOND:g}",
    }
    url = f"{server.url.rstrip('/')}/api/v1/query_range"
    request = urllib.request.Request(url, urlencode(form).encode(), _headers())  # noqa: S310 # check_url allows http and https only
    status, body = _response(server.url, request)
    try:
        document = json.loads(body)
        status_word = document["status"]
        if status_word == "success":
            return _checked(document)
        kind, text = str(document["errorType"]), str(document["error"])
    except (ValueError, KeyError, TypeError):
        raise TargetProblem(f"{server.url}: {_not_prometheus(status)}", remedy=_remedy_of(status)) from None
    problem = UsageProblem if kind in {"bad_data", "execution"} else TargetProblem
    raise problem(
        f"{query.name}: Prometheus refused the query: {text}", remedy=_REMEDY.get(kind, "run the command again later")
    )


def _checked(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose result is a matrix. Raises ``KeyError``, ``TypeError`` or ``ValueError`` otherwise."""
    if document["data"]["resultType"] != "matrix":
        raise ValueError("not a matrix")
    for one in document["data"]["result"]:
        one["metric"].items()
        for at, value in one["values"]:
            float(at), float(value)
    return document


def _not_prometheus(status: int) -> str:
    if status in {401, 403}:
        return f"the server refuses the credentials (HTTP {status})"
    if 300 <= status < 400:
        return f"the server redirects the request (HTTP {status})"
    if status >= 500:
        return f"the server is not available (HTTP {status})"
    return f"the answer is not one of Prometheus (HTTP {status})"


def _remedy_of(status: int) -> str:
    if status in {401, 403}:
        return f"set {_ENVIRONMENT}"
    if status >= 500:
        return "run the command again later"
    return "give the URL of the server itself, with its prefix and without a login page"


def _response(url: str, request: urllib.request.Request) -> tuple[int, bytes]:
    """Return the status and the body of an answer."""
    opener = urllib.request.build_opener(
        _NoRedirects, urllib.request.HTTPSHandler(context=ssl.create_default_context())
    )
    try:
        with opener.open(request, timeout=_TIMEOUT_S) as response:
            return response.status, _limited(url, response)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, _limited(url, error)
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        remedy = "check the host, the port and the network"
        if isinstance(reason, ssl.SSLError):
            remedy = "set SSL_CERT_FILE to the certificate of its authority, or correct the name of the host"
        raise TargetProblem(f"{url}: Prometheus is unreachable: {reason}", remedy=remedy) from None


def _limited(url: str, response: Any) -> bytes:
    body: bytes = response.read(_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        raise TargetProblem(
            f"{url}: the answer has more than {_MOST_BYTES >> 20} MiB",
            remedy="aggregate the series, or use a longer step",
        )
    return body


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the credentials would be sent to another server."""

    def redirect_request(self, *_: Any) -> None:
        """Return no request."""


def _headers() -> dict[str, str]:
    """Return the headers with the credentials of the environment."""
    token, file = os.environ.get("PROMETHEUS_TOKEN", ""), os.environ.get("PROMETHEUS_TOKEN_FILE", "")
    user = os.environ.get("PROMETHEUS_USER", "")
    if file and not token:
        try:
            token = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise UsageProblem("PROMETHEUS_TOKEN_FILE could not be read", remedy="give a file with one token") from None
    if not (token + user).isprintable():
        raise UsageProblem("the credentials for Prometheus contain control characters", remedy=f"set {_ENVIRONMENT}")
    if token:
        return {"Authorization": f"Bearer {token}"}
    if user:
        pair = f"{user}:{os.environ.get('PROMETHEUS_PASSWORD', '')}"
        return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}
    return {}
