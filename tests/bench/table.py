#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The tables of docs/performance.md in one run, one benchmark after the other: table.py [--build FOLDER] [--install] [--brief]

Prints the machine, the load before each benchmark, what each says, and at the end the table of what dondoc takes beside what its
peers or a bare floor take for the same, as Markdown. Nothing else should run meanwhile. --brief: small sizes, to see that all of it
works. tests/bench/growth.py is a run of its own.
"""

import argparse
import os
import pathlib
import platform
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"  # python3-zmq is a package of Debian's Python


class Run:
    """One benchmark: its output goes to the terminal, and is searched for figures."""

    def __init__(self, *command):
        print(f"\n$ {' '.join(map(str, command))}    (load {os.getloadavg()[0]:.2f})", flush=True)
        begun = time.monotonic()
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        self.said = done.stdout
        print(self.said + done.stderr + f"({time.monotonic() - begun:.0f} s)", flush=True)
        if done.returncode != 0:
            raise SystemExit(f"{command[0]} failed")

    def find(self, pattern):
        found = re.search(pattern, self.said, re.M)
        return found.groups() if found else ("?",) * re.compile(pattern).groups


def bursts(build, sizes):
    for size in sizes:
        run = Run(build / "tests/burst", size, 200, 3 if size <= 300_000 else 1)
        rounds = re.findall(r"^\s+\d+\s+(\d+)\s+(\d+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+\d+\s+(\d+)$", run.said, re.M)
        best = max(rounds, key=lambda round_: float(round_[4]))
        wall, processor, peak = run.find(r"taken in as one plan: ([\d.]+) s, ([\d.]+) s of processor, peak (\d+) MiB")
        yield (f"{size:,} assignments fall due at once", f"{int(best[0]):,} alerts/s, {best[3]} µs of processor each",
               f"the floor {int(best[1]):,} alerts/s", f"{best[4]} of the floor's processor time")
        yield "  and are taken in as one plan", f"{wall} s ({processor} s of processor), {peak} MiB", "", ""


def peers(build, options):
    run = Run(PYTHON, HERE / "peers", "--build", build, *(["--install"] if options.install else []),
              *(["--count", 50, "--rounds", 1, "--rows", 500] if options.brief else []))
    kept = re.findall(r"^(\S.*?)  +([\d,]+)  +([\d,]+|-)  +(\d+|-)  +(.+)$", run.said, re.M)
    ours = next((row for row in kept if row[0] == "dondoc"), ("", "?", "?", "", ""))

    def others(column):
        return ", ".join(f"{row[0]} {row[column]}{'' if 'synced' == row[4].split(',')[0] else ' (not synced)'}"
                         for row in kept if row[0] != "dondoc" and row[column] != "-")

    yield "kept and acknowledged, one at a time", f"{ours[1]}/s, synced", others(1), ""
    yield "  64 under way", f"{ours[2]}/s, synced", others(2), ""
    yield ("one agency's overdue list, whole process", run.find(r"^dondoc overdue +([\d.]+)")[0] + " ms",
           "Taskwarrior " + run.find(r"^task list +([\d.]+|-)")[0] + " ms", "")


def listeners(build, brief):
    run = Run(PYTHON, HERE / "sessions.py", "--build", build,
              *(["--listeners", 40, "--events", 5, "--idle", 3] if brief else []))
    count, events = run.find(r"^(\d+) listeners of \d+ agencies, (\d+) events each")
    back, used = run.find(r"^all come back +([\d.]+) s, processor +([\d.]+)")
    floor, of_floor = run.find(r"^  all come back +([\d.]+) s, processor +([\d.]+)")
    share, memory = run.find(r"^idle again.*\(([\d.]+) % of one\), (\d+) MiB")
    yield f"{count} listeners come back for {events} events each", f"{back} s ({used} s of processor)", \
        f"a bare ROUTER with CURVE {floor} s ({of_floor} s)", ""
    yield "  and wait", f"{share} % of a core, {memory} MiB", "", ""


def waits(build, brief):
    run = Run(PYTHON, HERE / "waiting.py", "--build", build, *(["--requests", 200, "--rows", 500] if brief else []))
    disk = run.find(r"bare file: ([\d.]+) ms")[0]
    for name in ["alone", "commands of others", "a backup", "all fall due"]:
        median, of_hundred, worst = run.find(rf"^{name} +([\d.]+) +([\d.]+) +([\d.]+)$")
        yield (f"a short question, {name}", f"median {median}, 99 % {of_hundred}, worst {worst} ms",
               f"the disk's worst write and sync {disk} ms", "")


def the_rest(build, brief):
    run = Run(build / "tests/lists", *([10_000, 100, 10, 20, 10_000] if brief else []))
    assignments = run.find(r"^(\d+) assignments")[0]
    for name in ["status", "task page", "overdue of an agency", "overdue of all", "log of a task", "log of a day"]:
        median, of_hundred = run.find(rf"^{name} +([\d.]+) +([\d.]+)")
        yield f"{name}, of {assignments} assignments", f"median {median}, 99 % {of_hundred} ms", "", ""
    run = Run(build / "tests/stream", *(["--events", 10_000] if brief else ["--events", 1_200_000]))
    yield "the log as a stream", run.find(r": (\d+) events/s")[0] + " events/s", "", ""
    if brief:
        return
    run = Run(build / "tests/readers")
    for name in ["text", "csv", "docx", "xlsx", "pdf"]:
        yield f"a plan of 10,000 rows, {name}", run.find(rf"^{name} .*preview +([\d.]+) s")[0] + " s", "", ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=lambda path: pathlib.Path(path).resolve(), default=HERE.parents[1] / "build/release")
    parser.add_argument("--install", action="store_true", help="install Debian's packages that are missing (as root)")
    parser.add_argument("--brief", action="store_true")
    options = parser.parse_args()
    machine = f"{platform.processor() or platform.machine()}, {os.cpu_count()} processors, Linux {platform.release()}"
    begun = time.monotonic()
    print(f"{machine}, load {os.getloadavg()[0]:.2f}")
    rows = []
    for part in [bursts(options.build, [2_000] if options.brief else [10_000, 100_000, 300_000, 1_000_000]),
                 peers(options.build, options), listeners(options.build, options.brief), waits(options.build, options.brief),
                 the_rest(options.build, options.brief)]:
        rows.extend(part)
    print(f"\n{machine}; {time.strftime('%Y-%m-%d')}, {(time.monotonic() - begun) / 60:.0f} minutes\n")
    for row in [("work", "dondoc", "beside it", ""), ("---",) * 4, *rows]:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    sys.exit(main())
