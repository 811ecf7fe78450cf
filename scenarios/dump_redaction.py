"""``pgrehearse redact dump``: a dump of any format is read as a stream, and written in plain format with pseudonyms."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from pgrehearse.base.artifact import fresh
from pgrehearse.base.errors import BadInput, TargetProblem, UsageProblem
from pgrehearse.base.progress import Stages
from pgrehearse.targets.data.dump import Dump, Format
from pgrehearse.targets.embedded.binaries import installed, programs
from pgrehearse.workload.dump.redact import DumpRedaction, unknown_columns
from pgrehearse.workload.read import Workload
from pgrehearse.workload.redaction import Redaction
from pgrehearse.workload.sql.column_names import as_qualified


@dataclass(frozen=True, slots=True)
class RedactedDump:
    """A dump that was written: its *rows* by table; *bytes*: what was read; *statistics*: statements with statistics that were left out."""

    dump: str
    rows: dict[str, int]
    bytes: int
    statistics: int
    kept: tuple[str, ...]

    def document(self) -> dict[str, Any]:
        """Return the JSON document."""
        return {
            "dump": self.dump,
            "bytes": self.bytes,
            "rows": sum(self.rows.values()),
            "tables": [{"table": table, "rows": rows} for table, rows in self.rows.items()],
            "statistics_left_out": self.statistics,
            "kept": list(self.kept),
        }


def redact_dump(source: Path, output: Path, redaction: Redaction, kept: frozenset[str], stages: Stages) -> RedactedDump:
    """Write the dump *source* with pseudonyms. Raises ``BadInput`` with the line of what cannot be redacted; then nothing is written."""
    dump = Dump.of(source)
    work = DumpRedaction(source.name, redaction, frozenset(map(as_qualified, kept)))
    total = source.stat().st_size if dump.format in {Format.SCRIPT, Format.CLUSTER} else 0
    done = 0
    with fresh(output) as working, working.open("wb") as target, stages.stage(f"redact {source.name}") as stage:

        def advance(size: int) -> None:
            nonlocal done
            done += size
            stage.update(done, max(total, done))

        with _opened(dump) as stream:
            work.run(stream, target, advance)
        if unknown := list(unknown_columns(work)):
            raise BadInput(
                f"{source}: there is no column {', '.join(unknown)}",
                remedy="--keep: schema.table.column, quoted as in SQL",
            )
    return RedactedDump(output.name, dict(work.rows), done, work.statistics, tuple(sorted(kept)))


def redaction_for(key: Redaction, workload: Workload | None) -> Redaction:
    """Return the redaction that fits a workload (None: any). Raises ``UsageProblem`` if the workload has the pseudonyms of another key."""
    if workload is None:
        return key
    manifest = workload.manifest
    if manifest.redaction == "none":
        raise UsageProblem(f"{workload.path} is not redacted", remedy="capture the logs with --redact literals")
    if manifest.redaction_key != key.key_id:
        raise UsageProblem(
            f"{workload.path} was redacted with another key, or by an earlier version of pgrehearse",
            remedy="give the key of its capture to --redact-key, or capture the logs again with this key",
        )
    return Redaction(key.key, key.allowed | frozenset(manifest.redaction_allowed))


@contextmanager
def _opened(dump: Dump) -> Iterator[BinaryIO]:
    """Yield a dump in plain format."""
    if dump.format in {Format.SCRIPT, Format.CLUSTER}:
        with dump.path.open("rb") as stream:
            yield stream
        return
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C"}
    program = _program(dump.path, environment)
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(
            [program, "-f", "-", dump.path], stdout=subprocess.PIPE, stderr=errors, env=environment
        ) as process,
    ):
        try:
            yield cast("BinaryIO", process.stdout)
            failed = process.wait() != 0
        finally:
            process.kill()
        if failed:
            errors.seek(0)
            last = errors.read().decode(errors="replace").strip().splitlines()[-1:]
            raise TargetProblem(f"{dump.path}: {' '.join(last)}", remedy="dump the database again")


def _program(path: Path, environment: dict[str, str]) -> Path:
    """Return the oldest pg_restore that reads an archive: a newer one writes settings that older servers do not have."""
    choices = [programs(version) / "pg_restore" for version in installed()]
    for choice in choices:
        done = subprocess.run([choice, "-l", path], env=environment, capture_output=True, check=False)
        if done.returncode == 0:
            return choice
    raise BadInput(f"{path}: no installed pg_restore reads this archive", remedy="install the version that dumped it")
