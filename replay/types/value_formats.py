"""The forms in which types write their values: which types a parameter's logged text can have.

The server logs a bound parameter as its type writes it. A text that a type never writes is not of that type: ``7`` is not a
date, ``02134`` not an integer, ``2.50`` not a double. A text that several types write does not determine the type: ``5``.
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
    """The form of one value's text."""

    WHOLE = 0  # any integer; divided by its size
    SMALL = 1  # fits an int4
    LARGE = 2  # fits an int8
    HUGE = 3  # a larger integer
    FRACTION = 4  # 2.5: numeric or double
    LONG = 5  # of 16 or 17 digits: as a double it is another number than as a numeric
    SCALED = 6  # 2.50, or more digits than a double writes
    EXPONENT = 7  # 1e+20, -0: doubles only
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
# In this order: each value has the first form that matches, otherwise WORDS.
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

# The types whose values have a form, the most likely first. Text has every form.
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
# The forms that values of a type can have; other types (enumerations, ranges, an extension's) may have any form.
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
    form = pl.lit(int(Form.WORDS), pl.UInt8)
    for candidate, pattern in reversed(_PATTERNS):
        form = pl.when(text.str.contains(rf"^(?:{pattern})$")).then(pl.lit(int(candidate), pl.UInt8)).otherwise(form)
    digits = text.str.replace_all(r"[^0-9]", "").str.strip_chars_start("0").str.len_bytes()
    precise = (form == int(Form.FRACTION)) & (digits > _DOUBLE)
    long = (form == int(Form.SCALED)) & digits.is_between(_DOUBLE + 1, 17) & ~text.str.ends_with("0")
    number = text.cast(pl.Int64, strict=False)
    tiny, small = number.is_between(-(1 << 15), (1 << 15) - 1), number.is_between(-(1 << 31), (1 << 31) - 1)
    fits = pl.when(tiny).then(int(Form.TINY)).when(small).then(int(Form.SMALL))
    size = fits.when(number.is_not_null()).then(int(Form.LARGE)).otherwise(int(Form.HUGE))
    form = pl.when(precise | long).then(int(Form.LONG)).when(form == int(Form.WHOLE)).then(size).otherwise(form)
    return pl.when(text.is_not_null()).then(form).cast(pl.UInt8).alias("form")


# A double keeps so many digits of a decimal number.
_DOUBLE: Final = 15


@dataclass(frozen=True, slots=True)
class LoggedValues:
    """All values of one parameter of a text: their *forms* (none: it is always NULL), some *examples*; *nulls*: some are NULL."""

    forms: frozenset[Form]
    examples: tuple[str, ...] = ()
    nulls: bool = False

    def fits(self, oid: int) -> bool:
        """Return whether the type writes all of them in this form."""
        if oid in {JSON, JSONB}:
            return all(_is_document(text) for text in self.examples)
        written = _WRITTEN.get(oid)
        if written is not None and not self.forms <= written:
            return False
        element = ELEMENTS.get(oid)
        return element is None or all(
            (items := _items(text)) is not None and logged_values(items).fits(element) for text in self.examples
        )

    def candidates(self) -> list[int]:
        """Return the types that write all of them in this form, the most likely first; TEXT, which writes any form, is the last."""
        if not self.forms:
            return [TEXT]
        candidates: list[int] = []
        for form in sorted(self.forms):
            candidates += [oid for oid in self._writers(form) if oid not in candidates and self.fits(oid)]
        return [*sorted(candidates, key=_place), TEXT]

    def likely(self) -> list[int]:
        """Return the types that write any of them in this form: a driver may send a parameter with another type each time."""
        candidates = self.candidates()
        for form in sorted(self.forms):
            candidates += [oid for oid in self._writers(form) if oid not in candidates]
        return candidates

    def _writers(self, form: Form) -> Iterable[int]:
        if form != Form.LIST:
            return _WRITERS[form]
        elements = [items for text in self.examples if (items := _items(text)) is not None]
        oids = dict.fromkeys(oid for items in elements for oid in logged_values(items).candidates())
        arrays = [ARRAYS[oid] for oid in oids if oid in ARRAYS]
        return [*arrays, JSONB, JSON] if all(_is_document(text) for text in self.examples) else arrays


ELEMENTS: Final = {array: element for element, array in ARRAYS.items()}
_ORDER: Final = (INT4, INT8, NUMERIC, FLOAT8, INT2, INTERVAL, TIME)


def _place(oid: int) -> int:
    """Return a type's place in the order of those that fit: numeric comes before double."""
    return _ORDER.index(oid) if oid in _ORDER else -1


def logged_values(texts: Iterable[str | None]) -> LoggedValues:
    """Return the forms of some texts.

    >>> logged_values(["7", "2.5"]).candidates(), logged_values(["01:00:00", "1 day"]).candidates(), logged_values([None]).candidates()
    ([1700, 701, 25], [1186, 25], [25])
    """
    present = tuple(text for text in texts if text is not None)
    if not present:
        return LoggedValues(frozenset())
    forms = pl.Series("text", present).to_frame().select(form_of(pl.col("text")))["form"].unique()
    return LoggedValues(frozenset(Form(number) for number in forms), present)


def _is_document(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _items(text: str) -> list[str | None] | None:
    """Return the elements of an array as the server writes it; None: it is not an array."""
    if not (text.startswith("{") and text.endswith("}")):
        return None
    elements: list[str | None] = []
    element = _Element()
    index, end = 1, len(text) - 1
    while index < end:
        character = text[index]
        if element.in_quotes and character == "\\":
            index += 1
            element.text += text[index]
        elif character == "," and not element.in_quotes:
            elements.append(element.value())
            element = _Element()
        elif not element.add(character):
            return None
        index += 1
    if element.text or element.quoted or elements:
        elements.append(element.value())
    return None if element.in_quotes else elements


@dataclass(slots=True)
class _Element:
    """An element of an array that is being read. *quoted*: it has begun with a quote."""

    text: str = ""
    in_quotes: bool = False
    quoted: bool = False

    def add(self, character: str) -> bool:
        """Add a character; False: it follows a quoted element, as in {"a": 1}."""
        if character == '"':
            self.in_quotes, self.quoted = not self.in_quotes, True
        elif self.in_quotes or character not in "{}":  # dimensions change no element's type
            if self.quoted and not self.in_quotes:
                return False
            self.text += character
        return True

    def value(self) -> str | None:
        """Return the element."""
        return None if self.text == "NULL" and not self.quoted else self.text
