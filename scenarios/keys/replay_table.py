"""The table ``[replay]`` of a scenario: its keys are the options of ``pgrehearse replay``."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pgrehearse.base.bounds import HASH_ROWS, MOST_WORKERS
from pgrehearse.base.cluster.address import parse_cluster
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, PgrehearseError, UsageProblem
from pgrehearse.base.units import parse_duration_us
from pgrehearse.capture.formats.moments import instant_us, moment
from pgrehearse.replay.plan.filters import parse_filter, parse_reads
from pgrehearse.replay.plan.plan import parse_speed
from pgrehearse.replay.plan.plan_options import PlanOptions, Servers
from pgrehearse.replay.plan.routing import parse_names
from pgrehearse.replay.plan.traffic import parse_caches
from pgrehearse.replay.plan.types_file import read_fixed_types
from pgrehearse.scenarios.keys.key_types import (
    Count,
    Duration,
    Factor,
    Instant,
    MomentOfWindow,
    NumberOrText,
    Texts,
    checked,
    given,
)
from pgrehearse.targets.external_access import NAMES
from pgrehearse.workload.catalog.session_settings import parse as parse_settings
from pgrehearse.workload.sql.builtin_functions import ALLOWABLE

_DURATIONS = ("think_floor", "skip_idle", "statement_timeout", "sync_timeout")
_OPTION = re.compile(r"(?<!\w)--([a-z]+(?:-[a-z]+)*)")
# The interval between samples of the active sessions.
_LEAST_US, _MOST_US = 10_000, 1_000_000


def _check_interval(text: str) -> None:
    every_us = parse_duration_us(text)
    if every_us and not _LEAST_US <= every_us <= _MOST_US:
        raise UsageProblem("the interval is out of range", remedy="use 10ms to 1s, or 0s for no samples")


def _check_names(names: tuple[str, ...]) -> None:
    known = {*ALLOWABLE, *NAMES}
    if unknown := next((name for name in names if name not in known), ""):
        raise UsageProblem(f"unknown name {unknown!r}", remedy=f"use {', '.join(sorted(known))}")


def _check_settings(texts: tuple[str, ...]) -> None:
    for text in texts:
        parse_settings(text)


def _read_types(path: str) -> None:
    read_fixed_types(Path(path))


@dataclass(frozen=True, slots=True)
class Replay:
    """How to replay, with the values of the options of `pgrehearse replay`."""

    speed: Annotated[NumberOrText, checked(parse_speed)] = "1"
    """`"1"`, a factor, or `"max"`"""
    workers: Annotated[int, Field(ge=1, le=MOST_WORKERS)] = 1
    """number of worker processes, on all hosts together"""
    cluster: Annotated[str, checked(parse_cluster)] = ""
    """`"auto"`, or `"HOST:PORT"` of the head of a Ray cluster: run the workers on its hosts ([many hosts](scale.md))"""
    real_time: bool = False
    """give the workers [real-time priority](timing.md#precision)"""
    writes: bool = True
    """send statements that write"""
    allow: Annotated[Texts, checked(_check_names)] = ()
    """names of reasons for which statements are skipped, and of outbound paths, that are accepted ([safety](safety.md))"""
    dirty: bool = False
    """continue although an earlier replay has used the target"""
    deny_host: Texts = ()
    """patterns of hosts, or networks, that are never a target"""
    keep_prepared: bool = False
    """keep prepared transactions whose end is not in the window"""
    sync: Literal["session", "commit"] = "session"
    """`"session"` or `"commit"`: [order](order.md)"""
    sync_timeout: Duration = "5s"
    """maximum time that a statement waits for other transactions"""
    unread: Literal["everything", "nothing"] = "everything"
    """with `sync = "commit"`: the tables that code is assumed to use if its tables cannot be determined"""
    think_time_scale: Factor = 1.0
    """factor of the think time between statements"""
    connect_time_scale: Factor = 1.0
    """factor of the time from the start of the window to each login"""
    think_floor: Duration = "0s"
    """minimum think time of a session that is late"""
    skip_idle: Duration = "0s"
    """shorten intervals without any statement to this duration (`0s`: none is shortened)"""
    start_at: Instant = ""
    """start at this instant; without an offset it is in UTC"""
    statement_timeout: Duration = "0s"
    """cancel statements that run longer (`0s`: none)"""
    clock: Literal["target", "production"] = "target"
    """`"target"` or `"production"`: the time that statements read ([the clock](clock.md))"""
    from_: MomentOfWindow = ""
    """start of the replayed part: an instant, or a time from the start of the window (`"10m"`)"""
    until: MomentOfWindow = ""
    """end of the replayed part, in the same form"""
    only: Annotated[Texts, checked(partial(parse_filter, "--only"))] = ()
    """replay only these statements: `user`, `database`, `application`, `instance`, `endpoint`, `job`, `caller`, `query`, `table` or `schema` `= value`"""
    except_: Annotated[Texts, checked(partial(parse_filter, "--except"))] = ()
    """exclude these statements, in the same form"""
    where: Annotated[Texts, checked(partial(parse_filter, "--where"))] = ()
    """apply `amplify` and `thin` only to these sessions, in the same form"""
    amplify: Annotated[float, Field(ge=1, le=1000)] = 1.0
    """replay each session this many times (1.5: half of them twice); the additional copies only read"""
    amplify_writes: bool = False
    """let the additional copies write too"""
    thin: Annotated[float, Field(gt=0, le=1)] = 1.0
    """replay this fraction of the sessions, selected at random"""
    seed: int = 7
    """seed of the random selection"""
    pooled: Annotated[int, Field(ge=0, le=10_000)] = 0
    """number of connections for each user and database of pooled sessions (0: a connection for each session)"""
    map_user: Annotated[Texts, checked(partial(parse_names, "--map-user"))] = ()
    """`"captured=other"`: log in as another user"""
    map_database: Annotated[Texts, checked(partial(parse_names, "--map-database"))] = ()
    """`"captured=other"`: connect to another database"""
    as_role: bool = False
    """log in as the user of the target and SET ROLE to the captured user"""
    password_command: str = ""
    """a command that prints the password; PGHOST, PGPORT, PGUSER and PGDATABASE are set for it"""
    session_set: Annotated[Texts, checked(_check_settings)] = ()
    """settings at the start of sessions: `"user=app: search_path=shard_7,public"`"""
    types: Annotated[str, given(_read_types)] = ""
    """the path of a TOML or JSON file of `[[types]]`: parameter types that the log does not determine"""
    ids: Literal["auto", "production", "target"] = "auto"
    """`"production"` or `"target"`: the ids that statements draw from sequences ([the same rows](same-rows.md)); `"auto"`: production's, if the replay writes and the workload has them"""
    passes: Literal[1, 2] = 1
    """2: [a first pass](same-rows.md#two-passes) on the control counts the ids that each statement draws; all replays have the ids that are deduced with these counts"""
    hash_results: bool = True
    """hash the rows of each statement, so that the comparison finds [different results](results.md)"""
    hash_rows: Count = HASH_ROWS
    """hash the first so many rows of each result (0: all); larger results are [sampled](results.md#how-rows-are-hashed)"""
    end_state: Literal["auto", "yes", "no"] = "auto"
    """read [the end state](end-state.md) of each replay: `"yes"`, `"no"`, or `"auto"`: of embedded servers, if the replay writes and the databases have at most 1 GiB"""
    end_state_keys: bool = False
    """store the keys of rows with the end state (they are values)"""
    warm_up: Duration = "0s"
    """how long each instance is [warmed](replay.md#warm-up) at most before a replay (`"10m"`)"""
    route_reads: Annotated[Texts, checked(parse_reads)] = ()
    """the reads that are sent to the standbys of a side ([readers](readers.md#reads-of-other-sessions)): terms as for `--only`, or `"all"`"""
    cache: Annotated[Texts, checked(parse_caches)] = ()
    """[a cache](what-if.md#a-cache) in front of queries: reads that are left out, and their share (`"query=KEY: 90%"`)"""
    metrics: bool = True
    """sample the target during the replay"""
    sample_activity: Annotated[NumberOrText, checked(_check_interval)] = "100ms"
    """interval between samples of the active sessions (`10ms` to `1s`; `0s`: none)"""

    def options(self) -> PlanOptions:
        """Return the values of the options of a plan."""
        values = {item.name: getattr(self, item.name) for item in fields(PlanOptions)}
        values |= {name: parse_duration_us(values[name]) for name in _DURATIONS}
        values |= {name: moment(values[name]) if values[name] else None for name in ("from_", "until")}
        values["start_at"] = instant_us(self.start_at) if self.start_at else None
        values["types"] = Path(self.types) if self.types else None
        values["ids"] = None if self.ids == "auto" else self.ids
        return PlanOptions(**values)

    def check(self) -> None:
        """Raise ``BadInput`` for options that are not possible together, as ``pgrehearse replay`` does."""
        try:
            self.options().plan(Servers(Endpoint("localhost")))
        except PgrehearseError as error:
            raise BadInput(_with_keys(error.message), remedy=_with_keys(error.remedy)) from None


def _with_keys(text: str) -> str:
    """Return a message with the keys of options.

    >>> _with_keys("--where needs --amplify or --thin")
    'replay.where needs replay.amplify or replay.thin'
    """
    return _OPTION.sub(lambda match: f"replay.{match[1].replace('-', '_')}", text)
