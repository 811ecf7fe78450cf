"""The error that a host of a cluster was lost."""

from __future__ import annotations

from pgrehearse.base.errors import HarnessFailure


class HostLost(HarnessFailure):
    """A host cannot be reached any more: its process or its machine ended. *reason*: Ray's."""

    def __init__(self, host: str, reason: str) -> None:
        super().__init__(
            f"the host {host} was lost: {reason}",
            remedy="check its memory and its connection, or use a cluster without this host",
        )
        self.reason = reason
