"""Whether the hosts of a cluster can connect to the targets of a plan: by addresses that are the same for all of them, and with the files of the DSNs."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Sequence
from pathlib import Path

from pgrehearse.base.endpoint import Endpoint, Place
from pgrehearse.replay.plan.plan import ReplayPlan

_FILES = ("sslrootcert", "sslcert", "sslkey", "sslcrl", "sslcrldir")
_PASSWORDS = "passfile"


def network_of_this_process() -> str:
    """Return a text that is equal for processes that reach the same servers by loopback addresses: one kernel, one network namespace."""
    try:
        kernel = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return f"{kernel}/{Path('/proc/self/ns/net').stat().st_ino}"
    except OSError:  # not Linux
        return socket.gethostname()


def endpoints_of(plan: ReplayPlan) -> list[Endpoint]:
    """Return all servers that the workers connect to."""
    routing = plan.routing
    return [plan.target, *(route.target for route in routing.routes), *(reader.target for reader in routing.readers)]


def own_addresses(endpoints: Sequence[Endpoint]) -> list[str]:
    """Return the addresses of servers that lead each host to itself: loopback addresses, and Unix sockets."""
    places = [place for endpoint in endpoints for place in endpoint.places()]
    return sorted({str(place) for place in places if place.is_socket() or _is_loopback(place)})


def _is_loopback(place: Place) -> bool:
    try:
        found = socket.getaddrinfo(place.hostaddr or place.host, place.port, type=socket.SOCK_STREAM)
    except OSError:  # a name that only the hosts can resolve
        return False
    return any(ipaddress.ip_address(str(address[0]).partition("%")[0]).is_loopback for *_, address in found)


def files_of_endpoints(endpoints: Sequence[Endpoint]) -> list[str]:
    """Return the files that are read for a connection, as far as they exist here; a file of passwords only if there is no password."""
    named = [endpoint.word(name) for endpoint in endpoints for name in _FILES]
    named += [endpoint.word(_PASSWORDS) for endpoint in endpoints if not endpoint.password]
    return sorted({name for name in named if name and Path(name).exists()})


def missing_files(names: Sequence[str]) -> list[str]:
    """Return which files this process cannot read."""
    return [name for name in names if not os.access(name, os.R_OK)]
