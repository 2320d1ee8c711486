"""A recipe's graph and costs as pure functions. Knows torch and the models, no Qt."""

from explorer.analysis.answer import analyse, build, catalogue, input_shape, instantiate, settings_of, source_of

__all__ = ["analyse", "build", "catalogue", "input_shape", "instantiate", "settings_of", "source_of"]
