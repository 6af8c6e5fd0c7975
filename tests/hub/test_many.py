"""Many rows with one statement: what every table's statement must keep, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from hub.store import many, rows
from hub.store.growing import payloads, requests, scopes
from hub.store.opening import Store

SHARD = "64.02.04"
ODD = 'tanda " kutip, \\x00ff, koma, {kurung}, é 漢'


def test_rows_come_back_as_they_were_written_odd_texts_and_bytes_too(store: Store) -> None:
    anchors = {ODD: bytes(range(32)), "biasa": b"", "\\x": b"\\x"}
    with store.writing() as connection:
        many.add_many(connection, scopes, [])
        made = [{"shard": SHARD, "scope": scope, "seq": 2**53, "anchor": anchor} for scope, anchor in anchors.items()]
        many.add_many(connection, scopes, made)
    with store.reading() as connection:
        found = connection.execute(select(scopes)).all()
    assert {row.scope: (row.seq, bytes(row.anchor)) for row in found} == {
        scope: (2**53, anchor) for scope, anchor in anchors.items()
    }


def _request(request: str) -> dict[str, object]:
    return {"shard": SHARD, "request": request, "rev": 0, "arrivals": 0}


def test_only_what_was_absent_is_added_and_named(store: Store) -> None:
    with store.writing() as connection:
        assert many.add_absent(connection, requests, []) == frozenset()
        assert many.add_absent(connection, requests, [_request("b")]) == {(SHARD, "b")}
        assert many.add_absent(connection, requests, [_request("a"), _request("b"), _request("c")]) == {
            (SHARD, "a"),
            (SHARD, "c"),
        }


def test_each_row_gets_its_own_values_and_what_is_not_named_stays(store: Store) -> None:
    with store.writing() as connection:
        many.add_absent(connection, requests, [_request("a"), _request("b"), _request("c")])
        many.change_many(connection, requests, ("shard", "request"), [])
        changed = [_request("a") | {"rev": 7, "state": ODD}, _request("c") | {"rev": 9, "state": None}]
        many.change_many(connection, requests, ("shard", "request"), changed)
    with store.reading() as connection:
        found = connection.execute(select(requests).order_by(requests.c.request)).all()
    assert [(row.request, row.rev, row.state) for row in found] == [("a", 7, ODD), ("b", 0, None), ("c", 9, None)]


def test_a_list_of_any_length_is_one_statement(store: Store) -> None:
    asked = select(requests.c.request).where(*rows.by_key(requests, "shard"), many.among(requests.c.request, "names"))
    with store.writing() as connection:
        many.add_absent(connection, requests, [_request(name) for name in ("a", "b", ODD)])
        for names in ([], ["a"], ["a", ODD, "x"]):
            found = connection.execute(asked, {**rows.keyed(shard=SHARD), "names": names}).scalars()
            assert set(found) == set(names) - {"x"}


def test_rows_that_break_a_promise_of_the_table_are_refused_together(store: Store) -> None:
    with pytest.raises(IntegrityError):
        _write_with_an_orphan(store)
    with store.reading() as connection:
        assert connection.execute(select(requests)).first() is None


def _write_with_an_orphan(store: Store) -> None:
    with store.writing() as connection:
        many.add_absent(connection, requests, [_request("a")])
        many.add_many(connection, payloads, [{"shard": SHARD, "action": "tidak-ada", "payload": b"x"}])


def test_rows_of_several_tables_are_written_together(store: Store) -> None:
    head = {"shard": SHARD, "scope": "desa", "seq": 0, "anchor": b""}
    with store.writing() as connection:
        many.add_many(connection, scopes, [head])
        sheaf = many.Sheaf()
        sheaf.add(requests, [_request("a"), _request("b")])
        sheaf.add(payloads, [])
        sheaf.change(scopes, ("shard", "scope"), [head | {"seq": 2, "anchor": b"\x00x"}])
        sheaf.write(connection)
        sheaf.write(connection)  # what is written is in it no more
    with store.reading() as connection:
        assert list(connection.execute(select(requests.c.request).order_by(requests.c.request)).scalars()) == ["a", "b"]
        assert [(row.seq, bytes(row.anchor)) for row in connection.execute(select(scopes))] == [(2, b"\x00x")]
