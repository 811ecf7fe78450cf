"""What follows from statements that are not sent, and from what sessions had made before the window; what stands for what failed."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pgrehearse.replay.prepare.consequences import Consequences
from pgrehearse.replay.prepare.skip_rules import NUMBERS, Chosen, Rules, reason_of
from pgrehearse.replay.prepare.statement_rules import Policy
from pgrehearse.replay.prepare.substitutes import with_stand_ins
from pgrehearse.runs.reasons import INSTEAD
from pgrehearse.workload.schema import EVENTS
from pgrehearse.workload.sql.parse_tree import statements
from pgrehearse.workload.sql.session_objects import session_state

READS, WRITES = Policy(writes=False, server=18), Policy(writes=True, server=18)
IT_WRITES, FOLLOWS = "it writes, and the replay is read-only", "depends on a skipped statement"
BEFORE, UNPREPARED = (
    "needs state from before the window: a prepared statement",
    "it executes a statement whose PREPARE is not in the log",
)
NOTHING = "there is nothing to deallocate: the log does not show its statement prepared"
FAILS = b"do $$"


def events(*rows: str | tuple[str, Mapping[str, object]], transaction: int | None = None) -> pl.DataFrame:
    """Events of session 0: SQL, and what differs from a simple query that went well, in *transaction* (None: each in one of its own)."""
    made = []
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
        made.append(dict.fromkeys(EVENTS) | base | {"kind": "", "copy_skip": None} | dict(more))
    return pl.DataFrame(made, schema={**EVENTS, "kind": pl.String}, strict=False)


def decided(frame: pl.DataFrame, policy: Policy = WRITES, *, began: str = "connected", **rules: object) -> pl.DataFrame:
    sessions = pl.DataFrame({"session": [0], "user": ["clerk"], "database": ["shop"], "began": [began]})
    return Consequences(Rules(policy, **rules), sessions).applied(frame, Chosen())  # type: ignore[arg-type]


def skipped(*rows: str | tuple[str, Mapping[str, object]], **how: object) -> list[str]:
    return [reason_of(number) for number in decided(events(*rows), **how)["skip"]]  # type: ignore[arg-type]


def test_what_needs_a_temporary_table_that_was_not_made_is_skipped() -> None:
    """And what needs that, however far; until it is dropped, or made by what is sent."""
    made = "create temp table cart as select 1 id"
    assert skipped(
        made, "select * from cart", "select * from pg_temp.cart c join t on true", "select * from t", policy=READS
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
    assert skipped(made, "prepare p as select * from cart", "execute p", "deallocate p", policy=READS) == [
        IT_WRITES,
        FOLLOWS,
        FOLLOWS,
        FOLLOWS,
    ]
    assert skipped(
        made, "with cart as (select 1) select * from cart", "discard temp", "select * from cart", policy=READS
    )[1:] == ["", "", ""]
    assert skipped(made, "select * from cart", policy=WRITES) == ["", ""]


def test_a_lasting_table_may_be_there_all_the_same() -> None:
    """CREATE TABLE IF NOT EXISTS on a restored copy: it is asked for, and the target's refusal is no error of its own."""
    rows = ("create table if not exists t (i int)", "select * from t", "select * from u")
    found = decided(events(*rows), READS, lasting=frozenset({"relation t"}))
    assert [reason_of(one) for one in found["skip"]] == [IT_WRITES, "", ""]
    assert found["lacks"].to_list() == [None, 16, None]


