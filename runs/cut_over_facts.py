"""What the cut-over of a group of tables to a second server cost, as the manifest of the run has it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.base.units import duration


@dataclass(frozen=True, slots=True)
class CutOverStep:
    """One step: its *name*, when it began after the begin of the event, and how long it took."""

    name: str
    began_us: int
    took_us: int


@dataclass(frozen=True, slots=True)
class CutOverFacts:
    """*event*: its number; *completed*: whether the clients were moved (they continued on the first server otherwise).

    *paused_us*: from the request to pause to the end of the event, when they continue; *lsn_wait_us*: how long the last changes were waited for (None: it
    did not come to that). *statements*: sent while the clients were paused, or running then; *held*: those of them that waited for the
    end of the pause; *failed*: those that failed although production's did not. *differing*: tables whose rows differed on both servers at the end of the
    replay (None: not known, and *why*).
    """

    event: int
    completed: bool
    paused_us: int | None
    lsn_wait_us: int | None
    steps: list[CutOverStep]
    sequences: int
    statements: int
    held: int
    failed: int
    differing: list[str] | None = None
    why: str = ""
    tables: list[str] = field(default_factory=list)

    @property
    def share_dropped(self) -> float | None:
        """The share of statements that failed (None: there was no statement)."""
        return self.failed / self.statements if self.statements else None

    def words(self) -> str:
        """Return it as words."""
        moved = "completed" if self.completed else "not completed, the clients continued on the first server"
        paused = duration(self.paused_us) if self.paused_us is not None else "not known"
        differing = f"; rows differ on both servers: {', '.join(self.differing)}" if self.differing else ""
        return f"cut-over {moved}; paused {paused}; statements: {self.held:,} held, {self.failed:,} failed{differing}"
