"""The ``log_line_prefix`` that a log was written with, detected from its first lines.

Theory of operation. The lines with a severity and a time are used. Some of them are split into tokens
(``prefix_tokens``), their slots get roles from the values of all lines (``prefix_fields``), and the result is a prefix
like one that a user gives: it has to fit the lines, and no message may contradict it (``login_evidence``). If several
prefixes are possible that differ in a value (user, database, host, application, process, time), none is returned: a
wrong user is worse than an error.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import product

import polars as pl

from pgrehearse.base.errors import BadInput, PgrehearseError
from pgrehearse.capture.formats.line_prefix import FOLLOWING, STAMPED, Prefix, compiled, pieces, split_at_severity
from pgrehearse.capture.formats.login_evidence import AUTHORIZED, RECEIVED, UNKNOWN, contradiction, evidence
from pgrehearse.capture.formats.prefix_fields import with_roles
from pgrehearse.capture.formats.prefix_tokens import ADDRESS, NUMBER, STAMP, WORD, Token, tokens

# Common prefixes without labels: the columns after user and database, and words that are neither.
COMMON = (
    "%m [%p] %c %l %e %v %x %r %q%u@%d %a ",  # what doctor recommends
    "%m [%p] %c %l %v %x %r %q%u@%d %a ",
    "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:",  # RDS, the second of its two
    "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a",
    "%t:%r:%u@%d:[%p]:",  # RDS and Aurora
    "%t [%p]: [%l-1] user=%u,db=%d - PG-%e ",  # pganalyze
    "%m|%n|%p|%b||%u|%d|%a|%h|%r|%c|%l|%s|%v|%x|%e|%i|%Q|%q ",  # all there is (%P of a session is empty)
)
# So many lines are used, and so many of them are split into tokens.
_LINES, _TRIED = 1_000, 8
# So many slots without a role may be filled in from a common prefix.
_OPEN = 4
# The share of lines that must fit; the others are damaged.
_FITTING = 0.95
_STATEMENT = r"^(?:duration: |statement: |execute )"
_BACKGROUND = (
    r"^(?:checkpoint |restartpoint |automatic |starting |listening |database system |redo |background worker )"
)
# Characters that no name of a user or a database contains, unless a message of the server confirms it.
_IMPLAUSIBLE = r"[\s,;=|\[\](){}<>\"']"
_TAGGED = re.compile(r"^(?:[A-Z]{4,}|idle)")
_SHOW_PREFIX = "give --prefix as the server has it (show log_line_prefix)"
_VALUES = ("m", "t", "n", "p", "c", "u", "d", "a", "h", "r")


def stamped_lines(lines: list[bytes], processes: list[str] | None = None) -> pl.DataFrame:
    """Return the lines with a severity and a time: ``head`` (the prefix), ``severity``, ``text``, and what they prove.

    Lines without a time are not used: they continue a message, or are a dump of memory contexts. *processes*: the process
    of each line by the header of syslog, which contains the time too.
    """
    parts = split_at_severity(pl.Series("line", [line.decode(errors="replace") for line in lines], dtype=pl.String))
    if processes is not None:
        parts = parts.with_columns(pl.Series("process", processes, dtype=pl.String))
    parts = parts.filter(pl.col("head").is_not_null() & ~pl.col("head").str.starts_with("\t"))
    if processes is None:
        parts = parts.filter(pl.col("head").str.contains(STAMPED))
    main = ~parts["severity"].is_in(list(FOLLOWING))
    return parts.hstack(evidence(parts["text"].set(~main, None))).with_columns(
        (main & parts["text"].str.contains(_STATEMENT)).alias("statement"),
        (main & parts["text"].str.contains(_BACKGROUND)).alias("background"),
    )


def detect_prefix(lines: list[bytes], processes: list[str] | None = None) -> Prefix | None:
    """Return the prefix of a log's first *lines*; None: they do not show it, or several prefixes are possible.

    *processes*: as for ``stamped_lines``.
    """
    stamped = stamped_lines(lines, processes)
    first = stamped.head(_LINES)
    prefix = _detected(first, in_syslog=processes is not None)
    if prefix is None and stamped.height > _LINES:  # messages about connections may come later
        proof = stamped.slice(_LINES).filter(pl.col("event").is_in([RECEIVED, AUTHORIZED]))
        prefix = _detected(pl.concat([first, proof]), in_syslog=processes is not None) if proof.height else None
    return prefix


def _detected(stamped: pl.DataFrame, *, in_syslog: bool) -> Prefix | None:
    """Return the prefix that the lines show, if they show exactly one."""
    if stamped.is_empty():
        return None
    prefixes: dict[str, Prefix] = {}
    for reading in _readings(stamped):
        prefix = _verified(reading, stamped, in_syslog=in_syslog)
        if prefix is not None:
            prefixes.setdefault(prefix.text, prefix)
    values = [_values(prefix, stamped) for prefix in prefixes.values()]
    if not prefixes or not all(frame.equals(values[0]) for frame in values):
        return None
    return next(iter(prefixes.values()))


def check_prefix(prefix: Prefix, lines: list[bytes], name: str) -> list[str]:
    """Check a prefix that the user gave against a log's first *lines*; return notes on the lines that do not match.

    Raises ``BadInput`` if no line matches, or if a message contradicts the fields of its line.
    """
    stamped = stamped_lines(lines, [""] * len(lines))
    if stamped.is_empty():
        return []
    fields, fits = _fields(prefix, stamped["head"])
    option = f"--prefix {prefix.text!r}"
    if not fits.any():
        detected = detect_prefix(lines)
        raise BadInput(
            f"{name}: {option} matches none of the first {stamped.height} log lines; the first line begins with "
            f"{stamped['head'][0]!r}",
            remedy=f"give {detected.text!r}, which matches them" if detected else _SHOW_PREFIX,
        )
    if difference := contradiction(fields.filter(fits), stamped.filter(fits)):
        raise BadInput(f"{name}: {option} is not the server's prefix: it gives the {difference}", remedy=_SHOW_PREFIX)
    notes = []
    if not fits.all():
        notes.append(f"{option} does not match {(~fits).sum()} of the first {stamped.height} log lines of {name}")
    if odd := _odd(fields, stamped):
        detected = detect_prefix(lines)
        if detected is not None and not _values(detected, stamped).equals(_values(prefix, stamped)):
            raise BadInput(
                f"{name}: {option} gives the name {odd!r}; {detected.text!r} matches the lines better",
                remedy=f"give --prefix {detected.text!r}, or as the server has it (show log_line_prefix)",
            )
        notes.append(f"{option} gives the name {odd!r}: check that the prefix is complete")
    return notes


def _readings(stamped: pl.DataFrame) -> list[list[Token]]:
    """Return the possible readings of lines of different form, each slot of which has a role."""
    named = pl.concat([stamped["user"], stamped["database"], stamped["application"]]).drop_nulls().unique()
    names = tuple(sorted(named.filter(~named.is_in(["", UNKNOWN])).to_list(), key=len, reverse=True))
    readings: list[list[Token]] = []
    for head in _different(stamped):
        roles = with_roles(tokens(head, names), stamped)
        if roles is None:
            continue
        if any(token.role in {WORD, ADDRESS, STAMP, NUMBER} for token in roles):
            roles = _as_common(roles)
        if roles is not None and roles not in readings:
            readings.append(roles)
    return readings


def _different(stamped: pl.DataFrame) -> list[str]:
    """Return prefixes of different form; those of connections with a user, and of statements, first."""
    ranked = stamped.with_columns(
        pl.when(pl.col("user").is_not_null())
        .then(0)
        .when("statement")
        .then(1)
        .when(pl.col("event") == RECEIVED)
        .then(3)
        .when("background")
        .then(4)
        .otherwise(2)
        .alias("rank"),
        pl.col("head")
        .str.replace("-1]", "-!]", literal=True)
        .str.replace_all(r"\d+", "0")
        .str.replace_all(r"[A-Za-z]+", "a")
        .alias("form"),
    )
    return ranked.sort("rank", maintain_order=True).unique("form", maintain_order=True)["head"].head(_TRIED).to_list()


def _text(parts: list[Token]) -> str:
    """Return tokens as a ``log_line_prefix``."""
    return "".join(
        token.text.replace("%", "%%")
        if not token.role
        else f"%{f'-{len(token.text) + 1}' if token.padded else ''}{token.role}"
        for token in parts
    )


def _as_common(parts: list[Token]) -> list[Token] | None:
    """Give slots without a role those of the common prefix that has this form, if exactly one has."""
    parts = _merged(parts)
    open_ = [place for place, token in enumerate(parts) if token.role in {WORD, ADDRESS}]
    if len(open_) > _OPEN:
        return None
    forms = _common_forms()
    readings: list[list[Token]] = []
    for roles in product(*(("", "a", "u", "d") if parts[place].role == WORD else ("r", "h") for place in open_)):
        tried = list(parts)
        for place, role in zip(open_, roles, strict=True):
            tried[place] = replace(parts[place], role=role)
        if text := forms.get(_form(_text(tried))):
            letters = iter([letter for letter, _ in pieces(text) if letter and letter != "q"])
            readings.append([replace(token, role=next(letters)) if token.role else token for token in tried])
    return readings[0] if len(readings) == 1 else None


@cache
def _common_forms() -> dict[str, str]:
    """Return the common prefixes by their forms."""
    return {_form(text): text for text in COMMON}


def _merged(parts: list[Token]) -> list[Token]:
    """Join words that only blanks and dashes separate: an application's name may have several words."""
    merged: list[Token] = []
    for part in parts:
        words = [*merged[-2:], part]
        if (
            [word.role for word in words] == [WORD, "", WORD]
            and words[1].text.strip(" -") == ""
            and not any(_TAGGED.match(word.text) for word in words)
        ):
            merged[-2:] = [Token(WORD, "".join(word.text for word in words))]
        else:
            merged.append(part)
    return merged


