"""The texts with which statements draw production's ids: INSERTs that name their ids, and calls of PostgreSQL's own nextval."""

from __future__ import annotations

import pytest

from pgrehearse.workload.sql.drawing_text import drawing_text
from pgrehearse.workload.sql.named_ids import DrawnColumn, NamedTable
from pgrehearse.workload.sql.parse_tree import statements
from pgrehearse.workload.sql.renamed_in_functions import rename_in_function

DRAW = "pgrehearse.draw('s'::regclass)"


def table(*, always: bool = False) -> NamedTable:
    return NamedTable("app", "t", ("id", "a", "B"), ("id", "a", '"B"'), (DrawnColumn("id", DRAW, always),))


NAMED = [
    ("insert into t (a) values ($1)", f"insert into t (id, a) values ({DRAW}, $1)"),
    ("insert into app.t(a)values((1)),(2) -- x", f"insert into app.t(id, a)values({DRAW}, (1)),({DRAW}, 2) -- x"),
    ("insert into t as x default values returning 1", f"insert into t as x (id) values ({DRAW}) returning 1"),
    ('insert into t ("B", id) values (1, default)', f'insert into t ("B", id) values (1, {DRAW})'),
    ("insert into t values (default, 1), (DEFAULT, 2)", f"insert into t (id, a) values ({DRAW}, 1), ({DRAW}, 2)"),
    (
        "insert into t (a) select b is distinct from c from u",
        f"insert into t (id, a) select {DRAW}, b is distinct from c from u",
    ),
    ("insert into t (a) select 'é', 2 where $1", f"insert into t (id, a) select {DRAW}, 'é', 2 where $1"),
    (
        "insert into t (a) select x from u group by x order by x, y limit 2",
        f"insert into t (id, a) select {DRAW}, x from u group by x order by x, y limit 2",
    ),
    (
        "insert into t (a) (select x from u group by 1 limit 2) on conflict do nothing",
        f"insert into t (id, a) select {DRAW}, q.* from ((select x from u group by 1 limit 2)) q on conflict do nothing",
    ),
    (
        "insert into t (a) select 1 union select 2 returning (id)",
        f"insert into t (id, a) select {DRAW}, q.* from (select 1 union select 2) q returning (id)",
    ),
    (
        "with n as (insert into t (a) table u returning *) select * from n",
        f"with n as (insert into t (id, a) select {DRAW}, q.* from (table u) q returning *) select * from n",
    ),
    ("prepare p as insert into t (a) values (1)", f"prepare p as insert into t (id, a) values ({DRAW}, 1)"),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[text for text, _ in NAMED])
def test_an_insert_names_the_ids_of_its_rows(text: str, expected: str) -> None:
    """Nothing else of the text changes, and PostgreSQL's grammar accepts the result."""
    named = table()
    made = drawing_text(text.encode(), {("", "t"): named, ("app", "t"): named})
    assert made.text.decode() == expected
    assert (made.named, made.left) == ((named,), ())
    assert statements(made.text) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("insert into t (a) values (1)", f"insert into t (id, a) overriding system value values ({DRAW}, 1)"),
        ("insert into t values (default)", f"insert into t (id) overriding system value values ({DRAW})"),
        (
            "insert into t (a) overriding system value select 1 from u",
            f"insert into t (id, a) overriding system value select {DRAW}, 1 from u",
        ),
    ],
)
def test_an_identity_that_is_always_generated_is_overridden(text: str, expected: str) -> None:
    made = drawing_text(text.encode(), {("", "t"): table(always=True)})
    assert made.text.decode() == expected


@pytest.mark.parametrize(
    "text",
    [
        "insert into t (a) overriding user value values (1)",
        "insert into t values (default), (5)",
        "insert into t (a) select distinct $1 from u",
        "copy t (a) from stdin",
        "merge into t using u on u.a = t.a when not matched then insert (a) values (1)",
        "insert into t select * from u",
    ],
)
def test_a_form_that_cannot_name_its_ids_is_counted(text: str) -> None:
    """Values of an identity that is always generated are refused by PostgreSQL, and have to be."""
    named = table(always=True)
    made = drawing_text(text.encode(), {("", "t"): named})
    assert (made.text, made.named, made.left) == (text.encode(), (), (named,))


