"""Bytes that are not valid UTF-8, as characters of valid text and back (as Python's surrogateescape does).

A log may contain text in any encoding, and text columns contain UTF-8 only. The bytes 0x80 to 0xFF that are not part of valid
UTF-8 become the private characters U+10FF80 to U+10FFFF. A text that already contains such a character has its four bytes
escaped one by one, so that unescaping is exact.
"""

from __future__ import annotations

import codecs
import re

import polars as pl

_BASE = 0x10FF00
_RESERVED = re.compile(rb"\xf4\x8f[\xbe\xbf][\x80-\xbf]")
ESCAPED = "[\U0010ff80-\U0010ffff]"
_CHARACTER = re.compile(ESCAPED)
_HANDLER = "pgrehearse-escape"


def _escape_invalid(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(_BASE + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_HANDLER, _escape_invalid)


def escape(data: bytes) -> tuple[bytes, bool]:
    """Return *data* as valid UTF-8, and whether any byte was escaped."""
    if data.isascii():
        return data, False
    if _RESERVED.search(data):
        parts = _RESERVED.split(data)
        reserved = ["".join(chr(_BASE + byte) for byte in match) for match in _RESERVED.findall(data)]
        texts = [part.decode("utf-8", _HANDLER) for part in parts]
        return "".join(a + b for a, b in zip(texts, [*reserved, ""], strict=True)).encode(), True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", _HANDLER).encode(), True
    return data, False


def unescape(text: str) -> bytes:
    """Return the original bytes of one text."""
    data = bytearray()
    at = 0
    for match in _CHARACTER.finditer(text):
        data += text[at : match.start()].encode()
        data.append(ord(match[0]) - _BASE)
        at = match.end()
    return bytes(data + text[at:].encode())


def unescape_column(texts: pl.Series) -> pl.Series:
    """Return a string column as binary, with the original bytes."""
    binary = texts.cast(pl.Binary)
    multibyte = (texts.str.len_bytes() != texts.str.len_chars()).arg_true()
    if multibyte.is_empty():
        return binary
    rows = multibyte.filter(texts.gather(multibyte).str.contains(ESCAPED))
    return binary.scatter(rows, [unescape(text) for text in texts.gather(rows)])
