"""Memory that runs out during a measurement, whatever was foretold: a sentence, and the next measurement goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from explorer.core.errors import BadInput
from explorer.measure.protocol import memory_said

MAIN = Path(__file__).resolve().parents[2] / "main.py"
CHILD = """
import json, resource, sys
from pathlib import Path
import torch
from explorer.core import memory
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.measure.protocol import measure
from explorer.measure.settings import Settings

memory.MEMINFO = Path("/nowhere")  # nothing is foretold
quick = {"warmup_s": 0, "min_runs": 1, "min_s": 0}
recipe = Recipe("mobilenet_v2")
measure(recipe, Settings(**quick))  # what torch sets up once, it sets up now
pages = int(Path("/proc/self/statm").read_text().split()[0])
resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + 400_000_000,) * 2)
try:
    measure(recipe, Settings(batch=256, **quick))
    said = "it had room"
except BadInput as error:
    said = str(error)
print(json.dumps([said, measure(recipe, Settings(**quick))["n"]]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on a process's memory as Linux has it")
def test_a_batch_too_large_is_a_sentence_and_the_process_goes_on() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, check=False, cwd=MAIN.parent, timeout=300
    )
    assert done.returncode == 0, done.stderr
    said, runs = json.loads(done.stdout)
    assert said == "the memory of cpu ran out with 256 images at once; take a smaller batch, width or resolution"
    assert runs >= 1


@pytest.mark.parametrize("error", [MemoryError(), torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")])
def test_each_kind_of_running_out_is_said(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    emptied = []
    monkeypatch.setattr(torch.accelerator, "empty_cache", lambda: emptied.append(True))
    with pytest.raises(BadInput, match="memory of cuda:0 ran out with 8 images"), memory_said(torch.device("cuda:0"), 8):
        raise error
    assert emptied == [True]


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(RuntimeError, match="shapes"), memory_said(torch.device("cpu"), 8):
        raise RuntimeError("shapes cannot be multiplied")
