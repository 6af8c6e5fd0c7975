"""Templates as sources with one digest, and the footers as data."""

from datetime import date

import pytest

from letters.footers import footer_for
from letters.templates import TemplateSource, load_template
from resources.letters import letter_template_ids, template_files


def test_three_letters_ship_with_the_program() -> None:
    assert letter_template_ids() == ("dispensasi-nikah", "sktm", "surat-keterangan-usaha")


@pytest.mark.parametrize("name", ["surat", "rahasia", "../surat", ""])
def test_a_name_that_is_no_template_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        template_files(name)


def test_the_digest_covers_names_and_bytes_of_every_file() -> None:
    one = TemplateSource("a", {"main.typ": b"x", "b.typ": b"y"})
    assert one.sha256 == TemplateSource("a", {"b.typ": b"y", "main.typ": b"x"}).sha256
    others = [{"main.typ": b"x", "b.typ": b"z"}, {"main.typ": b"x", "c.typ": b"y"}, {"main.typ": b"xb.typ", "": b"y"}]
    assert one.sha256 not in {TemplateSource("a", files).sha256 for files in others}


def test_a_changed_template_is_not_ours_any_more() -> None:
    ours = load_template("sktm")
    assert ours.is_ours
    assert not TemplateSource("sktm", {**ours.files, "main.typ": ours.files["main.typ"] + b" "}).is_ours


def test_the_footer_belongs_to_a_provider_and_counts_from_a_date() -> None:
    footer = footer_for("own-ca", date(2026, 11, 21))
    assert footer.provider == "own-ca"
    assert "BSrE" not in footer.text
    for provider, on in (("bsre", date(2026, 1, 1)), ("own-ca", date(2001, 1, 1))):
        with pytest.raises(KeyError):
            footer_for(provider, on)
