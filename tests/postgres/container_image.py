"""An image with this machine's PostgreSQL 15, for tests: no image has to be pulled. Its entrypoint does what that of the image ``postgres`` does."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from pathlib import Path

NAME = "pgrehearse-test:15"
_ROOT = Path("/usr/lib/postgresql/15")
_TREES = (_ROOT, Path("/usr/share/postgresql/15"), Path("/usr/share/zoneinfo"), Path("/usr/lib/locale/C.utf8"))
_PROGRAMS = (
    "/bin/sh",
    "/usr/bin/id",
    "/bin/cp",
    "/bin/rm",
    "/bin/mkdir",
    "/bin/chown",
    "/bin/chmod",
    "/usr/bin/setpriv",
)
_LINK = re.compile(r"(?:=> )?(/\S+) \(0x")
_FILES = {
    "etc/passwd": "root:x:0:0:root:/:/bin/sh\npostgres:x:999:999:postgres:/:/bin/sh\n",
    "etc/group": "root:x:0:\npostgres:x:999:\n",
    "entrypoint.sh": """#!/bin/sh
set -e
as="setpriv --reuid=999 --regid=999 --clear-groups"
mkdir -p "$PGDATA" /tmp /var/run/postgresql
chown -R 999:999 "$PGDATA" /tmp /var/run/postgresql
chmod 700 "$PGDATA"
if [ ! -e "$PGDATA/PG_VERSION" ]; then
    $as initdb -D "$PGDATA" -U "$POSTGRES_USER" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    echo 'host all all all trust' >>"$PGDATA/pg_hba.conf"
fi
exec $as "$@"
""",
}


def root_file_system() -> io.BytesIO:
    """Return the image's root file system: programs with their libraries, and the trees that PostgreSQL reads."""
    programs = [Path(name).resolve() for name in _PROGRAMS] + [path.resolve() for path in (_ROOT / "bin").iterdir()]
    extensions = list((_ROOT / "lib").glob("*.so"))
    libraries = _libraries([*programs, *extensions])
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for tree in _TREES:
            archive.add(tree, arcname=str(tree).lstrip("/"))
        for path in {*map(Path, _PROGRAMS), *libraries}:
            archive.add(path.resolve(), arcname=str(path).lstrip("/"))
        for name, text in _FILES.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(text), 0o755
            archive.addfile(member, io.BytesIO(text.encode()))
    stream.seek(0)
    return stream


def _libraries(files: list[Path]) -> set[Path]:
    """Return the shared libraries of programs, by the names under which they are loaded."""
    names: set[Path] = set()
    for file in files:
        output = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False).stdout
        names |= {Path(match[1]) for match in _LINK.finditer(output)}
    return names
