"""The options of a replay's plan, by group; their values have the names of ``PlanOptions``."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base.bounds import HASH_ROWS, MOST_WORKERS
from pgrehearse.option_groups import option, options
from pgrehearse.param_types import DURATION, INSTANT, MOMENT, WAYS_OUT
from pgrehearse.workload.sql.builtin_functions import ALLOWABLE

if TYPE_CHECKING:
    from pgrehearse.replay.plan.plan import ReplayPlan
    from pgrehearse.workload.manifest import Manifest

_SELECTOR = "user, database, application, instance, endpoint, job, caller, query, table or schema = value"

target_option = option(
    "--target",
    "targets",
    multiple=True,
    group="Target",
    help="DSN of the target database (password: ~/.pgpass, PGPASSWORD or a service file). "
    "Further targets: 'user=NAME: DSN' or 'instance=NAME: DSN'.",
)

reader_options = options(
    [
        option(
            "--reader",
            "readers",
            multiple=True,
            group="Target",
            help="DSN of a reader (standby) of the target: it gets the sessions of captured readers, and what --route-reads selects. "
            "'NAME: DSN': it gets those of the captured instance NAME. Repeatable.",
        ),
        option(
            "--route-reads",
            multiple=True,
            metavar="SELECTION",
            group="Target",
            help="Send these reads to the readers (same form as --only; all: every read that can be moved). Repeatable.",
        ),
    ]
)

timing_options = options(
    [
        option("--speed", default="1", show_default=True, group="Timing", help="A factor, or max."),
        option(
            "--think-time-scale",
            type=float,
            default=1.0,
            show_default=True,
            group="Timing",
            aliases=["--think"],
            help="Factor of the think time between statements.",
        ),
        option(
            "--connect-time-scale",
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
            "--real-time",
            is_flag=True,
            group="Timing",
            help="Give the workers real-time priority, so that other programs of this machine do not delay statements.",
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
            "from_",
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
        option("--except", "except_", multiple=True, group="Selection", help="Exclude (same form as --only)."),
        option(
            "--amplify",
            type=float,
            default=1.0,
            show_default=True,
            group="Selection",
            help="Replay each session this many times (1.5: half of them twice); the additional copies only read.",
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
            help="Number of worker processes, on all hosts together; each replays complete sessions.",
        ),
        option(
            "--cluster",
            default="",
            metavar="auto|HOST:PORT",
            group="Connections",
            help="Run the workers on the hosts of the Ray cluster with this head; auto: of the cluster that this host belongs to.",
        ),
        option(
            "--pooled",
            type=int,
            default=0,
            group="Connections",
            help="Number of connections for each user and database of pooled sessions.",
        ),
        option("--map-user", multiple=True, group="Connections", help="captured=other: log in as another user."),
        option(
            "--map-database",
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
        option(
            "--hash-rows",
            type=click.IntRange(min=0),
            default=HASH_ROWS,
            show_default=True,
            group="Results",
            metavar="N",
            help="Hash the first N rows of each result (0: all). A run contains the number of all rows.",
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
        option(
            "--restore",
            metavar="COMMAND",
            default="",
            group="Values",
            help="With --passes 2: command that restores the target and adopts it again. Embedded servers are restored without it.",
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
    from pgrehearse.replay.plan.plan_options import PlanOptions, Servers
    from pgrehearse.replay.plan.readers import parse_readers
    from pgrehearse.replay.plan.routing import parse_targets

    target, routes = parse_targets(values["targets"])
    options = PlanOptions(**{item.name: values[item.name] for item in fields(PlanOptions)})
    return options.plan(Servers(target, routes, parse_readers(values["readers"])), manifest)
