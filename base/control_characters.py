"""Text of others where people or programs read it: characters that act instead of showing are written out.

Identifiers, names of runs and applications, and errors may hold any character; one that moves a cursor, colors a
terminal, turns the direction of writing or is no character of XML is shown as its number.
"""

from __future__ import annotations

import json
import re
from typing import Any

# C0 without tab and line feed, DEL and C1; marks that turn the direction of writing; separators of lines; what is no
# character: halves of surrogate pairs, and the two that XML excludes.
_ACTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def visible(text: str) -> str:
    r"""Return a text with the characters that act written out.

    >>> visible("\x1b[31mred")
    '\\x1b[31mred'
    """
    return _ACTS.sub(_number, text)


def json_text(document: Any) -> str:
    """Return a document as JSON in which no character acts: it reads back as it is."""
    text = json.dumps(document, ensure_ascii=False, default=str)
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _number(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
