"""``log_line_prefix``: any of them becomes a pattern; the common ones are tried on a log that comes without its own.

Escapes as in PostgreSQL's elog.c (log_status_format); padding (``%-10u``) is blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import polars as pl

from base.errors import UsageProblem

_STAMP = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_ZONE = r"(?:[A-Z][A-Za-z]*|[+-]\d\d(?::?\d\d)?)"
ESCAPES = {
    "a": r".*?",
    "u": r".*?",
    "d": r".*?",
    "r": r"(?:\[local\]|[^\s()]*\(\d+\))?",
    "h": r"(?:\[local\]|[^\s()|,]*)",
    "b": r".*?",
    "p": r"\d+",
    "P": r"\d*",
    "t": rf"{_STAMP} {_ZONE}",
    "m": rf"{_STAMP}\.\d{{3}} {_ZONE}",
    "n": r"\d+\.\d{3}",
    "i": r".*?",
    "e": r"[0-9A-Z]{5}",
    "c": r"[0-9a-f]+\.[0-9a-f]+",
    "l": r"\d+",
    "s": rf"{_STAMP} {_ZONE}",
    "v": r"(?:\d+/\d+)?",
    "x": r"\d+",
    "Q": r"-?\d+",
    "L": r".*?",
}
MAIN = ("LOG", "ERROR", "FATAL", "PANIC", "WARNING", "NOTICE", "INFO", r"DEBUG[1-5]?")
FOLLOWING = ("DETAIL", "HINT", "QUERY", "CONTEXT", "LOCATION", "STATEMENT", "BACKTRACE")

# Tried in this order on a log whose prefix was not given: the more a prefix says, the earlier.
COMMON = (
    "%m|%n|%p|%b|%P|%u|%d|%a|%h|%r|%c|%l|%s|%v|%x|%e|%i|%Q|%q ",
    "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:",  # RDS, the second one it takes
    "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a",
    "%m [%p] %c %l %e %v %x %r %q%u@%d %a ",  # what doctor recommends
    "%m [%p] %c %l %v %x %r %q%u@%d %a ",
    "%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ",  # pgBadger's
    "%m [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ",
    "%t [%p]: user=%u,db=%d,app=%a,client=%h ",
    "%m [%p]: [%l-1] db=%d,user=%u ",  # Google Cloud SQL
    "%t [%p]: [%l-1] user=%u,db=%d ",
    "%t:%r:%u@%d:[%p]:",  # RDS and Aurora
    "%m|%u|%d|%c|",  # pgreplay's
    "%m [%p] %h %u@%d ",
    "%m [%p] %u@%d ",
    "%m [%p] %q%u@%d ",  # Debian's
    "%t [%p] %q%u@%d ",
    "%m [%p] %h %q%u@%d ",
    "%m [%p] ",  # PostgreSQL's own
    "%t [%p] ",
    "%m %p ",
)


# A record's prefix and severity are not longer: patterns that give and take need not look into a line of megabytes.
MOST = 1 << 12


@dataclass(frozen=True, slots=True)
class Prefix:
    """A prefix as a pattern: *pattern* holds a group for each of *fields* (escape letters), then the severity and the text."""

    text: str
    pattern: str
    fields: tuple[str, ...]

    @property
    def resolution_us(self) -> int:
        """How exactly it tells the time."""
        return 1_000 if {"m", "n"} & set(self.fields) else 1_000_000

    def opened(self, line: bytes, before: str = "") -> str | None:
        """Return the stamp of the record that begins with *line* ("": it tells none); None: none begins there.

        *before*: a pattern of what stands before the prefix. Identifiers may be anything, so a prefix gives and takes:
        Rust's expressions take time in proportion to the line all the same, where Python's take its nth power.
        """
        if not _lead(before, self.text).match(line, 0, MOST):
            return None
        text = pl.Series([line[:MOST].decode(errors="replace")])
        pattern = rf"^{before}{self.pattern}(?:{'|'.join(MAIN)}):  "
        if not text.str.contains(pattern).item():
            return None
        stamp = next((field for field in ("m", "t") if field in self.fields), None)
        return str(text.str.extract(pattern, self.fields.index(stamp) + 1).item()) if stamp else ""


@cache
def _lead(before: str, text: str) -> re.Pattern[bytes]:
    """Return a pattern of what comes before the first identifier: most lines that begin no record fail it at once."""
    stamps = re.match(r"(?:[^%]|%[mtnp%])*", text)
    lead = "".join(
        ESCAPES.get(piece[1], re.escape(piece[1])) if piece[0] == "%" else re.escape(piece)
        for piece in re.findall(r"%.|[^%]", stamps[0] if stamps else "")
    )
    return re.compile((before + lead).encode())


def compiled(text: str) -> Prefix:
    """Turn a ``log_line_prefix`` into a pattern.

    Raises ``UsageProblem`` for one that tells neither time nor process: nothing could be made of its lines.
    """
    out, fields = "", list[str]()
    at, optional = 0, False
    while at < len(text):
        if text[at] != "%":
            out += re.escape(text[at])
            at += 1
            continue
        found = re.compile(r"%(-?\d*)(.?)").match(text, at)
        if found is None:
            break
        at = found.end()
        letter = found[2]
        if letter == "%":
            out += "%"
        elif letter == "q" and not optional:
            out += "(?:"
            optional = True
        elif letter in ESCAPES:
            group = f"(?P<{letter}>{ESCAPES[letter]})" if letter not in fields else f"(?:{ESCAPES[letter]})"
            out += f" *{group} *" if found[1] else group
            fields.append(letter)
    out += ")?" if optional else ""
    if not {"m", "t", "n"} & set(fields) or not {"p", "c"} & set(fields):
        raise UsageProblem(
            f"log_line_prefix {text!r} does not tell the time and the process of a line",
            remedy="log with %m and %p (or %c) in log_line_prefix, or with csvlog",
        )
    return Prefix(text, out, tuple(dict.fromkeys(fields)))


def worked_out(lines: list[bytes]) -> Prefix | None:
    """Return the common prefix that fits the lines best (at least four fifths of them), if one does.

    Lines that continue a message (they begin with a tab) say nothing.
    """
    heads = [line for line in lines if line and not line.startswith(b"\t")]
    if not heads:
        return None
    texts = pl.Series([line[:MOST].decode(errors="replace") for line in heads])
    said = f"(?:{'|'.join((*MAIN, *FOLLOWING))}):  "
    counted = [(int(texts.str.contains(f"^{one.pattern}{said}").sum()), one) for one in map(compiled, COMMON)]
    most, best = max(counted, key=lambda pair: pair[0])
    return best if most >= 0.8 * len(heads) else None
