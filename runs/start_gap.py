"""The value ``StartGap``: how far a target's data was from the start of the replayed part. Part of a run's manifest."""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.base.clock import SECOND, iso

_MISSING = "are missing. Restore a later copy, or capture from there (--since)"
_TWICE = "are in it already, and the replay executes them again. Replay from there (--from), or restore an earlier copy"
DECLARED, NEWEST = "declared", "newest commit"


@dataclass(frozen=True, slots=True)
class StartGap:
    """*how*, *name*: what the data is (``targets.target.DataOrigin``). *known*: how its moment *data_us* (wall clock) is known: declared, newest commit,
    or "" (not known). *gap_us*: from there to the start (negative: the data is newer). *statements* of the workload are between them, of which *writes*
    may write; *whole*: the workload contains all of this time."""

    how: str = ""
    name: str = ""
    known: str = ""
    data_us: int = 0
    gap_us: int = 0
    statements: int = 0
    writes: int = 0
    whole: bool = True

    def note(self) -> str:
        """Return a sentence about the gap ("": it is at most a second, or it is not known)."""
        if not self.known or abs(self.gap_us) <= SECOND:
            return ""
        what = " ".join(filter(None, (self.how, self.name)))
        least = "" if self.whole else "at least "
        counts = f"{least}{self.statements:,} statements of production, of which {self.writes:,} may write,"
        side, effect = ("before", _MISSING) if self.gap_us > 0 else ("after", _TWICE)
        return (
            f"the data of the target{f' ({what})' if what else ''} is of {iso(self.data_us)} ({self.known}), {abs(self.gap_us) / SECOND:,.0f} s {side} the start of "
            f"the replay: {counts} {effect}"
        )
