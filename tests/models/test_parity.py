"""Our side of the comparison with torchvision and timm, against the rows that ``make parity`` wrote (data/parity.json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch

import models
from scripts.parity_layers import answer, called, digits, fill, names, signature
from scripts.parity_peers import NO_PEER, PEERS
from tests.models.building import build

Row = dict[str, Any]
ROWS: list[Row] = json.loads((Path(__file__).parents[1] / "data" / "parity.json").read_text(encoding="utf-8"))
HELD = [row for row in ROWS if row["preset"] in models.presets()]
NAMES: list[Row] = json.loads((Path(__file__).parents[2] / "resources" / "peer_names.json").read_text(encoding="utf-8"))
LARGE = 26e6  # parameters above which a net is only compared by make test-full
CLOSE = 1e-3  # of the largest logit: rounding differs between versions of torch and grows through the layers


def label(row: Row) -> str:
    return " ".join([row["preset"], *(f"{k}={v}" for k, v in row["knobs"].items()), row["package"]])


@pytest.mark.parametrize("preset", models.presets())
def test_every_preset_has_a_comparison_or_a_reason(preset: str) -> None:
    compared = {(row["package"], row["peer"]) for row in ROWS if row["preset"] == preset}
    if preset in NO_PEER:
        assert preset not in PEERS and not compared, "a preset without a peer is compared"
        return
    assert preset in PEERS, "name its peer in scripts/parity_peers.py, or say there why it has none"
    assert compared == {(peer.package, peer.name) for peer in PEERS[preset]}, f"make parity PRESETS={preset}"
    assert compared == {(row["package"], row["peer"]) for row in NAMES if row["preset"] == preset}


@pytest.mark.parametrize("row", HELD, ids=label)
def test_the_layers_are_the_peers(row: Row) -> None:
    net = build(row["preset"], row["knobs"]).net
    side = row["inputs"][-1]["side"]
    assert signature(called(net, torch.empty((1, 3, side, side), device="meta"))) == row["signature"]
    assert all(entry["difference"] < 1e-4 for entry in row["inputs"])
    (peer,) = [p for p in PEERS[row["preset"]] if (p.package, p.name) == (row["package"], row["peer"])]
    assert [entry["side"] for entry in row["inputs"]] == list(peer.sides)


@pytest.mark.parametrize("row", NAMES, ids=label)
def test_the_peers_names_stand_beside_all_of_our_layers(row: Row) -> None:
    (compared,) = [r for r in HELD if all(r[key] == row[key] for key in ("preset", "knobs", "package", "peer"))]
    net = build(row["preset"], row["knobs"]).net
    side = compared["inputs"][-1]["side"]
    layers = called(net, torch.empty((1, 3, side, side), device="meta"))
    expected = names(layers, net)
    (peer,) = [p for p in PEERS[row["preset"]] if (p.package, p.name) == (row["package"], row["peer"])]
    if peer.heads:
        trained = build(row["preset"], {**row["knobs"], "aux": True}).net
        owners = [path for path, module in trained.named_modules() if any(True for _ in module.parameters(recurse=False))]
        assert set(expected) < set(owners)
        expected = owners
    assert sorted(row["ours"]) == sorted(expected)
    assert len(set(row["theirs"])) == len(row["theirs"]) == len(expected)


def sampled() -> list[Any]:
    """The rows, one for each set of inputs (two peers may share it), those of large nets for make test-full only."""
    by_inputs = {(row["preset"], str(row["knobs"]), str(row["inputs"][0]["side"])): row for row in reversed(HELD)}
    return [
        pytest.param(row, id=label(row), marks=[pytest.mark.slow] * (row["params"] > LARGE))
        for row in reversed(by_inputs.values())
    ]


@pytest.mark.parametrize("row", sampled())
def test_the_answers_are_the_peers(row: Row) -> None:
    net = models.build(row["preset"], **row["knobs"]).eval()
    assert signature(fill(net, row["inputs"][-1]["side"])) == row["signature"]
    for entry in row["inputs"]:
        ours = digits(answer(net, entry["side"]))
        room = CLOSE * entry["largest"]
        assert ours["first"] == pytest.approx(entry["first"], abs=room)
        assert ours["norm"] == pytest.approx(entry["norm"], rel=CLOSE)
