"""The options of a replay's plan, by group, and the plan that they describe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base.bounds import MOST_WORKERS
from pgrehearse.option_groups import option, options
from pgrehearse.param_types import DURATION, INSTANT, MOMENT, WAYS_OUT
from pgrehearse.workload.sql.builtin_functions import ALLOWABLE

if TYPE_CHECKING:
    from pgrehearse.replay.plan.plan import ReplayPlan, SessionSelection
    from pgrehearse.replay.plan.routing import Routing
    from pgrehearse.workload.manifest import Manifest

_SELECTOR = "user, database, application, instance, endpoint, job, caller, query, table or schema = value"

target_option = option(
    "--target",
    "targets",
    multiple=True,
    required=True,
    group="Target",
    help="DSN of the target database (password: ~/.pgpass, PGPASSWORD or a service file). "
    "Further targets: 'user=NAME: DSN' or 'instance=NAME: DSN'.",
)

timing_options = options(
    [
        option("--speed", default="1", show_default=True, group="Timing", help="A factor, or max."),
        option(
            "--think-time-scale",
            "think",
            type=float,
            default=1.0,
            show_default=True,
            group="Timing",
            aliases=["--think"],
            help="Factor of the think time between statements.",
        ),
        option(
            "--connect-time-scale",
            "connect",
            type=float,
            default=1.0,
            show_default=True,
            group="Timing",
            aliases=["--connect"],
            help="Factor of the time from the start of the window to each login.",
        ),
        option(
            "--think-floor",
            type=DURATION,
            default="0s",
            group="Timing",
            help="Minimum think time of a session that is late (5ms).",
        ),
        option(
            "--skip-idle",
            type=DURATION,
            default="0s",
            group="Timing",
            help="Shorten intervals without any statement to this duration (30s).",
        ),
        option(
            "--start-at",
            type=INSTANT,
            group="Timing",
            help="Start at this instant (2026-11-22T10:00:00+01:00; without a time zone: UTC).",
        ),
        option(
            "--clock",
            type=click.Choice(["target", "production"]),
            default="target",
            show_default=True,
            group="Timing",
            help="What now(), current_date and similar are in statements: the target's time, or production's time of that transaction.",
        ),
        option(
            "--statement-timeout",
            type=DURATION,
            default="0s",
            group="Timing",
            help="Cancel statements that run longer (30s, 5m).",
        ),
    ]
)

selection_options = options(
    [
        option(
            "--from",
            "since",
            type=MOMENT,
            group="Selection",
            help="Start of the replayed part: an instant, or a time from the start of the window (10m).",
        ),
        option(
            "--until",
            type=MOMENT,
            group="Selection",
            help="End of the replayed part: an instant, or a time from the start of the window.",
        ),
        option("--only", multiple=True, group="Selection", help=f"Replay only {_SELECTOR}. Repeatable."),
        option("--except", "without", multiple=True, group="Selection", help="Exclude (same form as --only)."),
        option(
            "--amplify",
            type=int,
            default=1,
            show_default=True,
            group="Selection",
            help="Replay each session this many times; the additional copies only read.",
        ),
        option("--amplify-writes", is_flag=True, group="Selection", help="Let the additional copies write too."),
        option(
            "--thin",
            type=float,
            default=1.0,
            show_default=True,
            group="Selection",
            help="Replay this fraction of the sessions (0.2), selected at random.",
        ),
        option(
            "--where",
            multiple=True,
            group="Selection",
            help="Apply --amplify and --thin only to these sessions (same form as --only).",
        ),
        option("--seed", type=int, default=7, show_default=True, group="Selection", help="Random seed."),
    ]
)

order_options = options(
    [
        option(
            "--sync",
            type=click.Choice(["session", "commit"]),
            default="session",
            show_default=True,
            group="Order",
            help="Order that is kept: within each session, or also the commit order of transactions that use the same tables.",
        ),
        option(
            "--sync-timeout",
            type=DURATION,
            default="5s",
            show_default=True,
            group="Order",
            help="Maximum time that a statement waits for other transactions.",
        ),
        option(
            "--unread",
            type=click.Choice(["everything", "nothing"]),
            default="everything",
            show_default=True,
            group="Order",
            help="With --sync commit: the tables that code is assumed to use if its tables cannot be determined.",
        ),
    ]
)

connection_options = options(
    [
        option(
            "--workers",
            type=click.IntRange(1, MOST_WORKERS),
            default=1,
            show_default=True,
            group="Connections",
            help="Number of worker processes; each replays complete sessions.",
        ),
        option(
            "--pooled",
            type=int,
            default=0,
            group="Connections",
            help="Number of connections for each user and database of pooled sessions.",
        ),
        option(
            "--map-user", "users", multiple=True, group="Connections", help="captured=other: log in as another user."
        ),
        option(
            "--map-database",
            "databases",
            multiple=True,
            group="Connections",
            help="captured=other: connect to another database.",
        ),
        option(
            "--as-role",
            is_flag=True,
            group="Connections",
            help="Log in as the user of --target and SET ROLE to the captured user.",
        ),
        option(
            "--password-command",
            default="",
            group="Connections",
            help="Command that prints the password (IAM tokens). PGHOST, PGPORT, PGUSER and PGDATABASE are set for it.",
        ),
        option(
            "--session-set",
            "session_set",
            multiple=True,
            group="Connections",
            help="Settings at the start of sessions: 'user=app: search_path=shard_7,public'.",
        ),
        option(
            "--types",
            type=click.Path(path_type=Path),
            group="Connections",
            help="TOML or JSON file of [[types]]: parameter types that the log does not determine.",
        ),
    ]
)

result_options = options(
    [
        option(
            "--hash-results/--no-hash-results",
            "hash_results",
            default=True,
            show_default=True,
            group="Results",
            help="Hash the rows of each statement, so that compare finds different results.",
        ),
    ]
)

value_options = options(
    [
        option(
            "--ids",
            type=click.Choice(["production", "target"]),
            group="Values",
            help="Ids that statements draw from sequences. Default: production's, with --writes and where the workload has them.",
        ),
        option(
            "--passes",
            type=click.IntRange(1, 2),
            default=1,
            show_default=True,
            group="Values",
            help="2: a first pass counts the ids that each statement draws, the target is restored, and ids are deduced again.",
        ),
    ]
)

write_options = options(
    [
        option(
            "--writes",
            is_flag=True,
            group="Safety",
            help="Send statements that write. The target must be a rehearsal database.",
        ),
        option(
            "--allow",
            "allowed",
            type=click.Choice(sorted({*ALLOWABLE, *WAYS_OUT})),
            multiple=True,
            metavar="NAME",
            group="Safety",
            help="Send statements that are skipped for this reason, or accept an outbound path of the database. "
            "Repeatable; docs/safety.md lists the names.",
        ),
    ]
)


def plan_of(values: dict[str, Any], manifest: Manifest) -> ReplayPlan:
    """Return the plan that the values of the options describe for a workload."""
    from pgrehearse.replay.plan.plan import Clock, Ids, Ordering, ReplayPlan, Sync, Unread, parse_speed
    from pgrehearse.replay.plan.routing import parse_targets
    from pgrehearse.replay.plan.types_file import read_fixed_types

    target, routes = parse_targets(values["targets"])
    return ReplayPlan(
        target,
        speed=parse_speed(values["speed"]),
        workers=values["workers"],
        writes=values["writes"],
        allowed=frozenset(values["allowed"]),
        statement_timeout_us=values["statement_timeout"],
        think=values["think"],
        connect=values["connect"],
        think_floor_us=values["think_floor"],
        skip_idle_us=values["skip_idle"],
        start_at_us=values["start_at"] or 0,
        from_us=max(_into(values["since"], manifest) or 0, 0),
        until_us=_into(values["until"], manifest),
        pooled=values["pooled"],
        hash_results=values["hash_results"],
        types=read_fixed_types(values["types"]) if values["types"] is not None else None,
        ids=Ids(values["ids"]) if values["ids"] else None,
        order=Ordering(Sync(values["sync"]), values["sync_timeout"], Unread(values["unread"])),
        selection=_selection(values),
        routing=_routing(values, routes),
        clock=Clock(values["clock"]),
    )


def _selection(values: dict[str, Any]) -> SessionSelection:
    """Return which sessions are replayed, and how often."""
    from pgrehearse.replay.plan.filters import parse_filter
    from pgrehearse.replay.plan.plan import SessionSelection

    return SessionSelection(
        only=parse_filter("--only", values["only"]),
        without=parse_filter("--except", values["without"]) if values["without"] else None,
        where=parse_filter("--where", values["where"]),
        amplify=values["amplify"],
        amplify_writes=values["amplify_writes"],
        thin=values["thin"],
        seed=values["seed"],
    )


def _routing(values: dict[str, Any], routes: Any) -> Routing:
    """Return where sessions connect to, and as which user."""
    from pgrehearse.replay.plan.routing import Routing, parse_names
    from pgrehearse.workload.catalog.session_settings import parse

    return Routing(
        routes=routes,
        users=parse_names("--map-user", values["users"]),
        databases=parse_names("--map-database", values["databases"]),
        as_role=values["as_role"],
        password_command=values["password_command"],
        settings=tuple(parse(text) for text in values["session_set"]),
    )


def _into(moment: tuple[bool, int] | None, manifest: Manifest) -> int | None:
    """Return a moment in microseconds from the start of the capture."""
    if moment is None:
        return None
    is_wall_clock, us = moment
    return us - manifest.window_start_us if is_wall_clock else us + manifest.warm_in_us
