"""The only module that connects by asyncpg. Only the endpoint decides where; each error is one sentence (exit 4)."""

from __future__ import annotations

import asyncio
import random
import socket
import ssl
from collections.abc import Mapping
from typing import Any

import asyncpg

from pgrehearse.base import event_loop
from pgrehearse.base.connection_errors import FAILED, OPTIONS, Refusal, refusal
from pgrehearse.base.dsn_checks import is_address
from pgrehearse.base.endpoint import Endpoint, Place
from pgrehearse.base.errors import TargetProblem

TIMEOUT_S = 10.0
_ANY = "any"
_WANTED = "the server is not {wanted}, as target_session_attrs requires"


class OptionsRefused(TargetProblem):
    """A server, or a pooler in front of it, rejects ``options`` at the start of a session."""


async def connect(
    endpoint: Endpoint,
    *,
    application: str,
    statement_cache_size: int = 100,
    command_timeout: float | None = None,
    settings: Mapping[str, str] | None = None,
) -> asyncpg.Connection:
    """Connect. Raises ``TargetProblem``, with the reason and the remedy.

    The timeout of each address is the DSN's connect_timeout, or 10 s; *command_timeout* (seconds) is that of each statement.
    *statement_cache_size*: 0 behind a pooler, where a named statement may belong to another client. *settings*: the settings at
    the start of the session.
    """
    options = {"statement_cache_size": statement_cache_size, "command_timeout": command_timeout}
    connection, _ = await _reached(endpoint, {"application_name": application, **(settings or {})}, options)
    return connection


async def located(endpoint: Endpoint, *, application: str = "pgrehearse") -> Endpoint:
    """Connect once, by libpq's order and target_session_attrs; return the endpoint with the one address that accepted.

    Every later connection, by either driver and from any process, goes to that address: a changed name, or the next choice
    of a load balancer, has no effect.
    """
    connection, pinned = await _reached(endpoint, {"application_name": application}, {"statement_cache_size": 0})
    await connection.close()
    return pinned


def chosen(dsn: str) -> Endpoint:
    """Resolve a DSN and choose its server: the first step of each command. Raises ``UsageProblem`` or ``TargetProblem``."""
    return event_loop.run(located(Endpoint.parse(dsn)))


async def _reached(
    endpoint: Endpoint, settings: dict[str, str], options: dict[str, Any]
) -> tuple[asyncpg.Connection, Endpoint]:
    """Return the first connection that meets target_session_attrs, and the endpoint of its address."""
    refused: list[tuple[Endpoint, Refusal]] = []
    required = endpoint.word("target_session_attrs")
    seconds = float(endpoint.word("connect_timeout") or 0) or TIMEOUT_S
    for wanted in ("standby", _ANY) if required == "prefer-standby" else (required,):
        for place in _ordered(endpoint, endpoint.places()):
            for pinned in await _pinned(endpoint, place, refused, seconds):
                connection = await _attempt(pinned, settings, seconds, options)
                if isinstance(connection, Refusal):
                    refused.append((pinned, connection))
                    if not connection.goes_on:
                        raise _problem(endpoint, refused[-1:])
                elif await _fits(connection, wanted):
                    return connection, pinned
                else:
                    await connection.close()
                    reason = _WANTED.format(wanted=wanted)
                    refused.append((pinned, Refusal(reason, "correct the hosts or target_session_attrs")))
    raise _problem(endpoint, refused)


def _ordered(endpoint: Endpoint, choices: tuple[Any, ...]) -> list[Any]:
    """Return places or addresses in the order in which they are tried."""
    if endpoint.word("load_balance_hosts") == "random":
        return random.SystemRandom().sample(choices, len(choices))
    return list(choices)


