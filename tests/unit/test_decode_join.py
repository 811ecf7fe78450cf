"""Decoded rows are joined with statements: by transaction id, by table and time, and by counts of rows. Only certain pairs are joined."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import polars as pl
import pytest

from pgrehearse.capture.decode.join import Joined, join
from pgrehearse.capture.decode.made_rows import MAKES
from pgrehearse.capture.decode.statements import Written, rolled_back, targets

MS = 1_000


@dataclass
class Log:
    """Statements of a log, one transaction after the other; times in milliseconds."""

    statements: list[tuple[int, int, int, int, int, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    transactions: list[tuple[int, int, int | None, int, int, int]] = field(default_factory=list)

    def ran(self, session: int, at: float, took: float, *texts: str, xid: int | None = None) -> None:
        """Add a transaction of *texts* that took so long."""
        start, end = round(at * MS), round((at + took) * MS)
        number = len(self.transactions)
        first = sum(1 for row in self.statements if row[0] == session)
        for text in texts:
            if text not in self.texts:
                self.texts.append(text)
            self.statements.append((session, first, number, start, end, self.texts.index(text)))
            first += 1
        self.transactions.append((session, number, xid, start, end, len(texts)))

    def written(self) -> Written:
        number = pl.Int64
        statements = pl.DataFrame(
            self.statements,
            schema={
                "session": pl.Int32,
                "seq": pl.Int32,
                "transaction": pl.Int32,
                "at_us": number,
                "end_us": number,
                "shape": pl.Int32,
            },
            orient="row",
        )
        transactions = pl.DataFrame(
            self.transactions,
            schema={
                "session": pl.Int32,
                "transaction": pl.Int32,
                "xid": number,
                "at_us": number,
                "end_us": number,
                "statements": pl.UInt32,
            },
            orient="row",
        )
        database = pl.lit("shop").alias("database")
        return Written(
            statements.with_columns(database),
            targets((shape, text.encode()) for shape, text in enumerate(self.texts)),
            transactions.with_columns(database),
        )


def changes(*transactions: tuple[int, float, str]) -> pl.DataFrame:
    """Return decoded inserts: for each transaction its id, the time of its commit (ms), and the tables of its rows, in their order."""
    rows = [(xid, round(commit * MS), table) for xid, commit, tables in transactions for table in tables.split()]
    return pl.DataFrame(
        {
            "place": range(len(rows)),
            "database": ["shop"] * len(rows),
            "xid": [row[0] for row in rows],
            "commit_us": [row[1] for row in rows],
            "schema": ["public"] * len(rows),
            "relation": [row[2] for row in rows],
            "action": ["insert"] * len(rows),
        }
    )


def joined(log: Log, *transactions: tuple[int, float, str], complete: bool = True) -> Joined:
    return join(changes(*transactions), log.written(), resolution_us=MS, complete=complete)


def places(found: Joined) -> list[tuple[int, int] | None]:
    """Return the session and seq of each row in order."""
    rows = found.rows.sort("place")
    return [None if seq is None else (session, seq) for session, seq in rows.select("session", "seq").iter_rows()]


A, B = "insert into a values (1)", "insert into b values (1), (2)"


def test_rows_of_a_transaction_are_divided_among_its_statements() -> None:
    """By the transaction's id; in their order, by the numbers of rows that the texts show."""
    log = Log()
    log.ran(3, 0, 9, "begin", A, B, A, "commit", xid=70)
    found = joined(log, (70, 9, "a b b a"))
    assert places(found) == [(3, 1), (3, 2), (3, 2), (3, 3)]
    assert found.by_id == 1


@pytest.mark.parametrize("unknown", ["insert into a select * from b", "copy a from stdin"])
def test_one_statement_without_a_number_has_what_the_others_leave(unknown: str) -> None:
    log = Log()
    log.ran(3, 0, 9, "begin", A, unknown, A, xid=70)
    assert places(joined(log, (70, 9, "a a a a"))) == [(3, 1), (3, 2), (3, 2), (3, 3)]
    assert places(joined(log, (70, 9, "a a"))) == [(3, 1), (3, 3)]


