"""Is a server the source of a workload? The facts that both report are compared, and their addresses.

A restored copy has the system identifier of its source, and often the same path of the data directory: neither is enough.
"""

from __future__ import annotations

import ipaddress
import socket

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.workload.source import Source


def refuse_source(facts: ServerFacts, source: Source | None, allowed: frozenset[str] = frozenset()) -> None:
    """Raise when the target is the workload's own source, a standby, or a subscriber (unless *allowed*)."""
    place = f"{facts.host}:{facts.port}"
    refuse_same(facts, source)
    if facts.in_recovery:
        raise TargetProblem(f"{place} is a standby", remedy="promote it, or replay to a copy of its own")
    if facts.receives_from and not ("subscription" in allowed and facts.receives_from.startswith("subscription ")):
        raise TargetProblem(
            f"{place} receives changes from another server: {facts.receives_from}",
            remedy="promote it, or disable the subscription and remove its slot: pgrehearse targets adopt DSN --disarm",
        )


def refuse_same(facts: ServerFacts, source: Source | None) -> None:
    """Raise when the target is, or may be, the workload's own source (None: it is not known)."""
    if source is None:
        return
    place = f"{facts.host}:{facts.port}"
    if same_server(facts, source) or at_address_of_source(facts, source):
        raise TargetProblem(
            f"{place} is the server this workload was captured from",
            remedy="replay to a copy of it; production is never a target, with or without a mark",
        )
    if may_be_source(facts, source):
        raise TargetProblem(
            f"{place} may be the server this workload was captured from: it has the same system identifier, timeline and place",
            remedy="if it is a copy: promote it (recovery.signal and restore_command = 'false' before its start), so that it has another timeline",
        )


def same_server(facts: ServerFacts, source: Source) -> bool:
    """Return whether it is the same running server: the same start of the postmaster, and the same cluster where both are facts."""
    start = source.postmaster_start_us
    return bool(start) and start == facts.postmaster_start_us and _same_cluster(facts, source)


def at_address_of_source(facts: ServerFacts, source: Source) -> bool:
    """Return whether a server has the address of the source: as written, as resolved, or as the server reports it."""
    if (facts.host, facts.port) == (source.host, source.port):
        return True
    reported = (facts.server_address, facts.server_port)
    if _is_external(facts.server_address) and reported == (source.server_address, source.server_port):
        return True
    if facts.port != source.port:
        return False
    return bool(_external_addresses(facts.host) & (_external_addresses(source.host) | {source.server_address}))


def may_be_source(facts: ServerFacts, source: Source) -> bool:
    """Return whether a server may be the source after a restart: the same cluster and timeline, and the same files."""
    if not facts.system_identifier or facts.system_identifier != source.system_identifier:
        return False
    if not facts.timeline or facts.timeline != source.timeline:
        return False
    was, now = source.directory_changed_us, facts.directory_changed_us
    if was and now and was != now:  # the files are others: it is a copy
        return False
    directory = bool(facts.data_directory) and facts.data_directory == source.data_directory
    address = bool(facts.server_address) and (facts.server_address, facts.server_port) == (
        source.server_address,
        source.server_port,
    )
    return directory or address


def _same_cluster(facts: ServerFacts, source: Source) -> bool:
    """Return whether the system identifiers are equal, where both are facts."""
    identifier = source.system_identifier
    return not facts.system_identifier or not identifier or facts.system_identifier == identifier


def _external_addresses(host: str) -> set[str]:
    """Return the addresses of a name that other machines can connect to."""
    if not host or host.startswith(("/", "@")):
        return set()
    try:
        addresses = {str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return set()
    return {address for address in addresses if _is_external(address)}


def _is_external(address: str) -> bool:
    """Return whether an address is known and not a loopback address."""
    try:
        return bool(address) and not ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
