"""Who works at this office: officers with their posts, the keys they decide with, and when they were last seen at work.

"Last seen" is the newest step of an officer that this desk knows of; a hub does not watch people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from desktop.office.colleagues import short_id
from desktop.office.desk import Desk
from desktop.office.timekeeping import effective_now
from desktop.store import actions as log
from desktop.store.configuration import Configuration, KeyEntry
from domain.posts import HEAD_POSTS, Cover, Interval

NEW = "certified"
"""The state of a key that the head has not confirmed yet."""


@dataclass(frozen=True, slots=True)
class OfficerKey:
    """A key on a computer. `since` is an ISO instant, empty where the hub has not told."""

    id: str
    officer: str
    device: str
    state: str
    since: str
    this_desk: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """An officer of this office. `last_at` is an ISO instant, empty for never; `here` for a slot on this computer."""

    id: str
    name: str
    posts: tuple[str, ...]
    keys: tuple[OfficerKey, ...]
    last_at: str
    here: bool


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody, those with a new key first. `leads`: the acting officer is the head and may confirm and revoke."""

    colleagues: tuple[Colleague, ...]
    leads: bool
    head: str


def see_team(desk: Desk) -> Team:
    """The officers of this office, and former ones who still have a key."""
    with desk.database.reading() as connection:
        office, config = desk.enrolled(connection).office, desk.configuration(connection)
        mine = desk.enrolled(connection).device_id
        last = log.last_by_author(connection)
        posts = _posts(config, office, effective_now(desk, connection))
    keys: dict[str, list[OfficerKey]] = {}
    for key in config.keys:
        if key.office == office:
            keys.setdefault(key.officer, []).append(_key(key, mine))
    everybody = dict.fromkeys((*posts, *keys))
    here = set(desk.vault.officers())
    colleagues = tuple(
        Colleague(
            each,
            config.name_of(each),
            tuple(title for _post, title in posts.get(each, ())),
            tuple(keys.get(each, ())),
            last.get(each, ""),
            each in here,
        )
        for each in everybody
    )
    ordered = sorted(colleagues, key=lambda each: (not _is_new(each), not each.posts, each.name))
    heads = [each for each, held in posts.items() if any(post in HEAD_POSTS for post, _ in held)]
    return Team(tuple(ordered), desk.officer in heads, config.name_of(heads[0]) if heads else "")


def keys_to_confirm(desk: Desk) -> int:
    """How many new keys wait for the acting officer's word; none for whoever does not lead the office."""
    with desk.database.reading() as connection:
        return waiting_for_head(desk, connection)


def waiting_for_head(desk: Desk, connection: Connection) -> int:
    """The same inside a look that reads more; a head gives the word on the own new key too."""
    office, config = desk.enrolled(connection).office, desk.configuration(connection)
    posts = _posts(config, office, effective_now(desk, connection))
    if not any(post in HEAD_POSTS for post, _ in posts.get(desk.officer, ())):
        return 0
    return sum(key.office == office and key.state == NEW for key in config.keys)


def _posts(config: Configuration, office: str, now: datetime) -> Mapping[str, list[tuple[str, str]]]:
    """Officer to (post, title), for posts that are held now."""
    found: dict[str, list[tuple[str, str]]] = {}
    for each in config.all_assignments:
        if each.office == office and each.cover(Interval(now, now)) is Cover.WHOLE:
            found.setdefault(each.officer, []).append((each.post, each.post_title))
    return found


def _key(key: KeyEntry, device: str) -> OfficerKey:
    return OfficerKey(short_id(key), key.officer, key.device, key.state, key.since, key.device == device)


def _is_new(colleague: Colleague) -> bool:
    return any(key.state == NEW for key in colleague.keys)
