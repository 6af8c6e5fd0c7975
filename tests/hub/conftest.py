from tests.hub.databases import store

__all__ = ["store"]
