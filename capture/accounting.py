"""What became of every line and every statement of a capture: buckets, counts, coverage, notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput
from pgrehearse.base.server_identity import UNKNOWN_SOURCE
from pgrehearse.capture.assemble.assembler import Folded
from pgrehearse.capture.identity_advice import WHOSE
from pgrehearse.capture.input.files import LONGEST
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.credentials import EMPTIED, GONE
from pgrehearse.capture.parse.incomplete_statements import PARTS
from pgrehearse.capture.parse.sample_detection import Signs
from pgrehearse.capture.session_counts import NAMES, Tally
from pgrehearse.workload.manifest import Losses, Manifest

# From so many resets on (DISCARD ALL, SET application_name between clients) a session counts as a pooler's.
POOLER_RESETS = 3
SEEN_BEFORE = "seen before"
_TEXTS = [messages.STATEMENT, messages.EXECUTE]
# What is counted of lines: the number, the kinds of records, and the column that is added up.
_COUNTED = (
    ("calls", [messages.FASTPATH], "records"),
    ("calls_us", [messages.FASTPATH], "time_us"),
    ("texts", _TEXTS, "records"),
    ("outside", [messages.OUTSIDE], "records"),
)


@dataclass(frozen=True, slots=True)
class Read:
    """How the logs were read: *formats* in words, *notes* on their times, the coarsest *resolution_us*, what broke off."""

    files: list[str]
    formats: list[str]
    notes: list[str]
    resolution_us: int
    cut_short: list[str]


@dataclass(frozen=True, slots=True)
class Ends:
    """Sessions at the end of a capture, by number: those *kept*, and *nobody's*: the log does not tell their users.

    *missing*: records that the kept ones' own line numbers miss.
    """

    kept: NDArray[np.int64]
    nobodys: NDArray[np.int64]
    missing: int


class Accounting:
    """Counts while a capture goes on."""

    def __init__(self) -> None:
        self.buckets: Counter[str] = Counter()
        self.span: tuple[int, int] | None = None
        self.counts: Counter[str] = Counter()
        self.tally = Tally()
        self.signs = Signs()
        self.withheld: Counter[str] = Counter()
        self.too_long = 0
        self._nameless: list[pl.DataFrame] = []
        self._resets = np.zeros(0, dtype=np.int64)

    def lines(self, lines: pl.DataFrame, aside: dict[int, str]) -> None:
        """Put every physical line in a bucket: (session, what, lines, records, time_us).

        Sessions set *aside* have buckets of their own.
        """
        for session, what, count in lines.select("session", "what", "lines").iter_rows():
            self.buckets[aside.get(session, str(what))] += int(count)
        theirs = lines.drop_nulls("session")
        for name, of, column in _COUNTED:
            rows = theirs.filter(pl.col("what").is_in(of))
            self.tally.add(name, rows["session"].to_numpy(), rows[column].fill_null(0).to_numpy())

    def repeated(self, lines: pl.DataFrame, aside: dict[int, str]) -> None:
        """Move records (session, what, lines, time_us) that a log before held already to a bucket of their own."""
        for session, what, count in lines.select("session", "what", "lines").iter_rows():
            self.buckets[aside.get(session, str(what))] -= int(count)
            self.buckets[SEEN_BEFORE] += int(count)
        one = lines.with_columns(pl.lit(1, pl.Int64).alias("records"))
        for name, of, column in _COUNTED:
            rows = one.filter(pl.col("what").is_in(of))
            self.tally.add(name, rows["session"].to_numpy(), -rows[column].to_numpy())
        self.tally.add("again", lines["session"].to_numpy(), np.ones(lines.height, dtype=np.int64))

    def widen(self, eventful: pl.DataFrame) -> None:
        """Widen the window to the statements' starts and ends (a clock may have been set back meanwhile)."""
        if eventful.is_empty():
            return
        low = int((eventful["time_us"] - eventful["duration_us"].fill_null(0)).min())  # type: ignore[arg-type]
        high = int(eventful["time_us"].max())  # type: ignore[arg-type]
        self.span = (low, high) if self.span is None else (min(self.span[0], low), max(self.span[1], high))

    def events(self, events: pl.DataFrame, resets: NDArray[np.bool_], copies: NDArray[np.bool_]) -> None:
        """Count statements; *resets*: which shapes clear a session's state, *copies*: which copy data in from the client."""
        shape = events["shape"].fill_null(-1).to_numpy()
        known = shape >= 0
        self.tally.events(events, known & np.append(copies, False)[shape])
        if resets.any():
            self._reset(events, resets)

    def close(self, ends: Ends) -> None:
        """Count what is in the workload, and what of the log is in no event of it."""
        for name in NAMES:
            self.counts[name] = self.tally.total(name, ends.kept)
        self.counts["nobodys"] = self.tally.total("statements", ends.nobodys)
        self.counts["nobodys_us"] = self.tally.total("whole_us", ends.nobodys)
        self.counts["gaps"] = ends.missing

    def _reset(self, events: pl.DataFrame, resets: NDArray[np.bool_]) -> None:
        shape = events["shape"].fill_null(-1).to_numpy()
        session = events["session"].to_numpy()[(shape >= 0) & resets[np.maximum(shape, 0)]]
        if len(session):
            top = int(session.max()) + 1
            if top > len(self._resets):
                self._resets = np.append(self._resets, np.zeros(top - len(self._resets), dtype=np.int64))
            np.add.at(self._resets, session, 1)

    def poolers(self) -> set[int]:
        """Return the sessions that look like a pooler's server connections."""
        return set(np.flatnonzero(self._resets >= POOLER_RESETS).tolist())

    def share(self, options: CaptureOptions) -> float:
        """Return the share of the load that was logged: as told, or as the log's own numbers show."""
        found = self.signs.share if self.signs.sampled else None
        return found if found and options.sampling == 1 else options.sampling

    def mode(self) -> str:
        """Name the logging mode that the records show."""
        if self.signs.sampled:
            return "log_min_duration_sample or log_transaction_sample_rate"
        if self.counts["timed"] == 0:
            return "log_statement"
        return "log_statement with durations" if self.buckets.get(messages.BARE) else "log_min_duration_statement"

    def losses(self, folded: Folded, cut_short: list[str]) -> Losses:
        """Return the loss accounting."""
        return Losses(
            lines=sum(self.buckets.values()),
            buckets={name: lines for name, lines in sorted(self.buckets.items(), key=lambda pair: -pair[1]) if lines},
            unexecuted=folded.unexecuted,
            errors_without_statement=folded.without_statement,
            parameters_missing=self.counts["missing"],
            copies_from_stdin=self.counts["copied"],
            function_calls=self.counts["calls"],
            statements_without_user=self.counts["nobodys"],
            fetches_folded=folded.fetches,
            session_lines_missing=self.counts["gaps"],
            files_cut_short=cut_short,
            credentials_emptied=self.withheld[EMPTIED],
            credentials_left_out=self.withheld[GONE],
            statements_of_another_prefix=self.counts["unfitting"],
        )

    def coverage(self, folded: Folded) -> dict[str, float]:
        """Return the share of statements, and of production's time, that can be replayed as they were.

        What is in no event counts as a statement: errors whose text was not logged, calls of functions by the protocol,
        statements of sessions whose user or database is not known, those in lines that the prefix does not fit, and each
        record that a session's own numbers miss.
        """
        absent = folded.without_statement + sum(self.counts[name] for name in ("calls", "nobodys", "unfitting", "gaps"))
        lost = absent + self.counts["missing"] + self.counts["copied"]
        absent_us = self.counts["calls_us"] + self.counts["nobodys_us"]
        whole_us = self.counts["whole_us"] + absent_us
        count = round(1 - lost / max(self.counts["statements"] + absent, 1), 6)
        # Without durations the log tells nothing of time.
        time = round(1 - (self.counts["lost_us"] + absent_us) / whole_us, 6) if whole_us else count
        return {"count": count, "time": time}

    def notes(self, read: Read, options: CaptureOptions, table: pl.DataFrame) -> list[str]:
        """Return what whoever relies on the workload has to know."""
        out = [*read.notes, *self._notes_of_losses()]
        if read.resolution_us >= SECOND:
            out.append("time resolution 1 s: statements of one second were spread over it in their order")
        if self.counts["timed"] == 0:
            out.append("the log holds no durations: log_min_duration_statement = 0 would give production's latencies")
        if options.sampling < 1:
            out.append(f"a sample: the load is {options.sampling:.3g} of production's")
        elif self.signs.sampled:
            share = f"about {self.signs.share:.0%} of the transactions" if self.signs.share else "some of the load"
            out.append(f"the log looks like a sample: {share} is in it; --sample-rate tells how much")
        elif self.signs.threshold_us is not None:
            out.append(
                f"no statement shorter than {self.signs.threshold_us / 1000:.3g} ms is in the log: log_min_duration_statement "
                "is more than 0, and what took less is missing"
            )
        if not options.source:
            out.append(UNKNOWN_SOURCE)
        undeclared = table.filter(pl.col("session").is_in(sorted(self.poolers())) & ~pl.col("pooled"))
        if undeclared.height:
            users = ", ".join(sorted(set(undeclared["user"].to_list())))
            out.append(
                f"{undeclared.height} sessions of {users} look like a pooler's server connections: --pooled declares them"
            )
        return out

    def _notes_of_losses(self) -> list[str]:
        out = left_out(self.withheld)
        if self.too_long:
            out.append(
                f"{self.too_long} records longer than {LONGEST >> 20} MiB were left out: their lines count as damaged"
            )
        if self.counts["nobodys"]:
            out.append(
                f"{self.counts['nobodys']} statements were left out: no line of the log tells the user and the database of their "
                f"sessions: {WHOSE}"
            )
        if self.counts["unfitting"]:
            out.append(
                f"{self.counts['unfitting']} statements are lost: the log_line_prefix does not fit their lines, which count as damaged "
                "(was it changed while the server wrote this log?)"
            )
        return out

    def facts(self, read: Read, options: CaptureOptions, folded: Folded, table: pl.DataFrame) -> dict[str, Any]:
        """Return the manifest's fields that follow from the counts."""
        return {
            "files": read.files,
            "log_format": " and ".join(read.formats),
            "logging_mode": self.mode(),
            "time_resolution_us": read.resolution_us,
            "sessions": table.height,
            "events": int(table["events"].sum()),
            "statements": self.counts["statements"],
            "errors": self.counts["errors"],
            "estimated_starts": self.counts["estimated"],
            "losses": self.losses(folded, read.cut_short),
            "coverage": self.coverage(folded),
            "sampling": self.share(options),
            "redaction": "none" if options.redaction is None else "literals",
            "pooled": sorted(set(table.filter("pooled")["user"].to_list())),
            "session_settings": list(options.settings),
            "source": options.source,
            "notes": self.notes(read, options, table),
        }


