import pytest

from domain.names import check_name


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Siti Aminah", []),
        ("SITI NUR’AINI", ["name_not_letters"]),
        ("Suparman", ["name_one_word"]),
        ("", ["name_one_word"]),
        ("M. Yusuf", ["name_not_letters", "name_abbreviated"]),
        ("Muhammad Y", ["name_abbreviated"]),
        ("Mhd Yusuf", ["name_abbreviated"]),
        ("Budi 2", ["name_not_letters", "name_abbreviated"]),
        ("Αθηνά Putri", ["name_not_letters", "name_abbreviated"]),
        ("José Ângelo", []),
        ("Panjang " + "a" * 53, ["name_too_long"]),
        ("Panjang " + "a" * 52, []),
    ],
)
def test_a_name_is_questioned_and_never_blocked(name: str, codes: list[str]) -> None:
    notices = check_name(name)

    assert [notice.code for notice in notices] == codes
    assert not any(notice.blocks for notice in notices)
