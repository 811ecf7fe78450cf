"""A password is never shown, in any form of a DSN."""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import quote

from hypothesis import assume, example, given
from hypothesis import strategies as st
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import PgrehearseError

BAIT = st.text(
    st.one_of(st.sampled_from("/@:#?%&='\\ \"[],+;"), st.characters(codec="utf-8", exclude_characters="\0")),
    min_size=6,
    max_size=24,
)


FORMS = (
    "postgresql://u:{raw}@h/db",
    "postgresql://u:{raw}@h:5433/db?sslmode=require",
    "postgresql://u:{quoted}@h/db",
    "postgresql://{raw}@h/db",
    "postgresql://u:{raw}@[::1]/db",
    "postgresql://u:{raw}@h,i:2/db",
    "postgresql://u:{raw}",
    "postgresql://h/db?password={raw}",
    "postgresql://h/db?user=u&password={quoted}",
    "postgresql://h?password={raw}",
    "host=h password={raw} user=u",
    "password='{raw}' host=h",
    "password={escaped} host=h user=u",
    "host=h user=u password = '{raw}",
    "postgres://u:{raw}@/db?host=/tmp",
    "mysql://u:{raw}@h/db",
    "postgresql//u:{raw}@h/db",
    "postgresql:/u:{raw}@h/db",
    "u:{raw}@h/db",
    "postgresql://u:{raw}@h/db?sslmode=odd",
    "passwort={raw} host=h",
    "postgresql://u:{quoted}@h:x/db",
    "postgresql://u:{quoted}@h/db?nonsense=1",
    "postgresql://u:{quoted}@h/db?channel_binding=require",
)


@given(password=BAIT, form=st.sampled_from(FORMS))
@example(password="p@ss/wqrds", form="postgresql://u:{raw}@host/db")
@example(password="p/sswqrd", form="postgresql://u:{raw}@host/db")
@example(password="5432/secret", form="postgresql://u:{raw}@host/db")
@example(password="5432?password=p@ss", form="postgresql://h:{raw}@h/db")
@example(password="hunter2secret", form="postgresql://u:{raw}/db")
def test_a_password_is_never_shown(password: str, form: str) -> None:
    """Neither completely nor, if it is split at an @ or a slash, in part."""
    if form == "postgresql://{raw}@h/db":  # without a colon it is the name of the user
        assume(":" in password)
    pieces = {password, *(piece for piece in re.split(r"[/@?]", password) if len(piece) >= 6)}
    texts_without_password = all_texts(form, "hunter") + all_texts(form, "hun/t@er") + repr(Endpoint())
    assume(not any(piece in texts_without_password for piece in pieces))
    assert not [piece for piece in pieces if piece in all_texts(form, password)]


def all_texts(form: str, password: str) -> str:
    """Return all texts that pgrehearse shows of a DSN: the error message, or the representations of its endpoint."""
    escaped = "'" + password.replace("\\", r"\\").replace("'", r"\'") + "'"
    try:
        endpoint = Endpoint.parse(form.format(raw=password, quoted=quote(password, safe=""), escaped=escaped))
    except PgrehearseError as problem:
        return problem.message + problem.remedy
    texts = str(endpoint) + repr(endpoint) + str(endpoint.at(endpoint.places()[0]))
    with suppress(PgrehearseError):
        endpoint.libpq()
    return texts


@given(password=BAIT, database=BAIT)
def test_quoted_values_are_parsed_unchanged(password: str, database: str) -> None:
    """libpq's quoting in both directions."""
    assume("://" not in database and "password" not in database)
    dsn = make_conninfo("", host="h", user="u", password=password, dbname=database)
    endpoint = Endpoint.parse(dsn)
    assert (endpoint.password, endpoint.database) == (password, database)
    uri = f"postgresql://u:{quote(password, safe='')}@h/{quote(database, safe='')}"
    assert Endpoint.parse(uri) == endpoint
    assert conninfo_to_dict(make_conninfo("", **endpoint.libpq()))["password"] == password
