"""The parts of a run that the workers of a host have written are put in S3 while the replay runs; nothing in this module needs Ray.

A part that is complete never changes. If the host is lost, the parts that it had put there are not.
"""

from __future__ import annotations

import threading
from pathlib import Path

from pgrehearse.base.errors import PgrehearseError
from pgrehearse.base.s3_folder import S3Folder
from pgrehearse.replay.cluster.host_folder import parts_of

# How often a host looks for new parts, in seconds. Workers write a part every few seconds.
_EVERY_S = 1.0
# An object that each host writes before the start: it shows that the host can. The process that coordinates the replay replaces it.
_PROBE = "hosts.json"


class PartUploads:
    """Puts the parts in the directory *run* to *url* from a thread of its own, until ``finish``."""

    def __init__(self, url: str, run: Path) -> None:
        self._folder, self._run = S3Folder(url), run
        self._put: dict[str, str] = {}
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Verify that this host can write there, and begin. Raises ``HarnessFailure`` if it cannot."""
        self._folder.write(_PROBE, b"{}")
        self._thread.start()

    def finish(self) -> dict[str, str]:
        """Put what is left, and return the names of all parts with S3's tags of their contents. Raises ``HarnessFailure``: not all parts are there."""
        self._ended.set()
        self._thread.join()
        self._upload()
        return dict(self._put)

    def _watch(self) -> None:
        while not self._ended.wait(_EVERY_S):
            try:
                self._upload()
            except PgrehearseError:  # the parts are still on this host: the next attempt, or ``finish``, puts them
                continue

    def _upload(self) -> None:
        with self._lock:
            new = [name for name in parts_of(self._run) if name not in self._put]
            self._put |= self._folder.put({name: self._run / name for name in new})
