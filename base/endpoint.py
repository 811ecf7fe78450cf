"""What several stages need to name a database: a frozen value that never shows its password."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from base.errors import UsageProblem

NAMED = {"host", "hostaddr", "port", "dbname", "user", "password"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A database as a client reaches it. *options* are further libpq words (sslmode, passfile, service ...).

    Empty *user* or *password* mean what they mean to libpq: environment, ``.pgpass``, service file.
    """

    host: str = "127.0.0.1"
    port: int = 5432
    database: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    options: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @classmethod
    def parse(cls, dsn: str) -> Endpoint:
        """Read a ``postgresql://`` URI or libpq's ``key=value`` words; anything else is a usage problem."""
        words = _from_uri(dsn) if "://" in dsn else _from_words(dsn)
        port = words.get("port") or "5432"
        if not port.isdigit():
            raise UsageProblem("the port of the DSN is not a number", remedy="give one host and one port")
        return cls(
            host=words.get("host") or words.get("hostaddr") or "127.0.0.1",
            port=int(port),
            database=words.get("dbname", ""),
            user=words.get("user", ""),
            password=words.get("password", ""),
            options=tuple(sorted((k, v) for k, v in words.items() if k not in NAMED)),
        )

    def to(self, *, database: str | None = None, user: str | None = None) -> Endpoint:
        """Return the same server under another database or user."""
        return replace(
            self,
            database=self.database if database is None else database,
            user=self.user if user is None else user,
        )

    def with_password(self, password: str) -> Endpoint:
        """Return the same database with another password."""
        return replace(self, password=password)

    def libpq(self) -> dict[str, str]:
        """Return libpq's words, empty ones left out."""
        words = {
            "host": self.host,
            "port": str(self.port),
            "dbname": self.database,
            "user": self.user,
            "password": self.password,
            **dict(self.options),
        }
        return {key: value for key, value in words.items() if value}

    def asyncpg(self) -> dict[str, Any]:
        """Return the keyword arguments of ``asyncpg.connect``."""
        words: dict[str, Any] = {"host": self.host, "port": self.port}
        words |= {"database": self.database} if self.database else {}
        words |= {"user": self.user} if self.user else {}
        words |= {"password": self.password} if self.password else {}
        extra = dict(self.options)
        words |= {"ssl": extra["sslmode"]} if "sslmode" in extra else {}
        words |= {"passfile": extra["passfile"]} if "passfile" in extra else {}
        return words

    def __str__(self) -> str:
        """Name the database without its password: ``app@db.example:5432/videos``."""
        return f"{self.user or '(default user)'}@{self.host}:{self.port}/{self.database or '(default)'}"


def _from_uri(dsn: str) -> dict[str, str]:
    try:
        parts = urlsplit(dsn)
        port = parts.port
    except ValueError:
        raise UsageProblem(
            "the DSN is not a URI that can be read", remedy="write postgresql://user@host:5432/database"
        ) from None
    if parts.scheme not in {"postgresql", "postgres"}:
        raise UsageProblem(
            f"unknown kind of target: {parts.scheme}://", remedy="write postgresql://user@host:5432/database"
        )
    words = dict(parse_qsl(parts.query))
    found: Mapping[str, str | None] = {
        "host": unquote(parts.hostname or "") or None,
        "port": str(port) if port else None,
        "dbname": unquote(parts.path.lstrip("/")) or None,
        "user": unquote(parts.username or "") or None,
        "password": unquote(parts.password or "") or None,
    }
    return {**words, **{key: value for key, value in found.items() if value}}


def _from_words(dsn: str) -> dict[str, str]:
    try:
        pairs = [word.partition("=") for word in shlex.split(dsn)]
    except ValueError:
        pairs = [("", "", "")]
    if not pairs or not all(key and equals for key, equals, _ in pairs):
        raise UsageProblem(
            "the DSN is neither a URI nor key=value words",
            remedy="write postgresql://user@host:5432/database",
        )
    return {key: value for key, _, value in pairs}