def left_out(records: Counter[str]) -> list[str]:
    """Return notes on log records that lost their text or a part of it, by why."""
    out = []
    if records[EMPTIED]:
        out.append(f"credentials were emptied in {records[EMPTIED]} log records of statements and their errors")
    if records[GONE]:
        out.append(
            f"the texts of {records[GONE]} log records were left out: they may hold a credential, and are not replayed"
        )
    if records[PARTS]:
        out.append(
            f"the texts of {records[PARTS]} log records were left out: a part of them may be missing (lines lost their tab, "
            "their begin or their end), and they are not replayed; collect the log as the server writes it, or a csvlog"
        )
    return out


def require(manifest: Manifest, required: float) -> None:
    """Raise unless the workload holds enough of what production did; the remedy names the setting that would keep it."""
    least = min(manifest.coverage["count"], manifest.coverage["time"])
    if least >= required:
        return
    found = [(getattr(manifest.losses, name), loss) for name, loss in LOST.items()]
    lost = [one for one in sorted(found, key=lambda one: -one[0]) if one[0]]
    remedies = [loss.remedy for _, loss in lost if loss.avoidable] or [loss.remedy for _, loss in lost]
    raise BadInput(
        f"coverage is {least:.2%}, {required:.2%} was required: {'; '.join(f'{n} {loss.what}' for n, loss in lost)}",
        remedy="; ".join(remedies) or "lower --require-coverage",
    )


