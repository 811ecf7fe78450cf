"""Pseudonyms of single values: numbers, dates, addresses and texts. Different values of one form have different pseudonyms.

Theory of operation. The characters of a value that may change are digits of one number in a mixed base, and this number is permuted
(``permutation``) among those of all values of the same form. The form stays: the length, the class of each character, the sign, the first
two digits of each run of digits, upper and lower case. Therefore two values with one pseudonym would be the same value, so that a column
without duplicates has none afterwards. A value with more than 160 bits is replaced by a pseudorandom one of its form instead, which is
shared by two values with a probability below 2 ** -80. Values that are equal for PostgreSQL have equal pseudonyms in spite of other
texts: ``1234.50`` and ``1234.5``, an instant in two time zones, letters in upper and lower case where the case is all that differs.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache

import numpy as np

from pgrehearse.workload.letter_digits import HOLE, of_hexadecimal, of_letters
from pgrehearse.workload.permutation import MOST, permuted

NUMBER = re.compile(r"([+-]?)(\d+)(?:\.(\d*))?([eE][+-]?\d+)?", re.ASCII)
DATETIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:([ T])(\d\d):(\d\d)(?::(\d\d))?(?:\.(\d+))?(\s*)([+-]\d\d(?::?\d\d)?|Z|UTC)?)?(?![\d-])",
    re.ASCII,
)
ADDRESS = re.compile(r"(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})((?:/\d+)?)", re.ASCII)
HEXADECIMAL = re.compile(
    r"(?:\\x)?[0-9a-fA-F-]{8,}|(?=.*[a-fA-F]|.*::|(?:.*:){4})[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}", re.ASCII
)
# The last numbers of smallint, integer and bigint, and the numbers after them: a pseudonym does not cross them.
_LIMITS = [limit for bits in (15, 31, 63) for limit in (1 << bits, (1 << bits) + 1)]
_KEPT_DIGITS = 2
# More digits than those of a run that stay.
_LONG_RUN = re.compile(r"\d{3}", re.ASCII)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DAY = 86_400
_0, _9, _A, _Z = (np.uint8(ord(one)) for one in "09az")
# A text with more letters has more than 160 bits.
_LONG = 40
_OCTETS = {1: (0, 10), 2: (10, 90), 3: (100, 156)}


def of_number(key: bytes, sign: str, whole: str, fraction: str | None) -> str:
    """Return the pseudonym of a decimal number: the sign, the number of digits and the first two digits stay."""
    text = sign + _whole(key, whole)
    if fraction is None:
        return text
    digits = fraction.rstrip("0")
    kept, rest = digits[:_KEPT_DIGITS], digits[_KEPT_DIGITS:]
    return f"{text}.{kept}{_ending(key, rest, f'fraction {whole}.{kept}')}{'0' * (len(fraction) - len(digits))}"


def _whole(key: bytes, digits: str) -> str:
    if len(digits) <= 3:
        return digits
    free = len(digits) - _KEPT_DIGITS
    first = int(digits[:_KEPT_DIGITS]) * 10**free
    low, high, number = first, first + 10**free, int(digits)
    for limit in _LIMITS if digits[0] != "0" else ():
        low, high = (max(low, limit), high) if number >= limit else (low, min(high, limit))
    if high - low > MOST:
        return digits[:_KEPT_DIGITS] + _drawn(key, digits, [10] * free)
    return str(low + permuted(number - low, high - low, key, b"whole %d %d" % (len(digits), low))).zfill(len(digits))


def _ending(key: bytes, digits: str, tweak: str) -> str:
    """Return the pseudonym of digits whose last one is not zero; the last one of the result is not zero either."""
    if not digits:
        return ""
    head, last = divmod(int(digits), 10)
    size = 9 * 10 ** (len(digits) - 1)
    if size > MOST:
        return _drawn(key, digits, [10] * (len(digits) - 1)) + digits[-1]
    head, last = divmod(permuted(head * 9 + last - 1, size, key, f"{tweak} {len(digits)}".encode()), 9)
    return str(head * 10 + last + 1).zfill(len(digits))


def of_datetime(key: bytes, found: re.Match[str]) -> str | None:
    """Return the pseudonym of a date, or of an instant: the year stays; an instant at midnight (UTC) stays at midnight. None: no such date."""
    year, month, day, middle, hours, minutes, seconds, fraction, space, zone = found.groups()
    try:
        offset = _offset(zone)
        local = datetime(
            int(year), int(month), int(day), int(hours or 0), int(minutes or 0), int(seconds or 0), tzinfo=offset
        )
        instant = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    new_day = _day(key, instant.date())
    if middle is None:
        return new_day.isoformat()
    of_day = instant.hour * 3600 + instant.minute * 60 + instant.second
    precise = (fraction or "").rstrip("0")
    if of_day or precise:
        tweak = f"time {instant.date()}".encode()
        of_day = permuted(of_day - 1, _DAY - 1, key, tweak) + 1 if of_day else 0
    try:
        new = datetime(new_day.year, new_day.month, new_day.day, tzinfo=UTC) + timedelta(seconds=of_day)
        new = new.astimezone(offset)
    except OverflowError:
        return None
    clock = new.strftime("%H:%M:%S" if seconds or new.second else "%H:%M")
    ending = (
        ""
        if fraction is None
        else f".{_ending(key, precise, f'second {instant}')}{'0' * (len(fraction) - len(precise))}"
    )
    return f"{new.date().isoformat()}{middle}{clock}{ending}{space or ''}{zone or ''}"


def _offset(zone: str | None) -> timezone:
    if zone in {None, "Z", "UTC"}:
        return UTC
    digits = str(zone)[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return timezone(timedelta(minutes=minutes if str(zone)[0] == "+" else -minutes))


@lru_cache(maxsize=4096)
def _day(key: bytes, day: date) -> date:
    first = date(day.year, 1, 1)
    days = 366 if day.year % 4 == 0 and (day.year % 100 or day.year % 400 == 0) else 365
    return first + timedelta(days=permuted((day - first).days, days, key, b"day %d" % day.year))


def of_address(key: bytes, found: re.Match[str]) -> str | None:
    """Return the pseudonym of an IPv4 address: each part keeps its number of digits. None: it is no address."""
    parts = [int(part) for part in found.groups()[:4]]
    if any(part > 255 or len(str(part)) != len(text) for part, text in zip(parts, found.groups(), strict=False)):
        return None
    forms = [_OCTETS[len(str(part))] for part in parts]
    digits = [part - low for part, (low, _) in zip(parts, forms, strict=True)]
    new = _mixed(key, digits, [size for _, size in forms], f"address {forms}")
    return ".".join(str(low + digit) for digit, (low, _) in zip(new, forms, strict=True)) + str(found[5])


def of_text(key: bytes, text: str, fixed: Sequence[tuple[int, int]], *, hexadecimal: bool) -> str:
    """Return the pseudonym of a text: each letter and digit becomes another one of its class. The spans in *fixed* stay."""
    new = None
    if text.isascii() and not hexadecimal and len(text) > _LONG:
        new = _of_long_text(key, text, fixed)
    if new is None and text.isascii() and not fixed:
        new = of_plain_text(key, text, hexadecimal=hexadecimal)
    return of_any_text(key, text, fixed, hexadecimal=hexadecimal) if new is None else new


def of_plain_text(key: bytes, text: str, *, hexadecimal: bool) -> str | None:
    """Return the pseudonym of an ASCII text of which only letters change, or only hexadecimal digits; None: it is another text."""
    if text.startswith("\\x") or HOLE in text or (not hexadecimal and _LONG_RUN.search(text)):
        return None
    if not any(map(str.isalnum if hexadecimal else str.isalpha, text)):
        return text
    digits = of_hexadecimal(text) if hexadecimal else of_letters(text)
    if digits.size > MOST:
        return None
    return digits.with_number(permuted(digits.number, digits.size, key, b"text " + digits.form.encode()))


def of_any_text(key: bytes, text: str, fixed: Sequence[tuple[int, int]], *, hexadecimal: bool) -> str:
    """Return the pseudonym of a text, character by character."""
    stays = {place for start, end in fixed for place in range(start, end)}
    alphabets = list(_alphabets(text, stays, hexadecimal=hexadecimal))
    places = [place for place, alphabet in enumerate(alphabets) if len(alphabet) > 1]
    old = [alphabets[place].index(_folded(text[place])) for place in places]
    form = "".join(HOLE if len(alphabet) > 1 else text[place] for place, alphabet in enumerate(alphabets))
    drawn = _mixed(key, old, [len(alphabets[place]) for place in places], f"text {form}")
    out = list(text)
    for place, digit in zip(places, drawn, strict=True):
        letter = alphabets[place][digit]
        out[place] = letter.upper() if text[place].isupper() else letter
    return "".join(out)


def _of_long_text(key: bytes, text: str, fixed: Sequence[tuple[int, int]]) -> str | None:
    """Return the pseudonym of an ASCII text, all characters at once; None: it has few letters, and its pseudonym is a permutation."""
    old = np.frombuffer(text.encode(), np.uint8).copy()
    folded = np.frombuffer(text.lower().encode(), np.uint8)
    letters, digits = (folded >= _A) & (folded <= _Z), (old >= _0) & (old <= _9)
    digits[_KEPT_DIGITS:] &= digits[:-1][1:] & digits[:-2]
    digits[:_KEPT_DIGITS] = False
    for start, end in fixed:
        letters[start:end] = digits[start:end] = False
    if int(letters.sum()) <= _LONG:
        return None
    state = hashlib.blake2b(folded.tobytes(), key=key[:64])
    drawn = np.frombuffer(hashlib.shake_256(state.digest()).digest(2 * len(old)), np.uint16)
    old[letters] += (drawn[letters] % 26).astype(np.uint8) - (folded[letters] - _A)
    old[digits] = _0 + drawn[digits] % 10
    return old.tobytes().decode()


def of_digits(key: bytes, text: str, alphabet: str) -> str:
    """Return the pseudonym of a text of digits of *alphabet*; a text with other characters is replaced by pseudorandom digits."""
    sizes = [len(alphabet)] * len(text)
    if set(text) <= set(alphabet):
        old = [alphabet.index(digit) for digit in text]
    else:
        old = [ord(digit) % len(alphabet) for digit in text]
    return "".join(alphabet[digit] for digit in _mixed(key, old, sizes, f"digits {alphabet}"))


def _mixed(key: bytes, digits: list[int], sizes: list[int], tweak: str) -> list[int]:
    """Return the image of a number that has *digits* in the mixed base *sizes*."""
    size = number = 0
    for digit, base in zip(digits, sizes, strict=True):
        size, number = max(size, 1) * base, number * base + digit
        if size > MOST:
            return _pseudorandom(key, digits, sizes, tweak)
    number = permuted(number, size, key, tweak.encode(errors="surrogateescape"))
    out = []
    for base in reversed(sizes):
        number, digit = divmod(number, base)
        out.append(digit)
    return out[::-1]


def _pseudorandom(key: bytes, digits: list[int], sizes: list[int], tweak: str) -> list[int]:
    """Return digits that depend on the key and on all *digits*."""
    state = hashlib.blake2b(tweak.encode(errors="surrogateescape"), key=key[:64])
    state.update(b"," + b",".join(map(str.encode, map(str, digits))))
    drawn = hashlib.shake_256(state.digest()).digest(2 * len(sizes))
    return [int.from_bytes(drawn[2 * at : 2 * at + 2]) % base for at, base in enumerate(sizes)]


def _drawn(key: bytes, text: str, sizes: list[int]) -> str:
    return "".join(map(str, _pseudorandom(key, list(map(int, text)), sizes, "number")))


def _alphabets(text: str, stays: set[int], *, hexadecimal: bool) -> Iterator[str]:
    """Yield, for each character, the characters that can be in its place; one that stays has at most itself."""
    run = 0
    prefix = 2 if hexadecimal and text.startswith("\\x") else 0
    for place, character in enumerate(text):
        digit = character in "0123456789"
        run = run + 1 if digit else 0
        if place < prefix or place in stays:
            yield ""
        elif digit:
            yield "0123456789" if hexadecimal or run > _KEPT_DIGITS else ""
        elif hexadecimal and character in "abcdefABCDEF":
            yield "abcdef"
        else:
            yield _letters(character)


@cache
def _letters(character: str) -> str:
    """Return the letters that can be in the place of a letter: of its alphabet, as far as it is in the same block of 32 characters."""
    if character.isascii():
        return _LETTERS if character.isalpha() else ""
    if not character.isalpha():
        return ""
    letter = _folded(character)
    start = ord(letter) & ~31
    return "".join(one for one in map(chr, range(start, start + 32)) if _like(one, letter))


def _like(one: str, letter: str) -> bool:
    return (
        one.isalpha()
        and _folded(one) == one
        and unicodedata.category(one) == unicodedata.category(letter)
        and _has_case(one) == _has_case(letter)
        and (ord(one.upper()[0]) < 256) == (ord(letter.upper()[0]) < 256)
    )


@cache
def _folded(character: str) -> str:
    return character.lower() if _has_case(character) else character


def _has_case(character: str) -> bool:
    lower = character.lower()
    return len(lower) == 1 and len(lower.upper()) == 1 and lower.upper() != lower and lower.upper().lower() == lower
