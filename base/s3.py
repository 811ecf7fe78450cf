"""Objects in S3 as streams: a read continues at the same position after the connection breaks."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from pgrehearse.base.aws_errors import Purpose, aws_errors, connected
from pgrehearse.base.errors import BadInput

SCHEME = "s3://"
# So many attempts in sequence to read an object whose connection breaks, without a byte between them.
ATTEMPTS = 4


class BrokenConnection(OSError):
    """An object could not be read to its end."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One object. *open* returns it as a stream, from its beginning; *etag*: S3's tag of its content ("": it has none)."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    etag: str = ""


def objects(url: str, *, remedy: str) -> list[Stored]:
    """Return the objects whose keys begin with the prefix of *url*, empty ones too; credentials and region as in boto3.

    Raises ``BadInput`` if the bucket does not exist, cannot be read, or has no such object; *remedy*: what to do in the last
    case. Opening an object raises ``BadInput``, reading one ``BrokenConnection``.
    """
    bucket, _, prefix = url.removeprefix(SCHEME).partition("/")
    otherwise = "check the bucket's name, the region and the credentials"
    purpose = Purpose(url, ("s3:ListBucket", "s3:GetObject"), BadInput, otherwise)
    client = connected(purpose, lambda: boto3.client("s3"))
    with aws_errors(purpose):
        stored = list(_listed(client, bucket, prefix))
    if not stored:
        raise BadInput(f"{url}: no object has this prefix", remedy=remedy)
    return stored


def _listed(client: Any, bucket: str, prefix: str) -> Iterator[Stored]:
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        for item in page.get("Contents", []):
            key, size = str(item["Key"]), int(item["Size"])
            tag = str(item.get("ETag", "")).strip('"')
            yield Stored(f"{SCHEME}{bucket}/{key}", size, _opener(client, bucket, key, size), tag)


def _opener(client: Any, bucket: str, key: str, size: int) -> Callable[[], IO[bytes]]:
    return lambda: io.BufferedReader(_Object(client, bucket, key, size), 1 << 20)


class _Object(io.RawIOBase):
    """An object as a stream, which continues at the same position after its connection breaks."""

    def __init__(self, client: Any, bucket: str, key: str, size: int) -> None:
        self._client = client
        self._place = {"Bucket": bucket, "Key": key}
        self._size = size
        self._at = 0
        self._version: dict[str, str] = {}
        self._body: Any = None
        readable = "check that these credentials can read it, and that it is not archived"
        with aws_errors(Purpose(f"{SCHEME}{bucket}/{key}", ("s3:GetObject",), BadInput, readable)):
            self._connect()

    def _connect(self) -> None:
        """Request the object from the current position; the request fails if the object was replaced."""
        position = {"Range": f"bytes={self._at}-", **self._version} if self._at else {}
        response = self._client.get_object(**self._place, **position)
        self._version = {"IfMatch": str(response["ETag"])} if "ETag" in response else {}
        self._body = response["Body"]

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
        raise BrokenConnection(f"the connection broke {ATTEMPTS} times at byte {self._at} of {self._size}")
