#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Speed against its floor: gate.py BUILD [--write]. Ends with 1 where a figure is 1.3 times worse than the committed one.

Every figure is a ratio of processor times of one run, the least of several, so that it hardly moves with the machine or with what
else that does. tests/bench/gate.json has the committed figures; --write writes those of this run, for a change that means to move one.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

FIGURES = pathlib.Path(__file__).with_suffix(".json")
MOST_WORSE = 1.3


def burst(build, assignments, rounds):
    """What the engine takes for assignments that fall due, to what their rows and bytes take bare."""
    said = subprocess.run([build / "tests/burst", str(assignments), "200", str(rounds)], check=True, capture_output=True,
                          text=True).stdout
    lines = [line.split() for line in said.splitlines() if re.match(r"\s+\d+\s", line)]
    if len(lines) != rounds:
        raise SystemExit(f"burst said something else:\n{said}")
    of_engine = min(float(line[4]) for line in lines)
    of_floor = min(float(line[4]) * float(line[5]) for line in lines)
    return of_engine / of_floor


def processor_ms(command, times=30):
    """Of the whole process, the kernel's part included."""
    least = float("inf")
    for _ in range(times):
        child = os.fork()
        if child == 0:
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            os.execv(command[0], list(map(str, command)))
        usage = os.wait4(child, 0)[2]
        least = min(least, (usage.ru_utime + usage.ru_stime) * 1000)
    return least


def start(build):
    """What a command of every day takes to start and to find no profile, to the same by the program that has all commands."""
    words = ["--profile", "/nonexistent/profile.toml", "status"]
    return processor_ms([build / "client/dondoc", *words]) / processor_ms([build / "client/dondoc-whole", *words])


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    build = pathlib.Path(sys.argv[1])
    found = {"burst of 10,000": burst(build, 10_000, 7), "burst of 50,000": burst(build, 50_000, 9),
             "start of dondoc": start(build)}
    found = {name: round(figure, 2) for name, figure in found.items()}
    if "--write" in sys.argv[2:]:
        FIGURES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    committed = json.loads(FIGURES.read_text(encoding="utf-8"))
    failed = False
    for name, figure in found.items():
        worse = figure / committed[name]
        failed |= worse > MOST_WORSE
        print(f"{name:<18} {figure:5.2f} of the floor, committed {committed[name]:5.2f}, {worse:.2f} times"
              f"{'  TOO SLOW' if worse > MOST_WORSE else ''}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
