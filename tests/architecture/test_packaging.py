"""The groups of dependencies, their locks, and the wheel's own words agree."""

import re
import tomllib
from pathlib import Path

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tooling.environment import ROOT
from tooling.lock import LOCKED_GROUPS

GROUPS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)


def _locked(name: str) -> dict[str, str]:
    text = Path(ROOT, "requirements", f"{name}.txt").read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in PINNED.findall(text)}


@pytest.mark.parametrize("lock", LOCKED_GROUPS)
def test_a_lock_holds_every_package_of_its_groups_in_a_wanted_version(lock: str) -> None:
    locked = _locked(lock)
    for line in (line for group in LOCKED_GROUPS[lock] for line in GROUPS[group]):
        wanted = Requirement(line)
        assert wanted.specifier.contains(locked[canonicalize_name(wanted.name)]), line


@pytest.mark.parametrize("lock", LOCKED_GROUPS)
def test_a_package_has_the_same_version_in_every_lock(lock: str) -> None:
    everywhere = _locked("dev")
    assert {name: version for name, version in _locked(lock).items() if everywhere.get(name, version) != version} == {}


@pytest.mark.parametrize("lock", [name for name in LOCKED_GROUPS if name != "build"])
def test_what_is_installed_somewhere_is_tested(lock: str) -> None:
    assert _locked(lock).keys() <= _locked("dev").keys()


def test_a_server_never_installs_qt() -> None:
    assert not [name for name in _locked("hub") if name.startswith(("pyside", "shiboken"))]


def test_a_plain_install_is_a_desk_and_the_extra_hub_adds_the_server() -> None:
    core = ProjectMetadata(str(ROOT), PluginManager()).core
    assert len(core.dependencies) == len(GROUPS["core"]) + len(GROUPS["desktop"])
    assert any(line.startswith("pyside6-essentials==") for line in core.dependencies)
    assert len(core.optional_dependencies["hub"]) == len(GROUPS["hub"])
