"""The parts of log messages: kind, names, SQL and parameters."""

from __future__ import annotations

import polars as pl
import pytest

from pgrehearse.capture.formats.records import RECORDS
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.parameters import error_parameters, parameters


def parsed(message: str, severity: str = "LOG", query: str | None = None) -> dict[str, object]:
    row = dict.fromkeys(RECORDS) | {
        "message": message,
        "severity": severity,
        "time_us": 1,
        "query": query,
        "backend_type": "client backend",
    }
    return messages.parse(pl.DataFrame([row], schema=RECORDS)).row(0, named=True)


@pytest.mark.parametrize(
    ("message", "what", "name", "portal", "sql", "duration"),
    [
        ("duration: 0.193 ms  statement: select 1", "statement", None, None, "select 1", 193),
        ("statement: select 1;\n-- two", "statement", None, None, "select 1;\n-- two", None),
        ("duration: 1.5 ms  parse <unnamed>: select $1", "parse", "", None, "select $1", 1500),
        ("duration: 0.010 ms  bind S_1/C_2: select 1", "bind", "S_1", "C_2", "select 1", 10),
        (
            "duration: 0.010 ms  execute weird name: x/po/rtal: select 1;",
            "execute",
            "weird name: x",
            "po/rtal",
            "select 1;",
            10,
        ),
        ("duration: 0.1 ms  execute fetch from a/b: select ': '", "fetch", "a", "b", "select ': '", 100),
        ("duration: 12.000 ms", "duration", None, None, None, 12000),
        ("execute <unnamed>: select '{\"a\": 1}'::jsonb", "execute", "", None, "select '{\"a\": 1}'::jsonb", None),
        ("connection received: host=127.0.0.1 port=1", "connection received", None, None, None, None),
        ("disconnection: session time: 0:00:01", "disconnection", None, None, None, None),
        ('duration: 0.1 ms  fastpath function call: "lo_creat" (OID 957)', "fastpath call", None, None, None, 100),
        ("checkpoint starting: time", "server message", None, None, None, None),
    ],
)
def test_a_message_is_parsed(
    message: str, what: str, name: str | None, portal: str | None, sql: str | None, duration: int | None
) -> None:
    """Kind, prepared name, portal, SQL and duration are those that the server logged."""
    record = parsed(message)
    assert (record["what"], record["name"], record["portal"], record["sql"], record["duration_us"]) == (
        what,
        name,
        portal,
        sql,
        duration,
    )


def test_an_error_has_its_query() -> None:
    """The statement of an ERROR or FATAL is in a column of its own."""
    assert parsed("division by zero", "ERROR", "select 1/0")["sql"] == "select 1/0"
    assert parsed("terminating connection", "FATAL")["what"] == "fatal"


@pytest.mark.parametrize(
    ("detail", "expected"),
    [
        ("parameters: $1 = '5', $2 = NULL", [b"5", None]),
        ("Parameters: $1 = 'it''s', $2 = ''", [b"it's", b""]),
        ("Parameters: $1 = 'a'', $2 = ''b', $2 = 'x'", [b"a', $2 = 'b", b"x"]),
        (
            "Parameters: $1 = 'two\nlines', $2 = '\\x00ff', $3 = '{1,2,NULL}'",
            [b"two\nlines", b"\\x00ff", b"{1,2,NULL}"],
        ),
        ("Key (id)=(1) already exists.", None),
        (None, None),
    ],
)
def test_parameters_are_exact(detail: str | None, expected: list[bytes | None] | None) -> None:
    """NULL, quotes, newlines, and values that look like parameters."""
    assert parameters(pl.Series([detail], dtype=pl.String)).to_list() == [expected]


def test_parameters_of_a_failed_statement_are_in_its_context() -> None:
    """``log_parameter_max_length_on_error`` logs them there."""
    contexts = pl.Series(
        ["unnamed portal with parameters: $1 = '0', $2 = 'ctx'", "portal \"p\" with parameters: $1 = 'x'", None]
    )
    assert parameters(error_parameters(contexts)).to_list() == [[b"0", b"ctx"], [b"x"], None]


def test_the_application_name_ends_where_ssl_begins() -> None:
    """Its blanks are kept."""
    lines = pl.DataFrame(
        {
            "m": [
                "connection authorized: user=a database=b application_name=my app SSL enabled (protocol=TLSv1.3)",
                "connection authorized: user=a",
            ]
        }
    )
    assert lines.select(messages.application(pl.col("m"))).to_series().to_list() == ["my app", ""]
