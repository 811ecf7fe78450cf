"""One line's prefix, taken apart by the grammar of what may stand in it: literals, and slots for values.

A time stamp, a session's identifier, an address, a number, a SQLSTATE show what they are. A name (user, database,
application) does not: a label before it (``user=``) or an ``@`` behind it tells, or it stays a *word*, whose meaning
the columns of all lines have to tell (``prefix_roles``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from ipaddress import ip_address

from pgrehearse.capture.formats.login_evidence import UNKNOWN

# Classes of slots that are no escape letters: seconds' stamps, addresses, numbers, words.
STAMP, ADDRESS, NUMBER, WORD = "T", "A", "N", "W"
_ZONE = r"(?:[A-Z][A-Za-z]*|[+-]\d\d(?:\d\d)?)"
_DAY = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_IP = r"(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?:%\w+)?)"
_STRICT = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("m", rf"{_DAY}\.\d{{3}} {_ZONE}"),
        (STAMP, rf"{_DAY} {_ZONE}"),
        ("n", r"\d{10}\.\d{3}"),
        ("c", r"[0-9a-f]{7,8}\.[0-9a-f]{1,8}"),
        ("r", rf"(?:\[local\]|{_IP}|[A-Za-z0-9][A-Za-z0-9._-]*)\(\d+\)"),
        (ADDRESS, rf"\[local\]|\[none\]|{_IP}"),
        ("v", r"\d+/\d+"),
        ("e", r"00000"),
        ("b", r"client backend|not initialized|walsender|parallel worker|background worker"),
        (WORD, r"\[unknown\]|idle(?: in transaction(?: \(aborted\))?)?|[A-Z]{4,}(?: [A-Z]{2,})+"),
        (NUMBER, r"-?\d+"),
    )
)
# Labels in use, lower case, by the escape that follows them; others are literals that tell nothing.
_LABELS = {
    word: letter
    for letter, words in {
        "u": "user usr username user_name role login u",
        "d": "db database dbname database_name datname d",
        "a": "app application appname app_name application_name program a",
        "h": "client host remote remote_host client_addr clientip client_ip ip rhost h connection_source",
        "L": "local local_addr server server_addr",
        "p": "pid process proc process_id backend_pid",
        "l": "line log_line linenum line_num session_line_num",
        "x": "xid tid txid trx_id trxid transaction_id",
        "Q": "queryid query_id qid",
        "P": "leader leader_pid",
        "i": "cmd command tag command_tag ps",
        "b": "backend backend_type",
    }.items()
    for word in words.split()
}
_KNOWN = "|".join(sorted(_LABELS, key=len, reverse=True))
# Words before a colon may be names themselves (a database named app): a blank has to follow it.
_SPOKEN = "user|username|database|dbname|application|client|remote"
_OPEN = r"(?:[\"'(<]|\[(?!unknown\]|local\]|none\]))?"
_LABEL = re.compile(
    rf"(?i)(?P<name>(?:{_KNOWN})(?=\s?=)|(?:{_SPOKEN})(?=: \S))\s?[=:](?:  +|\s?){_OPEN}|[a-z_][a-z0-9_]*\s?=(?:  +|\s?){_OPEN}"
)
_STOP = r"\s,;|:=\[\](){}<>\"'/"
_RUN = re.compile(rf"[^{_STOP}]+")
_NEXT_LABEL = rf"[^A-Za-z0-9]*\b(?:(?:{_KNOWN})\s?=|(?:{_SPOKEN}): \S)"
_NAME = re.compile(rf"(?i)(.*?)(?=[{_STOP}]|{_NEXT_LABEL}|$)")
_APPLICATION = re.compile(rf"(?i)(.*?)(?={_NEXT_LABEL}|[,;|\])}}>\"']|$)")
_MAIL = re.compile(r"[^@]+@[^@]+\.[^@]+")
_CLOSED = re.compile(rf"(?i)[\s,;|)\]}}>\"']|[:/=-]+(?:\s|$)|{_NEXT_LABEL}|@|$")
_HOST = re.compile(r"(?:\[local\]|[^\s()|,;\])}>\"']*)")
_INNER = re.compile(rf"(?:^|\s)(?:{_IP}(?:\(\d+\))?|[0-9a-f]{{7,8}}\.[0-9a-f]{{1,8}}|00000|{_DAY}.*)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Token:
    """A literal (*role* "": *text* is it), or a slot: *role* is an escape letter or a class, *text* its value here.

    *hint*: the escape letter that a label or an ``@`` suggests for a class. *padded*: blanks belong to it.
    """

    role: str
    text: str
    hint: str = ""
    padded: bool = False


def tokens(text: str, names: tuple[str, ...]) -> list[Token]:
    """Take a prefix apart. *names*: users, databases, applications that the log's messages name, which may hold anything."""
    out: list[Token] = []
    at, label = 0, ""
    while at < len(text):
        token = _labelled(text, at, label, names) if label else _here(text, at, names)
        label = _LABELS.get(_name_of(token), "") if not token.role else ""
        out += [token] if token.text or token.role else []
        at += len(token.text)
    return _hinted(_padded(_at_signs(_joined(out))))


def _name_of(token: Token) -> str:
    """Return the name in a label, lower case."""
    found = re.match(r"(\w+)\s?[=:]", token.text)
    return found[1].lower() if found else ""


def _bounded(text: str, at: int, end: int) -> bool:
    """Say whether no word goes on beyond either end."""
    before = not (at and (text[at - 1].isalnum() or text[at - 1] == "_") and (text[at].isalnum() or text[at] == "-"))
    return before and not (end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end - 1].isalnum())


