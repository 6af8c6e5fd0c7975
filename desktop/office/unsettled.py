"""What the hub refused or holds back: both versions side by side, and one decision about each. Nothing is merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from desktop.errors import NotAllowed, NotFound
from desktop.heard import why
from desktop.office.changes import Changed
from desktop.office.desk import Desk
from desktop.office.differing import Difference, between
from desktop.office.opening import done_words
from desktop.office.recording import Known, Said, known, moment, record, said_on
from desktop.office.timekeeping import now_text
from desktop.phrases import noted, phrase
from desktop.store import access_log, blobs, drafts, remembering
from desktop.store import actions as log
from desktop.store.access_log import Read
from desktop.store.actions import Stored
from desktop.store.configuration import Configuration
from desktop.store.drafts import FormDraft
from desktop.store.projection import content_of, latest_answers
from domain.actions import ActionKind, Json
from domain.indonesian import date_short, local_time
from domain.reasons import is_dead
from domain.verdicts import Code
from sync.encoding import instant_text

_ANSWERS: Final = frozenset({ActionKind.SUBMIT, ActionKind.CORRECT})
_SIGNED: Final = frozenset({ActionKind.SIGN, ActionKind.ISSUE})
_FACTS: Final = frozenset({ActionKind.ADD_DOCUMENT, ActionKind.PRINTED, ActionKind.HAND_OVER})
_SERVED: Final = "already_submitted"


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One action without a good end.

    Attributes:
        parked: the hub has not decided; nothing can be done here.
        rows: `before` is what the hub has, `after` what this desk said.
        can_again: whether the same can be said once more on what stands now.
        can_edit: whether its answers can be opened as a draft.
        again_loses, drop_loses: what each choice costs, in words.
        code: the hub's word for why, which support asks for.
        dead: nobody at the hub has read it, or nobody here can read why it was refused.
    """

    action: str
    request: str
    kind: ActionKind
    title: str
    subject: str
    at: str
    sentence: str
    parked: bool
    rows: tuple[Difference, ...]
    can_again: bool
    can_edit: bool
    again_loses: str
    drop_loses: str
    dead: bool = False
    code: str = ""


def see_unsettled(desk: Desk) -> tuple[Unsettled, ...]:
    """Everything that the hub refused and nobody has decided about, then what it holds back."""
    with desk.database.reading() as connection:
        refused = [
            item for item in log.refused_own(connection) if not remembering.is_settled(connection, item.action.id)
        ]
        return tuple(_shown(desk, connection, item) for item in (*refused, *log.parked_own(connection)))


def _shown(desk: Desk, connection: Connection, item: Stored) -> Unsettled:
    """One that this desk cannot lay out beside the hub's version is shown with less, and hides no other."""
    try:
        return _unsettled(desk, connection, item)
    except NotFound:
        return _bare(item)


def _bare(item: Stored) -> Unsettled:
    """What is known without its request and its service."""
    return Unsettled(
        action=item.action.id,
        request=item.action.request or "",
        kind=item.action.kind,
        title=(item.action.pack or "").partition("@")[0],
        subject="",
        at=instant_text(item.action.at),
        sentence=why(item.reason),
        code=item.reason,
        parked=item.code is Code.PARKED,
        rows=(),
        can_again=False,
        can_edit=False,
        again_loses="",
        drop_loses=phrase(_DROP[item.action.kind in _ANSWERS]),
        dead=item.refused and is_dead(item.reason),
    )


def see_one(desk: Desk, action: str) -> Unsettled:
    """One of them; the look goes to the access log (UU PDP 27/2022 ps 31).

    Raises:
        NotFound: there is no such action, or it has ended well.
    """
    with desk.database.writing() as connection:
        found = _shown(desk, connection, stored_one(connection, action))
        at = now_text(desk, connection)
        access_log.note(connection, Read(at, desk.officer, "shown", found.request))
    return found


def stored_one(connection: Connection, action: str) -> Stored:
    """An own action that the hub refused or holds back.

    Raises:
        NotFound: there is none of that id.
    """
    item = log.by_id(connection, action)
    if item is None or not item.own or item.code in {None, Code.OK}:
        raise NotFound(
            "langkah_tidak_ada",
            phrase(
                "Tidak ada langkah {action} yang ditolak atau tertahan di komputer ini. Lihat 'desk parked list'.",
                action=action[:40],
            ),
        )
    return item


