"""Which ``log_line_prefix`` a log was written with, where nobody says: found out from its first lines, or not at all.

Theory of operation. Lines that bear a severity and a time vote. Some of them are taken apart (``prefix_tokens``), their
slots get roles from the values of all lines (``prefix_roles``), and what comes out is a prefix like one that was given by
hand: it has to fit the lines, and no message may contradict it (``login_evidence``). Readings that differ in a value
(user, database, host, application, process, time) are no answer: a wrong user is worse than a question.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import polars as pl

from pgrehearse.base.errors import BadInput, PgrehearseError
from pgrehearse.capture.formats.line_prefix import FOLLOWING, STAMPED, Prefix, apart, compiled, pieces
from pgrehearse.capture.formats.login_evidence import AUTHORIZED, RECEIVED, UNKNOWN, contradiction, evidence
from pgrehearse.capture.formats.prefix_fields import with_roles
from pgrehearse.capture.formats.prefix_tokens import ADDRESS, NUMBER, STAMP, WORD, Token, tokens

# Prefixes in wide use that do not explain themselves: what stands behind user and database, and words that are none.
IN_WIDE_USE = (
    "%m [%p] %c %l %e %v %x %r %q%u@%d %a ",  # what doctor recommends
    "%m [%p] %c %l %v %x %r %q%u@%d %a ",
    "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:",  # RDS, the second one it takes
    "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a",
    "%t:%r:%u@%d:[%p]:",  # RDS and Aurora
    "%t [%p]: [%l-1] user=%u,db=%d - PG-%e ",  # pganalyze
    "%m|%n|%p|%b||%u|%d|%a|%h|%r|%c|%l|%s|%v|%x|%e|%i|%Q|%q ",  # all there is (%P of a session is empty)
)
# So many lines vote, and so many of them are taken apart.
_LINES, _TRIED = 1_000, 8
# Slots that a prefix in wide use may leave without a role.
_OPEN = 4
# Lines that do not fit: damage.
_FITTING = 0.95
_SPOKEN = r"^(?:duration: |statement: |execute )"
_BACKGROUND = (
    r"^(?:checkpoint |restartpoint |automatic |starting |listening |database system |redo |background worker )"
)
# What no user and no database is called, unless the server says so.
_IMPLAUSIBLE = r"[\s,;=|\[\](){}<>\"']"
_TAGGED = re.compile(r"^(?:[A-Z]{4,}|idle)")
_VALUES = ("m", "t", "n", "p", "c", "u", "d", "a", "h", "r")


def voting(lines: list[bytes], processes: list[str] | None = None) -> pl.DataFrame:
    """Return the lines that bear a severity and a time: ``head`` (the prefix), ``severity``, ``text``, and what they prove.

    Lines without a time say nothing: they continue a message, or are of a dump of memory contexts. *processes*: of each
    line by the header of syslog, which tells the time too.
    """
    parts = apart(pl.Series("line", [line.decode(errors="replace") for line in lines], dtype=pl.String))
    if processes is not None:
        parts = parts.with_columns(pl.Series("process", processes, dtype=pl.String))
    parts = parts.filter(pl.col("head").is_not_null() & ~pl.col("head").str.starts_with("\t"))
    if processes is None:
        parts = parts.filter(pl.col("head").str.contains(STAMPED))
    main = ~parts["severity"].is_in(list(FOLLOWING))
    return parts.hstack(evidence(parts["text"].set(~main, None))).with_columns(
        (main & parts["text"].str.contains(_SPOKEN)).alias("statement"),
        (main & parts["text"].str.contains(_BACKGROUND)).alias("background"),
    )


def worked_out(lines: list[bytes], processes: list[str] | None = None) -> Prefix | None:
    """Return the prefix of a log's first *lines*; None: they do not tell it, or could mean several things.

    *processes*: as for ``voting``.
    """
    votes = voting(lines, processes)
    first = votes.head(_LINES)
    found = _found(first, in_syslog=processes is not None)
    if found is None and votes.height > _LINES:  # messages on connections may stand behind
        proof = votes.slice(_LINES).filter(pl.col("said").is_in([RECEIVED, AUTHORIZED]))
        found = _found(pl.concat([first, proof]), in_syslog=processes is not None) if proof.height else None
    return found


def _found(votes: pl.DataFrame, *, in_syslog: bool) -> Prefix | None:
    """Return the prefix that the votes tell, if they tell one."""
    if votes.is_empty():
        return None
    found: dict[str, Prefix] = {}
    for reading in _readings(votes):
        prefix = _verified(reading, votes, in_syslog=in_syslog)
        if prefix is not None:
            found.setdefault(prefix.text, prefix)
    values = [_values(prefix, votes) for prefix in found.values()]
    if not found or not all(one.equals(values[0]) for one in values):
        return None
    return next(iter(found.values()))


def held_to(prefix: Prefix, lines: list[bytes], name: str) -> list[str]:
    """Hold a prefix that was given to a log's first *lines*; return notes on the lines that do not fit.

    Raises ``BadInput`` when none fits, or a message contradicts what the prefix says of its line.
    """
    votes = voting(lines, [""] * len(lines))
    if votes.is_empty():
        return []
    fields, fits = _fields(prefix, votes["head"])
    given = f"--prefix {prefix.text!r}"
    if not fits.any():
        found = worked_out(lines)
        raise BadInput(
            f"{name}: {given} fits none of the {votes.height} log lines it begins with: the first is {votes['head'][0]!r}",
            remedy=f"give {found.text!r}, which fits them"
            if found
            else "give it as the server has it (show log_line_prefix)",
        )
    if wrong := contradiction(fields.filter(fits), votes.filter(fits)):
        raise BadInput(
            f"{name}: {given} is not the server's: it finds the {wrong}",
            remedy="give it as the server has it (show log_line_prefix)",
        )
    notes = (
        [] if fits.all() else [f"{given} does not fit {(~fits).sum()} of the first {votes.height} log lines of {name}"]
    )
    if odd := _odd(fields, votes):
        found = worked_out(lines)
        if found is not None and not _values(found, votes).equals(_values(prefix, votes)):
            raise BadInput(
                f"{name}: {given} finds the name {odd!r}, which {found.text!r} explains better",
                remedy=f"give --prefix {found.text!r}, or as the server has it (show log_line_prefix)",
            )
        notes.append(f"{given} finds the name {odd!r}: is the prefix whole?")
    return notes


def _readings(votes: pl.DataFrame) -> list[list[Token]]:
    """Return the readings of some lines of different form, each slot of which has a role."""
    said = pl.concat([votes["user"], votes["database"], votes["application"]]).drop_nulls().unique()
    names = tuple(sorted(said.filter(~said.is_in(["", UNKNOWN])).to_list(), key=len, reverse=True))
    out: list[list[Token]] = []
    for head in _different(votes):
        roles = with_roles(tokens(head, names), votes)
        if roles is None:
            continue
        if any(token.role in {WORD, ADDRESS, STAMP, NUMBER} for token in roles):
            roles = _in_wide_use(roles)
        if roles is not None and roles not in out:
            out.append(roles)
    return out


def _different(votes: pl.DataFrame) -> list[str]:
    """Return prefixes of different form, those of statements and of connections that have a user first."""
    ranked = votes.with_columns(
        pl.when(pl.col("user").is_not_null())
        .then(0)
        .when("statement")
        .then(1)
        .when(pl.col("said") == RECEIVED)
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
    """Write tokens as a ``log_line_prefix``."""
    return "".join(
        token.text.replace("%", "%%")
        if not token.role
        else f"%{f'-{len(token.text) + 1}' if token.padded else ''}{token.role}"
        for token in parts
    )


def _in_wide_use(parts: list[Token]) -> list[Token] | None:
    """Give slots without a role those of the prefix in wide use that has this form, if exactly one has."""
    parts = _merged(parts)
    open_ = [place for place, token in enumerate(parts) if token.role in {WORD, ADDRESS}]
    if len(open_) > _OPEN:
        return None
    known = {_form(text): text for text in IN_WIDE_USE}
    found: list[list[Token]] = []
    for roles in product(*(("", "a", "u", "d") if parts[place].role == WORD else ("r", "h") for place in open_)):
        tried = list(parts)
        for place, role in zip(open_, roles, strict=True):
            tried[place] = replace(parts[place], role=role)
        if text := known.get(_form(_text(tried))):
            letters = iter([letter for letter, _ in pieces(text) if letter and letter != "q"])
            found.append([replace(token, role=next(letters)) if token.role else token for token in tried])
    return found[0] if len(found) == 1 else None


def _merged(parts: list[Token]) -> list[Token]:
    """Make one of words that only blanks and dashes part: an application's name may be several."""
    out: list[Token] = []
    for part in parts:
        words = [*out[-2:], part]
        if (
            [one.role for one in words] == [WORD, "", WORD]
            and words[1].text.strip(" -") == ""
            and not any(_TAGGED.match(one.text) for one in words)
        ):
            out[-2:] = [Token(WORD, "".join(one.text for one in words))]
        else:
            out.append(part)
    return out


