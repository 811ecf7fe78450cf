"""The file of a target: every mistake is named with its path, and a journal's copy of it has no secret."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.targets.specification import Embedded, of_document, parse, read
from pgrehearse.targets.target import TargetKind

EMBEDDED = {"kind": "embedded", "name": "candidate", "embedded": {"version": 18, "seed": "shop.sql"}}
DOCKER = {"kind": "docker", "name": "candidate", "docker": {"image": "postgres:18", "dump": "shop.dump"}}
COMMAND = {"kind": "command", "name": "c", "command": {"prepare": "up", "describe": "show", "destroy": "down"}}
DSN = {"kind": "dsn", "name": "restored", "dsn": {"dsn": "postgresql://app:secret@restored/app"}}


def test_a_file_becomes_a_specification(tmp_path: Path) -> None:
    """Its name is that of the file, its paths are those from its folder, and its settings are texts."""
    path = tmp_path / "candidate.toml"
    path.write_text(
        'kind = "embedded"\nexpires = "12h"\n[settings]\nwork_mem = "64MB"\nmax_connections = 300\njit = false\n'
        '[embedded]\nversion = 18\ndump = "shop.dump"\nstandbys = 2\nallow = ["native-code"]\n'
    )
    found = read(path)
    assert (found.kind, found.name, found.expires) == (TargetKind.EMBEDDED, "candidate", "12h")
    assert found.settings == {"work_mem": "64MB", "max_connections": "300", "jit": "off"}
    assert found.table == Embedded(version=18, dump=str(tmp_path / "shop.dump"), standbys=2, allow=("native-code",))
    assert read(path, name="other").name == "other"


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({}, "f: kind is missing"),
        ({"kind": "oracle"}, "f: kind is 'oracle'"),
        ({**EMBEDDED, "embeded": {}}, "f: unknown key embeded"),
        ({**EMBEDDED, "docker": {}}, "f: unknown key docker"),
        ({**EMBEDDED, "name": "../x"}, "f: name is '../x'"),
        ({**EMBEDDED, "name": 7}, "f: name is 7"),
        ({**EMBEDDED, "expires": 12}, "f: expires is 12"),
        ({**EMBEDDED, "settings": ["a"]}, "f: settings is not a table"),
        ({**EMBEDDED, "settings": {"work_mem": ["1MB"]}}, "f: settings.work_mem is ['1MB']"),
        ({**EMBEDDED, "embedded": {"version": "18", "seed": "s"}}, "f: [embedded]: version has the wrong type"),
        ({**EMBEDDED, "embedded": {"seeed": "s"}}, "f: [embedded]: unknown key seeed"),
        ({**EMBEDDED, "embedded": "seed"}, "f: [embedded]: it is not an object"),
        ({**EMBEDDED, "embedded": {"version": 18}}, "f: [embedded] has no data"),
        ({**EMBEDDED, "embedded": {"seed": "s"}}, "f: [embedded] version is missing"),
        ({**EMBEDDED, "embedded": {"version": 18, "seed": "s", "dump": "d"}}, "f: [embedded] has dump and seed"),
        (
            {**EMBEDDED, "embedded": {"version": 18, "seed": "s", "roles": "r"}},
            "f: [embedded] roles is only for a dump",
        ),
        ({"kind": "docker", "name": "c"}, "f: [docker]: image is missing"),
        ({**DOCKER, "docker": {"image": "i", "source": "x"}}, "f: [docker]: unknown key source"),
        ({**DOCKER, "docker": {"image": "i", "dump": "d", "cpus": True}}, "f: [docker]: cpus has the wrong type"),
        ({**COMMAND, "command": {"prepare": "up", "describe": "show"}}, "f: [command]: destroy is missing"),
        ({**COMMAND, "command": {**COMMAND["command"], "input": {"a": 1}}}, "f: [command]: input.a has the wrong type"),  # type: ignore[dict-item]
        ({"kind": "dsn", "name": "c", "dsn": {}}, "f: [dsn]: dsn is missing"),
    ],
)
def test_a_mistake_is_named_with_its_path(document: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse(document, "f", Path())
    assert caught.value.message == message
    assert caught.value.remedy


@pytest.mark.parametrize("document", [EMBEDDED, DOCKER, COMMAND, DSN], ids=lambda one: str(one["kind"]))
def test_a_journal_has_the_specification_without_secrets(document: dict[str, object], tmp_path: Path) -> None:
    """It is a JSON document from which the same specification is made, except for passwords."""
    specification = parse(document, "f", tmp_path)
    stored = json.loads(json.dumps(specification.document()))
    assert "secret" not in json.dumps(stored)
    again = of_document(stored, "journal")
    assert (again.kind, again.name, again.settings) == (specification.kind, specification.name, specification.settings)
    if specification.kind is not TargetKind.DSN:
        assert again == specification
