"""What became of every line and every statement of a capture: buckets, counts, coverage, notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from base.clock import SECOND
from base.errors import BadInput
from base.identity import UNKNOWN_SOURCE
from capture import grammar
from capture.assembly import Folded
from capture.doubts import PARTS
from capture.options import CaptureOptions
from capture.sampled import Signs
from capture.source import LONGEST
from capture.withheld import EMPTIED, GONE
from workload.manifest import Losses, Manifest
from workload.schema import Action

# From so many resets on (DISCARD ALL, SET application_name between clients) a session counts as a pooler's.
POOLER_RESETS = 3
SEEN_BEFORE = "seen before"
# How a log tells whose its statements are.
WHOSE = (
    "%u and %d in log_line_prefix tell them, or log_connections = on before the sessions connect; "
    "--user and --database say whose they are"
)


@dataclass(frozen=True, slots=True)
class Read:
    """How the logs were read: *formats* in words, *zones* nobody knows, the coarsest *resolution_us*, what broke off, *notes*."""

    files: list[str]
    formats: list[str]
    zones: list[str]
    resolution_us: int
    cut_short: list[str]
    notes: list[str]


class Accounting:
    """Counts while a capture goes on."""

    def __init__(self) -> None:
        self.buckets: Counter[str] = Counter()
        self.span: tuple[int, int] | None = None
        self.counts: Counter[str] = Counter()
        self.signs = Signs()
        self.withheld: Counter[str] = Counter()
        self.too_long = 0
        self._nameless: list[pl.DataFrame] = []
        self._resets = np.zeros(0, dtype=np.int64)

    def lines(self, lines: pl.DataFrame, aside: dict[int, str]) -> None:
        """Put every physical line in a bucket: (session, what, lines); sessions set *aside* have buckets of their own."""
        for session, what, count in lines.select("session", "what", "lines").iter_rows():
            self.buckets[aside.get(session, str(what))] += int(count)

    def repeated(self, lines: pl.DataFrame) -> None:
        """Move lines (what, lines) that a log before held already to a bucket of their own."""
        for what, count in lines.select("what", "lines").iter_rows():
            self.buckets[str(what)] -= int(count)
            self.buckets[SEEN_BEFORE] += int(count)

    def widen(self, eventful: pl.DataFrame) -> None:
        """Widen the window to the statements' starts and ends."""
        if eventful.is_empty():
            return
        low = int((eventful["time_us"] - eventful["duration_us"].fill_null(0)).min())  # type: ignore[arg-type]
        high = int(eventful["time_us"].max())  # type: ignore[arg-type]
        self.span = (low, high) if self.span is None else (self.span[0], max(self.span[1], high))

    def events(self, events: pl.DataFrame, resets: NDArray[np.bool_]) -> None:
        """Count statements; *resets*: which shapes clear a session's state."""
        action, failed = events["action"], events["ended"].to_physical() > 0
        ran = (action == Action.QUERY) | (action == Action.EXECUTE)
        lost, took = ran & events["truncated"], events["took_us"]
        self.counts["statements"] += int(ran.sum())
        self.counts["errors"] += int((ran & failed).sum())
        self.counts["estimated"] += int((ran & (events["at_least_us"] != events["at_us"])).sum())
        self.counts["missing"] += int(lost.sum())
        if took.null_count() < len(took):
            self.counts["timed"] += int((ran & took.is_not_null()).sum())
            self.counts["whole_us"] += int(took.filter(ran).sum())
            self.counts["lost_us"] += int(took.filter(lost).sum())
        if resets.any():
            self._reset(events, resets)

    def nameless(self, events: pl.DataFrame, named: NDArray[np.bool_]) -> None:
        """Remember what the sessions did whose user or database no line has told yet (*named*: by session, whose it has)."""
        unknown = events.filter(~pl.Series(named[events["session"].to_numpy()]))
        ran = unknown.filter(pl.col("action").is_in([Action.QUERY, Action.EXECUTE]))
        if ran.height:
            self._nameless.append(
                ran.group_by("session").agg(
                    pl.len().alias("statements"),
                    (pl.col("ended").to_physical() > 0).sum().alias("errors"),
                    (pl.col("at_least_us") != pl.col("at_us")).sum().alias("estimated"),
                    pl.col("truncated").sum().alias("missing"),
                    pl.col("took_us").sum().alias("took_us"),
                    pl.col("took_us").filter("truncated").sum().alias("lost_us"),
                )
            )

    def leave_out(self, kept: pl.Series) -> None:
        """Count the statements of sessions that are not *kept*, since nobody knows whose they are, as lost."""
        if not self._nameless:
            return
        lost = pl.concat(self._nameless).filter(~pl.col("session").is_in(kept.implode()))
        for name in ("statements", "errors", "estimated", "missing", "lost_us"):
            self.counts[name] -= int(lost[name].sum())
        self.counts["nameless"] = int(lost["statements"].sum())
        self.counts["nameless_us"] = int(lost["took_us"].sum())
        self.counts["nameless_sessions"] = lost["session"].n_unique()

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
        return "log_statement with durations" if self.buckets.get(grammar.BARE) else "log_min_duration_statement"

    def losses(self, folded: Folded, missing: int, cut_short: list[str]) -> Losses:
        """Return the loss accounting."""
        return Losses(
            lines=sum(self.buckets.values()),
            buckets={name: lines for name, lines in sorted(self.buckets.items(), key=lambda pair: -pair[1]) if lines},
            unexecuted=folded.unexecuted,
            errors_without_statement=folded.without_statement,
            parameters_missing=self.counts["missing"],
            fetches_folded=folded.fetches,
            session_lines_missing=missing,
            files_cut_short=cut_short,
            credentials_emptied=self.withheld[EMPTIED],
            credentials_left_out=self.withheld[GONE],
            statements_without_user=self.counts["nameless"],
            statements_of_another_prefix=self.counts["unfitting"],
        )

    def coverage(self, folded: Folded) -> dict[str, float]:
        """Return the share of statements, and of production's time, that can be replayed as they were."""
        missing = folded.without_statement + self.counts["nameless"] + self.counts["unfitting"]
        whole = self.counts["statements"] + missing
        lost_us = self.counts["lost_us"] + self.counts["nameless_us"]
        return {
            "count": round(1 - (self.counts["missing"] + missing) / whole, 6),
            "time": round(1 - lost_us / max(self.counts["whole_us"], 1), 6),
        }

    def notes(self, read: Read, options: CaptureOptions, table: pl.DataFrame) -> list[str]:
        """Return what whoever relies on the workload has to know."""
        out = [
            *read.notes,
            *self._whose(),
            *(f"time zone {zone} is not known here and was read as UTC" for zone in read.zones),
            *left_out(self.withheld),
        ]
        if self.too_long:
            out.append(
                f"{self.too_long} records longer than {LONGEST >> 20} MiB were left out: their lines count as damaged"
            )
        if read.resolution_us >= SECOND:
            out.append("time resolution 1 s: statements of one second were spread over it in their order")
        if self.counts["timed"] == 0:
            out.append("the log holds no durations: log_min_duration_statement = 0 would give production's latencies")
        if options.sampling < 1:
            out.append(f"a sample: the load is {options.sampling:.3g} of production's")
        elif self.signs.sampled:
            share = f"about {self.signs.share:.0%} of the transactions" if self.signs.share else "some of the load"
            out.append(f"the log looks like a sample: {share} is in it; --sample-rate tells how much")
        if not options.source:
            out.append(UNKNOWN_SOURCE)
        undeclared = table.filter(pl.col("session").is_in(sorted(self.poolers())) & ~pl.col("pooled"))
        if undeclared.height:
            users = ", ".join(sorted(set(undeclared["user"].to_list())))
            out.append(
                f"{undeclared.height} sessions of {users} look like a pooler's server connections: --pooled declares them"
            )
        return out

    def _whose(self) -> list[str]:
        """Return notes on the statements of which the log does not tell whose they are."""
        out = []
        if self.counts["unfitting"]:
            out.append(
                f"{self.counts['unfitting']} statements are lost: the log_line_prefix does not fit their lines, which count as damaged "
                "(was it changed while the server wrote this log?)"
            )
        if self.counts["nameless"]:
            out.append(
                f"{self.counts['nameless']} statements of {self.counts['nameless_sessions']} sessions were left out: no line of the log "
                f"tells their user and database. {WHOSE}"
            )
        return out

    def facts(
        self, read: Read, options: CaptureOptions, folded: Folded, table: pl.DataFrame, missing: int
    ) -> dict[str, Any]:
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
            "losses": self.losses(folded, missing, read.cut_short),
            "coverage": self.coverage(folded),
            "sampling": self.share(options),
            "redaction": "none" if options.redaction is None else "literals",
            "pooled": sorted(set(table.filter("pooled")["user"].to_list())),
            "session_settings": list(options.settings),
            "source": options.source or {},
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
    least = min(manifest.coverage.values())
    if least >= required:
        return
    losses = manifest.losses
    lost, remedy = max(
        (
            (
                losses.parameters_missing,
                "log_parameter_max_length = -1 and log_error_verbosity = default keep the parameters",
            ),
            (losses.errors_without_statement, "log_min_error_statement = error keeps the statements of errors"),
            (losses.statements_without_user, WHOSE),
            (
                losses.statements_of_another_prefix,
                "capture the parts of the log with different prefixes apart, each with its --prefix",
            ),
        )
    )
    raise BadInput(f"coverage is {least:.2%}, {required:.2%} was required: {lost} statements are lost", remedy=remedy)
