"""``log_line_prefix``: any of them becomes a pattern by which log lines are taken apart.

Escapes as in PostgreSQL's elog.c (log_status_format); padding (``%-10u``) is blanks. Which prefix a log has that comes
without it, ``prefix_detection`` finds out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import polars as pl

from pgrehearse.base.errors import UsageProblem

_STAMP = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_ZONE = r"(?:[A-Z][A-Za-z]*|[+-]\d\d(?::?\d\d)?)"
ESCAPES = {
    "a": r".*?",
    "u": r".*?",
    "d": r".*?",
    "r": r"(?:\[local\]|[^\s()]*\(\d+\))?",
    "h": r"(?:\[local\]|[^\s()|,]*)",
    "b": r"[^|,;\[\]()=@]*?",
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
    "L": r"(?:\[local\]|\[none\]|[0-9A-Fa-f:.]*(?:%\w+)?)",
}
# A name before an @ may hold one itself (users that are e-mail addresses): the last one ends it.
_BEFORE_AT, _BEHIND_AT, _PADDED_BEFORE_AT = ".*", "[^@]*?", "(?:.*[^ ])?"
_NAMES = "uda"
MAIN = ("LOG", "ERROR", "FATAL", "PANIC", "WARNING", "NOTICE", "INFO", r"DEBUG[1-5]?")
FOLLOWING = ("DETAIL", "HINT", "QUERY", "CONTEXT", "LOCATION", "STATEMENT", "BACKTRACE")
SEVERITY = "|".join((*MAIN, *FOLLOWING))
_SAID = f"(?:{SEVERITY}):  "
_SEVERITY = re.compile(f"({SEVERITY}):  ".encode())

# What a record's prefix holds, unless a transport tells the time.
STAMPED = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|\b\d{10}\.\d{3}\b"
# A record's prefix and severity are not longer: a line of megabytes is not searched to its end.
MOST = 1 << 12


@dataclass(frozen=True, slots=True)
class Prefix:
    """A prefix as a pattern: *pattern* holds a group for each of *fields* (escape letters)."""

    text: str
    pattern: str
    fields: tuple[str, ...]

    @property
    def resolution_us(self) -> int:
        """How exactly it tells the time."""
        return 1_000 if {"m", "n"} & set(self.fields) else 1_000_000

    def parsed(self, lines: pl.Series) -> pl.DataFrame:
        """Return each line's *fields*, ``severity`` and ``text`` (its message); all null for a line of another form."""
        parts = apart(lines)
        whole = rf"(?s)^{self.pattern}$"
        fits = parts["head"].str.contains(whole).fill_null(value=False)
        found = parts.select("severity", "text")
        if self.fields:
            found = parts["head"].str.extract_groups(whole).struct.unnest().select(self.fields).hstack(found)
        if fits.all():
            return found
        found = found.with_columns(pl.when(pl.lit(fits)).then(pl.all()))
        rows = (~fits & parts["severity"].is_not_null()).arg_true()
        return found if rows.is_empty() else self._found_later(lines, rows, found)

    def _found_later(self, lines: pl.Series, rows: pl.Series, found: pl.DataFrame) -> pl.DataFrame:
        """Add *rows* whose severity is not the first such word of its line: a name may hold it too."""
        lazy = self.pattern.replace(f">{_BEFORE_AT})", f">{_BEFORE_AT}?)")
        again = lines.gather(rows).str.extract_groups(rf"(?s)^{lazy}(?P<severity>{SEVERITY}):  (?P<text>.*)$")
        return found.with_columns(found[name].scatter(rows, again.struct.field(name)) for name in found.columns)

    def opened(self, line: bytes, before: str = "") -> str | None:
        """Return the stamp of the record that begins with *line* ("": it tells none); None: none begins there.

        *before*: a pattern of what stands before the prefix.
        """
        if not _lead(before, self.text).match(line, 0, MOST):
            return None
        text = re.sub(f"^(?:{before})".encode(), b"", line[:MOST], count=1) if before else line[:MOST]
        said = _SEVERITY.search(text)
        if said is None or said[1].decode() in FOLLOWING:
            return None
        head = pl.Series([text[: said.start()].decode(errors="replace")])
        whole = rf"(?s)^{self.pattern}$"
        if not head.str.contains(whole).item():
            return None
        stamp = next((field for field in ("m", "t") if field in self.fields), None)
        return str(head.str.extract_groups(whole).struct.field(stamp).item()) if stamp else ""


