from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.jsonshape import ShapeError
from domain.posts import (
    Assignment,
    Authority,
    Cover,
    Form,
    Held,
    Interval,
    Missing,
    Officer,
    Requirement,
    SignerRule,
    Status,
    Unclear,
    authority,
    days,
)
from tests.domain.strategies import instants

OFFICE = "64.02.08"
CAMAT_SIGNS = Requirement(
    signers=(SignerRule(("camat",)), SignerRule(("sekcam",), Form.AN), SignerRule(("kasi",), Form.UB)), seksi="kesra"
)


def at(day: int, hour: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def held(
    officer: str,
    post: str,
    first: int = 1,
    last: int | None = None,
    *,
    seksi: str | None = None,
    status: str = "definitif",
) -> Assignment:
    return Assignment(
        id=f"{officer}-{post}-{status}",
        officer=officer,
        office=OFFICE,
        post=post,
        start=at(first),
        end=None if last is None else at(last),
        seksi=seksi,
        status=Status(status),
    )


CAMAT = held("ana", "camat")
SEKCAM = held("budi", "sekcam")
KESRA = held("citra", "kasi", seksi="kesra")
KESOS = held("dedi", "kasi", seksi="kesos")
PLH = held("budi", "camat", 10, 15, status="plh")
ALL = (CAMAT, SEKCAM, KESRA, KESOS, PLH)


def judged(officer: str, start: datetime, end: datetime, requirement: Requirement = CAMAT_SIGNS) -> Authority:
    return authority(ALL, officer, OFFICE, requirement, Interval(start, end))


def test_a_holder_signs_in_the_form_of_the_first_rule_that_fits() -> None:
    assert judged("ana", at(2), at(3)) == Held(CAMAT, Form.OWN)
    assert judged("budi", at(2), at(3)) == Held(SEKCAM, Form.AN)
    assert judged("citra", at(2), at(3)) == Held(KESRA, Form.UB)


def test_a_plh_signs_as_the_camat_and_the_camat_does_not() -> None:
    assert judged("budi", at(11), at(12)) == Held(PLH, Form.OWN)
    assert judged("ana", at(11), at(12)) == Missing("substituted")


def test_an_interval_over_the_edge_of_a_plh_period_is_unclear_for_the_holder() -> None:
    assert judged("ana", at(9), at(11)) == Unclear("substituted_partly")
    assert judged("ana", at(14), at(16)) == Unclear("substituted_partly")
    assert judged("ana", at(9), at(16)) == Unclear("substituted_partly")
    assert judged("ana", at(15), at(16)) == Held(CAMAT, Form.OWN)


def test_an_interval_over_the_edge_of_an_assignment_is_unclear() -> None:
    only = (PLH,)

    assert authority(only, "budi", OFFICE, CAMAT_SIGNS, Interval(at(9), at(11))) == Unclear("assignment_partly")
    assert authority(only, "budi", OFFICE, CAMAT_SIGNS, Interval(at(14), at(15))) == Unclear("assignment_partly")
    assert authority(only, "budi", OFFICE, CAMAT_SIGNS, Interval(at(9), at(9, 23))) == Missing("not_assigned")
    assert authority(only, "budi", OFFICE, CAMAT_SIGNS, Interval(at(15), at(16))) == Missing("not_assigned")


def test_another_right_that_holds_is_better_than_an_unclear_one() -> None:
    assert judged("budi", at(9), at(11)) == Held(SEKCAM, Form.AN)


def test_a_kasi_of_another_seksi_has_no_part_in_it() -> None:
    assert judged("dedi", at(2), at(3)) == Missing("not_assigned")
    paraf = Requirement(posts=("kasi",), seksi="kesos")
    assert judged("dedi", at(2), at(3), paraf) == Held(KESOS, Form.OWN)
    assert judged("citra", at(2), at(3), paraf) == Missing("not_assigned")
    assert judged("ana", at(2), at(3), paraf) == Missing("not_assigned")


def test_a_post_in_another_office_gives_no_right_here() -> None:
    assert authority(ALL, "ana", "64.02.09", CAMAT_SIGNS, Interval(at(2), at(3))) == Missing("not_assigned")
    assert judged("eko", at(2), at(3)) == Missing("not_assigned")


def test_a_step_without_posts_is_open_to_everybody_in_office() -> None:
    anybody = Requirement()

    assert judged("dedi", at(2), at(3), anybody) == Held(KESOS, Form.OWN)
    assert judged("eko", at(2), at(3), anybody) == Missing("not_assigned")


@pytest.mark.parametrize("status", ["plt", "pj", "plh"])
def test_an_acting_holder_is_not_substituted_by_a_plh(status: str) -> None:
    acting = held("eko", "camat", status=status)
    found = authority((acting, PLH), "eko", OFFICE, CAMAT_SIGNS, Interval(at(11), at(12)))

    assert found == Held(acting, Form.OWN)


def test_a_plh_of_another_post_or_of_oneself_substitutes_nobody() -> None:
    own_plh = held("ana", "camat", 10, 15, status="plh")
    of_kesos = held("eko", "kasi", 10, 15, seksi="kesos", status="plh")
    period = Interval(at(11), at(12))

    assert authority((CAMAT, own_plh), "ana", OFFICE, CAMAT_SIGNS, period) == Held(CAMAT, Form.OWN)
    assert authority((KESRA, of_kesos), "citra", OFFICE, CAMAT_SIGNS, period) == Held(KESRA, Form.UB)


def test_refusals_prefer_the_one_that_explains_most() -> None:
    former = held("ana", "sekcam", 1, 2)

    assert authority((former, CAMAT, PLH), "ana", OFFICE, CAMAT_SIGNS, Interval(at(11), at(12))) == Missing(
        "substituted"
    )


def test_a_decree_s_days_are_worked_on_the_office_s_clock() -> None:
    start, end = days(date(2026, 11, 10), date(2026, 11, 14), 480)

    assert (start, end) == (at(9, 16), at(14, 16))
    assert days(date(2026, 11, 10), None, 480) == (at(9, 16), None)


def test_an_assignment_that_cannot_be_is_refused() -> None:
    with pytest.raises(ShapeError, match="seksi"):
        held("eko", "kasi")
    with pytest.raises(ShapeError, match="after the start"):
        held("eko", "camat", 3, 3)
    with pytest.raises(ValueError, match="before it starts"):
        Interval(at(3), at(2))


@pytest.mark.parametrize("nip", ["", "19700101199003100", "19700101199003100x", "١٩٧٠٠١٠١١٩٩٠٠٣١٠٠١"])
def test_a_nip_has_eighteen_digits(nip: str) -> None:
    with pytest.raises(ShapeError, match="18 digits"):
        Officer("o1", "Ana", nip)


@pytest.mark.parametrize(("officer", "name"), [("", "Ana"), ("o1", "")])
def test_an_officer_has_an_id_and_a_name(officer: str, name: str) -> None:
    with pytest.raises(ShapeError, match="not empty"):
        Officer(officer, name)


def test_a_nip_is_printed_in_its_groups() -> None:
    assert Officer("o1", "Ana", "197001011990031001").nip_printed == "19700101 199003 1 001"
    assert Officer("o1", "Ana").nip_printed == ""


def test_values_come_back_from_json_as_they_went() -> None:
    for officer in (Officer("o1", "Ana, S.Sos.", "197001011990031001"), Officer("o2", "Budi")):
        assert Officer.from_json(officer.to_json()) == officer
    for assignment in ALL:
        assert Assignment.from_json(assignment.to_json()) == assignment
    for rule in CAMAT_SIGNS.signers:
        assert SignerRule.from_json(rule.to_json()) == rule


assignments = st.builds(
    held,
    st.sampled_from(["ana", "budi"]),
    st.sampled_from(["camat", "sekcam"]),
    st.integers(1, 10),
    st.one_of(st.none(), st.integers(11, 28)),
    status=st.sampled_from(["definitif", "plt", "plh", "pj"]),
)
moments = st.builds(at, st.integers(1, 30), st.integers(0, 23))


@given(st.lists(assignments, max_size=5), st.tuples(moments, moments, moments))
def test_a_right_over_an_interval_holds_at_every_moment_of_it(
    known: list[Assignment], times: tuple[datetime, datetime, datetime]
) -> None:
    start, between, end = sorted(times)
    found = authority(known, "ana", OFFICE, CAMAT_SIGNS, Interval(start, end))
    inside = authority(known, "ana", OFFICE, CAMAT_SIGNS, Interval(between, between))

    if isinstance(found, Held):
        assert isinstance(inside, Held)
    if isinstance(found, Missing):
        assert isinstance(inside, Missing)
    assert not isinstance(inside, Unclear)


@given(instants, st.integers(1, 400), instants, st.integers(0, 400))
def test_cover_agrees_with_its_moments(start: datetime, length: int, first: datetime, spread: int) -> None:
    assignment = Assignment(
        id="a", officer="o", office=OFFICE, post="camat", start=start, end=start + timedelta(hours=length)
    )
    interval = Interval(first, first + timedelta(hours=spread))
    ends = {assignment.cover(Interval(moment, moment)) for moment in (interval.start, interval.end)}

    if assignment.cover(interval) is Cover.WHOLE:
        assert ends == {Cover.WHOLE}
    if assignment.cover(interval) is Cover.NONE:
        assert ends == {Cover.NONE}
