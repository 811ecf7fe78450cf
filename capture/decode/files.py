"""``NAME.decoded``: the rows that a source committed while ``capture decode`` ran (docs/formats.md).

A directory with ``manifest.json`` and ``changes/part-NNNNN.parquet``, in the order of commits. Each part is complete as soon as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.base.artifact import Kind
from pgrehearse.base.errors import BadInput
from pgrehearse.base.typed_document import typed
from pgrehearse.capture.decode.messages import CHANGES
from pgrehearse.capture.decode.source import Table
from pgrehearse.workload.read import misfit

FORMAT = 1
AGAIN = "use the path that pgrehearse capture decode wrote, or decode again"


@dataclass(frozen=True, slots=True)
class DecodedManifest:
    """What was decoded. *began_us*, *ended_us*: microseconds since the epoch by the server's clock: every transaction that committed between them
    is contained, as far as it inserted into *tables*. *lsn*: the WAL position of the beginning. *stopped*: why it ended early ("": it did not).
    """

    database: str
    encoding: str
    system_identifier: str
    lsn: str
    began_us: int
    ended_us: int
    tables: list[Table]
    changes: int
    transactions: int
    bytes_received: int
    tool_version: str
    digest: str
    stopped: str = ""
    notes: list[str] = field(default_factory=list)
    format: int = FORMAT

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        values = asdict(self)
        return {"format": values.pop("format"), "kind": str(Kind.DECODED), **values}


class DecodedWriter:
    """Writes parts, and at the end the manifest; the directory then gets its final name."""

    def __init__(self, final: Path, *, force: bool) -> None:
        self.final = final
        home = artifact.begin(final, Kind.DECODED, force=force)
        self._home, self._folder, self._parts = home, home / "changes", 0
        self._folder.mkdir()
        self.changes = self.transactions = self.last_commit_us = 0
        self._last_xid = -1

    def add(self, changes: pl.DataFrame) -> None:
        """Write one part. Columns: ``CHANGES``."""
        if changes.is_empty():
            return
        with artifact.fresh(self._folder / f"part-{self._parts:05}.parquet") as working:
            changes.write_parquet(working, compression="zstd")
        xids = changes["xid"]
        self.transactions += xids.n_unique() - (xids[0] == self._last_xid)
        self._last_xid, self.last_commit_us = xids[-1], changes["commit_us"][-1]
        self.changes += changes.height
        self._parts += 1

    def cut(self, changes: int) -> None:
        """Keep the first *changes*: the others are those of a transaction whose end was not received."""
        if changes >= self.changes:
            return
        self.changes, self._last_xid, self.last_commit_us = changes, -1, 0
        self.transactions -= 1
        while self._parts:
            part = self._folder / f"part-{self._parts - 1:05}.parquet"
            kept = pl.read_parquet(part, glob=False).filter(pl.col("place") < changes)
            if not kept.is_empty():
                with artifact.fresh(part) as working:
                    kept.write_parquet(working, compression="zstd")
                self._last_xid, self.last_commit_us = kept["xid"][-1], kept["commit_us"][-1]
                return
            part.unlink()
            self._parts -= 1

    def finish(self, facts: dict[str, Any]) -> DecodedManifest:
        """Write the manifest (*facts*: its values) and rename the directory to its final name."""
        with artifact.disk_errors(self._folder):
            digest = artifact.digest(list(self._folder.iterdir()))
        manifest = DecodedManifest(**facts, changes=self.changes, transactions=self.transactions, digest=digest)
        artifact.write_json(self._home / artifact.MANIFEST, manifest.document())
        artifact.finish(self.final, Kind.DECODED)
        return manifest

    def abandon(self) -> None:
        """Remove everything that was written."""
        artifact.abandon(self.final)


@contextmanager
def writing(final: Path, *, force: bool = False) -> Iterator[DecodedWriter]:
    """Write decoded rows within the block; unless ``finish`` ran, nothing of them stays."""
    writer = DecodedWriter(final, force=force)
    with ExitStack() as unfinished:
        unfinished.callback(writer.abandon)
        yield writer
        unfinished.pop_all()


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded rows on disk."""

    path: Path
    manifest: DecodedManifest

    @classmethod
    def open(cls, path: Path) -> Decoded:
        """Open and verify them. Raises ``BadInput`` if the directory is something else, or was changed."""
        document = artifact.read_manifest(path, kind=str(Kind.DECODED), version=FORMAT, remedy="decode again")
        decoded = cls(path, typed(DecodedManifest, document, path / artifact.MANIFEST, remedy=AGAIN))
        try:
            actual = artifact.digest(decoded._parts())
        except OSError as error:
            raise BadInput(f"{path}: damaged: {error}", remedy=AGAIN) from None
        if actual != decoded.manifest.digest:
            raise BadInput(
                f"{path}: damaged or changed: its files do not match the digest in its manifest", remedy=AGAIN
            )
        for part in decoded._parts():
            if fault := misfit(part, CHANGES):
                raise BadInput(f"{part}: damaged: {fault}", remedy=AGAIN)
        return decoded

    def changes(self) -> pl.LazyFrame:
        """Return all changes in the order of commits: the columns of ``CHANGES``."""
        parts = self._parts()
        return pl.scan_parquet(parts, glob=False) if parts else pl.LazyFrame(schema=CHANGES)

    def _parts(self) -> list[Path]:
        return sorted((self.path / "changes").glob("part-*.parquet"))
