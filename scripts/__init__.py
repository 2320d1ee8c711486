"""Helpers that are run by hand or by make; no part of the program."""
