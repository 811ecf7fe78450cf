"""The known envelopes of log lines: how each is recognized and opened.

Opening an envelope returns, for each line, *server* and *channel* (its stream), the *text* inside (null: there is none,
so the line is another program's) and *open* (the text continues in the stream's next line). A line that is not in an
envelope of the kind is returned as it is, in the stream of the line before: it may continue that line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import polars as pl

_COLOR = r"(?:\x1b\[[\d;]*m)*"
_STAMP = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?"
_EVENT = rf"^{_STAMP}Z[ \t](?P<text>.*)$"
_CRI = rf"^{_STAMP}(?:Z|[+-]\d\d:\d\d) (?P<channel>stdout|stderr) (?P<part>[FP])(?::\S*)?(?: |$)(?P<text>.*)$"
_COMPOSE = rf"^{_COLOR}(?P<server>[A-Za-z][\w.@-]*) *\|{_COLOR}(?: |$)(?P<text>.*)$"
_KUBECTL = r"^\[(?P<server>pod/[^\]]+)\] ?(?P<text>.*)$"
# What syslog writes into a journal: a message, or a part of one, of the process that the journal names.
_CHUNK = r"^\[\d+-\d+\] "


@dataclass(frozen=True, slots=True)
class Envelope:
    """One kind: its *name*, how to *open* it, the command that removes it (*strip*), whether it *fits* some lines of a log."""

    name: str
    open: Callable[[pl.Series], pl.DataFrame]
    strip: str
    fits: Callable[[pl.Series], bool]


@dataclass(frozen=True, slots=True)
class _Paths:
    """JSON paths of an object: to its *text*, and to the values that name its *server* and its *channel*."""

    text: str
    server: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()


def _open_heads(pattern: str, texts: pl.Series) -> pl.DataFrame:
    """Open lines that start with a head: *pattern* has the groups *server*, *channel*, *part* (P: partial), *text*."""
    groups = texts.str.extract_groups(pattern).struct.unnest()
    columns = set(groups.columns)

    def stream(name: str) -> pl.Expr:
        return (pl.col(name).forward_fill() if name in columns else pl.lit("")).fill_null("").alias(name)

    part = (pl.col("part") == "P").fill_null(value=False) if "part" in columns else pl.lit(False)
    return groups.with_columns(texts.alias("line")).select(
        stream("server"), stream("channel"), pl.coalesce("text", "line").alias("text"), part.alias("open")
    )


def _heads(name: str, pattern: str, strip: str) -> Envelope:
    def fits(lines: pl.Series) -> bool:
        return 2 * int(lines.str.contains(pattern).sum()) > len(lines)

    return Envelope(name, partial(_open_heads, pattern), strip, fits)


def _open_objects(paths: _Paths, texts: pl.Series) -> pl.DataFrame:
    """Open JSON objects."""
    invalid = texts.str.json_path_match("$").is_null()
    lines = pl.DataFrame({"line": texts, "invalid": invalid, "inside": texts.str.json_path_match(paths.text)})

    def stream(name: str, paths: tuple[str, ...]) -> pl.Expr:
        words = [pl.lit(texts.str.json_path_match(path)) for path in paths]
        joined = pl.concat_str(words, separator="/", ignore_nulls=True) if words else pl.lit("")
        return pl.when(~pl.col("invalid")).then(joined).forward_fill().fill_null("").alias(name)

    return lines.select(
        stream("server", paths.server),
        stream("channel", paths.channel),
        pl.when("invalid").then("line").otherwise("inside").alias("text"),
        pl.lit(False).alias("open"),
    )


def _open_docker(paths: _Paths, texts: pl.Series) -> pl.DataFrame:
    """Open Docker's objects: a text that does not end in a newline continues in the next line."""
    lines = _open_objects(paths, texts)
    parts = ~lines["text"].str.ends_with("\n") & texts.str.json_path_match(paths.text).is_not_null()
    return lines.with_columns(pl.col("text").str.strip_suffix("\n"), parts.fill_null(value=False).alias("open"))