def _unsettled(desk: Desk, connection: Connection, item: Stored) -> Unsettled:
    found = known(connection, item.action.request or "")
    config, kind = desk.configuration(connection), item.action.kind
    rows = _answers(found, item) if kind in _ANSWERS else _decisions(desk, connection, found, item, config)
    dead = item.refused and is_dead(item.reason)
    hopeless = (item.code is Code.INVALID and not dead) or kind in _SIGNED or item.reason == _SERVED
    return Unsettled(
        action=item.action.id,
        request=found.request.id,
        kind=kind,
        title=found.pack.file.title,
        subject=_subject(found),
        at=instant_text(item.action.at),
        sentence=why(item.reason),
        code=item.reason,
        parked=item.code is Code.PARKED,
        rows=rows,
        can_again=item.refused and not hopeless,
        can_edit=item.refused and kind is ActionKind.SUBMIT and item.reason != _SERVED,
        again_loses=_again_loses(kind, rows),
        drop_loses=phrase(_DROP_DEAD if dead else _DROP[kind in _ANSWERS]),
        dead=dead,
    )


def _subject(found: Known) -> str:
    person = latest_answers(found.log).get(found.pack.file.applicant)
    return str(person.get("nama") or "") if isinstance(person, dict) else ""


_DROP_DEAD: Final = noted("Langkah ini tidak dikirim lagi. Isinya tetap ada di jejak komputer ini.")
_DROP: Final[Mapping[bool, str]] = {
    True: noted(
        "Isian dan lampiran versi Anda tidak dikirim lagi. Versi hub yang berlaku; versi Anda tetap ada di jejak."
    ),
    False: noted("Keputusan Anda tidak dikirim lagi. Keadaan di hub yang berlaku; keputusan Anda tetap ada di jejak."),
}


def _again_loses(kind: ActionKind, rows: tuple[Difference, ...]) -> str:
    if kind is ActionKind.SUBMIT:
        return phrase("Dikirim sebagai permohonan baru dengan nomor baru. Tidak ada yang hilang di hub.")
    if kind is ActionKind.CORRECT:
        count = sum(bool(row.before) for row in rows)
        return phrase(
            "{count} isian di hub diganti dengan isian Anda. Isian lama tetap ada di jejak permohonan.", count=count
        )
    return phrase("Keputusan Anda dicatat sesudah yang ada di hub. Keputusan petugas lain tetap ada di jejak.")


def _answers(found: Known, item: Stored) -> tuple[Difference, ...]:
    mine = (content_of(item) or {}).get("answers")
    theirs = latest_answers([each for each in found.log if each.rev is not None])
    rows = between(found.pack, theirs, mine if isinstance(mine, dict) else {})
    labels = {each.document.kind: each.document.label for each in found.pack.documents}
    papers = [
        Difference(phrase("Lampiran"), "", labels.get(blob.document, blob.document)) for blob in item.action.blobs
    ]
    return (*rows, *papers)


def _decisions(
    desk: Desk, connection: Connection, found: Known, item: Stored, config: Configuration
) -> tuple[Difference, ...]:
    theirs = next((each for each in reversed(found.log) if each.rev is not None), None)
    offset = desk.office(connection).utc_offset
    labels = {step.id: step.label for step in found.request.route.steps}
    mine, other = _told(item, config, labels, offset), _told(theirs, config, labels, offset)
    other[phrase("Langkah")] = found.request.at.label if theirs else ""
    return tuple(Difference(label, other[label], mine[label]) for label in mine if mine[label] or other[label])


def _told(item: Stored | None, config: Configuration, labels: Mapping[str, str], offset: int) -> dict[str, str]:
    """One action in the rows of the comparison."""
    if item is None:
        return dict.fromkeys(
            (phrase("Keputusan"), phrase("Waktu"), phrase("Langkah"), phrase("Dikembalikan ke"), phrase("Catatan")), ""
        )
    action, note = item.action, (content_of(item) or {}).get("note")
    at, to = local_time(action.at, offset), action.body.get("to")
    return {
        phrase("Keputusan"): done_words(action, config),
        phrase("Waktu"): f"{date_short(at.date())} {at:%H.%M}",
        phrase("Langkah"): labels.get(action.step or "", ""),
        phrase("Dikembalikan ke"): labels.get(to, to) if isinstance(to, str) else "",
        phrase("Catatan"): note if isinstance(note, str) else "",
    }


