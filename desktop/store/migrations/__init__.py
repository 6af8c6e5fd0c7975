"""Alembic's steps from one shape of the desk's database to the next; each is written once and never changed."""
