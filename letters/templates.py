"""A letter's template as its sources: known by one SHA-256, shipped by us or brought by a pack of others."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from domain.letters import TemplateRef
from resources import letters as shipped


@dataclass(frozen=True)
class TemplateSource:
    """The name and the files of a template, its own as ``main.typ``; what it imports lies beside it in ``files``."""

    id: str
    files: Mapping[str, bytes]

    @property
    def sha256(self) -> str:
        """One digest over the names, lengths and bytes of all files, sorted by name."""
        whole = hashlib.sha256()
        for name, source in sorted(self.files.items()):
            whole.update(f"{len(name.encode())}:{name}:{len(source)}:".encode() + source)
        return whole.hexdigest()

    @property
    def ref(self) -> TemplateRef:
        """What a frozen letter keeps of it."""
        return TemplateRef(self.id, self.sha256)

    @property
    def is_ours(self) -> bool:
        """Whether these very bytes ship with this program: such a template needs no corner of its own."""
        return self.sha256 in _digests_of_ours()


@cache
def load_template(template_id: str) -> TemplateSource:
    """A template that ships with this program. Raises KeyError for any other name."""
    return TemplateSource(template_id, MappingProxyType(dict(shipped.template_files(template_id))))


@cache
def _digests_of_ours() -> frozenset[str]:
    names = (*shipped.letter_template_ids(), *shipped.other_template_ids())
    return frozenset(load_template(name).sha256 for name in names)
