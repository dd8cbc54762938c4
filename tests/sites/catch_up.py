#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast a bridge that was off catches up: a site with many events that nobody has published yet, real nodes, the real bridge.

  catch_up.py --build build/release --events 500000 --nodes 3

Prints events a second from the start of the bridge until the servers have confirmed all of them, and what of the processors each took."""
import argparse
import json
import os
import pathlib
import shutil
import signal
import socket
import sys
import tempfile
import time

from machines import SOURCE, Servers, Site, missing_servers, wait_for

REMINDERS = '[[policy]]\nname = "many"\ndigest = false\nafter = ["every 1d"]\n'


class Stream:
    """How many messages the servers' stream has, asked by the bare protocol."""

    def __init__(self, url):
        host, port = url.removeprefix("nats://").split(":")
        self.file = socket.create_connection((host, int(port)), 30).makefile("rwb")
        self.say('CONNECT {"verbose":false}', "SUB _INBOX.catch.up 1")

    def say(self, *lines):
        self.file.write("".join(line + "\r\n" for line in lines).encode())
        self.file.flush()

    def messages(self):
        self.say("PUB $JS.API.STREAM.INFO.DONDOC _INBOX.catch.up 0", "")
        while True:
            line = self.file.readline().decode().split()
            if line[0] == "PING":
                self.say("PONG")
            elif line[0] == "MSG":
                return json.loads(self.file.read(int(line[-1]) + 2)).get("state", {}).get("messages", 0)


def fill(site, events):
    """Lets days pass under a policy that tells each agency of each overdue assignment each day. Returns the last event's id."""
    (site.folder / "dondocd.d").mkdir()
    (site.folder / "dondocd.d/50-many.toml").write_text(REMINDERS, encoding="utf-8")
    site.daemon.process.send_signal(signal.SIGHUP)
    wait_for(lambda: "many" in site.run("policy", "show").stdout, site.daemon.tail)
    site.run("agency", "import", SOURCE / "config/agencies/hai-cap-2025.toml")
    for number in range(20):
        site.run("plan", "import", SOURCE / "config/samples/ke-hoach-2025.txt", "--document", f"{number + 1}/KH-UBND", "--issued",
                 "08/07/2025", "--level", "province", "--new-document", "--yes")
    while (last := int(site.ask("status")["storage"]["last_event"])) < events:
        site.run("--timeout", "600", "clock", "advance", "--by", "30d")
    return last


def processor_seconds(program):
    fields = pathlib.Path(f"/proc/{program.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(options, folder):
    build = options.build.resolve()
    programs = {"dondocd": build / "daemon/dondocd", "dondoc": build / "client/dondoc", "dondoc-bridge": build / "client/dondoc-bridge"}
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
        wait_for(lambda: stream.messages() >= events, site.bridge.tail, 600)
        took = time.monotonic() - began
        print(f"{events:,} events in {took:.1f} s: {events / took:,.0f} a second, {options.nodes} nodes")
        for name, program in watched.items():
            print(f"  {name}: {(processor_seconds(program) - before.get(name, 0)) / took:.2f} processors")
    finally:
        for program in (site.bridge, site.daemon):
            program.end()
        servers.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--events", type=int, default=500_000)
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=3)
    options = parser.parse_args()
    if lacks := missing_servers():
        print(f"not here: {lacks}")
        return 77
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dondoc-catch-up-", dir="/tmp"))
    try:
        measure(options, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
