#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures, not a test: what 500 open event streams cost, and how long an event takes to reach all of them.

streams.py DONDOCD DONDOC DONDOC-WEB [STREAMS]"""

import json
import os
import select
import socket
import sys
import time

from world import World, programs

PROGRAMS = programs()
STREAMS = int(sys.argv[1]) if len(sys.argv) > 1 else 500
OF_A_PERSON = 10


def cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat", encoding="utf-8").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mib(pid):
    lines = open(f"/proc/{pid}/status", encoding="utf-8").read().split("\n")
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def open_stream(world, token):
    connection = socket.create_connection(("127.0.0.1", world.port))
    connection.sendall(f"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
    return connection


def read_until(connections, what, seconds=60):
    """When each of them has had it."""
    waiting, text, end = dict(connections), {}, time.monotonic() + seconds
    while waiting and time.monotonic() < end:
        for descriptor in select.select(list(waiting), [], [], 1)[0]:
            text[descriptor] = text.get(descriptor, b"") + waiting[descriptor].recv(65536)
            if what in text[descriptor]:
                del waiting[descriptor]
    return len(connections) - len(waiting)


def main():
    world = World(PROGRAMS, "connections_per_address = 5000\nconnections = 5000\n")
    try:
        tokens = []
        for number in range(STREAMS // OF_A_PERSON):
            made = world.dondoc("--json", "person", "add", "--agency", "SNV" if number % 2 else "STC", "--name",
                                f"Người Thứ {number}")
            world.persons["one"] = json.loads(made.stdout)["person"]["id"]
            tokens.append(world.token("one"))
        before = memory_mib(world.web.pid)
        connections = {}
        begun = time.monotonic()
        for token in tokens:
            for _ in range(OF_A_PERSON):
                connection = open_stream(world, token)
                connections[connection.fileno()] = connection
        opened = read_until(connections, b":\n\n")
        print(f"streams opened: {opened} of {len(connections)} in {time.monotonic() - begun:.2f} s")
        print(f"memory: {before:.1f} MiB before, {memory_mib(world.web.pid):.1f} MiB with them")
        used, begun = cpu_seconds(world.web.pid), time.monotonic()
        time.sleep(30)
        print(f"idle: {100 * (cpu_seconds(world.web.pid) - used) / (time.monotonic() - begun):.2f} % of a core")
        for task in ("1", "2"):
            world.dondoc("task", "priority", task, "urgent", "--reason", "gấp")
        begun = time.monotonic()
        print(f"event at {read_until(connections, b'data: ')} streams after {time.monotonic() - begun:.2f} s")
    finally:
        world.close()


if __name__ == "__main__":
    main()
