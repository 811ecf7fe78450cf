"""Whether one SQL text is sent: decided by its effects (``workload/sql/find_effects``) on this target (``workload/catalog/hazards``).

Pure: from a text, the target's catalog and the replay's policy comes a ``Decision``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pgrehearse.runs.reasons import READ_ONLY
from pgrehearse.workload.catalog.hazards import PATH, Hazards
from pgrehearse.workload.sql.builtin_functions import ALLOWABLE_READING, HAZARDS, INSIDE, NEVER
from pgrehearse.workload.sql.copy_in import CopyIn, copy_in
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
ENCODING = "it changes client_encoding; statements are sent in the log's encoding"
UNPREPARED = "it executes a statement whose PREPARE is not in the log"
# Older servers accept syntax that the grammar no longer has: postfix operators were removed in 14.
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
    """What a replay may send: statements that write, if *writes*; hazards that were *allowed* by name. *server*: the target's major version."""

    writes: bool
    allowed: frozenset[str] = frozenset()
    server: int = 0

    def refuses(self, hazards: frozenset[str]) -> str:
        """Return the first hazard that prevents sending ("": there is none)."""
        passes = INSIDE | self.allowed if self.writes else self.allowed & ALLOWABLE_READING
        return next((name for name in HAZARDS if name in hazards and (name in NEVER or name not in passes)), "")

    def reason(self, hazards: frozenset[str]) -> str:
        """Return why a statement with these hazards is not sent ("": it is sent)."""
        hazard = self.refuses(hazards)
        if not hazard:
            return ""
        return writing_reason(hazard) if self.writes or hazard in NEVER else reading_reason(hazard)


@dataclass(frozen=True, slots=True)
class Decision:
    """*reason*: why the text is not sent ("": it is sent). *text*: what is sent in its place (None: the text itself). *copy_reason*: why a
    further copy that only reads does not send it. *prepares*, *executes*: the name in PREPARE and EXECUTE ("": none). *parameters*: bound
    parameters that are the name of a setting, so that the decision depends on their values. *by_value*: the decision depends on a constant of the
    text. *paths*: schemas that it puts into the session's search path (``ANY``: unknown). *state*: what it creates in its session and needs there.
    *transaction_sql*: its commands that begin and end transactions, to be sent when the text is not (b"": none). *copies*: it is one COPY FROM STDIN,
    which is sent if its rows are known."""

    reason: str = ""
    text: bytes | None = None
    copy_reason: str = ""
    prepares: str = ""
    executes: str = ""
    parameters: tuple[int, ...] = ()
    by_value: bool = False
    paths: frozenset[str] = frozenset()
    state: SessionState = NO_STATE
    transaction_sql: bytes = b""
    copies: bool = False


@dataclass(slots=True)
class Decider:
    """Decides texts for one database, each form of a text once."""

    policy: Policy
    hazards: Hazards = field(default_factory=Hazards)
    _forms: dict[str, Decision] = field(default_factory=dict)

    def decide(self, text: bytes, parameters: Mapping[int, bytes | None] | None = None) -> Decision:
        """Return the decision on a text. *parameters*: values of bound parameters by number, where they are known."""
        form = normalized(text) if parameters is None and _plain(text) else None
        if form is not None and (cached := self._forms.get(form)) is not None:
            return cached
        decision = self._decided(text, parameters or {})
        if form is not None and not decision.by_value:
            self._forms[form] = decision
        return decision

    def _decided(self, text: bytes, parameters: Mapping[int, bytes | None]) -> Decision:
        parsed = statements(text)
        if parsed is None:
            return self._unparsed(text)
        parts = [_with_values(effects_of_tree(statement.tree), parameters) for statement in parsed]
        effects = Effects()
        for part in parts:
            effects = effects.joined(part)
        reading = Policy(writes=False, allowed=self.policy.allowed)
        hazards = [self.hazards.of(part) for part in parts]
        rewritten = _rewrite(text, parsed, parts, hazards, guarded=not self.policy.writes)
        copy = copy_in(text) if effects.copies_in else None
        unsendable = effects.copies_in and copy is None
        reason = COPY_DATA if unsendable else rewritten.refusal or self.policy.reason(rewritten.hazards)
        unknown = len(effects.executes) > 1 and not effects.executes <= effects.prepares
        return Decision(
            reason or (UNPREPARED if unknown and not self.policy.writes else ""),
            _sent_text(text, rewritten, copy),
            reading.reason(_hazards_without_guard(parsed, hazards)),
            prepares=next(iter(sorted(effects.prepares)), ""),
            executes=next(iter(sorted(effects.executes - effects.prepares)), ""),
            parameters=tuple(
                int(name[1:]) for name in sorted(effects.settings) if name.startswith("$") and name[1:].isdigit()
            ),
            by_value=effects.by_value or rewritten.text is not None or copy is not None,
            paths=_paths(effects, frozenset().union(*hazards)),
            state=session_state(statement.tree for statement in parsed),
            transaction_sql=_transaction_sql(parsed),
            copies=copy is not None,
        )

    def _unparsed(self, text: bytes) -> Decision:
        """Decide a text that the parser refuses: a server whose grammar is not newer refuses it too, and nothing happens."""
        same = _SYNTAX_SINCE <= self.policy.server <= grammar_version() and is_refused(text)
        reason = "" if same else self.policy.reason(frozenset({"unparsed"}))
        return Decision(reason, copy_reason=reason, by_value=True)


def _sent_text(text: bytes, rewritten: _Rewritten, copy: CopyIn | None) -> bytes | None:
    """Return the text that is sent in the place of *text* (None: the text itself); COPY FROM STDIN is sent in text format."""
    if copy is None:
        return rewritten.text
    return copy.text if copy.text != text else None


