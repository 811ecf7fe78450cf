"""Connection parameters that only one of the two drivers (asyncpg, libpq) supports: rejected, so that both behave the same."""

from __future__ import annotations

from collections.abc import Mapping

from pgrehearse.base.errors import UsageProblem

# A parameter, the values that have no effect, and why other values are not supported.
_UNCARRIED: tuple[tuple[str, frozenset[str], str], ...] = (
    ("require_auth", frozenset(), "asyncpg accepts every authentication method that the server requests"),
    ("requirepeer", frozenset(), "asyncpg does not check the owner of the server's socket"),
    ("channel_binding", frozenset({"prefer", "disable"}), "asyncpg does not support channel binding"),
    ("gssencmode", frozenset({"prefer", "disable"}), "asyncpg does not support GSSAPI encryption"),
    ("krbsrvname", frozenset({"postgres"}), "Kerberos authentication is not supported"),
    ("gsslib", frozenset({"gssapi"}), "Kerberos authentication is not supported"),
    ("gssdelegation", frozenset({"0"}), "Kerberos authentication is not supported"),
    (
        "sslcertmode",
        frozenset({"allow", "disable"}),
        "asyncpg does not report whether the server requested a certificate",
    ),
    ("min_protocol_version", frozenset({"3.0"}), "asyncpg uses protocol 3.0"),
    ("replication", frozenset(), "a replay needs ordinary sessions, not a replication connection"),
    ("scram_client_key", frozenset(), "asyncpg supports SCRAM only with a password"),
    ("scram_server_key", frozenset(), "asyncpg supports SCRAM only with a password"),
    ("oauth_issuer", frozenset(), "asyncpg does not support OAuth"),
    ("oauth_client_id", frozenset(), "asyncpg does not support OAuth"),
    ("oauth_client_secret", frozenset(), "asyncpg does not support OAuth"),
    ("oauth_scope", frozenset(), "asyncpg does not support OAuth"),
    ("sslkeylogfile", frozenset(), "pgrehearse never writes the keys of a connection to a file"),
)


def refuse_uncarried(parameters: Mapping[str, str]) -> None:
    """Raise ``UsageProblem`` for the first parameter that one of the drivers does not support."""
    for name, harmless, reason in _UNCARRIED:
        if (value := parameters.get(name, "")) and value not in harmless:
            raise UsageProblem(
                f"{name} (in the DSN, the service file or the environment) is not supported: {reason}",
                remedy=f"remove {name}, or use another authentication method",
            )
    if parameters.get("sslmode") == "verify-full" and parameters.get("sslsni", "1") == "0":
        raise UsageProblem(
            "sslsni=0 together with sslmode=verify-full is not supported: asyncpg sends the name that it verifies",
            remedy="remove sslsni",
        )
