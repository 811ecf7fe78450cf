"""What the slots of a prefix mean, told by their values over all lines.

The server's own messages prove a role: the slot that holds the user on each ``connection authorized`` line, and
``[unknown]`` on each ``connection received`` line, is the user's. Numbers prove themselves by what they count. A slot of
which two readings are left stays without a role.
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
# Of so few lines, numbers from so many on that go up by one are those of processes.
_FEW, _MANY = 3, 100
# A string of several statements has the tag of its last one.
_MOSTLY, _NEARLY = 0.8, 0.95


def columns(tokens: list[Token], heads: pl.Series) -> pl.DataFrame | None:
    """Return each slot's values, a column (``"0"``, ``"1"`` ...) a slot; null for lines of another form; None: there is no slot."""
    out, slots = "", 0
    for place, token in enumerate(tokens):
        if not token.role:
            out += re.escape(token.text)
            continue
        grammar = _CLASSES.get(token.role) or ESCAPES[token.role]
        if grammar == ".*?" and "@" in "".join(one.text[:1] for one in tokens[place + 1 : place + 2] if not one.role):
            grammar = "(?:.*[^ ])?" if token.padded else ".*"
        elif grammar == ".*?" and place and not tokens[place - 1].role and tokens[place - 1].text.endswith("@"):
            grammar = "[^@]*?"
        group = f"(?P<s{slots}>{grammar})"
        out += f" *{group} *" if token.padded else group
        slots += 1
    if not slots:
        return None
    found = heads.str.extract_groups(rf"(?s)^{out}$").struct.unnest()
    return found.rename({name: name[1:] for name in found.columns})


def with_roles(tokens: list[Token], lines: pl.DataFrame) -> list[Token] | None:
    """Give every slot its role; a slot that keeps its class has none. None: a line contradicts the tokens.

    *lines*: ``head``, ``severity``, ``text`` and what ``login_evidence.evidence`` says of each, and ``process`` where a
    header tells it.
    """
    values = columns(tokens, lines["head"])
    if values is None:
        return tokens
    fits = values["0"].is_not_null()
    if not fits.any():
        return None
    places = [place for place, token in enumerate(tokens) if token.role]
    found = {place: values[str(n)].filter(fits) for n, place in enumerate(places)}
    # What %L of a process without a client is.
    serverside = bool(lines["head"].str.contains("[none]", literal=True).any())
    lines = lines.filter(fits)
    out = list(tokens)
    for place, column in found.items():
        role = _role(tokens, place, column, lines, serverside=serverside)
        if role is None:
            return None
        out[place] = Token("", tokens[place].text) if role == "" else replace(tokens[place], role=role)
    if any(sum(token.role == letter for token in out) > 1 for letter in "uda"):
        return None
    sessions = next((column for place, column in found.items() if tokens[place].role == "c"), None)
    return _counted(_stamped(out, found, sessions), found, sessions, lines)


def _role(tokens: list[Token], place: int, column: pl.Series, lines: pl.DataFrame, *, serverside: bool) -> str | None:
    """Return what a slot is by its own values ("": a literal, a class: not known); None: a line contradicts it."""
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
    """Return what a word is: an escape letter, "" (a literal), ``WORD`` (not known); None: a line contradicts its label.

    *others*: user and database are others.
    """
    proven = {letter for letter in "uda" if _proven(letter, column, lines, others=others)} - (taken - {token.role})
    denied = {letter for letter in "uda" if _denied(letter, column, lines)}
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
        and not _denied("h", column, lines)
    ):
        return "h"
    if proven:
        return WORD
    if token.hint in {"i", "b"} or _tags(column, lines):
        return token.hint or "i"
    early = (lines["said"] == RECEIVED).any() or lines["background"].any()
    return "" if early and column.n_unique() == 1 else WORD


def _proven(letter: str, column: pl.Series, lines: pl.DataFrame, *, others: bool) -> bool:
    """Say whether messages prove that a column is the user (``u``), the database (``d``) or the application (``a``)."""
    if _denied(letter, column, lines):
        return False
    if letter == "a":
        telling = [RECEIVED, AUTHORIZED] if others else [AUTHORIZED]
        return bool((column.filter(lines["said"].is_in(telling)) == UNKNOWN).any())
    return bool((column == lines["user" if letter == "u" else "database"]).any())


def _denied(letter: str, column: pl.Series, lines: pl.DataFrame) -> bool:
    """Say whether a message contradicts that a column is what a letter says."""
    said, spoken = lines["said"], lines["statement"]
    early = column.filter((said == RECEIVED).fill_null(value=False))
    if letter == "h":
        return bool((column != lines["host"]).fill_null(value=False).any())
    if not early.is_in([UNKNOWN, ""]).all():
        return True
    if letter == "a":
        authorized = column.filter((said == AUTHORIZED).fill_null(value=False))
        return not authorized.is_in([UNKNOWN, ""]).all()
    told = lines["user" if letter == "u" else "database"]
    differs = bool((column != told).fill_null(value=False).any())
    return differs or bool(column.filter(spoken).is_in(["", UNKNOWN]).any())


