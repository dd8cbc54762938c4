#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""How long one waits for an answer, at most: short questions of the office, one after the other, beside what a daemon does.

    /usr/bin/python3 tests/bench/waiting.py [--build FOLDER] [--requests N] [--rows N]

Beside nothing; beside commands of others; beside a backup; beside the morning on which all assignments fall due. The worst of
the questions counts, and what stands beside it: the worst that a bare file of this disk needs for one write and sync.
"""

import argparse
import contextlib
import multiprocessing
import os
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "peers"))
from dondoc_site import SOURCE, Dondoc  # noqa: E402


def comment_until(stop, site):
    """As another client: sixteen commands under way."""
    site.connect()
    while not stop.is_set():
        site.keep(64, 16)


@contextlib.contextmanager
def commands_of_others(site):
    stop = multiprocessing.Event()
    other = multiprocessing.Process(target=comment_until, args=(stop, site))
    other.start()
    try:
        yield
    finally:
        stop.set()
        other.join()


@contextlib.contextmanager
def child(site, *arguments):
    other = multiprocessing.Process(target=site.dondoc, args=arguments)
    other.start()
    try:
        yield
    finally:
        other.join()


def worst_sync(folder, seconds=2):
    """One page into a file, and synced: what no database can do quicker."""
    worst, end = 0.0, time.monotonic() + seconds
    with open(os.path.join(folder, "bare"), "wb", buffering=0) as file:
        while time.monotonic() < end:
            begun = time.monotonic()
            file.write(bytes(4096))
            os.fdatasync(file.fileno())
            worst = max(worst, time.monotonic() - begun)
    return worst * 1000


def ask(site, requests, beside):
    waited = []
    with beside:
        for _ in range(requests):
            begun = time.monotonic()
            site.list_overdue()
            waited.append((time.monotonic() - begun) * 1000)
    waited.sort()
    return [f"{waited[len(waited) // 2]:.2f}", f"{waited[len(waited) * 99 // 100]:.2f}", f"{waited[-1]:.1f}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=SOURCE / "build/release")
    parser.add_argument("--requests", type=int, default=25_000, help="of each of the four")
    parser.add_argument("--rows", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="waiting-") as folder:
        site = Dondoc(folder, options.build, agencies=100, rows=options.rows)
        try:
            site.connect()
            print(f"worst write and sync of a bare file: {worst_sync(folder):.1f} ms")
            print(f"{'ms':<24}{'median':>10}{'99 %':>10}{'worst':>10}")
            for name, beside in [("alone", contextlib.nullcontext()), ("commands of others", commands_of_others(site)),
                                 ("a backup", child(site, "backup")),
                                 ("all fall due", child(site, "clock", "advance", "--to", "2023-06-02"))]:
                found = ask(site, options.requests, beside)
                print(f"{name:<24}" + "".join(f"{value:>10}" for value in found), flush=True)
        finally:
            site.end()


if __name__ == "__main__":
    main()
