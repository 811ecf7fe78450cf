"""Which server, database and user a captured session connects to: targets, other names for users and databases, roles, passwords."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.user_command import run_command
from pgrehearse.runs.run_facts import AccessFacts, RouteFacts
from pgrehearse.workload.catalog.session_settings import SessionSettings, started_with

_COMMAND_TIMEOUT_S = 30


@dataclass(frozen=True, slots=True)
class Route:
    """*target* of the sessions of one captured *user* or *instance*. *reader*: the target is a reader, which takes no writes."""

    target: Endpoint
    user: str = ""
    instance: str = ""
    reader: bool = False

    def matches(self, user: str, instance: str) -> bool:
        """Return whether a captured session takes this route."""
        return self.user in {"", user} and self.instance in {"", instance}


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of the target. *instance*: the captured reader whose sessions it gets ("": it shares the others evenly)."""

    target: Endpoint
    instance: str = ""


@dataclass(frozen=True, slots=True)
class Routing:
    """Where sessions go that do not go to the plan's target: to that of the first of the *routes* that matches.

    *readers*: of the target; they get the sessions of captured readers, and reads that are moved (``ReplayPlan.reads``).
    *users*, *databases*: other names for captured ones. *as_role*: log in as the target's own user, and set the
    captured user's role. *password_command*: a command whose output is the password (PGHOST, PGPORT, PGUSER and PGDATABASE
    are in its environment). *settings*: what sessions start with besides the settings of the workload. *set_after_connect*: the target is
    behind a pooler that refuses options at connect, so that they are SET by a first statement. *transaction_pooling*: the pooler sends a session's
    transactions to any server connection that is free; *unnamed_statements*: there a session's prepared statements are missing, so that
    statements are sent without their names.
    """

    routes: tuple[Route, ...] = ()
    readers: tuple[Reader, ...] = ()
    users: tuple[tuple[str, str], ...] = ()
    databases: tuple[tuple[str, str], ...] = ()
    as_role: bool = False
    password_command: str = ""
    settings: tuple[SessionSettings, ...] = ()
    set_after_connect: bool = False
    transaction_pooling: bool = False
    unnamed_statements: bool = False

    def server(self, target: Endpoint, user: str, instance: str = "") -> Endpoint:
        """Return the target of a captured session: that of the first route that matches, else *target*."""
        return next((route.target for route in self.routes if route.matches(user, instance)), target)

    def on_reader(self, server: Endpoint) -> bool:
        """Return whether a server is a reader of the target."""
        return any(reader.target == server for reader in self.readers)

    def reader_of(self, session: int) -> Endpoint:
        """Return the reader that gets the moved reads of a session: the sessions are distributed evenly."""
        return self.readers[session % len(self.readers)].target

    def endpoint(self, target: Endpoint, user: str, database: str, instance: str = "") -> Endpoint:
        """Return the server (*target*, if no route matches), database and user that a captured session connects to."""
        return self.place(self.server(target, user, instance), user, database)

    def place(self, target: Endpoint, user: str, database: str) -> Endpoint:
        """Return the database and user of a captured session on the server *target*."""
        login = target.user if self.as_role else dict(self.users).get(user, user)
        return target.to(database=dict(self.databases).get(database, database), user=login)

    def initial_settings(
        self, user: str, database: str, application: str, captured: Sequence[SessionSettings]
    ) -> dict[str, str]:
        """Return the settings that a captured session starts with; *captured*: the workload's."""
        settings = started_with([*captured, *self.settings], user, database, application)
        return settings | ({"role": dict(self.users).get(user, user)} if self.as_role else {})

    def recorded(self) -> AccessFacts:
        """Return the routing as a run's manifest has it, without a password."""
        return AccessFacts(
            routes=[RouteFacts(route.user, route.instance, str(route.target)) for route in self.routes],
            readers=[str(reader.target) for reader in self.readers],
            users=dict(self.users),
            databases=dict(self.databases),
            as_role=self.as_role,
            password_command=bool(self.password_command),
            settings=list(self.settings),
            transaction_pooling=self.transaction_pooling,
        )


def parse_targets(texts: Sequence[str]) -> tuple[Endpoint, tuple[Route, ...]]:
    """Parse ``DSN`` (exactly one) and ``user=reporting: DSN`` or ``instance=reader1: DSN``."""
    plain: list[Endpoint] = []
    routes: list[Route] = []
    for text in texts:
        if ": " in text:
            routes.append(parse_route(text))
        else:
            plain.append(Endpoint.parse(text))
    if len(plain) != 1:
        raise UsageProblem(
            f"{len(plain)} targets without a user or an instance",
            remedy="use one --target DSN; write further targets as 'user=NAME: DSN' or 'instance=NAME: DSN'",
        )
    return plain[0], tuple(routes)


def parse_route(text: str) -> Route:
    """Parse ``user=reporting: DSN`` or ``instance=reader1: DSN``."""
    sessions, _, dsn = text.partition(": ")
    kind, sign, name = sessions.strip().partition("=")
    if not (dsn and sign and name and kind in {"user", "instance"}):
        # A DSN can contain a password: it is not shown.
        shown = repr(sessions) if dsn else "without a user or an instance"
        raise UsageProblem(f"invalid target {shown}", remedy="write 'user=NAME: DSN' or 'instance=NAME: DSN'")
    endpoint = Endpoint.parse(dsn.strip())
    return Route(endpoint, user=name) if kind == "user" else Route(endpoint, instance=name)


def parse_names(option: str, texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Parse ``captured=other`` pairs.

    >>> parse_names("--map-user", ["app=app_test"])
    (('app', 'app_test'),)
    """
    pairs = [text.partition("=") for text in texts]
    if wrong := next((text for text, (old, _, new) in zip(texts, pairs, strict=True) if not old or not new), None):
        raise UsageProblem(f"invalid pair {option} {wrong!r}", remedy=f"write {option} captured=other")
    return tuple((old, new) for old, _, new in pairs)


@dataclass
class Passwords:
    """Passwords that a command prints (IAM tokens, a vault), kept until they are renewed."""

    command: str
    cache: dict[Endpoint, str] = field(default_factory=dict, repr=False)

    def of(self, endpoint: Endpoint) -> Endpoint:
        """Return *endpoint* with its password; the command runs once for each. Raises ``TargetProblem`` when it fails."""
        if not self.command:
            return endpoint
        if endpoint not in self.cache:
            self.cache[endpoint] = run_password_command(self.command, endpoint)
        return endpoint.with_password(self.cache[endpoint])

    def renew(self) -> None:
        """Run the command again for every password: tokens are valid for minutes. A password stays as it is where the command fails."""
        for endpoint in list(self.cache):
            try:
                self.cache[endpoint] = run_password_command(self.command, endpoint)
            except TargetProblem:
                continue


def run_password_command(command: str, endpoint: Endpoint) -> str:
    """Run a password command for one endpoint and return the first line it prints."""
    lines = run_command("password command", command, endpoint, timeout_s=_COMMAND_TIMEOUT_S).splitlines()
    if not lines or not lines[0]:
        raise TargetProblem(
            f"the password command printed nothing for {endpoint}",
            remedy="the first line of its output has to be the password",
        )
    return lines[0]
