"""The words at a letter's foot: they belong to the provider of the certificate and count from a date, as data."""

import json
from datetime import date

from domain.letters import Footer
from resources.letters import footers_json


def footer_for(provider: str, on: date) -> Footer:
    """The words of this provider in force on a day. Raises KeyError when it has none yet."""
    known = [
        Footer(entry["provider"], entry["text"], date.fromisoformat(entry["since"]))
        for entry in json.loads(footers_json())
    ]
    in_force = [footer for footer in known if footer.provider == provider and footer.since <= on]
    if not in_force:
        raise KeyError(provider)
    return max(in_force, key=lambda footer: footer.since)
