"""The manifest of a workload: what it contains, what could not be captured, and how it was captured."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypedDict

from pgrehearse.base.artifact import MANIFEST, read_json, read_manifest
from pgrehearse.base.errors import BadInput
from pgrehearse.base.typed_document import typed
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.generated.facts import GeneratedDefault, Sequence
from pgrehearse.workload.schema import FORMAT
from pgrehearse.workload.source import Source

AGAIN = "copy the workload again from where it was captured, or capture the logs again"
# The folder of the data files of a workload that was written to S3: each capture has its own folder.
_FOLDER = re.compile(r"(data-[0-9a-f]{16})?")
# The file of the ids that a capture writes. Ids that are deduced later are in a file of another name (``workload/write_pins``).
PINS_FILE = "pins.parquet"
_PINS = re.compile(r"pins(-[0-9a-f]{16})?\.parquet")


@dataclass(frozen=True, slots=True)
class Losses:
    """Loss accounting: every physical line of the logs is in one bucket, and every event that is incomplete is counted.

    *copies_from_stdin*: those whose rows are not known. *absent_us*: the execution time of statements that are in no event.
    """

    lines: int = 0
    buckets: dict[str, int] = field(default_factory=dict)
    unexecuted: int = 0
    errors_without_statement: int = 0
    parameters_missing: int = 0
    fetches_folded: int = 0
    session_lines_missing: int = 0
    files_cut_short: list[str] = field(default_factory=list)
    credentials_emptied: int = 0
    credentials_left_out: int = 0
    copies_from_stdin: int = 0
    function_calls: int = 0
    statements_without_user: int = 0
    statements_of_another_prefix: int = 0
    absent_us: int = 0

    @property
    def absent(self) -> int:
        """How many statements are in no event."""
        return (
            self.errors_without_statement
            + self.function_calls
            + self.statements_without_user
            + self.statements_of_another_prefix
            + self.session_lines_missing
        )


@dataclass(frozen=True, slots=True)
class DecodedFacts:
    """What ``decoded.parquet`` holds, and how it was joined with the log.

    *rows*: all decoded changes; *joined*: those whose statement is known. *transactions*: decoded transactions; *by_id*: joined by their transaction
    id, *by_time*: by table and time of the commit, of which *alike* are COPYs whose rows may be those of another COPY. *copies*: COPY FROM STDIN statements whose rows are known; *copies_unknown*: the others that
    succeeded. *digest*: SHA-256 over the file.
    """

    rows: int
    joined: int
    transactions: int
    by_id: int
    by_time: int
    copies: int
    copies_unknown: int
    digest: str
    alike: int = 0


class Coverage(TypedDict):
    """The share of the statements that can be replayed, by count and by their time."""

    count: float
    time: float


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``manifest.json`` holds (docs/formats.md). Instants are wall clock, microseconds since the epoch.

    *readers*: the instances among those of the sessions that replayed what the writer wrote. *redaction_key*: what identifies the key of
    the redaction without showing it; *redaction_allowed*: the values that were not replaced.
    """

    window_start_us: int
    window_end_us: int
    files: list[str]
    logging_mode: str
    time_resolution_us: int
    sessions: int
    events: int
    statements: int
    errors: int
    transactions: int
    estimated_starts: int
    losses: Losses
    coverage: Coverage
    digest: str
    tool_version: str
    log_format: str = ""
    source: Source | None = None
    notes: list[str] = field(default_factory=list)
    redaction: str = "none"
    redaction_key: str = ""
    redaction_allowed: list[str] = field(default_factory=list)
    sampling: float = 1.0
    all_statements: bool = True
    pooled: list[str] = field(default_factory=list)
    readers: list[str] = field(default_factory=list)
    session_settings: list[SessionSettings] = field(default_factory=list)
    warm_in_us: int = 0
    decoded: DecodedFacts | None = None
    generated: list[Sequence] = field(default_factory=list)
    generated_defaults: list[GeneratedDefault] = field(default_factory=list)
    pins_file: str = PINS_FILE
    pins_digest: str = ""
    folder: str = ""
    manifest_digest: str = ""
    format: int = FORMAT

    @property
    def duration_us(self) -> int:
        return self.window_end_us - self.window_start_us

    @property
    def drawn_from(self) -> list[Sequence]:
        """The sequences that the log's statements drew ids from."""
        return [one for one in self.generated if one.drawn or one.uncounted]

    def document(self) -> dict[str, Any]:
        """Return the JSON document: *format* is the first key, and *manifest_digest* is a digest over all other keys."""
        values = asdict(self)
        document = {"format": values.pop("format"), "kind": "workload", **values}
        if not document["folder"]:
            del document["folder"]
        return {**document, "manifest_digest": digest(document)}


def digest(document: dict[str, Any]) -> str:
    """Return the SHA-256 over a manifest without its key *manifest_digest*."""
    rest = {key: value for key, value in document.items() if key != "manifest_digest"}
    return sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def read(directory: Path) -> Manifest:
    """Read a workload's manifest. Raises ``BadInput`` if the directory is not a workload or has another format version."""
    document = read_manifest(directory, kind="workload", version=FORMAT, remedy="capture the logs again")
    manifest = typed(Manifest, document, directory / MANIFEST, remedy="capture the logs again")
    for name, form, what in (
        (manifest.folder, _FOLDER, "a folder"),
        (manifest.pins_file, _PINS, "the file of the ids"),
    ):
        if not form.fullmatch(name):
            raise BadInput(f"{directory / MANIFEST}: damaged: {name!r} is not {what} of a workload", remedy=AGAIN)
    return manifest


def check(directory: Path) -> None:
    """Raise ``BadInput`` if a manifest was changed: its digest is missing or does not match."""
    document = read_json(directory / MANIFEST, what="a workload")
    if document.get("manifest_digest") != digest(document):
        raise BadInput(f"{directory / MANIFEST}: damaged or changed: it does not match its own digest", remedy=AGAIN)
