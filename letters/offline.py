"""pyHanko without its clients of the network: a letter is signed and verified without one.

Each of pyHanko's modules that sign brings its clients for time stamps and for certificates over HTTP, and they bring
aiohttp, which reads the computer's certificates twice while it is imported: two fifths of the processor time until a
program can sign or verify its first letter. Nothing of ours asks for what they fetch; whoever would is refused.
"""

import sys
from types import ModuleType
from typing import Final

CLIENTS: Final = {
    "pyhanko.sign.timestamps.aiohttp_client": "HTTPTimeStamper",
    "pyhanko_certvalidator.fetchers.aiohttp_fetchers": "AIOHttpFetcherBackend",
}
"""The module of each client, and its name in it."""


class NoClient:
    """Stands where a client would; it cannot be made."""

    def __init__(self, *_anything: object, **_more: object) -> None:
        raise RuntimeError("letters are signed and verified without a network")


def stay_offline() -> None:
    """Take the places of the clients that are not there yet; before the first import of pyHanko."""
    for module, name in CLIENTS.items():
        standing = ModuleType(module)
        setattr(standing, name, NoClient)
        sys.modules.setdefault(module, standing)
