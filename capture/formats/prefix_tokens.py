"""One line's prefix is split into tokens: literals, and slots for values.

The grammar of a time stamp, a session's identifier, an address, a number or a SQLSTATE identifies it. A name (user,
database, application) is identified by a label before it (``user=``) or an ``@`` after it; otherwise it is a *word*,
whose meaning follows from the columns of all lines (``prefix_fields``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from ipaddress import ip_address

from pgrehearse.capture.formats.login_evidence import UNKNOWN

# Classes of slots that are not escape letters: time stamps in seconds, addresses, numbers, words.
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
# Common labels, lower case, by the escape that follows them; other labels are literals.
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
_ALL_LABELS = "|".join(sorted(_LABELS, key=len, reverse=True))
# Words before a colon may be names (a database named app): a blank has to follow the colon.
_BEFORE_COLON = "user|username|database|dbname|application|client|remote"
_OPEN = r"(?:[\"'(<]|\[(?!unknown\]|local\]|none\]))?"
_LABEL = re.compile(
    rf"(?i)(?P<name>(?:{_ALL_LABELS})(?=\s?=)|(?:{_BEFORE_COLON})(?=: \S))\s?[=:](?:  +|\s?){_OPEN}|[a-z_][a-z0-9_]*\s?=(?:  +|\s?){_OPEN}"
)
_STOP = r"\s,;|:=\[\](){}<>\"'/"
_RUN = re.compile(rf"[^{_STOP}]+")
_NEXT_LABEL = rf"[^A-Za-z0-9]*\b(?:(?:{_ALL_LABELS})\s?=|(?:{_BEFORE_COLON}): \S)"
_NAME = re.compile(rf"(?i)(.*?)(?=[{_STOP}]|{_NEXT_LABEL}|$)")
_APPLICATION = re.compile(rf"(?i)(.*?)(?={_NEXT_LABEL}|[,;|\])}}>\"']|$)")
_MAIL = re.compile(r"[^@]+@[^@]+\.[^@]+")
_CLOSED = re.compile(rf"(?i)[\s,;|)\]}}>\"']|[:/=-]+(?:\s|$)|{_NEXT_LABEL}|@|$")
_HOST = re.compile(r"(?:\[local\]|[^\s()|,;\])}>\"']*)")
_INNER = re.compile(rf"(?:^|\s)(?:{_IP}(?:\(\d+\))?|[0-9a-f]{{7,8}}\.[0-9a-f]{{1,8}}|00000|{_DAY}.*)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Token:
    """A literal (*role* is "", *text* the literal), or a slot: *role* is an escape letter or a class, *text* its value.

    *hint*: the escape letter that a label or an ``@`` suggests for a class. *padded*: blanks around it belong to it.
    """

    role: str
    text: str
    hint: str = ""
    padded: bool = False


def tokens(text: str, names: tuple[str, ...]) -> list[Token]:
    """Split a prefix into tokens. *names*: users, databases, applications in the log's messages, with any characters."""
    split: list[Token] = []
    at, label = 0, ""
    while at < len(text):
        token = _labeled(text, at, label, names) if label else _unlabeled(text, at, names)
        label = _LABELS.get(_name_of(token), "") if not token.role else ""
        split += [token] if token.text or token.role else []
        at += len(token.text)
    return _with_hints(_with_padding(_split_at_signs(_joined(split))))


def _name_of(token: Token) -> str:
    """Return the name in a label, lower case."""
    match = re.match(r"(\w+)\s?[=:]", token.text)
    return match[1].lower() if match else ""


def _bounded(text: str, at: int, end: int) -> bool:
    """Return whether no word extends beyond either end."""
    before = not (at and (text[at - 1].isalnum() or text[at - 1] == "_") and (text[at].isalnum() or text[at] == "-"))
    return before and not (end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end - 1].isalnum())


def _unlabeled(text: str, at: int, names: tuple[str, ...]) -> Token:
    """Return the token that begins at a place without a label before it."""
    if text.startswith("-1]", at) and at and text[at - 1].isdigit():  # [%l-1], as syslog counts
        return Token("", "-1]")
    strict = _strict(text, at)
    name = next((name for name in names if text.startswith(name, at) and _bounded(text, at, at + len(name))), "")
    if name and (strict is None or len(name) > len(strict.text)):
        return Token(WORD, name)
    if strict is not None:
        return strict
    if _bounded(text, at, at + 1) or not (at and text[at - 1].isalnum()):
        label = _LABEL.match(text, at)
        if label:
            return Token("", label[0])
    run = _RUN.match(text, at)
    if run and (text[at].isalnum() or text[at] == "_" or ord(text[at]) > 127):
        end = next((k for k in range(at + 1, run.end()) if text[k] == "-" and _value_begins(text, k + 1)), run.end())
        return Token(WORD, text[at:end])
    return Token("", text[at])


