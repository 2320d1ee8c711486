"""Files that are no weights of this network, or no weights at all: one sentence each, no code run, nothing lost."""

from __future__ import annotations

import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.weights import choose_file, weighted
from tests.weights.files import in_names_of, network, row_of, saved

SMALL = Recipe.of("mobilenet_v2", {"resolution": 64, "alpha": 0.25})


class Attack:
    """Unpickled in the ordinary way, it makes a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return (os.mkdir, (str(self.folder),))


@pytest.mark.parametrize("how", ["torch", "torch legacy", "pickle", "beside weights"])
def test_no_pickle_is_executed(tmp_path: Path, how: str) -> None:
    harm, path = tmp_path / "harm", tmp_path / "weights.pth"
    if how == "torch":
        torch.save(Attack(harm), path)
    elif how == "torch legacy":
        torch.save(Attack(harm), path, _use_new_zipfile_serialization=False)
    elif how == "pickle":
        path.write_bytes(pickle.dumps(Attack(harm)))
    else:
        torch.save({"state_dict": network(SMALL).state_dict(), "args": Attack(harm)}, path)
    with pytest.raises(BadInput, match=r"is refused: reading it would run code|is damaged"):
        choose_file(SMALL, path)
    assert not harm.exists()
    pickle.loads(pickle.dumps(Attack(harm)))
    assert harm.exists(), "the attack itself works"


def test_a_whole_pickled_model_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "model.pth"
    torch.save(network(SMALL), path)
    with pytest.raises(BadInput, match="save the state dict alone"):
        choose_file(SMALL, path)


@pytest.mark.parametrize("suffix", ["safetensors", "pth"])
@pytest.mark.parametrize("kept", [0, 4, 9, 200, 0.5, 0.99])
def test_truncated_files(tmp_path: Path, suffix: str, kept: float) -> None:
    path = saved(network(SMALL).state_dict(), tmp_path / f"weights.{suffix}")
    content = path.read_bytes()
    path.write_bytes(content[: int(kept * len(content)) if isinstance(kept, float) else kept])
    with pytest.raises(BadInput, match="weights"):
        choose_file(SMALL, path)


@pytest.mark.parametrize(
    "content",
    [b"hello", b"PK\x03\x04" + 50 * b"x", 8 * b"\xff" + b"{", b"\x10" + 7 * b"\0" + b"{\"a\": 1}     ", b""],
)
def test_files_of_another_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.pth"
    path.write_bytes(content)
    with pytest.raises(BadInput, match="damaged"):
        choose_file(SMALL, path)


def test_a_zip_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "weights.pth"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(BadInput, match="damaged"):
        choose_file(SMALL, path)


@pytest.mark.parametrize("document", [{}, [1, 2], {"epoch": 1}, torch.zeros(3), {"state_dict": {}}, {"state_dict": 3}])
def test_files_without_named_tensors(tmp_path: Path, document: object) -> None:
    path = tmp_path / "weights.pth"
    torch.save(document, path)
    with pytest.raises(BadInput, match="holds no named tensors"):
        choose_file(SMALL, path)


def test_what_fits_by_chance_is_not_taken(tmp_path: Path) -> None:
    """The bias of torchvision's classifier.1 fits MobileNetV2 and SqueezeNet alike."""
    path = saved(in_names_of(row_of("torchvision", "mobilenet_v2"), network(Recipe("mobilenet_v2"))), tmp_path / "peer.pth")
    with pytest.raises(BadInput, match=r"peer.pth does not fit squeezenet1_1: 1 of its 314 tensors"):
        choose_file(Recipe("squeezenet1_1"), path)


def test_another_architectures_weights(tmp_path: Path) -> None:
    row = row_of("torchvision", "resnet18")
    path = saved(in_names_of(row, network(Recipe.of("resnet18", {"resolution": 64}))), tmp_path / "resnet18.pth")
    with pytest.raises(BadInput) as refused:
        choose_file(SMALL, path)
    for part in ("resnet18.pth does not fit mobilenet_v2", "conv1.weight", "stem.conv.weight", "torchvision mobilenet_v2"):
        assert part in str(refused.value)


def test_a_file_that_is_gone_or_another_one(tmp_path: Path) -> None:
    path = saved(network(SMALL).state_dict(), tmp_path / "weights.safetensors")
    chosen = choose_file(SMALL, path)
    saved(network(SMALL.with_value("classes", 9)).state_dict(), path)
    with pytest.raises(BadInput, match="is not the weights file of this recipe"):
        weighted(chosen, 0)
    path.unlink()
    with pytest.raises(BadInput, match="there is no weights file"):
        weighted(chosen, 0)


@pytest.mark.parametrize("place", ["", "missing.pth", "/dev/zero", "a\0b"])
def test_places_that_hold_no_file(tmp_path: Path, place: str) -> None:
    with pytest.raises(BadInput):
        choose_file(SMALL, tmp_path / place)


def test_values_that_are_not_finite_are_refused(tmp_path: Path) -> None:
    state = network(SMALL).state_dict()
    state["classifier.bias"][3] = torch.nan
    chosen = choose_file(SMALL, saved(state, tmp_path / "diverged.pth"))
    with pytest.raises(BadInput, match=r"diverged.pth holds values that are not finite, in classifier.bias"):
        weighted(chosen, 0)


def test_tensors_that_are_no_weights_are_not_taken(tmp_path: Path) -> None:
    state = network(SMALL).state_dict()
    state["stem.conv.weight"] = state["stem.conv.weight"].to(torch.complex64)
    state["classifier.weight"] = state["classifier.weight"].to_sparse()
    path = tmp_path / "odd.pth"
    torch.save(state, path)
    report = weighted(choose_file(SMALL, path), 0).report
    assert report is not None
    assert {entry["name"]: entry["reason"] for entry in report["reinitialised"]} == {
        "stem.conv.weight": "kind", "classifier.weight": "kind",
    }
