"""Small packs and fixed circumstances, made in one line each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from domain.workdays import WorkCalendar
from forms.evaluation import Form, evaluate
from forms.pack import Pack
from forms.packs import load_code_list, load_pack
from forms.schema import CodeList
from forms.settled import Circumstances
from resources.codes import open_code_lists

OFFICE_HOURS = ((480, 960),)
CALENDAR = WorkCalendar(
    week=(OFFICE_HOURS,) * 5 + ((), ()), utc_offset=480, holidays=frozenset({date(2026, 12, 25), date(2026, 11, 18)})
)
NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
"""Monday 16 November 2026, 09.30 WITA."""

ISSUE = {
    "id": "kades",
    "act": "issue",
    "place": "filing",
    "label": "Kades",
    "signers": [{"posts": ["kades"], "form": "own"}],
}
SPBE = ("proses_bisnis", "data_informasi", "layanan", "aplikasi", "infrastruktur", "keamanan")
PEMOHON = {"type": "person", "name": "pemohon", "label": "Pemohon", "fields": ["nama"]}


def circumstances(at: datetime = NOW, calendar: WorkCalendar = CALENDAR) -> Circumstances:
    return Circumstances(at, calendar, lambda code: code.text.startswith("64.02."))


def code_lists() -> dict[str, CodeList]:
    return {name: load_code_list(content) for name, content in open_code_lists().items()}


def pack_file(*questions: Mapping[str, Any], **other: Any) -> dict[str, Any]:
    """A whole pack file with these questions; the applicant is added when there is none."""
    asked = [*questions] if any(each["name"] == "pemohon" for each in questions) else [PEMOHON, *questions]
    known: dict[str, Any] = {
        "format": "ketinting-pack-1",
        "id": "uji",
        "version": 1,
        "title": "Uji",
        "summary": "Paket untuk uji.",
        "owner": "Kantor Contoh",
        "valid_from": "2025-01-01",
        "legal_basis": [{"rule": "Contoh", "about": "Contoh."}],
        "offices": ["desa"],
        "applicant": "pemohon",
        "questions": asked,
        "route": [
            {"id": "pengajuan", "act": "fill", "place": "filing", "label": "Pengajuan"},
            {
                "id": "kades",
                "act": "issue",
                "place": "filing",
                "label": "Kades",
                "signers": [{"posts": ["kades"], "form": "own"}],
            },
        ],
        "sla_minutes": 30,
        "letter": {
            "template": "uji",
            "book": "uji",
            "classification": "500.2",
            "title": "Uji",
            "number_format": "{kode}/{nomor:03}/{tahun}",
            "fields": {},
        },
        "retention": {"active_years": 1, "inactive_years": 1, "then": "musnah", "basis": "Contoh"},
        "privacy": {"basis": "Contoh", "purpose": "Contoh."},
        "spbe": dict.fromkeys(SPBE, "contoh"),
    }
    return known | other


def load(file: Mapping[str, Any]) -> Pack:
    return load_pack(json.dumps(file).encode(), code_lists())


def pack(*questions: Mapping[str, Any], **other: Any) -> Pack:
    return load(pack_file(*questions, **other))


def form(of: Pack, answers: Mapping[str, Any], at: datetime = NOW) -> Form:
    return evaluate(of, answers, circumstances(at))


def codes(judged: Form) -> set[tuple[str, str]]:
    """Where and what: all problems but those of the applicant's name, which most tests leave out."""
    return {(problem.path, str(problem.code)) for problem in judged.problems if not problem.path.startswith("pemohon")}
