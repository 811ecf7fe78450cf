"""Rows in COPY's text format with pseudonyms in the place of values: those that the redaction of a workload has for the same values.

What a column's type decides (PostgreSQL manual, "Data Types"): most types accept the pseudonyms of their values; the values of some
identify nobody and stay; others have a form that a pseudonym would break, and their columns are refused unless they are kept by name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from pgrehearse.workload.redaction import Redaction

_NULL = "\\N"


class Rule(StrEnum):
    """What is done with the values of a column. ``padded``: without the spaces at the end of ``character(n)``; ``bits``: of a bit string."""

    KEPT = "kept"
    VALUE = "value"
    PADDED = "padded"
    BITS = "bits"


_VALUES = frozenset(
    {
        "smallint",
        "integer",
        "bigint",
        "numeric",
        "real",
        "double precision",
        "text",
        "character varying",
        "name",
        "citext",
    }
    | {"uuid", "bytea", "json", "jsonb", "date", "inet", "macaddr", "macaddr8"}
    | {"timestamp without time zone", "timestamp with time zone", "time without time zone", "time with time zone"}
)
_OF_TYPES = {
    **dict.fromkeys(_VALUES, Rule.VALUE),
    **dict.fromkeys(("boolean", "interval"), Rule.KEPT),
    "character": Rule.PADDED,
    '"char"': Rule.KEPT,
    "bit": Rule.BITS,
    "bit varying": Rule.BITS,
}
_LENGTH = re.compile(r"\(\d+(?:,-?\d+)?\)")


def rule_of(type_name: str) -> Rule | None:
    """Return the rule of a type as ``format_type`` writes it; None: its values cannot be replaced.

    >>> rule_of("character varying(20)"), rule_of("numeric(10,2)[]"), rule_of("int4range")
    (<Rule.VALUE: 'value'>, <Rule.VALUE: 'value'>, None)
    """
    name = _LENGTH.sub("", type_name).strip()
    if not name.endswith("[]"):
        return _OF_TYPES.get(name)
    rule = _OF_TYPES.get(name.rstrip("[]"))
    return rule if rule in {Rule.KEPT, Rule.VALUE} else None


@dataclass(frozen=True, slots=True)
class RowRedaction:
    """The *redaction* of rows; *rules*: of the columns in the order of COPY."""

    redaction: Redaction
    rules: Sequence[Rule]

    def block(self, lines: bytes) -> bytes:
        """Return whole lines of COPY's text format with the values replaced. Raises ``ValueError`` if a line has another number of columns."""
        if not lines or all(rule is Rule.KEPT for rule in self.rules):
            return lines
        text = lines.decode()
        fields = pl.Series("line", text.removesuffix("\n").split("\n"))
        if (fields.str.count_matches("\t", literal=True) != len(self.rules) - 1).any():
            raise ValueError("a line has another number of columns than the COPY command")
        frame = fields.str.split_exact("\t", len(self.rules) - 1).struct.unnest()
        columns = [self._column(frame.to_series(at), rule) for at, rule in enumerate(self.rules)]
        new = pl.DataFrame(columns).select(pl.concat_str(pl.all(), separator="\t")).to_series()
        return ("\n".join(new.to_list()) + "\n").encode()

    def _column(self, values: pl.Series, rule: Rule) -> pl.Series:
        if rule is Rule.KEPT:
            return values
        old = values.unique()
        new = pl.Series([self._field(value, rule) for value in old], dtype=pl.String)
        return values.replace_strict(old, new)

    def _field(self, field: str, rule: Rule) -> str:
        return field if field == _NULL else escaped(self.value(unescaped(field), rule))

    def value(self, text: str, rule: Rule) -> str:
        """Return the pseudonym of a value of a column with a rule."""
        if rule is Rule.KEPT:
            return text
        if rule is Rule.BITS:
            return self.redaction.digits(text, "01")
        if rule is Rule.PADDED:
            return self.redaction.value(text.rstrip(" ")) + " " * (len(text) - len(text.rstrip(" ")))
        return self.redaction.value(text)


_ESCAPED = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)", re.DOTALL)
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_SPECIAL = str.maketrans({"\\": "\\\\", **{value: f"\\{letter}" for letter, value in _LETTERS.items()}})


def unescaped(field: str) -> str:
    """Return the value of a field of COPY's text format (PostgreSQL manual, COPY, "Text Format").

    >>> unescaped(r"a\\tb")
    'a\\tb'
    """
    return _ESCAPED.sub(_meaning, field) if "\\" in field else field


def _meaning(found: re.Match[str]) -> str:
    word = found[1]
    if word[0] in "01234567":
        return chr(int(word, 8) & 255)
    if word[0] == "x" and len(word) > 1:
        return chr(int(word[1:], 16))
    return _LETTERS.get(word, word)


def escaped(value: str) -> str:
    """Return a value as a field of COPY's text format."""
    return value.translate(_SPECIAL)
