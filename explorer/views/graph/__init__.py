"""The block graph: boxes for stages, blocks and layers, arrows with shapes, skip edges in lanes."""

from explorer.views.graph.look import QUANTITIES, UNMEASURED, Legend
from explorer.views.graph.view import GraphView

__all__ = ["QUANTITIES", "UNMEASURED", "GraphView", "Legend"]
