"""The PG* variables of this process: what libpq reads from the environment, read while a DSN is resolved and never again.

The command line calls ``take`` before anything else, so that neither a driver nor a child process finds a variable that
could change where a connection goes. ``given`` puts the variables back for the moment in which a DSN is resolved.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Variables of libpq's connection words, of its service file, of the settings that it sends, and old ones.
_NAMES = (
    "APPNAME CHANNELBINDING CLIENTENCODING CONNECT_TIMEOUT DATABASE DATESTYLE GEQO GSSDELEGATION GSSENCMODE GSSLIB HOST "
    "HOSTADDR KRBSRVNAME LOADBALANCEHOSTS MAXPROTOCOLVERSION MINPROTOCOLVERSION OAUTHCAFILE OAUTHDEBUG OPTIONS PASSFILE "
    "PASSWORD PORT REALM REQUIREAUTH REQUIREPEER REQUIRESSL SERVICE SERVICEFILE SSLCERT SSLCERTMODE SSLCOMPRESSION SSLCRL "
    "SSLCRLDIR SSLKEY SSLMAXPROTOCOLVERSION SSLMINPROTOCOLVERSION SSLMODE SSLNEGOTIATION SSLROOTCERT SSLSNI SYSCONFDIR "
    "TARGETSESSIONATTRS TTY TZ USER"
)
VARIABLES = frozenset(f"PG{name}" for name in _NAMES.split())
# Variables that libpq sends as settings of the session, beside its connection words.
SENT = {"PGDATESTYLE": "datestyle", "PGTZ": "timezone", "PGGEQO": "geqo"}

_taken: dict[str, str] = {}
_lock = threading.Lock()


def take() -> None:
    """Move libpq's variables out of the environment of this process and of its children."""
    with _lock:
        _taken.clear()
        _taken.update({name: value for name, value in os.environ.items() if name in VARIABLES})
        for name in _taken:
            del os.environ[name]


@contextmanager
def given() -> Iterator[None]:
    """Put back what was taken while a DSN is resolved. A variable that was set since then goes first."""
    with _lock:
        lent = {name: value for name, value in _taken.items() if name not in os.environ}
        os.environ.update(lent)
        try:
            yield
        finally:
            for name in lent:
                os.environ.pop(name, None)
