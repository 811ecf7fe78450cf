"""Which failures are no fault of the target's: it refused a write, or what was never made; and what follows in the transaction."""

from __future__ import annotations

from pgrehearse.replay.prepare.consequences import LACKED
from pgrehearse.replay.prepare.skip_rules import reason_of
from pgrehearse.replay.prepare.spool import Rows
from pgrehearse.runs.reasons import BARRED, LACKING, WOULD_WRITE

_READ_ONLY, _ABORTED = "25006", "25P02"


class Excuses:
    """Of one session; it remembers which transaction such a failure ended, and for what."""

    __slots__ = ("_ended", "_why")

    def __init__(self) -> None:
        self._ended: int | None = None
        self._why = ""

    def forget(self) -> None:
        """Another session's transactions follow."""
        self._ended = None

    def why(self, rows: Rows, row: int, sqlstate: str | None, *, reads_only: bool) -> str:
        """Return why a statement that failed counts as skipped ("": it does not): it stood in for one that cannot be sent, or the target
        is not at fault."""
        if rows.skip[row]:
            return reason_of(rows.skip[row])
        if rows.expected[row] is not None:
            return ""
        transaction, lacks = rows.transaction[row], rows.lacks[row] or 0
        if sqlstate == _ABORTED:
            return self._why if transaction is not None and transaction == self._ended else ""
        if sqlstate == _READ_ONLY and reads_only:
            self._ended, self._why = transaction, BARRED
            return WOULD_WRITE
        found = next((word for bit, word in LACKED.get(sqlstate or "", ()) if lacks & bit), "")
        if found:
            self._ended, self._why = transaction, LACKING
        return found
