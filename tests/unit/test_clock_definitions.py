"""Definitions with production's time: which clock expressions of views, functions and policies are replaced, and which definitions are not."""

from __future__ import annotations

import pytest

from pgrehearse.workload.sql.clock_definitions import own_definition, production_definition, production_expression
from pgrehearse.workload.sql.parse_tree import statements

TODAY = "CAST(pgrehearse.now() AS pg_catalog.date)"


def function(declared: str, body: str, returns: str = "void", arguments: str = "a timestamptz") -> str:
    return f"CREATE FUNCTION f({arguments}) RETURNS {returns} LANGUAGE plpgsql AS $function$\ndeclare {declared}\nbegin\n{body}\nend $function$\n"


COMMANDS = [
    ("CREATE VIEW v AS SELECT now(), a FROM t", 'CREATE VIEW v AS SELECT pgrehearse.now() AS "now", a FROM t'),
    (
        "CREATE VIEW v AS SELECT 1 WHERE age(b) > '1 d' AND age(b, c) > '1 d'",
        "CREATE VIEW v AS SELECT 1 WHERE pgrehearse.age(b) > '1 d' AND age(b, c) > '1 d'",
    ),
    (
        "ALTER POLICY p ON t USING (at > now()) WITH CHECK (day = CURRENT_DATE)",
        f"ALTER POLICY p ON t USING (at > pgrehearse.now()) WITH CHECK (day = {TODAY})",
    ),
    (
        "CREATE FUNCTION f(a timestamptz DEFAULT now()) RETURNS date LANGUAGE sql RETURN CURRENT_DATE",
        f"CREATE FUNCTION f(a timestamptz DEFAULT pgrehearse.now()) RETURNS date LANGUAGE sql RETURN {TODAY}",
    ),
    (
        "CREATE FUNCTION f() RETURNS date LANGUAGE sql BEGIN ATOMIC SELECT clock_timestamp() AS at; END",
        "CREATE FUNCTION f() RETURNS date LANGUAGE sql BEGIN ATOMIC SELECT pgrehearse.clock() AS at; END",
    ),
]


@pytest.mark.parametrize(("definition", "expected"), COMMANDS, ids=[text for text, _ in COMMANDS])
def test_a_command_is_changed_at_its_clock_expressions(definition: str, expected: str) -> None:
    """Nothing else changes, and PostgreSQL's grammar accepts the result."""
    assert production_definition(definition, "sql").text == expected
    assert statements(expected.encode()) is not None


def test_a_body_gets_other_quotes_where_it_contains_them() -> None:
    definition = "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'select ''$function$'', now() /* now() */'"
    expected = "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $xfunction$select '$function$', pgrehearse.now() AS \"now\" /* now() */$xfunction$"
    assert production_definition(definition, "sql").text == expected


