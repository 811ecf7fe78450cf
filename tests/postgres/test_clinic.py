"""The traffic of a clinic, on which nothing was developed: its ids deduced and decoded, and replays with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.replay.plan.plan import Ids, Ordering, Sync
from pgrehearse.workload.read import Workload
from tests.apps import clinic
from tests.apps.captured_traffic import catalog_of
from tests.apps.produced_ids import compared, shares
from tests.conftest import LogMark
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.decodings import decoding
from tests.postgres.test_production_ids import new_errors
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster

pytestmark = pytest.mark.usefixtures("engine")

# Tables whose rows a function inserts, and the table that the trigger of an UPDATE fills.
BY_FUNCTION = ["public.patients_id_seq", "public.appointments_id_seq"]
BY_TRIGGER = "public.audit_id_seq"
COPIED = "public.lab_results_id_seq"
# A foreign key has no row.
NO_ROW = "23503"


@dataclass(frozen=True)
class Captured:
    """The workload with deduced ids, that with decoded ones, and production's own: marker and id by sequence, and the rows of its tables."""

    deduced: Workload
    decoded: Workload
    produced: dict[str, list[tuple[str, int]]]
    content: dict[str, list[str]]

    def found(self, workload: Workload) -> pl.DataFrame:
        return compared(workload, self.produced)


def captured_from(source: Cluster, folder: Path, *, sessions: int, turns: int, seed: int) -> Captured:
    """Run the clinic's traffic; capture its log and its decoded rows."""
    clinic.create(source)
    mark = LogMark.now(source)
    catalog = catalog_of(source, clinic.DATABASE)
    with decoding(source, clinic.DATABASE, folder / "clinic.decoded") as running:
        shared = clinic.run(source, sessions=sessions, turns=turns, seed=seed)
        rows = running.decoded()
    deduced, decoded = (mark.capture(folder, name, catalog=catalog) for name in ("deduced", "decoded"))
    attach(CaptureOptions((), decoded.path, catalog=catalog), [rows])
    return Captured(deduced, Workload.verified(decoded.path), clinic.produced(source, shared), clinic.content(source))


@pytest.fixture(scope="module")
def source(home: Path) -> Iterator[Cluster]:
    cluster = start_cluster(home, 16, "clinic", wal_level="logical")
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(scope="module")
def captured(source: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Captured:
    return captured_from(source, tmp_path_factory.mktemp("clinic"), sessions=8, turns=25, seed=4)


def equal_rows(captured: Captured, target: Cluster) -> float:
    """Return the share of production's rows that a target has too."""
    found = clinic.content(target)
    same = sum((Counter(rows) & Counter(found.get(table, []))).total() for table, rows in captured.content.items())
    return same / sum(map(len, captured.content.values()))


def test_no_decoded_id_is_wrong(captured: Captured) -> None:
    """Also those of rows that functions and triggers of an UPDATE insert; few rows have no statement.

    Two COPYs that nothing distinguishes can have each other's rows: the table is the same.
    """
    found = captured.found(captured.decoded).filter(pl.col("sequence") != COPIED)
    decoded = found.filter(pl.col("how") == "decoded")
    assert decoded["right"].all(), decoded.filter(~pl.col("right"))
    assert decoded.filter(pl.col("sequence").is_in([*BY_FUNCTION, BY_TRIGGER]))["sequence"].n_unique() == 3
    assert decoded.height >= 0.95 * found.filter(~pl.col("sequence").str.contains("numbers|pool")).height


def test_ids_that_a_function_draws_are_deduced(captured: Captured) -> None:
    """Each call of the function draws one patient: without it all later ids are shifted."""
    found = captured.found(captured.deduced).filter(pl.col("sequence") == BY_FUNCTION[0])
    assert found["ids"].null_count() == 0
    share = found["right"].mean()
    assert isinstance(share, float)
    assert share > 0.9


def test_statements_wait_for_the_row_of_another_session(captured: Captured, pg18: Cluster, tmp_path: Path) -> None:
    """At maximum speed, with the order of sessions alone: a statement that has an id of another session comes after its row."""
    errors: dict[Ids, int] = {}  # other errors: FOR UPDATE SKIP LOCKED selects other rows, so that updates can deadlock
    for ids in Ids:
        clinic.create(pg18)
        output = tmp_path / f"{ids}.run"
        plan = {"ids": ids, "order": Ordering(Sync.SESSION)}
        run, _ = replay(captured.decoded, pg18, output, database=clinic.DATABASE, plan=plan)
        errors[ids] = [state for state, _ in new_errors(captured.decoded, run)].count(NO_ROW)
        assert ("use an id that a transaction of another session draws" in str(run.manifest.notes)) == (
            ids is Ids.PRODUCTION
        )
    assert errors[Ids.PRODUCTION] == 0
    assert errors[Ids.TARGET] > 20


@pytest.mark.soak
@pytest.mark.parametrize("sync", Sync)
@pytest.mark.parametrize("speed", [1.0, None], ids=["on-time", "max"])
def test_at_most_one_statement_in_a_thousand_has_a_new_error(
    source: Cluster, pg18: Cluster, tmp_path: Path, sync: Sync, speed: float | None
) -> None:
    """About 45,000 statements of 20 sessions, with decoded ids."""
    captured = captured_from(source, tmp_path, sessions=20, turns=680, seed=1)
    print(shares(captured.found(captured.deduced), "sequence", "how"))
    clinic.create(pg18)
    plan = {"ids": Ids.PRODUCTION, "order": Ordering(sync)}
    output = tmp_path / "r.run"
    run, _ = replay(captured.decoded, pg18, output, database=clinic.DATABASE, speed=speed, plan=plan)
    errors = new_errors(captured.decoded, run)
    print(f"{sync} {speed or 'max'}: {len(errors)} new errors, {equal_rows(captured, pg18):.4f} of the rows equal")
    assert len(errors) <= captured.decoded.manifest.statements / 1000
