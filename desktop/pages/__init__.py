"""The pages. They ask `desktop.work` and show what comes; none touches SQL or the network."""
