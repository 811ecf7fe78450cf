"""Consequences of statements that are not sent, and of state from before the window; statements that are sent in place of others."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pgrehearse.replay.prepare.consequences import Consequences
from pgrehearse.replay.prepare.skip_rules import NUMBERS, Rules, StatementSelection, reason_of
from pgrehearse.replay.prepare.statement_rules import Policy
from pgrehearse.replay.prepare.substitutes import with_substitutes
from pgrehearse.runs.reasons import SUBSTITUTED
from pgrehearse.workload.schema import EVENTS
from pgrehearse.workload.sql.parse_tree import statements
from pgrehearse.workload.sql.session_objects import session_state

READS, WRITES = Policy(writes=False, server=18), Policy(writes=True, server=18)
IT_WRITES, FOLLOWS = "it writes, and the replay is read-only", "depends on a skipped statement"
BEFORE, UNPREPARED = (
    "needs state from before the window: a prepared statement",
    "it executes a statement whose PREPARE is not in the log",
)
NOTHING = "nothing to deallocate: its PREPARE is not in the log"
FAILS = b"do $$"


def events(*rows: str | tuple[str, Mapping[str, object]], transaction: int | None = None) -> pl.DataFrame:
    """Events of session 0: SQL, and how each differs from a simple query that succeeded, in *transaction* (None: each in one of its own)."""
    records = []
    for seq, row in enumerate(rows):
        text, more = row if isinstance(row, tuple) else (row, {})
        base = {
            "session": 0,
            "seq": seq,
            "action": "query",
            "sql": text.encode(),
            "ended": "ok",
            "truncated": False,
            "at_us": seq,
            "transaction": seq if transaction is None else transaction,
        }
        records.append(dict.fromkeys(EVENTS) | base | {"kind": "", "copy_skip": None} | dict(more))
    return pl.DataFrame(records, schema={**EVENTS, "kind": pl.String}, strict=False)


def decided(frame: pl.DataFrame, policy: Policy = WRITES, *, began: str = "connected", **rules: object) -> pl.DataFrame:
    sessions = pl.DataFrame({"session": [0], "user": ["clerk"], "database": ["shop"], "began": [began]})
    return Consequences(Rules(policy, **rules), sessions).apply(frame, StatementSelection())  # type: ignore[arg-type]


def skipped(*rows: str | tuple[str, Mapping[str, object]], **how: object) -> list[str]:
    return [reason_of(number) for number in decided(events(*rows), **how)["skip"]]  # type: ignore[arg-type]


def test_a_statement_that_needs_a_table_which_is_not_created_is_skipped() -> None:
    """And one that needs that statement, in any number of steps; until the table is dropped, or created by a statement that is sent."""
    create = "create temp table cart as select 1 id"
    assert skipped(
        create, "select * from cart", "select * from pg_temp.cart c join t on true", "select * from t", policy=READS
    ) == [
        IT_WRITES,
        FOLLOWS,
        FOLLOWS,
        "",
    ]
    assert skipped(
        "select 1 id into temp cart",
        "declare c cursor with hold for select * from cart",
        "fetch c",
        "close c",
        "fetch d",
        policy=READS,
    ) == [
        IT_WRITES,
        FOLLOWS,
        FOLLOWS,
        FOLLOWS,
        "",
    ]
    assert skipped(create, "prepare p as select * from cart", "execute p", "deallocate p", policy=READS) == [
        IT_WRITES,
        FOLLOWS,
        FOLLOWS,
        FOLLOWS,
    ]
    assert skipped(
        create, "with cart as (select 1) select * from cart", "discard temp", "select * from cart", policy=READS
    )[1:] == ["", "", ""]
    assert skipped(create, "select * from cart", policy=WRITES) == ["", ""]


def test_a_statement_on_a_permanent_table_is_sent() -> None:
    """CREATE TABLE IF NOT EXISTS on a restored copy: the table may exist, and a refusal of the target is not an error of the target."""
    rows = ("create table if not exists t (i int)", "select * from t", "select * from u")
    decisions = decided(events(*rows), READS, lasting=frozenset({"relation t"}))
    assert [reason_of(number) for number in decisions["skip"]] == [IT_WRITES, "", ""]
    assert decisions["lacks"].to_list() == [None, 16, None]


@pytest.mark.parametrize("policy", [READS, WRITES])
def test_a_prepared_statement_that_is_not_in_the_log_is_skipped(policy: Policy) -> None:
    """It was prepared before the window, or it does not exist. A statement that failed in production for that reason is sent."""
    rows = ("execute p(1)", "deallocate p", "explain execute p")
    assert skipped(*rows, policy=policy) == [UNPREPARED, NOTHING, UNPREPARED]
    assert skipped(*rows, policy=policy, began="already open") == [BEFORE, BEFORE, BEFORE]
    lacked = {"ended": "error", "sqlstate": "26000"}
    assert skipped(("deallocate p", lacked), policy=policy) == [""]
    execution = ("select $1", {"action": "execute", "prepared_name": b"p", "params": [b"1"]})
    assert skipped(execution, "deallocate p", "deallocate p", policy=policy) == ["", "", NOTHING]
    assert skipped(execution, "deallocate all", "deallocate p", "deallocate all", policy=policy) == [
        "",
        "",
        NOTHING,
        "",
    ]
    assert skipped(
        ("select 1", {"action": "prepare", "prepared_name": b"p"}), "execute p", "deallocate p", policy=policy
    ) == ["", "", ""]
    unknown = ("select $1", {"action": "execute", "prepared_name": b"p", "truncated": True})
    assert skipped(unknown, "deallocate p", policy=policy) == ["its parameters are not in the log", FOLLOWS]


def test_a_deallocate_is_skipped_where_statements_are_sent_without_names() -> None:
    """Behind a pooler that does not keep them."""
    execution = ("select $1", {"action": "execute", "prepared_name": b"p", "params": [b"1"]})
    decisions = decided(events(execution, "deallocate p"), unnamed_statements=True)
    assert [reason_of(number) for number in decisions["skip"]] == ["", NOTHING]
    assert decisions["prepared_name"].to_list() == [None, None]


def test_state_that_may_be_missing_is_marked() -> None:
    """For sessions that were open before the window, and for state that they had not created since."""
    rows = (
        "fetch h",
        "select * from scratch",
        "select * from shared",
        "select current_setting('app.user')",
        "select currval('s')",
        "declare h cursor for select 1",
        "fetch h",
        ("select * from scratch", {"ended": "error", "sqlstate": "42P01"}),
    )
    private = frozenset({"relation scratch"})
    assert decided(events(*rows), began="already open", private=private)["lacks"].to_list() == [
        1,
        2,
        None,
        4,
        8,
        None,
        None,
        2,
    ]
    assert decided(events(*rows), private=private)["lacks"].null_count() == len(rows)


def test_a_session_may_continue_in_the_next_part() -> None:
    """The state of a part's last session is carried to the next part."""
    rows = (
        "create temp table cart as select 1",
        "prepare p as select 1",
        "select * from cart",
        "execute p",
        "deallocate p",
        "execute p",
    )
    expected = skipped(*rows, policy=READS)
    assert expected == [IT_WRITES, "", FOLLOWS, "", "", UNPREPARED]
    sessions = pl.DataFrame({"session": [0], "user": ["clerk"], "database": ["shop"], "began": ["connected"]})
    for cut in range(1, len(rows)):
        parts = Consequences(Rules(READS), sessions)
        frame = events(*rows)
        skips = [parts.apply(part, StatementSelection())["skip"] for part in (frame[:cut], frame[cut:])]
        assert [reason_of(number) for number in pl.concat(skips)] == expected, cut


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["make", "skip", "drop", "every", "use"]), min_size=1, max_size=12))
def test_decisions_on_a_name_are_those_of_a_state_machine(words: list[str]) -> None:
    """The columnar computation has the result of a step-by-step one."""
    texts = {
        "make": ("prepare p as select 1", ""),
        "skip": ("prepare p as delete from t", IT_WRITES),
        "drop": ("deallocate p", None),
        "every": ("deallocate all", ""),
        "use": ("execute p", None),
    }
    state, expected = "", []
    executed = []
    for word in words:
        text = texts[word][1]
        if word in {"make", "skip"}:
            if state:  # a name that is taken cannot be prepared again
                continue
            state = "exists" if word == "make" else "lost"
        elif word == "drop":
            text = {"exists": "", "lost": FOLLOWS, "": NOTHING}[state]
            state = ""
        elif word == "every":
            state = ""
        else:
            text = {"exists": "", "lost": FOLLOWS, "": UNPREPARED}[state]
        expected.append(text)
        executed.append(word)
    reasons = skipped(*(texts[word][0] for word in executed), policy=READS)
    # An EXECUTE has the reason of its own PREPARE.
    assert [bool(reason) for reason in reasons] == [bool(reason) for reason in expected]


