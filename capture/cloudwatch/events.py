"""The events of a slice of a log stream become the text of a log.

An event is a record, or a line of one; a line that is longer than an event may be has several events (PutLogEvents: at most 1 MB,
before 2025 256 KB).

Pages of GetLogEvents (API reference) have at most 1 MB or 10,000 events, can be empty, and end when a page's token is the
one that was sent.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO, Any

from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

from pgrehearse.base.aws_errors import Purpose, aws_errors, error_code
from pgrehearse.base.clock import MILLISECOND
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.cloudwatch.slices import Slice
from pgrehearse.capture.rate import Rate

PERMISSIONS = ("logs:DescribeLogStreams", "logs:GetLogEvents")
# The service permits 25 requests a second for an account in most regions, and 10 in some (CloudWatch Logs quotas).
REQUESTS_A_SECOND = 8
_ATTEMPTS, _BACKOFF_S = 6, 1.0
_AGAIN = frozenset(
    {
        "ThrottlingException",
        "Throttling",
        "ServiceUnavailableException",
        "ServiceUnavailable",
        "InternalFailure",
        "500",
        "503",
    }
)
# An event so long was cut in a line, if the next one begins neither a record nor a line of one: these begin with a time, or a tab.
_LONG_BYTES = 250_000
_BEGINS = re.compile(rb"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d|\t")


def purpose(group: str) -> Purpose:
    """Return the purpose of a request for a log group."""
    return Purpose(group, PERMISSIONS, BadInput)


def begins_line(text: bytes) -> bool:
    """Return whether the text of an event begins a line of a log."""
    return _BEGINS.match(text) is not None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads log streams of a group. *client*: of boto3, shared by threads; *requests*, *volume*: limits of all reads together;
    *done*: is called when a slice is complete."""

    client: Any
    group: str
    requests: Rate
    volume: Rate
    done: Callable[[int], None] = lambda _: None

    def download(self, part: Slice, path: Path) -> str:
        """Write the text of a slice to *path*, without a newline at the end if its last line may continue in the next slice.

        Return "": a slice lacks nothing. Raises ``BadInput`` if AWS refuses.
        """
        with aws_errors(purpose(self.group)), path.open("wb") as stream:
            _write(stream, self._texts(part))
        self.done(1)
        return ""

    def _texts(self, part: Slice) -> Iterator[bytes]:
        """Yield the texts of the events of a slice, in order."""
        token: str | None = None
        while True:
            page = self._page(part, token)
            yield from (str(event["message"]).encode() for event in page["events"])
            if page["nextForwardToken"] == token:
                return
            token = str(page["nextForwardToken"])

    def _page(self, part: Slice, token: str | None) -> dict[str, Any]:
        """Return one page; the request is repeated after throttling, an error of the service, or a broken connection."""
        position = {"nextToken": token} if token else {}
        for attempt in count():
            self.requests.take(1)
            try:
                page: dict[str, Any] = self.client.get_log_events(
                    logGroupName=self.group,
                    logStreamName=part.stream.name,
                    startTime=part.begin_us // MILLISECOND,
                    endTime=part.end_us // MILLISECOND,
                    startFromHead=True,
                    **position,
                )
            except (ClientError, HTTPClientError) as error:
                if attempt + 1 == _ATTEMPTS or not _repeats(error):
                    raise
                time.sleep(_BACKOFF_S * 2**attempt)
            else:
                break
        self.volume.take(sum(len(event["message"]) for event in page["events"]))
        return page


def _repeats(error: ClientError | BotoCoreError) -> bool:
    return not isinstance(error, ClientError) or error_code(error) in _AGAIN


def _write(stream: IO[bytes], texts: Iterator[bytes]) -> None:
    """Write the texts of events as lines."""
    long = False
    for place, text in enumerate(texts):
        if place and not (long and not begins_line(text)):
            stream.write(b"\n")
        stream.write(text.removesuffix(b"\n"))
        long = len(text) >= _LONG_BYTES and not text.endswith(b"\n")
    if stream.tell() and not long:
        stream.write(b"\n")
