"""The meaning of the slots of a prefix, from their values over all lines.

The server's own messages prove a role: the slot that contains the user on each ``connection authorized`` line, and
``[unknown]`` on each ``connection received`` line, is the user. The role of a number follows from what it counts. A slot
with two possible readings remains without a role.
"""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.capture.formats.line_prefix import ESCAPES
from pgrehearse.capture.formats.login_evidence import AUTHORIZED, RECEIVED, UNKNOWN
from pgrehearse.capture.formats.prefix_tokens import ADDRESS, NUMBER, STAMP, WORD, Token
from pgrehearse.capture.formats.timestamps import wall_time

_CLASSES = {STAMP: ESCAPES["t"], ADDRESS: ESCAPES["L"], NUMBER: r"-?\d+", WORD: r".*?"}
_TAG = r"^(?:idle.*|authentication|startup|[A-Z]+(?: [A-Z]+)*(?: waiting)?|<[A-Za-z ]+>|)$"
_FIRST_WORD = r"(?i)^(?:duration: \S+ ms  )?statement: \s*(select|insert|update|delete|begin|commit|rollback)\b"
_PIDS = 1 << 22
# In so few lines, numbers from so many on that increase by one are process numbers.
_FEW, _MANY = 3, 100
# A query string of several statements has the tag of its last one.
_MOSTLY, _NEARLY = 0.8, 0.95


def columns(tokens: list[Token], heads: pl.Series) -> pl.DataFrame | None:
    """Return each slot's values, one column (``"0"``, ``"1"`` ...) per slot; null for lines of another form; None: no slots."""
    pattern, slots = "", 0
    for place, token in enumerate(tokens):
        if not token.role:
            pattern += re.escape(token.text)
            continue
        grammar = _CLASSES.get(token.role) or ESCAPES[token.role]
        if grammar == ".*?" and "@" in "".join(
            after.text[:1] for after in tokens[place + 1 : place + 2] if not after.role
        ):
            grammar = "(?:.*[^ ])?" if token.padded else ".*"
        elif grammar == ".*?" and place and not tokens[place - 1].role and tokens[place - 1].text.endswith("@"):
            grammar = "[^@]*?"
        group = f"(?P<s{slots}>{grammar})"
        pattern += f" *{group} *" if token.padded else group
        slots += 1
    if not slots:
        return None
    values = heads.str.extract_groups(rf"(?s)^{pattern}$").struct.unnest()
    return values.rename({name: name[1:] for name in values.columns})


def with_roles(tokens: list[Token], lines: pl.DataFrame) -> list[Token] | None:
    """Give every slot its role; a slot that keeps its class has none. None: a line contradicts the tokens.

    *lines*: ``head``, ``severity``, ``text``, the columns of ``login_evidence.evidence``, and ``process`` if a header
    contains it.
    """
    values = columns(tokens, lines["head"])
    if values is None:
        return tokens
    fits = values["0"].is_not_null()
    if not fits.any():
        return None
    places = [place for place, token in enumerate(tokens) if token.role]
    columns_of = {place: values[str(n)].filter(fits) for n, place in enumerate(places)}
    # The value of %L for a process without a client.
    serverside = bool(lines["head"].str.contains("[none]", literal=True).any())
    lines = lines.filter(fits)
    assigned = list(tokens)
    for place, column in columns_of.items():
        role = _role(tokens, place, column, lines, serverside=serverside)
        if role is None:
            return None
        assigned[place] = Token("", tokens[place].text) if role == "" else replace(tokens[place], role=role)
    if any(sum(token.role == letter for token in assigned) > 1 for letter in "uda"):
        return None
    sessions = next((column for place, column in columns_of.items() if tokens[place].role == "c"), None)
    return _with_numbers(_with_stamps(assigned, columns_of, sessions), columns_of, sessions, lines)


def _role(tokens: list[Token], place: int, column: pl.Series, lines: pl.DataFrame, *, serverside: bool) -> str | None:
    """Return a slot's role by its own values ("": a literal, a class: unknown); None: a line contradicts it."""
    token, taken = tokens[place], {token.role for token in tokens}
    if token.role in {WORD, *"uda"}:
        named = taken | {token.hint for token in tokens}
        return _word(token, column, lines, taken, others={"u", "d"} <= named and not token.hint)
    if token.role in {ADDRESS, "h", "r"}:
        return _address(token, column, lines, remote=bool(taken & {"r", "h"}), serverside=serverside)
    if token.role == "e":
        return "e" if _states(column, lines) else None
    return token.role


