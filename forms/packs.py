"""From the bytes of a pack file to a `Pack`, or to the list of everything that is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import msgspec
import rfc8785

from domain.numbering import NumberTemplate, NumberTemplateError
from domain.posts import Form as SignatureForm
from domain.posts import SignerRule
from domain.routes import InvalidRoute, Route, Step, StepAct
from forms.compiling import PackCompiler
from forms.errors import Fault, PackError
from forms.fields import lay_flat
from forms.ordering import recalculation_order
from forms.pack import Pack
from forms.schema import CodeList, PackFile, Person

MAX_PACK_BYTES: Final = 512_000
MAX_LIST_BYTES: Final = 512_000


def load_code_list(content: bytes) -> CodeList:
    """Read a code list.

    Raises:
        PackError: too large, not of the form of `CodeList`, or a code twice.
    """
    if len(content) > MAX_LIST_BYTES:
        raise PackError([Fault("daftar kode", f"lebih dari {MAX_LIST_BYTES} byte")])
    try:
        found = msgspec.json.decode(content, type=CodeList)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PackError([Fault("daftar kode", str(error))]) from error
    if len({choice.code for choice in found.choices}) != len(found.choices):
        raise PackError([Fault(found.id, "kode ada dua kali")])
    return found


def load_pack(content: bytes, code_lists: Mapping[str, CodeList]) -> Pack:
    """Read, check and compile a pack.

    Args:
        content: the pack file, JSON.
        code_lists: the code lists in force when the pack was made, by id.

    Raises:
        PackError: with every fault that was found.
    """
    file = _read(content)
    fields = lay_flat(file.questions)
    compiler = PackCompiler(file, {field.reference: field for field in fields}, code_lists)
    compiled = compiler.fields()
    documents = compiler.documents()
    letter_fields, letter_tables = compiler.letter_fields(), compiler.letter_tables()
    compiler.finish()
    applicant = compiled.get(file.applicant)
    if applicant is None or not isinstance(applicant.field.question, Person):
        raise PackError([Fault("applicant", "harus nama pertanyaan berjenis person")])
    pack = Pack(
        file=file,
        content_hash=_content_hash(content, compiler.used_lists),
        fields=compiled,
        order=recalculation_order(compiled),
        documents=documents,
        letter_fields=letter_fields,
        letter_tables=letter_tables,
    )
    _check_number(file)
    route_of(pack)
    return pack


def _check_number(file: PackFile) -> None:
    try:
        NumberTemplate(file.letter.number_format)
    except NumberTemplateError as error:
        raise PackError([Fault("letter.number_format", str(error))]) from error


def _read(content: bytes) -> PackFile:
    if len(content) > MAX_PACK_BYTES:
        raise PackError([Fault("paket", f"lebih dari {MAX_PACK_BYTES} byte")])
    try:
        file = msgspec.json.decode(content, type=PackFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PackError([Fault("paket", str(error))]) from error
    if file.valid_to is not None and file.valid_to < file.valid_from:
        raise PackError([Fault("valid_to", "lebih awal daripada valid_from")])
    return file


def _content_hash(content: bytes, lists: tuple[CodeList, ...]) -> str:
    """Over RFC 8785 bytes, so that spaces and the order of keys in a file mean nothing."""
    whole = {"pack": msgspec.json.decode(content), "lists": [msgspec.to_builtins(found) for found in lists]}
    return hashlib.sha256(rfc8785.dumps(whole)).hexdigest()


@lru_cache(maxsize=256)
def route_of(pack: Pack) -> Route:
    """The route in the terms of the domain; made once for each loaded pack.

    Raises:
        PackError: no request could walk it.
    """
    try:
        return Route(tuple(_step(pack, index) for index in range(len(pack.file.route))))
    except InvalidRoute as error:
        raise PackError([Fault("route", str(error))]) from error


def _step(pack: Pack, index: int) -> Step:
    step = pack.file.route[index]
    return Step(
        id=step.id,
        act=StepAct(step.act),
        place=step.place,
        label=step.label,
        posts=(step.post,) if step.post else (),
        seksi=step.seksi,
        signers=tuple(SignerRule(signer.posts, SignatureForm(signer.form)) for signer in step.signers),
        minutes=step.minutes,
    )
