"""Records become events: statement groups, errors, transactions, pipelines, in every logging mode."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import polars as pl
import pytest

from pgrehearse.capture.assemble.assembler import Assembly
from pgrehearse.capture.formats.records import RECORDS
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.block import EVENTFUL, with_shapes
from pgrehearse.workload.shapes import Shapes


@dataclass
class Log:
    """Builds the records of one session, a millisecond apart."""

    rows: list[dict[str, object]]

    @classmethod
    def of(cls, *messages: str | tuple[str, dict[str, object]]) -> Log:
        rows = []
        for number, item in enumerate(messages):
            message, more = item if isinstance(item, tuple) else (item, {})
            base: dict[str, object] = {
                "line": number + 1,
                "lines": 1,
                "time_us": (number + 1) * 1000,
                "session_id": "s",
                "severity": "LOG",
                "sqlstate": "00000",
                "message": message,
                "backend_type": "client backend",
                "vxid": "1/0",
                "tag": "",
            }
            rows.append(dict.fromkeys(RECORDS) | base | more)
        return cls(rows)

    def events(self, *, cuts: tuple[int, ...] = ()) -> pl.DataFrame:
        """Assemble the records in blocks that end at *cuts*."""
        shapes = Shapes()
        assembly = Assembly(shapes)
        edges = [0, *cuts, len(self.rows)]
        events = []
        for low, high in pairwise(edges):
            frame, templates, examples, _ = with_shapes(
                messages.parse(pl.DataFrame(self.rows[low:high], schema=RECORDS))
            )
            learned = pl.Series(shapes.learn(templates, examples), dtype=pl.Int32)
            numbers = assembly.sessions.number(["s"])
            frame = frame.with_columns(
                pl.lit(int(numbers[0]), pl.Int32).alias("session"),
                (pl.int_range(pl.len(), dtype=pl.Int64) + low).alias("record"),
                pl.lit(0, pl.Int32).alias("file"),
                learned.gather(frame["shape"]).alias("shape"),
            )
            eventful = frame.filter(pl.col("what").is_in(list(messages.EVENTFUL))).select(list(EVENTFUL))
            events.append(assembly.take(eventful, final=high == len(self.rows)))
        return pl.concat(events)


def error(sqlstate: str, query: str, **more: object) -> tuple[str, dict[str, object]]:
    return f"error {sqlstate}", {"severity": "ERROR", "sqlstate": sqlstate, "query": query, **more}


def rows(events: pl.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    return events.select(
        pl.col(name).cast(pl.String) if events.schema[name] == pl.Binary else pl.col(name) for name in columns
    ).rows()


def test_parse_and_bind_belong_to_their_execute() -> None:
    """One event that starts before the parse, with three separate durations."""
    log = Log.of(
        "duration: 0.5 ms  parse <unnamed>: select $1",
        "duration: 0.2 ms  bind <unnamed>: select $1",
        ("duration: 0.1 ms  execute <unnamed>: select $1", {"detail": "Parameters: $1 = 'x'"}),
    )
    (row,) = log.events().rows(named=True)
    assert (row["action"], row["took_us"], row["parse_us"], row["bind_us"], row["params"]) == (
        "execute",
        100,
        500,
        200,
        [b"x"],
    )
    assert row["at_us"] == 1000 - 500


def test_a_named_parse_is_a_separate_event() -> None:
    """The application prepared the statement in its own round trip, which the replay repeats."""
    log = Log.of(
        "duration: 0.5 ms  parse s1: select $1",
        ("duration: 0.2 ms  bind s1: select $1", {}),
        ("duration: 0.1 ms  execute s1: select $1", {"detail": "parameters: $1 = NULL"}),
    )
    assert rows(log.events(), "action", "prepared_name", "took_us") == [("prepare", "s1", 500), ("execute", "s1", 100)]


def test_a_text_logged_at_its_start_gets_the_following_duration() -> None:
    """log_statement = all with log_duration: bare durations before the text are its parse and bind."""
    log = Log.of(
        "duration: 0.5 ms",
        "duration: 0.2 ms",
        "execute <unnamed>: select 1",
        "duration: 0.1 ms",
        "statement: select 2",
        "duration: 3.0 ms",
    )
    events = log.events()
    assert rows(events, "action", "took_us", "bind_us", "at_us") == [
        ("execute", 100, 700, 500),
        ("query", 3000, None, 5000),
    ]


def test_a_text_without_any_duration_is_an_event() -> None:
    """log_statement = all without other settings logs only the starts of statements."""
    assert rows(Log.of("statement: select 1", "statement: select 2").events(), "seq", "took_us") == [
        (0, None),
        (1, None),
    ]


@pytest.mark.parametrize("tag", ["idle in transaction", None])
def test_a_session_terminated_while_idle_fails_no_statement(tag: str | None) -> None:
    """log_statement = all logs no ends: a FATAL after a text may not belong to that text."""
    log = Log.of(
        "statement: begin",
        "statement: select 1",
        ("terminating connection", {"severity": "FATAL", "sqlstate": "25P03", "tag": tag}),
    )
    assert rows(log.events(), "action", "ended") == [("query", "ok"), ("query", "ok")]


def test_errors_belong_to_their_statement() -> None:
    """In execute after a bind, in bind after a parse, in parse alone, and with a text logged before."""
    log = Log.of(
        "duration: 0.1 ms  parse <unnamed>: select 1/$1",
        ("duration: 0.1 ms  bind <unnamed>: select 1/$1", {"detail": "Parameters: $1 = '0'"}),
        error("22012", "select 1/$1", tag="SELECT"),
        "duration: 0.1 ms  parse <unnamed>: select $1::int",
        error("22P02", "select $1::int", tag="BIND"),
        error("42703", "select nosuch", tag="PARSE"),
        error("42601", "selec", tag="idle"),
        "statement: select 2/0",
        error("22012", "select 2/0", tag="SELECT"),
    )
    events = log.events()
    assert rows(events, "action", "sqlstate", "failed_in", "ended") == [
        ("execute", "22012", "execute", "error"),
        ("execute", "22P02", "bind", "error"),
        ("execute", "42703", "parse", "error"),
        ("query", "42601", "parse", "error"),
        ("query", "22012", "execute", "error"),
    ]
    assert events["params"].to_list()[0] == [b"0"]


@pytest.mark.parametrize(
    ("message", "ended"),
    [
        ("canceling statement due to user request", "cancelled"),
        ("canceling statement due to statement timeout", "timeout"),
        ("canceling statement due to lock timeout", "lock_timeout"),
    ],
)
def test_a_cancelled_statement_started_before_its_error(message: str, ended: str) -> None:
    """Its start is between the end of its predecessor and the error: just after the former, marked as estimated.

    Its duration is unknown: the session may have idled before it.
    """
    log = Log.of(
        "duration: 0.1 ms  statement: select 1",
        (message, {"severity": "ERROR", "sqlstate": "57014", "query": "select pg_sleep(9)", "time_us": 900_000}),
    )
    row = log.events().row(1, named=True)
    assert (row["ended"], row["at_us"], row["at_least_us"], row["took_us"]) == (ended, 2000, 1000, None)


def test_transactions_follow_the_statements() -> None:
    """BEGIN to COMMIT is one transaction, a statement outside is its own, a failed transaction does not commit."""
    log = Log.of(
        "statement: begin",
        "statement: insert into t values (1)",
        "statement: commit",
        "statement: select 1",
        "statement: begin",
        error("22012", "select 1/0"),
        "statement: commit",
        "statement: begin",
        "statement: savepoint a",
        error("22012", "select 1/0"),
        "statement: rollback to a",
        "statement: commit",
        "statement: begin",
        "statement: rollback",
    )
    events = log.events()
    assert events["transaction"].to_list() == [0, 0, 0, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4]
    ranks = events["commit_rank"].to_list()
    assert [number for number, rank in enumerate(ranks) if rank is not None] == [2, 3, 11]


def test_executes_of_one_implicit_transaction_are_a_pipeline() -> None:
    """They share a virtual transaction id without BEGIN; the next statement does not."""

    def execute(vxid: str) -> tuple[str, dict[str, object]]:
        return "duration: 0.1 ms  execute <unnamed>: insert into t values (1)", {"vxid": vxid}

    events = Log.of(execute("1/5"), execute("1/6"), execute("1/6"), execute("1/6"), execute("1/7")).events()
    assert events["pipeline"].to_list() == [None, 1, 1, 1, None]
    assert events["transaction"].to_list() == [0, 1, 1, 1, 2]


def test_the_places_of_a_statement_are_its_bind_and_its_last_record() -> None:
    """It was executed between them; a statement of the simple protocol has no bind."""
    log = Log.of(
        "duration: 0.1 ms  parse <unnamed>: select $1",
        "duration: 0.1 ms  bind <unnamed>: select $1",
        "duration: 0.1 ms  execute <unnamed>: select $1",
        "statement: select 2",
        "duration: 0.1 ms",
        "duration: 0.1 ms  statement: select 3",
        error("22012", "select 1/0"),
    )
    places = [(1, 2, 2), (None, 3, 4), (None, 5, 5), (None, 6, 6)]
    assert rows(log.events(), "bind_record", "record", "last_record") == places


def test_the_transaction_id_is_that_of_the_last_record() -> None:
    """A transaction has none before its first write: the record of the text does not have it yet."""
    log = Log.of(
        ("statement: insert into t values (1)", {"xid": None}),
        ("duration: 0.1 ms", {"xid": 812}),
        "statement: select 1",
    )
    assert log.events()["transaction_id"].to_list() == [812, None]


@pytest.mark.parametrize("cut", range(1, 14))
def test_the_end_of_a_block_does_not_change_events(cut: int) -> None:
    """Statement groups, transactions, pipelines and numbers continue in the next block."""

    def piped(number: int) -> tuple[str, dict[str, object]]:
        return f"duration: 0.1 ms  execute <unnamed>: select {number}", {"vxid": "1/9"}

    log = Log.of(
        "statement: begin",
        "duration: 0.1 ms",
        "duration: 0.1 ms  parse <unnamed>: select $1",
        ("duration: 0.1 ms  bind <unnamed>: select $1", {}),
        ("duration: 0.1 ms  execute <unnamed>: select $1", {"detail": "Parameters: $1 = '1'"}),
        error("22012", "select 1/0"),
        "statement: rollback",
        piped(1),
        piped(2),
        piped(3),
        "duration: 0.1 ms  parse s: select 1",
        "duration: 0.1 ms  bind s: select 1",
        "duration: 0.1 ms  execute s: select 1",
        "duration: 2 ms  statement: select 7",
    )
    columns = [
        "seq",
        "action",
        "sql",
        "params",
        "pipeline",
        "at_us",
        "took_us",
        "parse_us",
        "bind_us",
        "transaction",
        "commit_rank",
        "ended",
    ]
    in_one_block = log.events().select(columns)
    assert log.events(cuts=(cut,)).select(columns).equals(in_one_block)


def test_a_fetch_is_merged_into_its_execute() -> None:
    """A portal that is read in parts is one execution; its duration is the sum."""
    events = Log.of(
        "duration: 0.1 ms  execute s/c: select 1",
        "duration: 0.2 ms  execute fetch from s/c: select 1",
        "duration: 0.3 ms  execute fetch from s/c: select 1",
    ).events()
    assert rows(events, "action", "took_us", "portal") == [("execute", 600, "c")]


def chain(*statements: str, cut: int | None = None) -> list[tuple[object, bool]]:
    """Return each statement's transaction, and whether it committed; a statement after "!" fails."""
    log = Log.of(
        *(
            error("22012", text[1:]) if text.startswith("!") else f"duration: 0.1 ms  statement: {text}"
            for text in statements
        )
    )
    events = log.events(cuts=() if cut is None else (cut,))
    return events.select("transaction", pl.col("commit_rank").is_not_null()).rows()


