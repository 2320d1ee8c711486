"""Files of own architectures for tests: a small network with a count that one can do by hand."""

from __future__ import annotations

import re
from pathlib import Path

TINY = '''"""A small network for tests."""

from torch import Tensor, nn

from models import common
from models.blocks import ConvNormAct, make_divisible
from models.registry import Preset, architecture

print("text that must not get into any answer")
KNOBS = (
    common.alpha((0.5, 1.0), "notes", "rounded to a multiple of 8"),
    common.resolution(32, (32, 64), "notes"),
    common.slot("stem", "relu", "After the stem.", "notes"),
    common.classes(),
)


@architecture(
    name="tiny", title="Tiny", family="Tests", year=2026, paper="notes", url="https://example.org", knobs=KNOBS,
    presets=(Preset("tiny", "notes"),),
)
class Tiny(nn.Module):
    def __init__(self, knobs) -> None:
        super().__init__()
        channels = make_divisible(16 * knobs.alpha)
        self.stem = ConvNormAct(3, channels, 3, stride=2, activation=knobs.activation("stem"))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Linear(channels, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)
        return self.classifier(self.pool(x).flatten(1))
'''


def page_code() -> str:
    """The file that docs/adding-an-architecture.md writes."""
    page = Path(__file__).resolve().parents[1] / "docs" / "adding-an-architecture.md"
    return "\n\n".join(re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL))


def tiny(name: str) -> str:
    """The file with its architecture and preset under another name."""
    return TINY.replace('"tiny"', f'"{name}"')


def tiny_params(channels: int) -> int:
    """Convolution without bias, BatchNorm, classifier of 1000 with bias."""
    return 27 * channels + 2 * channels + 1000 * channels + 1000
