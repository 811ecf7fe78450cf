"""Servers that are never a target: ``--deny-host`` and PGREHEARSE_DENY_HOSTS, by name, by address and by the addresses of a name.

A pattern is a host name with shell wildcards (``*.prod.example``), an address, a network (``10.1.0.0/16``, ``fd00::/8``) or the
folder of a Unix socket. A pattern is compared with the host as written, its hostaddr, each address that the host
resolves to, the name that it is an alias of, and the address that the server reports. All notations of the local machine are
equal.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase

from pgrehearse.base.endpoint import Endpoint, Place
from pgrehearse.base.errors import TargetProblem, UsageProblem

# Patterns, separated by blanks or commas: the list of a team.
DENY_HOSTS = "PGREHEARSE_DENY_HOSTS"

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_LOOPBACK: frozenset[Address] = frozenset({ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1")})
_PLAUSIBLE = re.compile(r"[\w.*?\[\]!-]+")
_NUMERIC = re.compile(r"(0x[0-9a-f]+|[0-9]+)(\.(0x[0-9a-f]+|[0-9]+))*\.?", re.IGNORECASE)
_WILD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern as it was *written*: a *network* (an address is a network of one address), or a *name*."""

    written: str
    name: str = ""
    network: Network | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The *addresses* of a name, and the *names* that it is an alias of."""

    addresses: frozenset[Address] = frozenset()
    names: frozenset[str] = frozenset()


Resolve = Callable[[str], Resolved]


def patterns(denied: Iterable[str]) -> tuple[Pattern, ...]:
    """Parse patterns. Raises ``UsageProblem`` for a pattern that can match nothing, so that no list denies less than it seems to.

    >>> [str(pattern.network) for pattern in patterns(["10.1.2.3/16", "::ffff:10.1.2.3", "127.1"])]
    ['10.1.0.0/16', '10.1.2.3/32', '127.0.0.1/32']
    """
    return tuple(_pattern(text.strip()) for text in denied)


def from_environment() -> tuple[str, ...]:
    """Return the patterns of PGREHEARSE_DENY_HOSTS."""
    return tuple(os.environ.get(DENY_HOSTS, "").replace(",", " ").split())


def refuse_denied(endpoint: Endpoint, denied: Iterable[str], resolve: Resolve | None = None) -> None:
    """Raise ``TargetProblem`` when any server that *endpoint* names is denied, by *denied* or by PGREHEARSE_DENY_HOSTS."""
    denials = patterns([*denied, *from_environment()])
    if not denials:
        return
    for place in endpoint.places():
        if (match := matching_pattern(place, denials, resolve or resolved)) is not None:
            raise _denied(str(place), match)


def refuse_denied_address(address: object, denied: Iterable[str], resolve: Resolve | None = None) -> None:
    """Raise ``TargetProblem`` when the server's own address (``inet_server_addr()``) is denied; None (a Unix socket) is not."""
    server_address = address_of(str(address or "").partition("/")[0])
    denials = patterns([*denied, *from_environment()])
    if server_address is None or not denials:
        return
    match = matching_pattern(Place(str(server_address), 0), denials, resolve or resolved)
    if match is not None:
        raise _denied(f"the server (its own address: {server_address})", match)


def matching_pattern(place: Place, denied: Iterable[Pattern], resolve: Resolve) -> Pattern | None:
    """Return the first pattern that matches a place, or None."""
    names, addresses = _names_and_addresses(place, resolve)
    for pattern in denied:
        if pattern.network is not None:
            if any(_is_in(address, pattern.network) for address in addresses):
                return pattern
        elif any(fnmatchcase(name, pattern.name) for name in names | set(map(str, addresses))) or (
            not _WILD.search(pattern.name) and _with_loopback(resolve(pattern.name).addresses) & addresses
        ):
            return pattern
    return None


def _is_in(address: Address, network: Network) -> bool:
    """Return whether an address is in a network; an IPv4 address also as its IPv4-mapped IPv6 address."""
    if address.version == network.version:
        return address in network
    return address.version == 4 and ipaddress.IPv6Address(f"::ffff:{address}") in network


