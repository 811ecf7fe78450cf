"""What one text shows about ids: how many it draws, and where it has ids that were drawn before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pgrehearse.workload.generated.code_draws import Trigger, drawn, read_code, with_code
from pgrehearse.workload.generated.facts import CodeColumn, CodeDraw, DatabaseIds, IdColumn, Sequence
from pgrehearse.workload.generated.rules import MANY, draw_rules, sequence_named, use_rules
from pgrehearse.workload.generated.statement import read
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.value_places import Value

ORDERS, ITEMS, AUDIT = "public.orders_id_seq", "public.items_id_seq", "public.audit_numbers"
COLUMNS = {
    "public.orders": (IdColumn("id", 0, ORDERS, ORDERS, identity=True),),
    "public.items": (IdColumn("id", 0, ITEMS, ITEMS), IdColumn("order_id", 1, "", ORDERS)),
}


def sequence(name: str) -> Sequence:
    return Sequence("shop", name, [], 1, 1, 1, cycles=False, last=1, called=False)


IDS = DatabaseIds({name: sequence(name) for name in (ORDERS, ITEMS, AUDIT)}, COLUMNS, {"public.orders": (AUDIT,)})


def public(name: Name) -> str:
    return f"{name[0] or 'public'}.{name[1]}"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("insert into items (order_id) values ($1)", (1, 1)),
        ("insert into items (order_id) values ($1), ($2), (3)", (3, 3)),
        ("insert into items (id, order_id) values (default, 1), (7, 1)", (1, 1)),
        ("insert into items (id, order_id) values (7, 1)", None),
        ("insert into items values (default, 1)", (1, 1)),
        ("insert into items values (7, 1)", None),
        ("insert into items default values", (1, 1)),
        ("insert into items (order_id) select 5", (1, 1)),
        ("insert into items (order_id) select id from orders", (0, MANY)),
        ("insert into items (order_id) select 5 where exists (select 1)", (0, MANY)),
        ("insert into items (order_id) select unnest($1::int[])", (0, MANY)),
        ("insert into items (id, order_id) select id, 1 from orders", None),
        ("copy items (order_id) from stdin", (0, MANY)),
        ("copy items from stdin", None),
        ("insert into items (order_id) values (1) on conflict do nothing", (1, 1)),
        ("with o as (insert into items (order_id) values (1) returning id) select * from o", (1, 1)),
        ("update items set order_id = 4 where id = 5", None),
        ("not sql", None),
    ],
)
def test_draws_of_a_column(text: str, drawn: tuple[int, int] | None) -> None:
    """A row of VALUES draws one id unless it gives the value; the rows of a query or of COPY are not in the text."""
    rules = [rule for rule in draw_rules(read(text.encode()), public, IDS) if rule.sequence == ITEMS]
    assert [(rule.low, rule.high) for rule in rules] == ([drawn] if drawn else [])


@pytest.mark.parametrize(
    ("text", "array"),
    [
        ("insert into items (order_id) select * from unnest($1::int[])", 1),
        ("insert into items (order_id, note) select a, b from unnest($2::int[], $3::text[]) as t(a, b)", 2),
        ("insert into items (order_id) select unnest($1::int[])", 1),
        ("insert into items (order_id) select a from unnest($1::int[]) a where a > 5", 0),
        ("insert into items (order_id) select a from unnest($1::int[]) a, orders", 0),
        ("insert into items (order_id) select lower(a) from unnest($1::text[]) a", 0),
    ],
)
def test_draws_for_each_element_of_an_array(text: str, array: int) -> None:
    """An execution draws as many ids as the array has elements, if nothing else changes the number of rows."""
    (rule,) = [rule for rule in draw_rules(read(text.encode()), public, IDS) if rule.sequence == ITEMS]
    assert (rule.value.parameter, rule.value.many) == (array, array > 0)


def test_an_identity_draws_although_a_value_is_given() -> None:
    """OVERRIDING USER VALUE ignores the value."""
    text = b"insert into orders (id) overriding user value values (1), (2)"
    assert [(rule.sequence, rule.low) for rule in draw_rules(read(text), public, IDS) if rule.sure] == [(ORDERS, 2)]


def test_a_trigger_is_assumed_to_draw_once_a_row() -> None:
    """Conditions and loops in its function are not evaluated."""
    rules = draw_rules(read(b"insert into orders values (default), (default)"), public, IDS)
    assert [(rule.sequence, rule.low, rule.sure) for rule in rules] == [(ORDERS, 2, True), (AUDIT, 2, False)]


@pytest.mark.parametrize(
    ("text", "named", "drawn"),
    [
        ("select nextval('audit_numbers')", AUDIT, (1, 1)),
        ("select nextval('public.audit_numbers'::regclass)", AUDIT, (1, 1)),
        ("select nextval('audit_numbers') from generate_series(1, 5)", AUDIT, (0, MANY)),
        ("select nextval($1)", "", (1, 1)),
    ],
)
def test_draws_of_nextval(text: str, named: str, drawn: tuple[int, int]) -> None:
    """Without FROM it is called once; a parameter names the sequence in each execution."""
    (rule,) = draw_rules(read(text.encode()), public, IDS)
    assert (rule.sequence, (rule.low, rule.high)) == (named, drawn)


def test_a_quoted_name_of_a_sequence() -> None:
    """Names are folded or quoted as PostgreSQL does."""
    ids = DatabaseIds({'public."Odd_seq"': sequence('public."Odd_seq"'), "public.odd_seq": sequence("public.odd_seq")})
    assert sequence_named('"Odd_seq"', ids) == 'public."Odd_seq"'
    assert sequence_named("Odd_SEQ", ids) == "public.odd_seq"
    assert sequence_named("public.none", ids) == ""
    assert sequence_named("'; drop", ids) == ""


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("insert into items (order_id) values ($1), ($2)", [1, 2]),
        ("select * from orders where id = $1", [1]),
        ("select * from orders o join items i on i.order_id = o.id where o.id = $2", [2]),
        ("update orders set note = $1 where $2 = id", [2]),
        ("delete from items where order_id in ($1, $2)", [1, 2]),
        ("select * from items where order_id = any($1)", [1]),
        ("update items set order_id = $3 where note = $1", [3]),
        ("select * from orders where id > $1", []),
    ],
)
def test_uses_of_an_orders_id(text: str, parameters: list[int]) -> None:
    """Values of foreign keys and comparisons by equality."""
    rules = [rule for rule in use_rules(read(text.encode()), public, IDS) if rule.sequence == ORDERS]
    assert sorted(rule.value.parameter for rule in rules) == parameters


def test_an_array_holds_many_ids() -> None:
    """= ANY (array) is one value in the text."""
    (rule,) = use_rules(read(b"select from orders where id = any($1)"), public, IDS)
    assert rule.value == Value(parameter=1, many=True)


TRIGGER = """
create function f() returns trigger language plpgsql as $$
declare number bigint;
begin
    number := nextval('audit_numbers');
    insert into items (order_id) values (new.id);
    return new;
