"""Every test of the look can dress the application."""

from tests.ui.dressing import dress

__all__ = ["dress"]