def _names_and_addresses(place: Place, resolve: Resolve) -> tuple[frozenset[str], frozenset[Address]]:
    """Return all names and all addresses of a place."""
    names, addresses = {_plain(place.host)}, set[Address]()
    if place.is_socket():
        return frozenset(names | {"localhost"}), _LOOPBACK
    for text in filter(None, (place.host, place.hostaddr)):
        if (address := address_of(text)) is not None:
            addresses.add(address)
        else:
            resolution = resolve(text)
            addresses |= resolution.addresses
            names |= {form for name in (text, *resolution.names) for form in _forms(name)}
    all_addresses = _with_loopback(frozenset(addresses))
    return frozenset(names | ({"localhost"} if all_addresses & _LOOPBACK else set())), all_addresses


def _with_loopback(addresses: frozenset[Address]) -> frozenset[Address]:
    """Return the addresses, with all loopback addresses when one of them is the local machine."""
    is_local = any(address.is_loopback or address.is_unspecified for address in addresses)
    return addresses | (_LOOPBACK if is_local else frozenset())


def resolved(name: str) -> Resolved:
    """Resolve a name by the resolver of this machine, which the drivers use too."""
    try:
        rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    except (OSError, UnicodeError):
        return Resolved()
    addresses = (address_of(str(row[4][0])) for row in rows)
    return Resolved(
        frozenset(address for address in addresses if address is not None), frozenset(row[3] for row in rows if row[3])
    )


def address_of(text: str) -> Address | None:
    """Return the address in *text* (also ``127.1`` and ``[::1]``; an IPv4-mapped IPv6 address as the IPv4 address), or None."""
    bare = text.strip().removeprefix("[").removesuffix("]").partition("%")[0]
    try:
        return _unmapped(ipaddress.ip_address(bare))
    except ValueError:
        pass
    if not _NUMERIC.fullmatch(bare):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(bare))
    except OSError:
        return None


def _unmapped(address: Address) -> Address:
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _pattern(text: str) -> Pattern:
    bare = text.removeprefix("[").removesuffix("]") if ":" in text else text
    if "/" in text and not text.startswith("/"):
        return Pattern(text, network=_network(text, bare.replace("]", "")))
    if text.startswith(("/", "@")):
        return Pattern(text, name=_plain(text))
    if ":" in text or _NUMERIC.fullmatch(text):
        address = address_of(bare)
        # A resolver reads 10.1 as 10.0.0.1; a reader expects 10.1.0.0/16.
        if address is None or (":" not in text and text.count(".") < 3 and not address.is_loopback):
            raise _implausible(text)
        return Pattern(text, network=ipaddress.ip_network(address))
    if not _PLAUSIBLE.fullmatch(text) or not re.search(r"[\w*?\]]", text):
        raise _implausible(text)
    return Pattern(text, name=_plain(text))


def _network(text: str, bare: str) -> Network:
    try:
        return ipaddress.ip_network(bare, strict=False)
    except ValueError:
        raise _implausible(text) from None


def _plain(name: str) -> str:
    return name.lower().rstrip(".") or name


def _forms(name: str) -> set[str]:
    """Return a name as written and in the form of DNS (``xn--...``)."""
    plain = _plain(name)
    forms = {plain}
    with suppress(UnicodeError):
        forms.add(plain.encode("idna").decode().lower())
    with suppress(UnicodeError):
        forms.add(plain.encode().decode("idna").lower())
    return forms


def _implausible(text: str) -> UsageProblem:
    return UsageProblem(
        f"{text!r} of --deny-host or {DENY_HOSTS} is not a host name, an address or a network",
        remedy="write a name (db.prod.example, *.prod.example), an address, or a network (10.1.0.0/16, fd00::/8)",
    )


def _denied(what: str, pattern: Pattern) -> TargetProblem:
    return TargetProblem(
        f"{what} is on the list of hosts that are never a target ({pattern.written})",
        remedy=f"choose another target, or change --deny-host or {DENY_HOSTS}",
    )
