"""A run that is written to ``s3://bucket/NAME``: it is complete there exactly if its manifest is there.

While it is written, the object ``.pgrehearse`` reserves the place for one replay. Hosts of a cluster put their parts there themselves, the
process that coordinates the replay puts the other files, and the manifest last. Then this object is deleted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from pgrehearse.base.artifact import MANIFEST, MARKER, Kind, write_json
from pgrehearse.base.artifact_kinds import is_name_of
from pgrehearse.base.errors import BadInput, HarnessFailure, UsageProblem

if TYPE_CHECKING:
    from pgrehearse.base.s3_folder import S3Folder

_OTHER = "choose another -o; --force replaces only runs of pgrehearse"


class RunInS3:
    """The place of one run in S3. *force*: a run that is there is replaced.

    Each method raises ``HarnessFailure`` if S3 is unreachable or refuses a request.
    """

    def __init__(self, url: str, *, force: bool = False) -> None:
        from pgrehearse.base.s3_folder import S3Folder  # boto3 is imported only where it is used

        self._folder: S3Folder = S3Folder(url)
        self._force = force
        self._token = token_hex(8)
        # The files that are in S3 as they are here: the time of their last change here in nanoseconds, and S3's tag of the content.
        self._same: dict[str, tuple[int, str]] = {}

    @property
    def url(self) -> str:
        """``s3://bucket/NAME``."""
        return self._folder.url

    def check(self) -> None:
        """Raise ``UsageProblem`` unless a run can be written there and nothing of the user is replaced. Nothing is changed."""
        names = self._folder.tags()
        foreign = next((name for name in names if name and not is_name_of(Kind.RUN, name.partition("/")[0])), None)
        if foreign is not None:
            raise UsageProblem(f"{self.url}/ contains {foreign}, which is not part of a run", remedy=_OTHER)
        if MANIFEST in names:
            if not self._is_run():
                raise UsageProblem(f"{self.url}/{MANIFEST} is not the manifest of a run", remedy=_OTHER)
            if not self._force:
                raise UsageProblem(f"{self.url} exists", remedy="choose another -o, or add --force to replace it")
        elif MARKER in names:
            if not self._force:
                raise UsageProblem(
                    f"{self.url} is an incomplete run: another replay writes it, or was ended early",
                    remedy="choose another -o; if that replay has ended, collect its parts with --collect, or replace them with --force",
                )
        elif any(names):
            raise UsageProblem(
                f"{self.url}/ contains {min(filter(None, names))}, but no run", remedy="choose another -o"
            )

    def reserve(self) -> None:
        """Reserve the place for this replay, and delete the run that it replaces. Raises ``UsageProblem`` as ``check``."""
        self.check()
        old = [name for name in self._folder.tags() if name and name != MARKER]
        reservation = self._reservation({})
        if self._force:
            self._folder.write(MARKER, reservation)
        elif not self._folder.create(MARKER, reservation):
            raise UsageProblem(
                f"another replay writes {self.url}", remedy="wait until it has ended, or choose another -o"
            )
        # Without its manifest the old run is not readable any more: no reader gets half of it.
        self._folder.delete(name for name in old if name == MANIFEST)
        self._folder.delete(name for name in old if name != MANIFEST)

    def describe(self, run: Path, names: Iterable[str], wall_start_us: int) -> None:
        """Put what is known of the run before it starts: its parts can be collected if this process is lost.

        *run*: its directory; *names*: of files in it; *wall_start_us*: the start of its time line.
        """
        manifest = json.loads((run / MANIFEST).read_text(encoding="utf-8"))
        self._folder.put({name: run / name for name in names if (run / name).is_file()})
        self._folder.write(MARKER, self._reservation({**manifest, "wall_start_us": wall_start_us}))

    def fetch_parts(self, run: Path, tags: Mapping[str, str]) -> None:
        """Fetch parts that hosts have put there to the directory *run*, except those that it has. *tags*: S3's, by the names of the parts.

        Raises ``HarnessFailure`` also if a part is not the one that the host has put there.
        """
        parts = {name: run / name for name in tags if not (run / name).exists()}
        for name, tag in self._folder.fetch(parts).items():
            if tag != tags[name]:
                raise self._not_ours()
            self._same[name] = parts[name].stat().st_mtime_ns, tag

    def tags(self) -> dict[str, str]:
        """Return the names of all objects with S3's tags of their contents."""
        return self._folder.tags()

    def fetch_incomplete(self, run: Path, is_part: Callable[[str], bool]) -> None:
        """Fetch a run that its replay has left incomplete to the new directory *run*. Raises ``UsageProblem`` if there is none."""
        names = self.tags()
        if MANIFEST in names or MARKER not in names:
            reason = "it is complete" if MANIFEST in names else "there is no incomplete run"
            raise UsageProblem(
                f"{self.url} cannot be continued: {reason}", remedy="use the URL that the replay had as -o"
            )
        manifest = _document(self._folder.read(MARKER)).get("manifest")
        if not isinstance(manifest, dict) or not manifest:
            raise BadInput(
                f"{self.url} has no parts of hosts: its replay ended before it began, or it ran on one machine",
                remedy="replay again with --force; of one machine, what was done is in the folder pgrehearse-run-* in its TMPDIR",
            )
        (run / "outcomes").mkdir(mode=0o700, parents=True)
        (run / MARKER).touch(mode=0o600)
        write_json(run / MANIFEST, manifest)
        self._folder.fetch({name: run / name for name in names if name.endswith(".json") and "/" not in name})
        self.fetch_parts(
            run, {name: tag for name, tag in names.items() if is_part(name) or name == "session_copies.parquet"}
        )

    def take_over(self) -> None:
        """Reserve the place of an incomplete run for this process."""
        self._folder.write(MARKER, self._reservation(_document(self._folder.read(MARKER)).get("manifest", {})))

    def complete(self, run: Path) -> None:
        """Put all files of a finished run that are not there, its manifest last."""
        self._require_reservation()
        there = self._folder.tags()
        files = {str(path.relative_to(run)): path for path in sorted(run.rglob("*")) if path.is_file()}
        others = {
            name: path for name, path in files.items() if name != MANIFEST and not self._is_same(name, path, there)
        }
        self._folder.put(others)
        self._folder.delete(name for name in there if name and name not in files and name != MARKER)
        self._require_reservation()
        self._folder.put({MANIFEST: files[MANIFEST]})
        self._folder.delete([MARKER])

    def release(self) -> None:
        """Give up the place of a replay that has sent nothing."""
        if self._is_reserved():
            self._folder.delete(name for name in self.tags() if name != MARKER)
            self._folder.delete([MARKER])

    def _is_same(self, name: str, path: Path, there: Mapping[str, str]) -> bool:
        """Return whether a file is in S3 as it is here. *there*: the tags of all objects."""
        return name in there and self._same.get(name) == (path.stat().st_mtime_ns, there[name])

    def _reservation(self, manifest: dict[str, Any]) -> bytes:
        return json.dumps({"replay": self._token, "manifest": manifest}).encode()

    def _is_reserved(self) -> bool:
        return _document(self._folder.read(MARKER)).get("replay") == self._token

    def _require_reservation(self) -> None:
        """Raise ``HarnessFailure`` if the place is not that of this replay any more: parts of two runs would be one."""
        if not self._is_reserved():
            raise self._not_ours()

    def _not_ours(self) -> HarnessFailure:
        return HarnessFailure(
            f"another replay writes {self.url}, or its objects were replaced", remedy="copy this run to another place"
        )

    def _is_run(self) -> bool:
        document = _document(self._folder.read(MANIFEST))
        return document.get("kind") == str(Kind.RUN) and type(document.get("format")) is int


def _document(content: bytes | None) -> dict[str, Any]:
    """Return a JSON object (empty: there is none)."""
    with suppress(ValueError):
        document = json.loads(content or b"")
        return document if isinstance(document, dict) else {}
    return {}
