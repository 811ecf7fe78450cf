"""Texts that have the form of an example, and other SQL with their values."""

from __future__ import annotations

import pytest

from pgrehearse.workload.sql.rewriting import Replacement, form_of_example, form_of_statement, with_constants

EXAMPLE = "select data from videos where id = $1 and kind in ($2)"
OTHER = "select d.data from video_data d where d.kind in ($2) and d.video = $1"


def sent(example: str, replacement: str, sql: str, params: tuple[bytes | None, ...] | None = None) -> object:
    """Return what is sent for a text, and the numbers of its parameters; with *params* all values are constants."""
    values = form_of_example(example, replacement).values(sql.encode())
    if values is not None and params is not None:
        values = with_constants(values, params)
    return None if values is None else Replacement(replacement).filled(values)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "select data from videos where id = 7 and kind in ('a')",
            ("select d.data from video_data d where d.kind in ('a') and d.video = 7", ()),
        ),
        (
            "SELECT data FROM videos /* x */ WHERE (id = -7) AND kind IN ('a', 'it''s', E'b\\\\c')",
            ("select d.data from video_data d where d.kind in ('a', 'it''s', E'b\\\\c') and d.video = (-7)", ()),
        ),
        (
            "select data from videos where id = $2 and kind in ($1, $4)",
            ("select d.data from video_data d where d.kind in ($1, $3) and d.video = $2", (1, 2, 4)),
        ),
        (
            "select data from videos where id = $1 and kind in (null, true, 1.5, b'10')",
            ("select d.data from video_data d where d.kind in (NULL, TRUE, 1.5, b'10') and d.video = $1", (1,)),
        ),
    ],
)
def test_values_are_carried(sql: str, expected: tuple[str, tuple[int, ...]]) -> None:
    assert sent(EXAMPLE, OTHER, sql) == expected


@pytest.mark.parametrize(
    "sql",
    [
        "select data from videos where id = 7",
        "select data from videos where id = 7 and kind = 'a'",
        "select data from videos where id = any($1) and kind in ('a')",
        "select data from videos where id = 7::bigint and kind in ('a')",
        "select data from videos where id = now() and kind in ('a')",
        "select data from videos where id = 7 and kind in ('a', now()::text)",
        "select data from videos where id = 7 and kind not in ('a')",
        "select data from videos where id > 7 and kind in ('a')",
        "select data from archive.videos where id = 7 and kind in ('a')",
        "select data from videos where id = 7 and kind in ('a'); select 1",
        "select data from videos where",
    ],
)
def test_a_text_of_another_form_does_not_match(sql: str) -> None:
    """Also one with the same query key: casts, IN against ANY, and operators count."""
    assert sent(EXAMPLE, OTHER, sql) is None


def test_a_constant_of_the_example_has_to_be_equal() -> None:
    assert (
        sent("select 1 from t where a = 5 and b = $1", "select $1", "select 1 from t where a = 5 and b = 2") is not None
    )
    assert sent("select 1 from t where a = 5 and b = $1", "select $1", "select 1 from t where a = 6 and b = 2") is None


def test_a_parameter_that_the_example_repeats_has_one_value() -> None:
    example = "select 1 from t where a = $1 or b = $1"
    assert sent(example, "select $1", "select 1 from t where a = 2 or b = 2") == ("select 2", ())
    assert sent(example, "select $1", "select 1 from t where a = 2 or b = 3") is None


def test_a_list_is_carried_only_into_lists() -> None:
    """A list of several values cannot be in the place of one value."""
    single = "select $2::text, $1::int"
    assert sent(EXAMPLE, single, "select data from videos where id = 7 and kind in ('a')") == (
        "select 'a'::text, 7::int",
        (),
    )
    assert sent(EXAMPLE, single, "select data from videos where id = 7 and kind in ('a', 'b')") is None


def test_parameters_may_be_dropped_repeated_and_reordered() -> None:
    example = "insert into t (a, b, c) values ($1, $2, $3)"
    found = sent(example, "insert into u (c, a, c2) values ($3, $1, $3)", example)
    assert found == ("insert into u (c, a, c2) values ($2, $1, $2)", (1, 3))


def test_several_statements_have_constants() -> None:
    """Bound values become untyped constants, as the protocol's text format has them."""
    example = "update videos set data = $1 where id = $2"
    several = "update video_data set data = $1 where video = $2; update videos set touched = true where id = $2"
    found = sent(example, several, example, (b"it's \\ {}", b"7"))
    assert found == (
        "update video_data set data = E'it''s \\\\ {}' where video = '7'; update videos set touched = true where id = '7'",
        (),
    )
    assert sent(example, several, example, (None, b"7")) == (
        "update video_data set data = NULL where video = '7'; update videos set touched = true where id = '7'",
        (),
    )
    assert sent(example, several, example, (b"x",)) is None
    assert sent(example, several, example, (b"\xff", b"7")) is None


def test_a_number_without_a_value_is_not_sent() -> None:
    assert sent("select 1 from t where a = $1", "select $2", "select 1 from t where a = 5") is None


def test_constants_of_a_statement_have_the_numbers_of_its_normalized_text() -> None:
    """As in pg_stat_statements: after its parameters, LIMIT after OFFSET."""
    logged = b"select a from t where x = -5 and y = $1 and z = interval '1 day' limit 3 offset 2"
    replacement = "select a from u where x = $2 and y = $1 and z = $3::interval limit $5 offset $4"
    form = form_of_statement(logged, replacement)
    assert form is not None
    values = form.values(b"select a from t where x = 8 and y = $1 and z = interval '2 hours' limit 30 offset 20")
    assert values is not None
    assert Replacement(replacement).filled(values) == (
        "select a from u where x = 8 and y = $1 and z = '2 hours'::interval limit 30 offset 20",
        (1,),
    )


def test_a_statement_that_is_not_sql_has_no_form() -> None:
    assert form_of_statement(b"selec 1", "select 1") is None
    assert form_of_statement(b"select 1; select 2", "select 1") is None
