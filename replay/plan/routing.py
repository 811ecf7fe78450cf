"""Where a captured session goes, and as whom: targets, other names for users and databases, roles, passwords."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.runs.run_facts import AccessFacts, RouteFacts
from pgrehearse.workload.catalog.session_settings import SessionSettings, started_with

_ANSWER_S = 30


@dataclass(frozen=True, slots=True)
class Route:
    """*target* of the sessions of one captured *user* or *instance*."""

    target: Endpoint
    user: str = ""
    instance: str = ""

    def fits(self, user: str, instance: str) -> bool:
        """Say whether a captured session takes this route."""
        return self.user in {"", user} and self.instance in {"", instance}


@dataclass(frozen=True, slots=True)
class Access:
    """Where sessions go besides the plan's target: the first of the *routes* that fits.

    *users*, *databases*: other names for captured ones. *as_role*: log in as the target's own user, and take the
    captured user's role. *password_command*: words whose output is the password (PGHOST, PGPORT, PGUSER and PGDATABASE
    tell it whose). *settings*: what sessions start with besides what the workload knows. *door_sets*: the door of the
    target refuses options at the start of a session (a pooler), so that they are SET behind it. *door_shares*: it gives a session's
    transactions to whichever server connection is free; *door_forgets*: and it does not know a session's prepared statements there.
    """

    routes: tuple[Route, ...] = ()
    users: tuple[tuple[str, str], ...] = ()
    databases: tuple[tuple[str, str], ...] = ()
    as_role: bool = False
    password_command: str = ""
    settings: tuple[SessionSettings, ...] = ()
    door_sets: bool = False
    door_shares: bool = False
    door_forgets: bool = False

    def server(self, target: Endpoint, user: str, instance: str = "") -> Endpoint:
        """Return the target of a captured session: that of the first route that fits, else *target*."""
        return next((route.target for route in self.routes if route.fits(user, instance)), target)

    def endpoint(self, target: Endpoint, user: str, database: str, instance: str = "") -> Endpoint:
        """Return where a captured session connects to (*target*, if no route fits), and as whom."""
        target = self.server(target, user, instance)
        login = target.user if self.as_role else dict(self.users).get(user, user)
        return target.to(database=dict(self.databases).get(database, database), user=login)

    def begins_with(
        self, user: str, database: str, application: str, known: Sequence[SessionSettings]
    ) -> dict[str, str]:
        """Return the settings that a captured session starts with; *known* are the workload's."""
        given = started_with([*known, *self.settings], user, database, application)
        return given | ({"role": dict(self.users).get(user, user)} if self.as_role else {})

    def recorded(self) -> AccessFacts:
        """Return what a run's manifest keeps: no password."""
        return AccessFacts(
            routes=[RouteFacts(route.user, route.instance, str(route.target)) for route in self.routes],
            users=dict(self.users),
            databases=dict(self.databases),
            as_role=self.as_role,
            password_command=bool(self.password_command),
            settings=list(self.settings),
        )


def parse_targets(texts: Sequence[str]) -> tuple[Endpoint, tuple[Route, ...]]:
    """Read ``DSN`` (exactly one) and ``user=reporting: DSN`` or ``instance=reader1: DSN``."""
    plain: list[Endpoint] = []
    routes: list[Route] = []
    for text in texts:
        who, colon, dsn = text.partition(": ")
        word, sign, name = who.strip().partition("=")
        if not colon:
            plain.append(Endpoint.parse(text))
        elif sign and name and word in {"user", "instance"}:
            routes.append(Route(Endpoint.parse(dsn.strip()), **{word: name}))
        else:
            raise UsageProblem(f"not a target: {who!r}", remedy="write 'user=NAME: DSN' or 'instance=NAME: DSN'")
    if len(plain) != 1:
        raise UsageProblem(
            f"{len(plain)} targets for everybody", remedy="give one --target DSN; more of them as 'user=NAME: DSN'"
        )
    return plain[0], tuple(routes)


def parse_names(option: str, texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Read ``captured=other`` pairs.

    >>> parse_names("--map-user", ["app=app_test"])
    (('app', 'app_test'),)
    """
    pairs = [text.partition("=") for text in texts]
    if wrong := next((text for text, (old, _, new) in zip(texts, pairs, strict=True) if not old or not new), None):
        raise UsageProblem(f"{option} {wrong!r} names no pair", remedy=f"write {option} captured=other")
    return tuple((old, new) for old, _, new in pairs)


@dataclass
class Passwords:
    """Passwords that a command gives (tokens of IAM, a vault), kept while they are young."""

    command: str
    kept: dict[Endpoint, str] = field(default_factory=dict, repr=False)

    def of(self, endpoint: Endpoint) -> Endpoint:
        """Return *endpoint* with its password; ask for it once. Raises ``TargetProblem`` when the command fails."""
        if not self.command:
            return endpoint
        if endpoint not in self.kept:
            self.kept[endpoint] = answered(self.command, endpoint)
        return endpoint.with_password(self.kept[endpoint])

    def renewed(self) -> None:
        """Ask for every password again: tokens live for minutes. One that cannot be had now stays as it is."""
        for endpoint in list(self.kept):
            try:
                self.kept[endpoint] = answered(self.command, endpoint)
            except TargetProblem:
                continue


def answered(command: str, endpoint: Endpoint) -> str:
    """Run a password command for one endpoint and return the first line it prints."""
    whose: Mapping[str, str] = {
        "PGHOST": endpoint.host,
        "PGPORT": str(endpoint.port),
        "PGUSER": endpoint.user,
        "PGDATABASE": endpoint.database,
    }
    by_hand = " ".join(f"{name}={shlex.quote(value)}" for name, value in whose.items())
    try:
        done = subprocess.run(
            shlex.split(command),
            capture_output=True,
            text=True,
            check=True,
            timeout=_ANSWER_S,
            env={**os.environ, **whose},
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        # What it printed may hold a token: it is not repeated.
        raise TargetProblem(
            f"the password command gave no password for {endpoint}: {_failure(error)}",
            remedy=f"run it by hand to see what it prints, with {by_hand}",
        ) from None
    lines = done.stdout.splitlines()
    if not lines or not lines[0]:
        raise TargetProblem(f"the password command printed nothing for {endpoint}", remedy="let it print the password")
    return lines[0]


def _failure(error: Exception) -> str:
    """Say how a command failed, without anything that it printed."""
    if isinstance(error, subprocess.CalledProcessError):
        if error.returncode < 0:
            return f"it was ended by signal {-error.returncode}"
        return f"it left with exit code {error.returncode}"
    if isinstance(error, subprocess.TimeoutExpired):
        return f"it was not done after {_ANSWER_S} seconds"
    if isinstance(error, OSError):
        return f"it could not be started ({os.strerror(error.errno or 0)})"
    return f"it could not be read ({type(error).__name__})"
