"""Whether plain statements take the compiled path (``plain_statements``), or that of Python: without a C compiler it was not built."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from psycopg import pq

if TYPE_CHECKING:
    from pgrehearse.replay.session.plain_statements import PlainPath

# With this environment variable every statement takes the path of Python.
PURE_PYTHON = "PGREHEARSE_PURE_PYTHON"


def _plain_path() -> type[PlainPath] | None:
    """Return the compiled path. None: it was not built, is not wanted, or psycopg's own ``pq`` is not compiled."""
    if os.environ.get(PURE_PYTHON):
        return None
    try:
        from pgrehearse.replay.session.plain_statements import PlainPath, use_libpq_of

        use_libpq_of(sys.modules[pq.PGconn.__module__].__file__ or "")
    except ImportError:
        return None
    return PlainPath


PLAIN_PATH = _plain_path()


def session_code() -> str:
    """Return what sends plain statements: ``compiled`` code, or ``python``."""
    return "python" if PLAIN_PATH is None else "compiled"
