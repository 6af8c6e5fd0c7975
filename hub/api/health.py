"""Whether the hub lives and can work, for whoever watches it."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import JSONResponse

from hub.service.ground import Ground
from hub.store.tables import ALL


def health() -> JSONResponse:
    """`GET /healthz`: the process answers."""
    return JSONResponse({"status": "ok"})


def readiness(ground: Ground) -> Callable[[], JSONResponse]:
    """`GET /readyz`: 200 when the database answers and the disk takes bytes; 503 and which of them does not."""

    def ready() -> JSONResponse:
        try:
            with ground.store.reading() as connection:
                connection.execute(ALL.tables["settings"].select().limit(1)).first()
        except Exception:  # noqa: BLE001 - whatever is wrong, the answer is the same
            return JSONResponse({"status": "database"}, status_code=503)
        if not ground.vault.shelf.takes_bytes():
            return JSONResponse({"status": "storage"}, status_code=503)
        return JSONResponse({"status": "ok"})

    return ready
