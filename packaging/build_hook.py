"""Compiles the catalogues before a wheel or an sdist is built, so that it carries every language.

Hatchling calls it (pyproject.toml), however the package is built: from a checkout, from an archive
of the sources, or from an sdist.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent


class Catalogues(BuildHookInterface[Any]):
    """Makes the .mo file beside each .po."""

    PLUGIN_NAME = "custom"

    # typing_extensions is not there where a package is built.
    def initialize(  # type: ignore[explicit-override]
        self, _version: str, _build_data: dict[str, Any], /
    ) -> None:
        """Compile what is not compiled, or older than its .po."""
        sys.path.insert(0, str(HERE))
        from translations import compile_all

        compile_all()
