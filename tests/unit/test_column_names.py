"""Names of columns in the options and messages of redacted dumps: quoted as in SQL, and as a shell reads them."""

from __future__ import annotations

import io

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.workload.dump.redact import DumpRedaction
from pgrehearse.workload.redaction import Redaction
from pgrehearse.workload.sql.column_names import as_qualified, keep_options, qualified

DUMP = b"""
CREATE TYPE public."Order State" AS ENUM ('new');
CREATE TABLE "Sales Dept"."Orders" (id integer, "State" public."Order State");
COPY "Sales Dept"."Orders" (id, "State") FROM stdin;
1000\tnew
\\.
"""


def redacted(kept: frozenset[str]) -> DumpRedaction:
    work = DumpRedaction("a.sql", Redaction(b"k" * 32), kept)
    work.run(io.BytesIO(DUMP), io.BytesIO(), lambda _: None)
    return work


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("public.t.id", "public.t.id"),
        ('"public"."t"."Id"', 'public.t."Id"'),
        ('s."gr\u00f6\u00dfe"."a.b"', 's."gr\u00f6\u00dfe"."a.b"'),
        ("Sales Dept.Orders.State", "Sales Dept.Orders.State"),
        ("a, b", "a, b"),
        ("t.*", "t.*"),
        ("a from b", "a from b"),
        ("", ""),
    ],
)
def test_a_name_has_one_form(written: str, name: str) -> None:
    """Quotes that are not necessary are left out; a text that is no name stays as it is."""
    assert as_qualified(written) == name


def test_the_columns_of_a_dump_have_the_names_of_sql() -> None:
    """The remedy can be pasted into a shell, and what it names is kept."""
    with pytest.raises(BadInput) as refused:
        redacted(frozenset())
    assert '"Sales Dept"."Orders"."State" (enumerated type public.Order State)' in refused.value.message
    assert """--keep '"Sales Dept"."Orders"."State"';""" in refused.value.remedy
    work = redacted(frozenset({qualified("Sales Dept", "Orders", "State")}))
    assert dict(work.rows) == {'"Sales Dept"."Orders"': 1}
    assert keep_options(["a.b", 'c."D"']) == """--keep a.b --keep 'c."D"'"""
