"""The command as a user runs it, the scenarios of the library at a small size, and a check that no server still runs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from pgrehearse.targets.embedded import binaries
from tests.conftest import held_to_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL = "sessions = 16\nseconds = 5\nscale = 0.35"
# For a scenario that a test ends during its traffic. The traffic is longer than the ten seconds between two lines of progress.
TINY = "sessions = 6\nseconds = 40\nscale = 0.05"
# A scan of the table has a measurable time, and is executed often enough for a statistical test.
ENOUGH = "sessions = 20\nseconds = 8\nscale = 0.7"


def ended(*words: str | Path, codes: set[int], **more: Any) -> tuple[int, dict[str, Any]]:
    """Run a command with --json; return its exit code, which must be one of *codes*, and the document that it prints."""
    process = subprocess.run(
        [sys.executable, "-m", "pgrehearse", *map(str, words), "--json"],
        capture_output=True,
        text=True,
        check=False,
        **more,
    )
    assert process.returncode in codes, process.stdout[-3000:] + process.stderr[-3000:]
    document: dict[str, Any] = json.loads(process.stdout)
    # The document of a dry run has no schema.
    if "--dry-run" not in words:
        held_to_schema(str(words[0]), document)
    return process.returncode, document


def pgrehearse(*words: str | Path, code: int | set[int] = 0, **more: Any) -> dict[str, Any]:
    """Run a command with --json and return the document that it prints; its exit code must be *code*."""
    return ended(*words, codes={code} if isinstance(code, int) else code, **more)[1]


def scenario(name: str, folder: Path, small: str = SMALL) -> Path:
    """Write a scenario of the library with the size *small*; return its path."""
    from pgrehearse.scenarios.file.scenario_file import find

    text = find(name).read_text().replace("sessions = 30\nseconds = 30", small)
    assert small in text
    path = folder / f"{name}.toml"
    path.write_text(text)
    return path


def share_programs(folder: Path) -> None:
    """Link the copies of PostgreSQL's programs into *folder*, if there are copies, so that commands that run there use them."""
    for version in (16, 18):
        binaries.programs(version)  # this process caches the path: the copy must not be in *folder*, which is removed
    copies = binaries.copies()
    if copies.exists():
        (folder / copies.name).symlink_to(copies)


@contextmanager
def temporary_server_folder() -> Iterator[None]:
    """Make commands create their servers in a temporary folder; none of these servers may run when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="servers-"))
    folder.chmod(0o711)  # the account of the servers must be able to enter it
    share_programs(folder)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TMPDIR", str(folder))
        environment.setattr(tempfile, "tempdir", None)
        yield
    servers = (process for process in psutil.process_iter(["name", "cmdline"]) if process.info["name"] == "postgres")
    running = [process for process in servers if str(folder) in " ".join(process.info["cmdline"] or [])]
    assert running == []
    shutil.rmtree(folder)
