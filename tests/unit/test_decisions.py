"""Whether a text is sent: by its effects, by the definitions of the target's names, and by the replay's policy."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.commands.replay import command
from pgrehearse.param_types import WAYS_OUT
from pgrehearse.replay.prepare.skip_rules import REASONS, DatabaseRules, Rules, SkipRules, StatementSelection
from pgrehearse.replay.prepare.statement_rules import ENCODING, Decider, Policy
from pgrehearse.workload.catalog.hazards import Definition, Hazards, Kind, closed
from pgrehearse.workload.sql.builtin_functions import ALLOWABLE
from pgrehearse.workload.sql.find_effects import effects_of, effects_of_function
from pgrehearse.workload.sql.parser import parse
from pgrehearse.workload.sql.search_path import USER

READS, WRITES = Policy(writes=False, server=18), Policy(writes=True, server=18)


def definitions() -> tuple[Definition, ...]:
    """A database with a foreign table behind a view, functions, a trigger, a domain, an operator."""

    def function(name: str, body: str, *, of_row: bool = False) -> Definition:
        text = f"create function app.{name}() returns int language sql as $x${body}$x$"
        return Definition(Kind.FUNCTION, ("app", name), effects_of_function(text), of_row=of_row)

    def relation(name: str, query: str) -> list[Definition]:
        return [Definition(kind, ("app", name), effects_of(query.encode())) for kind in (Kind.READ, Kind.WRITE)]

    return (
        Definition(Kind.READ, ("app", "remote"), hazards=frozenset({"foreign-table"})),
        Definition(Kind.FUNCTION, ("ext", "dblink"), hazards=frozenset({"dblink"})),
        function("calls_out", "select ext.dblink('x')"),
        function("inner_one", "select app.calls_out()"),
        function("of_row", "select app.inner_one()", of_row=True),
        function("changes", "insert into app.plain values (1) returning 1"),
        function("calm", "select 1"),
        function("loops", "select app.loops(), app.calm()"),
        *relation("v", "select * from app.remote"),
        *relation("vv", "select app.calm(), a from app.v"),
        *relation("t", "select 1"),
        Definition(Kind.WRITE, ("app", "t"), effects_of(b"select app.inner_one()")),
        Definition(Kind.TYPE, ("app", "kind"), effects_of(b"select app.changes()")),
        Definition(Kind.OPERATOR, ("app", "##"), effects_of(b"select app.changes()")),
    )


@pytest.mark.parametrize(
    ("sql", "reading", "writing"),
    [
        ("select calm()", "", ""),
        ("select app.loops()", "", ""),
        ("select other.inner_one()", "", ""),
        ("select * from t", "", ""),
        ("select inner_one()", "dblink", "dblink"),
        ("select of_row from t", "", ""),
        ("select t.of_row from t", "dblink", "dblink"),
        ("select (t).of_row from t", "dblink", "dblink"),
        ("select * from vv", "foreign-table", "foreign-table"),
        ("insert into t values (1)", "dblink", "dblink"),
        ("delete from app.t", "dblink", "dblink"),
        ("select changes()", "writes", ""),
        ("select 1::app.kind", "writes", ""),
        ("select 1 ## 2", "writes", ""),
        ("select 1 operator(app.##) 2", "writes", ""),
        ("select nextval('s')", "", ""),
        ("create table x (a kind)", "writes", ""),
    ],
)
def test_a_name_has_the_hazards_of_its_definition(sql: str, reading: str, writing: str) -> None:
    """Behind views, functions in functions, functional notation, triggers, domains and operators."""
    hazards = closed(definitions()).of(effects_of(sql.encode()))
    assert READS.refuses(hazards) == reading
    assert WRITES.refuses(hazards) == writing


@pytest.mark.parametrize(
    ("sql", "sent"),
    [
        ("BEGIN READ WRITE", b"BEGIN"),
        (
            "begin isolation level serializable, read write, deferrable",
            b"BEGIN ISOLATION LEVEL SERIALIZABLE, DEFERRABLE",
        ),
        (
            "start transaction read write, isolation level repeatable read",
            b"START TRANSACTION ISOLATION LEVEL REPEATABLE READ",
        ),
        ("begin read only", None),
        (
            "set transaction isolation level read committed, read write, not deferrable",
            b"SET TRANSACTION ISOLATION LEVEL READ COMMITTED, NOT DEFERRABLE",
        ),
        (
            "set session characteristics as transaction isolation level serializable, read write",
            b"SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE",
        ),
        ("begin; set transaction_read_only = off; select 'ü'", "begin; select 'ü'"),
        ("select 'üü'; reset transaction_read_only; select 'ü'", "select 'üü'; select 'ü'"),
        ("set names 'latin1'; select 1", b" select 1"),
    ],
)
def test_commands_that_make_the_session_writable_are_removed(sql: str, sent: bytes | str | None) -> None:
    """The rest of the text is sent: a transaction's isolation level, other statements."""
    expected = sent.encode() if isinstance(sent, str) else sent
    decision = Decider(READS).decide(sql.encode())
    assert decision.reason == ""
    assert (decision.text or b"").replace(b"; ", b";").strip() == (expected or b"").replace(b"; ", b";").strip()
    if "names" not in sql:
        assert Decider(WRITES).decide(sql.encode()).text is None


