"""The values of a column to which each statement of a workload is limited: constants, parameters, arrays, decoded rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.decode.files import Decoded
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.analysis.column_values import column_values
from pgrehearse.workload.analysis.skew import tenants
from pgrehearse.workload.catalog.model import Catalog, ServerCatalog
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from tests.captured import captured
from tests.logged import LogRecord, Server
from tests.unit.test_decoded_capture import COPY, decoded

if TYPE_CHECKING:
    from pathlib import Path


def executed(at_s: int, sql: str, parameters: str) -> LogRecord:
    message = f"duration: 1.000 ms  execute <unnamed>: {sql}"
    return LogRecord(1, at_s, message, detail=f"parameters: {parameters}" if parameters else "")


def values(workload: Workload, column: str = "tenant") -> list[list[str] | None]:
    events = workload.events().filter(IS_STATEMENT).sort("session", "seq")
    return events.select(column_values(workload, column)).collect().to_series().to_list()


def of_texts(folder: Path, *texts: str | tuple[str, str]) -> list[list[str] | None]:
    """The values of statements of one session; a text with parameters is a pair."""
    records = [
        LogRecord.ran(1, at, text) if isinstance(text, str) else executed(at, *text)
        for at, text in enumerate(texts, start=1)
    ]
    return values(captured(folder, Server().write(folder / "x.csv", *records)).workload)


def test_texts_that_differ_in_their_constants_have_their_own_values(tmp_path: Path) -> None:
    """Numbers with a sign, strings with quotes, several constants before the value."""
    form = "select 1 from t where name in ('a, b', 'x''y') and tenant = {} and id = 7"
    constants = ["5", "-5", "- 6", "'7'", "'it''s'", "'a, b'", "E'8'", "1.5", "'-9'"]
    expected = [["5"], ["-5"], ["-6"], ["7"], ["it's"], ["a, b"], ["8"], ["1.5"], ["-9"]]
    assert of_texts(tmp_path, *(form.format(one) for one in constants)) == expected


def test_a_text_that_only_the_parser_can_read_has_its_value(tmp_path: Path) -> None:
    """Dollar quotes, backslashes, a comment with a quote."""
    texts = [
        "select 1 from t where tenant = $a$it's$a$",
        r"select 1 from t where tenant = E'a\'b'",
        "select 1 /* it's */ from t where tenant = 5",
    ]
    assert of_texts(tmp_path, *texts) == [["it's"], ["a'b"], ["5"]]


def test_a_constant_in_a_rare_form_is_not_misread(tmp_path: Path) -> None:
    """A value is right, or not known."""
    constants = ["'a'\n'b'", "0x1F", r"U&'\0061'", "true"]
    assert of_texts(tmp_path, *(f"select 1 from t where tenant = {one}" for one in constants)) == [None] * 4


def test_parameters_and_their_arrays_are_values(tmp_path: Path) -> None:
    """An array has a value for each element; NULL is none."""
    array = "select 1 from t where tenant = any($1)"
    texts: list[str | tuple[str, str]] = [
        ("select 1 from t where id = $1 and tenant = $2", "$1 = '1', $2 = 'it''s'"),
        ("select 1 from t where tenant in ($1, $2)", "$1 = '6', $2 = '5'"),
        ("select 1 from t where tenant in ($1, $2)", "$1 = '5', $2 = NULL"),
        (array, "$1 = '{5}'"),
        (array, "$1 = '{5,-6, 7}'"),
        (array, r"""$1 = '{"a b","say \"x\"",NULL}'"""),
        ("select 1 from t where tenant = $1", "$1 = NULL"),
        ("select 1 from t where tenant = $1", ""),
        "select 1 from t where tenant = any('{5,6}')",
    ]
    expected = [["it's"], ["5", "6"], ["5"], ["5"], ["-6", "5", "7"], ["a b", 'say "x"'], [], None, ["5", "6"]]
    assert of_texts(tmp_path, *texts) == expected


FORMS = [
    "select * from t where {c} and a = {other}",
    "select * from t x where a = {other} and ({c})",
    "select * from u join t on u.id = t.u and {c} where u.v = 'tenant = 1' and a = {other}",
    "select * from u where id in (select u from t where {c}) and k = {other}",
    "with q as (select * from t where {c}) select * from q, u where u.a = {other}",
    "update t set tenant = {other} where {c}",
    "delete from t using u where u.a = {other} and {c}",
    "insert into t (a, tenant) values ({other}, {v})",
    "insert into t (a, tenant) select a, {v} from u where a = {other}",
]
CONDITIONS = ["tenant = {v}", "{v} = tenant", "tenant in ({v})", "tenant::text = {v}", '"tenant" = any(array[{v}])']
CONSTANTS = ["12", "-3", "'o''neil'", "'x,(y'", "'\N{LATIN SMALL LETTER E WITH ACUTE}'"]


@pytest.mark.parametrize("other", ["1", "-1", "'a''b'"])
def test_each_form_of_a_condition_has_the_value_that_was_put_in(tmp_path: Path, other: str) -> None:
    """Whatever the other constants of the text are."""
    parts = list(product(FORMS, CONDITIONS, CONSTANTS))
    texts = [form.format(c=condition.format(v=value), v=value, other=other) for form, condition, value in parts]
    assert of_texts(tmp_path, *texts) == [[value.strip("'").replace("''", "'")] for _, _, value in parts]


def test_an_insert_without_columns_has_those_of_the_catalog(tmp_path: Path) -> None:
    """Without a catalog its value is not known."""
    log = Server().write(tmp_path / "log.csv", LogRecord.ran(1, 1, "insert into lines values (1, 5)"))
    columns: dict[str, tuple[str, ...]] = {"public.lines": ("id", "tenant")}
    catalog = ServerCatalog("", {"shopdb": Catalog(frozenset(columns), (), columns=columns)})
    found = {}
    plain = CaptureOptions((log,), tmp_path)
    captures = {"with": replace(plain, catalog=catalog), "names": replace(plain, columns=catalog), "without": plain}
    for name, options in captures.items():
        output = tmp_path / f"{name}.workload"
        capture_logs(replace(options, output=output), tool_version="test")
        found[name] = values(Workload.verified(output))
    assert found == {"with": [["5"]], "names": [["5"]], "without": [None]}


@pytest.mark.parametrize(("names", "expected"), [("xx", ["x"]), ("xy", ["x", "y"])])
def test_the_decoded_rows_of_a_copy_are_its_values(tmp_path: Path, names: str, expected: list[str]) -> None:
    log = Server().write(tmp_path / "log.csv", LogRecord.ran(1, 1.0, COPY, 5))
    rows = Decoded.open(decoded(tmp_path / "d.decoded", *((7, 0.998, name) for name in names)))
    options = CaptureOptions((log,), tmp_path / "w.workload")
    capture_logs(options, tool_version="test", addition=lambda path: attach(replace(options, output=path), [rows]))
    assert values(Workload.verified(options.output), "name") == [expected]


def test_statements_of_several_tenants_belong_to_none(tmp_path: Path) -> None:
    """They are counted, as are those whose value is not known."""
    texts = [
        "select 1 from t where tenant = 5",
        "select 1 from t where tenant in (5, 6)",
        "insert into t values (5)",
        "select 1 from t",
    ]
    records = [LogRecord.ran(1, at, text) for at, text in enumerate(texts, start=1)]
    skew = tenants(captured(tmp_path, Server().write(tmp_path / "x.csv", *records)).workload, "tenant")
    assert (skew.tenants, skew.statements, skew.several, skew.unknown, skew.of) == (1, 1, 1, 1, 4)
