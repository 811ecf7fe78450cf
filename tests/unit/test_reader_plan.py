"""Which reader of the target gets the sessions of which captured reader."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.replay.plan.readers import parse_readers, shared_out
from pgrehearse.replay.plan.routing import Reader
from pgrehearse.scenarios.experiment.input_checks import check_inputs, plan_of
from pgrehearse.scenarios.file.scenario_file import Replay, Scenario, Side
from pgrehearse.targets.embedded import pooler

ONE, TWO, THREE = (Endpoint("127.0.0.1", port, "app", "app") for port in (1, 2, 3))


def shares(loads: dict[str, int], *readers: Reader) -> dict[str, int]:
    captured = pl.DataFrame({"instance": list(loads), "events": list(loads.values())})
    return {route.instance: route.target.port for route in shared_out(captured, readers)}


def test_events_are_distributed_evenly() -> None:
    loads = {"a": 50, "b": 30, "c": 25, "d": 5}
    assert shares(loads, Reader(ONE), Reader(TWO)) == {"a": 1, "b": 2, "c": 2, "d": 1}


def test_a_named_reader_gets_its_instance_and_others_only_if_it_has_the_least_load() -> None:
    assert shares({"a": 50, "b": 30}, Reader(ONE), Reader(TWO, "a")) == {"a": 2, "b": 1}
    assert shares({"a": 50, "b": 30, "c": 1}, Reader(ONE, "b"), Reader(TWO)) == {"a": 2, "b": 1, "c": 1}


def test_with_fewer_readers_one_gets_the_sessions_of_several() -> None:
    assert shares({"a": 3, "b": 2, "c": 1}, Reader(THREE)) == {"a": 3, "b": 3, "c": 3}


def test_readers_are_written_as_a_dsn_with_or_without_a_name() -> None:
    plain, named = parse_readers(["postgresql://app@h:1/app", "reader1: postgresql://app@h:2/app"])
    assert (plain.instance, plain.target.port, named.instance, named.target.port) == ("", 1, "reader1", 2)
    with pytest.raises(UsageProblem, match="invalid reader"):
        parse_readers(["instance=a: postgresql://app@h:2/app"])


def test_the_standbys_of_a_side_are_readers_only_if_the_scenario_moves_reads() -> None:
    moves = Scenario("s", replay=Replay(route_reads=("application=web",)))
    plan = plan_of(moves, ONE, standbys=(TWO, THREE))
    assert [reader.target for reader in plan.routing.readers] == [TWO, THREE]
    assert str(plan.reads) == "application=web"
    plan = plan_of(moves, ONE)
    assert (plan.routing.readers, plan.reads) == ((), None)
    plan = plan_of(Scenario("s"), ONE, standbys=(TWO,))
    assert (plan.routing.readers, plan.reads) == ((), None)


def test_a_scenario_that_moves_reads_needs_a_side_with_a_standby() -> None:
    """One side is enough: the other one is replayed without moved reads."""
    alone = Side(standby=False)
    moves = Scenario("s", control=alone, candidate=alone, replay=Replay(route_reads=("all",)))
    with pytest.raises(BadInput, match="no side has one"):
        check_inputs(moves)
    check_inputs(replace(moves, candidate=Side()))


def test_the_inputs_of_a_scenario_contain_the_processors_and_the_pooler(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is created before the machine has what the sides need."""
    with pytest.raises(BadInput, match=r"candidate.cpus: cpus is 100000"):
        check_inputs(Scenario("s", candidate=Side(cpus=100_000)))

    def absent() -> None:
        raise UsageProblem("pgbouncer is not installed", remedy="install it")

    monkeypatch.setattr(pooler, "program", absent)
    with pytest.raises(BadInput, match=r"candidate.pooler: pgbouncer is not installed"):
        check_inputs(Scenario("s", candidate=Side(pooler="transaction")))
    check_inputs(Scenario("s"))
