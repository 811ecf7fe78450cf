"""Whether a text is sent: by what it does, what the target's names do, and what the replay may do."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.commands.replay import command
from pgrehearse.param_types import WAYS_OUT
from pgrehearse.replay.prepare.skip_rules import REASONS, Chosen, DatabaseRules, Rules, SkipRules
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
        made = f"create function app.{name}() returns int language sql as $x${body}$x$"
        return Definition(Kind.FUNCTION, ("app", name), effects_of_function(made), of_row=of_row)

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
def test_names_do_what_their_definitions_do(sql: str, reading: str, writing: str) -> None:
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
def test_what_lifts_the_guard_is_left_out(sql: str, sent: bytes | str | None) -> None:
    """The rest of the statement stays: a transaction's isolation level, the other statements of its text."""
    expected = sent.encode() if isinstance(sent, str) else sent
    found = Decider(READS).decide(sql.encode())
    assert found.reason == ""
    assert (found.text or b"").replace(b"; ", b";").strip() == (expected or b"").replace(b"; ", b";").strip()
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
def test_the_guard_is_not_changed(sql: str) -> None:
    """Also when the first text of its form was harmless: values decide."""
    decider = Decider(READS)
    assert decider.decide(b"select set_config('search_path', 'x', true)").reason == ""
    assert "read-only" in decider.decide(sql.encode()).reason


def test_a_parameter_that_names_a_setting_decides() -> None:
    """Its value is looked at, event by event; one that is not known is refused."""
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
def test_a_syntax_error_is_sent_where_it_is_one_there_too(server: int, writes: bool, reason: str) -> None:
    """A grammar no younger than ours refuses what ours refuses; what is only too deep for us is not sent."""
    decider = Decider(Policy(writes=writes, server=server))
    assert reason in decider.decide(b"select from where").reason
    assert bool(decider.decide(b"select from where").reason) == bool(reason)
    assert decider.decide(b"select " + b"+".join([b"1"] * 64_000)).reason


def test_the_log_own_encoding_stays() -> None:
    """Texts are sent as they were logged."""
    for sql in (b"set client_encoding = 'LATIN1'", b"SET NAMES 'x'", b"reset client_encoding"):
        assert Decider(WRITES).decide(sql).reason == ENCODING


def test_what_is_allowed_by_name_is_sent() -> None:
    """With --writes; a read-only replay takes only what changes nothing. The mark and passwords are never sent."""
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


def test_the_command_knows_all_that_can_be_allowed() -> None:
    """As choices of --allow."""
    (option,) = (one for one in command.params if one.name == "allowed")
    assert set(option.type.choices) == {*ALLOWABLE, *WAYS_OUT}  # type: ignore[attr-defined]


def applied(rules: Rules, *events: tuple[str, str, str, bytes | None]) -> list[str]:
    """Return the reason of each event of one session: (action, sql, kind, prepared name)."""
    frame = pl.DataFrame(
        {
            "session": [0] * len(events),
            "action": [one[0] for one in events],
            "sql": [one[1].encode() for one in events],
            "kind": [one[2] for one in events],
            "prepared_name": [one[3] for one in events],
            "params": [[b"transaction_read_only"] if "$1" in one[1] else None for one in events],
            "truncated": [False] * len(events),
        },
        schema_overrides={"prepared_name": pl.Binary, "params": pl.List(pl.Binary)},
    )
    found = SkipRules(rules, pl.DataFrame({"session": [0], "user": ["clerk"], "database": ["shop"]})).applied(
        frame, Chosen()
    )
    return [REASONS[number] for number in found["skip"]]


def test_an_execute_goes_with_its_prepare() -> None:
    """SQL's PREPARE or the protocol's."""
    rules = Rules(READS)
    assert applied(
        rules, ("query", "prepare p as select 1", "prepare", None), ("query", "execute P", "execute", None)
    ) == ["", ""]
    refused = "it writes, and the replay is read-only"
    assert applied(
        rules,
        ("query", "prepare p as delete from t", "prepare", None),
        ("query", "explain analyze execute p", "explain", None),
    ) == [refused, refused]
    assert applied(rules, ("prepare", "delete from t", "delete", b"q"), ("query", 'execute "q"', "execute", None)) == [
        refused,
        refused,
    ]


def test_bound_parameters_decide_event_by_event() -> None:
    """The text alone does not."""
    rules = Rules(READS, {"other": DatabaseRules()}, {"shop": "other"})
    assert applied(rules, ("execute", "select set_config($1, 'off', true)", "select", None))[0].startswith(
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
    """Texts of one form share a decision only where constants decide nothing."""
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
def test_texts_that_differ_in_numbers_are_decided_alike(numbers: list[int], shape: str) -> None:
    """One decision for a form is each text's own."""
    filled = shape.replace("{}", "%s")
    count = filled.count("%s")
    texts = [filled % tuple((numbers * 3)[step : step + count]) for step in range(2)]
    rules = Rules(
        READS,
        {"shop": DatabaseRules((Definition(Kind.FUNCTION, ("pg_catalog", "nextval"), hazards=frozenset({"writes"})),))},
    )
    together = applied(rules, *(("query", text, "select", None) for text in texts))
    assert together == [reason for text in texts for reason in applied(rules, ("query", text, "select", None))]


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
def test_a_name_is_that_of_a_schema_in_its_sessions_path(before: str, sent: bool) -> None:
    """What no path of the session finds is not called; where the path is not known, any schema may be meant."""
    rules = Rules(WRITES, {"shop": DatabaseRules(definitions(), {"": frozenset({"public", USER})}, frozenset())})
    found = applied(rules, ("query", before, "set", None), ("query", "select inner_one()", "select", None))
    assert (found[1] == "") == sent
    assert applied(rules, ("query", before, "set", None), ("query", "select app.inner_one()", "select", None))[1]


def test_a_text_in_another_encoding_keeps_its_bytes() -> None:
    """What is left of a text is as it was logged."""
    found = Decider(READS).decide("select 'é'; set transaction_read_only = off; select 'à'".encode("latin-1"))
    assert (found.text or b"").replace(b"; ", b";") == "select 'é';select 'à'".encode("latin-1")


def test_a_text_too_deep_to_hold_is_unparsed_not_the_end() -> None:
    """The parser of shapes gives up before its stack does."""
    sql = "select " + "+".join(["1"] * 64_000)
    assert parse(sql, "select ?").kind == "unparsed"
    assert parse("insert into t values " + ", ".join(["(1, 'a')"] * 20_000), "insert").kind == "insert"


def test_sessions_that_share_connections_share_their_paths() -> None:
    """Behind a pooler a SET of one session is another's: any schema may be meant."""
    databases = {"shop": DatabaseRules(definitions(), {"": frozenset({"public"})})}
    assert applied(Rules(WRITES, databases), ("query", "select inner_one()", "select", None)) == [""]
    assert applied(Rules(WRITES, databases, shared=True), ("query", "select inner_one()", "select", None)) != [""]
