#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How each piece of work grows: growth.py BUILD [--sizes N,N,..] [--open N] [--history N,N,..] [--markdown]

Runs the benchmarks `burst` and `lists` at each size, and `lists` beside so many rows of closed history, and prints what each piece
of work takes with the exponent of its growth: 1 is as much work for each however many there are. Of what is done once for each
assignment (taken in, fallen due) the figure is of all of them, of a question it is of one. Processor time, where the benchmark
knows it.
"""

import argparse
import math
import os
import pathlib
import platform
import re
import subprocess
import sys

MOST = 1.1  # an exponent above it wants a reason in docs/performance.md


def run(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{program.name} {' '.join(map(str, arguments))}: {done.stdout}{done.stderr}")
    return done.stdout


def bulk(build, size):
    """Seconds of all assignments, by name."""
    said = run(build / "tests/burst", size, 200, 1)
    taken_in = re.search(r"taken in as one plan: .*? s, ([\d.]+) s of processor", said)
    round_ = re.search(r"^\s+1\s+\d+\s+\d+\s+[\d.]+\s+([\d.]+)", said, re.M)
    if not taken_in or not round_:
        raise SystemExit(f"burst said something else:\n{said}")
    return {"one plan is taken in, s": float(taken_in[1]), "all fall due, s": float(round_[1]) * size / 1e6}


def questions(build, size, history):
    """Milliseconds of one, by name."""
    said = run(build / "tests/lists", size, 200, 50, 20, size, history)
    taken_in = re.search(r"taken in as plans in ([\d.]+) s", said)
    found, above = {"many plans are taken in, s (clock)": float(taken_in[1])}, ""
    for name, median in re.findall(r"^(.{26}) +([\d.]+)(?: +[\d.]+){5}$", said, re.M):
        if not name.startswith(" "):
            above = name.strip()
        found[name.strip() if name.strip() == above else f"{above} {name.strip()}"] = float(median)
    if len(found) < 10:
        raise SystemExit(f"lists said something else:\n{said}")
    return found


def exponent(sizes, figures):
    """The slope of a straight line through the logarithms; None where the figures are too small to tell."""
    points = [(math.log(size), math.log(figure)) for size, figure in zip(sizes, figures) if size > 0 and figure > 0]
    if len(points) < 2:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def print_table(title, sizes, columns, markdown):
    head = [title, *(f"{size:,}" for size in sizes), "exponent"]
    rows = []
    for name in columns[0]:
        figures = [column[name] for column in columns]
        grows = exponent(sizes, figures)
        told = "-" if grows is None else f"{grows:.2f}"
        rows.append([name, *(f"{figure:.2f}" for figure in figures),
                     told + ("  ABOVE" if grows is not None and grows > MOST else "")])
    if markdown:
        for row in [head, ["---"] * len(head), *rows]:
            print("| " + " | ".join(row) + " |")
    else:
        widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
        for row in [head, *rows]:
            print("  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                            for i, (cell, width) in enumerate(zip(row, widths))).rstrip())
    print(flush=True)


def main():
    numbers = lambda text: [int(part.replace("_", "")) for part in text.split(",") if part]  # noqa: E731
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--sizes", type=numbers, default=[10_000, 100_000, 1_000_000], help="assignments")
    parser.add_argument("--open", type=int, default=100_000, help="open assignments beside the history")
    parser.add_argument("--history", type=numbers, default=[0, 1_000_000, 10_000_000],
                        help="rows of closed work: five of each piece; empty: none is measured")
    parser.add_argument("--markdown", action="store_true", help="tables as docs/performance.md has them")
    options = parser.parse_args()
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n", flush=True)
    columns = []
    for size in options.sizes:
        print(f"{size:,} ...", file=sys.stderr, flush=True)
        columns.append({**bulk(options.build, size), **questions(options.build, size, 0)})
    print_table("assignments", options.sizes, columns, options.markdown)
    if options.history:
        columns = []
        for rows in options.history:
            print(f"{rows:,} rows of history ...", file=sys.stderr, flush=True)
            columns.append(questions(options.build, options.open, rows))
        print_table(f"rows of history beside {options.open:,} open", options.history, columns, options.markdown)


if __name__ == "__main__":
    main()
