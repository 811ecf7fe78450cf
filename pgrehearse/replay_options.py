"""The options that say how to replay, and the plan they make: ``replay`` takes all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pgrehearse.param_types import DURATION, INSTANT, MOMENT, WAYS_OUT
from pgrehearse.workload.sql.builtin_functions import ALLOWABLE

if TYPE_CHECKING:
    from pgrehearse.replay.plan.plan import ReplayPlan
    from pgrehearse.workload.manifest import Manifest

F = TypeVar("F", bound=Callable[..., Any])
_SELECTS = "user, database, application, instance, endpoint, job, caller, query, table or schema = value"

_OPTIONS = [
    click.option(
        "--target",
        "targets",
        multiple=True,
        required=True,
        help="DSN of the database to replay to (passwords: ~/.pgpass, PGPASSWORD, service files); more of them as 'user=NAME: DSN' or 'instance=NAME: DSN'.",
    ),
    click.option("--speed", default="1", show_default=True, help="A factor, or max."),
    click.option(
        "--think",
        type=float,
        default=1.0,
        show_default=True,
        help="Factor of the time sessions think between statements.",
    ),
    click.option(
        "--connect", type=float, default=1.0, show_default=True, help="Factor of the time before sessions connect."
    ),
    click.option(
        "--think-floor", type=DURATION, default="0s", help="What a session that fell behind thinks at least (5ms)."
    ),
    click.option("--skip-idle", type=DURATION, default="0s", help="Shorten silences of all sessions to this (30s)."),
    click.option(
        "--start-at", type=INSTANT, help="Begin at this instant (2026-11-22T10:00:00+01:00; without a zone: UTC)."
    ),
    click.option(
        "--from", "since", type=MOMENT, help="Replay from here on: an instant, or how far into the window (10m)."
    ),
    click.option("--until", type=MOMENT, help="Replay what began before: an instant, or how far into the window."),
    click.option(
        "--workers",
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        help="Processes; sessions are dealt out whole.",
    ),
    click.option(
        "--sync",
        type=click.Choice(["session", "commit"]),
        default="session",
        show_default=True,
        help="What waits for what: a session for itself; or also for the transactions that committed before it.",
    ),
    click.option(
        "--sync-timeout",
        type=DURATION,
        default="5s",
        show_default=True,
        help="How long a statement waits for that at most.",
    ),
    click.option(
        "--unread",
        type=click.Choice(["everything", "nothing"]),
        default="everything",
        show_default=True,
        help="With --sync commit: what code touches whose tables cannot be read.",
    ),
    click.option(
        "--writes", is_flag=True, help="Let statements that write through; the target must prove to be a rehearsal."
    ),
    click.option(
        "--allow",
        "allowed",
        type=click.Choice(sorted({*ALLOWABLE, *WAYS_OUT})),
        multiple=True,
        metavar="NAME",
        help="Send statements that are skipped for this reason, or accept a way out of the database (repeatable; docs/safety.md lists the names).",
    ),
    click.option(
        "--statement-timeout", type=DURATION, default="0s", help="Guard against runaways: end statements after 30s, 5m."
    ),
    click.option("--only", multiple=True, help=f"Replay only this: {_SELECTS} (any of them, may be given again)."),
    click.option("--except", "without", multiple=True, help="Replay all but this (as --only)."),
    click.option(
        "--amplify",
        type=int,
        default=1,
        show_default=True,
        help="Play each session so many times; the further copies only read.",
    ),
    click.option("--amplify-writes", is_flag=True, help="Let the further copies write too."),
    click.option(
        "--thin",
        type=float,
        default=1.0,
        show_default=True,
        help="Play this share of the sessions (0.2), drawn by --seed.",
    ),
    click.option("--where", multiple=True, help="Amplify or thin this alone (as --only)."),
    click.option("--seed", type=int, default=7, show_default=True, help="Of what chance decides."),
    click.option(
        "--pooled", type=int, default=0, help="Connections for each user and database whose sessions a pooler shared."
    ),
    click.option("--map-user", "users", multiple=True, help="captured=other: log in as another user."),
    click.option("--map-database", "databases", multiple=True, help="captured=other: go to another database."),
    click.option("--as-role", is_flag=True, help="Log in as the target's own user, and SET ROLE to the captured one."),
    click.option(
        "--password-command",
        default="",
        help="A command that prints the password (IAM tokens; PGHOST, PGPORT, PGUSER, PGDATABASE are set).",
    ),
    click.option(
        "--types",
        type=click.Path(path_type=Path),
        help="A TOML or JSON file of [[types]]: what type a parameter of a query is, where the log leaves it open.",
    ),
    click.option(
        "--session-set",
        "session_set",
        multiple=True,
        help="'user=app: search_path=shard_7,public': what sessions start with.",
    ),
]


def planned(command: F) -> F:
    """Give a command the options of a plan."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def plan_of(words: dict[str, Any], manifest: Manifest) -> ReplayPlan:
    """Make the plan that the options describe for a workload."""
    from pgrehearse.replay.plan.filters import parse_filter
    from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, SessionSelection, Sync, Unread, parse_speed
    from pgrehearse.replay.plan.routing import Routing, parse_names, parse_targets
    from pgrehearse.replay.plan.types_file import read_fixed_types
    from pgrehearse.workload.catalog.session_settings import parse

    target, routes = parse_targets(words["targets"])
    return ReplayPlan(
        target,
        speed=parse_speed(words["speed"]),
        workers=words["workers"],
        writes=words["writes"],
        allowed=frozenset(words["allowed"]),
        statement_timeout_us=words["statement_timeout"],
        think=words["think"],
        connect=words["connect"],
        think_floor_us=words["think_floor"],
        skip_idle_us=words["skip_idle"],
        start_at_us=words["start_at"] or 0,
        from_us=max(_into(words["since"], manifest) or 0, 0),
        until_us=_into(words["until"], manifest),
        pooled=words["pooled"],
        types=read_fixed_types(words["types"]) if words["types"] is not None else None,
        order=Ordering(Sync(words["sync"]), words["sync_timeout"], Unread(words["unread"])),
        selection=SessionSelection(
            only=parse_filter("--only", words["only"]),
            without=parse_filter("--except", words["without"]) if words["without"] else None,
            where=parse_filter("--where", words["where"]),
            amplify=words["amplify"],
            amplify_writes=words["amplify_writes"],
            thin=words["thin"],
            seed=words["seed"],
        ),
        routing=Routing(
            routes=routes,
            users=parse_names("--map-user", words["users"]),
            databases=parse_names("--map-database", words["databases"]),
            as_role=words["as_role"],
            password_command=words["password_command"],
            settings=tuple(parse(text) for text in words["session_set"]),
        ),
    )


def _into(moment: tuple[bool, int] | None, manifest: Manifest) -> int | None:
    """Return a moment as microseconds into what was captured."""
    if moment is None:
        return None
    wall, us = moment
    return us - manifest.window_start_us if wall else us + manifest.warm_in_us
