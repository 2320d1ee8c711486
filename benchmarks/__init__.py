"""Scripts that take the figures of docs/benchmarks.md; each prints a table and, with --json, what it measured."""
