"""The ways in which a statement can call a function: each is an attempt that notifies a channel of its own name.

A notification passes the server's own guard of read-only transactions, in every version and for every role, so it shows
whatever was sent. The function that notifies is declared STABLE: the catalog says that it changes nothing.
"""

from __future__ import annotations

from tests.postgres.attempts import ALL, DYNAMIC_SQL, NOTIFY, WITH_CONTRIB, Attempt, Statement, may, no, ok

# What every rehearsed database holds; the harmless statements use it.
TEMPLATE = """
create table plain (id int primary key, who text);
insert into plain select n, 'row ' || n from generate_series(1, 10) n;
create table log (id serial primary key, who text not null);
create table documents (id int, body text, doc jsonb, words tsvector generated always as (to_tsvector('english'::regconfig, body)) stored);
insert into documents values (1, 'the quick fox', '{"a": [1, 2]}'), (2, 'a lazy dog', '{"a": []}');
create schema other;
create table other.only_here as select 1 as a;
create view plain_view as select id, who from plain;
create view view_of_view as select v.id, upper(v.who) as who from plain_view v where v.id > 1;
create materialized view kept as select count(*) as n from plain;
create table guarded (id int, tenant text);
insert into guarded values (1, 'one'), (2, 'two');
alter table guarded enable row level security;
create policy own on guarded using (tenant = current_setting('app.tenant', true)
  or tenant = (current_setting('request.jwt.claims', true)::json ->> 'tenant'));
create domain positive as int check (value > 0);
create type mood as enum ('sad', 'happy');
create table measured (at date, v int) partition by range (at);
create table measured_2026 partition of measured for values from ('2026-01-01') to ('2027-01-01');
create function doubled(int) returns int immutable language sql as 'select $1 * 2';
create function counted() returns bigint stable language sql as 'select count(*) from plain';
create function counted_atomic() returns bigint stable language sql begin atomic select count(*) from plain; end;
create function found(wanted int) returns text stable language plpgsql as $$
declare answer text;
begin
  select who into answer from plain where id = wanted;
  if answer is null then return 'none'; end if;
  return answer;
end $$;
create function listed() returns setof plain stable language plpgsql as $$ begin return query select * from plain; end $$;
create function owned(int) returns boolean stable security definer language sql as 'select exists (select from plain where id = $1)';
create function volatile_reader() returns bigint language sql as 'select count(*) from plain';
create function summed(int, int) returns int immutable language sql as 'select $1 + coalesce($2, 0)';
create aggregate own_sum (int) (sfunc = summed, stype = int, initcond = '0');
create operator <+> (leftarg = int, rightarg = int, function = summed);
grant usage on schema public, other to clerk;
grant select on all tables in schema public to clerk, tenant_role;
"""

NOTIFIES = """
create function @me@() returns int stable language plpgsql as $p$ begin perform pg_notify('@me@', 'x'); return 1; end $p$;
create function @me@(a int) returns int stable language plpgsql as $p$ begin perform pg_notify('@me@', 'x'); return 1; end $p$;
"""
_TYPE = (
    "create type @me@_t as (a int); create function @me@(@me@_t) returns int stable language sql as 'select @me@()';"
)
# A type with an order of its own: its comparison is a function that notifies.
_CLASS = (
    "create type @me@_t as (a int); "
    "create function @me@_cmp(@me@_t, @me@_t) returns int immutable language plpgsql as $c$ begin return @me@() * (($1).a - ($2).a); end $c$; "
    "create function @me@_lt(@me@_t, @me@_t) returns boolean immutable language sql as 'select @me@_cmp($1, $2) < 0'; "
    "create function @me@_eq(@me@_t, @me@_t) returns boolean immutable language sql as 'select @me@_cmp($1, $2) = 0'; "
    "create schema @me@; create operator @me@.<# (leftarg = @me@_t, rightarg = @me@_t, function = @me@_lt); "
    "create operator @me@.=# (leftarg = @me@_t, rightarg = @me@_t, function = @me@_eq); "
    "create operator class @me@.ops default for type @me@_t using btree as operator 1 @me@.<#, operator 3 @me@.=#, function 1 @me@_cmp(@me@_t, @me@_t);"
)
_DYNAMIC = frozenset({DYNAMIC_SQL, NOTIFY})


