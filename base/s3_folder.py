"""A folder in S3 that is written: objects are put, listed, fetched and deleted by their names in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import ClientError

from pgrehearse.base.artifact import fresh
from pgrehearse.base.aws_errors import Purpose, aws_errors, connected, error_code
from pgrehearse.base.errors import HarnessFailure, UsageProblem
from pgrehearse.base.s3 import SCHEME

_ACTIONS = ("s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject")
# So many objects are transferred at the same time.
_TRANSFERS = 4
_PIECE = 1 << 20
# The maximum number of objects that one request deletes.
_BATCH = 1000
# S3's codes of a conditional request whose object exists, or is being written.
_EXISTS = frozenset({"PreconditionFailed", "ConditionalRequestConflict"})


class S3Folder:
    """The objects below *url*, ``s3://bucket/name``; credentials and region as in boto3.

    Raises ``UsageProblem`` if *url* has no name in a bucket. Each method raises ``HarnessFailure`` if S3 is unreachable or refuses a request.
    """

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._bucket, _, self._prefix = self.url.removeprefix(SCHEME).partition("/")
        if not self._bucket or not self._prefix:
            raise UsageProblem(f"{url}: not the URL of a folder in S3", remedy="write s3://bucket/NAME")
        self._purpose = Purpose(self.url, _ACTIONS, HarnessFailure, "check the bucket, the region and the credentials")
        self._client = connected(self._purpose, lambda: boto3.client("s3"))

    def tags(self) -> dict[str, str]:
        """Return the names of all objects with S3's tags of their contents (ETag)."""
        with aws_errors(self._purpose):
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=f"{self._prefix}/"
            )
            items = [item for page in pages for item in page.get("Contents", [])]
        return {str(item["Key"]).removeprefix(f"{self._prefix}/"): _tag(item) for item in items}

    def read(self, name: str) -> bytes | None:
        """Return the content of an object (None: there is none)."""
        with aws_errors(self._purpose):
            try:
                return bytes(self._client.get_object(Bucket=self._bucket, Key=self._key(name))["Body"].read())
            except ClientError as error:
                if error_code(error) == "NoSuchKey":
                    return None
                raise

    def write(self, name: str, content: bytes) -> None:
        """Write an object; one of that name is replaced."""
        with aws_errors(self._purpose):
            self._client.put_object(Bucket=self._bucket, Key=self._key(name), Body=content)

    def create(self, name: str, content: bytes) -> bool:
        """Write an object if none has that name; return whether it was written. Of several processes only one creates it."""
        with aws_errors(self._purpose):
            try:
                self._client.put_object(Bucket=self._bucket, Key=self._key(name), Body=content, IfNoneMatch="*")
            except ClientError as error:
                if error_code(error) in _EXISTS:
                    return False
                raise
        return True

    def put(self, files: Mapping[str, Path]) -> dict[str, str]:
        """Write objects with the contents of files, by the objects' names, several at the same time; return their tags."""
        with ThreadPoolExecutor(_TRANSFERS) as threads:
            return dict(zip(files, threads.map(self._put, files, files.values()), strict=True))

    def fetch(self, files: Mapping[str, Path]) -> dict[str, str]:
        """Write the contents of objects to files, by the objects' names, several at the same time; return their tags.

        A file is complete or not there.
        """
        with ThreadPoolExecutor(_TRANSFERS) as threads:
            return dict(zip(files, threads.map(self._fetch, files, files.values()), strict=True))

    def delete(self, names: Iterable[str]) -> None:
        """Delete objects."""
        left = list(names)
        for begin in range(0, len(left), _BATCH):
            batch = [{"Key": self._key(name)} for name in left[begin : begin + _BATCH]]
            with aws_errors(self._purpose):
                answer = self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": batch, "Quiet": True})
                for refused in answer.get("Errors", [])[:1]:
                    error = {"Code": str(refused.get("Code", "")), "Message": str(refused.get("Key", ""))}
                    raise ClientError({"Error": error}, "DeleteObjects")

    def _put(self, name: str, path: Path) -> str:
        with aws_errors(self._purpose), path.open("rb") as file:
            return _tag(self._client.put_object(Bucket=self._bucket, Key=self._key(name), Body=file))

    def _fetch(self, name: str, path: Path) -> str:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with aws_errors(self._purpose), fresh(path) as working, working.open("wb") as file:
            answer = self._client.get_object(Bucket=self._bucket, Key=self._key(name))
            shutil.copyfileobj(answer["Body"], file, _PIECE)
            return _tag(answer)

    def _key(self, name: str) -> str:
        return f"{self._prefix}/{name}"


def _tag(answer: Mapping[str, Any]) -> str:
    return str(answer.get("ETag", "")).strip('"')
