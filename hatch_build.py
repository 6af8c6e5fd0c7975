"""Tells the wheel what it needs, read from the dependency groups of pyproject.toml: one list, written once."""

import tomllib
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class GroupsAsDependencies(MetadataHookInterface):
    """A plain install is a desk (core and desktop); the extra ``hub`` adds the server's packages."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill the two dynamic fields of the project table."""
        groups = tomllib.loads(Path(self.root, "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
        metadata["dependencies"] = [*groups["core"], *groups["desktop"]]
        metadata["optional-dependencies"] = {"hub": groups["hub"]}
