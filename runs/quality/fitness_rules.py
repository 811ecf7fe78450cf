"""Rules that decide whether a run is fit for a comparison: each rule returns the reason why it is not, or an empty text.

A new rule is a function of ``Evidence`` in ``RULES``. Its name is part of the JSON output (``unfit`` in docs/json.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from pgrehearse.base.units import duration
from pgrehearse.runs.clocks import ClockError
from pgrehearse.runs.fitness_values import Cause, Fitness, NewErrors, Rate, Unfit
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.quality.error_causes import Causes
from pgrehearse.runs.quality.played import Played
from pgrehearse.runs.run_facts import WarmUp

# A statement is late because of the harness when it was sent this much later than possible.
LATE_US = 10_000
# Beyond these shares a run cannot be judged.
MOST_LATE = 0.05
LEAST_COVERED = 0.95
LEAST_RATE = 0.9
# Share of the statements whose meaning depends on parameters of unknown type.
MOST_UNTYPED = 0.05
# Share of the transactions that failed in the replay and did not fail the same way in production (--max-new-errors).
MOST_NEW_ERRORS = 0.01
# Smallest share of the statements due that ran; and of the selected statements that ran in a read-only replay.
LEAST_PLAYED, LEAST_LEFT = 0.8, 0.1
PLAYED, NEW_ERRORS = "played", "new errors"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures that the rules test. *rate*: statements a second, offered and achieved; *paced*: not at full speed.

    *untyped*: the share of the statements whose meaning depends on parameters of unknown type. *warm_up*: of each instance; *events*: that
    were planned for the replay. *late_between*: the least and the highest share that may have been late, given the *clock_error* of the hosts.
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
    warm_up: Sequence[WarmUp] = ()
    events: Sequence[MidRunEvent] = ()
    late_between: tuple[float, float] = (0.0, 0.0)
    clock_error: ClockError = field(default_factory=ClockError)


def _interrupted(seen: Evidence) -> str:
    return "the run was interrupted" if seen.interrupted else ""


def _uncovered(seen: Evidence) -> str:
    few = seen.coverage < LEAST_COVERED and seen.played.chosen > seen.played.read_only + seen.played.skipped
    return f"only {seen.coverage:.1%} of the statements that could be sent were sent" if few else ""


def _little_played(seen: Evidence) -> str:
    """Return a reason when too many statements were skipped or did not reach the server: the load then differs from production."""
    part = seen.played
    if part.chosen and part.left <= 0:
        return f"none of {part.chosen:,} statements was executed{_skips(part)}"
    if not part.chosen:
        return "there was no statement to execute"
    if part.share < LEAST_PLAYED:
        return f"only {part.share:.0%} of the statements to execute were executed{_skips(part)}"
    return f"only {part.left:.0%} of the statements were executed{_skips(part)}" if part.left < LEAST_LEFT else ""


def _skips(part: Played) -> str:
    counts = [f"{part.read_only:,} skipped because the replay is read-only"] if part.read_only else []
    counts += [f"{part.skipped:,} skipped, most of them: {part.why}"] if part.skipped else []
    counts += [f"{part.unreached:,} did not reach the server"] if part.unreached else []
    return f" ({'; '.join(counts)})" if counts else ""


def _harness_late(seen: Evidence) -> str:
    if not seen.paced or seen.harness_late <= MOST_LATE or _unlike_clocks(seen):
        return ""
    return (
        f"{seen.harness_late:.0%} of statements were sent more than {duration(LATE_US)} late because of the harness: "
        f"use --workers {seen.workers * 2} or a larger machine"
    )


def _unlike_clocks(seen: Evidence) -> str:
    """Return a reason when the clocks of the hosts of a cluster agree too little to tell whether statements were sent on time."""
    error, (least, most) = seen.clock_error, seen.late_between
    decided = error.us is not None and (least > MOST_LATE) == (most > MOST_LATE)
    if not seen.paced or decided:
        return ""
    return (
        f"whether the harness sent statements more than {duration(LATE_US)} late is not known, because {error}: "
        "synchronize the clocks of the hosts (chrony, one time server for all)"
    )


def _slow(seen: Evidence) -> str:
    slow = seen.paced and seen.rate["achieved"] < LEAST_RATE * seen.rate["offered"] * seen.coverage
    if not slow or seen.harness_late <= MOST_LATE / 5:  # a target that cannot keep up is a finding, not an unfit run
        return ""
    return f"only {seen.rate['achieved']:.0f} of {seen.rate['offered']:.0f} statements a second were reached, and the target is not the only cause"


def _untyped(seen: Evidence) -> str:
    if seen.untyped <= MOST_UNTYPED:
        return ""
    return (
        f"the result of {seen.untyped:.0%} of the statements depends on parameters whose types the log does not contain: "
        "set the types with --types"
    )


def _cold(seen: Evidence) -> str:
    """Return a reason when an instance was still becoming faster (or was not reached) when its warm-up ended."""
    cold = [
        f"{one.instance} ({one.problem or 'the latency of its probe had not settled'})"
        for one in seen.warm_up
        if not one.settled
    ]
    return f"the warm-up did not complete on {'; '.join(cold)}: use a longer --warm-up" if cold else ""


def _other_events(seen: Evidence) -> str:
    """Return a reason when an event failed: the target was not in the situation that the experiment is about."""
    failed = [
        f"event {one.number} ({one.name}): {one.error}"
        for one in sorted(seen.events, key=lambda one: one.number)
        if one.error
    ]
    return f"{len(failed)} of {len(seen.events)} events failed: {'; '.join(failed)}" if failed else ""


def _erring(seen: Evidence) -> str:
    return erring(seen.causes.kept(), MOST_NEW_ERRORS)


RULES: tuple[tuple[str, Callable[[Evidence], str]], ...] = (
    ("interrupted", _interrupted),
    (NEW_ERRORS, _erring),
    (PLAYED, _little_played),
    ("coverage", _uncovered),
    ("late", _harness_late),
    ("clocks", _unlike_clocks),
    ("rate", _slow),
    ("types", _untyped),
    ("warm-up", _cold),
    ("events", _other_events),
)


def unfit(seen: Evidence) -> list[Unfit]:
    """Return every reason why a run cannot be judged."""
    return [Unfit(what, text) for what, rule in RULES if (text := rule(seen))]


def erring(new_errors: NewErrors, most: float) -> str:
    """Return a reason when more than the share *most* of the transactions failed, with the causes and remedies ("": at most that share failed)."""
    failed, of = new_errors.failed, new_errors.transactions
    if not of or failed <= most * of:
        return ""
    causes = new_errors.causes
    first = min((cause for cause in causes if cause.transactions), key=lambda cause: cause.at_us, default=None)
    text = f"{failed:,} of {of:,} transactions ({failed / of:.1%}) failed that did not fail in production"
    if causes:
        text += f": {_named(causes[0])}, {causes[0].transactions:,} of them; {causes[0].remedy}"
        if first is not None and first != causes[0]:
            text += f". The first failure was {_named(first)}; {first.remedy}"
    return text


def _named(cause: Cause) -> str:
    state = f"SQLSTATE {cause.sqlstate}" if cause.sqlstate else "no SQLSTATE"
    why = ", because ids differ from production's" if cause.drifted else ""
    return f"{cause.kind}{' ' + cause.named if cause.named else ''} ({state}{why})"


def at_most(fitness: Fitness, most: float) -> Fitness:
    """Return a run's fitness with another limit of new errors (*most*: a share of its transactions)."""
    text = erring(fitness.new_errors, most)
    reasons = [
        *(reason for reason in fitness.unfit if reason.what != NEW_ERRORS),
        *([Unfit(NEW_ERRORS, text)] if text else []),
    ]
    return replace(fitness, unfit=reasons, reasons=[reason.text for reason in reasons], fit=not reasons)
