"""Alembic asks this file how to run; `hub.store.schema` gives it the connection."""

from alembic import context

from hub.store.tables import ALL

context.configure(connection=context.config.attributes["connection"], target_metadata=ALL)
context.run_migrations()
