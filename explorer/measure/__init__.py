"""Latency of a recipe on a device. Knows torch, no Qt."""
