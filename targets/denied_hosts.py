"""Servers that are never a target: ``--deny-host`` and PGREHEARSE_DENY_HOSTS, by name, by address and by what a name resolves to.

A pattern is a host name with shell wildcards (``*.prod.example``), an address, a network (``10.1.0.0/16``, ``fd00::/8``) or the
folder of a Unix socket. A host is denied when its typed name fits, its hostaddr, any address that its name resolves to, the
name that it is an alias of, or the address that the server itself names. All spellings of this machine are one.
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

# Patterns, divided by blanks or commas: a team's own list.
DENY_HOSTS = "PGREHEARSE_DENY_HOSTS"

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_LOOPBACK: frozenset[Address] = frozenset({ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1")})
_PLAUSIBLE = re.compile(r"[\w.*?\[\]!-]+")
_NUMERIC = re.compile(r"(0x[0-9a-f]+|[0-9]+)(\.(0x[0-9a-f]+|[0-9]+))*\.?", re.IGNORECASE)
_WILD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern as it was *written*: a *network* (an address is one of its own), or a *name*."""

    written: str
    name: str = ""
    network: Network | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name stands for: its *addresses*, and the *names* that it is an alias of."""

    addresses: frozenset[Address] = frozenset()
    names: frozenset[str] = frozenset()


Resolve = Callable[[str], Resolved]


def patterns(denied: Iterable[str]) -> tuple[Pattern, ...]:
    """Read patterns. Raises ``UsageProblem`` for one that can fit nothing: a list that denies nothing looks like one that does.

    >>> [str(one.network) for one in patterns(["10.1.2.3/16", "::ffff:10.1.2.3", "127.1"])]
    ['10.1.0.0/16', '10.1.2.3/32', '127.0.0.1/32']
    """
    return tuple(_pattern(text.strip()) for text in denied)


def from_environment() -> tuple[str, ...]:
    """Return the patterns of PGREHEARSE_DENY_HOSTS."""
    return tuple(os.environ.get(DENY_HOSTS, "").replace(",", " ").split())


def refuse_denied(endpoint: Endpoint, denied: Iterable[str], resolve: Resolve | None = None) -> None:
    """Raise ``TargetProblem`` when any server that *endpoint* names is denied, by *denied* or by PGREHEARSE_DENY_HOSTS."""
    found = patterns([*denied, *from_environment()])
    if not found:
        return
    for place in endpoint.places():
        if (fits := fitting(place, found, resolve or resolved)) is not None:
            raise _denied(str(place), fits)


def refuse_denied_address(address: object, denied: Iterable[str], resolve: Resolve | None = None) -> None:
    """Raise ``TargetProblem`` when the server's own address (``inet_server_addr()``) is denied; None (a Unix socket) is not."""
    known = address_of(str(address or "").partition("/")[0])
    found = patterns([*denied, *from_environment()])
    if known is None or not found:
        return
    fits = fitting(Place(str(known), 0), found, resolve or resolved)
    if fits is not None:
        raise _denied(f"the server (it names its own address: {known})", fits)


def fitting(place: Place, denied: Iterable[Pattern], resolve: Resolve) -> Pattern | None:
    """Return the first pattern that a place fits, or None."""
    names, addresses = _known(place, resolve)
    for pattern in denied:
        if pattern.network is not None:
            if any(_lies_in(one, pattern.network) for one in addresses):
                return pattern
        elif any(fnmatchcase(name, pattern.name) for name in names | {str(one) for one in addresses}) or (
            not _WILD.search(pattern.name) and _spread(resolve(pattern.name).addresses) & addresses
        ):
            return pattern
    return None


def _lies_in(address: Address, network: Network) -> bool:
    """Say whether an address lies in a network; an IPv4 address also lies where it is mapped into IPv6."""
    if address.version == network.version:
        return address in network
    return address.version == 4 and ipaddress.IPv6Address(f"::ffff:{address}") in network


def _known(place: Place, resolve: Resolve) -> tuple[frozenset[str], frozenset[Address]]:
    """Return all names and all addresses by which a place may be known."""
    names, addresses = {_plain(place.host)}, set[Address]()
    if place.is_socket():
        return frozenset(names | {"localhost"}), _LOOPBACK
    for text in filter(None, (place.host, place.hostaddr)):
        if (address := address_of(text)) is not None:
            addresses.add(address)
        else:
            found = resolve(text)
            addresses |= found.addresses
            names |= {form for name in (text, *found.names) for form in _forms(name)}
    spread = _spread(frozenset(addresses))
    return frozenset(names | ({"localhost"} if spread & _LOOPBACK else set())), spread


def _spread(addresses: frozenset[Address]) -> frozenset[Address]:
    """Return addresses with all that reach the same place: every spelling of this machine is one."""
    here = any(one.is_loopback or one.is_unspecified for one in addresses)
    return addresses | (_LOOPBACK if here else frozenset())


def resolved(name: str) -> Resolved:
    """Ask the resolver of this machine, which is what a driver asks."""
    try:
        rows = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME)
    except (OSError, UnicodeError):
        return Resolved()
    addresses = (address_of(str(row[4][0])) for row in rows)
    return Resolved(frozenset(one for one in addresses if one is not None), frozenset(row[3] for row in rows if row[3]))


def address_of(text: str) -> Address | None:
    """Return the address that *text* spells (``127.1`` and ``[::1]`` too; an IPv4 address mapped into IPv6 is itself), or None."""
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
        # 10.1 is 10.0.0.1 to a resolver and 10.1.0.0/16 to who writes it.
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
    """Return a name as it is written and as it is asked for (``xn--...``)."""
    plain = _plain(name)
    forms = {plain}
    with suppress(UnicodeError):
        forms.add(plain.encode("idna").decode().lower())
    with suppress(UnicodeError):
        forms.add(plain.encode().decode("idna").lower())
    return forms


def _implausible(text: str) -> UsageProblem:
    return UsageProblem(
        f"{text!r} of --deny-host or {DENY_HOSTS} is neither a host name nor an address nor a network",
        remedy="write a name (db.prod.example, *.prod.example), an address, or a network (10.1.0.0/16, fd00::/8)",
    )


def _denied(what: str, pattern: Pattern) -> TargetProblem:
    return TargetProblem(
        f"{what} is on the list of hosts that are never a target ({pattern.written})",
        remedy=f"choose another target, or change --deny-host or {DENY_HOSTS}",
    )
