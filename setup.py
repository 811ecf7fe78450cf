"""The module that is compiled; everything else is in pyproject.toml."""

from __future__ import annotations

import os

from setuptools import Extension, setup

# Without a C compiler or without Cython the replay uses Python only (replay/session/compiled.py). A wheel for every platform contains no compiled
# module: PGREHEARSE_PURE_PYTHON=1.
PLAIN_STATEMENTS = Extension(
    "pgrehearse.replay.session.plain_statements", ["pgrehearse/replay/session/plain_statements.pyx"], optional=True
)

setup(ext_modules=[] if os.environ.get("PGREHEARSE_PURE_PYTHON") else [PLAIN_STATEMENTS])
