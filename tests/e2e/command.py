"""The command as a user runs it, the library's scenarios at a small size, and the servers that they leave."""

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
# For a scenario that is ended during its traffic, which lasts longer than the ten seconds between two lines of progress.
TINY = "sessions = 6\nseconds = 40\nscale = 0.05"
# A scan of the table has to take a measurable time, and be executed often enough for a test.
ENOUGH = "sessions = 20\nseconds = 8\nscale = 0.7"


def pgrehearse(*words: str | Path, code: int | set[int] = 0, **more: Any) -> dict[str, Any]:
    """Run a verb with --json; it must leave with *code* and print one document."""
    done = subprocess.run(
        [sys.executable, "-m", "pgrehearse", *map(str, words), "--json"],
        capture_output=True,
        text=True,
        check=False,
        **more,
    )
    assert done.returncode in ({code} if isinstance(code, int) else code), done.stdout[-3000:] + done.stderr[-3000:]
    document: dict[str, Any] = json.loads(done.stdout)
    # A dry run, a list, a mark: what has no schema of its own says less than its verb's.
    if "--dry-run" not in words:
        held_to_schema(str(words[0]), document)
    return document


def scenario(name: str, folder: Path, small: str = SMALL) -> Path:
    """A library scenario at a fifth of its data and a few seconds of traffic."""
    from pgrehearse.scenarios.scenario_file import find

    text = find(name).read_text().replace("sessions = 30\nseconds = 30", small)
    assert small in text
    path = folder / f"{name}.toml"
    path.write_text(text)
    return path


def share_programs(place: Path) -> None:
    """Let commands that run in *place* use the copies of PostgreSQL's programs that this process uses, where there are copies."""
    for version in (16, 18):
        binaries.programs(version)  # remembered by this process: a copy must not lie in *place*, which is removed
    copies = binaries.copies()
    if copies.exists():
        (place / copies.name).symlink_to(copies)


@contextmanager
def own_place() -> Iterator[None]:
    """Have commands make their servers in a folder of their own; none of these may run when the block ends."""
    place = Path(tempfile.mkdtemp(prefix="place-"))
    place.chmod(0o711)  # the account that runs the servers has to pass
    share_programs(place)
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("TMPDIR", str(place))
        changed.setattr(tempfile, "tempdir", None)
        yield
    servers = (one for one in psutil.process_iter(["name", "cmdline"]) if one.info["name"] == "postgres")
    left = [one for one in servers if str(place) in " ".join(one.info["cmdline"] or [])]
    assert left == []
    shutil.rmtree(place)
