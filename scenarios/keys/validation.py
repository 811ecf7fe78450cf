"""Documents that a user wrote are validated by pydantic against dataclasses (docs/decisions/0017-scenario-files-by-pydantic.md)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from pgrehearse.scenarios.keys.model_errors import faults_of, raise_faults

T = TypeVar("T")
# The configuration of the outermost dataclass, which applies to all inner ones: an unknown key is an error; "3" is no integer; the texts
# below the fields are descriptions; `from` and `except` are words of Python, so that their fields are `from_` and `except_`.
CONFIG: dict[str, Any] = {
    "extra": "forbid",
    "strict": True,
    "allow_inf_nan": False,
    "use_attribute_docstrings": True,
    "alias_generator": lambda name: name.rstrip("_"),
}


# Each adapter is built once: it takes 0.1 s for a scenario.
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(kind: type[T]) -> TypeAdapter[T]:
    """Return what validates documents of a dataclass, whose attribute ``__pydantic_config__`` is ``CONFIG``."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    made: TypeAdapter[T] = _ADAPTERS[kind]
    return made


def validated(
    kind: type[T],
    document: Mapping[str, Any],
    path: str,
    shown: Mapping[str, Any] | None = None,
    clean: Callable[[str], str] = str,
) -> T:
    """Return the value of a document. Raises ``BadInput`` with all its faults; *path*: of its file.

    *shown*: the same document with the values that messages may show (None: all may be shown); *clean*: makes a message that has no secret.
    """
    try:
        # As JSON, in which a list is the only sequence: pydantic's strict types take it for a tuple.
        return adapter(kind).validate_json(json.dumps(document, default=str))
    except ValidationError as error:
        raise_faults(path, faults_of(error, kind, document if shown is None else shown), clean)
        raise
