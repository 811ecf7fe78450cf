"""Other ids are written to a workload: whenever the process is killed, the workload has the old ids or the new ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base.artifact import MANIFEST, write_json
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.runs.schema import DRAWS
from pgrehearse.scenarios.replaying import two_passes
from pgrehearse.workload.generated.counts import FirstPass
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import PINS
from pgrehearse.workload.write_pins import write_pins
from tests.captured import captured
from tests.conftest import SAMPLES
from tests.killed import killed_at_each_step

if TYPE_CHECKING:
    from pathlib import Path

WRITE = """
import polars as pl
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import PINS
from pgrehearse.workload.write_pins import write_pins

def prepare():
    global workload, ids
    workload = Workload.open(sys.argv[1])
    ids = pl.DataFrame([(0, 1, "public.s", [9], ["counted"])], schema=PINS, orient="row")

def execute():
    write_pins(workload, ids, workload.manifest.generated)
"""


def pins(value: int) -> pl.DataFrame:
    return pl.DataFrame([(0, 1, "public.s", [value], ["guessed"])], schema=PINS, orient="row")


@pytest.fixture
def workload(tmp_path: Path) -> Workload:
    """A workload with ids."""
    without = captured(tmp_path, SAMPLES / "pg18" / "mindur0.csv").workload
    write_pins(without, pins(5), [])
    return Workload.verified(without.path)


def ids(path: Path) -> list[int]:
    """Return the ids of a workload whose files fit its manifest."""
    return list(Workload.verified(path).pins()["ids"].explode())


def files(path: Path) -> list[str]:
    return sorted(file.name for file in path.glob("*pins*"))


def test_a_killed_process_leaves_the_old_ids_or_the_new_ones(workload: Workload) -> None:
    """At each step; the next one that is not killed removes what was left."""
    found = []
    for _ in killed_at_each_step(WRITE, workload.path):
        found.append(ids(workload.path))
        write_pins(Workload.open(workload.path), pins(5), [])
        assert ids(workload.path) == [5]
    assert len(found) > 2
    assert found == sorted(found)
    assert {value for (value,) in found} == {5, 9}
    assert ids(workload.path) == [9]
    manifest = Workload.open(workload.path).manifest
    assert [name for name in files(workload.path) if not name.endswith(".new")] == [manifest.pins_file]


def test_the_events_keep_their_digest(workload: Workload) -> None:
    """The ids are outside of it: runs with other ids are of the same workload."""
    before = workload.manifest.digest
    write_pins(workload, pins(6), [])
    again = Workload.verified(workload.path)
    assert (again.manifest.digest, ids(workload.path)) == (before, [6])


def test_ids_of_databases_that_are_not_on_the_target_stay(workload: Workload, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second pass deduces the ids of the target's databases again; none of this workload's is there."""
    monkeypatch.setattr(two_passes, "_ids", lambda _workload, _plan: {})
    plan, before = ReplayPlan(Endpoint(host="127.0.0.1"), writes=True), workload.pins()
    none = pl.DataFrame(schema=DRAWS).rename({"count": "n"})
    two_passes.deduce_again(workload, plan, FirstPass(none, none))
    assert Workload.verified(workload.path).pins().equals(before)


def test_a_manifest_names_no_other_file(workload: Workload) -> None:
    """A path that leaves the workload is damaged input."""
    changed = replace(workload.manifest, pins_file="../pins.parquet")
    write_json(workload.path / MANIFEST, changed.document())
    with pytest.raises(BadInput, match="not the file of the ids"):
        Workload.open(workload.path)
