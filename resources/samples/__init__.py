"""Sample regencies in the form that ``ketinting hub apply`` takes: real codes, invented people, all marked *contoh*."""

from pathlib import Path

_FOLDER = Path(__file__).parent
SAMPLES = ("bontang", "kediri", "kutai-kartanegara")


def sample_path(name: str) -> Path:
    """The file of one of `SAMPLES`. Raises KeyError for another name."""
    if name not in SAMPLES:
        raise KeyError(name)
    return _FOLDER / f"{name}.json"
