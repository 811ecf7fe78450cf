"""Removes credentials that SQL statements contain, before the statements are stored.

PASSWORD of roles and user mappings, connection strings of subscriptions and dblink, values of settings and options
whose names say that they are secret, programs of COPY; the same in the bodies of DO and CREATE FUNCTION, and in strings
there that are SQL themselves; on request the keys of pgcrypto's functions. The lexer finds the constants. The remaining
text is valid SQL; where that is impossible, the text is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pgrehearse.workload.sql.lexer import (
    COMMENTS,
    NAMES,
    NUMBERS,
    STRINGS,
    Token,
    identifier,
    literal,
    parses,
    quoted,
    tokens,
)

# Replaces a text that may contain a credential that cannot be removed from it.
LEFT_OUT = "(text left out: it may hold a credential)"
# Replaces a connection string: no server can be reached with it.
NO_CONNECTION = "host=left-out-at-capture.invalid"
_SECRET_NAME = re.compile(r"passw|passphrase|secret|token|credential|key", re.IGNORECASE)
_PLAIN_NAMES = {"password_encryption", "ssl_key_file", "krb_server_keyfile", "key"}
# A connection string with a password in it: key=value, or a URI.
_CONNECTS = re.compile(r"passw(?:or)?d\s*=|passfile\s*=|^\s*\w+://[^/?#]*:[^/?#]*@", re.IGNORECASE)
# Words that indicate a credential in a text that the lexer or the grammar rejects.
_TELLTALE = re.compile(
    r"passw|passphrase|secret|credential|conninfo|connection|dblink|program|set_config|token|_key|apikey|bearer",
    re.IGNORECASE,
)
_BODIES = {"FUNCTION", "PROCEDURE", "ROUTINE"}
_LETS_SET = {"ALTER", "CREATE"}
_ROLES = {"ROLE", "USER", "GROUP_P", "GROUP"}
# pgcrypto: which argument is a key or a password (from 0).
CRYPTO = {
    "pgp_sym_encrypt": (1,),
    "pgp_sym_encrypt_bytea": (1,),
    "pgp_sym_decrypt": (1,),
    "pgp_sym_decrypt_bytea": (1,),
    "pgp_pub_encrypt": (1,),
    "pgp_pub_encrypt_bytea": (1,),
    "pgp_pub_decrypt": (1, 2),
    "pgp_pub_decrypt_bytea": (1, 2),
    "encrypt": (1,),
    "decrypt": (1,),
    "encrypt_iv": (1, 2),
    "decrypt_iv": (1, 2),
    "hmac": (1,),
    "crypt": (0,),
}
# Keywords in front of what may be secret.
_CARRIERS = {"PASSWORD", "SUBSCRIPTION", "OPTIONS", "PROGRAM", "SYSTEM_P"}
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without its credentials. *sql*: None if it has to be left out. *parameters*: the numbers of parameters that are credentials.

    *named*: (name, value): the parameter *value* is a credential if the value of the parameter *name* is a secret name. *connecting*:
    parameters that are credentials if they are connection strings.
    """

    sql: str | None
    parameters: frozenset[int] = frozenset()
    named: frozenset[tuple[int, int]] = frozenset()
    connecting: frozenset[int] = frozenset()

    def emptied(self, values: list[str | None]) -> list[str | None]:
        """Return bound values; those that are secret are replaced by empty texts."""
        secret = self.parameters | {value for name, value in self.named if secret_name(_at(values, name))}
        secret |= {number for number in self.connecting if connects(_at(values, number))}
        return ["" if value is not None and n in secret else value for n, value in enumerate(values, 1)]


def _at(values: list[str | None], number: int) -> str:
    return (values[number - 1] or "") if 0 < number <= len(values) else ""


def secret_name(name: str) -> bool:
    """Return whether the name of a setting or an option indicates that its value is a secret."""
    return _SECRET_NAME.search(name) is not None and name.lower() not in _PLAIN_NAMES


