"""Alembic asks this file how to run; `hub.store.schema` gives it the connection."""

from alembic import context

from hub.store.reference import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
