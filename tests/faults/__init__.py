"""Power cuts, kills and bad disks on the programs as they are; what it is for stands in docs/reliability.md."""