BODIES = [
    ("d date := current_date;", "null;", f"d date := {TODAY};", "null;"),
    ("d constant timestamptz not null default now();", "null;", "d constant timestamptz not null default pgrehearse.now();", "null;"),
    ("c cursor for select * from t where at > now();", "null;", "c cursor for select * from t where at > pgrehearse.now();", "null;"),
    ("n int;", "select count(*) into strict n from t where at > now();", "n int;", "select count(*) into strict n from t where at > pgrehearse.now();"),
    ("d date;", "select into d now();", "d date;", 'select into d pgrehearse.now() AS "now";'),
    ("d date;", "insert into t values (now()) returning now() into d;", "d date;", 'insert into t values (pgrehearse.now()) returning pgrehearse.now() AS "now" into d;'),
    ("d date;", "d := now() + '1 d'; -- now()", "d date;", "d := pgrehearse.now() + '1 d'; -- now()"),
    ("", "raise notice 'now() %', now();", "", "raise notice 'now() %', pgrehearse.now();"),
    ("r record;", "for r in select current_date from t loop null; end loop;", "r record;", f'for r in select {TODAY} AS "current_date" from t loop null; end loop;'),
    ("", "perform app.now(), pg_catalog.now();", "", 'perform app.now(), pgrehearse.now() AS "now";'),
    ("", "execute 'select $1' using now(), localtimestamp(3);", "", "execute 'select $1' using pgrehearse.now(), CAST(pgrehearse.now() AS timestamp(3) without time zone);"),
    ("", "while clock_timestamp() < a loop null; end loop;", "", "while pgrehearse.clock() < a loop null; end loop;"),
    ("", "if now() > a then return; elsif statement_timestamp() > a then return; end if;", "", "if pgrehearse.now() > a then return; elsif pgrehearse.started() > a then return; end if;"),
    ("", "begin null; exception when others then perform age(a);\nend;", "", 'begin null; exception when others then perform pgrehearse.age(a) AS "age";\nend;'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("declared", "body", "new_declared", "new_body"), BODIES, ids=[f"{one}{two}" for one, two, *_ in BODIES]
)
def test_a_body_in_plpgsql_is_changed_at_its_clock_expressions(
    declared: str, body: str, new_declared: str, new_body: str
) -> None:
    """Statements and expressions, in every place of the language; strings, comments and functions of other schemas stay."""
    made = production_definition(function(declared, body), "plpgsql")
    assert (made.text, made.fault) == (function(new_declared, new_body), "")


def test_the_function_of_a_trigger_is_changed() -> None:
    definition = function("", "new.updated_at = now(); return new;", "trigger", "")
    expected = function("", "new.updated_at = pgrehearse.now(); return new;", "trigger", "")
    assert production_definition(definition, "plpgsql").text == expected


FAULTS = [
    (function("", "execute 'select now()';"), "SQL that it puts together uses the clock"),
    (function("", "perform now(), timeofday();"), "it uses timeofday() or a literal like 'today'"),
    (function("d date := 'today'::date;", "null;"), "it uses timeofday() or a literal like 'today'"),
    (function("k app.kind := now();", "null;"), "PL/pgSQL's parser does not return all of its body"),
    (function("", "if now() > a then"), "PL/pgSQL's parser does not return all of its body"),
    ("CREATE VIEW v AS SELECT now() FROM", "PostgreSQL's grammar does not accept its definition"),
]


@pytest.mark.parametrize(("definition", "fault"), FAULTS)
def test_a_definition_that_cannot_be_changed_as_a_whole_stays(definition: str, fault: str) -> None:
    """It would read two clocks; the reason is returned."""
    made = production_definition(definition, "plpgsql")
    assert (made.text, made.fault) == ("", fault)


@pytest.mark.parametrize(
    "definition",
    [
        "CREATE VIEW v AS SELECT app.now(), 'now()' FROM t",
        function("n int;", "n := 1; execute 'select 1' into n; perform app.now(); -- current_date"),
        function("", "perform 1 from"),
        "CREATE FUNCTION f() RETURNS int LANGUAGE plperl AS 'now()'",
    ],
)
def test_a_definition_without_the_clock_stays(definition: str) -> None:
    made = production_definition(definition, "plpgsql" if "plpgsql" in definition else "plperl")
    assert (made.text, made.fault) == ("", "")


def test_a_default_is_changed() -> None:
    assert production_expression("(now() + '1 d'::interval)") == "(pgrehearse.now() + '1 d'::interval)"
    assert production_expression("now() + timeofday()::interval") is None
    assert production_expression("7") is None


def test_a_changed_definition_gets_postgresql_s_own_functions() -> None:
    """What a replay altered in between: only calls are renamed, at their places."""
    text = "CREATE VIEW v AS SELECT pgrehearse.now() AS a, 'pgrehearse.now()' FROM t WHERE age(pgrehearse.clock()) > pgrehearse.age(b)"
    expected = "CREATE VIEW v AS SELECT pg_catalog.now() AS a, 'pgrehearse.now()' FROM t WHERE age(pg_catalog.clock_timestamp()) > pg_catalog.age(b)"
    assert own_definition(text) == expected
