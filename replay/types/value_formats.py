"""The forms that types write their values in: what the log's text of a parameter says of its type, and what it leaves open.

The server logs a bound parameter as its type writes it. A text that a type never writes was not of that type: ``7`` is no
date, ``02134`` no integer, ``2.50`` no double. What several types write alike stays open: ``5``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import polars as pl

# pg_type.dat
BOOL, BYTEA, NAME, INT8, INT2, INT4, TEXT, OID, JSON, CIDR, FLOAT4, FLOAT8, MACADDR, INET = (
    16,
    17,
    19,
    20,
    21,
    23,
    25,
    26,
    114,
    650,
    700,
    701,
    829,
    869,
)
BPCHAR, VARCHAR, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, INTERVAL, TIMETZ, NUMERIC, VOID, UUID, JSONB = (
    1042,
    1043,
    1082,
    1083,
    1114,
    1184,
    1186,
    1266,
    1700,
    2278,
    2950,
    3802,
)
# An array's type by that of its elements.
ARRAYS = {
    BOOL: 1000,
    BYTEA: 1001,
    INT2: 1005,
    INT4: 1007,
    TEXT: 1009,
    BPCHAR: 1014,
    VARCHAR: 1015,
    INT8: 1016,
    FLOAT4: 1021,
    FLOAT8: 1022,
    INET: 1041,
    TIMESTAMP: 1115,
    DATE: 1182,
    TIME: 1183,
    TIMESTAMPTZ: 1185,
    INTERVAL: 1187,
    NUMERIC: 1231,
    UUID: 2951,
    JSONB: 3807,
}
INTEGERS = frozenset({INT2, INT4, INT8})
EXACT = INTEGERS | {NUMERIC}
NUMBERS = EXACT | {FLOAT4, FLOAT8}
STRINGS = frozenset({TEXT, VARCHAR, BPCHAR, NAME})


class Form(IntEnum):
    """What one value's text looks like."""

    WHOLE = 0  # any whole number; told apart by its size
    SMALL = 1  # fits an int4
    LARGE = 2  # fits an int8
    HUGE = 3  # a whole number beyond that
    FRACTION = 4  # 2.5: numeric or double
    LONG = 5  # of 16 or 17 digits: as a double it is another numeric than the one that it reads as
    SCALED = 6  # 2.50, or more digits than a double writes
    EXPONENT = 7  # 1e+20, -0: a double's alone
    SPECIAL = 8  # NaN, Infinity
    TRUTH = 9  # t, f
    DAY = 10
    MOMENT = 11
    ZONED = 12
    CLOCK = 13  # 01:00:00: a time, or an interval
    CLOCK_ZONED = 14
    SPAN = 15
    IDENTITY = 16
    BYTES = 17
    ADDRESS = 18
    NETWORK = 19
    HARDWARE = 20
    LIST = 21
    DOCUMENT = 22
    WORDS = 23
    ENDLESS = 24  # infinity, of dates and times
    TINY = 25  # fits an int2


