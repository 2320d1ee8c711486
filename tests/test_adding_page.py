"""docs/adding-an-architecture.md is executed: its code is written to a folder, its commands are run, its sums are checked."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.own_files import page_code

REPOSITORY = Path(__file__).resolve().parents[1]
PAGE = (REPOSITORY / "docs" / "adding-an-architecture.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python (main\.py .+)$", PAGE, re.MULTILINE)


def run(work: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(REPOSITORY / "main.py"), *words], cwd=work, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    (folder / "my-architectures").mkdir()
    (folder / "my-architectures" / "convmixer.py").write_text(page_code(), encoding="utf-8")
    return folder


def analysis(work: Path, *words: str) -> dict[str, Any]:
    done = run(work, "analyse", *words, "--library", "my-architectures", "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def params(width: int, kernels: list[int], patch: int) -> int:
    """Convolutions with bias, each followed by a BatchNorm; a classifier of 1000."""
    blocks = sum(width * (k * k + 3) + width * (width + 3) for k in kernels)
    return 3 * patch**2 * width + 3 * width + blocks + 1000 * width + 1000


def macs(width: int, kernels: list[int], patch: int, side: int) -> int:
    """Multiply-accumulates of convolutions and classifier at side × side pixels."""
    places = (side // patch) ** 2
    return places * (3 * patch**2 * width + sum(width * k * k + width * width for k in kernels)) + 1000 * width


def test_every_command_of_the_page_runs(work: Path) -> None:
    assert len(COMMANDS) == 4
    for command in COMMANDS:
        done = run(work, *shlex.split(command)[1:])
        assert done.returncode == 0, f"{command}: {done.stderr}"
        assert "convmixer" in done.stdout
    assert (work / "convmixer.onnx").stat().st_size > 100_000


@pytest.mark.parametrize(
    ("preset", "width", "depth", "kernel", "patch", "printed"),
    [
        ("convmixer_768_32", 768, 32, 7, 7, 21.1), ("convmixer_1536_20", 1536, 20, 9, 7, 51.6),
        ("convmixer_1024_20", 1024, 20, 9, 14, 24.4),
    ],
)
def test_counts_are_the_formulas_and_the_papers(
    work: Path, preset: str, width: int, depth: int, kernel: int, patch: int, printed: float
) -> None:
    found = analysis(work, preset)
    assert found["params"] == params(width, [kernel] * depth, patch)
    assert found["macs"] == macs(width, [kernel] * depth, patch, 224)
    assert round(found["params"] / 1e6, 1) == printed
    assert not found["incomplete"]


def test_knobs_act_where_they_are_set(work: Path) -> None:
    found = analysis(
        work, "convmixer_768_32", "--set", "alpha=0.5", "--set", "resolution=140", "--set", "depth=0.5", "--set", "patch=14",
        "--at", "stages.1.3:kernel=3", "--at", "stages.1.5:shortcut=off", "--set", "activation.pointwise=none",
    )
    kernels = [7] * 16
    kernels[3] = 3
    assert found["params"] == params(384, kernels, 14)
    assert found["macs"] == macs(384, kernels, 14, 140)
    adds = {y["path"].rpartition(":")[0] for y in found["layers"] if y["type"] == "add"}
    assert adds == {f"stages.1.{i}" for i in range(16) if i != 5}
    assert not [y for y in found["layers"] if y["path"].endswith("pointwise.act")]
    assert found["places"]["stages.1"]["knobs"]["alpha"]["note"][1:] == ["384", "768", "0.5"]


def test_the_page_states_the_sum_that_it_teaches() -> None:
    assert f"{params(768, [7] * 32, 7):,}" in PAGE


def test_the_papers_function_is_what_is_built(work: Path, tmp_path: Path) -> None:
    """The same weights through the official code's ConvMixer (its 15 lines, written out) give the same logits."""
    code = f"""
import sys
sys.path.insert(0, {str(REPOSITORY)!r})
import torch
from torch import nn
from pathlib import Path
import models
from models.user_library import LIBRARY
LIBRARY.add(Path({str(work / 'my-architectures' / 'convmixer.py')!r}))
torch.manual_seed(0)
ours = models.build("convmixer_768_32", alpha=0.125, depth=0.2, resolution=64).eval()
class Residual(nn.Module):
    def __init__(self, fn):
        super().__init__()
        self.fn = fn
    def forward(self, x):
        return self.fn(x) + x
def official(dim, depth, k, p, n):
    act = nn.ReLU
    return nn.Sequential(
        nn.Conv2d(3, dim, kernel_size=p, stride=p), act(), nn.BatchNorm2d(dim),
        *[nn.Sequential(
            Residual(nn.Sequential(nn.Conv2d(dim, dim, k, groups=dim, padding="same"), act(), nn.BatchNorm2d(dim))),
            nn.Conv2d(dim, dim, kernel_size=1), act(), nn.BatchNorm2d(dim)) for _ in range(depth)],
        nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten(), nn.Linear(dim, n))
theirs = official(96, 7, 7, 7, 1000).eval()
theirs.load_state_dict(dict(zip(theirs.state_dict(), ours.state_dict().values(), strict=True)))
x = torch.randn(2, 3, 64, 64)
with torch.no_grad():
    a, b = ours(x), theirs(x)
print(float((a - b).abs().max() / b.abs().max()))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 1e-5
