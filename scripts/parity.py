"""Compare every preset with its peers in torchvision and timm, on one set of seeded weights, and write tests/data/parity.json.

    make parity                                     all presets, in an environment of its own (.venv-parity)
    python scripts/parity.py [PRESET ...]           only these; the other rows stay

Ours is seeded layer by layer in call order, the peer takes each layer's weights in its own call order, and both answer the same
images in evaluation mode. Rows of presets that passed are written; the exit code is 1 where one did not. The names that a peer
gives to the layers go beside ours into resources/peer_names.json, by which the program loads its checkpoints.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import torch  # noqa: E402

import models  # noqa: E402
from scripts.parity_layers import SEED, answer, copy, describe, difference, digits, fill, names, signature  # noqa: E402
from scripts.parity_layers import called as run_through  # noqa: E402
from scripts.parity_peers import NO_PEER, PEERS, Peer  # noqa: E402

REQUIREMENTS = ROOT / "scripts" / "parity_requirements.txt"
FILE = ROOT / "tests" / "data" / "parity.json"
NAMES = ROOT / "resources" / "peer_names.json"
TOLERANCE = 1e-4  # of the largest logit
HEADS_SIDE = 299  # px; torchvision's Inception-v3 cannot run its auxiliary head on much less

Row = dict[str, Any]


def build_peer(peer: Peer) -> Any:
    """The peer's module in evaluation mode, with its package's own initialisation."""
    if peer.package == "torchvision":
        from torchvision.models import get_model

        return get_model(peer.name, weights=None, **peer.arguments).eval()
    from timm import create_model

    return create_model(peer.name, pretrained=False, **peer.arguments).eval()


def compare(preset: str, peer: Peer) -> tuple[Row, Row]:
    """The row of one comparison, with the relative difference at each side, and that of the names.

    Raises ValueError where the layers differ.
    """
    net = models.build(preset, **peer.knobs).eval()
    layers = fill(net, peer.sides[-1])  # the larger one has more to take statistics from
    theirs = build_peer(peer)
    pairs = copy(layers, theirs, peer.sides[-1])
    inputs = []
    for side in peer.sides:
        ours = answer(net, side)
        inputs.append({"side": side, "difference": difference(ours, answer(theirs, side)), **digits(ours)})
    which = {"preset": preset, "knobs": dict(peer.knobs), "peer": peer.name, "package": peer.package}
    called: Row = {"ours": names([ours for ours, _ in pairs], net), "theirs": names([other for _, other in pairs], theirs)}
    if peer.heads:
        for whose, found in zip(("ours", "theirs"), heads(preset, peer, called), strict=True):
            called[whose] += found
    if peer.remark:
        called["remark"] = peer.remark
    return which | {
        "version": version(peer.package), "torch": version("torch"), "seed": SEED,
        "params": sum(p.numel() for p in net.parameters()), "signature": signature(layers), "inputs": inputs,
    }, which | called


def heads(preset: str, peer: Peer, called: Row) -> tuple[list[str], list[str]]:
    """Names of the auxiliary heads' layers, ours and the peer's, in the order in which training calls them.

    Raises ValueError where the heads' layers differ.
    """
    image = torch.randn(2, 3, HEADS_SIDE, HEADS_SIDE)
    with_heads = replace(peer, arguments={**peer.arguments, **peer.heads})
    nets = models.build(preset, **peer.knobs, aux=True), build_peer(with_heads)
    found = []
    for net, known in zip((net.train() for net in nets), (called["ours"], called["theirs"]), strict=True):
        layers = run_through(net, image)
        found.append([(name, layer) for name, layer in zip(names(layers, net), layers, strict=True) if name not in known])
    ours, theirs = found
    if [describe(layer) for _, layer in ours] != [describe(layer) for _, layer in theirs]:
        raise ValueError("the auxiliary heads differ")
    return [name for name, _ in ours], [name for name, _ in theirs]


def compared(presets: list[str]) -> Iterator[tuple[str, Peer, tuple[Row, Row] | str]]:
    """Preset, peer, and its rows or the reason why the comparison failed."""
    for preset in presets:
        for peer in PEERS[preset]:
            try:
                row, called = compare(preset, peer)
            except (ValueError, RuntimeError, models.KnobError) as error:
                yield preset, peer, str(error)
                continue
            worst = max(entry["difference"] for entry in row["inputs"])
            yield preset, peer, (row, called) if worst < TOLERANCE else f"relative difference {worst:.1e}"


class Table:
    """The rows of one file by preset and peer; those of presets compared anew are left behind."""

    def __init__(self, file: Path, anew: list[str]) -> None:
        held = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
        kept = [r for r in held if r["preset"] in models.presets() and r["preset"] not in anew]
        self.file = file
        self.rows = {(r["preset"], r["package"], r["peer"]): r for r in kept}

    def put(self, row: Row) -> None:
        self.rows[row["preset"], row["package"], row["peer"]] = row

    def write(self, *, compact: bool = False) -> None:
        """One row a line, in the order of PEERS."""
        order = {name: i for i, name in enumerate(PEERS)}
        rows = sorted(self.rows.values(), key=lambda row: order[row["preset"]])
        separators = (",", ":") if compact else (", ", ": ")
        text = ",\n".join(" " + json.dumps(row, separators=separators) for row in rows)
        self.file.write_text(f"[\n{text}\n]\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    for package, wanted in (line.split("==") for line in REQUIREMENTS.read_text().split() if "==" in line):
        if version(package).split("+")[0] != wanted:
            print(f"{package} {version(package)} is installed; the comparison is made with {wanted}", file=sys.stderr)
            return 2
    registered = models.presets()
    wanted_presets = [name for name in arguments or PEERS if name in registered]
    rows, layer_names = Table(FILE, wanted_presets), Table(NAMES, wanted_presets)
    failed = 0
    for preset, peer, result in compared(wanted_presets):
        words = f"{preset:22} {peer.package:12} {peer.name:34}"
        if isinstance(result, str):
            failed += 1
            print(f"{words} FAILED: {result}", flush=True)
            continue
        row, called = result
        print(words, "  ".join(f"{e['side']:4} px {e['difference']:.1e}" for e in row["inputs"]), flush=True)
        rows.put(row)
        layer_names.put(called)
    for name in arguments or PEERS:
        if name not in registered:
            print(f"{name:22} is not registered (yet)")
    for name in registered:
        if name not in PEERS:
            print(f"{name:22} no peer: {NO_PEER.get(name, 'NO REASON STATED')}")
    rows.write()
    layer_names.write(compact=True)
    print(f"{len(rows.rows)} rows in {FILE.relative_to(ROOT)}, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
