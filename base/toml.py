"""Read a TOML file of a user; an error contains what to do."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput, PgrehearseError


def read_toml(path: Path, *, missing: str, form: str, fault: type[PgrehearseError] = BadInput) -> dict[str, Any]:
    """Return the document; *missing*: the remedy if the file does not exist; *form*: the document that shows the format."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise fault(f"{path}: no such file", remedy=missing) from None
    except IsADirectoryError:
        raise fault(f"{path}: a directory", remedy=missing) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise fault(f"{path}: not TOML: {error}", remedy=f"{form} shows the format") from None
