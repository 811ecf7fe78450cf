"""The versions that a report of a problem needs."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from pgrehearse.base.version import tool_version
from pgrehearse.replay.session.compiled import session_code

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def versions() -> Iterator[tuple[str, str]]:
    """Yield the names and versions of pgrehearse, Python, the platform, what sends plain statements, and the libraries that pgrehearse requires."""
    yield "pgrehearse", tool_version()
    yield platform.python_implementation().replace("CPython", "Python"), platform.python_version()
    yield "platform", platform.platform()
    yield "plain statements", session_code()
    for name in _libraries():
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _libraries() -> list[str]:
    """Return the required libraries, and those of the extra ``embedded``."""
    try:
        requirements = requires("pgrehearse") or []
    except PackageNotFoundError:
        return []
    required = [text for text in requirements if "extra ==" not in text or "embedded" in text]
    return sorted({match[0] for text in required if (match := _NAME.match(text))})
