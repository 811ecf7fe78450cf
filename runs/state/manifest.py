"""The manifest of a state: of which databases, when, how it was read, and by which hash function."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import MANIFEST, read_manifest
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.base.typed_document import typed
from pgrehearse.runs.state.schema import FORMAT

_AGAIN = "read the state again (pgrehearse state)"


@dataclass(frozen=True, slots=True)
class LargeObjects:
    """The large objects of a database: their number, and the checksum of their contents as decimal digits ("": *unavailable* has the reason)."""

    count: int = 0
    checksum: str = ""
    unavailable: str = ""


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """One database of a state.

    *taken_us*: the server's clock at the snapshot, microseconds since the epoch; *took_us*: how long the reading took.
    """

    name: str
    encoding: str
    taken_us: int
    took_us: int
    large_objects: LargeObjects = field(default_factory=LargeObjects)


@dataclass(frozen=True, slots=True)
class StateManifest:
    """What ``manifest.json`` contains (docs/formats.md).

    *hash_probe*: the hash of a fixed text; states with different probes have different hash functions. *tables*, *excluded*:
    patterns of the tables that were read; *max_rows*: the rows of larger tables are not listed; *keys*: whether the keys of
    rows are stored as text.
    """

    server: ServerFacts
    databases: list[DatabaseFacts]
    hash_probe: str
    tool_version: str
    tables: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    max_rows: int = 0
    keys: bool = False
    notes: list[str] = field(default_factory=list)
    format: int = FORMAT

    def document(self) -> dict[str, Any]:
        """Return the JSON document, format first."""
        document = asdict(self)
        return {"format": document.pop("format"), "kind": "state", **document}


def read(directory: Path) -> StateManifest:
    """Read a state's manifest. Raises ``BadInput`` for what is not a state, has another format, or is damaged."""
    document = read_manifest(directory, kind="state", version=FORMAT, remedy=_AGAIN)
    return typed(StateManifest, document, directory / MANIFEST, remedy=_AGAIN)
