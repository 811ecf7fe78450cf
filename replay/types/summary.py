"""A run's information on the types of parameters: in its manifest, and in its notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from pgrehearse.replay.types.infer import Inferred, OpenParameter

# So many open parameters are listed in notes; the manifest has all of them.
_LISTED = 5
_LONGEST = 120


def types_document(inferred: Inferred, shapes: pl.DataFrame) -> dict[str, Any]:
    """Return the manifest's ``types``: texts with parameters, those that are sent with types, parameters of unknown type.

    *shapes*: the workload's. The document has no literal of a text.
    """
    keys = {
        shape: (key, (text or b"").decode(errors="replace"))
        for shape, key, text in shapes.select("shape", "query_key", "template").iter_rows()
    }
    sent = [
        {**_query(text.shape, keys), "types": [inferred.names.get(oid, "") if oid else "" for oid in types]}
        for text, types in inferred.types
    ]
    return {
        "texts": inferred.texts,
        "not_inferred": inferred.not_inferred,
        "declared": sent,
        "open": [_open_parameter(parameter, keys) for parameter in inferred.open],
    }


def _query(shape: int, keys: Mapping[int, tuple[str, str]]) -> dict[str, Any]:
    key, template = keys.get(shape, ("", ""))
    return {"shape": shape, "query_key": key, "sql": template}


def _open_parameter(parameter: OpenParameter, keys: Mapping[int, tuple[str, str]]) -> dict[str, Any]:
    return {
        **_query(parameter.text.shape, keys),
        "parameter": parameter.number,
        "sent": parameter.sent,
        "others": list(parameter.others),
        "sqlstate": parameter.state,
    }


def type_notes(document: Mapping[str, Any]) -> list[str]:
    """Return notes on the types that are sent, and on the parameters of unknown type, with the remedy."""
    notes = []
    if document["declared"]:
        notes.append(
            f"parameters of {len(document['declared'])} texts are sent with types that fit their values: the target cannot infer them"
        )
    if document["not_inferred"]:
        notes.append(
            f"the parameters in {document['not_inferred']} of {document['texts']} texts have the types that the target infers: "
            "it refused the connections for type inference"
        )
    if not document["open"]:
        return notes
    notes.append(
        f"the types of {len(document['open'])} parameters are unknown, and the effect of their statements depends on them: "
        "the log has only their text (set them with --types; the manifest's types.open lists all)"
    )
    notes += [_note(parameter) for parameter in document["open"][:_LISTED]]
    if len(document["open"]) > _LISTED:
        notes.append(f"and {len(document['open']) - _LISTED} more parameters of unknown type")
    return notes


def _note(parameter: Mapping[str, Any]) -> str:
    sql = parameter["sql"] if len(parameter["sql"]) <= _LONGEST else parameter["sql"][:_LONGEST] + "..."
    if parameter["others"]:
        why = f"sent as {parameter['sent']}, possibly {', '.join(parameter['others'])}"
    elif parameter["sqlstate"]:
        why = f"sent as {parameter['sent']}: the statement cannot be parsed before the start ({parameter['sqlstate']})"
    else:
        why = f"sent as {parameter['sent']}, which does not write its values as they were logged"
    return f"type unknown: ${parameter['parameter']} of query {parameter['query_key']}, {why}: {sql}"
