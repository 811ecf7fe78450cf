"""Decisions of `doctor --rds` without AWS: when the values are put back, how much a log grows, what a group lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pgrehearse.base.clock import SECOND
from pgrehearse.capture.rds.file_choice import RdsFile
from pgrehearse.scenarios.capturing.rds_logging import growth_of
from pgrehearse.targets.logging_settings import RDS_PREFIX
from pgrehearse.targets.rds_logging import watchdog
from pgrehearse.targets.rds_logging.findings import advise
from pgrehearse.targets.rds_logging.groups import Group, LoggedServer, Member, Parameter
from pgrehearse.targets.rds_logging.record import Record, Watched

RECORD = Record("prod", "g", False, "arn:x", "eu-west-1", 0, 3600 * SECOND, (), (Watched("prod", "F", 20),))


@pytest.mark.parametrize(
    ("seconds", "values", "reason"),
    [
        ((60,), (30,), ""),
        ((60,), (19,), "prod has 19 bytes of free storage, less than 20"),
        ((3600,), (30,), watchdog.END),
        ((60, 900, 960), (30, None, None), "the free storage of prod was not known for 15 minutes"),
        ((60, 900, 1000), (30, None, 30), ""),
    ],
)
def test_the_values_are_put_back_early(seconds: tuple[int, ...], values: tuple[int | None, ...], reason: str) -> None:
    """Below the least free storage, and when it is not known any more."""
    storage = watchdog.Storage(RECORD)
    reasons = [storage.reason(at * SECOND, {"prod": value}) for at, value in zip(seconds, values, strict=True)]
    assert reasons[-1] == reason
    assert not any(reasons[:-1])


def test_a_session_token_that_nobody_renews_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """The watchdog has the credentials of the command."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    assert watchdog.credentials_note("prod") == ""
    monkeypatch.setenv("AWS_SESSION_TOKEN", "x")
    assert "pgrehearse doctor --rds prod --restore" in watchdog.credentials_note("prod")


def test_the_growth_is_that_of_the_fastest_hour() -> None:
    """The plain log and the csvlog of an hour together; a file that has just begun does not count."""
    hour = 3600 * SECOND
    start = round(datetime(2026, 11, 28, 10, tzinfo=UTC).timestamp()) * SECOND
    files = [
        RdsFile("error/postgresql.log.2026-11-28-10", 3_600_000, start + hour),
        RdsFile("error/postgresql.log.2026-11-28-10.csv", 7_200_000, start + hour),
        RdsFile("error/postgresql.log.2026-11-28-11", 7_200_000, start + 2 * hour),
        RdsFile("error/postgresql.log.2026-11-28-12", 9_000_000, start + 2 * hour + SECOND),
    ]
    assert growth_of(files) == 3000.0
    assert growth_of(files[3:]) is None


def server(*parameters: Parameter, cluster: bool = False, own: tuple[Parameter, ...] = ()) -> LoggedServer:
    """A server whose group has parameters, and whose instance has a group of its own in a cluster."""
    group = Group("g", cluster, "arn:g", "postgres16", {one.name: one for one in parameters})
    member = Group("own", False, "arn:own", "postgres16", {one.name: one for one in own}) if cluster else group
    return LoggedServer("prod", cluster, group, (Member("prod-1", member),))


@pytest.mark.parametrize(
    ("prefix", "destination", "changes"),
    [
        (Parameter("log_line_prefix", "%t:%r:%u@%d:[%p]:"), "stderr", {"log_line_prefix": RDS_PREFIX}),
        (Parameter("log_line_prefix", RDS_PREFIX), "stderr", {}),
        (Parameter("log_line_prefix", "%t:", modifiable=False), "stderr", {"log_destination": "csvlog"}),
        (Parameter("log_line_prefix", "%t:", modifiable=False), "stderr,csvlog", {}),
        (Parameter("log_line_prefix", "%t:", allowed="%t:%r:%u@%d:[%p]:"), "stderr", {"log_destination": "csvlog"}),
        (
            Parameter("log_line_prefix", "%t:", allowed=f"{RDS_PREFIX[:-1]},%t:%r:%u@%d:[%p]:"),
            "stderr",
            {"log_line_prefix": RDS_PREFIX[:-1]},
        ),
    ],
)
def test_lines_become_complete_by_the_prefix_or_else_by_csvlog(
    prefix: Parameter, destination: str, changes: dict[str, str]
) -> None:
    """The prefix costs no second file; AWS lists it with or without its last colon."""
    assert advise(server(prefix, Parameter("log_destination", destination))).changes == changes


def test_settings_that_are_as_recommended_are_not_changed() -> None:
    """PostgreSQL's defaults count where a group has no value; a static or fixed parameter is named."""
    found = advise(
        server(
            Parameter("log_line_prefix", RDS_PREFIX),
            Parameter("log_min_duration_statement", None),
            Parameter("log_connections", "1"),
            Parameter("log_disconnections", None, dynamic=False),
            Parameter("log_parameter_max_length", None),
            Parameter("log_error_verbosity", "terse", modifiable=False),
        )
    )
    assert found.changes == {
        "log_min_duration_statement": "0",
        "log_disconnections": "1",
        "log_error_verbosity": "default",
    }
    assert found.blocked == (
        "log_error_verbosity cannot be modified",
        "log_disconnections is static: its change needs a reboot",
    )


def test_a_group_that_is_not_in_effect_is_a_problem() -> None:
    """It was attached, and the instance was not rebooted."""
    late = replace(server().members[0], in_sync=False)
    finding = advise(replace(server(), members=(late,))).findings[0]
    assert (finding.ok, finding.problem) == (False, "its values are not in effect on prod-1")


def test_the_group_of_an_instance_has_precedence() -> None:
    """Only for what somebody has set there."""
    own = (Parameter("log_connections", "0", is_set=True), Parameter("log_disconnections", "0"))
    both = server(
        Parameter("log_connections", "1"), Parameter("log_disconnections", "1", boolean=True), cluster=True, own=own
    )
    assert {name: one.value for name, one in both.effective().items()} == {
        "log_connections": "0",
        "log_disconnections": "1",
    }
    assert both.overridden({"log_connections", "log_disconnections"}) == {"log_connections": "own"}
    assert both.logging({"log_connections": "x"}) == {"log_connections": "x", "log_disconnections": "on"}
