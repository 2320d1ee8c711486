"""Sweeps: many variants of networks analysed, and measured, on one machine or several. Knows torch, no Qt."""
