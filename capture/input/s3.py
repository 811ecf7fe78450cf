"""S3: logs as RDS exports, CloudWatch's exports or a team's shipper put them there."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from pgrehearse.base.errors import BadInput

# How often a connection that breaks within an object is made again, without a byte in between.
ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class Stored:
    """One object. *open* streams it from its beginning."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


def objects(url: str) -> list[Stored]:
    """Return the objects whose keys begin as *url* says, empty ones too; credentials and region as boto3 finds them.

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
            key, size = str(one["Key"]), int(one["Size"])
            yield Stored(f"s3://{bucket}/{key}", size, _opener(client, bucket, key, size))


def _opener(client: Any, bucket: str, key: str, size: int) -> Callable[[], IO[bytes]]:
    return lambda: io.BufferedReader(_Object(client, bucket, key, size), 1 << 20)


class _Object(io.RawIOBase):
    """An object as a stream, which goes on where it was when its connection breaks.

    Raises ``BadInput`` when the object cannot be opened, ``OSError`` when it cannot be read to its end.
    """

    def __init__(self, client: Any, bucket: str, key: str, size: int) -> None:
        self._client = client
        self._place = {"Bucket": bucket, "Key": key}
        self._size = size
        self._at = 0
        self._version: dict[str, str] = {}
        self._body: Any = None
        try:
            self._connect()
        except (BotoCoreError, ClientError) as error:
            raise BadInput(
                f"s3://{bucket}/{key}: {error}",
                remedy="check that these credentials may read it, and that it is not archived",
            ) from None

    def _connect(self) -> None:
        """Ask for the object from where we are; for the same object as before, or the request fails."""
        beyond = {"Range": f"bytes={self._at}-", **self._version} if self._at else {}
        answer = self._client.get_object(**self._place, **beyond)
        self._version = {"IfMatch": str(answer["ETag"])} if "ETag" in answer else {}
        self._body = answer["Body"]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._at >= self._size:
            return 0
        piece = self._piece(len(buffer))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def _piece(self, size: int) -> bytes:
        for attempt in range(ATTEMPTS):
            try:
                if attempt:
                    self._connect()
                if piece := bytes(self._body.read(size)):
                    return piece
            except (BotoCoreError, ClientError):
                continue
        raise OSError(f"the connection broke {ATTEMPTS} times at byte {self._at} of {self._size}")
