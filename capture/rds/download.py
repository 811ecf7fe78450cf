"""A log file of an instance is downloaded: as a complete file, else in portions.

A complete file is one signed request (RDS API reference, DownloadCompleteDBLogFile) whose body is streamed. Portions
(DownloadDBLogFilePortion) have at most 1 MB: a longer one is cut in a line, where a text is inserted, and the flag of further
data can be false too early. So a cut portion is requested again with fewer lines, and the end is when the listed size was read.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError
from botocore.httpsession import URLLib3Session
from botocore.response import StreamingBody

from pgrehearse.base.aws_errors import Purpose, aws_errors, error_code
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.rate import Rate
from pgrehearse.capture.rds.file_choice import RdsFile

PERMISSIONS = ("rds:DescribeDBLogFiles", "rds:DownloadCompleteDBLogFile", "rds:DownloadDBLogFilePortion")
TRUNCATED = "[Your log message was truncated]"
# AWS's limit of one portion.
_MOST_LINES = 10_000
_ATTEMPTS, _BACKOFF_S = 4, 1.0
_PIECE = 1 << 18
# After these errors a complete file is requested again; after any other one it is downloaded in portions.
_AGAIN = frozenset(
    {"Throttling", "ThrottlingException", "InternalFailure", "ServiceUnavailable", "500", "502", "503", "504"}
)
_LOGIN = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
_CODE = re.compile(rb"<Code>([\w.]+)</Code>")


def purpose(instance: str) -> Purpose:
    """Return the purpose of a request for the logs of an instance."""
    return Purpose(instance, PERMISSIONS, BadInput)


@dataclass(frozen=True, slots=True)
class Downloader:
    """Downloads log files. *client*: of boto3, shared by threads (making one is not safe on several); *rate*: of all downloads
    together; *done*: is called with the number of bytes of each piece."""

    client: Any
    rate: Rate
    done: Callable[[int], None] = lambda _: None

    def download(self, instance: str, file: RdsFile, path: Path) -> str:
        """Write a log file to *path*; return what it may lack ("": nothing).

        Raises ``BadInput`` if less than its listed size could be downloaded.
        """
        with aws_errors(purpose(instance)):
            why = self._complete(instance, file, path)
            if not why:
                return ""
            cut = self._portions(instance, file, path)
        if path.stat().st_size < file.size:
            raise BadInput(
                f"{instance}: {file.name}: {path.stat().st_size:,} of {file.size:,} bytes could be downloaded ({why})",
                remedy="run the command again: complete files are kept",
            )
        lines = f"; {cut} lines of more than 1 MB are cut" if cut else ""
        return f"{instance}: {file.name} was downloaded in portions, because {why}{lines}"

    def _complete(self, instance: str, file: RdsFile, path: Path) -> str:
        """Download a complete file, in several attempts; return why it is not complete ("": it is)."""
        why, again = "", True
        for attempt in range(_ATTEMPTS):
            if attempt:
                time.sleep(_BACKOFF_S * 2**attempt)
            why, again = self._attempt(file, path, _complete_pieces(self.client, instance, file.name))
            if not again:
                break
        return why

    def _attempt(self, file: RdsFile, path: Path, pieces: Iterator[bytes]) -> tuple[str, bool]:
        """Write a file; return why it is not complete, and whether to request it again."""
        try:
            size = self._write(path, pieces)
        except ClientError as error:
            if error_code(error) in _LOGIN:
                raise
            return f"the complete file was refused ({error_code(error)})", error_code(error) in _AGAIN
        except BotoCoreError as error:
            return f"the connection broke ({type(error).__name__})", True
        if size < file.size:
            return f"the complete file had {size:,} of {file.size:,} bytes", True
        return "", False

    def _write(self, path: Path, pieces: Iterator[bytes]) -> int:
        with path.open("wb") as stream:
            return sum(self._put(stream, piece) for piece in pieces)

    def _put(self, stream: IO[bytes], piece: bytes) -> int:
        self.rate.take(len(piece))
        self.done(len(piece))
        return stream.write(piece)

    def _portions(self, instance: str, file: RdsFile, path: Path) -> int:
        """Download a file in portions; return how many lines were cut."""
        cut, size, marker, lines = 0, 0, "0", _MOST_LINES
        with path.open("wb") as stream:
            while True:
                page = self.client.download_db_log_file_portion(
                    DBInstanceIdentifier=instance, LogFileName=file.name, Marker=marker, NumberOfLines=lines
                )
                text, following = page.get("LogFileData") or "", page.get("Marker") or marker
                if TRUNCATED in text and lines > 1:
                    lines //= 2
                    continue
                cut += TRUNCATED in text
                size += self._put(stream, text.encode())
                ended = not page.get("AdditionalDataPending") and size >= file.size
                if ended or following == marker:
                    return cut
                marker, lines = following, min(2 * lines, _MOST_LINES)


def _complete_pieces(client: Any, instance: str, name: str) -> Iterator[bytes]:
    """Yield the bytes of a complete file. Raises ``ClientError`` and ``BotoCoreError`` as a client does."""
    credentials = boto3.Session().get_credentials()
    if credentials is None:
        raise NoCredentialsError
    url = f"{client.meta.endpoint_url.rstrip('/')}/v13/downloadCompleteLogFile/{quote(instance)}/{quote(name)}"
    request = AWSRequest("GET", url, stream_output=True)
    SigV4Auth(credentials.get_frozen_credentials(), "rds", client.meta.region_name).add_auth(request)
    response = URLLib3Session().send(request.prepare())
    length = response.headers.get("Content-Length")
    stream = StreamingBody(response.raw, int(length) if length else None)
    if response.status_code != 200:
        body = stream.read()
        code = match[1].decode() if (match := _CODE.search(body)) else str(response.status_code)
        raise ClientError({"Error": {"Code": code, "Message": "no log file"}}, "DownloadCompleteDBLogFile")
    yield from stream.iter_chunks(_PIECE)