@pytest.mark.parametrize(
    "sql",
    [
        "set default_transaction_read_only = off",
        'SET "Transaction_Read_Only" = 0',
        "reset transaction_read_only",
        "set transaction read write",
        "select set_config('TRANSACTION_read_only', 'off', true)",
        "select set_config(lower('x'), 'off', true)",
        "set local default_transaction_read_only to default",
    ],
)
def test_a_statement_that_changes_the_read_only_guard_is_not_sent(sql: str) -> None:
    """Also when the first text of its form was harmless: the decision depends on the values."""
    decider = Decider(READS)
    assert decider.decide(b"select set_config('search_path', 'x', true)").reason == ""
    assert "read-only" in decider.decide(sql.encode()).reason


def test_a_decision_depends_on_a_parameter_that_is_the_name_of_a_setting() -> None:
    """The value of each event is checked; an unknown one is refused."""
    decider, sql = Decider(READS), b"select set_config($1, $2, false)"
    assert decider.decide(sql).parameters == (1,)
    assert decider.decide(sql, {1: b"search_path", 2: b"a"}).reason == ""
    for value in (b"Default_Transaction_Read_Only", b"transaction_read_only"):
        assert decider.decide(sql, {1: value}).reason
    assert decider.decide(sql, {2: b"a"}).reason


@pytest.mark.parametrize(
    ("server", "writes", "reason"),
    [
        (18, True, ""),
        (15, False, ""),
        (19, True, "--allow unparsed"),
        (13, True, "--allow unparsed"),
        (0, False, "read-only"),
    ],
)
def test_a_syntax_error_is_sent_where_the_server_refuses_it_too(server: int, writes: bool, reason: str) -> None:
    """A grammar that is not newer than the parser's refuses what the parser refuses; a text that is only too deep for the parser is not sent."""
    decider = Decider(Policy(writes=writes, server=server))
    assert reason in decider.decide(b"select from where").reason
    assert bool(decider.decide(b"select from where").reason) == bool(reason)
    assert decider.decide(b"select " + b"+".join([b"1"] * 64_000)).reason


def test_a_change_of_the_client_encoding_is_not_sent() -> None:
    """Texts are sent as they were logged."""
    for sql in (b"set client_encoding = 'LATIN1'", b"SET NAMES 'x'", b"reset client_encoding"):
        assert Decider(WRITES).decide(sql).reason == ENCODING


