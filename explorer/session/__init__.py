"""What is open, selected and running. QtCore and QUndoStack, no widgets, no torch."""