def wrapped(
    name: str,
    *statements: str | Statement,
    setup: str = "",
    user: str = "boss",
    allow: frozenset[str] = frozenset({NOTIFY}),
    versions: frozenset[int] = ALL,
    fails: frozenset[str] = frozenset(),
    notifies: bool = True,
) -> Attempt:
    """Return an attempt; a statement that is plain text must not be sent."""
    made = tuple(no(one) if isinstance(one, str) else one for one in statements)
    return Attempt("wrapped", f"w_{name}", made, (NOTIFIES if notifies else "") + setup, user, versions, allow, fails)


def body(
    name: str, language: str, text: str, *, clauses: str = "", allow: frozenset[str] = frozenset({NOTIFY})
) -> Attempt:
    """Return an attempt that calls a STABLE function with this body; in its text ``notify`` is the call."""
    filled = text.replace("NOTIFY", "pg_notify('@me@', 'x')")
    made = f"create function @me@_body() returns int stable language {language} {clauses} as $body$ {filled} $body$;"
    return wrapped(f"body_{name}", "select @me@_body()", setup=made, allow=allow)


CALLS = (
    wrapped("plain", "select @me@()"),
    wrapped("upper", "SELECT @me@ ( )"),
    wrapped("quoted", 'select "@me@"()'),
    wrapped("unicode", 'select U&"w\\005funicode"()'),
    wrapped("unicode_escape", "select U&\"w!005funicode_escape\" uescape '!' ()"),
    wrapped("qualified", 'select public."@me@"()'),
    wrapped("three_parts", "select @database@.public.@me@()"),
    wrapped("builtin", "select pg_notify('@me@', 'x')"),
    wrapped("builtin_quoted", "select \"pg_notify\"('@me@', 'x')"),
    wrapped("builtin_unicode", "select U&\"pg\\005fnotify\"('@me@', 'x')"),
    wrapped("builtin_qualified", "select pg_catalog . pg_notify /* ( */ ('@me@', 'x')"),
    wrapped("builtin_parameters", no("select pg_notify($1, $2)", "w_builtin_parameters", "x")),
    wrapped("builtin_three_parts", "select @database@.pg_catalog.pg_notify('@me@', 'x')"),
    wrapped("parameters", no("select @me@($1::int)", "5")),
    wrapped("named_argument", "select @me@(a => 5)"),
    wrapped(
        "variadic",
        "select @me@_v(1, 2)",
        setup="create function @me@_v(variadic int[]) returns int stable language sql as 'select @me@()';",
    ),
    wrapped(
        "default_argument",
        "select @me@_d()",
        setup="create function @me@_d(a int default @me@()) returns int immutable language sql as 'select a';",
    ),
    wrapped(
        "attribute",
        "select (p).w_attribute from plain p limit 1",
        setup="create function @me@(plain) returns int stable language sql as 'select @me@()';",
    ),
    wrapped(
        "attribute_of_table",
        "select p.w_attribute_of_table from plain p limit 1",
        setup="create function @me@(plain) returns int stable language sql as 'select @me@()';",
    ),
    wrapped(
        "operator",
        "select 1 operator(@me@.#) 2",
        setup="create schema @me@; create function @me@.f(int, int) returns boolean stable language sql as 'select pg_catalog.int4eq(public.@me@(), 1)'; create operator @me@.# (leftarg = int, rightarg = int, function = @me@.f);",
    ),
    wrapped(
        "operator_by_path",
        ok("set search_path = w_operator_by_path, pg_catalog"),
        "select 1 # 2",
        setup="create schema @me@; create function @me@.f(int, int) returns boolean stable language sql as 'select pg_catalog.int4eq(public.@me@(), 1)'; create operator @me@.# (leftarg = int, rightarg = int, function = @me@.f);",
    ),
    wrapped(
        "operator_prefix",
        "select !!!! 3",
        setup="create function @me@_o(int) returns int stable language sql as 'select @me@()'; create operator !!!! (rightarg = int, function = @me@_o);",
    ),
    wrapped(
        "operator_any",
        "select 1 ==== any (array[1, 2])",
        setup="create function @me@_o(int, int) returns boolean stable language sql as 'select @me@() = 1'; create operator ==== (leftarg = int, rightarg = int, function = @me@_o);",
    ),
    wrapped(
        "shadowed_builtin",
        ok("set search_path = w_shadowed_builtin, pg_catalog"),
        "select initcap('a')",
        setup="create schema @me@; create function @me@.initcap(text) returns text stable language sql as 'select public.@me@()::text';",
    ),
    wrapped(
        "shadowed_by_role_setting",
        "select reverse('A')",
        user="shadowed",
        setup="create schema @me@; grant usage on schema @me@ to public; create function @me@.reverse(text) returns text stable language sql as 'select public.@me@()::text'; do $$ begin if not exists (select from pg_roles where rolname = 'shadowed') then create role shadowed login; end if; end $$; alter role shadowed set search_path = @me@, pg_catalog;",
    ),
    wrapped(
        "cast_explicit",
        "select row(1)::@me@_t::int",
        setup=_TYPE + "create cast (@me@_t as int) with function @me@(@me@_t);",
    ),
    wrapped(
        "cast_function_form",
        "select cast(row(1)::@me@_t as int)",
        setup=_TYPE + "create cast (@me@_t as int) with function @me@(@me@_t);",
    ),
    wrapped(
        "cast_implicit",
        "select pg_catalog.abs(row(1)::@me@_t)",
        setup=_TYPE + "create cast (@me@_t as int) with function @me@(@me@_t) as implicit;",
    ),
    wrapped("domain", "select 5::@me@_d", setup="create domain @me@_d as int check (@me@(value) > 0);"),
    wrapped(
        "domain_parameter",
        no("select $1::w_domain_parameter_d", "5"),
        setup="create domain @me@_d as int check (@me@(value) > 0);",
    ),
    wrapped(
        "domain_in_result",
        "select * from @me@_f()",
        setup="create domain @me@_d as int check (@me@(value) > 0); create function @me@_f() returns @me@_d immutable language sql as 'select 5';",
    ),
    wrapped(
        "domain_in_json",
        "select * from json_to_record('{\"a\": 5}') as x(a @me@_d)",
        setup="create domain @me@_d as int check (@me@(value) > 0);",
    ),
    wrapped(
        "domain_of_domain",
        "select array[5]::@me@_e[]",
        setup="create domain @me@_d as int check (@me@(value) > 0); create domain @me@_e as @me@_d;",
    ),
    wrapped(
        "policy",
        "select * from @me@_table",
        user="clerk",
        setup="create table @me@_table as select 1 as a; alter table @me@_table enable row level security; create policy p on @me@_table using (@me@() = 1); grant select on @me@_table to clerk;",
    ),
    wrapped(
        "policy_behind_view",
        "select * from @me@_view",
        user="clerk",
        versions=ALL,
        setup="create table @me@_table as select 1 as a; alter table @me@_table enable row level security; create policy p on @me@_table using (@me@() = 1); create view @me@_view with (security_invoker = true) as select * from @me@_table; grant select on @me@_table, @me@_view to clerk;",
    ),
    wrapped("view", "select * from @me@_view", setup="create view @me@_view as select @me@() as a;"),
    wrapped("view_table_command", "table @me@_view", setup="create view @me@_view as select @me@() as a;"),
    wrapped(
        "view_of_view",
        "select count(*) from @me@_3",
        setup="create view @me@_1 as select @me@() as a; create view @me@_2 as select a from @me@_1; create view @me@_3 as select a from @me@_2 where a = 1;",
    ),
    wrapped("view_quoted", 'select * from "@me@ View"', setup='create view "@me@ View" as select @me@() as a;'),
    wrapped(
        "view_in_subquery", "select (select a from @me@_view)", setup="create view @me@_view as select @me@() as a;"
    ),
    wrapped(
        "view_over_shadowed_table",
        ok("set search_path = w_view_over_shadowed_table, public"),
        "select * from @me@_table",
        setup="create table @me@_table (a int); create schema @me@; create view @me@.@me@_table as select public.@me@() as a;",
    ),
    wrapped(
        "view_inherited",
        "select * from @me@_parent",
        setup="create table @me@_parent (a int); create table @me@_child () inherits (@me@_parent); insert into @me@_child values (1); alter table @me@_child enable row level security; alter table @me@_parent enable row level security; create policy p on @me@_parent using (@me@() = 1); grant select on @me@_parent to clerk;",
        user="clerk",
    ),
    wrapped(
        "aggregate",
        "select @me@_agg(id) from plain",
        setup="create function @me@_s(int, int) returns int stable language sql as 'select @me@()'; create aggregate @me@_agg(int) (sfunc = @me@_s, stype = int, initcond = '0');",
    ),
    wrapped(
        "aggregate_final",
        "select @me@_agg(id) from plain",
        setup="create aggregate @me@_agg(int) (sfunc = summed, stype = int, initcond = '0', finalfunc = @me@);",
    ),
    wrapped("aggregate_filter", "select count(*) filter (where @me@() = 1) from plain"),
    wrapped(
        "aggregate_window",
        "select @me@_agg(id) over (order by id) from plain",
        setup="create function @me@_s(int, int) returns int stable language sql as 'select @me@()'; create aggregate @me@_agg(int) (sfunc = @me@_s, stype = int, initcond = '0');",
    ),
    wrapped("aggregate_ordered", "select array_agg(id order by @me@()) from plain"),
    wrapped(
        "window_frame", "select sum(id) over (order by id rows between @me@() preceding and current row) from plain"
    ),
    wrapped("window_partition", "select sum(id) over (partition by @me@()) from plain"),
    wrapped("order_by", "select id from plain order by @me@()"),
    wrapped(
        "order_by_using",
        "select id from plain order by id using operator(@me@.<<<)",
        setup="create schema @me@; create function @me@.lt(int, int) returns boolean immutable language sql as 'select $1 < $2'; create function @me@.cmp(int, int) returns int stable language plpgsql as $c$ begin return public.@me@() * (case when $1 < $2 then -1 when $1 > $2 then 1 else 0 end); end $c$; create operator @me@.<<< (leftarg = int, rightarg = int, function = @me@.lt); create operator @me@.=== (leftarg = int, rightarg = int, function = @me@.lt); create operator class @me@.ops for type int using btree as operator 1 @me@.<<<, operator 3 @me@.===, function 1 @me@.cmp(int, int);",
    ),
    wrapped("from", "select * from @me@()"),
    wrapped("rows_from", "select * from rows from (generate_series(1, 2), @me@())"),
    wrapped("lateral", "select p.id, f from plain p cross join lateral @me@(p.id) f"),
    wrapped("values", "values (1), (@me@())"),
    wrapped("limit", "select id from plain limit @me@()"),
    wrapped("offset", "select id from plain offset @me@()"),
    wrapped("where", "select id from plain where id > @me@()"),
    wrapped("having", "select who from plain group by who having count(*) >= @me@()"),
    wrapped("group_by", "select count(*) from plain group by @me@(id)"),
    wrapped("distinct_on", "select distinct on (@me@(id)) id from plain"),
    wrapped("join", "select a.id from plain a join plain b on a.id = b.id and @me@() = 1"),
    wrapped("case", "select case when @me@() = 1 then 1 else 2 end"),
    wrapped("coalesce", "select coalesce(null, @me@())"),
    wrapped("array", "select array[1, @me@()]"),
    wrapped("array_subscript", "select (array[1, 2])[@me@()]"),
    wrapped("row", "select row(1, @me@())"),
    wrapped("exists", "select exists (select @me@())"),
    wrapped("in", "select 1 in (2, @me@())"),
    wrapped("cte", "with c as materialized (select @me@() as a) select * from c"),
    wrapped(
        "cte_recursive",
        "with recursive c(n) as (select @me@() union all select n + 1 from c where n < 2) select * from c",
    ),
    wrapped("union", "select 1 union select @me@()"),
    wrapped("tablesample", "select count(*) from plain tablesample bernoulli (@me@())"),
    wrapped("argument_of_builtin", "select * from generate_series(1, @me@())"),
    wrapped("for_json", "select json_build_object('a', @me@())"),
    wrapped(
        "order_by_default_class",
        "select a from (values (row(1)::@me@_t), (row(2)::@me@_t)) v(a) order by a",
        setup=_CLASS,
    ),
    wrapped(
        "distinct_by_default_class",
        "select distinct a from (values (row(1)::@me@_t), (row(2)::@me@_t)) v(a)",
        setup=_CLASS,
    ),
    wrapped("array_by_default_class", "select array[row(1)::@me@_t] < array[row(2)::@me@_t]", setup=_CLASS),
    wrapped("greatest_by_default_class", "select greatest(row(1)::@me@_t, row(2)::@me@_t)", setup=_CLASS),
    wrapped(
        "window_by_default_class",
        "select rank() over (order by a) from (values (row(1)::@me@_t), (row(2)::@me@_t)) v(a)",
        setup=_CLASS,
    ),
    wrapped(
        "range_by_class",
        "select @me@_r(row(1)::@me@_t, row(2)::@me@_t)",
        setup=_CLASS + "create type @me@_r as range (subtype = @me@_t);",
    ),
    wrapped(
        "partition_pruned_by_class",
        "select * from @me@_p where a operator(@me@.=#) row(1)::@me@_t",
        setup=_CLASS
        + "create function @me@_h(@me@_t, bigint) returns bigint immutable language plpgsql as $c$ begin return @me@(); end $c$; create operator class @me@_hash for type @me@_t using hash as operator 1 @me@.=#, function 2 @me@_h(@me@_t, bigint); create table @me@_p (a @me@_t) partition by hash (a @me@_hash); create table @me@_p0 partition of @me@_p for values with (modulus 2, remainder 0);",
    ),
    wrapped(
        "aggregate_moving",
        "select @me@_agg(id) over (order by id rows between 1 preceding and current row) from plain",
        setup="create function @me@_s(int, int) returns int stable language sql as 'select @me@()'; create aggregate @me@_agg(int) (sfunc = summed, stype = int, initcond = '0', msfunc = @me@_s, minvfunc = @me@_s, mstype = int, minitcond = '0');",
    ),
    wrapped(
        "domain_in_json_table",
        "select * from json_table('{\"a\": 5}', '$' columns (a @me@_d path '$.a'))",
        setup="create domain @me@_d as int check (@me@(value) > 0);",
        versions=frozenset({18}),
    ),
    wrapped(
        "domain_in_json_value",
        "select json_value('5', '$' returning @me@_d)",
        setup="create domain @me@_d as int check (@me@(value) > 0);",
        versions=frozenset({18}),
    ),
    wrapped(
        "domain_in_record",
        "select json_populate_record(null::@me@_t, '{\"a\": 5}')",
        setup="create domain @me@_d as int check (@me@(value) > 0); create type @me@_t as (a @me@_d);",
    ),
    wrapped(
        "domain_in_array_text", "select '{5}'::@me@_d[]", setup="create domain @me@_d as int check (@me@(value) > 0);"
    ),
    wrapped("domain_typed_literal", "select @me@_d '5'", setup="create domain @me@_d as int check (@me@(value) > 0);"),
    wrapped("prepared", "prepare w_prepared as select @me@()", "execute w_prepared"),
    wrapped("prepared_quoted", 'prepare "W p" as select @me@()', 'execute "W p"'),
    wrapped(
        "prepared_argument",
        ok("prepare w_prepared_argument(int) as select $1 + 1"),
        "execute w_prepared_argument(@me@())",
    ),
    wrapped("prepared_after_comment", "/* it's */ prepare w_pac as select @me@()", "/* isn't */ execute w_pac"),
    wrapped("prepared_explained", "prepare w_pe as select @me@()", "explain analyze execute w_pe"),
    wrapped(
        "prepared_anew",
        ok("prepare w_pa as select 1"),
        ok("execute w_pa"),
        ok("deallocate w_pa"),
        "prepare w_pa as select @me@()",
        "execute w_pa",
    ),
    wrapped("prepared_case", "PREPARE W_CASED AS SELECT @me@()", 'execute "w_cased"'),
    wrapped("explained", "explain analyze select @me@()"),
    wrapped("explained_options", "explain (analyze true, format json) select @me@()"),
    # The planner calls a stable function to estimate a condition, though nothing is executed.
    wrapped("explained_only", "explain select id from plain where id < @me@()"),
    wrapped("cursor", may("begin"), "declare c cursor for select @me@()", may("fetch c"), may("commit")),
    wrapped("cursor_hold", may("begin"), "declare c cursor with hold for select @me@()", may("commit"), may("fetch c")),
    wrapped("copy_query", "copy (select @me@()) to stdout"),
    wrapped(
        "copy_view",
        "copy (select * from @me@_view) to stdout with csv",
        setup="create view @me@_view as select @me@() as a;",
    ),
    wrapped("several", "select 1; select @me@()"),
    wrapped("several_in_transaction", "begin; select @me@(); commit"),
    wrapped("several_after_comment", "select 1 /* ; */; -- it's\nselect @me@();"),
    wrapped("comment_apostrophe", "/* don't */ select @me@()"),
    wrapped("comment_nested", "/* a /* b */ c */ select @me@()"),
    wrapped("comment_line", "-- it's a line\nselect @me@() -- isn't it"),
    wrapped("comment_inside", "select /* ' */ @me@ /* ' */ ( /* ) */ )"),
    wrapped("comment_in_string", "select '/*', @me@(), '*/'"),
    wrapped("dollar_quotes", "select $$'$$, @me@(), $q$'$q$"),
    wrapped("escaped_string", "select E'\\'', @me@(), E'\\''"),
    wrapped("doubled_string", "select 'a''', @me@(), ''''"),
    wrapped("quoted_identifier", 'select @me@() as "it\'s --"'),
    wrapped("unicode_string", "select U&'\\0027', @me@()"),
    wrapped("do", "do $$ begin perform @me@(); end $$"),
    wrapped("do_string", "do 'begin perform @me@(); end'"),
    wrapped("do_language_first", "do language plpgsql $x$ begin perform @me@(); end $x$"),
    wrapped("do_dynamic", "do $$ begin execute 'select w_do' || '_dynamic()'; end $$", allow=_DYNAMIC),
    wrapped("call", "call @me@_p()", setup="create procedure @me@_p() language sql as 'select @me@()';"),
    wrapped(
        "call_plpgsql",
        "call @me@_p()",
        setup="create procedure @me@_p() language plpgsql as $$ begin perform @me@(); end $$;",
    ),
    wrapped(
        "call_commits",
        "call @me@_p()",
        setup="create procedure @me@_p() language plpgsql as $$ begin commit; perform @me@(); commit; end $$;",
    ),
    wrapped("call_argument", "call @me@_p(@me@())", setup="create procedure @me@_p(a int) language sql as 'select a';"),
    wrapped(
        "cursor_of_function",
        may("begin"),
        "select @me@_c()",
        may('fetch "<unnamed portal 1>"'),
        may("commit"),
        fails=frozenset({"34000", "25P02"}),
        setup="create function @me@_c() returns refcursor stable language plpgsql as $$ declare c refcursor; begin open c for select @me@(); fetch c into c; return c; end $$;",
    ),
    wrapped("listen", may("listen w_listen"), "notify w_listen"),
    wrapped("notify_commented", "/* it's */ notify w_notify_commented, 'x'"),
    wrapped("notify_quoted", 'notify "w_notify_quoted"'),
    wrapped("in_transaction", may("begin"), ok("select 1"), "select @me@()", ok("select 2"), may("commit")),
    wrapped(
        "after_savepoint",
        may("begin"),
        may("savepoint s"),
        "select @me@()",
        may("rollback to s"),
        "select @me@()",
        may("commit"),
    ),
)

