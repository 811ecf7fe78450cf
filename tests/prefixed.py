"""Plain logs with any ``log_line_prefix``, as PostgreSQL's elog.c writes them, of sessions with given names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product

UNKNOWN = "[unknown]"


@dataclass(frozen=True)
class Session:
    """A client session, as the server logs it."""

    user: str = "shop"
    database: str = "shopdb"
    application: str = "web"
    host: str = "10.1.1.1"
    process: int = 4242


@dataclass(frozen=True)
class Traffic:
    """The sessions in a log; whether the server logs connections and background processes; the number of statements."""

    sessions: tuple[Session, ...] = (Session(),)
    connections: bool = False
    background: bool = False
    statements: int = 3


ALONE = Traffic()
SEVERAL = Traffic(
    (
        Session(),
        Session("bob@example.com", "app", "PostgreSQL JDBC Driver", "::1", 4243),
        Session("app", "app", UNKNOWN, "[local]", 4250),
        Session("admin-2", "shop_db.v2", "pgAdmin 4 - DB:shopdb", "10.1.1.22", 512),
    )
)
NUMBERED = Traffic((Session("app-1", "db-1", "a-b-c", "10.0.0.1"), Session("app-2", "db-1", "a-b-c", "10.0.0.2", 99)))
CONNECTING = replace(SEVERAL, connections=True, background=True)


@dataclass
class _Clock:
    line: dict[int, int] = field(default_factory=dict)
    at: int = 0


def written(prefix: str, traffic: Traffic) -> tuple[bytes, list[Session]]:
    """Return a log with *prefix*, and the session of each record of a client, in order."""
    clock, lines, expected = _Clock(), list[str](), list[Session]()
    if traffic.background:
        for text in ("database system is ready to accept connections", "checkpoint starting: time"):
            lines.append(_line(prefix, None, clock, "LOG", text))
    steps = [(session, step) for step in range(-2, traffic.statements + 1) for session in traffic.sessions]
    for session, step in steps:
        port = "" if session.host == "[local]" else f" port={5000 + session.process % 100}"
        names_text = f"user={session.user} database={session.database}"
        application = "" if session.application == UNKNOWN else f" application_name={session.application}"
        if step < 0 or step == traffic.statements:
            if not traffic.connections:
                continue
            text, names = {
                -2: (f"connection received: host={session.host}{port}", 0),
                -1: (f"connection authorized: {names_text}{application}", 1),
            }.get(step, (f"disconnection: session time: 0:00:01.000 {names_text} host={session.host}{port}", 2))
            lines.append(_line(prefix, session, clock, "LOG", text, names=names))
            expected.append(session)
            continue
        if step == 1:
            lines.append(_line(prefix, session, clock, "ERROR", "division by zero", state="22012"))
            lines.append(_line(prefix, session, clock, "STATEMENT", "select 1/0", state="22012"))
        else:
            lines.append(_line(prefix, session, clock, "LOG", f"duration: 1.500 ms  statement: select {step}"))
        expected.append(session)
    return "".join(lines).encode(), expected


def _line(
    prefix: str,
    session: Session | None,
    clock: _Clock,
    severity: str,
    text: str,
    *,
    names: int = 2,
    state: str = "00000",
) -> str:
    """Return a line. *names*: 0: only the host is set; 1: user and database too; 2: the application too."""
    clock.at += 1
    process = session.process if session else 77
    clock.line[process] = clock.line.get(process, 0) + 1
    second = clock.at // 7
    stamp = f"2026-03-01 10:{second // 60:02}:{second % 60:02}"
    port = "" if session and session.host == "[local]" else f"({5000 + process % 100})"
    values = {
        "m": f"{stamp}.{clock.at * 13 % 1000:03} UTC",
        "t": f"{stamp} UTC",
        "n": f"{1772359200 + second}.{clock.at * 13 % 1000:03}",
        "s": "2026-03-01 09:59:00 UTC",
        "p": str(process),
        "c": f"69a40de4.{process:x}",
        "l": str(clock.line[process]),
        "e": state,
        "x": "0",
        "Q": "-4255795264930092829" if session else "0",
        "P": "",
        "b": "client backend" if session else "checkpointer",
        "v": f"3/{clock.at}" if session else "",
        "u": (session.user if names else UNKNOWN) if session else "",
        "d": (session.database if names else UNKNOWN) if session else "",
        "a": (session.application if names > 1 else UNKNOWN) if session else "",
        "h": session.host if session else "",
        "r": session.host + port if session else "",
        "L": ("[local]" if session.host == "[local]" else "192.168.0.9") if session else "[none]",
        "i": ("SELECT" if names > 1 else "authentication") if session else "",
    }
    line = ""
    for match in re.finditer(r"%(-?\d*)(.)|([^%]+)", prefix):
        if match[3]:
            line += match[3]
        elif match[2] == "q":
            if session is None:
                break
        else:
            value = "%" if match[2] == "%" else values[match[2]]
            width = int(match[1] or 0)
            line += value.ljust(-width) if width < 0 else value.rjust(width)
    return f"{line}{severity}:  {text}\n"


def generated() -> Iterator[str]:
    """Yield prefixes: the parts of common prefixes in many combinations."""
    heads = (
        "%m [%p] ",
        "%t [%p]: [%l-1] ",
        "%m [%p-%l] ",
        "%t:%p:",
        "%m|%p|%c|",
        "%n %p ",
        "<%m>(%p)",
        "[%p] %t ",
        "%m %c %l ",
    )
    name_parts = (
        "%u@%d ",
        "%d@%u ",
        "user=%u,db=%d ",
        "db=%d,user=%u ",
        "[%u@%d] ",
        "%u %d ",
        "%d %u ",
        "%u|%d|",
        "(%u,%d) ",
        "%u/%d ",
        "%u:%d:",
        "%q%u@%d ",
        "%quser=%u db=%d ",
        "[user=%u,db=%d,app=%a] ",
        "user=%u,db=%d,app=%a,client=%h ",
        "%u@%d/%a ",
        "%u@%d %a ",
        "%u@%d:%a:",
        "%-10u@%-10d ",
        "%a %u@%d ",
        "%h %u@%d ",
        "%u@%d %h ",
        "%r %u@%d ",
        "%L %q%u@%d ",
        "%u %d %a %h ",
        "%u ",
        "%d ",
        "%a ",
        "",
        "%d - %u - ",
        "app=%a user=%u db=%d host=%r ",
        "database: %d, user: %u ",
        "%u@%d@%h ",
        "<%u@%d> ",
    )
    tails = ("", "%e ", "%x ", "%v %x ", "%i ", "[%b] ", "%Q ", "PG-%e ", "%s ")
    for head, name, tail in product(heads, name_parts, tails):
        yield head + name + tail
        if tail:
            yield head + tail + name


COMMON = (
    "%t [%p]: ",  # pgBadger
    "%t [%p]: user=%u,db=%d,app=%a,client=%h ",
    "%t [%p]: db=%d,user=%u,app=%a,client=%h ",
    "%m [%p] user=%u,db=%d,app=%a,client=%h ",
    "%t [%p]: [%l-1] user=%u,db=%d ",
    "%t [%p]: [%l-1] db=%d,user=%u ",
    "%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ",
    "%m [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ",
    "%m [%p]: user=%u,db=%d,app=%a,client=%h ",
    "%m [%p] ",  # PostgreSQL
    "%t [%p] ",
    "%m [%p] %q%u@%d ",  # Debian
    "%t [%p-%l] %q%u@%d ",
    "%m [%p-%l] %q%u@%d ",
    "%m [%p] %u@%d ",
    "%t [%p] %u@%d ",
    "%t:%r:%u@%d:[%p]:",  # RDS and Aurora
    "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:",
    "%m [%p]: [%l-1] db=%d,user=%u ",  # Cloud SQL
    "%t-%c-",  # Azure
    "%m [%p] %q[user=%u,db=%d,app=%a] ",  # pganalyze
    "%m [%p] %q[user=%u,db=%d,app=%a,host=%h] ",
    "%t [%p]: [%l-1] user=%u,db=%d - PG-%e ",
    "%t [%p]: [%l-1] [trx_id=%x] user=%u,db=%d ",
    "%m [%p][%b][%v][%x] %q[user=%u,db=%d,app=%a] ",
    'sql_error_code = %e time_ms = "%m" pid="%p" proc_start_time="%s" session_id="%c" vtid="%v" tid="%x" log_line="%l" '
    '%qdatabase="%d" connection_source="%r" user="%u" application_name="%a" ',  # Heroku
    "%m [%p] %c %l %e %v %x %r %q%u@%d %a ",  # recommended by doctor
    "%m [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h,state=%e ",
    "%t [%p]: [%l] user=%u,db=%d,host=%h ",
    "%m %u@%d [%p] ",
    "%m [%p] db=%d,user=%u,client=%r ",
)
