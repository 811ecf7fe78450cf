"""Whether one SQL text is sent: decided by what it does (``workload/sql/find_effects``) on this target (``workload/catalog/hazards``).

Pure: a text, what the target's catalog says, and what the replay may do, become a ``Decision``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pgrehearse.runs.reasons import READ_ONLY
from pgrehearse.workload.catalog.hazards import PATH, Hazards
from pgrehearse.workload.sql.builtin_functions import ALLOWABLE_READING, HAZARDS, INSIDE, NEVER
from pgrehearse.workload.sql.dynamic_sql import ANY
from pgrehearse.workload.sql.effects import Effects
from pgrehearse.workload.sql.find_effects import asks_to_write, effects_of_tree
from pgrehearse.workload.sql.parse_tree import (
    Node,
    Statement,
    grammar_version,
    is_refused,
    normalized,
    readable,
    statements,
)
from pgrehearse.workload.sql.search_path import USER, search_path
from pgrehearse.workload.sql.session_objects import NO_STATE, SessionState, session_state

COPY_DATA = "COPY data is not in the log"
ENCODING = "the replay speaks the log's own encoding"
UNPREPARED = "it executes a statement whose PREPARE is not in the log"
# Older servers take syntax that the grammar no longer has: postfix operators went with 14.
_SYNTAX_SINCE = 14


def reading_reason(hazard: str) -> str:
    """Return why a read-only replay does not send what has this hazard."""
    return f"it {HAZARDS[hazard]}{READ_ONLY}"


def writing_reason(hazard: str) -> str:
    """Return why a replay with --writes does not send what has this hazard."""
    if hazard in NEVER:
        return f"it {HAZARDS[hazard]}"
    return f"it {HAZARDS[hazard]}: --allow {hazard} sends it"


@dataclass(frozen=True, slots=True)
class Policy:
    """What a replay may do: *writes* at all, and which hazards were *allowed* by name. *server*: the target's major version."""

    writes: bool
    allowed: frozenset[str] = frozenset()
    server: int = 0

    def refuses(self, hazards: frozenset[str]) -> str:
        """Return the first hazard that speaks against sending ("": none does)."""
        passes = INSIDE | self.allowed if self.writes else self.allowed & ALLOWABLE_READING
        return next((name for name in HAZARDS if name in hazards and (name in NEVER or name not in passes)), "")

    def reason(self, hazards: frozenset[str]) -> str:
        """Return why something with these hazards is not sent ("": it is)."""
        hazard = self.refuses(hazards)
        if not hazard:
            return ""
        return writing_reason(hazard) if self.writes or hazard in NEVER else reading_reason(hazard)


@dataclass(frozen=True, slots=True)
class Decision:
    """*reason*: why it is not sent ("": it is). *text*: what is sent in its place (None: itself). *copied*: why a further copy that only
    reads does not send it. *prepares*, *executes*: the name in PREPARE and EXECUTE ("": none). *parameters*: bound parameters that
    name a setting, so that their values decide. *by_value*: a constant of the text had a part in it. *paths*: schemas that it
    puts into the session's search path (``ANY``: not known which). *state*: what it makes in its session and needs there.
    *borders*: what of it begins and ends transactions, to be sent when it is not (b"": nothing)."""

    reason: str = ""
    text: bytes | None = None
    copied: str = ""
    prepares: str = ""
    executes: str = ""
    parameters: tuple[int, ...] = ()
    by_value: bool = False
    paths: frozenset[str] = frozenset()
    state: SessionState = NO_STATE
    borders: bytes = b""


