"""Exported Python files: run by a stranger that has torch alone, and held against the library's network.

One file of each architecture and tweaked recipes in ``make test``, every preset in ``make test-full``. The stranger is one
process for all files (``explorer.export.python.fresh``), so torch is imported once.
"""

from __future__ import annotations

import importlib.util
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

import models
from explorer.analysis import analyse, input_shape, instantiate
from explorer.core.errors import BadInput, Cancelled, ExplorerError
from explorer.core.recipe import Recipe
from explorer.export.python import deliver, export_python, verify, write_source
from models.registry import REGISTRY
from tests.models.building import build_for

FULL = bool(os.environ.get("ARCHITECTURE_EXPLORER_FULL"))
SMALL = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64}, {"stages.5.1": {"expansion": 3, "se": 4}})
SIDE = 64
TOGETHER = 40  # files that one process runs
LARGEST_KEPT = 64_000_000  # bytes of weights that stay on disk for further tests
NARROW = {"hidden": 64}
TWEAKED = [
    Recipe.of(
        "mobilenet_v2", {"resolution": 64, "alpha": 0.5},
        {"stages.5.1": {"expansion": 3, "se": 4}, "stages.4.2": {"shortcut": "expansion"},
         "stages.3": {"groups": 8, "shuffle": True, "activation.expand": "gelu"}},
    ),
    Recipe.of("googlenet", {"resolution": 64, "aux": True}),
    Recipe.of("inception_v3", {"resolution": 96, "alpha": 0.25, "aux": True, "se": 16}),
    Recipe.of("repvgg_a0", {"resolution": 64, "deploy": True}),
    Recipe.of("repvgg_b1g2", {"resolution": 64, "alpha": 0.25, "shuffle": True, "se": 4}, {"stages.4": {"pointwise": False}}),
    Recipe.of("resnet18", {"resolution": 64, "order": "pre", "shortcut": "A"}),
    Recipe.of("resnet50", {"resolution": 64, "alpha": 0.5, "shape": "inverted", "convolution": "depthwise"},
              {"stages.3.1": {"kernel": "5", "shortcut": "none"}}),
    Recipe.of("se_resnet50", {"resolution": 64, "alpha": 0.5, "placement": "pre"},
              {"stages.3": {"placement": "identity"}, "stages.4.1": {"placement": "post"}, "stages.5": {"placement": "3x3"}}),
    Recipe.of("densenet121", {"resolution": 64, "depth": 0.3, "se": 4, "groups": 4, "shuffle": True}),
    Recipe.of(
        "densenet121", {"resolution": 64, "depth": 0.4, "bottleneck": 0, "convolution": "separable"},
        {"stages.2.3": {"growth": 16}},
    ),
    Recipe.of("xception", {"resolution": 96, "segments": 4, "alpha": 0.25}),
    Recipe.of(
        "xception", {"resolution": 96, "alpha": 0.25, "depth": 0.5, "order": "pointwise-first"},
        {"stages.middle.2": {"shortcut": False}},
    ),
    Recipe.of("squeezenet1_0", {"resolution": 96, "bypass": "complex"}, {"stages.2.1": {"pct3x3": 0.25}}),
    Recipe.of("shufflenet_v1", {"resolution": 64, "groups": 8, "se": 4, "activation.depthwise": "leaky_relu"}),
    Recipe.of("mobilenet_v1", {"resolution": 64}, {"stages.4": {"convolution": "standard"}, "stages.3.1": {"se": 4}}),
    Recipe.of("mixer_s32", {"resolution": 64, "shortcut": False}, {"stages.mixer.2": {"token_width": 64}}),
    Recipe.of("alexnet_2012", {"resolution": 96, "bn": True, "shuffle": True, **NARROW}, {"stages.3": {"repeats": 2}}),
    Recipe.of("vgg16_c", {"resolution": 64, "alpha": 0.25, "convolution": "separable", "se": 4, **NARROW}),
]


