"""Lines that a team's own command prints, queries of Prometheus, and the direction of metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import polars as pl
import pytest

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.compare.metrics import metric_rows
from pgrehearse.metrics.external.directions import direction_samples, parse_directions
from pgrehearse.metrics.external.lines import LineReader, Measured, instant_us
from pgrehearse.metrics.external.prometheus import Prometheus, Query, check_url, parse_query
from pgrehearse.metrics.sampler import Sampling
from pgrehearse.scenarios.file.scenario_file import load, parsed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

AT = 1_795_860_000_000_000  # 2026-11-28 10:00:00 UTC


def read(*lines: str) -> tuple[list[Measured], LineReader]:
    reader = LineReader()
    return [value for line in lines if (value := reader.read(line)) is not None], reader


def test_lines_are_read_with_and_without_a_header() -> None:
    """Optional fields may be missing; with a header the columns may have another order. Empty lines are no values."""
    plain, reader = read("2026-11-28T10:00:00Z,cpu_percent,12.5", "", "1795860001,queue,3,jobs,emails,worker-1\n")
    assert plain == [
        Measured(AT, "cpu_percent", 12.5, "percent"),
        Measured(AT + 1_000_000, "queue", 3.0, "jobs", "emails", "worker-1"),
    ]
    assert reader.note() == ""
    headed, _ = read("metric,time,value,instance", "cpu_percent,2026-11-28T11:00:00+01:00,7,prod-1")
    assert headed == [Measured(AT, "cpu_percent", 7.0, "percent", instance="prod-1")]


@pytest.mark.parametrize(
    "text", ["2026-11-28T10:00:00Z", "1795860000", "1795860000.0", "1795860000000", "1795860000000000"]
)
def test_times_are_iso_or_since_the_epoch(text: str) -> None:
    """In seconds, milliseconds or microseconds."""
    assert instant_us(text) == AT


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ("replica_lag_ms,1.5,s", 1500.0),
        ("memory_free_bytes,2,GiB", 2.0 * 2**30),
        ("cache_hit_ratio,99,percent", 0.99),
        ("cpu_percent,0.5,ratio", 50.0),
        ("read_bytes_per_s,1,MiB/s", 2.0**20),
    ],
)
def test_a_metric_of_the_catalog_gets_the_catalogs_unit(fields: str, value: float) -> None:
    """A unit of the same kind is converted."""
    (measured,), _ = read(f"1795860000,{fields}")
    assert measured.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1795860000,cpu_percent", "2 fields, expected time, metric, value"),
        ("1795860000,cpu_percent,secret-token", "the value is not a finite number"),
        ("1795860000,cpu_percent,nan", "the value is not a finite number"),
        ("1795860000,cpu_percent,1,ms", "measured in percent"),
        ("1795860000,queue,1", "a metric of your own needs a unit"),
        ("2026-11-28T10:00:00,cpu_percent,1", "no time zone"),
        ("soon,cpu_percent,1", "neither ISO 8601"),
        ("-5,cpu_percent,1", "out of range"),
        ("1e30,cpu_percent,1", "out of range"),
        ("1795860000,a/b,1,jobs", "contains a slash"),
        ("1795860000,metric_direction,1,,queue", "reserved"),
        ('1795860000,"cpu_percent,1', "not CSV"),
        ("1795860000,cpu_percent,1,percent,a,b,c", "7 fields"),
    ],
)
def test_a_line_that_is_not_valid_is_named_and_not_repeated(line: str, reason: str) -> None:
    """By its number; what it contains may be a secret. The other lines are read."""
    values, reader = read("1795860000,cpu_percent,1", line, "1795860001,cpu_percent,2")
    assert [value.value for value in values] == [1.0, 2.0]
    assert reader.note().startswith("1 of 3 lines are not valid: line 2: ")
    assert reason in reader.note()
    assert "secret" not in reader.note()


def test_only_the_first_invalid_lines_are_named() -> None:
    """All of them are counted."""
    _, reader = read(*["nonsense"] * 1000)
    assert reader.note().startswith("1,000 of 1,000 lines are not valid: line 1: ")
    assert reader.note().endswith("; and 995 more")


def frame(metric: str, values: Sequence[float], facts: pl.DataFrame) -> pd.DataFrame:
    """Return samples of a custom metric, and facts."""
    rows = [(float(place), "command", "primary", "", metric, "jobs", value) for place, value in enumerate(values)]
    table = pd.DataFrame(rows, columns=["second", "source", "instance", "subject", "name", "unit", "value"])
    more = facts.rename({"metric": "name", "at_us": "second"}).to_pandas()
    return pd.concat([table, more]) if len(more) else table


def test_a_metric_of_a_team_has_the_direction_that_it_was_given() -> None:
    """Without one it is neither better nor worse; a direction of the catalog cannot be changed."""
    given = direction_samples("command", parse_directions(["queue=lower", "a=b=higher"]), 0)
    (row,) = metric_rows(frame("queue", [1.0], given), frame("queue", [2.0], given.clear()))
    assert (row.name, row.better, row.unit) == ("queue", "lower", "jobs")
    (row,) = metric_rows(frame("queue", [1.0], given.clear()), frame("queue", [2.0], given.clear()))
    assert row.better == "neither"
    for text in ("queue", "queue=up", "cpu_percent=higher", "=lower"):
        with pytest.raises(UsageProblem):
            parse_directions([text])


def test_a_query_of_prometheus_has_a_name_and_a_unit() -> None:
    """An equals sign of PromQL is not the separator."""
    assert parse_query('queue[jobs]=sum(queue{state="waiting"})') == Query(
        "queue", 'sum(queue{state="waiting"})', "jobs"
    )
    assert parse_query("replica_lag_ms[s]=max(lag)").factor() == 1000.0
    for text in ("cpu_percent", "queue=sum(q)", "queue[jobs=sum(q)", "cpu_percent[ms]=x", "=x", "cpu_percent="):
        with pytest.raises(UsageProblem):
            parse_query(text)


def test_the_url_of_prometheus_has_no_password() -> None:
    """The remedy names the variables, and the password is not repeated."""
    check_url("https://prometheus.example.com/prefix")
    for url in (
        "prometheus:9090",
        "ftp://prometheus",
        "http://",
        "http://[",
        "https://me:hunter2@prometheus",
        "http://p/?token=hunter2",
    ):
        with pytest.raises(UsageProblem) as caught:
            check_url(url)
        assert "hunter2" not in f"{caught.value.message} {caught.value.remedy}"


def test_a_scenario_has_metrics_of_other_sources(tmp_path: Path) -> None:
    """The file is read as a whole; an unknown key of the table is bad input."""
    path = tmp_path / "x.toml"
    path.write_text(
        'name = "x"\n[metric]\ncommands = ["./m.sh"]\n[[metric.sql]]\nname = "q"\nunit = "1"\nquery = "select 1"\n'
    )
    sampling = Sampling(**load(path).metric.sampling())
    assert (sampling.commands, [one.name for one in sampling.custom]) == (("./m.sh",), ["q"])
    path.write_text('name = "x"\n[metric]\ncommand = "./m.sh"\n')
    with pytest.raises(BadInput, match=r"unknown key metric.command; did you mean commands\?"):
        load(path)


def test_the_table_of_a_scenario_has_all_sources() -> None:
    """Its keys are the arguments of the sampler; an entry that is not valid names its place."""
    queries = {"cpu_percent": "avg(cpu)", "queue[jobs]": "sum(q)"}
    tables = parsed(
        {
            "name": "x",
            "metric": {
                "commands": ["./metrics.sh"],
                "prometheus": {"url": "http://p:9090", "queries": queries, "step": "30s"},
                "directions": {"queue": "lower"},
            },
        },
        "x.toml",
    ).metric.sampling()
    expected = Prometheus(
        "http://p:9090", (Query("cpu_percent", "avg(cpu)"), Query("queue", "sum(q)", "jobs")), 30_000_000
    )
    assert tables == {
        "custom": (),
        "commands": ("./metrics.sh",),
        "prometheus": expected,
        "directions": {"queue": "lower"},
    }


@pytest.mark.parametrize(
    "table",
    [
        {"command": "x"},
        {"commands": 5},
        {"prometheus": {"url": "http://p"}},
        {"prometheus": {"url": "p", "queries": {"queue[jobs]": "sum(q)"}}},
        {"prometheus": {"url": "http://p", "queries": {}}},
        {"prometheus": {"url": "http://p", "queries": {"queue[jobs]": "sum(q)"}, "step": "0s"}},
        {"directions": {"queue": "up"}},
        {"directions": {"cpu_percent": "lower"}},
        {"sql": [{"name": "q"}]},
        {"sql": [{"name": "cpu_percent", "unit": "1", "query": "select 1"}]},
    ],
)
def test_a_wrong_metric_of_a_scenario_names_its_place(table: dict[str, object]) -> None:
    """The message begins with the file, and has the table."""
    with pytest.raises(BadInput, match=r"^x.toml: .*\s*.*metric"):
        parsed({"name": "x", "metric": table}, "x.toml")