@dataclass(slots=True)
class Decider:
    """Decides texts for one database, each form of a text once."""

    policy: Policy
    hazards: Hazards = field(default_factory=Hazards)
    _forms: dict[str, Decision] = field(default_factory=dict)

    def decide(self, text: bytes, parameters: Mapping[int, bytes | None] | None = None) -> Decision:
        """Return what becomes of a text. *parameters*: values of bound parameters by number, where they are known."""
        form = normalized(text) if parameters is None and _plain(text) else None
        if form is not None and (known := self._forms.get(form)) is not None:
            return known
        decision = self._decided(text, parameters or {})
        if form is not None and not decision.by_value:
            self._forms[form] = decision
        return decision

    def _decided(self, text: bytes, parameters: Mapping[int, bytes | None]) -> Decision:
        found = statements(text)
        if found is None:
            return self._unparsed(text)
        parts = [_with_values(effects_of_tree(one.tree), parameters) for one in found]
        whole = Effects()
        for part in parts:
            whole = whole.joined(part)
        reading = Policy(writes=False, allowed=self.policy.allowed)
        hazards = [self.hazards.of(part) for part in parts]
        fixed = _fixed(text, found, parts, hazards, guarded=not self.policy.writes)
        reason = COPY_DATA if whole.copies_in else fixed.refusal or self.policy.reason(fixed.hazards)
        unknown = len(whole.executes) > 1 and not whole.executes <= whole.prepares
        return Decision(
            reason or (UNPREPARED if unknown and not self.policy.writes else ""),
            fixed.text,
            reading.reason(_lasting(found, hazards)),
            prepares=next(iter(sorted(whole.prepares)), ""),
            executes=next(iter(sorted(whole.executes - whole.prepares)), ""),
            parameters=tuple(
                int(one[1:]) for one in sorted(whole.settings) if one.startswith("$") and one[1:].isdigit()
            ),
            by_value=whole.by_value or fixed.text is not None,
            paths=_paths(whole, frozenset().union(*hazards)),
            state=session_state(one.tree for one in found),
            borders=_borders(found),
        )

    def _unparsed(self, text: bytes) -> Decision:
        """Decide a text that the grammar refuses: where the server's own is no younger, it refuses it too, and nothing happens."""
        same = _SYNTAX_SINCE <= self.policy.server <= grammar_version() and is_refused(text)
        reason = "" if same else self.policy.reason(frozenset({"unparsed"}))
        return Decision(reason, copied=reason, by_value=True)


def _plain(text: bytes) -> bool:
    """Say whether constants of a text cannot hold a name that decides: that of the mark, plainly or escaped."""
    return b"\\" not in text and b"pgrehearse" not in text.lower()


def _paths(effects: Effects, hazards: frozenset[str]) -> frozenset[str]:
    """Return the schemas that a text puts into the search path; it may also do so in a function, unseen."""
    hidden = PATH in hazards and "search_path" not in effects.settings
    unknown = hidden or hazards & _OPAQUE or any("=" in one for one in effects.paths)
    return frozenset({ANY}) if unknown else effects.paths


# What may hold a SET that nobody can read.
_OPAQUE = frozenset({"dynamic-sql", "untrusted-code", "unparsed", "native-code"})


def _with_values(effects: Effects, parameters: Mapping[int, bytes | None]) -> Effects:
    """Put the values of bound parameters in place of their numbers among the settings."""
    if not parameters or not effects.settings:
        return effects
    values = {f"${number}": (value or b"").decode(errors="replace") for number, value in parameters.items()}
    settings = frozenset(values.get(one, one).lower() for one in effects.settings)
    paths = frozenset(name for one in effects.paths for name in _set_paths(one, values))
    return replace(effects, settings=settings, paths=paths)


