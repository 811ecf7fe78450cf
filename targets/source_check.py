"""Is a server the one that a workload was captured from? What both say of themselves is compared, and where they are.

A restored copy has its source's system identifier, and often its data directory's path: neither is enough.
"""

from __future__ import annotations

import ipaddress
import socket

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_facts import Facts
from pgrehearse.workload.source import Source


def refuse_source(known: Facts, source: Source | None, allowed: frozenset[str] = frozenset()) -> None:
    """Raise when the target is the workload's own source, a standby, or a subscriber (unless *allowed*)."""
    place = f"{known.host}:{known.port}"
    if source is not None:
        _refuse_same(known, source, place)
    if known.in_recovery:
        raise TargetProblem(f"{place} is a standby", remedy="promote it, or replay to its own copy")
    if known.receives_from and not ("subscription" in allowed and known.receives_from.startswith("subscription ")):
        raise TargetProblem(
            f"{place} receives changes from another server: {known.receives_from}",
            remedy="promote it, or disable the subscription and take its slot away: pgrehearse targets adopt DSN --disarm",
        )


def _refuse_same(known: Facts, source: Source, place: str) -> None:
    if same_server(known, source) or at_source(known, source):
        raise TargetProblem(
            f"{place} is the server this workload was captured from",
            remedy="replay to a copy of it; production is never a target, marked or not",
        )
    if look_alike(known, source):
        raise TargetProblem(
            f"{place} may be the server this workload was captured from: it has the same system identifier, timeline and place",
            remedy="if it is a copy: promote it (recovery.signal and restore_command = 'false' before its start), which gives it a timeline of its own",
        )


def same_server(known: Facts, source: Source) -> bool:
    """Say whether it is the same running server: the same postmaster start, of the same cluster where that is known."""
    start = source.postmaster_start_us
    return bool(start) and start == known.postmaster_start_us and _same_cluster(known, source)


def at_source(known: Facts, source: Source) -> bool:
    """Say whether a server is where the source was: by the name given, by what that resolves to, by its own address."""
    if (known.host, known.port) == (source.host, source.port):
        return True
    own = (known.server_address, known.server_port)
    if _is_outside(known.server_address) and own == (source.server_address, source.server_port):
        return True
    if known.port != source.port:
        return False
    return bool(_outside(known.host) & (_outside(source.host) | {source.server_address}))


def look_alike(known: Facts, source: Source) -> bool:
    """Say whether a server may be the source after a restart: the same cluster and timeline, and the same files."""
    if not known.system_identifier or known.system_identifier != source.system_identifier:
        return False
    if not known.timeline or known.timeline != source.timeline:
        return False
    was, now = source.directory_changed_us, known.directory_changed_us
    if was and now and was != now:  # other files: a copy
        return False
    directory = bool(known.data_directory) and known.data_directory == source.data_directory
    address = bool(known.server_address) and (known.server_address, known.server_port) == (
        source.server_address,
        source.server_port,
    )
    return directory or address


def _same_cluster(known: Facts, source: Source) -> bool:
    """Say whether the system identifiers are the same, as far as both are known."""
    theirs = source.system_identifier
    return not known.system_identifier or not theirs or known.system_identifier == theirs


def _outside(host: str) -> set[str]:
    """Return the addresses of a name that other machines reach it by."""
    if not host or host.startswith(("/", "@")):
        return set()
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return set()
    return {address for address in found if _is_outside(address)}


def _is_outside(address: str) -> bool:
    """Say whether an address is known, and not the machine's own loopback."""
    try:
        return bool(address) and not ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