@pytest.mark.parametrize(
    "text",
    [
        "insert into t (id, a) values (5, 1)",
        "insert into t select 1, 2 from u",
        "copy t (a, id) from stdin",
        "copy t to stdout",
        "update t set a = 1",
        "insert into other (a) values (1)",
        "not sql",
    ],
)
def test_a_statement_that_draws_no_id_stays(text: str) -> None:
    made = drawing_text(text.encode(), {("", "t"): table()})
    assert (made.text, made.named, made.left) == (text.encode(), (), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("select pg_catalog.nextval('s')", "select pgrehearse.nextval('s')"),
        ("select nextval('s'::regclass), currval($1::regclass)", "select pgrehearse.nextval('s'::regclass), pgrehearse.currval($1::regclass)"),
        ("select 'é', nextval(('s'::text)::regclass)", "select 'é', pgrehearse.nextval(('s'::text)::regclass)"),
        ("select pg_catalog . setval ('s', 5)", "select pgrehearse.setval ('s', 5)"),
        ("insert into u values (nextval(5::oid))", "insert into u values (pgrehearse.nextval(5::oid))"),
    ],
)  # fmt: skip
def test_a_call_of_postgresqls_own_function_is_replaced(text: str, expected: str) -> None:
    made = drawing_text(text.encode(), {})
    assert (made.text.decode(), made.calls > 0) == (expected, True)


@pytest.mark.parametrize(
    "text",
    [
        "select nextval('s')",
        "select nextval($1)",
        "select nextval('s'::text)",
        "not sql",
        "select app.nextval('s'::regclass)",
    ],
)
def test_a_call_with_a_text_finds_the_function_of_its_schema(text: str) -> None:
    assert drawing_text(text.encode(), {}).text == text.encode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("create table a (id int default nextval('s'))", "create table a (id int default pgrehearse.nextval('s'))"),
        ("alter table a alter b set default 1 + nextval('s')", "alter table a alter b set default 1 + pgrehearse.nextval('s')"),
        ("create view a as select nextval('s') from b", "create view a as select pg_catalog.nextval('s') from b"),
        ("create table a as select nextval('s') from b", "create table a as select nextval('s') from b"),
    ],
)  # fmt: skip
def test_a_stored_expression_does_not_call_a_function_that_is_dropped(text: str, expected: str) -> None:
    """A default is put back after the replay; a view calls PostgreSQL's own function."""
    assert drawing_text(text.encode(), {}).text.decode() == expected


FUNCTION = "create function f(a text) returns int8 language plpgsql as $x${}$x$"
BODIES = [
    (
        "declare n int8 := pg_catalog.nextval('s'); begin return nextval(a::regclass); end",
        "declare n int8 := pgrehearse.nextval('s'); begin return pgrehearse.nextval(a::regclass); end",
    ),
    (
        "declare n int8; begin select nextval('s'::regclass) + 1 into strict n; /* nextval('s'::regclass) */ return 1; end",
        "declare n int8; begin select pgrehearse.nextval('s'::regclass) + 1 into strict n; /* nextval('s'::regclass) */ return 1; end",
    ),
    (
        "begin if a = 'nextval' then perform mine.nextval('s'::regclass), pg_catalog.currval('s'); end if; end",
        "begin if a = ''nextval'' then perform mine.nextval(''s''::regclass), pgrehearse.currval(''s''); end if; end",
    ),
]


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_calls_in_a_pl_pgsql_body_are_replaced(body: str, expected: str) -> None:
    renamed = rename_in_function(FUNCTION.format(body), "plpgsql")
    assert renamed.definition is not None
    text = renamed.definition.replace("''", "'").split(" as ", 1)[1]
    assert text == f"'{expected.replace(chr(39) * 2, chr(39))}'"
    assert renamed.unread == ""


@pytest.mark.parametrize(
    ("body", "unread"),
    [
        ("begin return nextval('s'); end", False),
        ("begin execute 'select nextval(''s'')'; end", False),
        ("begin execute 'select pg_catalog.nextval(''s'')'; end", True),
        ("begin execute a; return nextval('s'); end", True),
        ("begin return nextval('s' end", True),
    ],
)
def test_a_body_that_may_still_call_postgresqls_own_function_is_named(body: str, *, unread: bool) -> None:
    renamed = rename_in_function(FUNCTION.format(body), "plpgsql")
    assert (renamed.definition, bool(renamed.unread)) == (None, unread)
