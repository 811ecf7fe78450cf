"""S3: logs as RDS exports or a team's shipper put them there, and workloads that are to be read elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from base.artifact import MANIFEST
from base.errors import BadInput, OurFailure, UsageProblem


@dataclass(frozen=True, slots=True)
class Stored:
    """One object. *open* streams it from its beginning."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


def objects(url: str) -> list[Stored]:
    """Return the objects whose keys begin as *url* says; credentials and region as boto3 finds them.

    Raises ``BadInput`` for a bucket that is not there, not ours to read, or holds nothing by that name.
    """
    bucket, _, prefix = url.removeprefix("s3://").partition("/")
    client = boto3.client("s3")
    try:
        found = list(_listed(client, bucket, prefix))
    except (BotoCoreError, ClientError) as error:
        raise BadInput(f"{url}: {error}", remedy="check the bucket's name, the region and the credentials") from None
    if not found:
        raise BadInput(f"{url}: no object by that name", remedy="give s3://bucket/prefix of the log files")
    return found


def _listed(client: Any, bucket: str, prefix: str) -> Iterator[Stored]:
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        for one in page.get("Contents", []):
            key = str(one["Key"])
            if int(one["Size"]):
                yield Stored(f"s3://{bucket}/{key}", int(one["Size"]), _opener(client, bucket, key))


def _opener(client: Any, bucket: str, key: str) -> Callable[[], IO[bytes]]:
    def opened() -> IO[bytes]:
        body: IO[bytes] = client.get_object(Bucket=bucket, Key=key)["Body"]
        return body

    return opened


@contextmanager
def leaving(url: str, *, force: bool) -> Iterator[Path]:
    """Give a folder to write a workload to, and put it under *url* when that went well: its manifest last.

    Raises ``UsageProblem`` when something lies there already (unless *force*), ``OurFailure`` when S3 refuses.
    """
    bucket, _, prefix = url.removeprefix("s3://").rstrip("/").partition("/")
    if not bucket or not prefix:
        raise UsageProblem(f"{url}: not a place for a workload", remedy="write s3://bucket/name.workload")
    client = boto3.client("s3")
    try:
        there = client.list_objects_v2(Bucket=bucket, Prefix=f"{prefix}/", MaxKeys=1).get("KeyCount", 0)
        if there and not force:
            raise UsageProblem(f"{url} exists", remedy="choose another -o, or give --force to replace it")
        with TemporaryDirectory(prefix="pgrehearse-") as folder:
            made = Path(folder) / "w.workload"
            yield made
            files = [path for path in made.rglob("*") if path.is_file()]
            for path in sorted(files, key=lambda path: (path.name == MANIFEST, path)):
                with path.open("rb") as stream:
                    client.put_object(Bucket=bucket, Key=f"{prefix}/{path.relative_to(made)}", Body=stream)
    except (BotoCoreError, ClientError) as error:
        raise OurFailure(f"{url}: {error}", remedy="check the bucket, the region and the credentials") from None