def apart(lines: pl.Series) -> pl.DataFrame:
    """Split lines at the first word of a severity: ``head`` (the prefix), ``severity``, ``text``; null where there is none."""
    at = lines.str.find(_SAID)
    at = at.set(at > MOST, None)
    here = pl.col("at").is_not_null()
    octets = pl.col("line").cast(pl.Binary)
    return (
        pl.DataFrame({"line": lines, "at": at})
        .select(
            pl.when(here).then(octets.bin.slice(0, pl.col("at").fill_null(0)).cast(pl.String)).alias("head"),
            pl.when(here)
            .then(octets.bin.slice(pl.col("at").fill_null(0)).cast(pl.String).str.splitn(":  ", 2))
            .struct.rename_fields(["severity", "text"])
            .alias("rest"),
        )
        .unnest("rest")
    )


@cache
def _lead(before: str, text: str) -> re.Pattern[bytes]:
    """Return a pattern of what comes before the first identifier: most lines that begin no record fail it at once."""
    stamps = re.match(r"(?:[^%]|%[mtnp%])*", text)
    lead = "".join(
        ESCAPES.get(piece[1], re.escape(piece[1])) if piece[0] == "%" else re.escape(piece)
        for piece in re.findall(r"%.|[^%]", stamps[0] if stamps else "")
    )
    return re.compile((before + lead).encode())


def pieces(text: str) -> list[tuple[str, str]]:
    """Split a prefix into literals ("", text) and escapes (letter, padding); escapes that PostgreSQL ignores go.

    >>> pieces("%m [%5p]")
    [('m', ''), ('', ' ['), ('p', '5'), ('', ']')]
    """
    out: list[tuple[str, str]] = []
    for found in re.finditer(r"%(?P<width>-?\d*)(?P<letter>.)|(?P<literal>[^%]+)", text, re.DOTALL):
        letter, literal = found["letter"], found["literal"]
        if letter in ESCAPES or letter == "q":
            out.append((letter, found["width"]))
        elif literal or letter == "%":
            before = out.pop()[1] if out and not out[-1][0] else ""
            out.append(("", before + (literal or "%")))
    return out


def compiled(text: str, *, in_syslog: bool = False) -> Prefix:
    """Turn a ``log_line_prefix`` into a pattern.

    Raises ``UsageProblem`` for one that tells neither time nor process: nothing could be made of its lines. *in_syslog*:
    syslog's header tells both.
    """
    out, fields, stops = "", list[str](), False
    parts = pieces(text)
    for place, (letter, told) in enumerate(parts):
        if not letter:
            out += re.escape(told)
        elif letter == "q":
            out += "" if stops else "(?:"
            stops = True
        else:
            grammar = _beside_at(letter, parts, place) or ESCAPES[letter]
            grammar = _PADDED_BEFORE_AT if told and grammar == _BEFORE_AT else grammar
            group = f"(?P<{letter}>{grammar})" if letter not in fields else f"(?:{grammar})"
            out += f" *{group} *" if told else group
            fields.append(letter)
    out += ")?" if stops else ""
    if not in_syslog and (not {"m", "t", "n"} & set(fields) or not {"p", "c"} & set(fields)):
        raise UsageProblem(
            f"log_line_prefix {text!r} does not tell the time and the process of a line",
            remedy="log with %m and %p (or %c) in log_line_prefix, or with csvlog",
        )
    return Prefix(text, out, tuple(dict.fromkeys(fields)))


def _beside_at(letter: str, parts: list[tuple[str, str]], place: int) -> str:
    """Return the grammar of a name beside an @ ("": there is none, or it is no name)."""
    if letter not in _NAMES:
        return ""
    if parts[place + 1 : place + 2] and parts[place + 1][0] == "" and parts[place + 1][1].startswith("@"):
        return _BEFORE_AT
    return _BEHIND_AT if place and parts[place - 1][0] == "" and parts[place - 1][1].endswith("@") else ""
