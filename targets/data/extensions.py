"""What an installation of PostgreSQL has: extensions, libraries, ICU. It is read from its files, before any server is created."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pgrehearse.targets.embedded.binaries import programs, run


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation: the names of its extensions (``pg_available_extensions``), of its libraries, and of the settings that its server has;
    *icu*: it has ICU's collations."""

    version: int
    extensions: frozenset[str]
    libraries: frozenset[str]
    icu: bool
    settings: frozenset[str] = frozenset()


@cache
def installation(version: int) -> Installation:
    """Return what the programs of a version on this machine can load."""
    program = programs(version) / "pg_config"
    share, libraries = (Path(run([program, option]).strip()) for option in ("--sharedir", "--pkglibdir"))
    configured = run([program, "--configure"])
    with_icu = "--with-icu" in configured or (version >= 16 and "--without-icu" not in configured)
    return Installation(
        version,
        frozenset(path.stem for path in (share / "extension").glob("*.control")),
        frozenset(path.stem for path in libraries.glob("*.so")),
        with_icu,
        _settings(version),
    )


def _settings(version: int) -> frozenset[str]:
    """Return the names of the settings; the first of the columns that are separated by tabs (``postgres --describe-config``)."""
    lines = run([programs(version) / "postgres", "--describe-config"]).splitlines()
    return frozenset(line.split("\t", 1)[0] for line in lines)
