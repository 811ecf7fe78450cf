"""The draws that a target reports in a first pass: which statement drew from which sequence.

The function that gives ids sends a message of the severity INFO for each draw (``targets/sql/id_functions.sql``). The server sends it
before the result of the statement, and it stays when the transaction is rolled back.
"""

from __future__ import annotations

from psycopg import pq

# The setting of a session with which its draws are reported, and the SQLSTATE of the messages.
REPORT_DRAWS = {"pgrehearse.reports": "on"}
_DREW = b"PGR01"


def drawn_sequence(notice: pq.abc.PGresult) -> str:
    """Return the sequence that a message reports a draw from ("": it is another message)."""
    if notice.error_field(pq.DiagnosticField.SQLSTATE) != _DREW:
        return ""
    return (notice.error_field(pq.DiagnosticField.MESSAGE_PRIMARY) or b"").decode(errors="replace")