BODIES = (
    body("sql", "sql", "select 1 from (select NOTIFY) x"),
    body("sql_calls", "sql", "select @me@()"),
    body("sql_last", "sql", "select NOTIFY; select 1"),
    body("perform", "plpgsql", "begin perform NOTIFY; return 1; end"),
    body("quoted", "plpgsql", "begin perform \"pg_notify\"('@me@', 'x'); return 1; end"),
    body("assignment", "plpgsql", "declare t text; begin t := NOTIFY; return 1; end"),
    body("declared", "plpgsql", "declare t text := NOTIFY; begin return 1; end"),
    body("returned", "plpgsql", "begin return @me@(); end"),
    body("condition", "plpgsql", "begin if @me@() = 1 then return 1; end if; return 2; end"),
    body("loop", "plpgsql", "begin for i in 1..@me@() loop null; end loop; return 1; end"),
    body("for_query", "plpgsql", "declare r record; begin for r in select NOTIFY loop null; end loop; return 1; end"),
    body(
        "exception",
        "plpgsql",
        "begin perform 1 / 0; return 0; exception when division_by_zero then perform NOTIFY; return 1; end",
    ),
    body("raise", "plpgsql", "begin raise debug '%', @me@(); return 1; end"),
    body("assert", "plpgsql", "begin assert @me@() = 1; return 1; end"),
    body("case", "plpgsql", "begin case @me@() when 1 then return 1; else return 2; end case; end"),
    body(
        "cursor",
        "plpgsql",
        "declare c cursor for select @me@(); a int; begin open c; fetch c into a; close c; return a; end",
    ),
    body("execute_constant", "plpgsql", "begin execute 'select pg_notify(''@me@'', ''x'')'; return 1; end"),
    body("execute_quoted", "plpgsql", "begin execute $q$ select \"pg_notify\"('@me@', 'x') $q$; return 1; end"),
    body(
        "execute_built",
        "plpgsql",
        "begin execute 'select pg_' || 'notify($1, $2)' using '@me@', 'x'; return 1; end",
        allow=_DYNAMIC,
    ),
    body(
        "execute_format",
        "plpgsql",
        "begin execute format('select %I(%L, %L)', 'pg_notify', '@me@', 'x'); return 1; end",
        allow=_DYNAMIC,
    ),
    body(
        "execute_variable",
        "plpgsql",
        "declare q text := 'select @me@()'; begin execute q; return 1; end",
        allow=_DYNAMIC,
    ),
    body(
        "for_execute",
        "plpgsql",
        "declare r record; begin for r in execute 'select ' || '@me@()' loop null; end loop; return 1; end",
        allow=_DYNAMIC,
    ),
    body(
        "open_execute",
        "plpgsql",
        "declare c refcursor; a int; begin open c for execute 'select ' || '@me@()'; fetch c into a; return a; end",
        allow=_DYNAMIC,
    ),
    body(
        "query_execute",
        "plpgsql",
        "declare a int; begin execute 'select ' || '@me@()' into a; return a; end",
        allow=_DYNAMIC,
    ),
    body("definer", "plpgsql", "begin perform NOTIFY; return 1; end", clauses="security definer"),
    body("sets", "plpgsql", "begin perform NOTIFY; return 1; end", clauses="set default_transaction_read_only = off"),
    wrapped(
        "body_declared_immutable",
        "select @me@_body()",
        setup="create function @me@_body() returns int immutable language plpgsql as $b$ begin perform pg_notify('@me@', 'x'); return 1; end $b$;",
    ),
    wrapped(
        "body_atomic",
        "select @me@_body()",
        setup="create function @me@_body() returns int stable language sql begin atomic select @me@(); end;",
    ),
    wrapped(
        "body_return_expression",
        "select @me@_body()",
        setup="create function @me@_body() returns int stable language sql return @me@();",
    ),
    wrapped(
        "body_three_deep",
        "select @me@_3()",
        setup="create function @me@_1() returns int stable language sql as 'select @me@()'; create function @me@_2() returns int stable language plpgsql as $$ begin return @me@_1(); end $$; create function @me@_3() returns int immutable language sql as 'select @me@_2()';",
    ),
    wrapped(
        "body_reads_view",
        "select @me@_body()",
        setup="create view @me@_view as select @me@() as a; create function @me@_body() returns int stable language sql as 'select a from @me@_view';",
    ),
    wrapped(
        "body_overloaded",
        "select @me@_o('x'::text)",
        setup="create function @me@_o(int) returns int immutable language sql as 'select 1'; create function @me@_o(text) returns int stable language sql as 'select @me@()';",
    ),
    wrapped(
        "body_by_search_path",
        "select @me@_body()",
        setup="create schema @me@; create function @me@_g(int) returns int immutable language sql as 'select 1'; create function @me@.@me@_g(int) returns int stable language sql as 'select public.@me@()'; create function @me@_body() returns int stable language plpgsql set search_path = @me@, pg_catalog as $$ begin return @me@_g(1); end $$;",
    ),
    wrapped(
        "body_returns_query_execute",
        "select * from @me@_body()",
        allow=_DYNAMIC,
        setup="create function @me@_body() returns setof int stable language plpgsql as $$ begin return query execute 'select ' || '@me@()'; end $$;",
    ),
    wrapped(
        "body_argument_is_sql",
        "select @me@_body('select @me@()')",
        allow=_DYNAMIC,
        setup="create function @me@_body(q text) returns int stable language plpgsql as $$ declare a int; begin execute q into a; return a; end $$;",
    ),
)

