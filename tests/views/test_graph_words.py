"""What boxes, arrows and the legend say of the network: held against the papers and against the tensors that really pass."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

import models
from explorer.analysis import analyse
from explorer.core.graph import Network, entering
from explorer.core.recipe import Recipe
from explorer.views.graph import GraphView
from explorer.views.graph.export import Options, Sheet, Subject, caption, opened_at
from explorer.views.graph.look import QUANTITIES, Manner
from explorer.views.theme import DARK, LIGHT, Theme, contrast
from explorer.views.window import MainWindow

ARCHITECTURES = [entry.presets[0].name for entry in models.architectures()]
SEVERAL = len(ARCHITECTURES)


@cache
def _analysis(preset: str) -> dict[str, Any]:
    return analyse(Recipe.of(preset))


def _sheet(preset: str, opened: str, quantity: str = "macs", theme: Theme = LIGHT) -> Sheet:
    network = Network.from_json(_analysis(preset))
    subject = Subject.of(network, opened_at(network, [opened]), quantity)
    return Sheet(subject, caption(_analysis(preset), None), Options(theme))


def _details(preset: str) -> dict[str, str]:
    return {name: item.shape_data.look.detail for name, item in _sheet(preset, "stages").scene.nodes.items()}


def test_a_dense_layer_works_on_all_that_was_made_before(qtbot: QtBot) -> None:
    """DenseNet, section 3: the l-th layer has k0 + k·(l − 1) input maps; k0 = 64 and k = 32 in DenseNet-121's first block."""
    details = _details("densenet121")
    for layer in range(6):
        assert details[f"stages.1.{layer}"].startswith(f"{64 + 32 * layer} → 32"), layer


@pytest.mark.parametrize("preset", ["densenet121", "mobilenet_v2", "shufflenet_v1", "inception_v3", "mixer_s32"])
def test_what_a_block_works_on_is_what_its_first_operations_read(preset: str) -> None:
    analysis = _analysis(preset)
    network = Network.from_json(analysis)
    for name in network.ids():
        node = network.node(name)
        if node.role == "block" and node.layers[0] <= node.layers[1]:
            first = analysis["layers"][node.layers[0]]
            tensors = first.get("inputs") or [first["input"]]
            assert entering(network, name)[1] == sum(shape[1] for shape in tensors), name


def test_tokens_are_told_with_their_channels(qtbot: QtBot) -> None:
    """MLP-Mixer S/32 at 224 px: 49 patches of 512 channels (Table 1); the token mixing is on the transposed tensor."""
    sheet = _sheet("mixer_s32", "all")
    said = {(line.parent, line.source): line.label for line in (item.line for item in sheet.scene.lines.values()) if line.label}
    block = "stages.mixer.0"
    labels = [label for (parent, _), label in said.items() if parent == block]
    assert set(labels) == {"49 × 512", "512 × 49"}
    assert _details("mixer_s32")[block].startswith("×8 · 512 → 512")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("quantity", [q for q in QUANTITIES if q != "time"])
def test_every_word_can_be_read_on_its_box(qtbot: QtBot, quantity: str, theme: Theme) -> None:
    seen = 0
    for preset in ARCHITECTURES:
        for item in _sheet(preset, "stages", quantity, theme).scene.nodes.values():
            for run in item.runs:
                assert contrast(run.colour, item.ground) >= 4.5, (preset, item.shape_data.id, run.text)
                seen += 1
    assert seen > 10 * SEVERAL


def test_the_legend_says_the_range_of_layers_while_some_are_shown(window: MainWindow) -> None:
    """Single layers have a ramp of their own: without its range a layer would look dearer than the block it stands in."""
    graph, legend = window.centre.graph, window.centre.legend
    assert legend.accessibleName() == "0–58.1 M"
    wide = legend.width()
    graph.expand("stages.5.1")
    costs = [row["macs"] for row in window.session.document.analysis["layers"]]  # type: ignore[index]
    assert legend.accessibleName() == f"0–58.1 M, layers 0–{max(costs) / 1e6:.1f} M"
    assert legend.width() == wide, "nothing beside it moves"
    graph.set_opened(set())
    assert legend.accessibleName() == "0–58.1 M"
    window.table["colour_kind"].trigger()
    assert "layers" not in legend.accessibleName()


@pytest.mark.parametrize("sideways", [False, True])
@pytest.mark.parametrize(("preset", "block"), [("googlenet", "stages.4.e"), ("inception_v3", "stages.5.b")])
def test_what_comes_into_a_concatenation_adds_up(qtbot: QtBot, preset: str, block: str, sideways: bool) -> None:
    """Each branch says its channels where it leaves, too; together they are those of the result (GoogLeNet, Table 1: 832)."""
    view = GraphView()
    qtbot.addWidget(view)
    view.set_manner(Manner(sideways=sideways))
    for alpha in (1.0, 0.5):
        network = Network.from_json(analyse(Recipe.of(preset, {"alpha": alpha} if alpha != 1 else {})))
        view.set_network(network)
        view.expand(block)
        lines = [item.line for item in view.picture.scene.lines.values() if item.line.parent == block]
        joined = [line.label for line in lines if line.target.endswith(":concat")]
        assert len(joined) == 4
        assert sum(int(label) for label in joined) == network.node(block).output[1]


@pytest.mark.parametrize("preset", ARCHITECTURES)
def test_the_network_begins_and_ends_with_a_shape(qtbot: QtBot, preset: str) -> None:
    """What goes in and what comes out of every network, as torch has it: an image and 1000 classes."""
    lines = [item.line for item in _sheet(preset, "none").scene.lines.values()]
    side = _analysis(preset)["input"][-1]
    assert [line.label for line in lines if line.source == "in"] == [f"3 × {side} × {side}"]
    assert [(line.label, line.arrow) for line in lines if line.target == "out"] == [("1000", True)]