@dataclass(frozen=True, slots=True)
class Lost:
    """What cannot be replayed, or is in no event: *what* it is, and the *remedy* (*avoidable*: a setting would keep it)."""

    what: str
    remedy: str
    avoidable: bool = True


# By the field of the losses.
LOST = {
    "parameters_missing": Lost(
        "statements without their parameters or their text: not replayed",
        "log_parameter_max_length = -1 and log_error_verbosity = default keep the parameters",
    ),
    "copies_from_stdin": Lost(
        "COPY ... FROM STDIN, whose data is in no log: not replayed",
        "no setting logs the data of COPY: lower --require-coverage, or load that data beside the replay",
        avoidable=False,
    ),
    "function_calls": Lost(
        "calls by the function call protocol (large objects), whose arguments are in no log: not replayed",
        "no setting logs the arguments of function calls: lower --require-coverage",
        avoidable=False,
    ),
    "errors_without_statement": Lost(
        "errors whose statement was not logged",
        "log_min_error_statement = error keeps the statements of errors",
    ),
    "statements_without_user": Lost(
        "statements of sessions whose user or database the log does not tell: left out",
        WHOSE,
    ),
    "statements_of_another_prefix": Lost(
        "statements in lines that the log_line_prefix does not fit: left out",
        "capture the parts of the log with different prefixes apart, each with its --prefix",
    ),
    "session_lines_missing": Lost(
        "records missing by the sessions' own line numbers (each counts as a lost statement)",
        "give all rotated files of the time, whole",
    ),
}