def presets() -> list[Recipe]:
    """A preset of each architecture, drawn with a seed that the test's name shows; all of them in full."""
    seed = int(os.environ.get("ARCHITECTURE_EXPLORER_SEED", "0"))
    draw = random.Random(seed)
    chosen = models.presets() if FULL else [draw.choice(small(entry.presets)).name for entry in REGISTRY.architectures.values()]
    print(f"presets drawn with ARCHITECTURE_EXPLORER_SEED={seed}: {', '.join(chosen)}")  # noqa: T201
    return [shrunk(name) for name in chosen]


def small(entries: tuple[Any, ...]) -> list[Any]:
    """The presets of an architecture with the fewest parameters, at most three: the others are the same code, only larger."""
    return sorted(entries, key=lambda p: build_for(SIDE, p.name).params())[: min(3, max(1, len(entries) // 2))]


def shrunk(preset: str) -> Recipe:
    """The preset at about 64 px, so that running it costs little; nothing of its file depends on that but the shapes."""
    side = int(build_for(SIDE, preset).settings.resolve("resolution", ())[0])
    knobs: dict[str, bool | int | float | str] = {"resolution": side}
    if "hidden" in REGISTRY.presets[preset][0].knobs:
        knobs["hidden"] = 64
    return Recipe.of(preset, knobs)


class Files:
    """Files of many recipes in one folder, and what a stranger found in them."""

    def __init__(self, folder: Path, recipes: list[Recipe]) -> None:
        self.folder = folder
        self.references: dict[Path, verify.Expected] = {}
        self.recipes: dict[Path, Recipe] = {}
        jobs: list[dict[str, Any]] = []
        for index, recipe in enumerate(recipes):
            module = instantiate(recipe, seed=0)
            text, classes = write_source(recipe, analyse(recipe), module)
            file = folder / f"net_{index:02}_{recipe.preset}.py"
            file.write_text(text, encoding="utf-8")
            weights, answers = file.with_suffix(".pt"), file.with_suffix(".answers")
            reference = self.references[file] = verify.expected(module, input_shape(recipe), 0, weights)
            self.recipes[file] = recipe
            jobs.append({
                "file": str(file), "class": classes[-1], "weights": str(weights), "answers": str(answers),
                "image": reference.image, "batch": reference.batch, "seed": 0,
            })
            if len(jobs) == TOGETHER or index == len(recipes) - 1:
                verify.run_fresh(jobs, folder)
                for job in jobs:
                    if Path(str(job["weights"])).stat().st_size > LARGEST_KEPT:
                        Path(str(job["weights"])).unlink()
                jobs = []

    def checks(self, file: Path) -> list[dict[str, Any]]:
        """The export's own checks of one file."""
        return verify.compare(self.references[file], torch.load(file.with_suffix(".answers"), weights_only=True))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Files]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # several only wait for each other on nets this small
    yield Files(tmp_path_factory.mktemp("python"), [*presets(), *TWEAKED])
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    path = tmp_path_factory.mktemp("one") / "model.py"
    return path, export_python(SMALL, path)


def test_each_file_is_the_same_network_in_evaluation_and_in_training(files: Files) -> None:
    for file, recipe in files.recipes.items():
        checks = files.checks(file)
        assert [c["check"] for c in checks] == [
            "names and shapes", "first weights", "evaluation", "training", "statistics",
        ]
        assert all(c["passed"] for c in checks), f"{recipe}: {[c for c in checks if not c['passed']]}"
        assert checks[2]["max_abs"] <= 1e-6 * float(files.references[file].answers["evaluated"].abs().max())
        assert float(files.references[file].answers["evaluated"].abs().max()) > 0.1, "an answer near zero would hide an error"


def test_auxiliary_outputs_are_there_in_training(files: Files) -> None:
    found = {
        recipe.preset: len(files.references[file].answers["trained"])
        for file, recipe in files.recipes.items() if "aux" in dict(recipe.knobs)
    }
    assert found == {"googlenet": 3, "inception_v3": 2}


def test_the_files_are_clean_short_and_free_of_this_program(files: Files) -> None:
    rules = "E,F,W,I,B,UP,C4,SIM,PIE,PLE"
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", rules, "--line-length", "130",
         "--target-version", "py311", str(files.folder)],
        capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stdout
    for file in files.recipes:
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") < 600, file
        assert not re.search(r"(?<![.\w])(exec|eval)\(", text), file
        for word in ("import models", "from models", "explorer.", "Scope", "block.", str(Path.cwd()), "/tmp"):
            assert word not in text.replace("architecture_explorer.", ""), (file, word)


def test_the_same_recipe_gives_the_same_bytes(files: Files) -> None:
    for file, recipe in list(files.recipes.items())[::5]:
        assert write_source(recipe, analyse(recipe), instantiate(recipe, seed=3))[0] == file.read_text(encoding="utf-8")


def test_the_first_weights_are_those_of_models_build(exported: tuple[Path, dict[str, Any]]) -> None:
    held: dict[str, Any] = {"__name__": "exported"}
    exec(compile(exported[0].read_text(encoding="utf-8"), "model.py", "exec"), held)
    torch.manual_seed(7)
    theirs = held["MobileNetV2"]().state_dict()
    torch.manual_seed(7)
    ours = models.build(SMALL.preset, at=SMALL.overrides(), **SMALL.values()).state_dict()
    assert list(theirs) == list(ours)
    assert all(torch.equal(theirs[name], ours[name]) for name in ours)


def test_a_checkpoint_says_which_recipe_it_is_of(exported: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    held: dict[str, Any] = {"__name__": "exported"}
    exec(compile(exported[0].read_text(encoding="utf-8"), "model.py", "exec"), held)
    net = held["MobileNetV2"]()
    held["save_checkpoint"](net, str(tmp_path / "trained.pth"))
    document = torch.load(tmp_path / "trained.pth", weights_only=True)
    assert Recipe.from_json(json.loads(document["architecture_explorer.recipe"])) == SMALL
    assert document["architecture_explorer.digest"] == SMALL.digest() == held["DIGEST"]
    instantiate(SMALL).load_state_dict(document["state_dict"])


def test_repvggs_file_fuses_and_the_deployed_one_says_so(files: Files) -> None:
    for file, recipe in files.recipes.items():
        if not recipe.preset.startswith("repvgg") or not file.with_suffix(".pt").exists():
            continue
        text = file.read_text(encoding="utf-8")
        if dict(recipe.knobs).get("deploy"):
            assert "def fuse" not in text
            assert "export the recipe with deploy off" in text
            continue
        held: dict[str, Any] = {"__name__": "exported"}
        exec(compile(text, file.name, "exec"), held)
        net = held["RepVGG"]()
        net.load_state_dict(torch.load(file.with_suffix(".pt"), weights_only=True))
        image = files.references[file].image
        net, image = net.double().eval(), image.double()
        with torch.no_grad():
            wanted, got = net(image), held["fuse"](net)(image)
        assert float((wanted - got).abs().max()) <= 1e-9 * float(wanted.abs().max())
        assert not any(name.endswith("running_mean") for name in held["fuse"](net).state_dict())


def test_the_file_runs_by_itself_and_registers_with_timm_only_when_asked(exported: tuple[Path, dict[str, Any]]) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", str(exported[0])], capture_output=True, text=True, check=False,
        cwd=exported[0].parent,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{exported[1]['params']:,} parameters, (1, 3, 64, 64) -> (1, 1000)\n"
    text = exported[0].read_text(encoding="utf-8")
    assert "\nimport timm" not in text
    assert "    from timm.models import register_model" in text


def test_the_report_is_whole(exported: tuple[Path, dict[str, Any]]) -> None:
    path, report = exported
    analysis = analyse(SMALL)
    assert json.loads(json.dumps(report, allow_nan=False)) == json.loads(json.dumps(report))
    assert (report["params"], report["macs"], report["digest"]) == (analysis["params"], analysis["macs"], SMALL.digest())
    assert report["lines"] == path.read_text(encoding="utf-8").count("\n")
    assert report["training"]["learning_rate"] == 0.045
    assert report["training"]["label_smoothing"] == "unknown"
    text = path.read_text(encoding="utf-8")
    assert f"{analysis['params']:,}" in text
    assert f"{analysis['macs']:,}" in text
    assert SMALL.digest() in text


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("eps=0.001", "eps=0.1", "evaluation"), ("momentum=0.01", "momentum=0.2", "statistics"),
        ("nn.Dropout(0.2)", "nn.Dropout(0.9)", "training"), ("0, 0.01)", "0, 0.02)", "first weights"),
    ],
)
def test_a_file_that_is_not_the_network_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, named: str
) -> None:
    recipe = Recipe.of("mobilenet_v3_small", {"resolution": 64})

    def wrong(*words: Any) -> tuple[str, list[str]]:
        text, classes = write_source(*words)
        assert before in text
        return text.replace(before, after), classes

    monkeypatch.setattr(deliver, "write_source", wrong)
    with pytest.raises(ExplorerError, match=f"not the same network .*{named}"):
        export_python(recipe, tmp_path / "model.py")
    assert list(tmp_path.iterdir()) == []


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    told: list[float] = []
    with pytest.raises(Cancelled):
        export_python(
            SMALL, tmp_path / "model.py", progress=lambda fraction, text: told.append(fraction), cancelled=lambda: len(told) > 3
        )
    assert told == sorted(told)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no folder"):
        export_python(SMALL, tmp_path / "absent" / "model.py")
    with pytest.raises(BadInput, match=r"\.onnx for ONNX, \.py for Python"):
        deliver.is_python("model.txt")