def test_rows_that_cannot_be_divided_stay_without_a_statement() -> None:
    """Two statements without a number; numbers that do not add up (a trigger added or suppressed rows)."""
    log = Log()
    log.ran(3, 0, 9, "begin", "copy a from stdin", "copy a (x) from stdin", xid=70)
    assert places(joined(log, (70, 9, "a a a"))) == [None, None, None]
    log = Log()
    log.ran(3, 0, 9, "begin", A, A, xid=70)
    for decoded in ("a", "a a a"):
        assert set(places(joined(log, (70, 9, decoded)))) == {None}


def test_rows_of_triggers_belong_to_the_statement_before_them() -> None:
    """A table that no statement of the transaction names. *own* is false for them."""
    log = Log()
    log.ran(3, 0, 9, "begin", A, B, xid=70)
    found = joined(log, (70, 9, "a audit b b audit audit"))
    assert places(found) == [(3, 1), (3, 1), (3, 2), (3, 2), (3, 2), (3, 2)]
    assert found.rows.sort("place")["own"].to_list() == [True, False, True, True, False, False]


def with_makes(log: Log, **tables: str) -> Written:
    """Return what was written, with the tables that the statement of each number fills without naming them (``s0="audit"``)."""
    made = [("shop", int(name[1:]), "public", table) for name, words in tables.items() for table in words.split()]
    return replace(log.written(), makes=pl.DataFrame(made, schema=MAKES, orient="row"))


def test_rows_of_functions_and_triggers_belong_to_the_statement_that_can_make_them() -> None:
    """The catalog shows it: the row of a function is not that of the INSERT behind it, the row of an UPDATE's trigger not that of the INSERT before it."""
    log = Log()
    log.ran(3, 0, 9, "select f()", A, "update c set x = 1", B, xid=70)
    written = with_makes(log, s0="a2 audit", s2="audit")
    found = join(changes((70, 9, "a2 audit a audit audit b b")), written, resolution_us=MS, complete=True)
    assert places(found) == [(3, 0), (3, 0), (3, 1), (3, 2), (3, 2), (3, 3), (3, 3)]


def test_rows_that_several_statements_can_have_made_stay_without_one() -> None:
    log = Log()
    log.ran(3, 0, 9, "select f()", "update c set x = 1", A, xid=70)
    written = with_makes(log, s0="audit", s1="audit")
    found = join(changes((70, 9, "audit a other")), written, resolution_us=MS, complete=True)
    assert places(found) == [None, (3, 2), None]


@pytest.mark.parametrize(
    ("decoded", "expected"),
    [
        ("a audit a audit a audit", [1, 1, 2, 2, 3, 3]),
        ("audit a audit a audit a", [1, 1, 2, 2, 3, 3]),
        ("audit a audit a a audit", [1, 1, None, 2, 3, 3]),
        ("a audit a audit a audit b b", [1, 1, 2, 2, 3, 3, 4, 4]),
    ],
    ids=["after", "before", "both", "after, with another statement"],
)
def test_triggers_of_several_statements(decoded: str, expected: list[int | None]) -> None:
    """The rows at both ends of a transaction show whether a trigger is an AFTER or a BEFORE trigger; with both, rows between stay without one."""
    log = Log()
    log.ran(3, 0, 9, "begin", A, A, A, B, xid=70)
    found = join(changes((70, 9, decoded)), with_makes(log, s1="audit"), resolution_us=MS, complete=True)
    assert places(found) == [None if seq is None else (3, seq) for seq in expected]


def test_an_update_without_an_id_is_joined_by_the_rows_of_its_trigger() -> None:
    log = Log()
    log.ran(1, 10, 4, "update c set x = 1")
    found = join(changes((70, 12, "audit")), with_makes(log, s0="audit"), resolution_us=MS, complete=True)
    assert (places(found), found.by_time) == ([(1, 0)], 1)


def test_autocommit_without_an_id_is_joined_by_table_and_time() -> None:
    """The commit is inside the statement; another table or another time is not."""
    log = Log()
    log.ran(1, 10, 4, A)
    log.ran(2, 11, 4, B)
    log.ran(3, 30, 4, A)
    found = joined(log, (70, 12, "a"), (71, 13, "b b"), (72, 33, "a"), (73, 90, "a"))
    assert places(found) == [(1, 0), (2, 0), (2, 0), (3, 0), None]
    assert (found.by_id, found.by_time) == (0, 3)