@pytest.mark.parametrize("policy", [READS, WRITES])
def test_a_prepared_statement_that_no_log_shows(policy: Policy) -> None:
    """It was made before the window, or there is none. What failed in production for want of it is sent."""
    rows = ("execute p(1)", "deallocate p", "explain execute p")
    assert skipped(*rows, policy=policy) == [UNPREPARED, NOTHING, UNPREPARED]
    assert skipped(*rows, policy=policy, began="already open") == [BEFORE, BEFORE, BEFORE]
    lacked = {"ended": "error", "sqlstate": "26000"}
    assert skipped(("deallocate p", lacked), policy=policy) == [""]
    named = ("select $1", {"action": "execute", "prepared_name": b"p", "params": [b"1"]})
    assert skipped(named, "deallocate p", "deallocate p", policy=policy) == ["", "", NOTHING]
    assert skipped(named, "deallocate all", "deallocate p", "deallocate all", policy=policy) == ["", "", NOTHING, ""]
    assert skipped(
        ("select 1", {"action": "prepare", "prepared_name": b"p"}), "execute p", "deallocate p", policy=policy
    ) == ["", "", ""]
    unknown = ("select $1", {"action": "execute", "prepared_name": b"p", "truncated": True})
    assert skipped(unknown, "deallocate p", policy=policy) == ["its parameters are not in the log", FOLLOWS]


def test_statements_without_names_have_nothing_to_deallocate() -> None:
    """Behind a pooler that forgets them."""
    named = ("select $1", {"action": "execute", "prepared_name": b"p", "params": [b"1"]})
    found = decided(events(named, "deallocate p"), nameless=True)
    assert [reason_of(one) for one in found["skip"]] == ["", NOTHING]
    assert found["prepared_name"].to_list() == [None, None]


def test_what_may_be_lacking_is_noted() -> None:
    """Of sessions that were open before the window, and of what they had not made since."""
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


def test_a_session_goes_on_in_the_next_part() -> None:
    """What one part knows of its last session the next one does too."""
    rows = (
        "create temp table cart as select 1",
        "prepare p as select 1",
        "select * from cart",
        "execute p",
        "deallocate p",
        "execute p",
    )
    whole = skipped(*rows, policy=READS)
    assert whole == [IT_WRITES, "", FOLLOWS, "", "", UNPREPARED]
    sessions = pl.DataFrame({"session": [0], "user": ["clerk"], "database": ["shop"], "began": ["connected"]})
    for cut in range(1, len(rows)):
        parts = Consequences(Rules(READS), sessions)
        frame = events(*rows)
        found = [parts.applied(part, Chosen())["skip"] for part in (frame[:cut], frame[cut:])]
        assert [reason_of(one) for one in pl.concat(found)] == whole, cut


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["make", "skip", "drop", "every", "use"]), min_size=1, max_size=12))
def test_what_is_known_of_a_name_is_what_a_walk_finds(words: list[str]) -> None:
    """The columns say what one step after the other would."""
    texts = {
        "make": ("prepare p as select 1", ""),
        "skip": ("prepare p as delete from t", IT_WRITES),
        "drop": ("deallocate p", None),
        "every": ("deallocate all", ""),
        "use": ("execute p", None),
    }
    state, expected = "", []
    done = []
    for word in words:
        text = texts[word][1]
        if word in {"make", "skip"}:
            if state:  # a name that is taken cannot be prepared again
                continue
            state = "there" if word == "make" else "lost"
        elif word == "drop":
            text = {"there": "", "lost": FOLLOWS, "": NOTHING}[state]
            state = ""
        elif word == "every":
            state = ""
        else:
            text = {"there": "", "lost": FOLLOWS, "": UNPREPARED}[state]
        expected.append(text)
        done.append(word)
    found = skipped(*(texts[word][0] for word in done), policy=READS)
    # An EXECUTE says the reason of its own PREPARE.
    assert [bool(one) for one in found] == [bool(one) for one in expected]


def stood(*rows: tuple[str, int, Mapping[str, object]]) -> list[tuple[bytes | None, str]]:
    """Return what is sent in one transaction and why: SQL, the reason's number, and what differs."""
    frame = events(*((text, more) for text, _, more in rows), transaction=3).with_columns(
        pl.Series("skip", [number for _, number, _ in rows], dtype=pl.UInt8), pl.lit(None, pl.Binary).alias("borders")
    )
    found = with_stand_ins(frame.with_columns(pl.col("skip").alias("copy_skip")))
    return [(sql, reason_of(number)) for sql, number in found.select("sql", "skip").iter_rows()]