def _here(text: str, at: int, names: tuple[str, ...]) -> Token:
    """Return the token that begins at a place without a label."""
    if text.startswith("-1]", at) and at and text[at - 1].isdigit():  # [%l-1], as syslog counts
        return Token("", "-1]")
    strict = _strict(text, at)
    known = next((name for name in names if text.startswith(name, at) and _bounded(text, at, at + len(name))), "")
    if known and (strict is None or len(known) > len(strict.text)):
        return Token(WORD, known)
    if strict is not None:
        return strict
    if _bounded(text, at, at + 1) or not (at and text[at - 1].isalnum()):
        found = _LABEL.match(text, at)
        if found:
            return Token("", found[0])
    run = _RUN.match(text, at)
    if run and (text[at].isalnum() or text[at] == "_" or ord(text[at]) > 127):
        end = next((k for k in range(at + 1, run.end()) if text[k] == "-" and _told(text, k + 1)), run.end())
        return Token(WORD, text[at:end])
    return Token("", text[at])


def _strict(text: str, at: int) -> Token | None:
    """Return the value at a place whose grammar shows what it is."""
    for kind, pattern in _STRICT:
        found = pattern.match(text, at)
        if not found or not _bounded(text, at, found.end()):
            continue
        value = found[0]
        if kind in {ADDRESS, "r"} and not _address(value.partition("(")[0]) and (kind == ADDRESS or ":" in value):
            continue
        if kind == NUMBER and text[found.end() : found.end() + 1] in {".", "@"}:
            continue
        return Token(kind, value)
    return None


def _told(text: str, at: int) -> bool:
    """Say whether a value begins behind a dash (a number there may belong to the name: shop-2)."""
    found = _strict(text, at)
    return found is not None and found.role not in {NUMBER, WORD}


def _address(value: str) -> bool:
    """Say whether a text is an address that a connection can have (:: is none: names around a colon may be empty)."""
    if value in {"[local]", "[none]", "::"}:
        return value != "::"
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def _labelled(text: str, at: int, label: str, names: tuple[str, ...]) -> Token:
    """Return the value behind a label; an empty one is a value too."""
    if label in {"h", "L"}:
        strict = _strict(text, at)
        value = strict.text if strict and strict.role in {"r", ADDRESS} else _match(_HOST, text, at)
        return Token("r" if strict and strict.role == "r" else label, value)
    if label in "uda":
        return _name(text, at, label, names)
    strict = _strict(text, at)
    if strict is None:
        return Token(label, "") if label in "bi" else _here(text, at, names)
    return replace(strict, hint=label) if strict.role in {NUMBER, WORD} else strict


def _name(text: str, at: int, label: str, names: tuple[str, ...]) -> Token:
    """Return the name behind a label: a word without one where it may end elsewhere."""
    known = next(
        (name for name in (*names, UNKNOWN) if text.startswith(name, at) and _bounded(text, at, at + len(name))), ""
    )
    if known:
        return Token(label, known)
    value = _match(_APPLICATION if label == "a" else _NAME, text, at).rstrip()
    if label != "a":
        return Token(label if _CLOSED.match(text, at + len(value)) else WORD, value)
    if at + len(value) == len(text.rstrip()):  # nothing closes it: its first word is it, unless the columns say more
        return Token(label, _match(_NAME, text, at))
    return Token(WORD if _INNER.search(value) else label, value)


def _match(pattern: re.Pattern[str], text: str, at: int) -> str:
    found = pattern.match(text, at)
    return found[0] if found else ""


def _joined(parts: list[Token]) -> list[Token]:
    """Join literals that touch."""
    out: list[Token] = []
    for part in parts:
        if out and not part.role and not out[-1].role:
            out[-1] = Token("", out[-1].text + part.text)
        else:
            out.append(part)
    return out


def _at_signs(parts: list[Token]) -> list[Token]:
    """Split words at their last ``@``."""
    labelled = {part.role for part in parts}
    out: list[Token] = []
    for part in parts:
        left, sign, right = part.text.rpartition("@")
        whole = part.role == WORD or (part.role == "u" and "d" not in labelled and "." not in right)
        # One that is left of two is an e-mail address; else a host may be behind the last.
        if sign and left and right and whole and "d" not in labelled and ("@" not in left or _MAIL.fullmatch(left)):
            out += [replace(part, text=left), Token("", "@"), replace(part, role=WORD, text=right)]
        else:
            out.append(part)
    return out


def _hinted(parts: list[Token]) -> list[Token]:
    """Take what stands around an ``@`` for user and database."""
    out = list(parts)
    for place in range(1, len(out) - 1):
        before, sign, behind = out[place - 1 : place + 2]
        if not sign.role and sign.text == "@" and {before.role, behind.role} <= {WORD, "u"}:
            out[place - 1] = replace(before, hint="u")
            out[place + 1] = replace(behind, hint="" if "." in behind.text else "d")
    return out


def _padded(parts: list[Token]) -> list[Token]:
    """Give runs of blanks to the slots they pad."""
    out = list(parts)

    def pads(place: int) -> bool:
        slot = 0 <= place < len(parts) and bool(parts[place].role)
        if slot:
            out[place] = replace(out[place], padded=True)
        return slot

    for place, part in enumerate(parts):
        text = part.text
        if part.role:
            continue
        blank = text.isspace()
        if text.startswith("  ") and pads(place - 1):
            text = " " if blank else text.lstrip(" ")
        elif text.endswith("  ") or (
            re.search(r"[\[(<|] $", text) and [one.role for one in parts[place + 1 : place + 2]] == [NUMBER]
        ):
            text = (" " if blank else text.rstrip(" ")) if pads(place + 1) else text
        if not blank and text.endswith("  ") and pads(place + 1):
            text = text.rstrip(" ")
        out[place] = replace(part, text=text)
    return out
