"""When a replay was no rehearsal: each rule gives a sentence, or nothing.

A new rule is a function of ``Evidence`` in ``RULES``, with a name that scripts may lean on (``unfit`` in docs/json.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pgrehearse.base.units import duration
from pgrehearse.runs.fitness_values import Cause, Fitness, NewErrors, Rate, Unfit
from pgrehearse.runs.quality.error_causes import Causes
from pgrehearse.runs.quality.played import Played

# A statement is late through the harness when it went out this much after it could have.
LATE_US = 10_000
# Beyond these shares a run cannot be judged.
MOST_LATE = 0.05
LEAST_COVERED = 0.95
LEAST_RATE = 0.9
# Of the statements: those whose meaning depends on parameters of unknown type.
MOST_UNTYPED = 0.05
# Of transactions: those that failed here and did not so in production (--max-new-errors).
MOST_NEW_ERRORS = 0.01
# Of the statements that were to run: those that did; and of those that were chosen, when writes are left out.
LEAST_PLAYED, LEAST_LEFT = 0.8, 0.1
PLAYED, NEW_ERRORS = "played", "new errors"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules look at. *rate*: statements a second, offered and achieved; *paced*: not at full speed.

    *untyped*: the share of the statements whose meaning depends on parameters of unknown type.
    """

    interrupted: bool
    coverage: float
    harness_late: float
    rate: Rate
    paced: bool
    workers: int
    played: Played
    causes: Causes
    untyped: float = 0.0


def _interrupted(seen: Evidence) -> str:
    return "the run was interrupted" if seen.interrupted else ""


def _uncovered(seen: Evidence) -> str:
    few = seen.coverage < LEAST_COVERED and seen.played.chosen > seen.played.read_only + seen.played.skipped
    return f"only {seen.coverage:.1%} of the statements that could be sent were" if few else ""


def _little_played(seen: Evidence) -> str:
    """Tell that what ran is another load: too much was skipped, or found no server."""
    part = seen.played
    if part.chosen and part.left <= 0:
        return f"none of {part.chosen:,} statements ran{_skips(part)}"
    if not part.chosen:
        return "there was no statement to run"
    if part.share < LEAST_PLAYED:
        return f"only {part.share:.0%} of the statements that were to run did{_skips(part)}"
    return f"only {part.left:.0%} of the statements ran{_skips(part)}" if part.left < LEAST_LEFT else ""


def _skips(part: Played) -> str:
    told = [f"{part.read_only:,} skipped because the replay is read-only"] if part.read_only else []
    told += [f"{part.skipped:,} skipped, most of them: {part.why}"] if part.skipped else []
    told += [f"{part.unreached:,} found no server"] if part.unreached else []
    return f" ({'; '.join(told)})" if told else ""


def _harness_late(seen: Evidence) -> str:
    if not seen.paced or seen.harness_late <= MOST_LATE:
        return ""
    return (
        f"{seen.harness_late:.0%} of statements went out more than {duration(LATE_US)} late through the harness: "
        f"use --workers {seen.workers * 2} or a larger machine"
    )


def _slow(seen: Evidence) -> str:
    slow = seen.paced and seen.rate["achieved"] < LEAST_RATE * seen.rate["offered"] * seen.coverage
    if not slow or seen.harness_late <= MOST_LATE / 5:  # a target that cannot keep up is a finding, not an unfit run
        return ""
    return f"only {seen.rate['achieved']:.0f} of {seen.rate['offered']:.0f} statements a second were reached, not through the target alone"


def _untyped(seen: Evidence) -> str:
    if seen.untyped <= MOST_UNTYPED:
        return ""
    return (
        f"the result of {seen.untyped:.0%} of the statements depends on parameters whose types the log does not contain: "
        "set the types with --types"
    )


def _erring(seen: Evidence) -> str:
    return erring(seen.causes.kept(), MOST_NEW_ERRORS)


RULES: tuple[tuple[str, Callable[[Evidence], str]], ...] = (
    ("interrupted", _interrupted),
    (NEW_ERRORS, _erring),
    (PLAYED, _little_played),
    ("coverage", _uncovered),
    ("late", _harness_late),
    ("rate", _slow),
    ("types", _untyped),
)


def unfit(seen: Evidence) -> list[Unfit]:
    """Return every reason why a run cannot be judged."""
    return [Unfit(what, text) for what, rule in RULES if (text := rule(seen))]


def erring(new_errors: NewErrors, most: float) -> str:
    """Say that more transactions failed than *most* of them, by which causes, and what to do ("": they did not)."""
    failed, of = new_errors.failed, new_errors.transactions
    if not of or failed <= most * of:
        return ""
    causes = new_errors.causes
    first = min((one for one in causes if one.transactions), key=lambda one: one.at_us, default=None)
    text = f"{failed:,} of {of:,} transactions ({failed / of:.1%}) failed that did not in production"
    if causes:
        text += f": {_named(causes[0])}, {causes[0].transactions:,} of them; {causes[0].remedy}"
        if first is not None and first != causes[0]:
            text += f". The first of all was {_named(first)}; {first.remedy}"
    return text


def _named(cause: Cause) -> str:
    state = f"SQLSTATE {cause.sqlstate}" if cause.sqlstate else "no SQLSTATE"
    why = ", through ids that are others than production's" if cause.drifted else ""
    return f"{cause.kind}{' ' + cause.named if cause.named else ''} ({state}{why})"


def at_most(fitness: Fitness, most: float) -> Fitness:
    """Return a run's fitness judged with another limit of new errors (*most*, a share of its transactions)."""
    text = erring(fitness.new_errors, most)
    reasons = [
        *(one for one in fitness.unfit if one.what != NEW_ERRORS),
        *([Unfit(NEW_ERRORS, text)] if text else []),
    ]
    return replace(fitness, unfit=reasons, reasons=[one.text for one in reasons], fit=not reasons)
