"""The verdict on a candidate: fitness first, then errors, then noise, then speed. Pure decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pgrehearse.compare.comparison import Caution, HostLoad, Noise, Query, QueryOutcome, Verdict
from pgrehearse.compare.event_findings import cause_words
from pgrehearse.compare.event_values import EventComparison
from pgrehearse.compare.host_load import too_busy
from pgrehearse.compare.query_changes import typical_change
from pgrehearse.compare.same_work import OtherWork
from pgrehearse.compare.statement_labels import short

# Errors that production (or the control) did not have, as a share of statements: above it the candidate regressed.
NEW_ERRORS = 0.001
_LONGER = "replay a longer window, or more sessions"
_QUIET = "replay again while nothing else uses the hosts"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on. *timed*: the sides share a clock. *drifted*: statements that failed on the candidate because of
    ids that differ from production's, beyond as many as on the baseline. *other_work*: how the work of both sides differs.
    *throttled*: which sides their cloud limited. *events*: those in mid-run."""

    queries: Sequence[Query]
    errors: Mapping[str, int]
    statements: int
    fit: bool
    timed: bool
    noise: Noise
    hosts: Sequence[HostLoad] = ()
    drifted: int = 0
    other_work: Sequence[OtherWork] = ()
    throttled: Sequence[Caution] = ()
    events: EventComparison = field(default_factory=EventComparison)


def verdict(evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict on a candidate, the reasons for it, and how its work differs from the baseline's."""
    decision, why = _decided(evidence)
    return decision, tuple(dict.fromkeys((*why, *(other.caution.text for other in evidence.other_work))))


def _decided(evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    if not evidence.fit:
        return Verdict.INCONCLUSIVE, ()
    slower = _slower(evidence.queries)
    if failing := _failing(evidence):
        return Verdict.REGRESSED, (*failing, *slower, *cause_words(evidence.events))
    busy = _busy(evidence)
    if slower and not busy:
        return Verdict.REGRESSED, (*slower, *cause_words(evidence.events), *_unmeasured(evidence.noise))
    if doubts := busy or _doubts(evidence):
        return Verdict.INCONCLUSIVE, _sentences(doubts)
    faster = sum(query.outcome == QueryOutcome.IMPROVED for query in evidence.queries)
    if faster:
        words = f"{faster} {'query is' if faster == 1 else 'queries are'} faster, none is slower"
        return Verdict.IMPROVED, (words, *_unmeasured(evidence.noise))
    return Verdict.UNCHANGED, _unmeasured(evidence.noise)


def doubts(evidence: Evidence) -> tuple[Caution, ...]:
    """Return why a comparison of two fit runs is inconclusive (empty: it is not)."""
    if not evidence.fit or verdict(evidence)[0] != Verdict.INCONCLUSIVE:
        return ()
    return _busy(evidence) or _doubts(evidence)


def uncertain(evidence: Evidence) -> tuple[str, ...]:
    """Return why changes of latency cannot be separated from noise: a throttled server, a busy host, or a change that all queries share."""
    return tuple(doubt.text for doubt in _busy(evidence) or _shared_change(evidence))


def _failing(evidence: Evidence) -> tuple[str, ...]:
    new = evidence.errors["new"] + evidence.errors["different"]
    if evidence.events.same:
        # The same event hits other statements in each replay: only more failures than on the baseline count.
        before, after = evidence.events.errors
        new = max(new - evidence.events.new_errors, 0) + max(after - before, 0)
    if new <= NEW_ERRORS * evidence.statements:
        return ()
    return (f"{new} statements fail on the candidate that did not fail before, or failed with another SQLSTATE",)


def _slower(queries: Sequence[Query]) -> tuple[str, ...]:
    slower = [query for query in queries if query.outcome == QueryOutcome.REGRESSED]
    if not slower:
        return ()
    return (
        f"{len(slower)} {'query is' if len(slower) == 1 else 'queries are'} slower, first: {short(slower[0].sql, 90)}",
    )


def _doubts(evidence: Evidence) -> tuple[Caution, ...]:
    """Return why no verdict is possible although no query regressed."""
    if not evidence.timed:
        return (
            Caution(
                "the sides have no common clock: the capture has server times, the run has none",
                "replay again with --target-log, which reads server times from the target's own log",
            ),
        )
    if unlike := tuple(other.caution for other in evidence.other_work if other.prevents):
        return unlike
    if suspects := [query for query in evidence.queries if query.suspect]:
        count = f"{len(suspects)} {'query seems' if len(suspects) == 1 else 'queries seem'} slower"
        text = f"{count} without proof, first: {short(suspects[0].sql, 90)} ({suspects[0].why})"
        return (Caution(text, "".join(_unmeasured(evidence.noise)) or _LONGER),)
    if all(query.outcome == QueryOutcome.CANNOT_EVALUATE for query in evidence.queries):
        return (Caution("no query ran often enough to be tested", _LONGER),)
    if evidence.drifted > NEW_ERRORS * evidence.statements:
        text = f"{evidence.drifted} more statements failed on the candidate than on the baseline because of ids that differ from production's"
        return (
            Caution(
                text,
                "restore both targets from the same state, with their sequences aligned (targets adopt --align-sequences)",
            ),
        )
    return _shared_change(evidence)


def _busy(evidence: Evidence) -> tuple[Caution, ...]:
    advice = evidence.noise.advice
    remedy = f"{_QUIET}; or measure the noise. {advice}" if advice else _QUIET
    return (*evidence.throttled, *(Caution(text, remedy) for text in too_busy(evidence.hosts, evidence.noise)))


def _shared_change(evidence: Evidence) -> tuple[Caution, ...]:
    """Return that the typical query changed by more than the assumed noise, where no noise was measured."""
    change = typical_change(evidence.queries)
    if evidence.noise.measured or change <= evidence.noise.floor:
        return ()
    text = f"the typical query changed by {change:.0%}: without a second control this may come from the machine or from the candidate"
    return (Caution(text, "".join(_unmeasured(evidence.noise))),)


def _unmeasured(noise: Noise) -> tuple[str, ...]:
    """Return that no noise was measured, and how to measure it (empty: it was measured)."""
    if noise.measured or not noise.floor:
        return ()
    return (f"noise: {noise}. {noise.advice}",)


def _sentences(cautions: Sequence[Caution]) -> tuple[str, ...]:
    texts, remedies = (
        [caution.text for caution in cautions],
        [caution.next_step for caution in cautions if caution.next_step],
    )
    return tuple(dict.fromkeys([*texts, *remedies]))
