"""A workload is uploaded to S3; an existing workload remains readable until the new one is complete.

The data files of each capture are in a folder of their own (``data-...``), which the manifest names. The manifest is
uploaded last, in one request: before it a reader gets the old workload, after it the new one. The objects of the old
workload are deleted afterwards.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from pgrehearse.base.artifact import MANIFEST, MARKER, Kind
from pgrehearse.base.errors import HarnessFailure, UsageProblem
from pgrehearse.base.s3_folder import S3Folder
from pgrehearse.workload import manifest

_DATA = r"(sessions|shapes|metrics|decoded|pins(-[0-9a-f]{16})?)\.parquet|events/part-\d+\.parquet"
_WORKLOAD_FILES = re.compile(rf"|{re.escape(MANIFEST)}|{_DATA}|data-[0-9a-f]{{16}}/({_DATA}|{re.escape(MARKER)})")
_OTHER = "choose another -o; --force replaces only workloads of pgrehearse"


@contextmanager
def uploaded(url: str, *, force: bool) -> Iterator[Path]:
    """Yield a folder to write a workload to, and upload it to *url* if the block succeeds.

    Raises ``UsageProblem`` if the objects at *url* may not be replaced, ``HarnessFailure`` if S3 refuses a request.
    """
    place = S3Folder(url)
    old = _replaceable(place, force=force)
    with TemporaryDirectory(prefix="pgrehearse-") as folder:
        local = Path(folder) / "w.workload"
        yield local
        marker = _upload(place, local)
        try:
            place.delete([*old, marker])
        except HarnessFailure as error:
            raise HarnessFailure(
                f"{url} was written, but the objects of the replaced workload could not be deleted: {error.message}",
                remedy=f"delete the objects under {url}/ that are neither {MANIFEST} nor in the folder that it names",
            ) from None


def _replaceable(place: S3Folder, *, force: bool) -> list[str]:
    """Return the names of the objects of a workload that a new one may replace, without its manifest.

    Without *force*: only the objects of an incomplete upload.
    """
    names = list(place.tags())
    other = next((name for name in names if not _WORKLOAD_FILES.fullmatch(name)), None)
    if other is not None:
        raise UsageProblem(f"{place.url}/ contains {other}, which is not part of a workload", remedy=_OTHER)
    if MANIFEST in names:
        if not _is_workload(place):
            raise UsageProblem(f"{place.url}/{MANIFEST} is not the manifest of a workload", remedy=_OTHER)
        if not force:
            raise UsageProblem(f"{place.url} exists", remedy="choose another -o, or give --force to replace it")
    else:
        incomplete = {name.partition("/")[0] for name in names if name.endswith(f"/{MARKER}")}
        unrelated = next((name for name in names if name and name.partition("/")[0] not in incomplete), None)
        if unrelated is not None:
            raise UsageProblem(f"{place.url}/ contains {unrelated}, but no workload", remedy="choose another -o")
    return [name for name in names if name not in {"", MANIFEST}]


def _is_workload(place: S3Folder) -> bool:
    with suppress(ValueError):
        document = json.loads(place.read(MANIFEST) or b"")
        return (
            isinstance(document, dict)
            and document.get("kind") == str(Kind.WORKLOAD)
            and type(document.get("format")) is int
        )
    return False


def _upload(place: S3Folder, local: Path) -> str:
    """Upload a workload, its manifest last; return the marker's name. If that fails, the uploaded objects are deleted."""
    folder = f"data-{token_hex(8)}"
    document = replace(manifest.read(local), folder=folder)
    marker = f"{folder}/{MARKER}"
    paths = sorted(path for path in local.rglob("*") if path.is_file() and path.name != MANIFEST)
    files = {f"{folder}/{path.relative_to(local)}": path for path in paths}
    with ExitStack() as undo:
        undo.callback(_delete_uploaded, place, [marker, *files])
        place.write(marker, b"")
        place.put(files)
        undo.pop_all()
    place.write(MANIFEST, json.dumps(document.document(), indent=2, ensure_ascii=False).encode())
    return marker


def _delete_uploaded(place: S3Folder, names: list[str]) -> None:
    """Delete the objects of a failed upload; errors are suppressed, because the upload's failure is reported."""
    with suppress(HarnessFailure):
        place.delete(names)
