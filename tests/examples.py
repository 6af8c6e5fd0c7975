"""How long a search looks: briefly in each run, as long as one likes with ``KETINTING_EXAMPLES``.

What it finds stands in the report as it was found: shrinking one request of a hub takes minutes, and the run is short.
"""

import os

from hypothesis import HealthCheck, Phase, settings


def search(usual: int) -> settings:
    """Settings for so many examples, or for as many as the environment says."""
    count = int(os.environ.get("KETINTING_EXAMPLES", usual))
    phases = (Phase.explicit, Phase.generate)
    return settings(
        max_examples=count, deadline=None, database=None, phases=phases, suppress_health_check=list(HealthCheck)
    )
