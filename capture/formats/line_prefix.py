"""Any ``log_line_prefix`` becomes a pattern that splits log lines into fields.

Escapes as in PostgreSQL's elog.c (log_status_format); padding (``%-10u``) is blanks. ``prefix_detection`` detects the
prefix of a log that comes without it.
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
# A name before an @ may contain one (users that are e-mail addresses): the last one ends it.
_BEFORE_AT, _AFTER_AT, _PADDED_BEFORE_AT = ".*", "[^@]*?", "(?:.*[^ ])?"
_NAMES = "uda"
MAIN = ("LOG", "ERROR", "FATAL", "PANIC", "WARNING", "NOTICE", "INFO", r"DEBUG[1-5]?")
FOLLOWING = ("DETAIL", "HINT", "QUERY", "CONTEXT", "LOCATION", "STATEMENT", "BACKTRACE")
SEVERITY = "|".join((*MAIN, *FOLLOWING))
_SEVERITY_WORD = f"(?:{SEVERITY}):  "
_SEVERITY = re.compile(f"({SEVERITY}):  ".encode())

# A record's prefix contains a time, unless the transport has it.
STAMPED = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|\b\d{10}\.\d{3}\b"
# The maximum length of a record's prefix and severity: a line of megabytes is not searched to its end.
MOST = 1 << 12


@dataclass(frozen=True, slots=True)
class Prefix:
    """A prefix as a pattern: *pattern* has a group for each of *fields* (escape letters)."""

    text: str
    pattern: str
    fields: tuple[str, ...]

    @property
    def resolution_us(self) -> int:
        """The resolution of its time stamps."""
        return 1_000 if {"m", "n"} & set(self.fields) else 1_000_000

    def parsed(self, lines: pl.Series) -> pl.DataFrame:
        """Return each line's *fields*, ``severity`` and ``text`` (its message); all null for a line of another form."""
        parts = split_at_severity(lines)
        pattern = rf"(?s)^{self.pattern}$"
        fits = parts["head"].str.contains(pattern).fill_null(value=False)
        parsed = parts.select("severity", "text")
        if self.fields:
            parsed = parts["head"].str.extract_groups(pattern).struct.unnest().select(self.fields).hstack(parsed)
        if fits.all():
            return parsed
        parsed = parsed.with_columns(pl.when(pl.lit(fits)).then(pl.all()))
        rows = (~fits & parts["severity"].is_not_null()).arg_true()
        return parsed if rows.is_empty() else self._with_later_severity(lines, rows, parsed)

    def _with_later_severity(self, lines: pl.Series, rows: pl.Series, parsed: pl.DataFrame) -> pl.DataFrame:
        """Add *rows* whose severity is not the first such word of its line: a name may contain it too."""
        lazy = self.pattern.replace(f">{_BEFORE_AT})", f">{_BEFORE_AT}?)")
        again = lines.gather(rows).str.extract_groups(rf"(?s)^{lazy}(?P<severity>{SEVERITY}):  (?P<text>.*)$")
        return parsed.with_columns(parsed[name].scatter(rows, again.struct.field(name)) for name in parsed.columns)

    def opened(self, line: bytes, before: str = "") -> str | None:
        """Return the time stamp of the record that begins with *line* ("": it has none); None: the line begins no record.

        *before*: a pattern for text before the prefix.
        """
        if not _lead(before, self.text).match(line, 0, MOST):
            return None
        text = re.sub(f"^(?:{before})".encode(), b"", line[:MOST], count=1) if before else line[:MOST]
        severity = _SEVERITY.search(text)
        if severity is None or severity[1].decode() in FOLLOWING:
            return None
        head = pl.Series([text[: severity.start()].decode(errors="replace")])
        pattern = rf"(?s)^{self.pattern}$"
        if not head.str.contains(pattern).item():
            return None
        stamp = next((field for field in ("m", "t") if field in self.fields), None)
        return str(head.str.extract_groups(pattern).struct.field(stamp).item()) if stamp else ""


