#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample configurations of the three nodes and of a leaf node at a site (config/central): one site reaches the centre through the
cluster, the other through its leaf node, which comes and goes, and through which nothing can be said in another site's name.

  leaf.py --build build/dev

Ends with 0 when all holds, 77 when this machine lacks the servers."""
import socket
import sys

from closed import ClosedServers, Section
from equality import Equality
from keys import User
from machines import SOURCE, Centre, Postgres, Site, programs_of, run, wait_for
from raw import Raw

WAIT = 300  # seconds until all has come


def say(address, *subjects):
    """What nobody can read, under these subjects, from the machine of the leaf node."""
    host, port = address.removeprefix("nats://").split(":")
    with socket.create_connection((host, int(port)), 30) as connection:
        lines = ["CONNECT {}", *(line for subject in subjects for line in (f"PUB {subject} 1", "x")), "PING"]
        connection.sendall("".join(line + "\r\n" for line in lines).encode())
        heard = b""
        while b"PONG" not in heard:
            heard += connection.recv(4096)


def live(options, folder):
    programs = programs_of(options.build)
    users = {name: User(folder, f"user-{name}") for name in ("19", "central")}
    postgres, servers = Postgres(folder), ClosedServers(folder, users, nodes=3)
    started = []
    try:
        centre = Centre(folder, "central", programs, Section(servers.section("central")), postgres, ["19", "08"])
        wait_for(centre.prepare, "the servers, to be prepared")
        address = servers.start_leaf()
        sites = [Site(folder, "19", programs, Section(servers.section("19"))),
                 Site(folder, "08", programs, Section(f'[nats]\nservers = ["{address}"]\ndomain = "hub"\n'))]
        started += [program for site in sites for program in (site.daemon, site.bridge)] + [centre.program]
        centre.program.start()
        for site in sites:
            site.run("agency", "import", SOURCE / "config/agencies/hai-cap-2025.toml")
            site.run("plan", "import", SOURCE / "config/samples/ke-hoach-2025.txt", "--document", "58/KH-UBND", "--issued", "08/07/2025",
                     "--level", "province", "--new-document", "--yes")
            wait_for(lambda: site.bridge.is_running() or site.bridge.start(), site.bridge.tail)
        equality = Equality(sites, [centre] * 2, postgres)

        def is_equal():
            return not (equality.event_differences() or equality.differences())

        wait_for(is_equal, lambda: "\n".join(program.tail() for program in [*started, servers.leaf]), WAIT)
        print(f"two sites: {len(sites[0].assignments())} assignments each, one of them through its leaf node")

        raw = Raw(servers, users["central"])
        before = raw.ask("$JS.API.STREAM.INFO.DONDOC", "central")["state"]["messages"]
        taking = [f"$JS.{api}STREAM.{what}.DONDOC" for api in ("API.", "hub.API.") for what in ("PURGE", "DELETE")]
        say(address, *taking, "dondoc.19.SNV.overdue", "dondoc.08.SNV.overdue")
        wait_for(lambda: "event=unreadable site=08" in centre.program.tail(), centre.program.tail)
        assert "event=unreadable site=19" not in centre.program.tail(), "a site spoke in another's name"
        after = raw.ask("$JS.API.STREAM.INFO.DONDOC", "central")["state"]["messages"]
        assert after > before, f"{before} messages, and now {after}"

        servers.leaf.kill()
        sites[1].run("clock", "advance", "--by", "20d")
        servers.leaf.start()
        servers.nodes[1].kill()
        wait_for(is_equal, lambda: "\n".join(program.tail() for program in [*started, servers.leaf]), WAIT)
        print("equal after the line was away and a node of three had gone")
    finally:
        for program in started:
            program.end()
        servers.end()
        postgres.end()


if __name__ == "__main__":
    sys.exit(run(__doc__, "leaf", live, needs=["openssl"]))
