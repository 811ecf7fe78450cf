"""A workload at S3, to be read elsewhere: what lies there stays readable until the new one is whole, and no longer.

The data files of each capture lie in a folder of their own (``data-...``), which the manifest names. The manifest goes
last, in one request: until then a reader finds the old workload, from then on the new one. What belonged to the old
one is deleted afterwards.
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
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from pgrehearse.base.artifact import MANIFEST, MARKER, Kind
from pgrehearse.base.errors import OurFailure, UsageProblem
from pgrehearse.workload import manifest

_DATA = r"(sessions|shapes|metrics)\.parquet|events/part-\d+\.parquet"
_OURS = re.compile(rf"|{re.escape(MANIFEST)}|{_DATA}|data-[0-9a-f]{{16}}/({_DATA}|{re.escape(MARKER)})")
# S3 deletes so many objects in one request.
_MOST = 1000


@contextmanager
def leaving(url: str, *, force: bool) -> Iterator[Path]:
    """Give a folder to write a workload to, and put it under *url* when that went well.

    Raises ``UsageProblem`` when what lies there may not be replaced, ``OurFailure`` when S3 refuses.
    """
    bucket, _, prefix = url.removeprefix("s3://").rstrip("/").partition("/")
    if not bucket or not prefix:
        raise UsageProblem(f"{url}: not a place for a workload", remedy="write s3://bucket/name.workload")
    client = boto3.client("s3")
    with _refusals(url):
        old = _replaceable(client, bucket, prefix, force=force)
    with TemporaryDirectory(prefix="pgrehearse-") as folder:
        made = Path(folder) / "w.workload"
        yield made
        with _refusals(url):
            marker = _put(client, bucket, prefix, made)
        with _left(url):
            _delete(client, bucket, [*old, marker])


@contextmanager
def _refusals(url: str) -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise OurFailure(f"{url}: {error}", remedy="check the bucket, the region and the credentials") from None


@contextmanager
def _left(url: str) -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise OurFailure(
            f"{url} is written, but what it replaced could not be deleted: {error}",
            remedy=f"delete the objects under {url}/ that are not {MANIFEST} and not in the folder that it names",
        ) from None


def _replaceable(client: Any, bucket: str, prefix: str, *, force: bool) -> list[str]:
    """Return the keys of the workload under a prefix that a new one may replace, without its manifest.

    Without *force* only what an upload left that never ended.
    """
    url, begin = f"s3://{bucket}/{prefix}", f"{prefix}/"
    keys = [
        str(one["Key"])
        for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=begin)
        for one in page.get("Contents", [])
    ]
    names = [key.removeprefix(begin) for key in keys]
    stranger = next((name for name in names if not _OURS.fullmatch(name)), None)
    if stranger is not None:
        raise UsageProblem(
            f"{url}/ holds {stranger}, which is not part of a workload",
            remedy="choose another -o; --force replaces only a workload of pgrehearse's",
        )
    if MANIFEST in names:
        if not _is_workload(client, bucket, begin + MANIFEST):
            raise UsageProblem(
                f"{url}/{MANIFEST} is not a workload's",
                remedy="choose another -o; --force replaces only a workload of pgrehearse's",
            )
        if not force:
            raise UsageProblem(f"{url} exists", remedy="choose another -o, or give --force to replace it")
    else:
        begun = {name.partition("/")[0] for name in names if name.endswith(f"/{MARKER}")}
        loose = next((name for name in names if name and name.partition("/")[0] not in begun), None)
        if loose is not None:
            raise UsageProblem(f"{url}/ holds {loose}, but no workload", remedy="choose another -o")
    return [key for key, name in zip(keys, names, strict=True) if name not in {"", MANIFEST}]


def _is_workload(client: Any, bucket: str, key: str) -> bool:
    with suppress(ValueError):
        document = json.loads(client.get_object(Bucket=bucket, Key=key)["Body"].read())
        return (
            isinstance(document, dict)
            and document.get("kind") == str(Kind.WORKLOAD)
            and type(document.get("format")) is int
        )
    return False


def _put(client: Any, bucket: str, prefix: str, made: Path) -> str:
    """Upload a workload, its manifest last; return the marker's key. What was uploaded of it goes when that fails."""
    folder = f"data-{token_hex(8)}"
    known = replace(manifest.read(made), folder=folder)
    data = f"{prefix}/{folder}"
    put = [f"{data}/{MARKER}"]
    with ExitStack() as undo:
        undo.callback(_take_back, client, bucket, put)
        client.put_object(Bucket=bucket, Key=put[0], Body=b"")
        for path in sorted(path for path in made.rglob("*") if path.is_file() and path.name != MANIFEST):
            put.append(f"{data}/{path.relative_to(made)}")
            with path.open("rb") as stream:
                client.put_object(Bucket=bucket, Key=put[-1], Body=stream)
        body = json.dumps(known.document(), indent=2, ensure_ascii=False).encode()
        undo.pop_all()
    client.put_object(Bucket=bucket, Key=f"{prefix}/{MANIFEST}", Body=body)
    return put[0]


def _take_back(client: Any, bucket: str, keys: list[str]) -> None:
    """Delete what was uploaded before an upload failed; that failure is the one to report."""
    with suppress(BotoCoreError, ClientError):
        _delete(client, bucket, keys)


def _delete(client: Any, bucket: str, keys: list[str]) -> None:
    """Delete objects; one that S3 does not delete is an error."""
    for begin in range(0, len(keys), _MOST):
        batch = [{"Key": key} for key in keys[begin : begin + _MOST]]
        refused = client.delete_objects(Bucket=bucket, Delete={"Objects": batch, "Quiet": True}).get("Errors", [])
        if refused:
            error = {"Code": str(refused[0].get("Code", "")), "Message": str(refused[0].get("Key", ""))}
            raise ClientError({"Error": error}, "DeleteObjects")