def _form(text: str) -> str:
    """Return a prefix without %q and without the difference between numbers."""
    return "".join(
        "" if letter == "q" else "%N" if letter and letter in "lxQP" else f"%{letter}" if letter else literal
        for letter, literal in pieces(text)
    )


def _verified(reading: list[Token], stamped: pl.DataFrame, *, in_syslog: bool) -> Prefix | None:
    """Return the reading as a prefix, if it fits the lines and no message contradicts it."""
    text = _text(reading)
    try:
        plain = compiled(text, in_syslog=in_syslog)
    except PgrehearseError:
        return None
    stop = _stop(reading)
    wide = compiled(_text(reading[:stop]) + "%q" + _text(reading[stop:]), in_syslog=in_syslog)
    # Unless a line shows the contrary, the prefix of processes without a client ends before the fields of clients.
    prefix = replace(wide, text=text) if stop < len(reading) else plain
    _, fits = _fields(plain, stamped["head"])
    if not fits.all():
        prefix = _stopped(reading, stamped["head"].filter(~fits), in_syslog=in_syslog) or prefix
    fields, fits = _fields(prefix, stamped["head"])
    if fits.mean() < _FITTING or not _plausible(fields, stamped):  # type: ignore[operator]
        return None
    return None if contradiction(fields, stamped) else prefix


