"""S3: logs as RDS exports or a team's shipper put them there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from base.errors import BadInput


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
