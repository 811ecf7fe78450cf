"""(b) Log files of instances, which moto lacks: they are the files of a real server's log directory.

Sources: RDS API reference, DescribeDBLogFiles, DownloadDBLogFilePortion, DownloadCompleteDBLogFile (REST). What portions do
with long lines is known from reports of users (aws-sdk-js 1463, aws-cli 2268): a portion of more than 1 MB ends in the middle of
a line, where a text is inserted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from tests.aws.standin.exchange import Answer, Call, element, error, result

TRUNCATED = b" [Your log message was truncated]\n"
_COMPLETE = "/v13/downloadCompleteLogFile/"


@dataclass
class LogFiles:
    """The log directory of each instance. *portion*: the most bytes of one portion; *complete*: whether complete files can be
    downloaded; *page*: the most files of one page; *last_written*: of each file, if not its own (milliseconds)."""

    folders: dict[str, Path] = field(default_factory=dict)
    portion: int = 1 << 20
    complete: bool = True
    page: int = 100
    last_written: dict[str, int] = field(default_factory=dict)

    def __call__(self, call: Call) -> Answer | None:
        if call.path.startswith(_COMPLETE):
            return self._complete(call)
        if call.action in {"DescribeDBLogFiles", "DownloadDBLogFilePortion"}:
            name = call.values.get("DBInstanceIdentifier", "")
            if name not in self.folders:
                return error(404, "DBInstanceNotFound", f"DBInstance {name} not found.")
            return self._described(name, call) if call.action == "DescribeDBLogFiles" else self._portion(name, call)
        return None

    def _files(self, instance: str) -> Iterator[tuple[str, Path]]:
        for path in sorted(self.folders[instance].glob("postgresql*")):
            yield f"error/{path.name}", path

    def _described(self, instance: str, call: Call) -> Answer:
        """Return one page; Size is in bytes, LastWritten in milliseconds."""
        begin = int(call.values.get("Marker") or 0)
        files = [(name, path) for name, path in self._files(instance) if self._is_asked(name, path, call)]
        rows = "".join(
            "<DescribeDBLogFilesDetails>"
            + element("LogFileName", name)
            + element("LastWritten", self._written_ms(path))
            + element("Size", path.stat().st_size)
            + "</DescribeDBLogFilesDetails>"
            for name, path in files[begin : begin + self.page]
        )
        marker = element("Marker", begin + self.page) if begin + self.page < len(files) else ""
        return result("DescribeDBLogFiles", f"<DescribeDBLogFiles>{rows}</DescribeDBLogFiles>{marker}")

    def _is_asked(self, name: str, path: Path, call: Call) -> bool:
        contains = call.values.get("FilenameContains", "")
        return contains in name and self._written_ms(path) >= int(call.values.get("FileLastWritten") or 0)

    def _written_ms(self, path: Path) -> int:
        return self.last_written.get(path.name, round(path.stat().st_mtime * 1000))

    def _portion(self, instance: str, call: Call) -> Answer:
        """Return the lines after the marker, at most NumberOfLines of them; the marker is ``hour:offset``."""
        path = dict(self._files(instance)).get(call.values.get("LogFileName", ""))
        if path is None:
            return error(404, "DBLogFileNotFoundFault", "DBLogFile not found")
        data, begin = path.read_bytes(), int((call.values.get("Marker") or "0").rpartition(":")[2])
        lines = data[begin:].splitlines(keepends=True)[: int(call.values.get("NumberOfLines") or 10_000)]
        text = b"".join(lines)
        end = begin + len(text)
        if len(text) > self.portion:
            text = text[: self.portion] + TRUNCATED
        pending = "true" if end < len(data) else "false"
        inner = element("LogFileData", text.decode()) + element("Marker", f"1:{end}")
        return result("DownloadDBLogFilePortion", inner + element("AdditionalDataPending", pending))

    def _complete(self, call: Call) -> Answer:
        """Return a complete file; the request must be signed for rds."""
        if not call.signed:
            return error(403, "MissingAuthenticationToken", "Request is missing Authentication Token")
        if not self.complete:
            return error(403, "AccessDenied", "not authorized to perform: rds:DownloadCompleteDBLogFile")
        instance, _, name = unquote(call.path.removeprefix(_COMPLETE)).partition("/")
        if instance not in self.folders:
            return error(404, "DBInstanceNotFound", f"DBInstance {instance} not found.")
        path = dict(self._files(instance)).get(name)
        if path is None:
            return error(404, "DBLogFileNotFoundFault", f"DBLogFile {name} not found")
        return Answer(200, path.read_bytes(), "text/plain")
