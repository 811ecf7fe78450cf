"""`pgrehearse try`: on an adopted copy with A B A B and an undo, and what is decided before anything is executed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.scenarios.ad_hoc import adopted
from pgrehearse.scenarios.ad_hoc.copy import Copy
from pgrehearse.scenarios.ad_hoc.result import EFFECTS, writing
from pgrehearse.scenarios.ad_hoc.trial import TrialOptions, run_trial, scenario_of
from pgrehearse.scenarios.ad_hoc.undo import deduced_undo
from pgrehearse.scenarios.replaying.rehearsal import rehearse
from tests.conftest import LogMark, connect, held_to_schema, new_database, superuser
from tests.unobserved import Unobserved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = """
create table orders (id bigint generated always as identity primary key, word text not null);
insert into orders (word) select 'word ' || n % 500 from generate_series(1, 20000) n;
analyze;
"""
INDEX = "create index orders_word on public.orders (word)"


@pytest.fixture(scope="module")
def workload(pg16: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Path:
    new_database(pg16, "tried", SCHEMA)
    mark = LogMark.now(pg16)
    with connect(pg16, "tried") as connection:
        for number in range(60):
            connection.execute("select id from orders where word = %s", (f"word {number}",))
            connection.execute("insert into orders (word) values ('new')")
    return mark.capture(tmp_path_factory.mktemp("tried"), "tried").path


@pytest.fixture
def copy(pg16: Cluster) -> Iterator[Copy]:
    new_database(pg16, "copy", SCHEMA)
    yield Copy(f"postgresql://postgres@127.0.0.1:{pg16.port}/copy")
    assert indexes(pg16) == ["orders_pkey"]


def indexes(pg16: Cluster) -> list[str]:
    with superuser(pg16, "copy") as connection:
        return [
            str(row[0]) for row in connection.execute("select indexname from pg_indexes where tablename = 'orders'")
        ]


def options(workload: Path, copy: Copy, output: Path, *changes: str, undo: tuple[str, ...] = ()) -> TrialOptions:
    return TrialOptions(workload, changes, copy, output, undo=undo, speed="max")


def test_an_adopted_copy_is_replayed_four_times_and_left_as_it_was(
    pg16: Cluster, workload: Path, copy: Copy, tmp_path: Path
) -> None:
    """Read-only, without and with the index in turn. What the writers pay is not known, and the result states that."""
    output = tmp_path / "out"
    trial = run_trial(options(workload, copy, output, INDEX), Unobserved())
    indexed = {
        name: "public.orders_word" in json.loads((output / f"{name}.run" / "state.json").read_text())["indexes"]
        for name in ("control", "candidate", "control-again", "candidate-again")
    }
    assert indexed == {"control": False, "candidate": True, "control-again": False, "candidate-again": True}
    document = json.loads((output / "try.json").read_text())
    held_to_schema("try", document)
    assert document == trial.document()
    assert document["undo"] == ['drop index if exists "public"."orders_word"']
    assert [one["name"] for one in document["executed"]["sizes"]] == ["public.orders_word"]
    (lock,) = document["executed"]["locks"]
    assert (lock["table"], lock["mode"], lock["blocks"]) == ("public.orders", "ShareLock", "writes")
    assert document["writers_measured"] is False
    assert (output / "report.html").exists()
    with superuser(pg16, "copy") as connection:
        assert connection.execute("select count(*) from orders").fetchone() == (20000,)


def test_a_failure_undoes_the_change(
    pg16: Cluster, workload: Path, copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*arguments: object) -> object:
        if "orders_word" in indexes(pg16):
            raise KeyboardInterrupt
        return rehearse(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(adopted, "rehearse", failing)
    with pytest.raises(KeyboardInterrupt):
        run_trial(options(workload, copy, tmp_path / "out", INDEX), Unobserved())
    assert indexes(pg16) == ["orders_pkey"]


def test_a_change_that_fails_is_undone(workload: Path, copy: Copy, tmp_path: Path) -> None:
    """The second statement fails after the first one was committed."""
    changes = INDEX, "create index broken on orders (no_column)"
    with pytest.raises(BadInput, match="42703"):
        run_trial(options(workload, copy, tmp_path / "out", *changes), Unobserved())


@pytest.mark.parametrize(
    ("changes", "undo"),
    [
        ((INDEX,), ('drop index if exists "public"."orders_word"',)),
        (
            ("create index concurrently a on t (x)", 'create unique index "B ""b" on t (y)'),
            ('drop index if exists "B ""b"', 'drop index if exists "a"'),
        ),
    ],
)
def test_the_undo_of_an_index_is_deduced(changes: tuple[str, ...], undo: tuple[str, ...]) -> None:
    assert deduced_undo(changes) == undo


@pytest.mark.parametrize(
    "change",
    ["create index on orders (word)", "drop index i", "alter table t add c int", "create index a on t (b); select 1"],
)
def test_an_unknown_undo_has_to_be_given(change: str, workload: Path, copy: Copy, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="it is not known what undoes"):
        run_trial(options(workload, copy, tmp_path / "out", change), Unobserved())
    assert not (tmp_path / "out").exists()


def test_a_file_becomes_an_embedded_server(workload: Path, tmp_path: Path) -> None:
    """Both sides have the data of the file; only the candidate has the change, and the replay writes."""
    seed = tmp_path / "seed.sql"
    seed.write_text(SCHEMA)
    scenario = scenario_of(options(workload, Copy(str(seed)), tmp_path / "out", INDEX), "change.sql")
    control, candidate = scenario.sides.values()
    assert scenario.replay.writes
    assert scenario.rounds == 2
    assert control.embedded is not None
    assert (control.embedded.dump, control.embedded.database, control.embedded.version) == (str(seed), "tried", 16)
    assert (control.migrations, candidate.migrations) == ((), ("change.sql",))
    with pytest.raises(BadInput, match=r"absent\.dump: no such file"):
        scenario_of(options(workload, Copy(str(tmp_path / "absent.dump")), tmp_path / "out", INDEX), "change.sql")


def test_the_writers_of_a_table_are_found_by_its_name() -> None:
    """A name without a schema may be the table; reads and other tables are not writers."""
    rows = [
        ("a", "insert", ["public.orders"]),
        ("b", "update", ["orders"]),
        ("c", "delete", ["public.items"]),
        ("d", "select", ["public.orders"]),
        ("e", "insert", None),
    ]
    columns = ["query_key", "kind", "tables_written"]
    shapes = pl.DataFrame(rows, schema=columns, orient="row", schema_overrides={"tables_written": pl.List(pl.String)})
    assert writing(shapes, frozenset({"public.orders"})) == {"a", "b"}
    assert writing(shapes, frozenset()) == frozenset()
    assert set(EFFECTS.values()) == {"helps", "costs", "unchanged", "not tested"}
