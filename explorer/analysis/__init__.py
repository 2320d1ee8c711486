"""A recipe's graph and costs as pure functions. Knows torch and the models, no Qt."""
