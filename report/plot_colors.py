"""The colors of plots: placeholders that occur nowhere else, and the CSS variables that replace them in the text of an SVG."""

from __future__ import annotations

INK, FAINT, PAPER = "#010203", "#040506", "#070809"
SIDES = ("#0a0b0c", "#0d0e0f", "#101112")
GOOD, BAD, CALM = "#131415", "#161718", "#191a1b"
VARIABLES = {
    INK: "--ink",
    FAINT: "--faint",
    PAPER: "--paper",
    SIDES[0]: "--side-0",
    SIDES[1]: "--side-1",
    SIDES[2]: "--side-2",
    GOOD: "--good",
    BAD: "--bad",
    CALM: "--calm",
}
