"""Messages of pgoutput become rows: every kind of message and value, and batches that end anywhere."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

import polars as pl
import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.capture.decode.messages import CHANGES, EPOCH_US, Decoder


class Unchanged:
    """A TOASTed value that an UPDATE left as it was."""


UNCHANGED = Unchanged()
Value = bytes | None | Unchanged


def row(*values: Value) -> bytes:
    """TupleData: the number of columns, then each value with its kind."""
    cells = (
        b"n"
        if value is None
        else b"u"
        if isinstance(value, Unchanged)
        else b"t" + struct.pack(">I", len(value)) + value
        for value in values
    )
    return struct.pack(">H", len(values)) + b"".join(cells)


def begin(xid: int, commit_us: int) -> bytes:
    return b"B" + struct.pack(">QqI", 1, commit_us - EPOCH_US, xid)


def commit() -> bytes:
    return b"C" + struct.pack(">bQQq", 0, 1, 2, 0)


def relation(oid: int, schema: str, name: str, *columns: str, keys: tuple[str, ...] = ()) -> bytes:
    described = b"".join(
        struct.pack(">b", column in keys) + column.encode() + b"\0" + struct.pack(">Ii", 25, -1) for column in columns
    )
    names = schema.encode() + b"\0" + name.encode() + b"\0"
    return b"R" + struct.pack(">I", oid) + names + b"d" + struct.pack(">H", len(columns)) + described


def insert(oid: int, *values: Value) -> bytes:
    return b"I" + struct.pack(">I", oid) + b"N" + row(*values)


def update(oid: int, *values: Value, old: tuple[bytes, bytes] | None = None) -> bytes:
    """*old*: the kind (``K`` or ``O``) and the tuple of the old row."""
    return b"U" + struct.pack(">I", oid) + (b"" if old is None else b"".join(old)) + b"N" + row(*values)


def delete(oid: int, kind: bytes, *values: Value) -> bytes:
    return b"D" + struct.pack(">I", oid) + kind + row(*values)


def truncate(*oids: int) -> bytes:
    return b"T" + struct.pack(">Ib", len(oids), 0) + b"".join(struct.pack(">I", oid) for oid in oids)


@dataclass
class Decoding:
    decoder: Decoder = field(default_factory=Decoder)

    def decode(self, *messages: bytes) -> pl.DataFrame:
        starts = [sum(map(len, messages[:number])) for number in range(len(messages))]
        return self.decoder.decode(b"".join(messages), starts)


def shown(changes: pl.DataFrame) -> list[tuple[str, str, dict[str, bytes | None]]]:
    return [
        (f"{schema}.{name}", action, dict(zip(columns, values, strict=True)))
        for schema, name, action, columns, values in changes.select(
            "schema", "relation", "action", "columns", "values"
        ).iter_rows()
    ]


ITEMS = relation(7, "public", "items", "id", "name", keys=("id",))


def test_every_kind_of_change_and_value_is_decoded() -> None:
    """NULL, an empty text, bytes that are not UTF-8; the old row of an update is left out; a delete has its key."""
    changes = Decoding().decode(
        begin(11, 1_700_000_000_000_000),
        ITEMS,
        insert(7, b"1", b""),
        insert(7, b"2", None),
        insert(7, b"3", b"\xff\xfe"),
        update(7, b"3", b"new"),
        update(7, b"4", b"moved", old=(b"K", row(b"3", None))),
        update(7, b"5", b"full", old=(b"O", row(b"4", b"a longer old value"))),
        delete(7, b"K", b"5", None),
        delete(7, b"O", b"6", b"all"),
        truncate(7),
        commit(),
    )
    assert shown(changes) == [
        ("public.items", "insert", {"id": b"1", "name": b""}),
        ("public.items", "insert", {"id": b"2", "name": None}),
        ("public.items", "insert", {"id": b"3", "name": b"\xff\xfe"}),
        ("public.items", "update", {"id": b"3", "name": b"new"}),
        ("public.items", "update", {"id": b"4", "name": b"moved"}),
        ("public.items", "update", {"id": b"5", "name": b"full"}),
        ("public.items", "delete", {"id": b"5"}),
        ("public.items", "delete", {"id": b"6", "name": b"all"}),
        ("public.items", "truncate", {}),
    ]
    assert changes.schema == CHANGES
    assert changes["place"].to_list() == list(range(9))
    assert changes["xid"].unique().to_list() == [11]
    assert changes["commit_us"].unique().to_list() == [1_700_000_000_000_000]


def test_a_toasted_value_that_did_not_change_is_not_a_value() -> None:
    """The column is not among those of the row; the columns after it keep their values."""
    wide = relation(7, "public", "wide", "id", "body", "note")
    changes = Decoding().decode(begin(1, 0), wide, update(7, b"1", UNCHANGED, b"x"), update(7, b"2", b"y", UNCHANGED))
    assert shown(changes) == [
        ("public.wide", "update", {"id": b"1", "note": b"x"}),
        ("public.wide", "update", {"id": b"2", "body": b"y"}),
    ]


def test_rows_of_several_tables_keep_the_order_of_their_messages() -> None:
    """Also where a table gets another column between two rows."""
    more = relation(7, "public", "items", "id", "name", "price")
    changes = Decoding().decode(
        begin(1, 0),
        ITEMS,
        relation(8, "shop 2", "Ünit", "n"),
        insert(8, b"1"),
        insert(7, b"2", b"a"),
        insert(8, b"3"),
        more,
        insert(7, b"4", b"b", b"9.5"),
    )
    assert shown(changes) == [
        ("shop 2.Ünit", "insert", {"n": b"1"}),
        ("public.items", "insert", {"id": b"2", "name": b"a"}),
        ("shop 2.Ünit", "insert", {"n": b"3"}),
        ("public.items", "insert", {"id": b"4", "name": b"b", "price": b"9.5"}),
    ]


def test_a_batch_may_end_between_any_two_messages() -> None:
    """Whatever is sent together, the rows are the same: transaction, table and place are kept from batch to batch."""
    messages = [
        begin(1, 10),
        ITEMS,
        insert(7, b"1", b"a"),
        insert(7, b"2", b"b"),
        commit(),
        begin(2, 20),
        insert(7, b"3", None),
        truncate(7),
        commit(),
    ]
    complete = Decoding().decode(*messages)
    assert complete["xid"].to_list() == [1, 1, 2, 2]
    for cut in range(len(messages) + 1):
        decoding = Decoding()
        parts = pl.concat([decoding.decode(*messages[:cut]), decoding.decode(*messages[cut:])])
        assert parts.equals(complete), cut


def test_the_changes_of_complete_transactions_are_counted() -> None:
    """Those of the open transaction are not, in whichever batch it began and ends."""
    described = relation(1, "public", "t", "a")
    whole = [begin(7, 1), described, insert(1, b"1"), insert(1, b"2"), commit()]
    opened, rest = [begin(8, 2), insert(1, b"3"), insert(1, b"4")], [insert(1, b"5"), commit()]
    decoder = Decoder()
    counts = []
    for messages in ([*whole, *opened], [insert(1, b"6")], rest, [begin(9, 3)], [commit()]):
        starts = [sum(map(len, messages[:place])) for place in range(len(messages))]
        decoder.decode(b"".join(messages), starts)
        counts.append((decoder.complete, decoder.places))
    assert counts == [(2, 4), (2, 5), (6, 6), (6, 6), (6, 6)]


def test_messages_that_describe_no_row_are_ignored() -> None:
    """Origin, Type and Message of the application (pg_logical_emit_message)."""
    origin = b"O" + struct.pack(">Q", 1) + b"upstream\0"
    kind = b"Y" + struct.pack(">I", 5) + b"public\0mood\0"
    message = b"M" + struct.pack(">bQ", 1, 1) + b"prefix\0" + struct.pack(">I", 2) + b"hi"
    changes = Decoding().decode(begin(1, 0), origin, kind, message, ITEMS, insert(7, b"1", b"a"), commit())
    assert shown(changes) == [("public.items", "insert", {"id": b"1", "name": b"a"})]


def test_an_unknown_message_is_refused() -> None:
    """A message of a later version of the protocol is not skipped: rows would be missing without notice."""
    with pytest.raises(TargetProblem, match="unknown type 'S'"):
        Decoding().decode(begin(1, 0), b"S\0\0\0\1\0", commit())


def test_a_row_of_a_table_without_description_is_refused() -> None:
    with pytest.raises(TargetProblem, match="OID 7 before its description"):
        Decoding().decode(begin(1, 0), insert(7, b"1"))
