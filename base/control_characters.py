"""Control characters in text from outside are escaped before a person or a program reads it.

Identifiers, names of runs and applications, and errors may contain any character. A character that moves the cursor, colors
the terminal, changes the direction of writing or is not allowed in XML is shown as its number.
"""

from __future__ import annotations

import json
import re
from typing import Any

# C0 without tab and line feed, DEL and C1; marks that change the direction of writing; line separators; what is not a
# character: halves of surrogate pairs, and the two that XML excludes.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def visible(text: str) -> str:
    r"""Return a text with its control characters escaped.

    >>> visible("\x1b[31mred")
    '\\x1b[31mred'
    """
    return _CONTROL.sub(_number, text)


def json_text(document: Any) -> str:
    """Return a document as JSON with control characters escaped; parsing it returns the same document."""
    text = json.dumps(document, ensure_ascii=False, default=str)
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _number(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
