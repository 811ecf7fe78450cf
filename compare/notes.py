"""Notes about how both sides were made, and what limits their comparison."""

from __future__ import annotations

from pgrehearse.compare.comparison import Caution, Noise
from pgrehearse.compare.generated_ids import differing_methods
from pgrehearse.compare.placed_sides import unlike_parts
from pgrehearse.compare.rewrites import unlike_rewrites
from pgrehearse.compare.settings_diff import unsafe
from pgrehearse.compare.sides import Side
from pgrehearse.runs.clocks import Clocks

# A clock that moved by more than this during a run jumped, or was corrected.
JUMP_US = 50_000


def notes(baseline: Side, candidate: Side, time: str, noise: Noise) -> tuple[str, ...]:
    """Return how both sides were made. *time*: by which they are compared ("": none)."""
    lines = [f"latencies are {time}" if time else "latencies could not be compared"]
    for side in (baseline, candidate):
        if side.run is not None:
            lines += [f"{side.name}: {note}" for note in side.run.manifest.notes]
            lines += [f"{side.name}: {step}" for step in side.run.manifest.state.prepared]
            lines += [f"{side.name}: {jump}" for jump in _clock_jumps(side.run.manifest.clocks)]
            lines += [
                f"{side.name} reports commits before they are durable: {setting}" for setting in unsafe(side.state)
            ]
    lines.append(f"noise floor: {noise}")
    if baseline.run is None:
        lines.append("a captured production has no plans to compare with the candidate's")
    if baseline.workload.manifest.redaction != "none":
        lines.append(
            "redacted: values are pseudonymized and not order-preserving, so plans over ranges are not comparable with production's"
        )
    return tuple(lines)


def labels(baseline: Side, candidate: Side) -> tuple[str, ...]:
    """Return what makes a side's load differ from production's: amplified, thinned, a selection."""
    return tuple(
        f"{side.name}: {label}"
        for side in (baseline, candidate)
        if side.run is not None
        for label in side.run.manifest.labels
    )


def left_out(side: Side) -> str:
    """Return why a second replay is left out ("": it is not)."""
    fitness = side.fitness()
    if fitness is None or fitness.fit:
        return ""
    return f"{side.name} is not fit and was left out: {fitness.reasons[0]}"


def unlike(baseline: Side, candidate: Side) -> tuple[Caution, ...]:
    """Return what differs between the sides and limits their comparison: durability, the ids that they drew, the SQL that was sent, and
    the part of the traffic."""
    differences = (unlike_durability, unlike_ids, unlike_rewrites, unlike_parts)
    return tuple(caution for difference in differences for caution in difference(baseline, candidate))


def unlike_durability(baseline: Side, candidate: Side) -> tuple[Caution, ...]:
    """Return which side switches off durability settings that the other side has on, as far as recorded."""
    cautions = []
    for side, other in ((candidate, baseline), (baseline, candidate)):
        alone = [setting for setting in unsafe(side.state) if setting not in unsafe(other.state)]
        if alone:
            cautions.append(
                Caution(
                    f"latencies of writes and commits are not comparable: {side.name} runs with {', '.join(alone)} and {other.name} does not, as far as recorded",
                    "use the same durability settings on both targets and replay again",
                )
            )
    return tuple(cautions)


def unlike_ids(baseline: Side, candidate: Side) -> tuple[Caution, ...]:
    """Return a caution if only one side drew production's ids, or if both drew other ones: their statements find other rows."""
    runs = [side.run for side in (baseline, candidate)]
    ids = [run.manifest.plan.ids for run in runs if run is not None]
    if len(set(ids)) < 2:
        return _unlike_deductions(baseline, candidate)
    side = candidate if ids[1] == "production" else baseline
    return (
        Caution(
            f"inserts and statements that use their ids are not comparable: only {side.name} drew production's ids (--ids production)",
            "replay both sides with the same --ids",
        ),
    )


def _unlike_deductions(baseline: Side, candidate: Side) -> tuple[Caution, ...]:
    """Return a caution if the ids of the workload were deduced again between the two replays (``replay --passes 2``)."""
    sides = (baseline.ids, candidate.ids)
    digests = {side.facts.pins_digest for side in sides if side.facts and side.facts.pins_digest}
    if len(digests) < 2:
        return ()
    known = "; ".join(differing_methods(sides)) or "by the same methods"
    return (
        Caution(
            f"statements that use generated ids are not comparable: {baseline.name} and {candidate.name} drew different ids, because those "
            f"of the workload were deduced again between the replays. How they are known: {known}",
            "replay both sides again with the workload as it is now",
        ),
    )


def _clock_jumps(clocks: Clocks) -> list[str]:
    """Return which server's clock moved during a run by more than the error of measurement."""
    return [
        f"the {server}'s clock moved by {offset.moved_us / 1000:+.0f} ms during the run: its own timestamps are uncertain by that"
        for server, offset in clocks.offsets.items()
        if abs(offset.moved_us) > JUMP_US
    ]