def telltale(sql: str) -> bool:
    """Return whether a text that PostgreSQL refuses may hold a credential."""
    return _TELLTALE.search(sql) is not None


def connects(value: str) -> bool:
    """Return whether a value looks like a connection string with a password in it."""
    return _CONNECTS.search(value) is not None


def depends(example: str, *, crypto: bool = False) -> bool:
    """Return whether texts with the template of *example* may contain a credential: each of them then has to be checked."""
    found = tokens(example)
    if found is None:
        return True
    words = {token.name for token in found}
    if words & _CARRIERS and words & {"CREATE", "ALTER", "COPY"}:
        return True
    text = _Text(example, found, crypto=crypto)
    if any(token.name in NAMES and text.calls(identifier(token.text)) for token in found):
        return True
    return text.has_body or any(text.settings()) or any(text.assigned()) or not parses(example, found)


def cleaned(sql: str, *, crypto: bool = False) -> Cleaned:
    """Return a text without its credentials. *crypto*: the keys of pgcrypto's functions are credentials too."""
    found = tokens(sql)
    if found is None:
        return Cleaned(None if telltale(sql) else sql)
    text = _Text(sql, found, crypto=crypto)
    text.read()
    new = text.written()
    again = found if new == sql else tokens(new)
    suspect = new != sql or telltale(sql)
    if text.unclear or again is None or (suspect and not parses(new, again)):
        return Cleaned(None)
    return Cleaned(new, frozenset(text.parameters), frozenset(text.named), frozenset(text.connecting))


