"""Requests found by their applicant's name or their short code, and counted, without reading every row."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS: Final = (
    """
    CREATE TABLE request_names (
        n INTEGER NOT NULL,
        request VARCHAR NOT NULL,
        code VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (request)
    )
    """,
    """
    CREATE INDEX request_names_by_code ON request_names (code)
    """,
    """
    CREATE INDEX requests_by_standing ON requests (state, office, filing_office, unanswered)
    """,
    """
    CREATE INDEX requests_by_unanswered ON requests (unanswered)
    """,
    """
    CREATE INDEX requests_by_filing ON requests (submitted_at, service)
    """,
    """
    CREATE INDEX actions_by_own ON actions (own)
    """,
    """
    CREATE VIRTUAL TABLE requests_fts USING fts5(
        subject, content='request_names', content_rowid='n', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER request_names_added AFTER INSERT ON request_names BEGIN
        INSERT INTO requests_fts(rowid, subject) VALUES (new.n, new.subject);
    END
    """,
    """
    CREATE TRIGGER request_names_removed AFTER DELETE ON request_names BEGIN
        INSERT INTO requests_fts(requests_fts, rowid, subject) VALUES ('delete', old.n, old.subject);
    END
    """,
    """
    CREATE TRIGGER request_names_changed AFTER UPDATE ON request_names BEGIN
        INSERT INTO requests_fts(requests_fts, rowid, subject) VALUES ('delete', old.n, old.subject);
        INSERT INTO requests_fts(rowid, subject) VALUES (new.n, new.subject);
    END
    """,
    """
    CREATE TRIGGER requests_added AFTER INSERT ON requests BEGIN
        INSERT INTO request_names(request, code, subject) VALUES (new.id, substr(new.id, -8), new.subject);
    END
    """,
    """
    CREATE TRIGGER requests_removed AFTER DELETE ON requests BEGIN
        DELETE FROM request_names WHERE request = old.id;
    END
    """,
    """
    CREATE TRIGGER requests_renamed AFTER UPDATE OF subject ON requests WHEN old.subject IS NOT new.subject BEGIN
        UPDATE request_names SET subject = new.subject WHERE request = new.id;
    END
    """,
    """
    INSERT INTO request_names(request, code, subject)
    SELECT id, substr(id, -8), subject FROM requests ORDER BY submitted_at, id
    """,
)


def upgrade() -> None:
    """A number of its own for each row: the hidden numbers of `requests` may change, an index's must not."""
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """Refuse: a desk goes forward only, and the copy made before is the way back."""
    raise NotImplementedError("a desk's database is never taken back")