def _tags(column: pl.Series, lines: pl.DataFrame) -> bool:
    """Say whether a column is the command tag: a simple statement's is its first word, a waiting session's ``idle``."""
    if column.str.contains(_TAG).mean() < _NEARLY:  # type: ignore[operator]
        return False
    word = lines["text"].str.extract(_FIRST_WORD).str.to_uppercase()
    idle = column.str.contains("^(?:idle|authentication$)")
    known = word.is_not_null() & ~idle
    if not known.any():
        return bool(idle.any())
    return bool((column.filter(known) == word.filter(known)).mean() > _MOSTLY)  # type: ignore[operator]


def _address(token: Token, column: pl.Series, lines: pl.DataFrame, *, remote: bool, serverside: bool) -> str | None:
    """Return whether an address is the client's (``h``, ``r``) or the server's (``L``); ``ADDRESS``: not known."""
    host = column.str.replace(r"\(\d+\)$", "")
    denied = _denied("h", host, lines)
    if token.role in {"h", "r"}:
        return None if denied else token.role
    if denied or serverside:
        return "L"
    if lines["host"].is_not_null().any():
        return "h"
    several = host.filter(~host.is_in(["", "[local]"])).n_unique() > 1
    return "L" if remote else "h" if several else ADDRESS


def _states(column: pl.Series, lines: pl.DataFrame) -> bool:
    """Say whether a column is the SQLSTATE: 00000 of statements, another of errors."""
    errors = lines["severity"].is_in(["ERROR", "FATAL", "PANIC"])
    return bool((column.filter(lines["statement"]) == "00000").all()) and not (column.filter(errors) == "00000").any()


def _stamped(tokens: list[Token], values: dict[int, pl.Series], sessions: pl.Series | None) -> list[Token]:
    """Say which stamp is the record's time and which the session's start: %c tells that one, and no time is before it."""
    places = [place for place, token in enumerate(tokens) if token.role == STAMP]
    if not places:
        return tokens
    fine = [place for place, token in enumerate(tokens) if token.role in {"m", "n"}]
    out = list(tokens)
    starts = {place for place in places if sessions is not None and _begin(values[place], sessions)}
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
        out[place] = replace(tokens[place], role="s" if place in starts else "t")
    return out


def _begin(stamps: pl.Series, sessions: pl.Series) -> bool:
    """Say whether stamps are the starts that the sessions' identifiers hold, in seconds since 1970."""
    began = sessions.str.split(".").list.first().str.to_integer(base=16, strict=False)
    told = wall_time(stamps.str.slice(0, 19) + ".000" + stamps.str.slice(19)) // SECOND
    return bool((began == told).all())


def _counted(
    tokens: list[Token], values: dict[int, pl.Series], sessions: pl.Series | None, lines: pl.DataFrame
) -> list[Token] | None:
    """Say which number is the process's, and which counts a session's lines; others are numbers of no use here."""
    numbers = {place: column for place, column in values.items() if tokens[place].role == NUMBER}
    if not numbers:
        return tokens
    process = _process(tokens, numbers, sessions, lines)
    if process is None and sessions is None and "process" not in lines.columns:
        return None
    key = numbers[process] if process is not None else sessions if sessions is not None else lines["process"]
    out = list(tokens)
    for place, column in numbers.items():
        if place == process:
            role = "p"
        elif _counts(column, key) or (tokens[place].hint == "l" or _numbered(tokens, place)):
            role = "l"
        elif tokens[place].hint in {"x", "Q", "P"}:
            role = tokens[place].hint
        else:
            role = "Q" if column.str.starts_with("-").any() else "x"
        out[place] = replace(tokens[place], role=role)
    return out


def _process(
    tokens: list[Token], numbers: dict[int, pl.Series], sessions: pl.Series | None, lines: pl.DataFrame
) -> int | None:
    """Return the place of the process number, if exactly one number can be it."""
    known = lines["process"] if "process" in lines.columns else None
    if sessions is not None:
        known = sessions.str.split(".").list.last().str.to_integer(base=16, strict=False).cast(pl.String)
    if known is not None:
        return next((place for place, column in numbers.items() if (column == known).all()), None)
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
    """Say whether a number counts the log's lines. Two or three processes may have followed each other."""
    few = len(column) <= _FEW and int(column.cast(pl.Int64).min()) >= _MANY  # type: ignore[arg-type]
    return not few and _counts(column, pl.repeat("", len(column), eager=True))


def _counted_by(possible: list[int], numbers: dict[int, pl.Series]) -> list[int]:
    """Return the numbers under which another one counts lines; of two that count under each other, the steadier.

    Processes that follow one another count up too, at the same line of each.
    """
    keys = [one for one in possible if any(_counts(numbers[other], numbers[one]) for other in possible if other != one)]
    steady = {one: int((numbers[one] == numbers[one].shift(1)).sum()) for one in keys}
    return [one for one in keys if steady[one] == max(steady.values())]


def _numbered(tokens: list[Token], place: int) -> bool:
    """Say whether a number stands as ``[N-1]``, which is how syslog counts and prefixes write %l."""
    behind = tokens[place + 1 : place + 2]
    return bool(behind) and not behind[0].role and behind[0].text.startswith("-1]")


def _counts(column: pl.Series, key: pl.Series) -> bool:
    """Say whether a column goes up by one from line to line of each *key*, and some key has two lines."""
    frame = pl.DataFrame({"n": column.cast(pl.Int64, strict=False), "key": key})
    step = frame.select(pl.col("n").diff().over("key"))["n"].drop_nulls()
    return len(step) > 0 and bool((step == 1).all())
