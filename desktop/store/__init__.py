"""The desk's encrypted database and files, their key slots, migrations and backups.

Nothing personal is on a disk unencrypted; the key of the data never changes, only the slots that wrap it.
"""
