"""The exchange with desks that have no line: parcels on flash disks, judged by the same road as the line."""
