"""Architecture Explorer: the program around the model library. See docs/architecture.md for the rooms and who may import whom."""
