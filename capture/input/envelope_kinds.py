"""The envelopes of log lines that are known: how each is recognized and opened.

Opening gives, for each line, *server* and *channel* (its stream), the *text* inside (null: there is none, so the line is
another program's) and *open* (the text goes on in the stream's next line). A line that is in no envelope of the kind is
given back as it is, in the stream of the line before: it may go on what stands there.
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
# What syslog wrote into a journal: a message, or a part of one, of the process that the journal names.
_CHUNK = r"^\[\d+-\d+\] "


@dataclass(frozen=True, slots=True)
class Envelope:
    """One kind: its *name*, how it is *opened*, how to *strip* it by hand, whether some lines of a log *fit* it."""

    name: str
    opened: Callable[[pl.Series], pl.DataFrame]
    strip: str
    fits: Callable[[pl.Series], bool]


def _before_lines(pattern: str, texts: pl.Series) -> pl.DataFrame:
    """Open what is a head before each line: *pattern* with the groups *server*, *channel*, *part* (P: in part), *text*."""
    found = texts.str.extract_groups(pattern).struct.unnest()
    columns = set(found.columns)

    def stream(name: str) -> pl.Expr:
        return (pl.col(name).forward_fill() if name in columns else pl.lit("")).fill_null("").alias(name)

    part = (pl.col("part") == "P").fill_null(value=False) if "part" in columns else pl.lit(False)
    return found.with_columns(texts.alias("whole")).select(
        stream("server"), stream("channel"), pl.coalesce("text", "whole").alias("text"), part.alias("open")
    )


def _heads(name: str, pattern: str, strip: str) -> Envelope:
    def fits(lines: pl.Series) -> bool:
        return 2 * int(lines.str.contains(pattern).sum()) > len(lines)

    return Envelope(name, partial(_before_lines, pattern), strip, fits)


def _inside(path: str, server: tuple[str, ...], channel: tuple[str, ...], texts: pl.Series) -> pl.DataFrame:
    """Open JSON objects: *path* leads to the text, others to what names the server and the channel."""
    broken = texts.str.json_path_match("$").is_null()
    told = pl.DataFrame({"whole": texts, "broken": broken, "inside": texts.str.json_path_match(path)})

    def stream(name: str, paths: tuple[str, ...]) -> pl.Expr:
        words = [pl.lit(texts.str.json_path_match(one)) for one in paths]
        joined = pl.concat_str(words, separator="/", ignore_nulls=True) if words else pl.lit("")
        return pl.when(~pl.col("broken")).then(joined).forward_fill().fill_null("").alias(name)

    return told.select(
        stream("server", server),
        stream("channel", channel),
        pl.when("broken").then("whole").otherwise("inside").alias("text"),
        pl.lit(False).alias("open"),
    )


def _docker(path: str, server: tuple[str, ...], channel: tuple[str, ...], texts: pl.Series) -> pl.DataFrame:
    """Open Docker's objects: a text that does not end in a newline goes on."""
    found = _inside(path, server, channel, texts)
    parts = ~found["text"].str.ends_with("\n") & texts.str.json_path_match(path).is_not_null()
    return found.with_columns(pl.col("text").str.strip_suffix("\n"), parts.fill_null(value=False).alias("open"))


def _journal(path: str, server: tuple[str, ...], channel: tuple[str, ...], texts: pl.Series) -> pl.DataFrame:
    """Open a journal's objects; what syslog wrote gets its header back."""
    found = _inside(path, server, channel, texts)
    if not found["text"].str.contains(_CHUNK).any():
        return found
    told = found.with_columns(
        texts.str.json_path_match("$.__REALTIME_TIMESTAMP").cast(pl.Int64, strict=False).alias("at"),
        texts.str.json_path_match("$.SYSLOG_PID").fill_null(texts.str.json_path_match("$._PID")).alias("pid"),
    )
    stamp = pl.from_epoch("at", time_unit="us").dt.strftime("%Y-%m-%dT%H:%M:%S")
    header = pl.concat_str(stamp, pl.lit(" postgres["), "pid", pl.lit("]: "), "text")
    return told.with_columns(
        pl.when(pl.col("text").str.contains(_CHUNK)).then(header).otherwise("text").alias("text")
    ).drop("at", "pid")


def _objects(
    name: str,
    path: str,
    server: tuple[str, ...] = (),
    channel: tuple[str, ...] = (),
    opened: Callable[[str, tuple[str, ...], tuple[str, ...], pl.Series], pl.DataFrame] = _inside,
    holds: str = "",
) -> Envelope:
    """Return an envelope of JSON objects; some texts in it hold the pattern *holds*."""

    def fits(lines: pl.Series) -> bool:
        return bool(lines.str.json_path_match(path).str.contains(holds).any())

    return Envelope(name, partial(opened, path, server, channel), f"jq -r '{path[1:]} // empty' FILE", fits)


_GOOGLE = ("$.resource.labels.database_id", "$.resource.labels.pod_name", "$.resource.labels.container_name")
_KUBERNETES = (
    "$.kubernetes.namespace_name",
    "$.kubernetes.pod_name",
    "$.kubernetes.container_name",
    "$.container_name",
    "$.container_id",
)
ARRAY = replace(_objects("a JSON array", "$"), strip="jq -c '.[]' FILE")
EVENT = _heads("CloudWatch Logs export", _EVENT, "sed -E 's/^[0-9T:.-]+Z //' FILE")
HEADS = (
    _heads("Kubernetes' CRI", _CRI, "sed -E 's/^[^ ]+ (stdout|stderr) F //' FILE"),
    _heads("docker compose logs", _COMPOSE, "docker compose logs --no-log-prefix SERVICE"),
    _heads("kubectl logs --prefix", _KUBECTL, "kubectl logs POD"),
    EVENT,
)
OBJECTS = (
    _objects("CloudNativePG's JSON", "$.record", ("$.logging_pod",)),
    _objects("Google Cloud Logging's JSON", "$.textPayload", _GOOGLE),
    _objects("Google Cloud Logging's JSON", "$.jsonPayload", _GOOGLE),
    _objects("Azure's diagnostic JSON", "$.properties.message", ("$.LogicalServerName", "$.resourceId")),
    _objects("Docker's JSON", "$.log", _KUBERNETES, ("$.stream",), _docker, r"\n$"),
    _objects("JSON with a log", "$.log", _KUBERNETES, ("$.stream",)),
    _objects("journald's JSON", "$.MESSAGE", ("$._HOSTNAME", "$._SYSTEMD_UNIT"), ("$.SYSLOG_IDENTIFIER",), _journal),
    _objects("Azure's log analytics JSON", "$.Message", ("$._ResourceId",)),
    _objects("Loki's JSON", "$.line", ("$.labels.instance", "$.labels.pod", "$.labels.container")),
    _objects("OpenTelemetry's JSON", "$.body"),
    _objects("JSON with a message", "$.message", ("$.logStreamName", "$.logStream", "$.host", *_KUBERNETES)),
)