@dataclass
class _Text:
    """A text as tokens, with the replacements of some of them."""

    sql: str
    all: list[Token]
    crypto: bool
    depth: int = 0
    tokens: list[Token] = field(init=False)
    starts: list[int] = field(init=False)
    changes: dict[int, tuple[int, str]] = field(default_factory=dict)
    parameters: set[int] = field(default_factory=set)
    named: set[tuple[int, int]] = field(default_factory=set)
    connecting: set[int] = field(default_factory=set)
    unclear: bool = False

    def __post_init__(self) -> None:
        self.tokens = [token for token in self.all if token.name not in COMMENTS]
        self.starts = []
        first = 0
        for place, token in enumerate(self.tokens):
            self.starts.append(first)
            if token.text == ";":
                first = place + 1

    @property
    def has_body(self) -> bool:
        """Return whether a string of the text may be code."""
        return self.depth > 0 or any(self._coded(place) for place, _ in enumerate(self.tokens))

    def read(self) -> None:
        """Find the credentials."""
        for place, token in enumerate(self.tokens):
            if token.name in {"PASSWORD", "PROGRAM", "CONNECTION"}:
                self._empty(place + 1, NO_CONNECTION if token.name == "CONNECTION" else "")
            elif token.name == "OPTIONS" and self._text(place + 1) == "(":
                self._options(place + 2)
            elif self._text(place + 1) == "(" and (token.name in NAMES or token.name.endswith("_P")):
                self._call(identifier(token.text), place + 2)
        for at, end in self.settings():
            self._replace(at, end, "''")
        self._strings()

    def written(self) -> str:
        """Return the text with its changes."""
        out: list[str] = []
        at = 0
        for start, (end, new) in sorted(self.changes.items()):
            if start >= at:
                out += [self.sql[at:start], new]
                at = end
        return "".join([*out, self.sql[at:]])

    def settings(self) -> Iterator[tuple[int, int]]:
        """Yield where the value of each secret setting begins and ends."""
        for name, at, end in self.assigned():
            if secret_name(name) or any(map(self._connects, self.tokens[at:end])):
                yield at, end

    def assigned(self) -> Iterator[tuple[str, int, int]]:
        """Yield the name of each setting that is given a value, and where the value begins and ends."""
        for place, token in enumerate(self.tokens):
            if token.name != "SET" or self._updates(place):
                continue
            name, at = self._dotted(place + 2 if self._name(place + 1) in {"LOCAL", "SESSION"} else place + 1)
            if name and (self._name(at) == "TO" or self._text(at) == "=") and self._name(at + 1) != "DEFAULT":
                yield name, at + 1, self._value_end(at + 1)

    def _updates(self, place: int) -> bool:
        """Return whether a SET belongs to an UPDATE: then it names columns."""
        first = self.starts[place]
        before = {token.name for token in self.tokens[first:place]}
        return "UPDATE" in before and self._name(first) not in _LETS_SET

    def _dotted(self, at: int) -> tuple[str, int]:
        parts: list[str] = []
        while at < len(self.tokens) and re.match(r'[\w"]', self.tokens[at].text):
            parts.append(identifier(self.tokens[at].text))
            at += 1
            if self._name(at) == "UESCAPE":
                at += 2
            if self._text(at) != ".":
                break
            at += 1
        return ".".join(parts), at

    def _value_end(self, at: int) -> int:
        """Return where a list of values ends: each is one token, or a sign and a number."""
        while at < len(self.tokens):
            at += 2 if self._text(at) in {"+", "-"} else 1
            if self._name(at) == "UESCAPE":
                at += 2
            if self._text(at) != ",":
                break
            at += 1
        return min(at, len(self.tokens))

    def _options(self, at: int) -> None:
        """Empty the secret ones of ``OPTIONS (name 'value', ...)``."""
        while at < len(self.tokens) and self._text(at) != ")":
            if self.tokens[at].name in STRINGS:
                name = identifier(self.tokens[at - 1].text)
                if secret_name(name) or self._connects(self.tokens[at]):
                    self._empty(at, "")
            at += 1

    def calls(self, name: str) -> bool:
        """Return whether a function may take a secret."""
        return name.startswith("dblink") or name == "set_config" or (self.crypto and name in CRYPTO)

    def _call(self, name: str, at: int) -> None:
        """Empty the secret arguments of a call whose first argument begins at *at*."""
        if not self.calls(name):
            return
        arguments = list(self._arguments(at))
        if name == "set_config":
            self._set_config(arguments)
        elif name in CRYPTO:
            for number in CRYPTO[name]:
                self._blank(arguments[number : number + 1], "")
        else:
            for span in arguments:
                within = self.tokens[slice(*span)]
                self.connecting |= {int(token.text[1:]) for token in within if token.name == "PARAM"}
                if any(map(self._connects, within)):
                    self._blank([span], NO_CONNECTION)

    def _set_config(self, arguments: list[tuple[int, int]]) -> None:
        """Empty the value of a secret setting; with named arguments, whichever of them it is."""
        named = any(token.text in {"=>", ":="} for span in arguments for token in self.tokens[slice(*span)])
        names = [place for span in arguments[: None if named else 1] for place in range(*span)]
        values = [place for span in arguments[0 if named else 1 : None if named else 2] for place in range(*span)]
        texts = [self._value(place) for place in names if self._string(place)]
        bound = [self._number(place) for place in names if self._name(place) == "PARAM"]
        if any(map(secret_name, [*texts, "".join(texts)])) or any(self._connects(self.tokens[p]) for p in values):
            for place in values:
                if not (named and self._string(place) and secret_name(self._value(place))):
                    self._empty(place, "")
        elif bound:
            numbers = [self._number(place) for place in values if self._name(place) == "PARAM"]
            self.named |= {(name, value) for name in bound for value in numbers if name != value}

    def _arguments(self, at: int) -> Iterator[tuple[int, int]]:
        """Yield where each argument of a call begins and ends."""
        depth, first = 0, at
        for place in range(at, len(self.tokens)):
            text = self.tokens[place].text
            if text in {"(", "["}:
                depth += 1
            elif text in {")", "]"}:
                depth -= 1
            if depth < 0 or (text == "," and depth == 0):
                yield first, place
                first = place + 1
            if depth < 0:
                return

    def _blank(self, spans: list[tuple[int, int]], new: str) -> None:
        for span in spans:
            for place in range(*span):
                self._empty(place, new)

    def _empty(self, place: int, new: str) -> None:
        """Replace a constant by a neutral constant; the number of a parameter is stored."""
        name = self._name(place)
        if name == "PARAM":
            self.parameters.add(self._number(place))
        elif name in NUMBERS:
            self._replace(place, place + 1, "0")
        elif name in {"BCONST", "XCONST"}:
            self._replace(place, place + 1, self.tokens[place].text[0] + "''")
        elif name in STRINGS:
            self._replace(place, self._constant_end(place), quoted(new))

    def _constant_end(self, place: int) -> int:
        return place + 3 if self._name(place + 1) == "UESCAPE" else place + 1

    def _replace(self, first: int, end: int, new: str) -> None:
        self.changes[self.tokens[first].start] = (self.tokens[end - 1].end, new)

    def _strings(self) -> None:
        """Clean the strings that are SQL themselves: the bodies of functions, and what code executes."""
        code = self.has_body
        values: list[str] = []
        unread = False
        for place, token in enumerate(self.tokens):
            if token.name not in {"SCONST", "USCONST"} or token.start in self.changes:
                continue
            value = self._value(place)
            values.append(value)
            if telltale(value) or (code and "\\" in token.text):
                unread |= not self._code(place, value, code=code)
        self.unclear |= code and unread and _sets_password(" ".join(values))

    def _code(self, place: int, value: str, *, code: bool) -> bool:
        """Clean one string; return whether it could be read as SQL."""
        found = tokens(value)
        body = self._coded(place)
        if found is None or self.depth >= _DEPTH:
            self.unclear |= body or self.depth >= _DEPTH
            return False
        if body or parses(value, found):
            inner = _Text(value, found, crypto=self.crypto, depth=self.depth + int(code))
            inner.read()
            self.unclear |= inner.unclear
            new = inner.written()
            if new != value:
                self._replace(place, self._constant_end(place), _requoted(self.tokens[place].text, new))
            return True
        if code and connects(value):
            self._empty(place, NO_CONNECTION)
            return True
        return False

    def _value(self, place: int) -> str:
        """Return the value of a string constant."""
        end = self.tokens[min(self._constant_end(place), len(self.tokens)) - 1].end
        value = literal(self.sql[self.tokens[place].start : end])
        self.unclear |= value is None
        return value or ""

    def _coded(self, place: int) -> bool:
        """Return whether a token belongs to DO, or to what makes a function: its strings are code."""
        first = self.starts[place]
        if self._name(first) == "DO":
            return True
        head = {token.name for token in self.tokens[first : first + 4]}
        return self._name(first) in {"CREATE", "ALTER"} and bool(head & _BODIES)

    def _connects(self, token: Token) -> bool:
        return token.name in STRINGS and connects(literal(token.text) or "")

    def _string(self, place: int) -> bool:
        return self._name(place) in STRINGS

    def _number(self, place: int) -> int:
        return int(self.tokens[place].text[1:])

    def _name(self, place: int) -> str:
        return self.tokens[place].name if place < len(self.tokens) else ""

    def _text(self, place: int) -> str:
        return self.tokens[place].text if place < len(self.tokens) else ""


def _sets_password(text: str) -> bool:
    """Return whether strings together may form a statement that sets a role's password."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return "password" in words and bool(words & {"create", "alter"}) and bool(words & {"role", "user", "group"})


def _requoted(old: str, value: str) -> str:
    """Return a value as a constant, dollar-quoted if *old* is."""
    if old[:1] == "$":
        tag = old[: old.index("$", 1) + 1]
        return tag + value + tag
    return quoted(value)
