"""Recipe → one standalone Python file that defines the same network on torch alone, checked before it gets its name."""

from __future__ import annotations

from explorer.export.python.deliver import export_python, is_python, write_source

__all__ = ["export_python", "is_python", "write_source"]
