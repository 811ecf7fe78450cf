"""The error of PostgreSQL's programs: its reason, and what to do."""

from __future__ import annotations

import pytest

from pgrehearse.targets.data.clients import remedy_of
from pgrehearse.targets.embedded.binaries import reason

RESTORED = """pg_restore: while PROCESSING TOC:
pg_restore: error: could not execute query: ERROR:  role "Odd Role" does not exist
Command was: GRANT USAGE ON SCHEMA "Sales Dept" TO app_user;
GRANT USAGE ON SCHEMA "Sales Dept" TO "Odd Role";


pg_restore: error: a worker process died unexpectedly
"""


def test_the_first_error_is_the_reason() -> None:
    """Also if later lines are the statement and a consequence."""
    text = reason(RESTORED + "one\ntwo\nthree\nfour\n")
    assert text.startswith('pg_restore: error: could not execute query: ERROR:  role "Odd Role" does not exist | one')
    assert "--roles" in remedy_of(text)
    assert "--roles" not in remedy_of('pg_restore: error: relation "a" does not exist')


@pytest.mark.parametrize(("output", "text"), [("", ""), ("a\n\nb", "a | b"), ("psql: error: x", "psql: error: x")])
def test_a_short_output_is_shown_whole(output: str, text: str) -> None:
    """Without empty lines, and each line once."""
    assert reason(output) == text
