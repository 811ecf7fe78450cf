"""Which failures are not the target's fault: it refused a write, or a statement that needs what was never created; and what follows in the transaction."""

from __future__ import annotations

from pgrehearse.replay.prepare.consequences import LACKED
from pgrehearse.replay.prepare.skip_rules import reason_of
from pgrehearse.replay.prepare.spool import Rows
from pgrehearse.runs.reasons import AFTER_MISSING_STATE, AFTER_REFUSED_WRITE, WOULD_WRITE

_READ_ONLY, _ABORTED = "25006", "25P02"


class ErrorBlame:
    """The failures of one session; it keeps which transaction such a failure ended, and the reason."""

    __slots__ = ("_reason", "_transaction")

    def __init__(self) -> None:
        self._transaction: int | None = None
        self._reason = ""

    def reset(self) -> None:
        """Forget the transaction: those of another session follow."""
        self._transaction = None

    def skip_reason(self, rows: Rows, row: int, sqlstate: str | None, *, read_only: bool) -> str:
        """Return why a statement that failed counts as skipped ("": it does not): it was sent in place of one that cannot be sent, or
        the failure is not the target's fault. *read_only*: the server refuses what the session writes."""
        if rows.skip[row]:
            return reason_of(rows.skip[row])
        if rows.expected[row] is not None:
            return ""
        transaction, lacks = rows.transaction[row], rows.lacks[row] or 0
        if sqlstate == _ABORTED:
            return self._reason if transaction is not None and transaction == self._transaction else ""
        if sqlstate == _READ_ONLY and read_only:
            self._transaction, self._reason = transaction, AFTER_REFUSED_WRITE
            return WOULD_WRITE
        reason = next((reason for bit, reason in LACKED.get(sqlstate or "", ()) if lacks & bit), "")
        if reason:
            self._transaction, self._reason = transaction, AFTER_MISSING_STATE
        return reason
