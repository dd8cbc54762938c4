#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the whole grows: many synthetic sites through real nodes into a real database, at a size and at multiples of it.

  national.py --build build/release --sites 34 --assignments 5000 --sizes 1,4

Prints what each took, and the exponent e of time ~ size^e over the sizes."""
import argparse
import math
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sites"))
from machines import Postgres, Servers, missing_servers, wait_for  # noqa: E402


def run(command):
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0 and not re.search("Timeout|No server available", done.stderr):
        raise SystemExit(done.stderr)
    return done if done.returncode == 0 else None


def measure(options, assignments):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dondoc-national-", dir="/tmp"))
    folder.chmod(0o755)
    postgres, servers = Postgres(folder), Servers(folder, options.nodes)
    try:
        command = [options.build.resolve() / "tests/national", servers.nodes[0].url, postgres.conninfo, str(options.nodes), str(options.sites),
                   str(assignments), str(assignments * options.events)]
        # Nodes that have just started have not chosen one of them yet, and answer nothing.
        done = wait_for(lambda: run(command), "the nodes, to make a stream")
        figures = (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)  # beside its log
        return {what: float(took) for what, took in figures}
    finally:
        servers.end()
        postgres.end()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=3)
    parser.add_argument("--sites", type=int, default=34)
    parser.add_argument("--assignments", type=int, default=5000, help="of a site, at the smallest size")
    parser.add_argument("--events", type=int, default=2, help="for each assignment")
    parser.add_argument("--sizes", default="1,4")
    options = parser.parse_args()
    if lacks := missing_servers():
        print(f"not here: {lacks}")
        return 77
    sizes = [int(size) for size in options.sizes.split(",")]
    took = {size: measure(options, options.assignments * size) for size in sizes}
    first, last = sizes[0], sizes[-1]
    for what in took[first]:
        row = "  ".join(f"{took[size][what]:9.3f} s" for size in sizes)
        exponent = math.log(took[last][what] / took[first][what]) / math.log(last / first) if last > first else float("nan")
        print(f"{what:32} {row}   e = {exponent:.2f}")
    for size in sizes:
        events = options.sites * options.assignments * size * options.events
        print(f"{options.sites * options.assignments * size:,} assignments: {events / took[size]['publish events']:,.0f} events/s published, "
              f"{events / took[size]['take in']:,.0f} events/s taken in, beside their assignments")
    return 0


if __name__ == "__main__":
    sys.exit(main())
