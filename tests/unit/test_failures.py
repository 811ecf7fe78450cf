"""Every exception that ends a command is shown as a message with an exit code."""

from __future__ import annotations

import pytest
from polars.exceptions import PanicException

from pgrehearse import cli
from pgrehearse.base.errors import BadInput
from pgrehearse.base.failures import failure_of

# As polars 1 raises it after Ctrl-C in one of its calls of Python.
INTERRUPTED = "called `Result::unwrap()` on an `Err` value: PyErr { type: <class 'KeyboardInterrupt'>, value: KeyboardInterrupt() }"


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (BadInput("no log", remedy="give one"), 3, "no log"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (PanicException(INTERRUPTED), 130, "interrupted"),
        (PanicException("index out of bounds"), 6, "a bug in pgrehearse: PanicException: index out of bounds"),
        (ZeroDivisionError("x"), 6, "a bug in pgrehearse: ZeroDivisionError: x"),
        (MemoryError(), 6, "out of memory"),
    ],
)
def test_every_end_of_a_command_is_a_message(
    error: BaseException, code: int, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of pgrehearse, Ctrl-C (also inside polars, where it is a panic), and a bug: no traceback."""

    def failing(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli.cli, "main", failing)
    monkeypatch.setattr(cli, "_handle_signals", lambda: None)
    monkeypatch.setattr("sys.argv", ["pgrehearse"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == code
    assert words in capsys.readouterr().err
    assert failure_of(error).code == code
