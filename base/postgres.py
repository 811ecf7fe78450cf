"""The one way to a server by asyncpg: an endpoint and nothing else says where; each refusal is one sentence (exit 4)."""

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

PATIENCE_S = 10.0
_ANY = "any"
_WANTED = "the server is not {wanted}, which target_session_attrs asks for"


class OptionsRefused(TargetProblem):
    """A server, or a pooler in front of it, does not take ``options`` as a session starts."""


async def connect(
    endpoint: Endpoint,
    *,
    application: str,
    timeout: float | None = None,  # noqa: ASYNC109 (for each address, not for the whole)
    statement_cache_size: int = 100,
    command_timeout: float | None = None,
    settings: Mapping[str, str] | None = None,
) -> asyncpg.Connection:
    """Connect. Raises ``TargetProblem``, with why not and what to do.

    *timeout*: for each address (default: the DSN's connect_timeout, or 10 s). *statement_cache_size*: 0 behind a pooler, where a
    named statement may be another client's. *settings*: what the session starts with.
    """
    words = {"statement_cache_size": statement_cache_size, "command_timeout": command_timeout}
    connection, _ = await _reached(endpoint, {"application_name": application, **(settings or {})}, timeout, words)
    return connection


async def located(endpoint: Endpoint, *, application: str = "pgrehearse") -> Endpoint:
    """Connect once, by libpq's order and target_session_attrs; return the endpoint with the one address that answered.

    Whatever connects afterwards, by either driver and from any process, goes to that address: a name that moves, or a
    load balancer's next choice, changes nothing.
    """
    connection, found = await _reached(endpoint, {"application_name": application}, None, {"statement_cache_size": 0})
    await connection.close()
    return found


def chosen(dsn: str) -> Endpoint:
    """Resolve a DSN and choose its server: what each verb does first. Raises ``UsageProblem`` or ``TargetProblem``."""
    return event_loop.run(located(Endpoint.parse(dsn)))


async def _reached(
    endpoint: Endpoint, settings: dict[str, str], patience_s: float | None, words: dict[str, Any]
) -> tuple[asyncpg.Connection, Endpoint]:
    """Return the first connection that fits, and the endpoint of its address."""
    refused: list[tuple[Endpoint, Refusal]] = []
    asked = endpoint.word("target_session_attrs")
    seconds = patience_s or float(endpoint.word("connect_timeout") or 0) or PATIENCE_S
    for wanted in ("standby", _ANY) if asked == "prefer-standby" else (asked,):
        for place in _ordered(endpoint, endpoint.places()):
            for pinned in await _pinned(endpoint, place, refused, seconds):
                found = await _attempt(pinned, settings, seconds, words)
                if isinstance(found, Refusal):
                    refused.append((pinned, found))
                    if not found.goes_on:
                        raise _problem(endpoint, refused[-1:])
                elif await _fits(found, wanted):
                    return found, pinned
                else:
                    await found.close()
                    reason = _WANTED.format(wanted=wanted)
                    refused.append((pinned, Refusal(reason, "correct the hosts or target_session_attrs")))
    raise _problem(endpoint, refused)


def _ordered(endpoint: Endpoint, given: tuple[Any, ...]) -> list[Any]:
    """Return places or addresses in the order in which they are tried."""
    if endpoint.word("load_balance_hosts") == "random":
        return random.SystemRandom().sample(given, len(given))
    return list(given)


async def _pinned(
    endpoint: Endpoint, place: Place, refused: list[tuple[Endpoint, Refusal]], seconds: float
) -> list[Endpoint]:
    """Return an endpoint for each address of a place; a name that has none is noted as *refused*."""
    known = endpoint.at(place)
    if place.hostaddr or place.is_socket():
        return [known]
    if is_address(place.host):
        return [endpoint.at(Place(place.host, place.port, place.host))]
    try:
        async with asyncio.timeout(seconds):
            rows = await asyncio.get_running_loop().getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        refused.append((known, refusal(error, known, seconds)))
        return []
    addresses = tuple(dict.fromkeys(str(row[4][0]) for row in rows))
    return [endpoint.at(Place(place.host, place.port, address)) for address in _ordered(endpoint, addresses)]


async def _attempt(
    pinned: Endpoint, settings: dict[str, str], seconds: float, words: dict[str, Any]
) -> asyncpg.Connection | Refusal:
    """Connect to one address, or say why not."""
    try:
        given = pinned.asyncpg()
        given["server_settings"] = _settings(given.get("server_settings", {}), settings)
        return await _by_mode(pinned, {**given, **words, "timeout": seconds})
    except TargetProblem as problem:
        return Refusal(problem.message, problem.remedy)
    except FAILED as error:
        return refusal(error, pinned, seconds)


def _settings(own: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return what the session starts with; *given* options go behind the DSN's own."""
    options = " ".join(filter(None, (own.get("options", ""), given.get("options", ""))))
    return {**own, **given, **({"options": options} if options else {})}


async def _by_mode(pinned: Endpoint, words: dict[str, Any]) -> asyncpg.Connection:
    """Connect as sslmode says.

    asyncpg's own way with allow and prefer knows no host name beside the address: a proxy that chooses its server by the
    name in TLS would not find it. There both tries are made one after the other.
    """
    mode = pinned.word("sslmode")
    if (
        words["ssl"] is False
        or mode not in {"allow", "prefer"}
        or is_address(pinned.host)
        or pinned.host == "localhost"
    ):
        return await asyncpg.connect(**words)
    named = {name: value for name, value in words.items() if name != "dsn"}
    ways = ({**named, "ssl": pinned.tls()}, {**named, "ssl": False})
    first, second = ways if mode == "prefer" else reversed(ways)
    try:
        return await asyncpg.connect(**first)
    except (asyncpg.InvalidAuthorizationSpecificationError, ConnectionError, ssl.SSLError) as error:
        if isinstance(error, asyncpg.InvalidPasswordError | ConnectionRefusedError):
            raise
        return await asyncpg.connect(**second)


async def _fits(connection: asyncpg.Connection, wanted: str) -> bool:
    """Say whether a server is what target_session_attrs asks for."""
    if wanted == _ANY:
        return True
    row = await connection.fetchrow("select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'")
    standby, read_only = (bool(row[0]), bool(row[1])) if row is not None else (False, False)
    return {"primary": not standby, "standby": standby, "read-write": not read_only, "read-only": read_only}[wanted]


def _problem(endpoint: Endpoint, refused: list[tuple[Endpoint, Refusal]]) -> TargetProblem:
    """Return one sentence for all that was tried."""
    reasons = list(dict.fromkeys(one.reason for _, one in refused))
    if len(reasons) == 1 and (len(endpoint.places()) == 1 or len(refused) == 1):
        kind = OptionsRefused if reasons[0] == OPTIONS[0] else TargetProblem
        return kind(f"{endpoint}: {reasons[0]}", remedy=refused[-1][1].remedy)
    each = "; ".join(dict.fromkeys(f"{one.places()[0]}: {why.reason}" for one, why in refused))
    return TargetProblem(f"{endpoint}: no server can be used ({each})", remedy=refused[0][1].remedy)