def apply_again(desk: Desk, action: str) -> Changed:
    """Say the same once more, as a new action on what stands now. The refused one stays in the trail.

    Raises:
        NotFound: there is no such refusal.
        NotAllowed: it is not open any more, or saying it again could not succeed; nothing was made.
    """
    with desk.database.writing() as connection:
        item, told = stored_one(connection, action), _unsettled(desk, connection, stored_one(connection, action))
        if not told.can_again or remembering.is_settled(connection, action):
            raise NotAllowed(
                "tidak_dapat_diulang",
                phrase("Langkah ini tidak dapat diterapkan lagi. {sentence}", sentence=told.sentence),
            )
        found = known(connection, told.request)
        request = _submit_again(desk, connection, item) if item.action.kind is ActionKind.SUBMIT else told.request
        if item.action.kind is not ActionKind.SUBMIT:
            record(desk, connection, _said_again(desk, found, item), found.request)
        remembering.settle(connection, action, "again", now_text(desk, connection))
    said = phrase("Versi Anda diterapkan lagi dan siap dikirim.")
    return Changed(requests=(told.request, request), told={"action": action, "request": request}, sentence=said)


def _said_again(desk: Desk, found: Known, item: Stored) -> Said:
    old, standing = item.action, found.request
    if old.kind not in _FACTS and old.step != standing.at.id:
        raise NotAllowed(
            "langkah_berpindah",
            phrase(
                "Permohonan sudah di langkah lain ({label}), jadi keputusan Anda tidak dapat diterapkan lagi. "
                "Lihat jejaknya, lalu lepaskan versi Anda.",
                label=standing.at.label,
            ),
        )
    body: dict[str, Json] = dict(old.body)
    if old.kind is ActionKind.PRINTED:
        body["copy"] = standing.copies + 1
    return said_on(
        standing,
        old.kind,
        step=old.step,
        pack=old.pack,
        blobs=old.blobs,
        body=body,
        content=content_of(item),
        at=moment(desk),
    )


def _submit_again(desk: Desk, connection: Connection, item: Stored) -> str:
    """A new request with the same answers and documents; gives its id."""
    old = item.action
    request = desk.outside.new_id()
    for row in blobs.of_request(connection, old.request or ""):
        if row.kept is not None:
            blobs.add_own(connection, (row.shard, request), row.blob, row.name, row.kept)
    said = Said(
        kind=old.kind,
        request=request,
        shard=old.shard,
        base=None,
        step=old.step,
        pack=old.pack,
        blobs=old.blobs,
        body=dict(old.body),
        content=content_of(item),
        at=moment(desk),
    )
    record(desk, connection, said, None)
    return request


def let_go(desk: Desk, action: str) -> Changed:
    """Leave it at what the hub has. The refused action stays in the trail.

    Raises:
        NotFound: there is no such refusal.
        NotAllowed: the hub has not decided about it yet.
    """
    with desk.database.writing() as connection:
        item = stored_one(connection, action)
        if not item.refused:
            raise NotAllowed(
                "masih_tertahan",
                phrase(
                    "Hub belum memutuskan langkah ini, jadi belum dapat dilepas. {sentence}",
                    sentence=why(item.reason),
                    code=item.reason,
                ),
            )
        remembering.settle(connection, action, "drop", now_text(desk, connection))
    request = item.action.request or ""
    return Changed(
        requests=(request,),
        told={"action": action, "request": request},
        sentence=phrase("Versi Anda dilepas. Versi hub berlaku."),
    )


def open_as_draft(desk: Desk, action: str) -> Changed:
    """The answers of a refused submission as a draft, to be mended and sent anew; documents are chosen again.

    Raises:
        NotFound: there is no such refusal.
        NotAllowed: it was no submission.
    """
    with desk.database.writing() as connection:
        item, now = stored_one(connection, action), now_text(desk, connection)
        answers = (content_of(item) or {}).get("answers")
        if item.action.kind is not ActionKind.SUBMIT or not isinstance(answers, dict):
            raise NotAllowed("bukan_pengajuan", phrase("Hanya pengajuan yang ditolak dapat dibuka sebagai draf."))
        draft = desk.outside.new_id()
        service = (item.action.pack or "").partition("@")[0]
        drafts.keep_draft(connection, FormDraft(draft, service, desk.officer, answers, now))
        remembering.settle(connection, action, "draft", now)
    return Changed(
        requests=(item.action.request or "",),
        told={"draft": draft},
        sentence=phrase("Isian dibuka sebagai draf. Perbaiki, pilih lagi lampirannya, lalu kirim."),
    )