def _set_paths(path: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the schemas that a set_config of bound parameters puts into the search path."""
    setting, sign, value = path.partition("=")
    if not sign:
        return (path,)
    if values.get(setting, setting).lower() != "search_path":
        return (path,) if setting.startswith("$") and setting not in values else ()
    return search_path(values[value], USER) if value in values else (ANY,)


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A text without what may not be in it: *hazards* that are left, *text* to send (None: as it was), or a *refusal*."""

    hazards: frozenset[str]
    text: bytes | None = None
    refusal: str = ""


def _fixed(
    text: bytes, found: list[Statement], parts: list[Effects], hazards: list[frozenset[str]], *, guarded: bool
) -> _Fixed:
    """Take out of a text what sets the encoding, and (*guarded*) what would make the session writable."""
    # Places are of the text as the parser took it.
    source = readable(text).encode()
    left: set[str] = set()
    pieces: list[bytes] = []
    changed = False
    encoding = False
    for one, part, its in zip(found, parts, hazards, strict=True):
        piece = source[one.start : one.start + one.length] if one.length else source[one.start :]
        if "client_encoding" in part.settings:
            new, encoding = b"", True
        elif guarded and "guard" in its and (rewritten := _unguarded(one.tree)) is not None:
            new, its = rewritten, its - {"guard"}
        else:
            new = piece
        changed |= new is not piece
        left |= its
        pieces += [new] if new else []
    if not changed:
        return _Fixed(frozenset(left))
    if not pieces:
        return _Fixed(frozenset(left), refusal=ENCODING if encoding else reading_reason("guard"))
    sent = b";".join(pieces)
    return _Fixed(frozenset(left), text=sent if source == text else sent.decode().encode("latin-1"))


def _lasting(found: list[Statement], hazards: list[frozenset[str]]) -> frozenset[str]:
    """Return the hazards of a text but for the guard where it could be left in place."""
    left = (its if _unguarded(one.tree) is None else its - {"guard"} for one, its in zip(found, hazards, strict=True))
    return frozenset().union(*left)


def _unguarded(tree: Node) -> bytes | None:
    """Return a statement that sets the guard without what sets it (b"": nothing is left); None: it cannot be told apart."""
    (kind, node), *_ = tree.items()
    if kind == "TransactionStmt":
        words = b"BEGIN" if node["kind"] == "TRANS_STMT_BEGIN" else b"START TRANSACTION"
        return words + _options(node.get("options", []))
    if kind != "VariableSetStmt":
        return None
    if node.get("kind") != "VAR_SET_MULTI":
        return b""
    words = b"SET TRANSACTION" if node["name"] == "TRANSACTION" else b"SET SESSION CHARACTERISTICS AS TRANSACTION"
    options = _options(node.get("args", []))
    return words + options if options else b""


# What begins or ends a transaction, or a part of one. One that is prepared for a later commit, and may not be, ends all the same.
_BORDERS = {
    "TRANS_STMT_BEGIN": b"BEGIN",
    "TRANS_STMT_START": b"BEGIN",
    "TRANS_STMT_COMMIT": b"COMMIT",
    "TRANS_STMT_ROLLBACK": b"ROLLBACK",
    "TRANS_STMT_PREPARE": b"ROLLBACK",
    "TRANS_STMT_SAVEPOINT": b"SAVEPOINT",
    "TRANS_STMT_RELEASE": b"RELEASE",
    "TRANS_STMT_ROLLBACK_TO": b"ROLLBACK TO",
}


def _borders(found: list[Statement]) -> bytes:
    """Return what of a text begins and ends transactions, as SQL that changes nothing else."""
    out = []
    for one in found:
        node = one.tree.get("TransactionStmt", {})
        word = _BORDERS.get(node.get("kind", ""))
        if word == b"BEGIN":
            out.append(word + _options(node.get("options", [])))
        elif word is not None:
            savepoint = str(node.get("savepoint_name", "")).replace('"', '""')
            out.append(
                word + b" AND CHAIN" * bool(node.get("chain")) + (f' "{savepoint}"'.encode() if savepoint else b"")
            )
    return b"; ".join(out)


def _options(items: list[Node]) -> bytes:
    """Return a transaction's options but READ WRITE, as SQL."""
    out = []
    for item in items:
        one = item["DefElem"]
        constant = one.get("arg", {}).get("A_Const", {})
        if one["defname"] == "transaction_isolation":
            out.append(b"ISOLATION LEVEL " + _LEVELS[constant["sval"]["sval"]])
        elif one["defname"] == "transaction_deferrable":
            out.append(b"DEFERRABLE" if constant.get("ival", {}).get("ival") else b"NOT DEFERRABLE")
        elif not asks_to_write(item):
            out.append(b"READ ONLY")
    return b" " + b", ".join(out) if out else b""


_LEVELS = {
    "serializable": b"SERIALIZABLE",
    "repeatable read": b"REPEATABLE READ",
    "read committed": b"READ COMMITTED",
    "read uncommitted": b"READ UNCOMMITTED",
}
