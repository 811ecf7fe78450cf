"""Two states are compared by checksums, keys and columns; what was not read is never called equal."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.base import artifact
from pgrehearse.base.artifact import Kind
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.compare.end_state.states import NamedState, compare_states
from pgrehearse.compare.end_state.values import RowCounts, Sameness, StateDifference
from pgrehearse.runs.state.manifest import DatabaseFacts, LargeObjects, StateManifest
from pgrehearse.runs.state.read import State
from pgrehearse.runs.state.schema import ROWS, Generated, Rows
from pgrehearse.runs.state.write import writing
from pgrehearse.scenarios.replaying.database_state import _unread
from pgrehearse.targets.state.contents import Contents, copied, listed
from pgrehearse.targets.state.generated_columns import Reference, kind_of, with_references
from pgrehearse.targets.state.tables import Column, Table

if TYPE_CHECKING:
    from pathlib import Path

WRAP = 1 << 64
# A row of a test's table: its key, a value that the application supplies, and a generated one.
Row = tuple[int, int, int]


def hashed(values: tuple[int, ...]) -> int:
    """Return a hash of integers: the sums of two sets are not equal by the form of the hash."""
    return int.from_bytes(sha256(repr(values).encode()).digest()[:8])


def table_of(rows: list[Row], *, keyed: bool = True) -> dict[str, Any]:
    return {
        "table": 0,
        "database": "shop",
        "name": "public.orders",
        "key": ["id"] if keyed else [],
        "unlogged": False,
        "step": 1,
        "rows": len(rows),
        "checksum": sum(map(hashed, rows)) % WRAP,
        "supplied_checksum": sum(hashed(row[:2]) for row in rows) % WRAP,
        "contents": Rows.LISTED.value,
        "bytes": 8192,
        "unavailable": None,
    }


def columns_of(rows: list[Row], kinds: dict[str, Generated]) -> list[dict[str, Any]]:
    return [
        {
            "table": 0,
            "name": name,
            "type": "bigint",
            "generated": kinds.get(name, Generated.NO).value,
            "checksum": sum(hashed((place, row[place])) for row in rows) % WRAP,
        }
        for place, name in enumerate(("id", "status", "made"))
    ]


def rows_of(rows: list[Row], *, keyed: bool) -> pl.DataFrame:
    return pl.DataFrame(
        [(0, hashed((row[0],)) if keyed else None, hashed(row), hashed(row[:2]), f"key {row[0]}") for row in rows],
        schema=ROWS,
        orient="row",
    )


def state_of(
    folder: Path,
    name: str,
    rows: list[Row],
    *,
    keyed: bool = True,
    generated_key: bool = False,
    facts: dict[str, Any] | None = None,
    manifest: dict[str, Any] | None = None,
) -> NamedState:
    """Write a state with one table of three columns, of which the last one is generated."""
    kinds = {"made": Generated.TIME, **({"id": Generated.SEQUENCE} if generated_key else {})}
    document = StateManifest(
        ServerFacts(), [DatabaseFacts("shop", "UTF8", 0, 0, LargeObjects(0, "0"))], "77", "test", **(manifest or {})
    )
    table = table_of(rows, keyed=keyed) | (facts or {})
    if generated_key:
        table["supplied_checksum"] = sum(hashed(row[1:2]) for row in rows) % WRAP
    listed_rows = rows_of(rows, keyed=keyed)
    if generated_key:
        listed_rows = listed_rows.with_columns(
            pl.Series("supplied_hash", [hashed(row[1:2]) for row in rows], dtype=pl.UInt64)
        )
    sequence = {
        "database": "shop",
        "name": "public.orders_id_seq",
        "last_value": len(rows),
        "is_called": True,
        "unavailable": None,
    }
    path = folder / f"{name}.state"
    with writing(path, force=True) as writer:
        writer.write_rows(0, 0, listed_rows)
        writer.write(document, [table], columns_of(rows, kinds), [], [sequence])
    return NamedState(name, State.open(path))


ROWS_BEFORE: list[Row] = [(1, 10, 100), (2, 20, 200), (3, 30, 300)]


def only_table(pair: StateDifference) -> Any:
    (table,) = pair.tables
    return table


@pytest.mark.parametrize(
    ("after", "outcome", "supplied", "columns"),
    [
        (ROWS_BEFORE, Sameness.EQUAL, None, ()),
        (ROWS_BEFORE[::-1], Sameness.EQUAL, None, ()),
        (ROWS_BEFORE[:2], Sameness.DIFFERENT, RowCounts(1, 0, 0), ("id", "status")),
        ([*ROWS_BEFORE, (4, 40, 400)], Sameness.DIFFERENT, RowCounts(0, 1, 0), ("id", "status")),
        ([(1, 11, 100), *ROWS_BEFORE[1:]], Sameness.DIFFERENT, RowCounts(0, 0, 1), ("status",)),
        ([(1, 20, 100), (2, 10, 200), ROWS_BEFORE[2]], Sameness.DIFFERENT, RowCounts(0, 0, 2), ()),
        ([(1, 10, 999), *ROWS_BEFORE[1:]], Sameness.GENERATED, RowCounts(0, 0, 0), ()),
    ],
    ids=["equal", "other order", "lost row", "extra row", "changed cell", "exchanged cells", "only the time"],
)
def test_rows_that_differ_are_counted_by_key(
    tmp_path: Path, after: list[Row], outcome: Sameness, supplied: RowCounts | None, columns: tuple[str, ...]
) -> None:
    """Exchanged cells leave the checksum of their column as it was: only the rows show them."""
    table = only_table(
        compare_states(state_of(tmp_path, "control", ROWS_BEFORE), state_of(tmp_path, "candidate", after))
    )
    assert (table.outcome, table.supplied, table.columns) == (outcome, supplied, columns)


def test_rows_with_a_generated_key_are_paired_by_contents(tmp_path: Path) -> None:
    """Other ids and times are no difference of what the application supplied; one row less is."""
    before = state_of(tmp_path, "control", ROWS_BEFORE, generated_key=True)
    renumbered = state_of(tmp_path, "candidate", [(7, 10, 1), (8, 20, 2), (9, 30, 3)], generated_key=True)
    table = only_table(compare_states(before, renumbered))
    assert table.outcome == Sameness.GENERATED
    assert table.generated == (("id", "sequence"), ("made", "time"))
    assert table.by_key == RowCounts(3, 3, 0)
    lost = state_of(tmp_path, "candidate", [(7, 10, 1), (8, 20, 2)], generated_key=True)
    table = only_table(compare_states(before, lost))
    assert (table.outcome, table.supplied) == (Sameness.DIFFERENT, RowCounts(1, 0))
    assert table.keys == ("key 3",)


def test_a_table_without_a_key_is_a_multiset(tmp_path: Path) -> None:
    """A row that exists twice counts twice."""
    before = state_of(tmp_path, "control", [(1, 1, 1), (1, 1, 1), (2, 2, 2)], keyed=False)
    after = state_of(tmp_path, "candidate", [(1, 1, 1), (2, 2, 2), (2, 2, 2)], keyed=False)
    table = only_table(compare_states(before, after))
    assert (table.outcome, table.by_key, table.supplied) == (Sameness.DIFFERENT, None, RowCounts(1, 1))
    assert table.least_rows == 1


@pytest.mark.parametrize(
    ("facts", "manifest", "why"),
    [
        ({"unavailable": "no permission", "rows": None, "checksum": None}, {}, "candidate: no permission"),
        ({"step": 2}, {}, "1 in 1 and 1 in 2 ranges of keys"),
        ({}, {"hash_probe": "78"}, "different hash functions"),
        ({}, {"databases": [DatabaseFacts("shop", "LATIN1", 0, 0)]}, "encodings"),
    ],
)
def test_what_cannot_be_compared_has_the_reason(
    tmp_path: Path, facts: dict[str, Any], manifest: dict[str, Any], why: str
) -> None:
    before = state_of(tmp_path, "control", ROWS_BEFORE)
    after = state_of(tmp_path, "candidate", ROWS_BEFORE, facts=facts)
    changed = State(after.state.path, replace(after.state.manifest, **manifest))
    table = only_table(compare_states(before, NamedState("candidate", changed)))
    assert table.outcome == Sameness.NOT_COMPARED
    assert why in table.why


def test_a_table_that_was_not_selected_is_not_missing(tmp_path: Path) -> None:
    before = state_of(tmp_path, "control", ROWS_BEFORE)
    other = {"name": "public.items"}
    selected = state_of(tmp_path, "candidate", ROWS_BEFORE, facts=other, manifest={"tables": ["public.items"]})
    outcomes = {table.table: table.outcome for table in compare_states(before, selected).tables}
    assert outcomes == {"public.orders": Sameness.NOT_COMPARED, "public.items": Sameness.DIFFERENT}
    every = state_of(tmp_path, "candidate", ROWS_BEFORE, facts=other)
    tables = {table.table: table for table in compare_states(before, every).tables}
    assert tables["public.orders"].why == "the table does not exist on candidate"
    assert tables["public.orders"].supplied == RowCounts(3, 0)


def test_states_of_other_databases_are_refused(tmp_path: Path) -> None:
    before = state_of(tmp_path, "control", ROWS_BEFORE)
    other = state_of(tmp_path, "candidate", ROWS_BEFORE, manifest={})
    databases = [DatabaseFacts("elsewhere", "UTF8", 0, 0)]
    renamed = State(other.state.path, replace(other.state.manifest, databases=databases))
    with pytest.raises(BadInput, match="state of database shop, candidate that of database elsewhere"):
        compare_states(before, NamedState("candidate", renamed))


def test_a_sequence_at_another_position_is_named(tmp_path: Path) -> None:
    pair = compare_states(state_of(tmp_path, "control", ROWS_BEFORE), state_of(tmp_path, "candidate", ROWS_BEFORE[:2]))
    (sequence,) = pair.sequences
    assert (sequence.name, sequence.first, sequence.second) == ("public.orders_id_seq", (3, True), (2, True))
    assert pair.sequences_compared == 1


TABLE = Table(
    1,
    "public.t",
    "public.t",
    partitioned=False,
    unlogged=False,
    heap=True,
    rows_of_a_page=1.0,
    filenode="1",
    obstacle="",
    columns=(Column("a", "a", "int", Generated.NO, 1),),
)
RESULT = st.tuples(st.just(0), st.integers(0, 1000), *[st.integers(-(1 << 70), 1 << 70)] * 3)


@given(st.lists(RESULT, max_size=8), st.randoms())
def test_checksums_do_not_depend_on_the_order_of_the_queries(results: list[tuple[int, ...]], shuffled: Any) -> None:
    first, second = Contents(TABLE), Contents(TABLE)
    first.add(results)
    shuffled.shuffle(results)
    for result in results:
        second.add([result])
    assert (first.rows, first.buckets, first.sums) == (second.rows, second.buckets, second.sums)
    assert all(0 <= one < WRAP for one in first.sums)


@given(st.lists(st.tuples(*[st.integers(-(1 << 63), (1 << 63) - 1)] * 4), max_size=20))
def test_the_sums_of_listed_rows_are_those_of_the_server(hashes: list[tuple[int, ...]]) -> None:
    """Modulo 2^64, whatever their number is."""
    text = "".join(f"{key},{row},{supplied},,{column}\n" for key, row, supplied, column in hashes)
    contents = Contents(TABLE)
    contents.add_rows(copied(text.encode(), 1))
    assert contents.rows == len(hashes)
    assert contents.sums == [sum(each[place] for each in hashes) % WRAP for place in (1, 2, 3)]


def test_the_rows_of_copy_are_unsigned_hashes_and_keys() -> None:
    """A key can be an empty text, contain quotes and line ends; no key is null. A second hash is stored if it differs."""
    frame = listed(4, copied(b'-1,5,-9223372036854775808,"a ""b""\nc"\n,6,7,\n8,9,9,""\n', 0))
    assert frame.schema == ROWS
    assert frame.rows() == [
        (4, WRAP - 1, 5, 1 << 63, 'a "b"\nc'),
        (4, None, 6, 7, None),
        (4, 8, 9, None, ""),
    ]
    assert listed(4, copied(b"", 0)).is_empty()


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("nextval('public.t_id_seq'::regclass)", Generated.SEQUENCE),
        ("('x'::text || nextval('s'::regclass))", Generated.SEQUENCE),
        ("gen_random_uuid()", Generated.RANDOM),
        ("CURRENT_TIMESTAMP", Generated.TIME),
        ("(now() + '1 day'::interval)", Generated.TIME),
        ("'now'::text", Generated.NO),
        ("0", Generated.NO),
        ("", Generated.NO),
    ],
)
def test_defaults_show_what_generates_a_column(expression: str, kind: Generated) -> None:
    assert kind_of(expression, identity=False, computed=False) == kind


def test_a_foreign_key_to_a_generated_column_is_generated() -> None:
    """Also through another foreign key; a circle of foreign keys ends."""
    a, b, c, d = (1, "id"), (2, "order_id"), (3, "item_id"), (4, "self")
    kinds = with_references(
        {a: Generated.SEQUENCE, d: Generated.NO},
        [Reference(c, b), Reference(b, a), Reference(d, d)],
    )
    assert kinds == {a: Generated.SEQUENCE, b: Generated.REFERENCE, c: Generated.REFERENCE, d: Generated.NO}


def test_a_damaged_state_is_refused(tmp_path: Path) -> None:
    state = state_of(tmp_path, "control", ROWS_BEFORE).state
    (state.path / "tables.parquet").write_bytes(b"PAR1")
    with pytest.raises(BadInput, match=r"tables\.parquet: damaged"):
        State.open(state.path)
    with pytest.raises(BadInput, match="is not a state"):
        State.open(tmp_path)


def test_a_state_replaces_only_a_state(tmp_path: Path) -> None:
    (tmp_path / "x.state").mkdir()
    (tmp_path / "x.state" / "diary.txt").write_text("mine")
    with pytest.raises(UsageProblem, match="did not create"), writing(tmp_path / "x.state", force=True):
        raise AssertionError
    assert (tmp_path / "x.state" / "diary.txt").read_text() == "mine"


def test_a_state_without_the_rows_that_it_lists_is_refused(tmp_path: Path) -> None:
    """A file that was removed, or belongs to another state, is not a table without rows."""
    before, after = state_of(tmp_path, "control", ROWS_BEFORE), state_of(tmp_path, "candidate", ROWS_BEFORE[:2])
    (file,) = (before.state.path / "rows").iterdir()
    rows = pl.read_parquet(file, glob=False)
    rows.head(1).write_parquet(file)
    with pytest.raises(BadInput, match="1 rows of table 0 instead of 3"):
        compare_states(before, after)
    file.unlink()
    with pytest.raises(BadInput, match="0 rows of table 0 instead of 3"):
        compare_states(before, after)


def test_a_file_of_the_user_in_the_state_of_an_experiment_is_kept(tmp_path: Path) -> None:
    output = tmp_path / "x"
    artifact.begin(output, Kind.EXPERIMENT, force=False)
    artifact.write_json(artifact.partial_name(output) / "manifest.json", {"format": 1, "kind": "experiment"})
    artifact.finish(output, Kind.EXPERIMENT)
    state = state_of(output, "production", ROWS_BEFORE).state
    artifact.check(output, Kind.EXPERIMENT, force=True)
    (state.path / "notes").write_text("mine")
    with pytest.raises(UsageProblem, match=r"contains production\.state/notes"):
        artifact.check(output, Kind.EXPERIMENT, force=True)


def test_a_note_names_the_tables_that_were_not_read(tmp_path: Path) -> None:
    unread = {"unavailable": "no permission", "rows": None, "checksum": None}
    assert _unread(state_of(tmp_path, "all", ROWS_BEFORE).state) == []
    state = state_of(tmp_path, "some", ROWS_BEFORE, facts=unread).state
    assert _unread(state) == ["not in the end state: public.orders: no permission"]
