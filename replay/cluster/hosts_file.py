"""The file ``hosts.json`` of a run that is being written: where on the cluster its parts are, so that they can be collected later."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from pgrehearse.base.artifact import read_json, write_json
from pgrehearse.base.typed_document import typed

HOSTS_FILE = "hosts.json"


@dataclass(frozen=True, slots=True)
class HostRecord:
    """A host with its *workers*, the identifier of its *node* in the cluster, and the *folder* of its files."""

    name: str
    node: str
    folder: str
    workers: list[int]


@dataclass(frozen=True, slots=True)
class HostsFile:
    """The hosts of a run, and the *address* of their cluster."""

    address: str
    hosts: list[HostRecord]


def write_hosts_file(run: Path, hosts: HostsFile) -> None:
    """Write the file to the directory of a run."""
    write_json(run / HOSTS_FILE, asdict(hosts))


def read_hosts_file(run: Path) -> HostsFile:
    """Read the file of a run. Raises ``BadInput`` if it has none, or it is damaged."""
    path = run / HOSTS_FILE
    return typed(HostsFile, read_json(path, what="a run whose parts are on a cluster"), path, remedy="replay again")