def test_a_hazard_that_is_allowed_by_name_is_sent() -> None:
    """With --writes; a read-only replay sends only what changes nothing. Statements on the mark and passwords are never sent."""
    assert not Decider(Policy(writes=True, allowed=frozenset({"notify"}))).decide(b"notify c").reason
    assert Decider(Policy(writes=False, allowed=frozenset({"notify"}))).decide(b"notify c").reason
    assert (
        not Decider(Policy(writes=False, allowed=frozenset({"advisory"})), advisory())
        .decide(b"select pg_advisory_lock(1)")
        .reason
    )
    everything = Decider(Policy(writes=True, allowed=frozenset(ALLOWABLE), server=18))
    assert everything.decide(b"delete from pgrehearse.mark").reason
    assert everything.decide(b"create role x password 'y'").reason == "it sets a password"


def advisory() -> Hazards:
    return closed([Definition(Kind.FUNCTION, ("pg_catalog", "pg_advisory_lock"), hazards=frozenset({"advisory"}))])


def test_the_command_has_all_hazards_that_can_be_allowed() -> None:
    """As choices of --allow."""
    (option,) = (parameter for parameter in command.params if parameter.name == "allow")
    assert set(option.type.choices) == {*ALLOWABLE, *WAYS_OUT}  # type: ignore[attr-defined]


def reasons(rules: Rules, *events: tuple[str, str, str, bytes | None]) -> list[str]:
    """Return the reason of each event of one session: (action, sql, kind, prepared name)."""
    frame = pl.DataFrame(
        {
            "session": [0] * len(events),
            "action": [event[0] for event in events],
            "sql": [event[1].encode() for event in events],
            "kind": [event[2] for event in events],
            "prepared_name": [event[3] for event in events],
            "params": [[b"transaction_read_only"] if "$1" in event[1] else None for event in events],
            "truncated": [False] * len(events),
        },
        schema_overrides={"prepared_name": pl.Binary, "params": pl.List(pl.Binary)},
    )
    decided = SkipRules(rules, pl.DataFrame({"session": [0], "user": ["clerk"], "database": ["shop"]})).apply(
        frame, StatementSelection()
    )
    return [REASONS[number] for number in decided["skip"]]


def test_an_execute_is_skipped_with_its_prepare() -> None:
    """By SQL's PREPARE or by the protocol's."""
    rules = Rules(READS)
    assert reasons(
        rules, ("query", "prepare p as select 1", "prepare", None), ("query", "execute P", "execute", None)
    ) == ["", ""]
    refused = "it writes, and the replay is read-only"
    assert reasons(
        rules,
        ("query", "prepare p as delete from t", "prepare", None),
        ("query", "explain analyze execute p", "explain", None),
    ) == [refused, refused]
    assert reasons(rules, ("prepare", "delete from t", "delete", b"q"), ("query", 'execute "q"', "execute", None)) == [
        refused,
        refused,
    ]


def test_a_decision_on_bound_parameters_is_made_for_each_event() -> None:
    """The text alone is not sufficient."""
    rules = Rules(READS, {"other": DatabaseRules()}, {"shop": "other"})
    assert reasons(rules, ("execute", "select set_config($1, 'off', true)", "select", None))[0].startswith(
        "it changes what keeps"
    )


@given(
    st.lists(
        st.sampled_from(
            [
                "1",
                "'a'",
                "x",
                "f(2)",
                "'it''s'",
                "$$q$$",
                "(select 3)",
                "now()",
                "pg_notify('a', 'b')",
                "set_config('a', 'b', true)",
                "set_config('transaction_read_only', 'off', true)",
                "'pgrehearse'",
                "E'\\x70'",
                "nextval('s')",
            ]
        ),
        min_size=1,
        max_size=5,
    )
)
def test_a_decision_does_not_depend_on_what_was_decided_before(values: list[str]) -> None:
    """Texts of one form share a decision only where it does not depend on constants."""
    hazards = closed([Definition(Kind.FUNCTION, ("pg_catalog", "pg_notify"), hazards=frozenset({"notify"}))])
    shared = Decider(READS, hazards)
    for value in (*values, *reversed(values)):
        text = f"select {value}".encode()
        assert shared.decide(text) == Decider(READS, hazards).decide(text)


