"""The block graph as a picture for paper and slides: SVG, PDF, PNG, clipboard. The one room that knows these formats."""

from explorer.views.graph.export.caption import Caption, caption
from explorer.views.graph.export.formats import FORMATS, LEAST_DPI, MOST_DPI, format_of, mime_data, pixels, png, rendered
from explorer.views.graph.export.sheet import Options, Sheet, Subject, captured, opened_at

__all__ = [
    "FORMATS", "LEAST_DPI", "MOST_DPI", "Caption", "Options", "Sheet", "Subject", "caption", "captured", "format_of", "mime_data",
    "opened_at", "pixels", "png", "rendered",
]
