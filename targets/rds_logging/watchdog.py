"""The detached process that puts a parameter group's values back: at the end of the time, or early when storage runs short.

Run as ``python -m pgrehearse.targets.rds_logging.watchdog ARN``. It has the credentials of its environment, and ends when the record is
gone (``doctor --restore``). It survives the end of the command and of the login; after a restart of the machine the record is still there.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass, field

import boto3
from botocore.credentials import RefreshableCredentials

from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.errors import HarnessFailure, PgrehearseError
from pgrehearse.targets.rds_logging.change import put_back
from pgrehearse.targets.rds_logging.groups import rds_client
from pgrehearse.targets.rds_logging.record import Record, Watched, record_of
from pgrehearse.targets.rds_logging.storage import free_storage, metrics_client

END = "the end of the time"
# How often the free storage is read, and how often it is looked for the record.
POLL_S, _TICK_S = 30.0, 1.0
# After so long without a point of the free storage the values are put back: nobody watches it.
UNKNOWN_US = 900 * SECOND
_READY, _START_S = b"ready\n", 60.0
# AWS can be unreachable, or credentials expired and renewed: so many attempts, in all six hours.
_TRIES = 720


def start(record: Record) -> None:
    """Start the watchdog of a record, and wait until it has read it. Raises ``HarnessFailure`` if it does not start."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "pgrehearse.targets.rds_logging.watchdog", record.arn],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdout is not None  # noqa: S101 (PIPE)
    ready = select.select([process.stdout], [], [], _START_S)[0]
    line = os.read(process.stdout.fileno(), len(_READY)) if ready else b""
    process.stdout.close()
    if line != _READY:
        process.kill()
    process.wait()  # it has handed over to a process of its own
    if line != _READY:
        raise HarnessFailure(
            "the process that puts the values back did not start", remedy="nothing was changed; run the command again"
        )


def credentials_note(server: str) -> str:
    """Return a note if the credentials have a session token that boto3 does not renew: the watchdog has the same ("": it renews them)."""
    credentials = boto3.Session().get_credentials()
    if credentials is None or not credentials.token or isinstance(credentials, RefreshableCredentials):
        return ""
    return (
        "the credentials have a session token that is not renewed: if it expires before the end, the values are not put back until "
        f"you run pgrehearse doctor --rds {server} --restore with new credentials"
    )


@dataclass(slots=True)
class Storage:
    """The free storage of the watched instances, as it is read. *seen_us*: when each was last known."""

    record: Record
    seen_us: dict[str, int] = field(default_factory=dict)

    def reason(self, now_us: int, free: dict[str, int | None]) -> str:
        """Return why the values have to be put back now ("": they have not). *free*: bytes, by instance (None: not known)."""
        if now_us >= self.record.until_us:
            return END
        for one in self.record.watched:
            value = free.get(one.name)
            if value is not None and value < one.least:
                return f"{one.name} has {value:,} bytes of free storage, less than {one.least:,}"
            if value is not None:
                self.seen_us[one.name] = now_us
            if now_us - self.seen_us.setdefault(one.name, now_us) >= UNKNOWN_US:
                return f"the free storage of {one.name} was not known for {UNKNOWN_US // SECOND // 60} minutes"
        return ""


def _free(one: Watched, now_us: int) -> int | None:
    try:
        return free_storage(metrics_client(one.name), one.name, one.metric, now_us)
    except PgrehearseError:
        return None


def _wait(record: Record) -> str:
    """Wait until the values have to be put back; return the reason ("": somebody else has put them back)."""
    storage, free, read_us = Storage(record), dict[str, int | None](), 0
    while record_of(record.arn) is not None:
        now_us = wall_us()
        if now_us - read_us >= POLL_S * SECOND:
            free, read_us = {one.name: _free(one, now_us) for one in record.watched}, now_us
        if reason := storage.reason(now_us, free):
            return reason
        time.sleep(max(0.0, min(_TICK_S, (record.until_us - wall_us()) / SECOND)))
    return ""


def main() -> None:
    """Put the values of a group back when it is time."""
    record = record_of(sys.argv[1])
    if record is None:
        return
    os.write(sys.stdout.fileno(), _READY)
    if os.fork():  # the command does not wait for the one that stays
        return
    if not (reason := _wait(record)):
        return
    for _ in range(_TRIES):
        try:
            put_back(rds_client(record.server), record.arn, reason)
        except PgrehearseError:
            time.sleep(POLL_S)
        else:
            return


if __name__ == "__main__":
    main()
