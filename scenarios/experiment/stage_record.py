"""What an experiment has done so far: ``stages.json`` in its directory, written at the begin and at the end of each stage.

``run --resume`` reads it. An entry without seconds is a stage that failed, was interrupted, or was running when the process was killed.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from pgrehearse.base.artifact import read_json, write_json
from pgrehearse.base.clock import iso, wall_us
from pgrehearse.base.typed_document import typed
from pgrehearse.scenarios.replaying.restoring import Position

FILE = "stages.json"


@dataclass(frozen=True, slots=True)
class StageEntry:
    """One stage: when it *began* (UTC), and its *seconds* (None: it did not end)."""

    name: str
    began: str
    seconds: float | None = None


@dataclass
class Recorded:
    """The content of the file.

    *home*: the folder of the embedded servers and of production's snapshot ("": none). *prices*: of an hour of each side whose target has
    one. *positions*: by side and database, the positions of sequences that a restore has to bring back. *notes*: of the experiment.
    """

    stages: list[StageEntry] = field(default_factory=list)
    home: str = ""
    prices: dict[str, float] = field(default_factory=dict)
    positions: dict[str, dict[str, dict[str, Position]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StageRecord:
    """The record of the experiment in *directory*."""

    directory: Path
    content: Recorded = field(default_factory=Recorded)

    @classmethod
    def read(cls, directory: Path) -> StageRecord:
        """Read the record. Raises ``BadInput`` if it is missing or damaged."""
        document = read_json(directory / FILE, what="an experiment that can be continued")
        return cls(directory, typed(Recorded, document, directory / FILE, remedy="begin again without --resume"))

    def write(self) -> None:
        """Write the record, after a change of its content."""
        write_json(self.directory / FILE, asdict(self.content))

    def begin(self, name: str) -> None:
        """Record that a stage begins."""
        self.content.stages.append(StageEntry(name, iso(wall_us())))
        self.write()

    def end(self, seconds: float) -> None:
        """Record that the stage that began last has ended."""
        self.content.stages[-1] = replace(self.content.stages[-1], seconds=round(seconds, 1))
        self.write()

    def has_begun(self, name: str) -> bool:
        """Return whether a stage has begun, in this attempt or in an earlier one."""
        return any(entry.name == name for entry in self.content.stages)

    def is_done(self, name: str) -> bool:
        """Return whether a stage has ended without an error."""
        return any(entry.name == name and entry.seconds is not None for entry in self.content.stages)

    @property
    def done(self) -> list[tuple[str, float]]:
        """The stages that have ended, with their seconds."""
        return [(entry.name, entry.seconds) for entry in self.content.stages if entry.seconds is not None]
