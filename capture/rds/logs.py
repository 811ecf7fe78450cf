"""The logs of instances for a window, downloaded into the user's cache: several files at a time, each once.

A file in the cache belongs to the instance's resource id, and to its name, size and time at the service.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

from pgrehearse.base.aws_errors import aws_errors, connected
from pgrehearse.base.cache_folder import cache_folder
from pgrehearse.base.progress import Stage
from pgrehearse.capture.log_cache import Count, Downloaded, Write, cache_errors, download_missing, make_room, used
from pgrehearse.capture.rate import Rate
from pgrehearse.capture.rds.download import Downloader, purpose
from pgrehearse.capture.rds.file_choice import RdsFile, choose

PART = "rds"


@dataclass(frozen=True, slots=True)
class LoggedInstance:
    """An instance whose logs are downloaded. *resource*: its DbiResourceId."""

    name: str
    resource: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    instance: LoggedInstance
    file: RdsFile

    @property
    def path(self) -> Path:
        flat = self.file.name.replace("/", "_")
        folder = cache_folder(PART) / f"{self.instance.name}-{self.instance.resource}"
        return folder / f"{self.file.written_us}-{self.file.size}-{flat}"

    def written_by(self, downloader: Downloader) -> Write:
        """Return the function that downloads the file."""
        return lambda path: downloader.download(self.instance.name, self.file, path)


def download_logs(
    instances: Sequence[LoggedInstance], since_us: int, until_us: int, stage: Stage, rate: int = 0
) -> Downloaded:
    """Download the logs of *instances* from *since_us* until *until_us* (wall clock), at most *rate* bytes a second (0: any).

    Raises ``BadInput`` if there is no log of the window, or one cannot be downloaded completely.
    """
    wanted: list[_Wanted] = []
    notes: list[str] = []
    for instance in instances:
        choice = choose(instance.name, listed_files(instance.name, since_us), since_us, until_us)
        wanted += [_Wanted(instance, file) for file in choice.files]
        notes += choice.notes
    missing = sum(one.file.size for one in wanted if not one.path.exists())
    client = connected(purpose(instances[0].name), lambda: boto3.client("rds"))
    downloader = Downloader(client, Rate(rate), Count(stage, missing).add)
    with cache_errors(PART):
        download_missing([(one.path, one.written_by(downloader)) for one in wanted])
        notes += used(one.path for one in wanted)
        make_room(cache_folder(PART).glob("*/*"))
    return Downloaded(tuple(f"{one.instance.name}={one.path}" for one in wanted), tuple(notes))


def listed_files(instance: str, since_us: int) -> list[RdsFile]:
    """Return the log files of an instance that were written since *since_us*."""
    client = connected(purpose(instance), lambda: boto3.client("rds"))
    pages: Any = client.get_paginator("describe_db_log_files")
    with aws_errors(purpose(instance)):
        return [
            RdsFile.listed(row)
            for page in pages.paginate(DBInstanceIdentifier=instance, FileLastWritten=since_us // 1000)
            for row in page["DescribeDBLogFiles"]
        ]
