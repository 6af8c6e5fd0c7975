"""Every story of ``features/``, played with real processes."""

from pathlib import Path

from pytest_bdd import scenarios

scenarios(str(Path(__file__).parent / "features"))
