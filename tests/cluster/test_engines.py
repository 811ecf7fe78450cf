"""The tests of order and faults run on hosts too: the lists that choose them name tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

from tests.engines import ON_ONE_MACHINE, QUICK

_FOLDER = Path(__file__).parents[1] / "postgres"
_USES_ENGINE = 'pytestmark = pytest.mark.usefixtures("engine")'
# A replay whose order or whose faults are tested uses one of them.
_OF_ORDER_OR_FAULTS = re.compile(r"Sync\.COMMIT|kill_workers|proxy\.cut")
# Modules with these words that do not run on hosts, with the reason.
_WITHOUT = {
    "test_clock_defaults.py": "it tests the time that defaults return; the order is that of test_production_ids",
    "test_decoded_large.py": "it tests the capture of large transactions; the order is that of test_decoded_orders",
    "test_end_state_of_runs.py": "it tests the state that is read at the end; the order is that of test_order",
    "test_id_matrix.py": "it tests the ids that libraries draw; the order is that of test_production_ids",
    "test_two_passes.py": "each of its passes is a replay as those of test_production_ids",
}


def test_the_lists_name_tests_that_exist() -> None:
    modules = [text for path in _FOLDER.glob("test_*.py") if _USES_ENGINE in (text := path.read_text(encoding="utf-8"))]
    names = {name for text in modules for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}
    assert names >= QUICK
    assert names >= set(ON_ONE_MACHINE)
    assert not QUICK & set(ON_ONE_MACHINE)


def test_every_module_of_order_and_faults_has_the_matrix_or_a_reason() -> None:
    words = {path.name for path in _FOLDER.glob("test_*.py") if _OF_ORDER_OR_FAULTS.search(path.read_text("utf-8"))}
    without = {name for name in words if _USES_ENGINE not in (_FOLDER / name).read_text(encoding="utf-8")}
    assert without == set(_WITHOUT)
