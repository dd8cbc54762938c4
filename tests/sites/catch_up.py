#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast a bridge that was off catches up: a site with many events that nobody has published yet, real nodes, the real bridge.

  catch_up.py --build build/release --events 500000 --nodes 3

Prints events a second from the start of the bridge until the servers have confirmed all of them, and what of the processors each took."""
import os
import pathlib
import sys
import time

from machines import SOURCE, Servers, Site, programs_of, run, wait_for
from stream import Stream

REMINDERS = '[[policy]]\nname = "many"\ndigest = false\nafter = ["every 1d"]\n'
PLANS = 60  # the sample, so many times: some hundreds of assignments each


def fill(site, events, plans=PLANS):
    """Lets days pass under a policy that tells each agency of each overdue assignment each day. Returns the last event's id."""
    site.daemon.end()
    (site.folder / "dondocd.d").mkdir()
    (site.folder / "dondocd.d/50-many.toml").write_text(REMINDERS, encoding="utf-8")
    site.start_daemon()
    site.run("agency", "import", SOURCE / "config/agencies/hai-cap-2025.toml")
    for number in range(plans):
        site.run("plan", "import", SOURCE / "config/samples/ke-hoach-2025.txt", "--document", f"{number + 1}/KH-UBND", "--issued",
                 "08/07/2025", "--level", "province", "--new-document", "--yes")
    while (last := int(site.ask("status")["last_event"])) < events:
        site.run("--timeout", "600", "clock", "advance", "--by", "10d")
    return last


def processor_seconds(program):
    fields = pathlib.Path(f"/proc/{program.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(options, folder):
    programs = programs_of(options.build)
    servers = Servers(folder, options.nodes)
    site = Site(folder, "19", programs, servers)
    try:
        events = fill(site, options.events)
        prepared = [programs["dondoc-bridge"], "--config", site.folder / "bridge.conf", "--prepare"]
        wait_for(lambda: os.spawnv(os.P_WAIT, prepared[0], [str(word) for word in prepared]) == 0, "the servers, to be prepared")
        stream = Stream(servers.nodes[0].url)
        watched = {"bridge": site.bridge, "daemon": site.daemon} | {f"node {i}": node.program for i, node in enumerate(servers.nodes)}
        before = {name: processor_seconds(program) for name, program in watched.items() if program.is_running()}
        began = time.monotonic()
        site.bridge.start()
        wait_for(lambda: stream.events() >= events, site.bridge.tail, 600)
        took = time.monotonic() - began
        print(f"{events:,} events in {took:.1f} s: {events / took:,.0f} a second, {options.nodes} nodes")
        for name, program in watched.items():
            print(f"  {name}: {(processor_seconds(program) - before.get(name, 0)) / took:.2f} processors")
    finally:
        for program in (site.bridge, site.daemon):
            program.end()
        servers.end()


def add_options(parser):
    parser.add_argument("--events", type=int, default=500_000)
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=3)


if __name__ == "__main__":
    sys.exit(run(__doc__, "catch-up", measure, add_options))
