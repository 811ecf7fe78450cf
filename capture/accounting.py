"""What happened to every line and every statement of a capture: buckets, counts, coverage, notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.base.server_identity import UNKNOWN_SOURCE
from pgrehearse.capture.assemble.assembler import Merged
from pgrehearse.capture.coverage import coverage, loss_notes
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.block import ParsedBlock
from pgrehearse.capture.parse.credentials import EMPTIED, OMITTED
from pgrehearse.capture.parse.sample_detection import Signs
from pgrehearse.capture.session_counts import NAMES, Tally
from pgrehearse.workload.manifest import Losses

# A session with at least so many resets (DISCARD ALL, SET application_name between clients) counts as a pooler's.
POOLER_RESETS = 3
DUPLICATES = "seen before"
_TEXTS = [messages.STATEMENT, messages.EXECUTE]
# What is counted of lines: the name of the count, the kinds of records, and the column that is added up.
_COUNTED = (
    ("calls", [messages.FASTPATH], "records"),
    ("calls_us", [messages.FASTPATH], "time_us"),
    ("texts", _TEXTS, "records"),
    ("outside", [messages.OUTSIDE], "records"),
)


# The fields of the loss accounting that count statements without an event, or without their text.
_ABSENT = (
    "errors_without_statement",
    "parameters_missing",
    "function_calls",
    "statements_without_user",
    "session_lines_missing",
    "statements_of_another_prefix",
    "credentials_left_out",
)


@dataclass(frozen=True, slots=True)
class LogFacts:
    """How the logs were read: *files*, the descriptions of their *formats*, *notes* on their times and order.

    *resolution_us*: the coarsest resolution of their time stamps. *truncated*: the files that ended before their end.
    """

    files: list[str]
    formats: list[str]
    notes: list[str]
    resolution_us: int
    truncated: list[str]


@dataclass(frozen=True, slots=True)
class SessionEnds:
    """Sessions at the end of a capture, by number: those that are *kept*, and those *without_user* in the log.

    *missing*: records that are missing by the line numbers of the kept sessions.
    """

    kept: NDArray[np.int64]
    without_user: NDArray[np.int64]
    missing: int


class Accounting:
    """Counts during a capture."""

    def __init__(self) -> None:
        self.buckets: Counter[str] = Counter()
        self.span: tuple[int, int] | None = None
        self.counts: Counter[str] = Counter()
        self.tally = Tally()
        self.signs = Signs()
        self.withheld: Counter[str] = Counter()
        self._resets = np.zeros(0, dtype=np.int64)

    def block(self, block: ParsedBlock, lines: pl.DataFrame, excluded: dict[int, str]) -> None:
        """Count a block. *lines*: its lines by the workload's sessions; *excluded*: sessions with a bucket of their own."""
        self.signs += block.signs
        self.withheld += block.withheld
        self.counts["too_long"] += block.dropped
        self.counts["unfitting"] += block.unfitting
        self._lines(lines, excluded)

    def _lines(self, lines: pl.DataFrame, excluded: dict[int, str]) -> None:
        """Count every physical line in a bucket: (session, what, lines, records, time_us)."""
        for session, what, count in lines.select("session", "what", "lines").iter_rows():
            self.buckets[excluded.get(session, str(what))] += int(count)
        of_sessions = lines.drop_nulls("session")
        for name, kinds, column in _COUNTED:
            rows = of_sessions.filter(pl.col("what").is_in(kinds))
            self.tally.add(name, rows["session"].to_numpy(), rows[column].fill_null(0).to_numpy())

    def repeated(self, lines: pl.DataFrame, excluded: dict[int, str]) -> None:
        """Move records (session, what, lines, time_us) that an earlier log contains to a bucket of their own."""
        for session, what, count in lines.select("session", "what", "lines").iter_rows():
            self.buckets[excluded.get(session, str(what))] -= int(count)
            self.buckets[DUPLICATES] += int(count)
        records = lines.with_columns(pl.lit(1, pl.Int64).alias("records"))
        for name, kinds, column in _COUNTED:
            rows = records.filter(pl.col("what").is_in(kinds))
            self.tally.add(name, rows["session"].to_numpy(), -rows[column].to_numpy())
        self.tally.add("again", lines["session"].to_numpy(), np.ones(lines.height, dtype=np.int64))

    def widen(self, eventful: pl.DataFrame) -> None:
        """Widen the window to the statements' starts and ends (the clock may have been set back between them)."""
        if eventful.is_empty():
            return
        low = int((eventful["time_us"] - eventful["duration_us"].fill_null(0)).min())  # type: ignore[arg-type]
        high = int(eventful["time_us"].max())  # type: ignore[arg-type]
        self.span = (low, high) if self.span is None else (min(self.span[0], low), max(self.span[1], high))

    def events(self, events: pl.DataFrame, resets: NDArray[np.bool_], copies: NDArray[np.bool_]) -> None:
        """Count statements. *resets*: the shapes that clear a session's state; *copies*: those that copy data from the client."""
        shape = events["shape"].fill_null(-1).to_numpy()
        self.tally.events(events, (shape >= 0) & np.append(copies, False)[shape])
        if resets.any():
            self._count_resets(events, resets)

    def add(self, other: Accounting, first_session: int, sessions: int) -> None:
        """Add the counts of a server with so many *sessions*, whose numbers begin at *first_session* here."""
        self.buckets.update(other.buckets)
        self.counts.update(other.counts)
        self.withheld.update(other.withheld)
        self.signs += other.signs
        spans = [span for span in (self.span, other.span) if span is not None]
        self.span = (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None
        self.tally.extend(other.tally, first_session, sessions)
        resets = np.zeros(first_session + sessions, dtype=np.int64)
        resets[: len(self._resets)] = self._resets
        resets[first_session : first_session + len(other._resets)] = other._resets
        self._resets = resets

    def close(self, ends: SessionEnds) -> None:
        """Count what is in the workload, and what of the log is in none of its events."""
        for name in NAMES:
            self.counts[name] = self.tally.total(name, ends.kept)
        self.counts["without_user"] = self.tally.total("statements", ends.without_user)
        self.counts["without_user_us"] = self.tally.total("total_us", ends.without_user)
        self.counts["gaps"] = ends.missing

    def _count_resets(self, events: pl.DataFrame, resets: NDArray[np.bool_]) -> None:
        shape = events["shape"].fill_null(-1).to_numpy()
        session = events["session"].to_numpy()[(shape >= 0) & resets[np.maximum(shape, 0)]]
        if len(session):
            sessions = int(session.max()) + 1
            if sessions > len(self._resets):
                self._resets = np.append(self._resets, np.zeros(sessions - len(self._resets), dtype=np.int64))
            np.add.at(self._resets, session, 1)

    def poolers(self) -> set[int]:
        """Return the sessions that look like a pooler's server connections."""
        return set(np.flatnonzero(self._resets >= POOLER_RESETS).tolist())

    def share(self, options: CaptureOptions) -> float:
        """Return the share of the load that was logged: as given, or as the transaction numbers in the log show."""
        share = self.signs.share if self.signs.sampled else None
        return share if share and options.sampling == 1 else options.sampling

    def mode(self) -> str:
        """Return the logging mode that the records show."""
        if self.signs.sampled:
            return "log_min_duration_sample or log_transaction_sample_rate"
        if self.counts["timed"] == 0:
            return "log_statement"
        return "log_statement with durations" if self.buckets.get(messages.BARE) else "log_min_duration_statement"

    def losses(self, merged: Merged, truncated: list[str]) -> Losses:
        """Return the loss accounting."""
        return Losses(
            lines=sum(self.buckets.values()),
            buckets={name: lines for name, lines in sorted(self.buckets.items(), key=lambda pair: -pair[1]) if lines},
            unexecuted=merged.unexecuted,
            errors_without_statement=merged.without_statement,
            parameters_missing=self.counts["missing"],
            copies_from_stdin=self.counts["copied"],
            function_calls=self.counts["calls"],
            statements_without_user=self.counts["without_user"],
            fetches_folded=merged.fetches,
            session_lines_missing=self.counts["gaps"],
            files_cut_short=truncated,
            credentials_emptied=self.withheld[EMPTIED],
            credentials_left_out=self.withheld[OMITTED],
            statements_of_another_prefix=self.counts["unfitting"],
            absent_us=self.counts["calls_us"] + self.counts["without_user_us"],
        )

    def notes(self, log: LogFacts, options: CaptureOptions, table: pl.DataFrame) -> list[str]:
        """Return the warnings about the workload."""
        notes = [*log.notes, *loss_notes(self.counts, self.withheld)]
        if log.resolution_us >= SECOND:
            notes.append("time resolution 1 s: the statements of one second were spread over it in their order")
        if self.counts["timed"] == 0:
            notes.append(
                "the log contains no durations; log_min_duration_statement = 0 would log production's latencies"
            )
        notes += self._sampling_notes(options)
        if not options.source:
            notes.append(UNKNOWN_SOURCE)
        undeclared = table.filter(pl.col("session").is_in(sorted(self.poolers())) & ~pl.col("pooled"))
        if undeclared.height:
            users = ", ".join(sorted(set(undeclared["user"].to_list())))
            notes.append(
                f"{undeclared.height} sessions of {users} look like a pooler's server connections; declare them with --pooled"
            )
        return notes

    def _sampling_notes(self, options: CaptureOptions) -> list[str]:
        """Return the note that not all of the load is in the log, if it is so."""
        if options.sampling < 1:
            return [f"a sample: the load is {options.sampling:.3g} of production's"]
        if self.signs.sampled:
            share = f"about {self.signs.share:.0%} of the transactions" if self.signs.share else "an unknown share"
            return [f"the log looks like a sample: it contains {share}; give the share with --sample-rate"]
        if self.signs.threshold_us is not None:
            return [
                f"the log contains no statement shorter than {self.signs.threshold_us / 1000:.3g} ms: "
                "log_min_duration_statement is greater than 0, and shorter statements are missing"
            ]
        return []

    def _has_all(self, losses: Losses, options: CaptureOptions) -> bool:
        """Return whether nothing shows that statements of the captured databases are missing, or their texts."""
        chosen = options.selection
        selects = chosen.users or chosen.applications or chosen.no_users or chosen.no_applications
        is_part = self.share(options) < 1 or self.signs.sampled or self.signs.threshold_us is not None
        return not (selects or is_part or any(getattr(losses, name) for name in _ABSENT))

    def fields(self, log: LogFacts, options: CaptureOptions, merged: Merged, table: pl.DataFrame) -> dict[str, Any]:
        """Return the manifest's fields that follow from the counts."""
        losses = self.losses(merged, log.truncated)
        return {
            "files": log.files,
            "log_format": " and ".join(log.formats),
            "logging_mode": self.mode(),
            "time_resolution_us": log.resolution_us,
            "sessions": table.height,
            "events": int(table["events"].sum()),
            "statements": self.counts["statements"],
            "errors": self.counts["errors"],
            "estimated_starts": self.counts["estimated"],
            "losses": losses,
            "coverage": coverage(self.counts, merged.without_statement),
            "sampling": self.share(options),
            "all_statements": self._has_all(losses, options),
            "redaction": "none" if options.redaction is None else "literals",
            "redaction_key": "" if options.redaction is None else options.redaction.key_id,
            "redaction_allowed": [] if options.redaction is None else sorted(options.redaction.allowed),
            "pooled": sorted(set(table.filter("pooled")["user"].to_list())),
            "readers": sorted(set(table["instance"].drop_nulls()) & set(options.readers)),
            "session_settings": list(options.settings),
            "source": options.source,
            "notes": self.notes(log, options, table),
        }
