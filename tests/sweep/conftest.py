"""A scheduler with two workers, of which each measures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sweep.farms import Farm


@pytest.fixture
def farm(tmp_path: Path) -> Iterator[Farm]:
    made = Farm(tmp_path)
    made.scheduler()
    made.worker("one", "measure=1 laptop=1")
    made.worker("two", "measure=1 server=1")
    yield made
    made.close()
