"""A base backup becomes a data directory: copied or unpacked, checked, and without the configuration of its source.

The configuration of the source is not used: its paths, certificates and archive are those of another machine, and a standby would connect to
production. Format: https://www.postgresql.org/docs/current/app-pgbasebackup.html.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.errors import BadInput, HarnessFailure
from pgrehearse.targets.embedded.binaries import account

_BASE, _WAL = ("base.tar", "base.tar.gz"), ("pg_wal.tar", "pg_wal.tar.gz")
# Files that make a server a standby, or that contain the settings of the source.
_REMOVED = ("standby.signal", "recovery.signal", "postgresql.auto.conf", "postmaster.pid", "postmaster.opts")
_ACCESS = """\
# Loopback connections only: the server listens on 127.0.0.1, and its folder is not readable by others.
local all all trust
host all all 127.0.0.1/32 trust
host replication all 127.0.0.1/32 trust
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """A base backup: a data directory, or a directory with the tar files of pg_basebackup. *version*: its major version."""

    path: Path
    base: Path | None
    version: int

    @classmethod
    def of(cls, path: Path) -> Backup:
        """Recognize a base backup. Raises ``BadInput`` if it is none, or if it cannot be restored here."""
        folder = path.parent if path.is_file() else path
        base = path if path.is_file() else next((folder / name for name in _BASE if (folder / name).is_file()), None)
        text = _version_in(base) if base is not None else _version_of(folder)
        if not text.strip().isdigit():
            raise BadInput(
                f"{path}: not a base backup of PostgreSQL 10 or later",
                remedy="give a directory that pg_basebackup wrote, or its base.tar",
            )
        if base is None:
            _check_directory(folder)
        return cls(folder, base, int(text))

    def unpack(self, into: Path) -> None:
        """Copy the backup to the new directory *into*. Raises ``HarnessFailure`` if it cannot be copied, or has tablespaces."""
        try:
            if self.base is None:
                subprocess.run(
                    ["cp", "-a", "--reflink=auto", str(self.path), str(into)], check=True, capture_output=True
                )
            else:
                _extract(self.base, into)
                wal = next((self.path / name for name in _WAL if (self.path / name).is_file()), None)
                if wal is not None:
                    _extract(wal, into / "pg_wal")
        except (OSError, subprocess.SubprocessError, tarfile.TarError) as error:
            raise HarnessFailure(
                f"{self.path}: the base backup could not be copied ({type(error).__name__})",
                remedy="check that it is complete and readable, and that there is room for it",
            ) from None
        if _tablespaces(into):
            raise BadInput(
                f"{self.path}: the base backup has tablespaces, whose files are outside of it",
                remedy="use a dump: pg_dump does not need them",
            )
        without_source_settings(into)


def _version_of(folder: Path) -> str:
    file = folder / "PG_VERSION"
    return file.read_text() if file.is_file() else ""


def _version_in(base: Path) -> str:
    """Return the content of PG_VERSION in a tar file."""
    try:
        with tarfile.open(base) as archive:
            member = next((one for one in archive if one.name.removeprefix("./") == "PG_VERSION"), None)
            stream = archive.extractfile(member) if member is not None else None
            return stream.read().decode() if stream is not None else ""
    except (OSError, tarfile.TarError):
        return ""


def _check_directory(folder: Path) -> None:
    """Refuse the directory of a running server, and files that are links: a copy of a link is the file of the source."""
    if (folder / "postmaster.pid").exists():
        raise BadInput(
            f"{folder}: the data directory of a server that is running or was killed, and not a base backup",
            remedy="take a base backup with pg_basebackup",
        )
    links = [path.name for path in folder.iterdir() if path.is_symlink()]
    if links:
        raise BadInput(f"{folder}: {links[0]} is a symbolic link", remedy="take a base backup with pg_basebackup")


def _tablespaces(data: Path) -> bool:
    listed = data / "tablespace_map"
    folder = data / "pg_tblspc"
    return (listed.is_file() and bool(listed.read_text().strip())) or (folder.is_dir() and any(folder.iterdir()))


def _extract(archive: Path, into: Path) -> None:
    into.mkdir(exist_ok=True, mode=0o700)
    with tarfile.open(archive) as stream:
        stream.extractall(into, filter="data")


def without_source_settings(data: Path) -> None:
    """Replace the configuration of a data directory, and give its files to the account that runs the servers."""
    for name in _REMOVED:
        (data / name).unlink(missing_ok=True)
    (data / "postgresql.conf").write_text("# The settings are in pgrehearse.conf.\n")
    (data / "pg_hba.conf").write_text(_ACCESS)
    (data / "pg_ident.conf").write_text("")
    give_tree(data)


def give_tree(data: Path) -> None:
    """Make the account that runs the servers the owner of a data directory; nobody else may read it."""
    owner = account()
    if owner.uid is not None and owner.gid is not None:
        for path in (data, *data.rglob("*")):
            shutil.chown(path, owner.uid, owner.gid)
    data.chmod(0o700)
