"""A window of some days ago: traffic of this moment, captured from its log with all times moved back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import LogMark

AGE = timedelta(days=10)
_STAMP = re.compile(rb"\b(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?=\.\d{3} UTC| UTC)")


def captured_long_ago(mark: LogMark, folder: Path, name: str, **options: Any) -> Workload:
    """Capture what came since the mark, as if it had run ``AGE`` ago. *options*: further ones of the capture."""
    log, output = folder / f"{name}.csv", folder / f"{name}.workload"
    log.write_bytes(_STAMP.sub(lambda found: _moved(found[1]), mark.settled()))
    capture_logs(CaptureOptions((log,), output, force=True, **options), tool_version="test")
    return Workload.open(output)


def _moved(stamp: bytes) -> bytes:
    moment = datetime.strptime(stamp.decode(), "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC) - AGE
    return moment.strftime("%Y-%m-%d %H:%M:%S").encode()