TEXTS = (
    wrapped(
        "text_query_to_xml",
        "select query_to_xml('select @me@()', true, false, '')",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
    ),
    wrapped(
        "text_query_to_xml_parameter",
        no("select query_to_xml($1, true, false, '')", "select w_text_query_to_xml_parameter()"),
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
    ),
    wrapped(
        "text_query_to_xml_quoted",
        "select \"query_to_xml\"('select @me@()', true, false, '')",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
    ),
    wrapped(
        "text_query_and_schema",
        "select query_to_xml_and_xmlschema('select @me@()', true, false, '')",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
    ),
    wrapped(
        "text_table_to_xml",
        "select table_to_xml('@me@_view', true, false, '')",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
        setup="create view @me@_view as select @me@() as a;",
    ),
    wrapped(
        "text_cursor_to_xml",
        may("begin"),
        "declare c cursor for select @me@()",
        may("select cursor_to_xml('c', 1, true, false, '')"),
        may("commit"),
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
    ),
    wrapped(
        "text_schema_to_xml",
        "select schema_to_xml('@me@', true, false, '')",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
        setup="create schema @me@; create view @me@.v as select public.@me@() as a;",
    ),
    wrapped("text_ts_stat", "select * from ts_stat('select to_tsvector(@me@()::text)')", allow=_DYNAMIC),
    wrapped(
        "text_ts_rewrite",
        "select ts_rewrite('a'::tsquery, 'select to_tsquery(@me@()::text), to_tsquery(''b'')')",
        allow=_DYNAMIC,
    ),
    wrapped(
        "text_crosstab",
        "select * from crosstab('select 1, 1, @me@()') as c(a int, b int)",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
    ),
    wrapped(
        "text_crosstab_hash",
        "select * from crosstab('select 1, 1, 1', 'select @me@()') as c(a int, b int)",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
    ),
    wrapped(
        "text_connectby",
        "select * from connectby('@me@_view', 'a', 'b', '1', 0) as c(a text, b text, l int)",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
        setup="create view @me@_view as select @me@()::text as a, '1'::text as b where false union all select @me@()::text, '0';",
    ),
    wrapped(
        "text_xpath_table",
        "select * from xpath_table('a', 'x', '@me@_view', '/a', 'true') as t(a int, x text)",
        allow=_DYNAMIC,
        versions=WITH_CONTRIB,
        setup="create view @me@_view as select @me@() as a, '<a/>'::text as x;",
    ),
)

WRAPPED = (*CALLS, *BODIES, *TEXTS)
