"""ASCII texts as numbers: their letters, or their hexadecimal digits, are the digits of a number in a mixed base.

The same numbers as ``pseudonyms`` computes for any text, character by character; here whole groups of characters are looked up in tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_HEXADECIMAL = {digit: ("0123456789" if digit.isdigit() else "abcdef") for digit in "0123456789abcdef"}
# In a form, what stands for a character that may change.
HOLE = "\0"
_HOLES = str.maketrans(dict.fromkeys(_LETTERS + _LETTERS.upper(), HOLE))
_HEXADECIMAL_HOLES = str.maketrans(dict.fromkeys("0123456789abcdefABCDEF", HOLE))
_GROUP = 3
_GROUPS = ["".join(letters) for letters in product(_LETTERS, repeat=_GROUP)]
# The digits that ``int(text, 26)`` reads, for letters in both cases; other ASCII characters are removed.
_READ_BY_INT = str.maketrans(
    {chr(code): None for code in range(128)}
    | dict(zip(_LETTERS, "0123456789" + _LETTERS, strict=False))
    | dict(zip(_LETTERS.upper(), "0123456789" + _LETTERS, strict=False))
)
_ONLY_DIGITS = str.maketrans({chr(code): None for code in range(128) if chr(code).lower() not in _HEXADECIMAL})


@dataclass(frozen=True, slots=True)
class Digits:
    """A text as a *number* below *size*. *form*: the text with ``HOLE`` for each character that may change."""

    form: str
    number: int
    size: int
    _text: str
    _groups: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def with_number(self, number: int) -> str:
        """Return the text of the same form that has another number, with the case of each letter."""
        found = _of_groups(number, self._groups) if self._groups else _of_letters(number, self.form.count(HOLE))
        characters = iter(found)
        new = "".join([next(characters) if one == HOLE else one for one in self.form])
        if self._text.islower():
            return new
        # Both cases of an ASCII letter differ in one bit.
        upper = _bits(self._text) ^ _bits(self._text.lower())
        return (_bits(new) ^ upper).to_bytes(len(new)).decode()


def of_letters(text: str) -> Digits:
    """Return an ASCII text by its letters; it has one at least."""
    form = text.translate(_HOLES)
    return Digits(form, int(text.translate(_READ_BY_INT), 26), 26 ** form.count(HOLE), text)


def of_hexadecimal(text: str) -> Digits:
    """Return an ASCII text by its hexadecimal digits: a digit becomes a digit, a letter one from a to f."""
    digits = text.translate(_ONLY_DIGITS).lower()
    number, size, groups = 0, 1, []
    for place in range(0, len(digits), 2):
        value, texts = _pair(digits[place : place + 2])
        number, size = number * len(texts) + value, size * len(texts)
        groups.append((len(texts), texts))
    return Digits(text.translate(_HEXADECIMAL_HOLES), number, size, text, tuple(groups))


@cache
def _pair(digits: str) -> tuple[int, tuple[str, ...]]:
    """Return the place of one or two digits among all of their form, and those."""
    texts = tuple(map("".join, product(*(_HEXADECIMAL[digit] for digit in digits))))
    return texts.index(digits), texts


def _of_groups(number: int, groups: tuple[tuple[int, tuple[str, ...]], ...]) -> str:
    parts = []
    for size, texts in reversed(groups):
        number, place = divmod(number, size)
        parts.append(texts[place])
    return "".join(reversed(parts))


def _of_letters(number: int, count: int) -> str:
    parts = []
    for _ in range(0, count, _GROUP):
        number, place = divmod(number, len(_GROUPS))
        parts.append(_GROUPS[place])
    return "".join(reversed(parts))[-count:]


def _bits(text: str) -> int:
    return int.from_bytes(text.encode())
