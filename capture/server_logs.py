"""The logs of each server of a capture."""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.capture.file_order import Log


@dataclass(frozen=True, slots=True)
class ServerLogs:
    """The logs of one server in their order. *places*: the place of each among the logs of all servers."""

    logs: list[Log]
    places: list[int]

    @property
    def size_bytes(self) -> int:
        return sum(log.file.size for log in self.logs)


def by_server(logs: list[Log]) -> list[ServerLogs]:
    """Return the logs of each server, by the names that the user gave; the servers are in the order of their first logs."""
    servers: dict[str, ServerLogs] = {}
    for place, log in enumerate(logs):
        server = servers.setdefault(log.file.instance, ServerLogs([], []))
        server.logs.append(log)
        server.places.append(place)
    return list(servers.values())
