from tests.contracts.hub_locking import TwoDecisions


class TestTheHubsStores(TwoDecisions):
    """Both databases, by the fixture `town`."""
