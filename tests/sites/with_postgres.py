#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program beside a PostgreSQL of its own, which it finds by DONDOC_POSTGRES, and, where this machine has one, a NATS server, which
it finds by DONDOC_NATS.

  with_postgres.py build/dev/tests/central_tests --gtest_filter='Intake.*'

Ends as the program does, or with 77 when this machine lacks PostgreSQL."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from machines import POSTGRES, SKIPPED, Postgres, Servers, wait_for


def main():
    if not (POSTGRES / "initdb").exists():
        print("skipped: postgresql-15 is not installed")
        return SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dondoc-postgres-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        postgres = Postgres(folder)
        servers = Servers(folder, 1) if shutil.which("nats-server") else None
        found = {"DONDOC_POSTGRES": postgres.conninfo} | ({"DONDOC_NATS": servers.nodes[0].url} if servers else {})
        try:
            if servers:
                wait_for(servers.nodes[0].answers, servers.nodes[0].program.tail)
            return subprocess.run(sys.argv[1:], check=False, env=os.environ | found).returncode
        finally:
            postgres.end()
            if servers:
                servers.end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
