#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What a small command costs: comments, one at a time and 64 under way, of one or more builds in turn.

    /usr/bin/python3 tests/bench/commands.py [BUILD ...] [--count N] [--rounds N]

Printed are, of each build, the medians of commands a second, which fall with whatever else the machine does, and of the
daemon's processor time a command, which hardly does.
"""

import argparse
import pathlib
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "peers"))
from dondoc_site import SOURCE, Dondoc  # noqa: E402

WAYS = {"one at a time": 1, "64 under way": 64}


def processor_s(pid):
    """Of all its threads; schedstat counts nanoseconds where stat counts ticks."""
    threads = pathlib.Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def measure(site, count, under_way):
    begun, used = time.monotonic(), processor_s(site.pid)
    site.keep(count, under_way)
    return count / (time.monotonic() - begun), (processor_s(site.pid) - used) / count * 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("builds", nargs="*", type=lambda path: pathlib.Path(path).resolve(), default=[SOURCE / "build/release"])
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="commands-") as folder:
        sites = []
        try:
            for number, build in enumerate(options.builds):
                own = pathlib.Path(folder) / str(number)
                own.mkdir()
                sites.append(Dondoc(own, build))
            found = {(build, way): [] for build in options.builds for way in WAYS}
            for _ in range(options.rounds):
                for build, site in zip(options.builds, sites):
                    for way, under_way in WAYS.items():
                        found[build, way].append(measure(site, options.count, under_way))
        finally:
            for site in sites:
                site.end()
    for (build, way), measured in found.items():
        speed, cost = (statistics.median(column) for column in zip(*measured))
        print(f"{str(build):<30} {way:<14} {speed:8,.0f}/s, {cost:6.1f} us of the daemon's processor")


if __name__ == "__main__":
    main()