def _word(token: Token, column: pl.Series, lines: pl.DataFrame, taken: set[str], *, others: bool) -> str | None:
    """Return a word's role: an escape letter, "" (a literal), ``WORD`` (unknown); None: a line contradicts its label.

    *others*: user and database are other slots.
    """
    denied = _denied(column, lines)
    possible = set("uda") - denied - (taken - {token.role})
    proven = {letter for letter in sorted(possible) if _proven(letter, column, lines, others=others)}
    if token.role in "uda":
        return None if token.role in denied else token.role
    if token.hint in proven or (token.hint and token.hint in "ud" and not denied & {token.hint} and not proven):
        return token.hint
    if len(proven) == 1:
        return proven.pop()
    hosts = lines["host"]
    if (
        not (proven or {"h", "r"} & taken)
        and (hosts.is_not_null() & (column == hosts)).any()
        and not _denied_host(column, lines)
    ):
        return "h"
    if proven:
        return WORD
    if token.hint in {"i", "b"} or _tags(column, lines):
        return token.hint or "i"
    early = (lines["event"] == RECEIVED).any() or lines["background"].any()
    return "" if early and column.n_unique() == 1 else WORD


def _proven(letter: str, column: pl.Series, lines: pl.DataFrame, *, others: bool) -> bool:
    """Return whether messages prove that a column that no message contradicts is the user (``u``), the database (``d``) or the
    application (``a``)."""
    if letter == "a":
        before_set = [RECEIVED, AUTHORIZED] if others else [AUTHORIZED]
        return bool((column.filter(lines["event"].is_in(before_set)) == UNKNOWN).any())
    return bool((column == lines["user" if letter == "u" else "database"]).any())


def _denied(column: pl.Series, lines: pl.DataFrame) -> set[str]:
    """Return which of user (``u``), database (``d``) and application (``a``) a column is not, because a message contradicts it."""
    value, event = pl.col("value"), pl.col("event")
    absent = value.is_in([UNKNOWN, ""])
    contradicted = (
        lines.select("event", "statement", "user", "database", column.alias("value"))
        .select(
            early=~absent.filter(event == RECEIVED).all(),
            a=~absent.filter(event == AUTHORIZED).all(),
            u=(value != pl.col("user")).any(),
            d=(value != pl.col("database")).any(),
            in_statement=absent.filter("statement").any(),
        )
        .row(0, named=True)
    )
    if contradicted["early"]:
        return set("uda")
    names = set("ud") if contradicted["in_statement"] else {letter for letter in "ud" if contradicted[letter]}
    return names | {"a"} if contradicted["a"] else names


def _denied_host(column: pl.Series, lines: pl.DataFrame) -> bool:
    """Return whether a message contradicts that a column is the client's host."""
    return bool((column != lines["host"]).fill_null(value=False).any())


def _tags(column: pl.Series, lines: pl.DataFrame) -> bool:
    """Return whether a column is the command tag: of a simple statement its first word, of a waiting session ``idle``."""
    if column.str.contains(_TAG).mean() < _NEARLY:  # type: ignore[operator]
        return False
    word = lines["text"].str.extract(_FIRST_WORD).str.to_uppercase()
    idle = column.str.contains("^(?:idle|authentication$)")
    comparable = word.is_not_null() & ~idle
    if not comparable.any():
        return bool(idle.any())
    return bool((column.filter(comparable) == word.filter(comparable)).mean() > _MOSTLY)  # type: ignore[operator]


def _address(token: Token, column: pl.Series, lines: pl.DataFrame, *, remote: bool, serverside: bool) -> str | None:
    """Return whether an address is the client's (``h``, ``r``) or the server's (``L``); ``ADDRESS``: unknown."""
    host = column.str.replace(r"\(\d+\)$", "")
    denied = _denied_host(host, lines)
    if token.role in {"h", "r"}:
        return None if denied else token.role
    if denied or serverside:
        return "L"
    if lines["host"].is_not_null().any():
        return "h"
    several = host.filter(~host.is_in(["", "[local]"])).n_unique() > 1
    return "L" if remote else "h" if several else ADDRESS


def _states(column: pl.Series, lines: pl.DataFrame) -> bool:
    """Return whether a column is the SQLSTATE: 00000 for statements, another for errors."""
    errors = lines["severity"].is_in(["ERROR", "FATAL", "PANIC"])
    return bool((column.filter(lines["statement"]) == "00000").all()) and not (column.filter(errors) == "00000").any()