_DAY = r"\d{4,}-\d\d-\d\d"
_CLOCK = r"\d\d:\d\d:\d\d(?:\.\d{1,6})?"
_ZONE = r"[+-]\d\d(?::\d\d){0,2}"
_OCTETS = r"\d{1,3}(?:\.\d{1,3}){3}"
_GROUPS = r"[0-9a-f]{0,4}:[0-9a-f:]*:[0-9a-f]{0,4}(?:\d{0,3}(?:\.\d{1,3}){3})?"
_UNITS = r"[+-]?\d+ (?:years?|mons?|days?)"
# In this order; each value has the first that fits it, else WORDS.
_PATTERNS: Final = (
    (Form.WHOLE, r"-?[1-9]\d*|0"),
    (Form.SCALED, r"-?0\.0000\d*"),
    (Form.FRACTION, r"-?(?:[1-9]\d{0,13}|0)\.\d{0,14}[1-9]"),
    (Form.SCALED, r"-?(?:[1-9]\d*|0)\.\d+"),
    (Form.EXPONENT, r"-0|-?\d(?:\.\d{1,16})?e[+-]\d{2,3}"),
    (Form.SPECIAL, r"NaN|-?Infinity"),
    (Form.TRUTH, r"[tf]"),
    (Form.DAY, rf"{_DAY}(?: BC)?"),
    (Form.MOMENT, rf"{_DAY} {_CLOCK}(?: BC)?"),
    (Form.ZONED, rf"{_DAY} {_CLOCK}{_ZONE}(?: BC)?"),
    (Form.CLOCK, _CLOCK),
    (Form.CLOCK_ZONED, rf"{_CLOCK}{_ZONE}"),
    (
        Form.SPAN,
        rf"{_UNITS}(?: {_UNITS})*(?: [+-]?\d+:\d\d:\d\d(?:\.\d+)?)?|-?\d{{2,}}:\d\d:\d\d(?:\.\d+)?|@ \d.*|-?P[-0-9YMDTHS.]+",
    ),
    (Form.IDENTITY, r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    (Form.BYTES, r"\\x(?:[0-9a-f]{2})*"),
    (Form.HARDWARE, r"[0-9a-f]{2}(?::[0-9a-f]{2}){5}"),
    (Form.ADDRESS, rf"{_OCTETS}|{_GROUPS}"),
    (Form.NETWORK, rf"(?:{_OCTETS}|{_GROUPS})/\d{{1,3}}"),
    (Form.LIST, r"(?s)\{.*\}"),
    (Form.DOCUMENT, r'(?s)\[.*\]|".*"'),
    (Form.ENDLESS, r"-?infinity"),
)

# The types whose values look so, the likeliest first. Text looks like anything.
_WRITERS: Final[dict[Form, tuple[int, ...]]] = {
    Form.TINY: (INT4, INT8, NUMERIC, FLOAT8, INT2),
    Form.SMALL: (INT4, INT8, NUMERIC, FLOAT8),
    Form.LARGE: (INT8, NUMERIC, FLOAT8),
    Form.HUGE: (NUMERIC,),
    Form.FRACTION: (NUMERIC, FLOAT8),
    Form.LONG: (FLOAT8, NUMERIC),
    Form.SCALED: (NUMERIC,),
    Form.EXPONENT: (FLOAT8,),
    Form.SPECIAL: (FLOAT8, NUMERIC),
    Form.TRUTH: (BOOL,),
    Form.DAY: (DATE,),
    Form.MOMENT: (TIMESTAMP,),
    Form.ZONED: (TIMESTAMPTZ,),
    Form.CLOCK: (INTERVAL, TIME),
    Form.CLOCK_ZONED: (TIMETZ,),
    Form.SPAN: (INTERVAL,),
    Form.IDENTITY: (UUID,),
    Form.BYTES: (BYTEA,),
    Form.ADDRESS: (INET,),
    Form.NETWORK: (CIDR, INET),
    Form.HARDWARE: (MACADDR,),
    Form.LIST: (),
    Form.DOCUMENT: (JSONB, JSON),
    Form.WORDS: (),
    Form.ENDLESS: (DATE, TIMESTAMP, TIMESTAMPTZ),
}
_WHOLE: Final = frozenset({Form.TINY, Form.SMALL, Form.LARGE})
# The forms that values of a type can have; a type that is not here (enumerations, ranges, an extension's) may have any.
_WRITTEN: Final[dict[int, frozenset[Form]]] = {
    INT2: frozenset({Form.TINY}),
    INT4: frozenset({Form.TINY, Form.SMALL}),
    INT8: _WHOLE,
    OID: _WHOLE,
    NUMERIC: _WHOLE | {Form.HUGE, Form.FRACTION, Form.LONG, Form.SCALED, Form.SPECIAL},
    FLOAT4: frozenset({Form.TINY, Form.SMALL, Form.FRACTION, Form.EXPONENT, Form.SPECIAL}),
    FLOAT8: _WHOLE | {Form.FRACTION, Form.LONG, Form.EXPONENT, Form.SPECIAL},
    BOOL: frozenset({Form.TRUTH}),
    BYTEA: frozenset({Form.BYTES}),
    DATE: frozenset({Form.DAY, Form.ENDLESS}),
    TIMESTAMP: frozenset({Form.MOMENT, Form.ENDLESS}),
    TIMESTAMPTZ: frozenset({Form.ZONED, Form.ENDLESS}),
    TIME: frozenset({Form.CLOCK}),
    TIMETZ: frozenset({Form.CLOCK_ZONED}),
    INTERVAL: frozenset({Form.CLOCK, Form.SPAN, Form.ENDLESS}),
    UUID: frozenset({Form.IDENTITY}),
    MACADDR: frozenset({Form.HARDWARE}),
    INET: frozenset({Form.ADDRESS, Form.NETWORK}),
    CIDR: frozenset({Form.NETWORK}),
    **{array: frozenset({Form.LIST}) for array in ARRAYS.values()},
}


def form_of(text: pl.Expr) -> pl.Expr:
    """Return the form of each text (UInt8; null for null)."""
    found = pl.lit(int(Form.WORDS), pl.UInt8)
    for form, pattern in reversed(_PATTERNS):
        found = pl.when(text.str.contains(rf"^(?:{pattern})$")).then(pl.lit(int(form), pl.UInt8)).otherwise(found)
    digits = text.str.replace_all(r"[^0-9]", "").str.strip_chars_start("0").str.len_bytes()
    precise = (found == int(Form.FRACTION)) & (digits > _DOUBLE)
    long = (found == int(Form.SCALED)) & digits.is_between(_DOUBLE + 1, 17) & ~text.str.ends_with("0")
    number = text.cast(pl.Int64, strict=False)
    tiny, small = number.is_between(-(1 << 15), (1 << 15) - 1), number.is_between(-(1 << 31), (1 << 31) - 1)
    fits = pl.when(tiny).then(int(Form.TINY)).when(small).then(int(Form.SMALL))
    size = fits.when(number.is_not_null()).then(int(Form.LARGE)).otherwise(int(Form.HUGE))
    found = pl.when(precise | long).then(int(Form.LONG)).when(found == int(Form.WHOLE)).then(size).otherwise(found)
    return pl.when(text.is_not_null()).then(found).cast(pl.UInt8).alias("form")


# So many digits of a decimal number a double keeps.
_DOUBLE: Final = 15


@dataclass(frozen=True, slots=True)
class LoggedValues:
    """All values of one parameter of a text: the *forms* that they have (none: it is NULL always), some *examples*; *nulls*: some are NULL."""

    forms: frozenset[Form]
    examples: tuple[str, ...] = ()
    nulls: bool = False

    def fits(self, kind: int) -> bool:
        """Say whether the type writes all of them so."""
        if kind in {JSON, JSONB}:
            return all(_is_document(text) for text in self.examples)
        written = _WRITTEN.get(kind)
        if written is not None and not self.forms <= written:
            return False
        element = ELEMENTS.get(kind)
        return element is None or all(
            (items := _items(text)) is not None and logged_values(items).fits(element) for text in self.examples
        )

    def candidates(self) -> list[int]:
        """Return the types that write all of them so, the likeliest first; TEXT, which writes anything, is the last."""
        if not self.forms:
            return [TEXT]
        found: list[int] = []
        for form in sorted(self.forms):
            found += [kind for kind in self._writers(form) if kind not in found and self.fits(kind)]
        return [*sorted(found, key=_place), TEXT]

    def likely(self) -> list[int]:
        """Return the types that write one or another of them so: a driver may send a parameter by another type each time."""
        found = self.candidates()
        for form in sorted(self.forms):
            found += [kind for kind in self._writers(form) if kind not in found]
        return found

    def _writers(self, form: Form) -> Iterable[int]:
        if form != Form.LIST:
            return _WRITERS[form]
        found = [items for text in self.examples if (items := _items(text)) is not None]
        kinds = dict.fromkeys(kind for items in found for kind in logged_values(items).candidates())
        arrays = [ARRAYS[kind] for kind in kinds if kind in ARRAYS]
        return [*arrays, JSONB, JSON] if all(_is_document(text) for text in self.examples) else arrays


ELEMENTS: Final = {array: element for element, array in ARRAYS.items()}
_ORDER: Final = (INT4, INT8, NUMERIC, FLOAT8, INT2, INTERVAL, TIME)


def _place(kind: int) -> int:
    """Return where a type stands among those that fit: a value that might be a double is a numeric first."""
    return _ORDER.index(kind) if kind in _ORDER else -1


def logged_values(texts: Iterable[str | None]) -> LoggedValues:
    """Return what some texts say.

    >>> logged_values(["7", "2.5"]).candidates(), logged_values(["01:00:00", "1 day"]).candidates(), logged_values([None]).candidates()
    ([1700, 701, 25], [1186, 25], [25])
    """
    given = tuple(text for text in texts if text is not None)
    if not given:
        return LoggedValues(frozenset())
    forms = pl.Series("text", given).to_frame().select(form_of(pl.col("text")))["form"].unique()
    return LoggedValues(frozenset(Form(number) for number in forms), given)


def _is_document(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _items(text: str) -> list[str | None] | None:
    """Return the elements of an array as the server writes it; None: it is none."""
    if not (text.startswith("{") and text.endswith("}")):
        return None
    found: list[str | None] = []
    at, end, here = 1, len(text) - 1, ""
    quoted = was_quoted = False
    while at < end:
        letter = text[at]
        if quoted and letter == "\\":
            at += 1
            here += text[at]
        elif letter == '"':
            quoted, was_quoted = not quoted, True
        elif not quoted and letter in "{}":
            pass  # dimensions change no element's type
        elif not quoted and letter == ",":
            found.append(None if here == "NULL" and not was_quoted else here)
            here, was_quoted = "", False
        elif was_quoted and not quoted:
            return None  # something stands behind a quoted element, as in {"a": 1}
        else:
            here += letter
        at += 1
    if here or was_quoted or found:
        found.append(None if here == "NULL" and not was_quoted else here)
    return None if quoted else found
