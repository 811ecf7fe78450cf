"""TLS for asyncpg by libpq's rules: the same files, the same checks, and the host name when the address is pinned."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import TargetProblem

VERIFIED = {"verify-ca", "verify-full"}
# The versions that a DSN can require; Python supports no older one.
_VERSIONS = {"tlsv1.2": ssl.TLSVersion.TLSv1_2, "tlsv1.3": ssl.TLSVersion.TLSv1_3}


class Named(ssl.SSLContext):
    """A context that verifies and sends the name *host*, whatever the address of the connection is ("": it sends no name)."""

    host: str = ""

    def wrap_bio(self, incoming: ssl.MemoryBIO, outgoing: ssl.MemoryBIO, *args: Any, **words: Any) -> ssl.SSLObject:
        """Wrap with the host name of the DSN."""
        return super().wrap_bio(incoming, outgoing, *args, **{**words, "server_hostname": self.host or None})


def context(parameters: Mapping[str, str], host: str) -> ssl.SSLContext:
    """Return the context for libpq's TLS parameters *parameters*. Raises ``TargetProblem`` when a file is missing or invalid."""
    mode = parameters.get("sslmode", "prefer")
    created = Named(ssl.PROTOCOL_TLS_CLIENT)
    created.host = host if parameters.get("sslsni", "1") == "1" else ""
    created.check_hostname = False
    created.verify_mode = ssl.CERT_NONE
    _trusted(created, parameters, mode)
    created.check_hostname = mode == "verify-full"
    if parameters.get("sslcertmode", "allow") != "disable":
        _client(created, parameters)
    first, last = (parameters.get(f"ssl_{end}_protocol_version", "").lower() for end in ("min", "max"))
    created.minimum_version = _VERSIONS.get(first, ssl.TLSVersion.TLSv1_2)
    if last and last not in _VERSIONS:
        raise TargetProblem("TLS versions before 1.2 are not supported", remedy="remove ssl_max_protocol_version")
    if last:
        created.maximum_version = _VERSIONS[last]
    created.set_alpn_protocols(["postgresql"])
    return created


def _trusted(created: Named, parameters: Mapping[str, str], mode: str) -> None:
    """Load the trusted certificates. A root file, if it exists, is used in every mode that requires TLS."""
    if mode not in VERIFIED | {"require"}:
        return
    root = parameters.get("sslrootcert", "")
    if root == "system":
        created.load_default_certs()
        created.verify_mode = ssl.CERT_REQUIRED
        return
    path = root or _default("root.crt")
    if not root and not (path and Path(path).exists()):
        if mode in VERIFIED:
            raise TargetProblem(
                f"sslmode={mode} needs the certificate of the authority that signed the server's certificate",
                remedy="set sslrootcert=FILE (your provider publishes the file), or sslrootcert=system",
            )
        return
    _load("sslrootcert", path, lambda: created.load_verify_locations(cafile=path))
    created.verify_mode = ssl.CERT_REQUIRED
    _revoked(created, parameters)


def _revoked(created: Named, parameters: Mapping[str, str]) -> None:
    file, folder = parameters.get("sslcrl", ""), parameters.get("sslcrldir", "")
    default = _default("root.crl")
    if not file and not folder and default and Path(default).exists():
        file = default
    if file:
        _load("sslcrl", file, lambda: created.load_verify_locations(cafile=file))
    if folder:
        _load("sslcrldir", folder, lambda: created.load_verify_locations(capath=folder))
    if file or folder:
        created.verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN


def _client(created: Named, parameters: Mapping[str, str]) -> None:
    """Load the client certificate, if one is set or exists at libpq's default path."""
    certificate, key = parameters.get("sslcert", ""), parameters.get("sslkey", "")
    if not certificate:
        certificate = _default("postgresql.crt")
        if not certificate or not Path(certificate).exists():
            return
    key = key or _default("postgresql.key")
    _load("sslcert", certificate, lambda: Path(certificate).read_bytes())
    _load("sslkey", key, lambda: _private(key))
    password = parameters.get("sslpassword", "")
    _load(
        "sslcert or sslkey", certificate, lambda: created.load_cert_chain(certificate, key, password=lambda: password)
    )


def _private(key: str) -> None:
    """Reject a key that others may read, as libpq does (a key of root may be readable by its group)."""
    with Path(key).open("rb") as file:
        status = os.fstat(file.fileno())
    forbidden_bits = 0o037 if status.st_uid == 0 else 0o077
    if status.st_mode & forbidden_bits:
        raise TargetProblem("the file of sslkey is readable by others", remedy="chmod 600 the file")


def _load(parameter: str, path: str, load: Any) -> None:
    """Load a file; an error contains the parameter *parameter*. The path itself is a part of the DSN and is not shown."""
    try:
        load()
    except ssl.SSLError:
        raise TargetProblem(
            f"the file of {parameter} is not usable for TLS",
            remedy="check that it is a PEM file, that the key belongs to the certificate, and that sslpassword is correct",
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        where = "" if path else " (there is no home directory)"
        raise TargetProblem(
            f"the file of {parameter} cannot be read: {reason}{where}", remedy=f"correct {parameter} of the DSN"
        ) from None


def _default(name: str) -> str:
    """Return the path of one of libpq's default files, or ""."""
    try:
        return str(Path.home() / ".postgresql" / name)
    except (RuntimeError, KeyError):
        return ""
