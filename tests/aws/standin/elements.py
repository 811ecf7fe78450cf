"""Elements of answers in XML: their texts are read and set."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.aws.standin.exchange import NAMESPACE

SPACE = f"{{{NAMESPACE}}}"
ET.register_namespace("", NAMESPACE)


def text(element: ET.Element, name: str) -> str:
    """Return the text of a direct child ("": it has none)."""
    return element.findtext(SPACE + name) or ""


def put(element: ET.Element, name: str, value: object) -> None:
    """Set the text of a direct child, which is made if it is not there."""
    child = element.find(SPACE + name)
    if child is None:
        child = ET.SubElement(element, SPACE + name)
    child.text = str(value)