@pytest.mark.parametrize(
    "word",
    [
        "commit and chain",
        "end and chain",
        "commit work and chain",
        "commit; begin",
        "rollback; begin",
        "abort and chain",
        "rollback and chain",
    ],
)
def test_a_transaction_that_ends_with_and_chain_opens_the_next(word: str) -> None:
    """Both are separate transactions, for any end of a block."""
    commits = word.startswith(("commit", "end"))
    for cut in (None, *range(1, 8)):
        transactions = chain(
            "begin",
            "insert into t values (1)",
            word,
            "insert into t values (2)",
            word,
            "!select 1/0",
            word,
            "select 3",
            cut=cut,
        )
        assert [transaction for transaction, _ in transactions] == [0, 0, 0, 1, 1, 2, 2, 3], cut
        assert [committed for _, committed in transactions] == [
            False,
            False,
            commits,
            False,
            commits,
            False,
            False,
            False,
        ], cut


def test_a_failed_and_chain_opens_no_transaction() -> None:
    """Outside a transaction, or at a deferred constraint; and AND NO CHAIN opens nothing either."""
    assert [number for number, _ in chain("!commit and chain", "select 1", "select 2")] == [0, 1, 2]
    assert [number for number, _ in chain("begin", "select 1", "!commit and chain", "select 2", "select 3")] == [
        0,
        0,
        0,
        1,
        2,
    ]
    assert [number for number, _ in chain("begin", "commit and no chain", "select 2", "select 3")] == [0, 0, 1, 2]
    assert [number for number, _ in chain("begin", "commit and chain", "commit", "select 3")] == [0, 0, 1, 2]
