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
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from pgrehearse.base.artifact import MANIFEST, MARKER, Kind
from pgrehearse.base.aws_errors import Purpose, aws_errors, connected
from pgrehearse.base.errors import HarnessFailure, UsageProblem
from pgrehearse.workload import manifest

_DATA = r"(sessions|shapes|metrics|decoded|pins(-[0-9a-f]{16})?)\.parquet|events/part-\d+\.parquet"
_WORKLOAD_FILES = re.compile(rf"|{re.escape(MANIFEST)}|{_DATA}|data-[0-9a-f]{{16}}/({_DATA}|{re.escape(MARKER)})")
_ACTIONS = ("s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject")
# The maximum number of objects that one request deletes.
_BATCH = 1000


@contextmanager
def uploaded(url: str, *, force: bool) -> Iterator[Path]:
    """Yield a folder to write a workload to, and upload it to *url* if the block succeeds.

    Raises ``UsageProblem`` if the objects at *url* may not be replaced, ``HarnessFailure`` if S3 refuses a request.
    """
    bucket, _, prefix = url.removeprefix("s3://").rstrip("/").partition("/")
    if not bucket or not prefix:
        raise UsageProblem(f"{url}: not the URL of a workload", remedy="write s3://bucket/name.workload")
    client = connected(_purpose(url), lambda: boto3.client("s3"))
    with aws_errors(_purpose(url)):
        old = _replaceable(client, bucket, prefix, force=force)
    with TemporaryDirectory(prefix="pgrehearse-") as folder:
        local = Path(folder) / "w.workload"
        yield local
        with aws_errors(_purpose(url)):
            marker = _upload(client, bucket, prefix, local)
        with _cleanup_errors(url):
            _delete(client, bucket, [*old, marker])


def _purpose(url: str) -> Purpose:
    return Purpose(url, _ACTIONS, HarnessFailure, "check the bucket, the region and the credentials")


@contextmanager
def _cleanup_errors(url: str) -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise HarnessFailure(
            f"{url} was written, but the objects of the replaced workload could not be deleted: {error}",
            remedy=f"delete the objects under {url}/ that are neither {MANIFEST} nor in the folder that it names",
        ) from None


def _replaceable(client: Any, bucket: str, prefix: str, *, force: bool) -> list[str]:
    """Return the keys of the workload under a prefix that a new one may replace, without its manifest.

    Without *force*: only the objects of an incomplete upload.
    """
    url, folder = f"s3://{bucket}/{prefix}", f"{prefix}/"
    keys = [
        str(item["Key"])
        for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=folder)
        for item in page.get("Contents", [])
    ]
    names = [key.removeprefix(folder) for key in keys]
    other = next((name for name in names if not _WORKLOAD_FILES.fullmatch(name)), None)
    if other is not None:
        raise UsageProblem(
            f"{url}/ contains {other}, which is not part of a workload",
            remedy="choose another -o; --force replaces only workloads of pgrehearse",
        )
    if MANIFEST in names:
        if not _is_workload(client, bucket, folder + MANIFEST):
            raise UsageProblem(
                f"{url}/{MANIFEST} is not the manifest of a workload",
                remedy="choose another -o; --force replaces only workloads of pgrehearse",
            )
        if not force:
            raise UsageProblem(f"{url} exists", remedy="choose another -o, or give --force to replace it")
    else:
        incomplete = {name.partition("/")[0] for name in names if name.endswith(f"/{MARKER}")}
        unrelated = next((name for name in names if name and name.partition("/")[0] not in incomplete), None)
        if unrelated is not None:
            raise UsageProblem(f"{url}/ contains {unrelated}, but no workload", remedy="choose another -o")
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


def _upload(client: Any, bucket: str, prefix: str, local: Path) -> str:
    """Upload a workload, its manifest last; return the marker's key. If that fails, the uploaded objects are deleted."""
    folder = f"data-{token_hex(8)}"
    document = replace(manifest.read(local), folder=folder)
    data = f"{prefix}/{folder}"
    keys = [f"{data}/{MARKER}"]
    with ExitStack() as undo:
        undo.callback(_delete_uploaded, client, bucket, keys)
        client.put_object(Bucket=bucket, Key=keys[0], Body=b"")
        for path in sorted(path for path in local.rglob("*") if path.is_file() and path.name != MANIFEST):
            keys.append(f"{data}/{path.relative_to(local)}")
            with path.open("rb") as stream:
                client.put_object(Bucket=bucket, Key=keys[-1], Body=stream)
        body = json.dumps(document.document(), indent=2, ensure_ascii=False).encode()
        undo.pop_all()
    client.put_object(Bucket=bucket, Key=f"{prefix}/{MANIFEST}", Body=body)
    return keys[0]


def _delete_uploaded(client: Any, bucket: str, keys: list[str]) -> None:
    """Delete the objects of a failed upload; errors are suppressed, because the upload's failure is reported."""
    with suppress(BotoCoreError, ClientError):
        _delete(client, bucket, keys)


def _delete(client: Any, bucket: str, keys: list[str]) -> None:
    """Delete objects; raise ``ClientError`` if S3 does not delete one of them."""
    for begin in range(0, len(keys), _BATCH):
        batch = [{"Key": key} for key in keys[begin : begin + _BATCH]]
        refused = client.delete_objects(Bucket=bucket, Delete={"Objects": batch, "Quiet": True}).get("Errors", [])
        if refused:
            error = {"Code": str(refused[0].get("Code", "")), "Message": str(refused[0].get("Key", ""))}
            raise ClientError({"Error": error}, "DeleteObjects")