def split_at_severity(lines: pl.Series) -> pl.DataFrame:
    """Split lines at their first severity: ``head`` (the prefix), ``severity``, ``text``; null if there is none."""
    at = lines.str.find(_SEVERITY_WORD)
    at = at.set(at > MOST, None)
    has_severity = pl.col("at").is_not_null()
    line = pl.col("line").cast(pl.Binary)
    return (
        pl.DataFrame({"line": lines, "at": at})
        .select(
            pl.when(has_severity).then(line.bin.slice(0, pl.col("at").fill_null(0)).cast(pl.String)).alias("head"),
            pl.when(has_severity)
            .then(line.bin.slice(pl.col("at").fill_null(0)).cast(pl.String).str.splitn(":  ", 2))
            .struct.rename_fields(["severity", "text"])
            .alias("rest"),
        )
        .unnest("rest")
    )


@cache
def _lead(before: str, text: str) -> re.Pattern[bytes]:
    """Return a pattern for the text before the first name or number: most lines that begin no record do not match it."""
    stamps = re.match(r"(?:[^%]|%[mtnp%])*", text)
    lead = "".join(
        ESCAPES.get(piece[1], re.escape(piece[1])) if piece[0] == "%" else re.escape(piece)
        for piece in re.findall(r"%.|[^%]", stamps[0] if stamps else "")
    )
    return re.compile((before + lead).encode())


def pieces(text: str) -> list[tuple[str, str]]:
    """Split a prefix into literals ("", text) and escapes (letter, padding), without escapes that PostgreSQL ignores.

    >>> pieces("%m [%5p]")
    [('m', ''), ('', ' ['), ('p', '5'), ('', ']')]
    """
    split: list[tuple[str, str]] = []
    for match in re.finditer(r"%(?P<width>-?\d*)(?P<letter>.)|(?P<literal>[^%]+)", text, re.DOTALL):
        letter, literal = match["letter"], match["literal"]
        if letter in ESCAPES or letter == "q":
            split.append((letter, match["width"]))
        elif literal or letter == "%":
            before = split.pop()[1] if split and not split[-1][0] else ""
            split.append(("", before + (literal or "%")))
    return split


def compiled(text: str, *, in_syslog: bool = False) -> Prefix:
    """Turn a ``log_line_prefix`` into a pattern.

    Raises ``UsageProblem`` for one without the time or without the process: its lines could not be read. *in_syslog*: the
    header of syslog contains both.
    """
    pattern, fields, stops = "", list[str](), False
    parts = pieces(text)
    for place, (letter, text_or_width) in enumerate(parts):
        if not letter:
            pattern += re.escape(text_or_width)
        elif letter == "q":
            pattern += "" if stops else "(?:"
            stops = True
        else:
            grammar = _next_to_at(letter, parts, place) or ESCAPES[letter]
            grammar = _PADDED_BEFORE_AT if text_or_width and grammar == _BEFORE_AT else grammar
            group = f"(?P<{letter}>{grammar})" if letter not in fields else f"(?:{grammar})"
            pattern += f" *{group} *" if text_or_width else group
            fields.append(letter)
    pattern += ")?" if stops else ""
    if not in_syslog and (not {"m", "t", "n"} & set(fields) or not {"p", "c"} & set(fields)):
        raise UsageProblem(
            f"log_line_prefix {text!r} does not contain the time and the process of a line",
            remedy="log with %m and %p (or %c) in log_line_prefix, or with csvlog",
        )
    return Prefix(text, pattern, tuple(dict.fromkeys(fields)))


def _next_to_at(letter: str, parts: list[tuple[str, str]], place: int) -> str:
    """Return the grammar of a name next to an @ ("": there is no @, or it is not a name)."""
    if letter not in _NAMES:
        return ""
    if parts[place + 1 : place + 2] and parts[place + 1][0] == "" and parts[place + 1][1].startswith("@"):
        return _BEFORE_AT
    return _AFTER_AT if place and parts[place - 1][0] == "" and parts[place - 1][1].endswith("@") else ""
