"""The value ``ServerFacts``: what a server reports about itself, as manifests keep it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """A server's identity. Values that the role may not read are empty, or 0.

    *postmaster_start* is text for a reader; *postmaster_start_us* is compared. *server_address* and *server_port*: as the
    server itself reports them. *directory_changed_us*: the change time of ``PG_VERSION``, which a copied file does not keep.
    *managed*: the prefix of a managed service's settings. A managed service has the same data directory on all servers: it
    is left empty.
    """

    host: str = ""
    port: int = 0
    version: str = ""
    version_num: int = 0
    data_directory: str = ""
    system_identifier: str = ""
    postmaster_start: str = ""
    in_recovery: bool = False
    receives_from: str = ""
    user: str = ""
    database: str = ""
    postmaster_start_us: int = 0
    server_address: str = ""
    server_port: int = 0
    timeline: int = 0
    directory_changed_us: int = 0
    managed: str = ""

    @property
    def place(self) -> str:
        """Return the address and the database as ``host:port/database``."""
        return f"{self.host}:{self.port}/{self.database}"

    def document(self) -> dict[str, Any]:
        """Return the fields by name."""
        return asdict(self)
