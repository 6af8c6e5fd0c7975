"""The hub over HTTP: the only place that speaks through requests."""

from sync.client.enrolling import EnrolClient
from sync.client.hub_client import HubClient
from sync.client.link import Link, Traffic

__all__ = ["EnrolClient", "HubClient", "Link", "Traffic"]