def _fields(prefix: Prefix, heads: pl.Series) -> tuple[pl.DataFrame, pl.Series]:
    """Return the values of a prefix's fields in each line, and which lines fit."""
    fits = _fits(prefix, heads)
    if not prefix.fields:
        return heads.to_frame().select(), fits
    return heads.str.extract_groups(_whole(prefix)).struct.unnest(), fits


def _fits(prefix: Prefix, heads: pl.Series) -> pl.Series:
    """Return which lines fit a prefix."""
    return heads.str.contains(_whole(prefix))


def _whole(prefix: Prefix) -> str:
    """Return the pattern of a complete prefix."""
    return rf"(?s)^{prefix.pattern}$"


def _stop(reading: list[Token]) -> int:
    """Return where %q may be: before the fields of clients."""
    return next((place for place, token in enumerate(reading) if token.role in set("udahr")), len(reading))


def _stopped(reading: list[Token], heads: pl.Series, *, in_syslog: bool) -> Prefix | None:
    """Return the prefix with %q where the prefixes of processes without a client (*heads*) end."""
    single = [
        part
        for token in reading
        for part in ([token] if token.role else [Token("", character) for character in token.text])
    ]
    leads: dict[int, Prefix] = {}
    for stop in range(len(single)):
        try:
            leads[stop] = compiled(_text(single[:stop]), in_syslog=in_syslog)
        except PgrehearseError:  # no time, or no process, is in it yet
            continue
    for stop in _fitting(leads, heads):
        fields, _ = _fields(leads[stop], heads)
        clients = [name for name in "udai" if name in fields.columns]
        if not clients or all(fields.select(pl.col(clients).is_in([""]).all()).row(0)):
            return compiled(_text(single[:stop]) + "%q" + _text(single[stop:]), in_syslog=in_syslog)
    return None