end $$"""


def test_what_the_code_of_a_trigger_draws() -> None:
    """Its INSERTs and its calls of nextval, in statements and in expressions."""
    code = read_code(TRIGGER, public)
    assert set(drawn(code, IDS)) == {CodeDraw(AUDIT, 1, 1), CodeDraw(ITEMS, 1, 1)}
    assert drawn(read_code("create function f() returns trigger language c as 'x', 'y'", public), IDS) == ()


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("insert into items (order_id) values (1); insert into items (order_id) values (2), (3);", (3, 3)),
        ("if a > 1 then insert into items (order_id) values (1); end if;", (0, MANY)),
        (
            "insert into items (order_id) values (1); if a > 1 then insert into items (order_id) values (1); end if;",
            (1, MANY),
        ),
        ("if a > 1 then return 1; end if; insert into items (order_id) values (1);", (0, MANY)),
        ("insert into items (order_id) select 1 from items;", (0, MANY)),
        ("insert into items (order_id) values (1); exception when others then null;", (0, MANY)),
        ("execute 'insert into items (order_id) values (1)';", None),
    ],
)
def test_how_many_ids_a_function_draws(body: str, count: tuple[int, int] | None) -> None:
    """Exactly as many as its own statements draw; what is inside a condition or a loop draws an unknown number."""
    code = read_code(f"create function f(a int) returns int language plpgsql as $$ begin {body} end $$", public)
    assert drawn(code, IDS) == ((CodeDraw(ITEMS, *count),) if count else ())


@pytest.mark.parametrize(
    "definition",
    [
        "create function f(a int) returns bigint language sql as $$ insert into items (order_id) values (a) returning id $$",
        "create function f(a int) returns bigint language sql begin atomic insert into items (order_id) values (a) returning id; end",
    ],
)
def test_functions_of_sql(definition: str) -> None:
    """With a text as their body, and with statements."""
    assert drawn(read_code(definition, public), IDS) == (CodeDraw(ITEMS, 1, 1),)


def test_functions_that_call_others() -> None:
    """A statement draws what the functions in it draw, and these what they and the triggers of their tables do."""
    inner = "create function f(a int) returns int language plpgsql as $$ begin insert into orders default values; return g(1); end $$"
    outer = "create function g(a int) returns int language sql as $$ select h(1) $$"
    last = "create function h(a int) returns int language sql as $$ insert into items (order_id) values (1) $$"
    functions = {name: (read_code(text, public),) for name, text in (("f", inner), ("g", outer), ("h", last))}
    trigger = Trigger("public.orders", read_code(TRIGGER, public), on_insert=True, on_change=False)
    ids = with_code(replace(IDS, inserting={}), [trigger], functions)
    found = draw_rules(read(b"select f(1)"), public, ids)
    assert {(one.sequence, one.low, one.high) for one in found} == {(ORDERS, 1, 1), (ITEMS, 2, 2), (AUDIT, 1, 1)}
    assert draw_rules(read(b"call f(1)"), public, ids) == found
    (many,) = draw_rules(read(b"select h(a) from items"), public, ids)
    assert (many.low, many.high) == (0, MANY)


@pytest.mark.parametrize(
    ("insert", "column"),
    [
        ("insert into audit (id, note) values (nextval('audit_numbers'), new.note)", ("id", 0)),
        ("insert into audit (note, id) values ('a', nextval('audit_numbers'::regclass)), ('b', nextval('audit_numbers'))", ("id", 1)),
        ("insert into audit values (new.id, nextval('public.audit_numbers')::integer)", ("", 1)),
        ("insert into audit (id, note) select nextval('audit_numbers'), o.note from orders o", ("id", 0)),
        ("insert into audit (id, note) values (nextval('audit_numbers'), 'a'), (7, 'b')", None),
        ("insert into audit (id, note) values (nextval('audit_numbers') + 1, 'a')", None),
        ("insert into audit (id, note) values (nextval('other'), 'a')", None),
        ("insert into audit (id, note) values (currval('audit_numbers'), 'a')", None),
        ("insert into audit (id, note) select nextval('audit_numbers'), 'a' union all select 1, 'b'", None),
    ],
)  # fmt: skip
def test_columns_that_code_gives_an_id(insert: str, column: tuple[str, int] | None) -> None:
    """Only a value that is the call itself, in every row: by the name of the column, or by its place."""
    body = f"begin if new.id > 1 then {insert}; end if; return new; end"
    definition = f"create function f() returns trigger language plpgsql as $$ {body} $$"
    trigger = Trigger("public.orders", read_code(definition, public), on_insert=True, on_change=False)
    expected = (CodeColumn("public.audit", *column, AUDIT),) if column else ()
    assert with_code(IDS, [trigger], {}).filled == expected
