"""Every refusal has its own sentence."""

from letters.errors import LettersError


def _all(kind: type[LettersError]) -> list[type[LettersError]]:
    return [kind, *(deeper for child in kind.__subclasses__() for deeper in _all(child))]


def test_every_refusal_says_what_happened_and_keeps_the_detail_for_the_log() -> None:
    kinds = _all(LettersError)
    sentences = {kind.sentence for kind in kinds}
    assert len(sentences) == len(kinds)
    for kind in kinds:
        error = kind("NIK 6402044107900000")
        assert str(error) == kind.sentence
        assert error.detail == "NIK 6402044107900000"
        assert len(kind.sentence) > 40