def _with_stamps(tokens: list[Token], values: dict[int, pl.Series], sessions: pl.Series | None) -> list[Token]:
    """Assign which time stamp is the record's time and which the session's start: %c contains the start, which is the earliest."""
    places = [place for place, token in enumerate(tokens) if token.role == STAMP]
    if not places:
        return tokens
    fine = [place for place, token in enumerate(tokens) if token.role in {"m", "n"}]
    assigned = list(tokens)
    starts = {place for place in places if sessions is not None and _are_starts(values[place], sessions)}
    rest = [place for place in places if place not in starts]
    if fine and tokens[fine[0]].role == "m":
        now = values[fine[0]].str.slice(0, 19)
        starts |= {place for place in rest if not (values[place].str.slice(0, 19) == now).all()}
    elif fine:
        starts |= set(rest)
    else:
        rest = rest or places
        latest = max(rest, key=lambda place: (str(values[place].max()), values[place].n_unique()))
        starts = {place for place in places if place != latest}
    for place in places:
        assigned[place] = replace(tokens[place], role="s" if place in starts else "t")
    return assigned


def _are_starts(stamps: pl.Series, sessions: pl.Series) -> bool:
    """Return whether time stamps are the starts in the sessions' identifiers, in seconds since 1970."""
    began = sessions.str.split(".").list.first().str.to_integer(base=16, strict=False)
    times = wall_time(stamps.str.slice(0, 19) + ".000" + stamps.str.slice(19)) // SECOND
    return bool((began == times).all())


def _with_numbers(
    tokens: list[Token], values: dict[int, pl.Series], sessions: pl.Series | None, lines: pl.DataFrame
) -> list[Token] | None:
    """Assign which number is the process, and which counts a session's lines; other numbers are not used."""
    numbers = {place: column for place, column in values.items() if tokens[place].role == NUMBER}
    if not numbers:
        return tokens
    process = _process(tokens, numbers, sessions, lines)
    if process is None and sessions is None and "process" not in lines.columns:
        return None
    key = numbers[process] if process is not None else sessions if sessions is not None else lines["process"]
    assigned = list(tokens)
    for place, column in numbers.items():
        if place == process:
            role = "p"
        elif _counts(column, key) or (tokens[place].hint == "l" or _numbered(tokens, place)):
            role = "l"
        elif tokens[place].hint in {"x", "Q", "P"}:
            role = tokens[place].hint
        else:
            role = "Q" if column.str.starts_with("-").any() else "x"
        assigned[place] = replace(tokens[place], role=role)
    return assigned


def _process(
    tokens: list[Token], numbers: dict[int, pl.Series], sessions: pl.Series | None, lines: pl.DataFrame
) -> int | None:
    """Return the place of the process number, if exactly one number is possible."""
    processes = lines["process"] if "process" in lines.columns else None
    if sessions is not None:
        processes = sessions.str.split(".").list.last().str.to_integer(base=16, strict=False).cast(pl.String)
    if processes is not None:
        return next((place for place, column in numbers.items() if (column == processes).all()), None)
    possible = [
        place
        for place, column in numbers.items()
        if tokens[place].hint in {"", "p"}
        and not _numbered(tokens, place)
        and column.cast(pl.Int64, strict=False).is_between(1, _PIDS).fill_null(value=False).all()
        and not (column.filter(lines["statement"]) == "1").any()
    ]
    hinted = [place for place in possible if tokens[place].hint == "p"]
    if len(hinted) == 1:
        return hinted[0]
    if len(possible) > 1:
        possible = _counted_by(possible, numbers)
    if len(possible) != 1 or _counts_lines(numbers[possible[0]]):
        return None
    return possible[0]


def _counts_lines(column: pl.Series) -> bool:
    """Return whether a number counts the log's lines. Two or three processes may have consecutive numbers."""
    few = len(column) <= _FEW and int(column.cast(pl.Int64).min()) >= _MANY  # type: ignore[arg-type]
    return not few and _counts(column, pl.repeat("", len(column), eager=True))


def _counted_by(possible: list[int], numbers: dict[int, pl.Series]) -> list[int]:
    """Return the numbers for whose values another number counts lines; of two that count for each other, the steadier one.

    Consecutive processes increase by one too, at the same line of each.
    """
    keys = [
        place
        for place in possible
        if any(_counts(numbers[other], numbers[place]) for other in possible if other != place)
    ]
    steady = {place: int((numbers[place] == numbers[place].shift(1)).sum()) for place in keys}
    return [place for place in keys if steady[place] == max(steady.values())]


def _numbered(tokens: list[Token], place: int) -> bool:
    """Return whether a number is written as ``[N-1]``, as syslog numbers chunks and some prefixes write %l."""
    after = tokens[place + 1 : place + 2]
    return bool(after) and not after[0].role and after[0].text.startswith("-1]")


def _counts(column: pl.Series, key: pl.Series) -> bool:
    """Return whether a column increases by one from line to line of each *key*, and some key has two lines."""
    frame = pl.DataFrame({"n": column.cast(pl.Int64, strict=False), "key": key})
    step = frame.select(pl.col("n").diff().over("key"))["n"].drop_nulls()
    return len(step) > 0 and bool((step == 1).all())
