"""How much of the production load a workload contains, and what is missing from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.identity_advice import LOG_IDENTITY
from pgrehearse.capture.input.blocks import LONGEST
from pgrehearse.capture.parse.credentials import EMPTIED, OMITTED
from pgrehearse.capture.parse.incomplete_statements import PARTS
from pgrehearse.workload.manifest import Manifest


def coverage(counts: Counter[str], errors_without_statement: int) -> dict[str, float]:
    """Return the share of statements (*count*), and of production's execution time (*time*), that can be replayed unchanged.

    What is in no event counts as a statement: errors whose text was not logged, calls by the function call protocol,
    statements of sessions without a user or a database in the log, statements in lines that the prefix does not match,
    and each record that is missing by its session's line numbers.
    """
    absent = errors_without_statement + sum(counts[name] for name in ("calls", "without_user", "unfitting", "gaps"))
    lost = absent + counts["missing"] + counts["copied"]
    absent_us = counts["calls_us"] + counts["without_user_us"]
    total_us = counts["total_us"] + absent_us
    count = round(1 - lost / max(counts["statements"] + absent, 1), 6)
    # A log without durations contains no execution times.
    time = round(1 - (counts["lost_us"] + absent_us) / total_us, 6) if total_us else count
    return {"count": count, "time": time}


def with_copies(manifest: Manifest, known: int, known_us: int, total_us: int) -> Manifest:
    """Return the manifest of a workload in which the rows of *known* COPY FROM STDIN statements, which took *known_us*, are there after all.

    *total_us*: the execution time of all statements of its events.
    """
    losses, before = manifest.losses, manifest.coverage
    count = before["count"] + known / max(manifest.statements + losses.absent, 1)
    total_us += losses.absent_us
    time = before["time"] + known_us / total_us if total_us else count
    return replace(
        manifest,
        losses=replace(losses, copies_from_stdin=losses.copies_from_stdin - known),
        coverage={"count": round(count, 6), "time": round(time, 6)},
    )


def loss_notes(counts: Counter[str], withheld: Counter[str]) -> list[str]:
    """Return notes on records that are not in the workload, or not with their text."""
    notes = _withheld_notes(withheld)
    if counts["too_long"]:
        notes.append(
            f"{counts['too_long']} records longer than {LONGEST >> 20} MiB were left out; their lines count as damaged"
        )
    if counts["without_user"]:
        notes.append(
            f"{counts['without_user']} statements were left out, because no line of the log contains the user and the database "
            f"of their sessions: {LOG_IDENTITY}"
        )
    if counts["unfitting"]:
        notes.append(
            f"{counts['unfitting']} statements are missing: the log_line_prefix does not match their lines, which count as "
            "damaged (was it changed while the server wrote this log?)"
        )
    return notes


def _withheld_notes(records: Counter[str]) -> list[str]:
    """Return notes on log records whose text, or a part of it, was left out, by reason."""
    notes = []
    if records[EMPTIED]:
        notes.append(f"credentials were emptied in {records[EMPTIED]} log records of statements and their errors")
    if records[OMITTED]:
        notes.append(
            f"the texts of {records[OMITTED]} log records were left out, because they may contain a credential; they are not "
            "replayed"
        )
    if records[PARTS]:
        notes.append(
            f"the texts of {records[PARTS]} log records were left out, because a part of them may be missing (lines without "
            "their tab, their beginning or their end); they are not replayed; collect the log as the server writes it, or as csvlog"
        )
    return notes


@dataclass(frozen=True, slots=True)
class Loss:
    """Statements that cannot be replayed or are in no event: a *description*, and the *remedy* (*avoidable*: a setting prevents it)."""

    description: str
    remedy: str
    avoidable: bool = True


# By the field of the manifest's losses.
LOSSES = {
    "parameters_missing": Loss(
        "statements without their parameters or their text: not replayed",
        "set log_parameter_max_length = -1 and log_error_verbosity = default, which log the parameters",
    ),
    "copies_from_stdin": Loss(
        "COPY ... FROM STDIN statements, whose data is not known: not replayed",
        "no setting logs the data of COPY: decode it (capture decode, capture logs --decoded), or lower --require-coverage",
        avoidable=False,
    ),
    "function_calls": Loss(
        "calls by the function call protocol (large objects), whose arguments are not logged: not replayed",
        "no setting logs the arguments of function calls: lower --require-coverage",
        avoidable=False,
    ),
    "errors_without_statement": Loss(
        "errors whose statement was not logged",
        "set log_min_error_statement = error, which logs the statements of errors",
    ),
    "statements_without_user": Loss(
        "statements of sessions without a user or a database in the log: left out",
        LOG_IDENTITY,
    ),
    "statements_of_another_prefix": Loss(
        "statements in lines that do not match the log_line_prefix: left out",
        "capture the parts of the log with different prefixes separately, each with its --prefix",
    ),
    "session_lines_missing": Loss(
        "records missing by the line numbers of their sessions (each counts as a missing statement)",
        "give all rotated files of the period, complete",
    ),
}


def require_coverage(manifest: Manifest, required: float) -> None:
    """Raise ``BadInput`` if the coverage is lower than *required*; the remedy names the setting that would raise it."""
    lowest = min(manifest.coverage["count"], manifest.coverage["time"])
    if lowest >= required:
        return
    counted = sorted(
        ((getattr(manifest.losses, name), loss) for name, loss in LOSSES.items()), key=lambda pair: -pair[0]
    )
    losses = [(count, loss) for count, loss in counted if count]
    remedies = [loss.remedy for _, loss in losses if loss.avoidable] or [loss.remedy for _, loss in losses]
    raise BadInput(
        f"coverage is {lowest:.2%}, required is {required:.2%}: "
        f"{'; '.join(f'{count} {loss.description}' for count, loss in losses)}",
        remedy="; ".join(remedies) or "lower --require-coverage",
    )
