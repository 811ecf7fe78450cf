"""Types of parameters: by the form of logged values, by position, by comparison of parse trees, and from --types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.replay.plan.types_file import read_fixed_types
from pgrehearse.replay.prepare.spool import ParameterTypes, _typed
from pgrehearse.replay.types.logged_parameters import untyped_names
from pgrehearse.replay.types.positions import plain_parameters, without_null_tests
from pgrehearse.replay.types.tree_comparison import Comparer, Routine, Routines, tree_of
from pgrehearse.replay.types.value_formats import (
    BOOL,
    BYTEA,
    CIDR,
    DATE,
    FLOAT4,
    FLOAT8,
    INET,
    INT2,
    INT4,
    INT8,
    INTERVAL,
    JSON,
    JSONB,
    MACADDR,
    NUMERIC,
    TEXT,
    TIME,
    TIMESTAMP,
    TIMESTAMPTZ,
    TIMETZ,
    UUID,
    Form,
    LoggedValues,
    logged_values,
)
from pgrehearse.workload.sql.comments import without_comments

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = [INT4, INT8, NUMERIC, FLOAT8]


@pytest.mark.parametrize(
    ("texts", "candidates"),
    [
        (["5"], [*NUMBER, INT2, TEXT]),
        (["-32768"], [*NUMBER, INT2, TEXT]),
        (["40000"], [*NUMBER, TEXT]),
        (["2147483647"], [*NUMBER, TEXT]),
        (["-2147483648"], [*NUMBER, TEXT]),
        (["2147483648"], [INT8, NUMERIC, FLOAT8, TEXT]),
        (["92233720368547758070"], [NUMERIC, TEXT]),
        (["5", "2.5"], [NUMERIC, FLOAT8, TEXT]),
        (["5", "2.50"], [NUMERIC, TEXT]),
        (["1e+20"], [FLOAT8, TEXT]),
        (["-0"], [FLOAT8, TEXT]),
        (["0.00001"], [NUMERIC, TEXT]),
        (["NaN"], [NUMERIC, FLOAT8, TEXT]),
        (["02134"], [TEXT]),
        (["5", "abc"], [TEXT]),
        ([""], [TEXT]),
        (["t", "f"], [BOOL, TEXT]),
        (["true"], [TEXT]),
        (["2026-11-24"], [DATE, TEXT]),
        (["2026-11-24 10:00:00"], [TIMESTAMP, TEXT]),
        (["2026-11-24 10:00:00.5+05:30"], [TIMESTAMPTZ, TEXT]),
        (["2026-11-24", "infinity"], [DATE, TEXT]),
        (["01:00:00"], [INTERVAL, TIME, TEXT]),
        (["01:00:00", "1 day"], [INTERVAL, TEXT]),
        (["-1 days +23:00:03"], [INTERVAL, TEXT]),
        (["P1DT2H"], [INTERVAL, TEXT]),
        (["01:00:00+02"], [TIMETZ, TEXT]),
        (["8b2f0e0a-1b1e-4a5c-9d9e-1a2b3c4d5e6f"], [UUID, TEXT]),
        (["\\x01ff", "\\x"], [BYTEA, TEXT]),
        (["\\x01f"], [TEXT]),
        (["10.0.0.1"], [INET, TEXT]),
        (["10.0.0.0/8"], [CIDR, INET, TEXT]),
        (["::1"], [INET, TEXT]),
        (["08:00:2b:01:02:03"], [MACADDR, TEXT]),
        (["[1]"], [JSONB, JSON, TEXT]),
        (['{"a": 1}'], [JSONB, JSON, TEXT]),
        (["{1,2}"], [1007, 1016, 1231, 1022, 1005, 1009, TEXT]),
        (["{a,NULL}"], [1009, TEXT]),
        (["{t}"], [1000, 1009, TEXT]),
        ([None], [TEXT]),
        ([None, "5"], [*NUMBER, INT2, TEXT]),
    ],
)
def test_candidates_are_the_types_that_write_all_values_in_this_form(
    texts: list[str | None], candidates: list[int]
) -> None:
    assert logged_values(texts).candidates() == candidates


@pytest.mark.parametrize(
    ("text", "fits", "others"),
    [
        ("7", {INT2, INT4, INT8, NUMERIC, FLOAT8, FLOAT4, TEXT, JSONB}, {DATE, INTERVAL, BOOL, UUID, BYTEA, 1007}),
        ("2026-11-24", {DATE, TEXT}, {TIMESTAMP, TIMESTAMPTZ, INT4, JSONB}),
        ("01:00:00", {INTERVAL, TIME}, {TIMESTAMPTZ, DATE}),
        ("{1,2}", {1007, 1009, 1231}, {1182, INT4, JSONB}),
        ("abc", {TEXT, 99999}, {INT4, BYTEA, 1009, JSONB}),
    ],
)
def test_a_type_fits_if_it_writes_values_in_this_form(text: str, fits: set[int], others: set[int]) -> None:
    """An unknown type (an enumeration) may write any form."""
    logged = logged_values([text])
    assert {oid for oid in fits | others if logged.fits(oid)} == fits


def test_a_driver_may_send_each_value_with_another_type() -> None:
    """A 5 among values such as 2.5 may have been sent as an integer."""
    assert logged_values(["5", "2.5"]).likely() == [NUMERIC, FLOAT8, TEXT, INT4, INT8, INT2]


@pytest.mark.parametrize(
    ("sql", "numbers"),
    [
        (
            b"select * from t where a = $1 and b in ($2, $3) and c between $4 and $5 and d like $6 limit $7 offset $8",
            set(range(1, 9)),
        ),
        (b"insert into t values ($1, $2 + 1), ($3, $4) on conflict (a) do update set b = $5", {1, 3, 4, 5}),
        (b"update t set a = $1, b = b + $2 where id = any($3) and $4 is null", {1, 3, 4}),
        (b"select $1 / 2, $2::int, f($3), coalesce($4, 0), $5 = $6, $7", {2}),
        (b"select * from t where a = $1 and f($1)", set()),
        (b"not sql $1", set()),
    ],
)
def test_plain_parameters_are_those_in_plain_positions_only(sql: bytes, numbers: set[int]) -> None:
    assert plain_parameters(sql) == numbers


@pytest.mark.parametrize(
    ("sql", "bare"),
    [
        (b"/*route='/a'*/ select $1 -- x\n", b"select $1"),
        (b"select '/* no */' /* /* nested */ */, $1", b"select '/* no */'  , $1"),
        (b"select $1", b"select $1"),
        ("/* a */ select 'ä'".encode("latin-1"), "select 'ä'".encode("latin-1")),
    ],
)
def test_texts_that_differ_in_comments_are_one_text(sql: bytes, bare: bytes) -> None:
    assert without_comments(sql) == bare


@pytest.mark.parametrize(
    ("sql", "bare"),
    [
        (
            b"select 1 from t where ($1 is null or a = $1) and $12 is not null",
            b"select 1 from t where (NULL is null or a = $1) and NULL is not null",
        ),
        ("select 'ä', $1 is null".encode(), "select 'ä', NULL is null".encode()),
        ("select 'ä', $1 is null".encode("latin-1"), "select 'ä', NULL is null".encode("latin-1")),
        (b"select $1", b"select $1"),
        (b"no sql $1", b"no sql $1"),
    ],
)
def test_a_test_for_null_is_replaced(sql: bytes, bare: bytes) -> None:
    assert without_null_tests(sql) == bare


ROUTINES = Routines(
    {
        1: Routine("=", (INT4, INT4)),
        2: Routine("=", (INT4, INT8)),
        3: Routine("/", (INT4, INT4)),
        4: Routine("/", (NUMERIC, NUMERIC)),
        5: Routine("->", (JSONB, INT4)),
        6: Routine("->", (JSONB, TEXT)),
        7: Routine("+", (INT4, INT4)),
        8: Routine("+", (FLOAT8, FLOAT8)),
        9: Routine("+", (NUMERIC, NUMERIC)),
    },
    {
        1: Routine("md5", (TEXT,)),
        2: Routine("md5", (BYTEA,)),
        3: Routine("to_jsonb", (2283,)),
        4: Routine("concat", (2276,)),
    },
)


def select(expression: str) -> str:
    return f"{{QUERY :commandType 1 :jointree {{FROMEXPR :quals {expression}}} :targetList <>}}"


def operator(number: int, kind: int, result: int) -> str:
    return select(
        f"{{OPEXPR :opno {number} :opresulttype {result} :args ({{VAR :vartype 23}} {{PARAM :paramid 1 :paramtype {kind}}})}}"
    )


def function(number: int, kind: int) -> str:
    return select(
        f"{{FUNCEXPR :funcid {number} :funcresulttype 25 :funcformat 0 :args ({{PARAM :paramid 1 :paramtype {kind}}})}}"
    )


def parameter(kind: int) -> str:
    return f"{{PARAM :paramid 1 :paramtype {kind}}}"


def operation(number: int, kind: int) -> str:
    return f"{{OPEXPR :opno {number} :opresulttype {kind} :args ({parameter(kind)} {parameter(kind)})}}"


def cast(inner: str, kind: int, precision: int = 0) -> str:
    more = f" {{CONST :consttype 23 :constvalue {precision}}}" if precision else ""
    return f"{{FUNCEXPR :funcid 7 :funcresulttype {kind} :funcformat 2 :args ({inner}{more})}}"


def stored(expression: str) -> str:
    return f"{{QUERY :commandType 2 :targetList ({{TARGETENTRY :expr {expression}}})}}"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (operator(1, INT4, BOOL), operator(2, INT8, BOOL), True),
        (operator(3, INT4, INT4), operator(4, NUMERIC, NUMERIC), False),
        (operator(5, INT4, JSONB), operator(6, TEXT, JSONB), False),
        (operator(7, INT4, INT4), operator(8, FLOAT8, FLOAT8), True),
        (operator(9, NUMERIC, NUMERIC), operator(8, FLOAT8, FLOAT8), False),
        (function(1, TEXT), function(2, BYTEA), False),
        (function(3, INT4), function(3, NUMERIC), True),
        (function(3, INT4), function(3, TEXT), False),
        (function(4, INT4), function(4, TEXT), True),
        (function(99, INT4), function(98, TEXT), False),
        (stored(operation(9, NUMERIC)), stored(cast(operation(8, FLOAT8), NUMERIC)), False),
        (
            stored(cast(operation(9, NUMERIC), NUMERIC, 4)),
            stored(cast(cast(operation(8, FLOAT8), NUMERIC), NUMERIC, 4)),
            True,
        ),
        (stored(cast(operation(7, INT4), TEXT)), stored(cast(operation(8, FLOAT8), TEXT)), True),
        (stored(parameter(TEXT)), stored(cast(parameter(BOOL), TEXT)), False),
        (select("{NULLTEST :arg {PARAM :paramtype 23}}"), select("{NULLTEST :arg {PARAM :paramtype 25}}"), True),
    ],
)
def test_two_trees_have_the_same_meaning(first: str, second: str, same: bool) -> None:
    left, right = tree_of(first), tree_of(second)
    assert left is not None
    assert right is not None
    assert Comparer(ROUTINES, logged_values(["5"])).same_meaning(left, right) == same


def test_an_incomplete_tree_is_none() -> None:
    assert tree_of("{QUERY :a {B :c 1}") is None
    assert tree_of("") is None
    assert tree_of('{A :b "x \\" y" :c 4 [ 1 0 ] :d (1 2)}') == {
        "": "A",
        "b": '"x \\" y"',
        "c": "4 [ 1 0 ]",
        "d": ["1", "2"],
    }


@pytest.mark.parametrize(
    ("name", "untyped"),
    [
        (b"__asyncpg_stmt_1__", True),
        (b"__asyncpg_stmt_a3__", True),
        (b"stmtcache_" + b"0" * 48, True),
        (b"lrupsc_1_0", True),
        (b"pdo_stmt_00000001", True),
        (b"P0_1", True),
        (b"_pg3_0", False),
        (b"S_1", False),
        (b"s1", False),
        (b"", False),
    ],
)
def test_drivers_that_leave_types_to_the_server_are_recognized_by_statement_names(name: bytes, untyped: bool) -> None:
    frame = pl.DataFrame({"prepared_name": [name]}, schema={"prepared_name": pl.Binary})
    assert frame.select(untyped_names(pl.col("prepared_name"))).item() == untyped


def test_a_row_that_was_logged_without_values_has_no_types() -> None:
    """libpq refuses types without values; a parse has them."""
    frame = pl.DataFrame(
        {"session": [1, 1, 1, 2], "sql": [b"x"] * 4, "params": [[b"1"], None, None, [b"1"]], "code": [3, 3, 1, 3]},
        schema={"session": pl.Int32, "sql": pl.Binary, "params": pl.List(pl.Binary), "code": pl.UInt8},
    )
    types = ParameterTypes(
        pl.DataFrame(
            {"session": [1, 2], "representative": [1, 2]}, schema={"session": pl.Int32, "representative": pl.Int32}
        ),
        pl.DataFrame(
            {"representative": [1], "sql": [b"x"], "types": [[23]]},
            schema={"representative": pl.Int32, "sql": pl.Binary, "types": pl.List(pl.Int64)},
        ),
    )
    assert _typed(frame, types)["types"].to_list() == [[23], None, [23], None]


def test_a_file_of_types_is_read_as_toml_or_json(tmp_path: Path) -> None:
    toml, json = tmp_path / "types.toml", tmp_path / "types.json"
    toml.write_text(
        '[[types]]\nquery = "ab"\nparameter = 2\ntype = "numeric"\n[[types]]\nsql = "select $1 / 2"\nparameter = 1\ntype = "int8"\n'
    )
    json.write_text(
        '{"types": [{"query": "ab", "parameter": 2, "type": "numeric"}, {"sql": "select $1 / 2", "parameter": 1, "type": "int8"}]}'
    )
    oids = {"numeric": NUMERIC, "int8": INT8}
    for path in (toml, json):
        fixed = read_fixed_types(path)
        assert fixed.of(b"select $2", (), "ab", oids.__getitem__) == {2: NUMERIC}
        assert fixed.of(b"select $1 / 2", (b"/* x */ select $1 / 2",), "cd", oids.__getitem__) == {1: INT8}
        assert fixed.of(b"select $1 / 3", (), "cd", oids.__getitem__) == {}
    with pytest.raises(BadInput, match="no type 'numeric'"):
        fixed.of(b"select $2", (), "ab", lambda _: 0)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("x", "types.toml"),
        ("a = 1", "not a list of types"),
        ("types = 1", "not a list of types"),
        ("[[types]]\nparameter = 1\ntype = 'int'", "either a query key or a text"),
        ("[[types]]\nquery = 'a'\nsql = 'b'\nparameter = 1\ntype = 'int'", "either a query key or a text"),
        ("[[types]]\nquery = 'a'\nparameter = 0\ntype = 'int'", "start at 1"),
        ("[[types]]\nquery = 'a'\nparameter = '1'\ntype = 'int'", "parameter has the wrong type"),
        ("[[types]]\nquery = 'a'\nparameter = 1", "type is missing"),
    ],
)
def test_an_invalid_file_of_types_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "types.toml"
    path.write_text(text)
    with pytest.raises(BadInput, match=fault):
        read_fixed_types(path)


def test_any_type_fits_a_parameter_that_is_always_null() -> None:
    assert LoggedValues(frozenset()).fits(INT4)
    assert logged_values(["5"]).forms == {Form.TINY}
