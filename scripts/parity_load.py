"""Save each peer's state dict as its package names it, load it as the program does, and compare the answers.

    make parity                                          after the comparison of the layers
    python scripts/parity_load.py [PRESET ...]           only these

Needs resources/peer_names.json as scripts/parity.py wrote it, and the same environment. The exit code is 1 where a tensor does
not find its place or the answers differ. Nothing is written.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import torch  # noqa: E402
from torch import nn  # noqa: E402

from explorer.core.errors import BadInput  # noqa: E402
from explorer.core.recipe import Recipe  # noqa: E402
from explorer.weights import choose_file, weighted  # noqa: E402
from scripts.parity import TOLERANCE, build_peer  # noqa: E402
from scripts.parity_layers import SEED, answer, difference  # noqa: E402
from scripts.parity_peers import PEERS, Peer  # noqa: E402


def disturb(net: nn.Module) -> nn.Module:
    """Move what is initialised to 0 and BatchNorm's 0 and 1 off that, so that a tensor in the wrong place shows."""
    torch.manual_seed(SEED)
    with torch.no_grad():
        for parameter in (p for p in net.parameters() if not p.any()):
            parameter.normal_(0, 0.02)
        for norm in (m for m in net.modules() if isinstance(m, nn.BatchNorm2d)):
            assert norm.running_mean is not None and norm.running_var is not None
            for tensor, low, high in (
                (norm.weight, 0.8, 1.5), (norm.bias, -0.2, 0.2), (norm.running_mean, -0.1, 0.1), (norm.running_var, 0.5, 2.0),
            ):
                tensor.uniform_(low, high)
    return net


def compare(preset: str, peer: Peer, folder: Path) -> str:
    """How far the answers are apart, in words; raises BadInput or ValueError where the file does not load whole."""
    theirs = disturb(build_peer(peer))
    path = folder / "peer.pth"
    torch.save(theirs.state_dict(), path)
    loaded = weighted(choose_file(Recipe.of(preset, peer.knobs), path), 0)
    report = loaded.report
    assert report is not None
    if not report["matched"] == report["needed"] == report["tensors"]:
        raise ValueError(f"{report['matched']} of {report['needed']} tensors, {report['tensors']} in the file")
    apart = max(difference(answer(loaded.module, side), answer(theirs, side)) for side in peer.sides)
    if not apart < TOLERANCE:
        raise ValueError(f"relative difference {apart:.1e}")
    return f"{report['matched']:5} tensors  {apart:.1e}"


def main(arguments: list[str]) -> int:
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for preset, peer in [(name, peer) for name in arguments or PEERS for peer in PEERS[name]]:
            try:
                words = compare(preset, peer, Path(folder))
            except (BadInput, ValueError) as error:
                failed, words = failed + 1, f"FAILED: {error}"
            print(f"{preset:22} {peer.package:12} {peer.name:34} {words}", flush=True)
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
