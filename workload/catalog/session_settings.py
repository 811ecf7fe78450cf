"""Settings of sessions at their start, which logs do not show: startup options, ALTER ROLE ... SET, ALTER DATABASE ... SET."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from pgrehearse.base.errors import UsageProblem

_WHO = ("user", "database", "application")


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """The *settings* of the sessions of this *user*, *database* and *application* ("": any)."""

    settings: dict[str, str]
    user: str = ""
    database: str = ""
    application: str = ""

    def document(self) -> dict[str, Any]:
        """Return the document that a manifest stores."""
        return asdict(self)

    def fit(self, *, user: str, database: str, application: str) -> bool:
        """Return whether these settings apply to a session."""
        return self.user in {"", user} and self.database in {"", database} and self.application in {"", application}


def parse(text: str) -> SessionSettings:
    """Read ``user=app, database=shop: search_path=shard_7,public; timezone=UTC``.

    >>> parse("user=app: search_path=a,b; jit=off")
    SessionSettings(settings={'search_path': 'a,b', 'jit': 'off'}, user='app', database='', application='')
    """
    who, colon, what = text.partition(":")
    whose = dict(pair.strip().partition("=")[::2] for pair in who.split(",") if pair.strip())
    settings = {
        name.strip(): value.strip() for name, sign, value in (pair.partition("=") for pair in what.split(";")) if sign
    }
    if not colon or not settings or set(whose) - set(_WHO) or not all(whose.values()):
        raise UsageProblem(
            f"not session settings: {text!r}",
            remedy="write 'user=app: search_path=shard_7,public; timezone=UTC' (user, database or application)",
        )
    return SessionSettings(settings, **whose)


def started_with(entries: list[SessionSettings], user: str, database: str, application: str) -> dict[str, str]:
    """Return the settings of a session at its start: those of every entry that applies to it; later entries take precedence."""
    out: dict[str, str] = {}
    for entry in entries:
        if entry.fit(user=user, database=database, application=application):
            out |= entry.settings
    return out