async def _pinned(
    endpoint: Endpoint, place: Place, refused: list[tuple[Endpoint, Refusal]], seconds: float
) -> list[Endpoint]:
    """Return an endpoint for each address of a place; a name without an address is added to *refused*."""
    unpinned = endpoint.at(place)
    if place.hostaddr or place.is_socket():
        return [unpinned]
    if is_address(place.host):
        return [endpoint.at(Place(place.host, place.port, place.host))]
    try:
        async with asyncio.timeout(seconds):
            rows = await asyncio.get_running_loop().getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        refused.append((unpinned, refusal(error, unpinned, seconds)))
        return []
    addresses = tuple(dict.fromkeys(str(row[4][0]) for row in rows))
    return [endpoint.at(Place(place.host, place.port, address)) for address in _ordered(endpoint, addresses)]


async def _attempt(
    pinned: Endpoint, settings: dict[str, str], seconds: float, options: dict[str, Any]
) -> asyncpg.Connection | Refusal:
    """Connect to one address, or return why that failed."""
    try:
        arguments = pinned.asyncpg()
        arguments["server_settings"] = _settings(arguments.get("server_settings", {}), settings)
        return await _by_mode(pinned, {**arguments, **options, "timeout": seconds})
    except TargetProblem as problem:
        return Refusal(problem.message, problem.remedy)
    except FAILED as error:
        return refusal(error, pinned, seconds)


def _settings(of_dsn: Mapping[str, str], of_session: Mapping[str, str]) -> dict[str, str]:
    """Return the settings at the start of the session; the options in *of_session* follow those of the DSN."""
    options = " ".join(filter(None, (of_dsn.get("options", ""), of_session.get("options", ""))))
    return {**of_dsn, **of_session, **({"options": options} if options else {})}


async def _by_mode(pinned: Endpoint, arguments: dict[str, Any]) -> asyncpg.Connection:
    """Connect with the sslmode of the endpoint.

    With allow and prefer asyncpg sends no host name if it connects to an address: a proxy that chooses its server by the name
    in TLS would not find it. In this case both attempts are made here, one after the other.
    """
    mode = pinned.word("sslmode")
    if (
        arguments["ssl"] is False
        or mode not in {"allow", "prefer"}
        or is_address(pinned.host)
        or pinned.host == "localhost"
    ):
        return await asyncpg.connect(**arguments)
    named = {name: value for name, value in arguments.items() if name != "dsn"}
    ways = ({**named, "ssl": pinned.tls()}, {**named, "ssl": False})
    first, second = ways if mode == "prefer" else reversed(ways)
    try:
        return await asyncpg.connect(**first)
    except (asyncpg.InvalidAuthorizationSpecificationError, ConnectionError, ssl.SSLError) as error:
        if isinstance(error, asyncpg.InvalidPasswordError | ConnectionRefusedError):
            raise
        return await asyncpg.connect(**second)


async def _fits(connection: asyncpg.Connection, wanted: str) -> bool:
    """Return whether a server is what target_session_attrs requires."""
    if wanted == _ANY:
        return True
    row = await connection.fetchrow("select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'")
    standby, read_only = (bool(row[0]), bool(row[1])) if row is not None else (False, False)
    return {"primary": not standby, "standby": standby, "read-write": not read_only, "read-only": read_only}[wanted]


def _problem(endpoint: Endpoint, refused: list[tuple[Endpoint, Refusal]]) -> TargetProblem:
    """Return one error for all attempts."""
    reasons = list(dict.fromkeys(pinned.reason for _, pinned in refused))
    if len(reasons) == 1 and (len(endpoint.places()) == 1 or len(refused) == 1):
        kind = OptionsRefused if reasons[0] == OPTIONS[0] else TargetProblem
        return kind(f"{endpoint}: {reasons[0]}", remedy=refused[-1][1].remedy)
    each = "; ".join(dict.fromkeys(f"{pinned.places()[0]}: {why.reason}" for pinned, why in refused))
    return TargetProblem(f"{endpoint}: no server can be used ({each})", remedy=refused[0][1].remedy)