@given(
    st.lists(st.integers(0, 10**20), min_size=4, max_size=4),
    st.sampled_from(
        [
            "update t set a = a + {} where id = {}",
            "select {}.{}, -{}, ({},{})",
            "select 'x {} y' limit {}",
            "select set_config('a', ' {}', true), nextval('s {}')",
            "select x'{}', b'{}', e'\\{}', \"{}\"",
            "select t{}.c{} from t{}",
            "insert into p_{} values ({})",
            "select f_{}({}), ${} /* {} */ -- {}",
        ]
    ),
)
def test_texts_that_differ_in_numbers_have_their_own_decisions(numbers: list[int], shape: str) -> None:
    """The decision for a form is the same as that for each text."""
    filled = shape.replace("{}", "%s")
    count = filled.count("%s")
    texts = [filled % tuple((numbers * 3)[step : step + count]) for step in range(2)]
    rules = Rules(
        READS,
        {"shop": DatabaseRules((Definition(Kind.FUNCTION, ("pg_catalog", "nextval"), hazards=frozenset({"writes"})),))},
    )
    together = reasons(rules, *(("query", text, "select", None) for text in texts))
    assert together == [reason for text in texts for reason in reasons(rules, ("query", text, "select", None))]


@pytest.mark.parametrize(
    ("before", "sent"),
    [
        ("select 1", True),
        ("set search_path = public, other", True),
        ("set search_path = app, public", False),
        ('set local search_path = "app"', False),
        ("select set_config('search_path', 'public, app', false)", False),
        ("select set_config('search_path', 'public', false)", True),
        ("select set_config('search_path', 'a' || 'pp', false)", False),
        ("select set_config('work_mem', 'x', false)", True),
        ("set role somebody", True),
        ("select set_config('search_' || 'path', 'app', false)", False),
        ("do $$ begin execute x; end $$", False),
        ("reset search_path", True),
    ],
)
def test_a_name_is_resolved_by_the_sessions_search_path(before: str, sent: bool) -> None:
    """A function outside the session's path is not called; with an unknown path it may be in any schema."""
    rules = Rules(WRITES, {"shop": DatabaseRules(definitions(), {"": frozenset({"public", USER})}, frozenset())})
    result = reasons(rules, ("query", before, "set", None), ("query", "select inner_one()", "select", None))
    assert (result[1] == "") == sent
    assert reasons(rules, ("query", before, "set", None), ("query", "select app.inner_one()", "select", None))[1]


def test_a_text_in_another_encoding_keeps_its_bytes() -> None:
    """The rest of the text is unchanged."""
    decision = Decider(READS).decide("select 'é'; set transaction_read_only = off; select 'à'".encode("latin-1"))
    assert (decision.text or b"").replace(b"; ", b";") == "select 'é';select 'à'".encode("latin-1")


def test_a_text_that_is_too_deep_for_the_parser_is_unparsed() -> None:
    """The parser stops before its stack is exhausted."""
    sql = "select " + "+".join(["1"] * 64_000)
    assert parse(sql, "select ?").kind == "unparsed"
    assert parse("insert into t values " + ", ".join(["(1, 'a')"] * 20_000), "insert").kind == "insert"


def test_sessions_that_share_connections_share_their_paths() -> None:
    """Behind a pooler a SET of one session applies to others: a function may be in any schema."""
    databases = {"shop": DatabaseRules(definitions(), {"": frozenset({"public"})})}
    assert reasons(Rules(WRITES, databases), ("query", "select inner_one()", "select", None)) == [""]
    assert reasons(Rules(WRITES, databases, shared=True), ("query", "select inner_one()", "select", None)) != [""]
