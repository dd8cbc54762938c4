#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""dondoc beside Debian's Redis, Mosquitto, NATS JetStream and Taskwarrior: the same work, on loopback, in temporary folders.

    python3 tests/bench/peers [--install] [--build FOLDER] [--count N] [--rounds N] [--rows N]

Each round asks one after the other, so that what else the machine does falls on all of them; the median counts. Prints what
each one's acknowledgement promises and how often it really asked the disk. docs/performance.md says how to read it.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

try:
    from dondoc_site import SOURCE, Dondoc
except ModuleNotFoundError:  # python3-zmq is a package of Debian's Python
    if sys.executable == "/usr/bin/python3":
        raise
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
from others import ALL, Taskwarrior
from process import Syncs, find


def install():
    packages = [other.package for other in ALL if other.package and not find(other.program)]
    packages += [] if find("strace") else ["strace"]
    if not packages:
        return
    policy = pathlib.Path("/usr/sbin/policy-rc.d")  # says that servers are not started when they are installed
    ours = not policy.exists()
    if ours:
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    try:
        subprocess.run(["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages], check=True,
                       stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    finally:
        if ours:
            policy.unlink()


def speed(keeper, count, under_way):
    begun = time.monotonic()
    keeper.keep(count, under_way)
    return count / (time.monotonic() - begun)


def measure_keeping(keepers, count, rounds):
    few = {Taskwarrior: 20}
    found = {keeper: {"one": [], "many": []} for keeper in keepers}
    for _ in range(rounds):
        for keeper in keepers:
            of_one = min(count, few.get(type(keeper), count))
            found[keeper]["one"].append(speed(keeper, of_one, 1))
            if not isinstance(keeper, Taskwarrior):
                found[keeper]["many"].append(speed(keeper, count * 4, 64))
    return found


def syncs_of(keeper, folder, count=50):
    if keeper.pid is None or keeper.pid == os.getpid():
        return None
    syncs = Syncs(keeper.pid, folder)
    keeper.keep(count, 1)
    return syncs.count()


def processor_and_time(command, rounds, **more):
    times = []
    for _ in range(rounds):
        begun = time.monotonic()
        command(**more)
        times.append((time.monotonic() - begun) * 1000)
    return statistics.median(times)


def measure_lists(rows, rounds, build):
    """How long one agency's overdue list takes as a whole process, with so many tasks in all."""
    agencies = 20
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        site = Dondoc(folder, build, agencies, rows)
        try:
            site.dondoc("clock", "advance", "--to", "2023-06-02")
            ours = processor_and_time(lambda: site.dondoc("overdue", "--agency", "CQ1", "--limit", "20"), rounds)
        finally:
            site.end()
    theirs = None
    if find(Taskwarrior.program):
        with tempfile.TemporaryDirectory(prefix="peers-") as folder:
            tasks = Taskwarrior(folder)
            tasks.run("import", input=json.dumps(
                [{"description": f"Rà soát quy định số {i}", "due": "20230531T000000Z", "project": f"CQ{i % agencies}",
                  "status": "pending", "entry": "20230513T000000Z"} for i in range(rows)]).encode())
            theirs = processor_and_time(
                lambda: tasks.run("project:CQ1", "+OVERDUE", "limit:20", "list", "rc.verbose=nothing"), min(rounds, 3))
    return ours, theirs


def print_table(head, rows):
    widths = [max(len(str(row[i])) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, *rows]:
        print("  ".join(str(cell).ljust(width) for cell, width in zip(row, widths)).rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--install", action="store_true", help="install Debian's packages that are missing (as root)")
    parser.add_argument("--build", type=lambda path: pathlib.Path(path).resolve(), default=SOURCE / "build/release")
    parser.add_argument("--count", type=int, default=500, help="messages one at a time; four times as many with 64 under way")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=10_000, help="tasks of the overdue list")
    options = parser.parse_args()
    if options.install:
        install()

    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, "
          f"Linux {platform.release()}\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        keepers, rows = [], []
        try:
            for number, kind in enumerate([Dondoc, *ALL]):
                if kind.package and not find(kind.program):
                    print(f"{kind.name}: not installed (--install)", file=sys.stderr)
                    continue
                own = os.path.join(folder, str(number))
                os.mkdir(own)
                keepers.append(kind(own, options.build) if kind is Dondoc else kind(own))
            found = measure_keeping(keepers, options.count, options.rounds)
            for keeper in keepers:
                syncs = syncs_of(keeper, folder)
                rows.append([keeper.name, f"{statistics.median(found[keeper]['one']):,.0f}",
                             f"{statistics.median(found[keeper]['many']):,.0f}" if found[keeper]["many"] else "-",
                             "-" if syncs is None else syncs, keeper.promise])
        finally:
            for keeper in keepers:
                keeper.end()
    print_table(["kept and acknowledged", "one at a time /s", "64 under way /s", "syncs of 50", "acknowledged is"], rows)

    ours, theirs = measure_lists(options.rows, options.rounds, options.build)
    print(f"\none agency's overdue list of {options.rows:,} tasks, whole process")
    print_table(["", "ms"], [["dondoc overdue", f"{ours:.1f}"], ["task list", f"{theirs:.1f}" if theirs else "-"]])


if __name__ == "__main__":
    main()
