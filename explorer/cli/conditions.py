"""How a latency is measured, as options of ``measure``, ``sweep`` and ``compare``. Standard library only."""

from __future__ import annotations

import argparse
from typing import Any

from explorer.core.errors import BadInput
from explorer.core.runtimes import EAGER, TITLES

NAMES = (
    "device", "threads", "batch", "dtype", "warmup_s", "min_runs", "min_s", "max_s", "channels_last", "fold", "tf32",
    "cuda_graph", "until",
)


def add_conditions(parser: argparse._ActionsContainer) -> None:
    """The options."""
    parser.add_argument("--device", default="cpu", help="cpu, cuda:0, mps:0, xpu:0 (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="processors used (default: %(default)s)")
    parser.add_argument("--batch", type=int, default=1, metavar="N", help="images in a run (default: %(default)s)")
    parser.add_argument("--dtype", default="float32", help="float32, bfloat16, float16 (default: %(default)s)")
    parser.add_argument("--warmup-s", type=float, default=0.5, metavar="S", help="at least (default: %(default)s)")
    parser.add_argument("--min-runs", type=int, default=50, metavar="N", help="at least (default: %(default)s)")
    parser.add_argument("--min-s", type=float, default=1.0, metavar="S", help="at least (default: %(default)s)")
    parser.add_argument("--max-s", type=float, default=20.0, metavar="S", help="at most (default: %(default)s)")
    parser.add_argument(
        "--runtime", action="append", default=[], metavar="NAME",
        help=f"{', '.join(TITLES)} (default: {EAGER}); measure takes several, for a table side by side",
    )
    parser.add_argument("--channels-last", action="store_true", help="tensors laid out N×H×W×C in PyTorch")
    parser.add_argument("--fold", action="store_true", help="BatchNorm folded into the convolutions before it, in PyTorch")
    parser.add_argument(
        "--until", type=float, default=0.0, metavar="PERCENT",
        help="go on until the 95 %% interval of the median is so narrow, or --max-s have passed",
    )
    parser.add_argument("--tf32", action="store_true", help="allow TF32 on CUDA devices")
    parser.add_argument("--cuda-graph", action="store_true", help="one launch a run, on CUDA devices")


def settings_of(arguments: argparse.Namespace) -> dict[str, Any]:
    """The measurement settings that the options ask for, unchecked; BadInput for more than one runtime."""
    if len(set(arguments.runtime)) > 1:
        raise BadInput("--runtime may be given once here; measure takes several")
    return {name: getattr(arguments, name) for name in NAMES} | {"runtime": (*arguments.runtime, EAGER)[0]}