def _open_journal(paths: _Paths, texts: pl.Series) -> pl.DataFrame:
    """Open a journal's objects; the header of messages that syslog wrote is restored."""
    lines = _open_objects(paths, texts)
    if not lines["text"].str.contains(_CHUNK).any():
        return lines
    lines = lines.with_columns(
        texts.str.json_path_match("$.__REALTIME_TIMESTAMP").cast(pl.Int64, strict=False).alias("at"),
        texts.str.json_path_match("$.SYSLOG_PID").fill_null(texts.str.json_path_match("$._PID")).alias("pid"),
    )
    stamp = pl.from_epoch("at", time_unit="us").dt.strftime("%Y-%m-%dT%H:%M:%S")
    header = pl.concat_str(stamp, pl.lit(" postgres["), "pid", pl.lit("]: "), "text")
    return lines.with_columns(
        pl.when(pl.col("text").str.contains(_CHUNK)).then(header).otherwise("text").alias("text")
    ).drop("at", "pid")


def _objects(
    name: str,
    paths: _Paths,
    open_: Callable[[_Paths, pl.Series], pl.DataFrame] = _open_objects,
    required: str = "",
) -> Envelope:
    """Return an envelope of JSON objects; it fits lines if some of the texts match the pattern *required*."""

    def fits(lines: pl.Series) -> bool:
        return bool(lines.str.json_path_match(paths.text).str.contains(required).any())

    return Envelope(name, partial(open_, paths), f"jq -r '{paths.text[1:]} // empty' FILE", fits)


_GOOGLE = ("$.resource.labels.database_id", "$.resource.labels.pod_name", "$.resource.labels.container_name")
_KUBERNETES = (
    "$.kubernetes.namespace_name",
    "$.kubernetes.pod_name",
    "$.kubernetes.container_name",
    "$.container_name",
    "$.container_id",
)
_AZURE = _Paths("$.properties.message", ("$.LogicalServerName", "$.resourceId"))
_LOG = _Paths("$.log", _KUBERNETES, ("$.stream",))
_JOURNAL = _Paths("$.MESSAGE", ("$._HOSTNAME", "$._SYSTEMD_UNIT"), ("$.SYSLOG_IDENTIFIER",))
_LOKI = _Paths("$.line", ("$.labels.instance", "$.labels.pod", "$.labels.container"))
_MESSAGE = _Paths("$.message", ("$.logStreamName", "$.logStream", "$.host", *_KUBERNETES))
ARRAY = replace(_objects("a JSON array", _Paths("$")), strip="jq -c '.[]' FILE")
EVENT = _heads("CloudWatch Logs export", _EVENT, "sed -E 's/^[0-9T:.-]+Z //' FILE")
HEADS = (
    _heads("Kubernetes CRI", _CRI, "sed -E 's/^[^ ]+ (stdout|stderr) F //' FILE"),
    _heads("docker compose logs", _COMPOSE, "docker compose logs --no-log-prefix SERVICE"),
    _heads("kubectl logs --prefix", _KUBECTL, "kubectl logs POD"),
    EVENT,
)
OBJECTS = (
    _objects("CloudNativePG JSON", _Paths("$.record", ("$.logging_pod",))),
    _objects("Google Cloud Logging JSON", _Paths("$.textPayload", _GOOGLE)),
    _objects("Google Cloud Logging JSON", _Paths("$.jsonPayload", _GOOGLE)),
    _objects("Azure diagnostic JSON", _AZURE),
    _objects("Docker JSON", _LOG, _open_docker, r"\n$"),
    _objects("JSON with a log key", _LOG),
    _objects("journald JSON", _JOURNAL, _open_journal),
    _objects("Azure log analytics JSON", _Paths("$.Message", ("$._ResourceId",))),
    _objects("Loki JSON", _LOKI),
    _objects("OpenTelemetry JSON", _Paths("$.body")),
    _objects("JSON with a message key", _MESSAGE),
)