OWN = '''
"""A user's own architecture."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from models import common
from models.knobs import Scope
from models.registry import Preset, architecture

SCALE = 1 / math.sqrt(2)


def mixed(x: Tensor, y: Tensor) -> Tensor:
    return (x + y) * SCALE


class Shifted(nn.Conv2d):
    def forward(self, x: Tensor) -> Tensor:
        return F.conv2d(x - 1, self.weight, self.bias, self.stride, self.padding)


class Block(nn.Module):
    def __init__(self, channels: int, kernel: int, *, first: bool, never: bool) -> None:
        super().__init__()
        self.first, self.never = first, never
        self.paths = nn.ModuleList([Shifted(channels, channels, kernel, padding=kernel // 2), nn.Conv2d(channels, channels, 1)])
        self.gain = nn.Parameter(torch.ones(channels, 1, 1) * 0.1)
        self.register_buffer("shift", torch.tensor([0.5, 1.5]))

    @property
    def gained(self) -> Tensor:
        return self.gain * self.shift[0]

    def forward(self, x: Tensor) -> Tensor:
        if self.first:
            # only the first
            x = F.relu(x)
        if self.never:
            x = x * 7
        return mixed(x, sum(path(x) for path in self.paths) * self.gained)


@architecture(
    name="own", title="Own", family="Own", year=2026, paper="none", url="https://example.org",
    knobs=(common.resolution(64, (64,), "own"), common.classes()), presets=(Preset("own", "own"),),
)
class Own(nn.Module):
    def __init__(self, knobs: Scope) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, 2)
        self.blocks = nn.Sequential(*[Block(8, k, first=i == 0, never=False) for i, k in enumerate((3, 5, 3, 3, 3))])
        self.head = nn.Linear(8, knobs.classes)

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.blocks(self.stem(x)).mean((2, 3)))
'''


@pytest.fixture
def own(tmp_path: Path) -> Iterator[str]:
    """A user's architecture in the registry, for one test."""
    file = tmp_path / "own_architecture.py"
    file.write_text(OWN, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("own_architecture", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["own_architecture"] = module
    spec.loader.exec_module(module)
    yield "own"
    del sys.modules["own_architecture"], REGISTRY.architectures["own"], REGISTRY.presets["own"]


def test_a_users_own_architecture_is_written_too(own: str, tmp_path: Path) -> None:
    report = export_python(Recipe.of(own), tmp_path / "model.py")
    text = (tmp_path / "model.py").read_text(encoding="utf-8")
    assert report["classes"] == ["Shifted", "Block", "Own"]
    assert all(check["passed"] for check in report["checks"])
    for words in (
        "*[Block() for _ in range(3)]", "# only the first", "import math", "def gained", "0.1))", "torch.tensor([0.5, 1.5]",
    ):
        assert words in text
    assert "never" not in text, "a branch that no block takes"
    assert report["training"]["optimizer"] == "unknown"
