"""The options of ``capture logs``, and those of decoding, by group."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base.errors import UsageProblem
from pgrehearse.option_groups import json_option, option, options
from pgrehearse.param_types import ARTIFACT, DURATION, LOG_TIME, SIZE

if TYPE_CHECKING:
    from pgrehearse.workload.redaction import Redaction

log_options = options(
    [
        option(
            "--format",
            "format_",
            group="Log",
            help="csvlog, jsonlog, stderr, syslog or cloudwatch. Default: detected from the content.",
        ),
        option(
            "--prefix",
            group="Log",
            help="The server's log_line_prefix, if it cannot be deduced from the lines (show log_line_prefix).",
        ),
        option(
            "--timezone",
            default="",
            group="Log",
            help="The server's log_timezone (Asia/Shanghai, +08:00), if the log does not contain it.",
        ),
        option(
            "--source",
            group="Log",
            help="DSN of the server that wrote the logs. Its identity is stored, so that a replay can refuse it as a target.",
        ),
        option(
            "--catalog",
            group="Log",
            help="DSN of the source or of a restored copy. Its settings of roles and databases, encodings and dependencies of "
            "tables are read (search_path, foreign keys, views, rules, triggers, partitions). "
            "Its sequences have to be those of the window's start.",
        ),
        option(
            "--decoded",
            multiple=True,
            type=ARTIFACT,
            group="Log",
            help="Rows that capture decode wrote while the log was written. Repeatable: one for each database. COPY FROM STDIN is replayed with its rows.",
        ),
        option(
            "--sample-rate",
            "sampling",
            type=click.FloatRange(0, 1, min_open=True),
            group="Log",
            help="Fraction of the load that was logged (log_transaction_sample_rate). Default: the setting of --source, else 1.",
        ),
    ]
)

selection_options = options(
    [
        option(
            "--since",
            type=LOG_TIME,
            group="Selection",
            help="Start of the window (2026-11-22T10:00:00+01:00, '2026-11-22 10:00:00.000 CET'; without a time zone: the log's).",
        ),
        option(
            "--warm-in",
            type=DURATION,
            default="0s",
            group="Selection",
            help="Time before --since in which SET, PREPARE and LISTEN of the sessions are read; a replay restores them.",
        ),
        option(
            "--until",
            type=LOG_TIME,
            group="Selection",
            help="End of the window. The ends of its statements are read up to --tail later.",
        ),
        option(
            "--tail",
            type=DURATION,
            default="30m",
            show_default=True,
            group="Selection",
            help="Time after --until in which the ends of statements are read.",
        ),
        option(
            "--user",
            "users",
            multiple=True,
            group="Selection",
            help="Only sessions of this user. Repeatable. A single value is also the user of logs that contain no user.",
        ),
        option("--no-user", "no_users", multiple=True, group="Selection", help="Exclude sessions of this user."),
        option(
            "--database",
            "databases",
            multiple=True,
            group="Selection",
            help="Only sessions of this database. A single value is also the database of logs that contain none.",
        ),
        option(
            "--no-database", "no_databases", multiple=True, group="Selection", help="Exclude sessions of this database."
        ),
        option(
            "--application",
            "applications",
            multiple=True,
            group="Selection",
            help="Only sessions with this application_name.",
        ),
        option(
            "--no-application",
            "no_applications",
            multiple=True,
            group="Selection",
            help="Exclude sessions with this application_name.",
        ),
    ]
)

session_options = options(
    [
        option(
            "--session-set",
            "settings",
            multiple=True,
            group="Sessions",
            help="Settings at the start of sessions, which logs do not contain: 'user=app: search_path=shard_7,public'.",
        ),
        option(
            "--pooled",
            multiple=True,
            group="Sessions",
            help="user=app: these sessions are server connections of a pooler.",
        ),
        option(
            "--reader",
            "readers",
            multiple=True,
            metavar="NAME",
            group="Sessions",
            help="The instance NAME (of NAME=PATH) is a reader: replay --reader replays its sessions to readers. Repeatable.",
        ),
        option(
            "--encoding",
            "encodings",
            multiple=True,
            group="Sessions",
            help="DATABASE=LATIN1: the encoding of a database's text (LATIN1 alone: of all other databases).",
        ),
    ]
)

redaction_options = options(
    [
        option(
            "--redact",
            type=click.Choice(["none", "literals"]),
            group="Redaction",
            help="Replace every literal and parameter with a pseudonym of the same length and type. Default: none. "
            "Required when -o is s3://.",
        ),
        option(
            "--redact-key",
            type=click.Path(path_type=Path),
            group="Redaction",
            help="File of the redaction key (created with mode 0600 if it does not exist). The same key gives the same pseudonyms.",
        ),
        option(
            "--redact-allow",
            "allowed",
            multiple=True,
            group="Redaction",
            help="A value that is not replaced. Repeatable.",
        ),
        option(
            "--drop-crypto-keys",
            is_flag=True,
            group="Redaction",
            help="Remove keys and passwords in calls of pgcrypto functions.",
        ),
    ]
)

output_options = options(
    [
        option(
            "-o", "--output", required=True, group="Output", help="The workload to write: a path, or s3://bucket/name."
        ),
        option(
            "--require-coverage",
            type=click.FloatRange(0, 1),
            group="Output",
            help="Exit with code 3 if a smaller fraction of the statements, or of their time, can be replayed.",
        ),
        option("--force", is_flag=True, group="Output", help="Replace an existing workload."),
        json_option,
    ]
)

# The options of every command that captures statement logs, wherever the logs are.
logged_options = options([log_options, selection_options, session_options, redaction_options, output_options])


cluster_option = option(
    "--cluster",
    default="",
    metavar="auto|HOST:PORT",
    group="Log",
    help="Capture the servers side by side on the hosts of the Ray cluster with this head; auto: of the cluster that this host belongs to. "
    "The logs are in a folder that every host has at the same path, or in S3.",
)


def encodings_of(texts: tuple[str, ...]) -> dict[str, str]:
    """Return the encoding of each database ("": of all others)."""
    pairs = [text.rpartition("=") for text in texts]
    return {database: encoding for database, _, encoding in pairs}


def pooled_of(texts: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the users, databases and applications whose sessions are connections of a pooler."""
    pairs = [text.partition("=") for text in texts]
    if any(key not in {"user", "database", "application"} or not value for key, _, value in pairs):
        raise UsageProblem("--pooled needs user=, database= or application=", remedy="write --pooled user=app")
    return {
        f"{name}s": frozenset(value for key, _, value in pairs if key == name)
        for name in ("user", "database", "application")
    }


decoding_options = options(
    [
        option(
            "--table",
            "tables",
            multiple=True,
            group="Decoding",
            help="Only rows of this table. Repeatable. Default: all tables.",
        ),
        option("--publication", default="", group="Decoding", help="Read this existing publication; none is created."),
        option(
            "--max-wal",
            type=SIZE,
            default="1GB",
            show_default=True,
            group="Decoding",
            help="Stop when the server keeps more WAL than this for the replication slot.",
        ),
    ]
)


def redaction_of(values: dict[str, Any]) -> Redaction | None:
    """Return how values are replaced (None: they are not)."""
    if values["redact"] is None and values["output"].startswith("s3://"):
        raise UsageProblem(
            "--redact is required for a workload on S3",
            remedy="use --redact literals with --redact-key FILE, or --redact none",
        )
    if values["redact"] in {None, "none"}:
        return None
    if values["redact_key"] is None:
        raise UsageProblem(
            "--redact literals needs a key", remedy="add --redact-key FILE (the file is created if it does not exist)"
        )
    from pgrehearse.workload.redaction import Redaction, key_of

    return Redaction(key_of(values["redact_key"]), frozenset(values["allowed"]))