def _plain(text: bytes) -> bool:
    """Return whether no constant of a text can hold a name that decisions depend on: that of the mark, as it is or escaped."""
    return b"\\" not in text and b"pgrehearse" not in text.lower()


def _paths(effects: Effects, hazards: frozenset[str]) -> frozenset[str]:
    """Return the schemas that a text puts into the search path; a function that it calls may do so too."""
    hidden = PATH in hazards and "search_path" not in effects.settings
    unknown = hidden or hazards & _OPAQUE or any("=" in path for path in effects.paths)
    return frozenset({ANY}) if unknown else effects.paths


# These may hold a SET that the analysis does not find.
_OPAQUE = frozenset({"dynamic-sql", "untrusted-code", "unparsed", "native-code"})


def _with_values(effects: Effects, parameters: Mapping[int, bytes | None]) -> Effects:
    """Put the values of bound parameters in place of their numbers among the settings."""
    if not parameters or not effects.settings:
        return effects
    values = {f"${number}": (value or b"").decode(errors="replace") for number, value in parameters.items()}
    settings = frozenset(values.get(setting, setting).lower() for setting in effects.settings)
    paths = frozenset(name for path in effects.paths for name in _set_paths(path, values))
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
class _Rewritten:
    """A text without the commands that may not be sent: the *hazards* that are left, the *text* to send (None: unchanged), or a *refusal*."""

    hazards: frozenset[str]
    text: bytes | None = None
    refusal: str = ""


def _rewrite(
    text: bytes, parsed: list[Statement], parts: list[Effects], hazards: list[frozenset[str]], *, guarded: bool
) -> _Rewritten:
    """Remove from a text what sets the encoding, and (*guarded*) what would make the session writable."""
    # Positions refer to the text as the parser received it.
    source = readable(text).encode()
    left: set[str] = set()
    pieces: list[bytes] = []
    changed = False
    encoding = False
    for statement, part, own in zip(parsed, parts, hazards, strict=True):
        end = statement.start + statement.length if statement.length else len(source)
        piece = source[statement.start : end]
        if "client_encoding" in part.settings:
            new, encoding = b"", True
        elif guarded and "guard" in own and (unguarded := _without_guard(statement.tree)) is not None:
            new, own = unguarded, own - {"guard"}
        else:
            new = piece
        changed |= new is not piece
        left |= own
        pieces += [new] if new else []
    if not changed:
        return _Rewritten(frozenset(left))
    if not pieces:
        return _Rewritten(frozenset(left), refusal=ENCODING if encoding else reading_reason("guard"))
    sent = b";".join(pieces)
    return _Rewritten(frozenset(left), text=sent if source == text else sent.decode().encode("latin-1"))


def _hazards_without_guard(parsed: list[Statement], hazards: list[frozenset[str]]) -> frozenset[str]:
    """Return the hazards of a text, without that of the read-only guard where a statement can be sent without changing the guard."""
    left = (
        own if _without_guard(statement.tree) is None else own - {"guard"}
        for statement, own in zip(parsed, hazards, strict=True)
    )
    return frozenset().union(*left)


def _without_guard(tree: Node) -> bytes | None:
    """Return a statement without its part that changes the read-only guard (b"": nothing is left); None: it cannot be divided."""
    (kind, node), *_ = tree.items()
    if kind == "TransactionStmt":
        command = b"BEGIN" if node["kind"] == "TRANS_STMT_BEGIN" else b"START TRANSACTION"
        return command + _options(node.get("options", []))
    if kind != "VariableSetStmt":
        return None
    if node.get("kind") != "VAR_SET_MULTI":
        return b""
    command = b"SET TRANSACTION" if node["name"] == "TRANSACTION" else b"SET SESSION CHARACTERISTICS AS TRANSACTION"
    options = _options(node.get("args", []))
    return command + options if options else b""


# The commands that begin or end a transaction, or a part of one. A PREPARE TRANSACTION that is not sent ends the transaction too.
_TRANSACTION_COMMANDS = {
    "TRANS_STMT_BEGIN": b"BEGIN",
    "TRANS_STMT_START": b"BEGIN",
    "TRANS_STMT_COMMIT": b"COMMIT",
    "TRANS_STMT_ROLLBACK": b"ROLLBACK",
    "TRANS_STMT_PREPARE": b"ROLLBACK",
    "TRANS_STMT_SAVEPOINT": b"SAVEPOINT",
    "TRANS_STMT_RELEASE": b"RELEASE",
    "TRANS_STMT_ROLLBACK_TO": b"ROLLBACK TO",
}


def _transaction_sql(parsed: list[Statement]) -> bytes:
    """Return a text's commands that begin and end transactions, as SQL that changes nothing else."""
    out = []
    for statement in parsed:
        node = statement.tree.get("TransactionStmt", {})
        command = _TRANSACTION_COMMANDS.get(node.get("kind", ""))
        if command == b"BEGIN":
            out.append(command + _options(node.get("options", [])))
        elif command is not None:
            savepoint = str(node.get("savepoint_name", "")).replace('"', '""')
            out.append(
                command + b" AND CHAIN" * bool(node.get("chain")) + (f' "{savepoint}"'.encode() if savepoint else b"")
            )
    return b"; ".join(out)


def _options(items: list[Node]) -> bytes:
    """Return a transaction's options without READ WRITE, as SQL."""
    out = []
    for item in items:
        option = item["DefElem"]
        constant = option.get("arg", {}).get("A_Const", {})
        if option["defname"] == "transaction_isolation":
            out.append(b"ISOLATION LEVEL " + _LEVELS[constant["sval"]["sval"]])
        elif option["defname"] == "transaction_deferrable":
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
