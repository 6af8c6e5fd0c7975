#!/bin/bash
# Power cuts, kills and bad disks on the programs as they are; `--help` says what may be asked for. 0, or 1 and what was
# lost. A few minutes; `--long` takes more than an hour.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec .venv/bin/python -m tests.faults.command "$@"
