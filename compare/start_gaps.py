"""Whether the data of both sides is of the same moment: how far each was from the start of the replay."""

from __future__ import annotations

from pgrehearse.base.clock import SECOND
from pgrehearse.compare.comparison import Caution
from pgrehearse.compare.same_work import OtherWork
from pgrehearse.compare.sides import Side
from pgrehearse.runs.start_gap import StartGap

# Moments that differ by less are the same: a restore ends between two commits.
SAME_US = SECOND
# The sides did not do the same work if one lacks (or has twice) so many more writes, as a share of the statements of the workload.
MOST_WRITES = 0.01
_RESTORE = "restore both targets from the same state and replay again"


def other_data(baseline: Side, candidate: Side) -> tuple[OtherWork, ...]:
    """Return how the data of two sides differs at the start (empty: nothing shows a difference). Production's data is that of the start."""
    gaps = [side.run.manifest.start_gap if side.run is not None else None for side in (baseline, candidate)]
    names = (baseline.name, candidate.name)
    return unlike_start(names, (gaps[0], gaps[1]), candidate.workload.manifest.statements)


def unlike_start(
    names: tuple[str, str], gaps: tuple[StartGap | None, StartGap | None], statements: int
) -> tuple[OtherWork, ...]:
    """Return how the moments of two sides differ. *gaps*: of each (None: production itself); *statements*: of the workload."""
    known = [gap is None or bool(gap.known) for gap in gaps]
    moved = [gap.gap_us if gap is not None else 0 for gap in gaps]
    if not all(known) or abs(moved[0] - moved[1]) <= SAME_US:
        return ()
    writes = [0 if gap is None else gap.writes if gap.gap_us > 0 else -gap.writes for gap in gaps]
    whole = all(gap is None or gap.whole for gap in gaps)
    more = abs(writes[0] - writes[1])
    text = (
        f"the data of the sides is of different moments: {'; '.join(map(_side, names, moved))}. {'' if whole else 'At least '}"
        f"{more:,} statements that may write are in the data of one side only"
    )
    return (OtherWork(Caution(text, _RESTORE), not whole or more > MOST_WRITES * statements),)


def _side(name: str, gap_us: int) -> str:
    if not gap_us:
        return f"{name} is of the start"
    return f"{name} is {abs(gap_us) / SECOND:,.0f} s {'before' if gap_us > 0 else 'after'} the start"
