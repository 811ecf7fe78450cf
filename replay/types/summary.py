"""What a run says of the types of parameters: in its manifest, and in its notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from pgrehearse.replay.types.infer import Inferred, Open

# So many open parameters are named in a note; the manifest has all.
_NAMED = 5
_LONGEST = 120


def types_told(found: Inferred, shapes: pl.DataFrame) -> dict[str, Any]:
    """Return the manifest's ``types``: texts looked at, those that are sent with types, parameters whose types stay open.

    *shapes*: the workload's. No literal of a text is kept.
    """
    keys = {
        shape: (key, (text or b"").decode(errors="replace"))
        for shape, key, text in shapes.select("shape", "query_key", "template").iter_rows()
    }
    declared = [
        {**_of_text(text.shape, keys), "types": [found.names.get(kind, "") if kind else "" for kind in types]}
        for text, types in found.types
    ]
    return {
        "texts": found.texts,
        "not_inferred": found.not_inferred,
        "declared": declared,
        "open": [_of_open(one, keys) for one in found.open],
    }


def _of_text(shape: int, keys: Mapping[int, tuple[str, str]]) -> dict[str, Any]:
    key, template = keys.get(shape, ("", ""))
    return {"shape": shape, "query_key": key, "sql": template}


def _of_open(one: Open, keys: Mapping[int, tuple[str, str]]) -> dict[str, Any]:
    return {
        **_of_text(one.text.shape, keys),
        "parameter": one.number,
        "sent": one.sent,
        "others": list(one.others),
        "sqlstate": one.state,
    }


def notes_of_types(told: Mapping[str, Any]) -> list[str]:
    """Say what types are sent, and which parameters may have had others: by name, with the remedy."""
    notes = []
    if told["declared"]:
        notes.append(
            f"parameters of {len(told['declared'])} texts are sent with types that fit their values: the target cannot infer them"
        )
    if told["not_inferred"]:
        notes.append(
            f"the types of parameters in {told['not_inferred']} of {told['texts']} texts are the target's own: it refused the sessions that were to ask"
        )
    if not told["open"]:
        return notes
    notes.append(
        f"the types of {len(told['open'])} parameters are unknown, and what their statements do depends on them: "
        "the log has only their text (--types gives them; the manifest's types.open names all)"
    )
    notes += [_of_one(one) for one in told["open"][:_NAMED]]
    if len(told["open"]) > _NAMED:
        notes.append(f"and {len(told['open']) - _NAMED} more parameters of unknown type")
    return notes


def _of_one(one: Mapping[str, Any]) -> str:
    sql = one["sql"] if len(one["sql"]) <= _LONGEST else one["sql"][:_LONGEST] + "..."
    if one["others"]:
        why = f"sent as {one['sent']}, it may have been {', '.join(one['others'])}"
    elif one["sqlstate"]:
        why = f"sent as {one['sent']}: the statement does not parse before the start ({one['sqlstate']})"
    else:
        why = f"sent as {one['sent']}, which does not write its values as they were logged"
    return f"type unknown: ${one['parameter']} of query {one['query_key']}, {why}: {sql}"
