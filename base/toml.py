"""Read a TOML file of a user; an error contains what to do."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput, PgrehearseError

# Editors of Windows write a byte order mark at the beginning of a file.
_UTF8 = "utf-8-sig"


def read_toml(path: Path, *, missing: str, form: str, fault: type[PgrehearseError] = BadInput) -> dict[str, Any]:
    """Return the document; *missing*: the remedy if the file does not exist; *form*: the document that shows the format."""
    try:
        return tomllib.loads(path.read_text(encoding=_UTF8))
    except FileNotFoundError:
        raise fault(f"{path}: no such file", remedy=missing) from None
    except IsADirectoryError:
        raise fault(f"{path}: a directory", remedy=missing) from None
    except UnicodeDecodeError as error:
        raise fault(f"{path}: not UTF-8 (byte {error.start + 1})", remedy="save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise fault(f"{path}: not TOML: {error}", remedy=f"{form} shows the format") from None
    except RecursionError:
        raise fault(f"{path}: lists or tables are nested too deeply", remedy=f"{form} shows the format") from None
