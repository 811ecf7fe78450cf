"""What a server's own messages say of a connection: the proof of what a ``log_line_prefix`` means.

``connection received`` names the host (no user is known yet: the prefix prints ``[unknown]``), ``connection authorized``
the user, the database and the application, ``disconnection`` user, database and host. Their lines carry the prefix too, so
its fields can be held against them.
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
    """Return what each message says: ``said`` (``RECEIVED``, ``AUTHORIZED``, ``ENDED`` or null), ``user``, ``database``,
    ``application``, ``host``, ``port`` (null: it says nothing of it).
    """
    text = pl.col("text")
    frame = messages.alias("text").to_frame()
    found = frame.select(
        pl.when(text.str.starts_with("connection received: "))
        .then(pl.lit(RECEIVED))
        .when(text.str.starts_with("connection authorized: "))
        .then(pl.lit(AUTHORIZED))
        .when(text.str.starts_with("disconnection: "))
        .then(pl.lit(ENDED))
        .alias("said"),
        text.str.extract_groups(_AUTHORIZED).alias("in"),
        text.str.extract_groups(_ENDED).alias("out"),
        text.str.extract_groups(_RECEIVED).alias("received"),
    )

    def named(name: str, *where: str) -> pl.Expr:
        return pl.coalesce(pl.col(one).struct.field(name) for one in where).alias(name)

    return found.select(
        "said",
        named("user", "in", "out"),
        named("database", "in", "out"),
        named("application", "in"),
        named("host", "out", "received"),
        named("port", "out", "received"),
    )


def contradiction(fields: pl.DataFrame, said: pl.DataFrame) -> str:
    """Return in words where a prefix's *fields* (by escape letter) differ from what the messages *said* ("": nowhere)."""
    address = pl.when(pl.col("port").is_null()).then("host").otherwise(pl.format("{}({})", "host", "port"))
    # Before its user is known, a connection has the name [unknown].
    early = pl.when(pl.col("said") == RECEIVED).then(pl.lit(UNKNOWN))
    named = said.select(u=pl.coalesce("user", early), d=pl.coalesce("database", early), h="host", r=address)
    for letter, name in (("u", "user"), ("d", "database"), ("h", "client"), ("r", "client")):
        if letter not in fields.columns:
            continue
        pair = pl.DataFrame({"field": fields[letter], "said": named[letter]})
        differ = pair.filter(pl.col("field") != pl.col("said"))
        if differ.height:
            return f"{name} {differ['field'][0]!r} where the message's is {differ['said'][0]!r}"
    return ""