def _form(text: str) -> str:
    """Return a prefix without %q and without the difference between numbers."""
    return "".join(
        "" if letter == "q" else "%N" if letter and letter in "lxQP" else f"%{letter}" if letter else told
        for letter, told in pieces(text)
    )


def _verified(reading: list[Token], votes: pl.DataFrame, *, in_syslog: bool) -> Prefix | None:
    """Return the reading as a prefix, if it fits the lines and nothing contradicts it."""
    text = _text(reading)
    try:
        plain = compiled(text, in_syslog=in_syslog)
    except PgrehearseError:
        return None
    stop = _stop(reading)
    wide = compiled(_text(reading[:stop]) + "%q" + _text(reading[stop:]), in_syslog=in_syslog)
    # Where no line shows the contrary, processes without a client may stop before what only clients have.
    prefix = replace(wide, text=text) if stop < len(reading) else plain
    _, fits = _fields(plain, votes["head"])
    if not fits.all():
        prefix = _stopped(reading, votes["head"].filter(~fits), in_syslog=in_syslog) or prefix
    fields, fits = _fields(prefix, votes["head"])
    if fits.mean() < _FITTING or not _plausible(fields, votes):  # type: ignore[operator]
        return None
    return None if contradiction(fields, votes) else prefix


def _fields(prefix: Prefix, heads: pl.Series) -> tuple[pl.DataFrame, pl.Series]:
    """Return the values of a prefix's fields in each line, and which lines fit."""
    whole = rf"(?s)^{prefix.pattern}$"
    fits = heads.str.contains(whole)
    if not prefix.fields:
        return heads.to_frame().select(), fits
    return heads.str.extract_groups(whole).struct.unnest(), fits


