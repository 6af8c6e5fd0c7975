"""The regency's data hub: judges every action again, keeps the record, prepares letters, leases numbers.

Runs on SQLite for a demo or one kecamatan and on PostgreSQL for a regency with the same code; its processes keep no
state of their own.
"""
