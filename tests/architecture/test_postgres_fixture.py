"""The PostgreSQL that tests of the hub rely on."""

import psycopg
import pytest


@pytest.mark.postgres
def test_a_test_gets_a_real_and_empty_database(postgres_url: str) -> None:
    plain = postgres_url.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(plain) as connection:
        version = connection.execute("SHOW server_version_num").fetchone()
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert version is not None
    assert int(version[0]) >= 180000
    assert tables == (0,)