def _fitting(leads: dict[int, Prefix], heads: pl.Series) -> list[int]:
    """Return the places whose prefix fits all lines, in order. One query for all of them: each would cost more than its regex."""
    head = pl.col(heads.name)
    fits = heads.to_frame().select(
        head.str.contains(_whole(lead)).all().alias(str(stop)) for stop, lead in leads.items()
    )
    return [stop for stop in leads if fits[str(stop)].item()]


def _plausible(fields: pl.DataFrame, stamped: pl.DataFrame) -> bool:
    """Return whether users and databases are plausible names, and each session keeps its own."""
    if _odd(fields, stamped):
        return False
    key = next((letter for letter in ("c", "p") if letter in fields.columns), None)
    return key is None or all(_steady(fields, key, letter, stamped) for letter in "ud" if letter in fields.columns)


def _odd(fields: pl.DataFrame, stamped: pl.DataFrame) -> str:
    """Return a user or a database with blanks or brackets in it that no message confirms ("": there is none)."""
    for letter, name in (("u", "user"), ("d", "database")):
        if letter in fields.columns:
            names = fields[letter].drop_nulls().unique(maintain_order=True)
            odd = names.filter((names != UNKNOWN) & names.str.contains(_IMPLAUSIBLE))
            odd = odd.filter(~odd.is_in(stamped[name].drop_nulls().implode()))
            if len(odd):
                return str(odd[0])
    return ""


def _steady(fields: pl.DataFrame, key: str, letter: str, stamped: pl.DataFrame) -> bool:
    """Return whether each session keeps its user, or its database."""
    frame = fields.select(key, letter).with_columns((stamped["event"] == RECEIVED).fill_null(value=False).alias("new"))
    frame = frame.with_columns(pl.col("new").cum_sum().over(key).alias("again"))
    frame = frame.filter(pl.col(letter).is_not_null() & ~pl.col(letter).is_in(["", UNKNOWN]))
    changed = frame.group_by(key, "again").agg(pl.col(letter).n_unique().alias("n"))["n"]
    return bool((changed > 1).mean() <= 1 - _FITTING) if len(changed) else True  # type: ignore[operator]


def _values(prefix: Prefix, stamped: pl.DataFrame) -> pl.DataFrame:
    """Return the fields of each line, in one form for every prefix."""
    fields, _ = _fields(prefix, stamped["head"])
    return fields.select(
        pl.col(letter).replace({"": None, UNKNOWN: None})
        if letter in fields.columns
        else pl.lit(None, pl.String).alias(letter)
        for letter in _VALUES
    )
