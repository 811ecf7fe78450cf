"""Types of the keys of a scenario file: which values a file may have, and what the scenario gets of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from pgrehearse.base.errors import PgrehearseError
from pgrehearse.base.units import parse_duration_us
from pgrehearse.capture.formats.moments import instant_us, moment

T = TypeVar("T")
# The type of an error that has a remedy of its own (``scenarios/keys/model_errors``).
WITH_REMEDY = "pgrehearse"


def checked(parse: Callable[[T], object]) -> AfterValidator:
    """Return what refuses a value that *parse* refuses, with the remedy of its error; the value is kept as it is written."""

    def kept(value: T) -> T:
        try:
            parse(value)
        except PgrehearseError as error:
            raise PydanticCustomError(WITH_REMEDY, "{text}", {"text": error.message, "remedy": error.remedy}) from None
        return value

    return AfterValidator(kept)


def given(parse: Callable[[str], object]) -> AfterValidator:
    """Return the same for a text that may be empty: then it is not given."""

    def parsed(text: str) -> object:
        return parse(text) if text else None

    return checked(parsed)


def _as_text(value: Any) -> Any:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else value


def _as_setting(value: Any) -> Any:
    return ("on" if value else "off") if isinstance(value, bool) else _as_text(value)


def _as_list(value: Any) -> Any:
    """Return one text as a list of it, and a list in the only form that a strict type takes from a function."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


# A text; a number is taken as it is written.
NumberOrText = Annotated[str, BeforeValidator(_as_text, json_schema_input_type=str | float)]
# A duration: "10m"; a number is in seconds.
Duration = Annotated[NumberOrText, checked(parse_duration_us)]
# A list of texts; one text is a list of one.
Texts = Annotated[tuple[str, ...], BeforeValidator(_as_list, json_schema_input_type=str | tuple[str, ...])]
# Settings of a server, by name: texts, numbers, true (on) and false (off).
Settings = dict[str, Annotated[str, BeforeValidator(_as_setting, json_schema_input_type=str | float | bool)]]
# An instant ("": not given), and a moment of the window: an instant, or a time from the start of the window ("10m").
Instant = Annotated[str, given(instant_us)]
MomentOfWindow = Annotated[str, given(moment)]
# Numbers with bounds.
Count = Annotated[int, Field(ge=0)]
Factor = Annotated[float, Field(ge=0, le=1000)]