def substituted(*rows: tuple[str, int, Mapping[str, object]]) -> list[tuple[bytes | None, str]]:
    """Return what is sent in one transaction, and the reason. *rows*: SQL, the reason's number, and how each differs from a simple query."""
    frame = events(*((text, more) for text, _, more in rows), transaction=3).with_columns(
        pl.Series("skip", [number for _, number, _ in rows], dtype=pl.UInt8),
        pl.lit(None, pl.Binary).alias("transaction_sql"),
    )
    result = with_substitutes(frame.with_columns(pl.col("skip").alias("copy_skip")))
    return [(sql, reason_of(number)) for sql, number in result.select("sql", "skip").iter_rows()]


COPY, ERROR = NUMBERS["COPY data is not in the log"], {"ended": "error", "sqlstate": "22P04"}


def test_a_failed_statement_that_cannot_be_sent_is_replaced_by_one_that_fails() -> None:
    """With production's SQLSTATE; a statement that succeeded, or failed because its transaction had failed, is not replaced."""
    sent = substituted(
        ("begin", 0, {}),
        ("copy t from stdin", COPY, ERROR),
        ("select 1", 0, {"ended": "error", "sqlstate": "25P02"}),
        ("rollback", 0, {}),
    )
    assert sent[1] == (
        b"do $$ begin raise 'as in production' using errcode = '22P04'; end $$",
        f"COPY data is not in the log; {SUBSTITUTED}",
    )
    assert [sent[at] for at in (0, 2, 3)] == [(b"begin", ""), (b"select 1", ""), (b"rollback", "")]
    assert substituted(("begin", 0, {}), ("copy t from stdin", COPY, {}))[1] == (
        b"copy t from stdin",
        "COPY data is not in the log",
    )
    assert substituted(("copy t from stdin", COPY, ERROR)) == [(b"copy t from stdin", "COPY data is not in the log")]
    aborted = {"ended": "error", "sqlstate": "25P02"}
    assert (
        substituted(("begin", 0, {}), ("bad", 0, ERROR), ("copy t from stdin", COPY, aborted))[2][0]
        == b"copy t from stdin"
    )
    killed = {"ended": "killed", "sqlstate": None}
    assert b"P0001" in (substituted(("begin", 0, {}), ("copy t from stdin", COPY, killed))[1][0] or b"")