COPY, ERROR = NUMBERS["COPY data is not in the log"], {"ended": "error", "sqlstate": "22P04"}


def test_what_failed_and_cannot_be_sent_fails_here_by_another_statement() -> None:
    """With production's SQLSTATE; what went well, or failed because its transaction had, is left out."""
    sent = stood(
        ("begin", 0, {}),
        ("copy t from stdin", COPY, ERROR),
        ("select 1", 0, {"ended": "error", "sqlstate": "25P02"}),
        ("rollback", 0, {}),
    )
    assert sent[1] == (
        b"do $$ begin raise 'as in production' using errcode = '22P04'; end $$",
        f"COPY data is not in the log; {INSTEAD}",
    )
    assert [sent[at] for at in (0, 2, 3)] == [(b"begin", ""), (b"select 1", ""), (b"rollback", "")]
    assert stood(("begin", 0, {}), ("copy t from stdin", COPY, {}))[1] == (
        b"copy t from stdin",
        "COPY data is not in the log",
    )
    assert stood(("copy t from stdin", COPY, ERROR)) == [(b"copy t from stdin", "COPY data is not in the log")]
    aborted = {"ended": "error", "sqlstate": "25P02"}
    assert (
        stood(("begin", 0, {}), ("bad", 0, ERROR), ("copy t from stdin", COPY, aborted))[2][0] == b"copy t from stdin"
    )
    odd = {"ended": "killed", "sqlstate": None}
    assert b"P0001" in (stood(("begin", 0, {}), ("copy t from stdin", COPY, odd))[1][0] or b"")


def test_a_transaction_that_failed_unseen_fails_here_too() -> None:
    """A function call by the protocol, say: the first statement refused for it is replaced."""
    aborted = {"ended": "error", "sqlstate": "25P02"}
    sent = stood(
        ("begin", 0, {}), ("select 1", 0, {}), ("select 2", 0, aborted), ("select 3", 0, aborted), ("rollback", 0, {})
    )
    assert [(sql or b"").startswith(FAILS) for sql, _ in sent] == [False, False, True, False, False]
    assert sent[2][1] == f"its transaction had failed by what the log does not show; {INSTEAD}"


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
def test_what_is_skipped_leaves_its_transactions_borders(text: str, sent: bytes) -> None:
    """A transaction that a skipped text begins or ends begins or ends all the same."""
    found = decided(events(text), READS)
    assert found["sql"].to_list() == [sent]
    reason = reason_of(found["skip"][0])
    assert reason.startswith("it writes")
    assert reason.endswith(INSTEAD) == (sent != text.encode())


def test_further_copies_lack_what_only_the_first_makes() -> None:
    """Amplified sessions read: the temporary tables that they do not make they do not ask for."""
    found = decided(events("create temp table cart as select 1", "select * from cart"))
    assert (found["skip"].to_list(), [reason_of(one) for one in found["copy_skip"]][1]) == ([0, 0], FOLLOWS)


@settings(max_examples=10)
@given(st.lists(st.sampled_from(["a", "b"]), max_size=8))
def test_savepoints_recover_as_they_did(words: list[str]) -> None:
    """However many statements fail and are rolled back to, each that cannot be sent fails here."""
    rows: list[tuple[str, int, Mapping[str, object]]] = [("begin", 0, {})]
    for word in words:
        rows += [(f"savepoint {word}", 0, {}), ("copy t from stdin", COPY, ERROR), (f"rollback to {word}", 0, {})]
    sent = stood(*rows, ("commit", 0, {}))
    assert [(sql or b"").startswith(FAILS) for sql, _ in sent] == [
        number == COPY for _, number, _ in [*rows, ("", 0, {})]
    ]


def test_session_state_by_the_tree() -> None:
    """Names as the grammar folds them; what a text itself creates it does not need."""
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
        found = session_state(one.tree for one in itertools.chain(statements(text.encode()) or ()))
        assert (set(found.makes), set(found.needs), set(found.drops)) == (makes, needs, drops), text
