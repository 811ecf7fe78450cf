"""The PG* variables of this process: libpq reads them from the environment while a DSN is resolved, and never again.

The command line calls ``remove_variables`` before anything else, so that neither a driver nor a child process finds a variable
that changes where a connection goes. ``restored_variables`` restores them while a DSN is resolved.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Variables of libpq's connection parameters, of its service file, of the settings that it sends, and obsolete ones.
_NAMES = (
    "APPNAME CHANNELBINDING CLIENTENCODING CONNECT_TIMEOUT DATABASE DATESTYLE GEQO GSSDELEGATION GSSENCMODE GSSLIB HOST "
    "HOSTADDR KRBSRVNAME LOADBALANCEHOSTS MAXPROTOCOLVERSION MINPROTOCOLVERSION OAUTHCAFILE OAUTHDEBUG OPTIONS PASSFILE "
    "PASSWORD PORT REALM REQUIREAUTH REQUIREPEER REQUIRESSL SERVICE SERVICEFILE SSLCERT SSLCERTMODE SSLCOMPRESSION SSLCRL "
    "SSLCRLDIR SSLKEY SSLMAXPROTOCOLVERSION SSLMINPROTOCOLVERSION SSLMODE SSLNEGOTIATION SSLROOTCERT SSLSNI SYSCONFDIR "
    "TARGETSESSIONATTRS TTY TZ USER"
)
VARIABLES = frozenset(f"PG{name}" for name in _NAMES.split())
# Variables that libpq sends as settings of the session, beside its connection parameters.
SENT = {"PGDATESTYLE": "datestyle", "PGTZ": "timezone", "PGGEQO": "geqo"}

_removed: dict[str, str] = {}
_lock = threading.Lock()


def remove_variables() -> None:
    """Move libpq's variables out of the environment of this process and of its children."""
    with _lock:
        _removed.clear()
        _removed.update({name: value for name, value in os.environ.items() if name in VARIABLES})
        for name in _removed:
            del os.environ[name]


@contextmanager
def restored_variables() -> Iterator[None]:
    """Restore the removed variables while a DSN is resolved. A variable that was set since then takes precedence."""
    with _lock:
        restored = {name: value for name, value in _removed.items() if name not in os.environ}
        os.environ.update(restored)
        try:
            yield
        finally:
            for name in restored:
                os.environ.pop(name, None)
