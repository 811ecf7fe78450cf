"""Pseudonyms: different values of a form have different ones, and equal values in two notations have equal ones."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from pgrehearse.workload.permutation import permuted
from pgrehearse.workload.pseudonyms import HEXADECIMAL, of_any_text, of_plain_text
from pgrehearse.workload.redacted_rows import RowRedaction, Rule, escaped, unescaped
from pgrehearse.workload.redaction import Redaction

R = Redaction(b"k" * 32, frozenset({"open", "done"}))
SMALLINT, INTEGER, BIGINT = 2**15 - 1, 2**31 - 1, 2**63 - 1
VALUES = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="abXYéÜдЖ019 .@-", max_size=8),
    st.integers(-BIGINT, BIGINT).map(str),
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9).map(str),
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(str),  # noqa: DTZ001 (texts without a time zone)
    st.uuids().map(str),
    st.ip_addresses(v=4).map(str),
    st.binary(min_size=4, max_size=6).map(lambda value: "\\x" + value.hex()),
)


@given(st.integers(1, 2000), st.binary(max_size=4))
@settings(max_examples=30, deadline=None)
def test_a_permutation_has_every_number_once(size: int, tweak: bytes) -> None:
    assert sorted(permuted(number, size, b"key", tweak) for number in range(size)) == list(range(size))


@given(st.lists(VALUES, unique=True, min_size=2, max_size=40))
@settings(max_examples=100, deadline=None)
def test_different_values_have_different_pseudonyms(values: list[str]) -> None:
    """A text that is a permutation of its form never meets another one; so a unique column stays unique."""
    assert len({R.value(value) for value in values}) == len(values)


@given(
    st.one_of(
        st.text(alphabet="azAZ bY_'-.@09\0", max_size=45), st.text(alphabet="0189abfABF-", min_size=8, max_size=45)
    ),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_a_text_that_is_read_in_groups_has_the_pseudonym_of_its_characters(text: str, hexadecimal: bool) -> None:
    """The pseudonyms of a key do not depend on how they are computed."""
    hexadecimal = hexadecimal and HEXADECIMAL.fullmatch(text) is not None
    fast = of_plain_text(R.key, text, hexadecimal=hexadecimal)
    assert fast in {None, of_any_text(R.key, text, [], hexadecimal=hexadecimal)}
    assert fast is not None or "\0" in text or len(text) > 30 or any(map(str.isdigit, text))


@given(VALUES)
@settings(max_examples=100, deadline=None)
def test_a_pseudonym_has_the_length_and_the_letters_case_of_its_value(value: str) -> None:
    new = R.value(value)
    assert len(new) == len(value)
    assert [one.isupper() for one in new] == [one.isupper() for one in value]
    assert len(new.encode()) == len(value.encode())


@given(st.sampled_from([SMALLINT, INTEGER, BIGINT]), st.integers(0, 3000))
@settings(max_examples=100, deadline=None)
def test_a_number_still_fits_its_type(largest: int, below: int) -> None:
    """The numbers near the end of smallint, integer and bigint have pseudonyms that these types accept."""
    assert 0 < int(R.value(str(largest - below))) <= largest
    assert -largest - 1 <= int(R.value(str(-largest - 1 + below))) < 0


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=0, max_value=10**7))
@settings(max_examples=100, deadline=None)
def test_equal_numbers_have_equal_pseudonyms(number: Decimal) -> None:
    """A scale with more zeros is another notation of the same number."""
    assert Decimal(R.value(f"{number:.3f}")) == Decimal(R.value(f"{number:.6f}"))


@given(st.datetimes(datetime(1950, 1, 2), datetime(2050, 1, 1)), st.integers(-12, 12))  # noqa: DTZ001 (UTC is set below)
@settings(max_examples=100, deadline=None)
def test_an_instant_has_one_pseudonym_in_all_time_zones(instant: datetime, hours: int) -> None:
    """PostgreSQL writes an instant in the time zone of the session; an application may write it in another one."""
    instant = instant.replace(tzinfo=UTC)
    other = instant.astimezone(timezone(timedelta(hours=hours)))
    pseudonyms = [datetime.fromisoformat(R.value(str(one))) for one in (instant, other)]
    assert pseudonyms[0] == pseudonyms[1]


@given(st.uuids())
@settings(max_examples=50, deadline=None)
def test_a_uuid_has_one_pseudonym_in_all_notations(value: UUID) -> None:
    """With dashes as the server writes it, and as drivers do without them or in upper case."""
    assert {UUID(R.value(text)) for text in (str(value), value.hex, str(value).upper())} == {UUID(R.value(str(value)))}


@given(st.lists(st.text(alphabet='ab1234 "\\,{}é', max_size=8), min_size=1, max_size=5))
@settings(max_examples=100, deadline=None)
def test_an_element_of_an_array_has_the_pseudonym_that_it_has_alone(values: list[str]) -> None:
    quoted = ['"' + re.sub(r'([\\"])', r"\\\1", value) + '"' for value in values]
    new = ['"' + re.sub(r'([\\"])', r"\\\1", R.value(value)) + '"' for value in values]
    assert R.value("{" + ",".join(quoted) + "}") == "{" + ",".join(new) + "}"


@given(st.text(alphabet='ab\t\n\r\\N1"é', max_size=10))
@settings(max_examples=100, deadline=None)
def test_a_field_of_copy_is_read_as_it_was_written(value: str) -> None:
    assert unescaped(escaped(value)) == value
    assert "\n" not in escaped(value)
    assert "\t" not in escaped(value)


@given(st.lists(st.tuples(st.text(max_size=8), st.integers(-BIGINT, BIGINT)), min_size=1, max_size=10))
@settings(max_examples=50, deadline=None)
def test_rows_have_the_pseudonyms_of_their_values(rows: list[tuple[str, int]]) -> None:
    """NULL stays, a kept column stays, and each other field is the pseudonym of its value."""
    rows = [(text.replace("\0", ""), number) for text, number in rows]
    lines = "".join(f"{escaped(text)}\t{number}\t\\N\tkept value\n" for text, number in rows)
    found = RowRedaction(R, (Rule.VALUE, Rule.VALUE, Rule.VALUE, Rule.KEPT)).block(lines.encode()).decode()
    expected = "".join(f"{escaped(R.value(text))}\t{R.value(str(number))}\t\\N\tkept value\n" for text, number in rows)
    assert found == expected
