"""pyHanko signs and verifies without a network, and brings none."""

from __future__ import annotations

import sys

import pytest
from pyhanko.sign import timestamps

from letters.offline import CLIENTS, NoClient


def test_signing_brings_no_client_of_the_network() -> None:
    assert timestamps.HTTPTimeStamper.__module__ == NoClient.__module__
    assert all(getattr(sys.modules[module], name) is NoClient for module, name in CLIENTS.items())


def test_who_asks_for_a_time_stamp_all_the_same_is_refused() -> None:
    with pytest.raises(RuntimeError, match="without a network"):
        timestamps.HTTPTimeStamper("https://waktu.contoh.example")
