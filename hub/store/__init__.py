"""The hub's store: tables, the two databases it runs on, migrations, and the queries of the service."""