def test_a_transaction_that_failed_without_a_logged_statement_fails_too() -> None:
    """For example by a function call message: the first statement that was refused for it is replaced."""
    aborted = {"ended": "error", "sqlstate": "25P02"}
    sent = substituted(
        ("begin", 0, {}), ("select 1", 0, {}), ("select 2", 0, aborted), ("select 3", 0, aborted), ("rollback", 0, {})
    )
    assert [(sql or b"").startswith(FAILS) for sql, _ in sent] == [False, False, True, False, False]
    assert sent[2][1] == f"its transaction had failed for a reason that is not in the log; {SUBSTITUTED}"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("prepare transaction 'x'", b"ROLLBACK"),
        ("insert into t values (1); commit", b"COMMIT"),
        ("begin isolation level serializable; delete from t", b"BEGIN ISOLATION LEVEL SERIALIZABLE"),
        ('savepoint "A"; delete from t; commit and chain', b'SAVEPOINT "A"; COMMIT AND CHAIN'),
        ("delete from t", b"delete from t"),
        ("commit prepared 'x'", b"commit prepared 'x'"),
    ],
)
def test_transaction_commands_of_a_skipped_text_are_sent(text: str, sent: bytes) -> None:
    """A transaction that a skipped text begins or ends still begins or ends."""
    decisions = decided(events(text), READS)
    assert decisions["sql"].to_list() == [sent]
    reason = reason_of(decisions["skip"][0])
    assert reason.startswith("it writes")
    assert reason.endswith(SUBSTITUTED) == (sent != text.encode())


def test_further_copies_skip_statements_on_tables_that_only_the_first_creates() -> None:
    """Further copies only read: they do not create temporary tables, and do not read them."""
    decisions = decided(events("create temp table cart as select 1", "select * from cart"))
    assert (decisions["skip"].to_list(), [reason_of(number) for number in decisions["copy_skip"]][1]) == (
        [0, 0],
        FOLLOWS,
    )


@settings(max_examples=10)
@given(st.lists(st.sampled_from(["a", "b"]), max_size=8))
def test_rolling_back_to_a_savepoint_works_as_in_production(words: list[str]) -> None:
    """However many statements fail between savepoints, each that cannot be sent is replaced by one that fails."""
    rows: list[tuple[str, int, Mapping[str, object]]] = [("begin", 0, {})]
    for word in words:
        rows += [(f"savepoint {word}", 0, {}), ("copy t from stdin", COPY, ERROR), (f"rollback to {word}", 0, {})]
    sent = substituted(*rows, ("commit", 0, {}))
    assert [(sql or b"").startswith(FAILS) for sql, _ in sent] == [
        number == COPY for _, number, _ in [*rows, ("", 0, {})]
    ]


def test_session_state_is_read_from_the_parse_tree() -> None:
    """Names are folded as by the grammar; a text does not need what it creates itself."""
    cases = {
        'prepare "P" as select 1': ({"statement P"}, set(), set()),
        "execute P": (set(), {"statement p"}, set()),
        "create temp table x as select 1": ({"relation x"}, set(), set()),
        "create table x (i int)": ({"lasting x"}, set(), set()),
        "discard all": (set(), set(), {"statement *", "cursor *", "relation *"}),
        "close all": (set(), set(), {"cursor *"}),
        "drop table if exists x": (set(), set(), {"relation x"}),
        "update t set a = 1 where current of c": (set(), {"cursor c", "relation t"}, set()),
    }
    for text, (makes, needs, drops) in cases.items():
        state = session_state(statement.tree for statement in itertools.chain(statements(text.encode()) or ()))
        assert (set(state.makes), set(state.needs), set(state.drops)) == (makes, needs, drops), text