def _stop(reading: list[Token]) -> int:
    """Return where %q may stand: before what only clients have."""
    return next((place for place, token in enumerate(reading) if token.role in set("udahr")), len(reading))


def _stopped(reading: list[Token], mute: pl.Series, *, in_syslog: bool) -> Prefix | None:
    """Return the prefix with %q where the lines of processes without a client end."""
    single = [one for token in reading for one in ([token] if token.role else [Token("", sign) for sign in token.text])]
    for stop in range(len(single)):
        try:
            lead = compiled(_text(single[:stop]), in_syslog=in_syslog)
        except PgrehearseError:  # it tells no time, or no process, yet
            continue
        fields, fits = _fields(lead, mute)
        if fits.all() and all(fields[name].is_in([""]).all() for name in "udai" if name in fields.columns):
            return compiled(_text(single[:stop]) + "%q" + _text(single[stop:]), in_syslog=in_syslog)
    return None


def _plausible(fields: pl.DataFrame, votes: pl.DataFrame) -> bool:
    """Say whether users and databases are such as exist, and a session keeps its own."""
    if _odd(fields, votes):
        return False
    key = next((one for one in ("c", "p") if one in fields.columns), None)
    return key is None or all(_steady(fields, key, letter, votes) for letter in "ud" if letter in fields.columns)


def _odd(fields: pl.DataFrame, votes: pl.DataFrame) -> str:
    """Return a user or a database with blanks or brackets in it, that no message confirms ("": there is none)."""
    for letter, name in (("u", "user"), ("d", "database")):
        if letter in fields.columns:
            names = fields[letter].drop_nulls().unique(maintain_order=True)
            odd = names.filter((names != UNKNOWN) & names.str.contains(_IMPLAUSIBLE))
            odd = odd.filter(~odd.is_in(votes[name].drop_nulls().implode()))
            if len(odd):
                return str(odd[0])
    return ""


def _steady(fields: pl.DataFrame, key: str, letter: str, votes: pl.DataFrame) -> bool:
    """Say whether a session keeps its user and its database."""
    frame = fields.select(key, letter).with_columns((votes["said"] == RECEIVED).fill_null(value=False).alias("new"))
    frame = frame.with_columns(pl.col("new").cum_sum().over(key).alias("again"))
    frame = frame.filter(pl.col(letter).is_not_null() & ~pl.col(letter).is_in(["", UNKNOWN]))
    moved = frame.group_by(key, "again").agg(pl.col(letter).n_unique().alias("n"))["n"]
    return bool((moved > 1).mean() <= 1 - _FITTING) if len(moved) else True  # type: ignore[operator]


def _values(prefix: Prefix, votes: pl.DataFrame) -> pl.DataFrame:
    """Return what a prefix says of each line, in one form for every prefix."""
    fields, _ = _fields(prefix, votes["head"])
    return fields.select(
        pl.col(letter).replace({"": None, UNKNOWN: None})
        if letter in fields.columns
        else pl.lit(None, pl.String).alias(letter)
        for letter in _VALUES
    )
