"""A server's own messages about a connection, which prove the meaning of a ``log_line_prefix``.

``connection received`` names the host (the user is not known yet: the prefix prints ``[unknown]``), ``connection
authorized`` the user, the database and the application, ``disconnection`` user, database and host. Their lines have the
prefix too, so its fields can be compared with them.
"""

from __future__ import annotations

import polars as pl

UNKNOWN = "[unknown]"
_SECURED = r"(?: SSL enabled \(.*| GSS \(.*)?"
_AUTHORIZED = (
    r"^connection authorized: user=(?P<user>.*?) database=(?P<database>.*?)"
    rf"(?: application_name=(?P<application>.*?))?{_SECURED}$"
)
_ENDED = r"^disconnection: session time: \S+ user=(?P<user>.*) database=(?P<database>.*) host=(?P<host>\S+)(?: port=(?P<port>\d+))?$"
_RECEIVED = r"^connection received: host=(?P<host>\S+)(?: port=(?P<port>\d+))?$"
RECEIVED, AUTHORIZED, ENDED = "received", "authorized", "ended"


def evidence(messages: pl.Series) -> pl.DataFrame:
    """Return the content of each message: ``event`` (``RECEIVED``, ``AUTHORIZED``, ``ENDED`` or null), ``user``,
    ``database``, ``application``, ``host``, ``port`` (null: not in the message).
    """
    text = pl.col("text")
    frame = messages.alias("text").to_frame()
    parts = frame.select(
        pl.when(text.str.starts_with("connection received: "))
        .then(pl.lit(RECEIVED))
        .when(text.str.starts_with("connection authorized: "))
        .then(pl.lit(AUTHORIZED))
        .when(text.str.starts_with("disconnection: "))
        .then(pl.lit(ENDED))
        .alias("event"),
        text.str.extract_groups(_AUTHORIZED).alias("in"),
        text.str.extract_groups(_ENDED).alias("out"),
        text.str.extract_groups(_RECEIVED).alias("received"),
    )

    def named(name: str, *messages: str) -> pl.Expr:
        return pl.coalesce(pl.col(message).struct.field(name) for message in messages).alias(name)

    return parts.select(
        "event",
        named("user", "in", "out"),
        named("database", "in", "out"),
        named("application", "in"),
        named("host", "out", "received"),
        named("port", "out", "received"),
    )


def contradiction(fields: pl.DataFrame, messages: pl.DataFrame) -> str:
    """Return how a prefix's *fields* (by escape letter) differ from *messages*, as ``evidence`` returns them ("": not)."""
    address = pl.when(pl.col("port").is_null()).then("host").otherwise(pl.format("{}({})", "host", "port"))
    # Before its user is known, a connection's user is [unknown].
    early = pl.when(pl.col("event") == RECEIVED).then(pl.lit(UNKNOWN))
    named = messages.select(u=pl.coalesce("user", early), d=pl.coalesce("database", early), h="host", r=address)
    for letter, name in (("u", "user"), ("d", "database"), ("h", "client"), ("r", "client")):
        if letter not in fields.columns:
            continue
        pair = pl.DataFrame({"field": fields[letter], "message": named[letter]})
        differ = pair.filter(pl.col("field") != pl.col("message"))
        if differ.height:
            return f"{name} {differ['field'][0]!r}, but the message of the line has {differ['message'][0]!r}"
    return ""
