"""TLS for asyncpg by libpq's rules: the same files, the same checks, and the host name when the address is pinned."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import TargetProblem

VERIFIED = {"verify-ca", "verify-full"}
# What a DSN may ask for; Python has no older one.
_VERSIONS = {"tlsv1.2": ssl.TLSVersion.TLSv1_2, "tlsv1.3": ssl.TLSVersion.TLSv1_3}


class Named(ssl.SSLContext):
    """A context that checks and sends the name *host*, whatever address the connection goes to ("": it sends none)."""

    host: str = ""

    def wrap_bio(self, incoming: ssl.MemoryBIO, outgoing: ssl.MemoryBIO, *args: Any, **words: Any) -> ssl.SSLObject:
        """Wrap as usual, under the name of the DSN."""
        return super().wrap_bio(incoming, outgoing, *args, **{**words, "server_hostname": self.host or None})


def context(words: Mapping[str, str], host: str) -> ssl.SSLContext:
    """Return the context for libpq's TLS *words*. Raises ``TargetProblem`` when a file is missing or is not what it should be."""
    mode = words.get("sslmode", "prefer")
    made = Named(ssl.PROTOCOL_TLS_CLIENT)
    made.host = host if words.get("sslsni", "1") == "1" else ""
    made.check_hostname = False
    made.verify_mode = ssl.CERT_NONE
    _trusted(made, words, mode)
    made.check_hostname = mode == "verify-full"
    if words.get("sslcertmode", "allow") != "disable":
        _client(made, words)
    first, last = (words.get(f"ssl_{end}_protocol_version", "").lower() for end in ("min", "max"))
    made.minimum_version = _VERSIONS.get(first, ssl.TLSVersion.TLSv1_2)
    if last and last not in _VERSIONS:
        raise TargetProblem("TLS before 1.2 is not spoken", remedy="leave ssl_max_protocol_version out")
    if last:
        made.maximum_version = _VERSIONS[last]
    made.set_alpn_protocols(["postgresql"])
    return made


def _trusted(made: Named, words: Mapping[str, str], mode: str) -> None:
    """Load the certificates that are trusted. A root file, where there is one, is used in every mode that insists on TLS."""
    if mode not in VERIFIED | {"require"}:
        return
    root = words.get("sslrootcert", "")
    if root == "system":
        made.load_default_certs()
        made.verify_mode = ssl.CERT_REQUIRED
        return
    path = root or _default("root.crt")
    if not root and not (path and Path(path).exists()):
        if mode in VERIFIED:
            raise TargetProblem(
                f"sslmode={mode} needs the certificate of the authority that signed the server's",
                remedy="name its file with sslrootcert=FILE (your provider publishes it), or sslrootcert=system",
            )
        return
    _load("sslrootcert", path, lambda: made.load_verify_locations(cafile=path))
    made.verify_mode = ssl.CERT_REQUIRED
    _revoked(made, words)


def _revoked(made: Named, words: Mapping[str, str]) -> None:
    file, folder = words.get("sslcrl", ""), words.get("sslcrldir", "")
    default = _default("root.crl")
    if not file and not folder and default and Path(default).exists():
        file = default
    if file:
        _load("sslcrl", file, lambda: made.load_verify_locations(cafile=file))
    if folder:
        _load("sslcrldir", folder, lambda: made.load_verify_locations(capath=folder))
    if file or folder:
        made.verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN


def _client(made: Named, words: Mapping[str, str]) -> None:
    """Load the client's certificate, where one is named or stands at libpq's default place."""
    certificate, key = words.get("sslcert", ""), words.get("sslkey", "")
    if not certificate:
        certificate = _default("postgresql.crt")
        if not certificate or not Path(certificate).exists():
            return
    key = key or _default("postgresql.key")
    _load("sslcert", certificate, lambda: Path(certificate).read_bytes())
    _load("sslkey", key, lambda: _private(key))
    password = words.get("sslpassword", "")
    _load("sslcert or sslkey", certificate, lambda: made.load_cert_chain(certificate, key, password=lambda: password))


def _private(key: str) -> None:
    """Refuse a key that others may read, as libpq does (root's own may be read by its group)."""
    with Path(key).open("rb") as file:
        found = os.fstat(file.fileno())
    others = 0o037 if found.st_uid == 0 else 0o077
    if found.st_mode & others:
        raise TargetProblem("the file that sslkey names can be read by others", remedy="chmod 600 it")


def _load(word: str, path: str, load: Any) -> None:
    """Load a file; say which word names one that cannot be used. The path itself is a part of the DSN and is not shown."""
    try:
        load()
    except ssl.SSLError:
        raise TargetProblem(
            f"the file that {word} names cannot be used by TLS",
            remedy="is it a PEM file, does the key fit the certificate, and is sslpassword right?",
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        where = "" if path else " (no home directory was found)"
        raise TargetProblem(
            f"the file that {word} names cannot be read: {reason}{where}", remedy=f"correct {word} of the DSN"
        ) from None


def _default(name: str) -> str:
    """Return the place of one of libpq's default files, or ""."""
    try:
        return str(Path.home() / ".postgresql" / name)
    except (RuntimeError, KeyError):
        return ""
