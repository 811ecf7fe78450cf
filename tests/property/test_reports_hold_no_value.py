"""Values that are planted in statements are in no report, page or document without --with-values."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.commands.inspect import command
from pgrehearse.compare.findings import findings
from pgrehearse.report.html import render
from pgrehearse.report.json_document import document
from pgrehearse.report.junit import junit
from pgrehearse.report.markdown import markdown
from pgrehearse.workload.read import Workload
from pgrehearse.workload.sql.normalize import template
from tests.golden.test_golden import comparison

FORMS = [
    "select '{0}'",
    "select e'{0}\\' {0}'",
    "select E'\\\\' , '{0}'",
    "select U&'{0}!0041' uescape '!'",
    "select $${0}$$, $t$it's {0}$t$ from t",
    "select '{0}' -- it's {0}\n, '{0}'",
    "select /* {0} don't */ '{0}'",
    "select /* a /* '{0}' */ {0} */ '{0}'",
    'select "o\'b", \'{0}\' from "a""b"',
    "select 'x''{0}', \"c\" from t /*note='{0}'*/",
    "select N'{0}', b'01', x'1F', 'a'\n'{0}'",
    "select {1}, 0x{1:x}, {1:_}, {1}.5e+300, -{1}, $1",
    "insert into t values ('{0}', {1}), ($a1$ '{0} $a1$, {1})",
    "do $b$ begin perform '{0}'; end $b$",
    "update t set a$b = '{0}' where c = {1}",
    "create function f() returns int language sql as $$ select '{0}'::int $$",
    "selec '{0}', $${0}$$",
    "select 'a', '{0}",
    "select $x${0}",
    "select /* {0}",
    "select '{0}' /* -- */ , '{0}' -- /* {0}\n",
    "set x.y = '{0}'",
    "comment on table t is $${0}$$",
    "select 'ü東' , U&\"d!0061\" uescape '!', '{0}'",
]
SECRET = st.text(st.sampled_from("bcdfgh"), min_size=10, max_size=12)
NUMBER = st.integers(10**9, 2 * 10**9)


def log(statements: list[str], secret: str) -> str:
    out = io.StringIO()
    rows = csv.writer(out)
    for n, sql in enumerate(statements):
        head = [
            f"2026-11-22 10:00:{n % 60:02}.000 UTC",
            "app",
            "shop",
            "4711",
            "127.0.0.1:5000",
            "6b024fd8.32d2",
            str(n),
            "SELECT",
            "2026-11-22 09:00:00 UTC",
            f"3/{n}",
            "0",
        ]
        tail = ["", "", "shop", "client backend", "", "0"]
        rows.writerow([*head, "LOG", "00000", f"duration: 1.000 ms  statement: {sql}", "", "", "", "", "", "", *tail])
        rows.writerow(
            [*head, "ERROR", "22P02", f'invalid input "{secret}"', f"Key ({secret})", "", "", "", secret, sql, *tail]
        )
    detail = f"Parameters: $1 = '{secret}'"
    rows.writerow(
        [*head, "LOG", "00000", "duration: 1.000 ms  execute <unnamed>: select $1", detail, "", "", "", "", "", *tail]
    )
    return out.getvalue()


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SECRET, NUMBER)
def test_no_report_holds_a_value(secret: str, number: int) -> None:
    """inspect on the terminal, as JSON and as a page; compare as JSON, page, Markdown and JUnit."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        path.write_text(log([form.format(secret, number) for form in FORMS], secret))
        place = Path(folder) / "w.workload"
        capture_logs(CaptureOptions((path,), place), tool_version="test")
        outputs = [
            CliRunner().invoke(command, [str(place), "--top", "100", *words], catch_exceptions=False).output
            for words in ([], ["--json", "--html", f"{folder}/page.html"])
        ]
        outputs.append((Path(folder) / "page.html").read_text())
        texts = [text.decode() for text in Workload.open(place).shapes()["template"]]
    result = comparison()
    (first, *_) = result.candidates
    # The plot of a query's times does not contain its text: that of the first is enough.
    queries = (
        replace(first.queries[0], sql=texts[0]),
        *(replace(first.queries[0], sql=text, distribution=((), ())) for text in texts[1:]),
    )
    (pair,) = first.end_state.pairs
    tables = tuple(replace(table, keys=(secret, str(number))) for table in pair.tables)
    end_state = replace(first.end_state, pairs=(replace(pair, tables=tables),))
    result = replace(result, candidates=(replace(first, queries=queries, end_state=end_state),))
    result = replace(result, findings=findings(result))
    page = io.StringIO()
    render(result, page)
    outputs += [page.getvalue(), json.dumps(document(result)), markdown(result, []), junit(result, [])]
    outputs.append(result._repr_html_())
    for text in outputs:
        for value in (secret, str(number), f"{number:x}", f"{number:_}"):
            assert value not in text
    page = io.StringIO()
    render(result, page, values=True)
    for text in (page.getvalue(), json.dumps(document(result, values=True))):
        assert secret in text


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=5, deadline=None)
@given(SECRET, SECRET, NUMBER, NUMBER)
def test_statements_that_differ_in_values_share_a_template(
    form: str, value: str, other_value: str, number: int, other_number: int
) -> None:
    """In every notation, and in comments."""
    first, second = template(pl.Series([form.format(value, number), form.format(other_value, other_number)]))
    assert first == second