def test_a_pair_that_is_not_the_only_one_is_not_joined() -> None:
    """Two statements at the same time, two commits: which is whose is not known. A third that is known makes the others certain."""
    log = Log()
    log.ran(1, 10, 4, A)
    log.ran(2, 10, 4, A)
    assert places(joined(log, (70, 12, "a"), (71, 13, "a"))) == [None, None]
    log.ran(3, 13, 4, A)
    log.transactions[0] = (1, 0, None, 10 * MS, 11 * MS, 1)
    log.statements[0] = (1, 0, 0, 10 * MS, 11 * MS, 0)
    found = joined(log, (70, 11, "a"), (71, 13, "a"), (72, 16, "a"))
    assert places(found) == [(1, 0), (2, 0), (3, 0)]


def test_statements_of_one_session_commit_in_their_order() -> None:
    """They follow each other within the resolution of the log. With a COPY too many (one had no row) the order shows nothing."""
    copy = "copy a from stdin"
    log = Log()
    for number in range(3):
        log.ran(1, 10 + number * 0.5, 0.4, copy)
    assert places(joined(log, (70, 10.3, "a a"), (71, 10.8, "a"), (72, 11.3, "a"))) == [(1, 0), (1, 0), (1, 1), (1, 2)]
    assert places(joined(log, (70, 10.3, "a"), (71, 10.8, "a"))) == [None, None]


def test_copies_that_cannot_be_distinguished_get_the_rows_of_one_of_them() -> None:
    """Of two sessions at the same time, if they filled the same columns, and if each has rows. They are counted."""
    copy, columns = "copy a from stdin", "copy a (x) from stdin"
    for texts, expected in (
        ((copy, copy), [(2, 0), (1, 0), (1, 0)]),
        ((copy, columns), [None] * 3),
        ((copy, A), [None] * 3),
    ):
        log = Log()
        log.ran(1, 90, 0.4, texts[0])
        log.ran(2, 90, 0.3, texts[1])
        found = joined(log, (73, 90.2, "a"), (74, 90.3, "a a"))
        assert places(found) == expected, texts
        assert found.alike == (2 if expected[0] else 0)
    log.ran(3, 90, 0.4, copy)
    assert places(joined(log, (73, 90.2, "a"), (74, 90.3, "a"))) == [None, None]


def test_an_incomplete_log_is_not_joined_by_time() -> None:
    """The statement of a commit may be missing in a sample: the only pair need not be the right one."""
    log = Log()
    log.ran(1, 10, 4, A)
    assert places(joined(log, (70, 12, "a"), complete=False)) == [None]


def test_an_insert_that_may_insert_nothing_proves_nothing() -> None:
    """ON CONFLICT DO NOTHING has no commit of its own; two statements near one commit stay unjoined."""
    log = Log()
    maybe = "insert into a values (1) on conflict do nothing"
    log.ran(1, 10, 4, maybe)
    log.ran(2, 10, 4, maybe)
    assert places(joined(log, (70, 12, "a"))) == [None]
    log = Log()
    log.ran(1, 10, 4, maybe)
    assert places(joined(log, (70, 12, "a"))) == [(1, 0)]


def test_a_copy_whose_rows_are_known_is_announced() -> None:
    """With the columns that it names, and the place of its first row."""
    log = Log()
    log.ran(3, 0, 9, "begin", A, "copy a (x, y) from stdin", xid=70)
    found = joined(log, (70, 9, "a a a"))
    assert found.copies.select("session", "seq", "named", "place").rows() == [(3, 2, ["x", "y"], 1)]


def test_statements_that_a_savepoint_undid_have_no_rows() -> None:
    rows = [
        "begin",
        A,
        "savepoint one",
        B,
        "savepoint two",
        A,
        "release two",
        "rollback to one",
        A,
        "savepoint three",
        B,
        "release savepoint three",
        "commit",
    ]
    texts = [(seq, text.encode(), True) for seq, text in enumerate(rows)]
    assert rolled_back(texts) == [3, 5]
    failed = [*texts[:4], (4, b"rollback to one", False), (5, b"commit", True)]
    assert rolled_back(failed) == []