def _strict(text: str, at: int) -> Token | None:
    """Return the value at a place, if its grammar identifies it."""
    for kind, pattern in _STRICT:
        match = pattern.match(text, at)
        if not match or not _bounded(text, at, match.end()):
            continue
        value = match[0]
        if kind in {ADDRESS, "r"} and not _address(value.partition("(")[0]) and (kind == ADDRESS or ":" in value):
            continue
        if kind == NUMBER and text[match.end() : match.end() + 1] in {".", "@"}:
            continue
        return Token(kind, value)
    return None


def _value_begins(text: str, at: int) -> bool:
    """Return whether a value begins after a dash (a number there may belong to the name: shop-2)."""
    value = _strict(text, at)
    return value is not None and value.role not in {NUMBER, WORD}


def _address(value: str) -> bool:
    """Return whether a text is an address of a connection (:: is not: names around a colon may be empty)."""
    if value in {"[local]", "[none]", "::"}:
        return value != "::"
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def _labeled(text: str, at: int, label: str, names: tuple[str, ...]) -> Token:
    """Return the value after a label; it may be empty."""
    if label in {"h", "L"}:
        strict = _strict(text, at)
        value = strict.text if strict and strict.role in {"r", ADDRESS} else _match(_HOST, text, at)
        return Token("r" if strict and strict.role == "r" else label, value)
    if label in "uda":
        return _name(text, at, label, names)
    strict = _strict(text, at)
    if strict is None:
        return Token(label, "") if label in "bi" else _unlabeled(text, at, names)
    return replace(strict, hint=label) if strict.role in {NUMBER, WORD} else strict


def _name(text: str, at: int, label: str, names: tuple[str, ...]) -> Token:
    """Return the name after a label: a word without a role if its end is not certain."""
    name = next(
        (name for name in (*names, UNKNOWN) if text.startswith(name, at) and _bounded(text, at, at + len(name))), ""
    )
    if name:
        return Token(label, name)
    value = _match(_APPLICATION if label == "a" else _NAME, text, at).rstrip()
    if label != "a":
        return Token(label if _CLOSED.match(text, at + len(value)) else WORD, value)
    if at + len(value) == len(
        text.rstrip()
    ):  # nothing ends it: it is its first word, unless the columns of all lines show more
        return Token(label, _match(_NAME, text, at))
    return Token(WORD if _INNER.search(value) else label, value)


def _match(pattern: re.Pattern[str], text: str, at: int) -> str:
    match = pattern.match(text, at)
    return match[0] if match else ""


def _joined(parts: list[Token]) -> list[Token]:
    """Join adjacent literals."""
    joined: list[Token] = []
    for part in parts:
        if joined and not part.role and not joined[-1].role:
            joined[-1] = Token("", joined[-1].text + part.text)
        else:
            joined.append(part)
    return joined


def _split_at_signs(parts: list[Token]) -> list[Token]:
    """Split words at their last ``@``."""
    roles = {part.role for part in parts}
    split: list[Token] = []
    for part in parts:
        left, sign, right = part.text.rpartition("@")
        splittable = part.role == WORD or (part.role == "u" and "d" not in roles and "." not in right)
        # Of two @, the first is part of an e-mail address; otherwise a host may follow the last one.
        if sign and left and right and splittable and "d" not in roles and ("@" not in left or _MAIL.fullmatch(left)):
            split += [replace(part, text=left), Token("", "@"), replace(part, role=WORD, text=right)]
        else:
            split.append(part)
    return split


def _with_hints(parts: list[Token]) -> list[Token]:
    """Mark the words around an ``@`` as user and database."""
    hinted = list(parts)
    for place in range(1, len(hinted) - 1):
        before, sign, after = hinted[place - 1 : place + 2]
        if not sign.role and sign.text == "@" and {before.role, after.role} <= {WORD, "u"}:
            hinted[place - 1] = replace(before, hint="u")
            hinted[place + 1] = replace(after, hint="" if "." in after.text else "d")
    return hinted


def _with_padding(parts: list[Token]) -> list[Token]:
    """Mark slots with runs of blanks around them as padded, and shorten the literals next to them."""
    padded = list(parts)

    def pads(place: int) -> bool:
        slot = 0 <= place < len(parts) and bool(parts[place].role)
        if slot:
            padded[place] = replace(padded[place], padded=True)
        return slot

    for place, part in enumerate(parts):
        text = part.text
        if part.role:
            continue
        blank = text.isspace()
        if text.startswith("  ") and pads(place - 1):
            text = " " if blank else text.lstrip(" ")
        elif text.endswith("  ") or (
            re.search(r"[\[(<|] $", text) and [after.role for after in parts[place + 1 : place + 2]] == [NUMBER]
        ):
            text = (" " if blank else text.rstrip(" ")) if pads(place + 1) else text
        if not blank and text.endswith("  ") and pads(place + 1):
            text = text.rstrip(" ")
        padded[place] = replace(part, text=text)
    return padded
