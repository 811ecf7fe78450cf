"""Words of a DSN that only one of our two drivers (asyncpg, libpq) can hold to: refused, so that both do the same."""

from __future__ import annotations

from collections.abc import Mapping

from pgrehearse.base.errors import UsageProblem

# A word, the values that change nothing, and why another cannot be held to.
_UNCARRIED: tuple[tuple[str, frozenset[str], str], ...] = (
    ("require_auth", frozenset(), "asyncpg takes whatever way of authentication the server asks for"),
    ("requirepeer", frozenset(), "asyncpg does not look at who owns the server's socket"),
    ("channel_binding", frozenset({"prefer", "disable"}), "asyncpg has no channel binding"),
    ("gssencmode", frozenset({"prefer", "disable"}), "asyncpg does not encrypt by GSSAPI"),
    ("krbsrvname", frozenset({"postgres"}), "logins by Kerberos are not supported"),
    ("gsslib", frozenset({"gssapi"}), "logins by Kerberos are not supported"),
    ("gssdelegation", frozenset({"0"}), "logins by Kerberos are not supported"),
    ("sslcertmode", frozenset({"allow", "disable"}), "asyncpg does not see whether the server asked for a certificate"),
    ("min_protocol_version", frozenset({"3.0"}), "asyncpg speaks protocol 3.0"),
    ("replication", frozenset(), "a replay needs sessions, not a stream of changes"),
    ("scram_client_key", frozenset(), "asyncpg logs in by SCRAM with a password only"),
    ("scram_server_key", frozenset(), "asyncpg logs in by SCRAM with a password only"),
    ("oauth_issuer", frozenset(), "asyncpg has no OAuth login"),
    ("oauth_client_id", frozenset(), "asyncpg has no OAuth login"),
    ("oauth_client_secret", frozenset(), "asyncpg has no OAuth login"),
    ("oauth_scope", frozenset(), "asyncpg has no OAuth login"),
    ("sslkeylogfile", frozenset(), "the keys of a connection are written nowhere"),
)


def refuse_uncarried(words: Mapping[str, str]) -> None:
    """Raise ``UsageProblem`` for the first word that one of the drivers could not hold to."""
    for word, harmless, reason in _UNCARRIED:
        if (value := words.get(word, "")) and value not in harmless:
            raise UsageProblem(
                f"the DSN (or the service file, or the environment) sets {word}, and this cannot be held to: {reason}",
                remedy=f"leave {word} out, or log in another way",
            )
    if words.get("sslmode") == "verify-full" and words.get("sslsni", "1") == "0":
        raise UsageProblem(
            "sslsni=0 together with sslmode=verify-full cannot be held to: asyncpg sends the name that it verifies",
            remedy="leave sslsni out",
        )
