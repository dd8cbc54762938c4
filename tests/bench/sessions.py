#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Many listeners of one daemon: what they cost while nothing happens, and how long it takes until all are back.

    /usr/bin/python3 tests/bench/sessions.py [--build FOLDER] [--listeners N] [--events N] [--idle SECONDS]

All listeners come at once and are sent the events of their inbox, which they acknowledge; then they wait, each with its ping
every 30 seconds, as `dondoc listen` does; then all connections break at once, they come back, and are sent as many events
again. Printed are the seconds on the clock and what the daemon's process took of them; the listeners run beside it, and libzmq's
side of a handshake costs as much as the daemon's. In the same run the same listeners come to a bare ROUTER with CURVE, which sends
them as many events and keeps nothing: the floor.
"""

import argparse
import multiprocessing
import os
import pathlib
import random
import sys
import tempfile
import time
import tomllib

import zmq

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "peers"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from bare_router import BareRouter  # noqa: E402
from dondoc_site import SOURCE, Dondoc, listen  # noqa: E402

AGENCIES, PROCESSES, LONGEST_S = 200, 4, 300


class Listener:
    def __init__(self, context, poller, profile, name, frames):
        self.context, self.poller, self.profile, self.name, self.frames = context, poller, profile, name, frames
        self.last, self.socket = 0, None

    def come(self, last):
        if self.socket is not None:
            self.poller.unregister(self.socket)
            self.socket.close()
        self.socket = listen.connect(self.context, self.profile)
        self.poller.register(self.socket, zmq.POLLIN)
        self.last, self.acknowledged, self.head, self.nonce = last, last, None, os.urandom(16)
        self.send("hello", last=last, consumer=self.name)
        self.ping_at = time.monotonic() + 30

    def send(self, kind, **fields):
        frame = self.frames[0]()
        content = getattr(frame, kind)
        content.SetInParent()
        content.nonce = self.nonce
        for name, value in fields.items():
            setattr(content, name, value)
        self.socket.send(frame.SerializeToString())

    def take(self):
        while True:
            try:
                frame = self.frames[1].FromString(self.socket.recv(zmq.NOBLOCK))
            except zmq.Again:
                break
            if frame.HasField("pong"):
                self.head = frame.pong.head
            elif frame.HasField("event"):
                if frame.event.number != self.last + 1:
                    raise RuntimeError(f"{self.name}: {frame.event.number} after {self.last}")
                self.last = frame.event.number
            elif frame.HasField("refused"):
                raise RuntimeError(frame.refused.error.message)
        if self.last - self.acknowledged >= listen.ACK_EVERY or self.last == self.head != self.acknowledged:
            self.send("ack", number=self.last)
            self.acknowledged = self.last

    def is_back(self):
        return self.head is not None and self.last >= self.head

    def ping(self, now):
        if now >= self.ping_at:
            self.send("ping", number=self.last)
            self.ping_at = now + 30


def be_listeners(profiles, names, orders, answers, events):
    """One process of them: carries out orders, and answers each when it is done."""
    context, poller = zmq.Context(), zmq.Poller()
    context.set(zmq.MAX_SOCKETS, 10_000)
    frames = listen.load_messages()[1:]
    all_of = [Listener(context, poller, profile, name, frames) for profile, name in zip(profiles, names)]
    by_socket = {}

    def look(wait_ms):
        for socket, _ in poller.poll(wait_ms):
            by_socket[socket].take()

    answers.put("ready")
    for kind, seconds in iter(orders.get, None):
        end = time.monotonic() + (seconds or LONGEST_S)
        if kind == "come":
            for one in all_of:
                one.come(max(0, one.last - events))
            by_socket = {one.socket: one for one in all_of}
            while not all(one.is_back() for one in all_of):
                if time.monotonic() > end:
                    raise RuntimeError("not all have come back")
                look(1000)
        else:
            for one in all_of:
                one.ping_at = time.monotonic() + random.uniform(0, 30)
            while (now := time.monotonic()) < end:
                look(100)
                for one in all_of:
                    one.ping(now)
        answers.put(kind)


def take_of(pid):
    """Seconds of processor, and MiB."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    status = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines())
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), int(status["VmRSS"].split()[0]) / 1024


def grant(site):
    """A key for each agency."""
    with open(site.profile, "rb") as file:
        administrator = tomllib.load(file)
    profiles = []
    for i in range(AGENCIES):
        public, secret = (key.decode() for key in zmq.curve_keypair())
        frame = site.new_request()
        frame.request.key_grant.public_key, frame.request.key_grant.agency = public, f"CQ{i}"
        frame.request.key_grant.role = frame.request.key_grant.DESCRIPTOR.fields_by_name["role"].enum_type.values_by_name[
            "agency"].number
        frame.request.key_grant.name = f"so-{i}"
        site.socket.send(frame.SerializeToString())
        site.take_reply()
        profiles.append({**administrator, "public_key": public, "secret_key": secret})
    return profiles


class Crowd:
    def __init__(self, profiles, count, events):
        self.parts = []
        for part in range(PROCESSES):
            mine = [(profiles[i % AGENCIES], f"may-{i // AGENCIES}") for i in range(part, count, PROCESSES)]
            orders, answers = multiprocessing.Queue(), multiprocessing.Queue()
            process = multiprocessing.Process(target=be_listeners, args=(*zip(*mine), orders, answers, events), daemon=True)
            process.start()
            self.parts.append((process, orders, answers))
        self.wait()

    def wait(self):
        for process, _, answers in self.parts:
            answers.get(timeout=2 * LONGEST_S)

    def order(self, kind, seconds, pid):
        """What it took: on the clock, of the daemon's processor, and its MiB afterwards."""
        begun, (used, _) = time.monotonic(), take_of(pid)
        for _, orders, _ in self.parts:
            orders.put((kind, seconds))
        self.wait()
        used_then, memory = take_of(pid)
        return time.monotonic() - begun, used_then - used, memory

    def end(self):
        for process, orders, _ in self.parts:
            orders.put(None)
            process.join(20)


def measure(crowd, pid, orders):
    for name, kind, seconds in orders:
        took, used, memory = crowd.order(kind, seconds, pid)
        print(f"{name:<22} {took:6.1f} s, processor {used:5.2f} s ({100 * used / took:.2f} % of one), {memory:.0f} MiB", flush=True)
    crowd.end()


def measure_floor(profiles, count, events):
    router = BareRouter(events, lambda: listen.load_messages()[1:])
    try:
        measure(Crowd([{**profile, **router.profile} for profile in profiles], count, events), router.pid,
                [("bare ROUTER, all come", "come", None), ("  all come back", "come", None)])
    finally:
        router.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=SOURCE / "build/release")
    parser.add_argument("--listeners", type=int, default=2000)
    parser.add_argument("--events", type=int, default=100, help="of each listener's inbox")
    parser.add_argument("--idle", type=int, default=60, help="seconds that are measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sessions-") as folder:
        site = Dondoc(folder, options.build, agencies=AGENCIES, rows=AGENCIES)
        try:
            site.keep(AGENCIES * (options.events - 1), 64)  # the first is the plan
            profiles = grant(site)
            crowd = Crowd(profiles, options.listeners, options.events)
            alone = take_of(site.pid)[1]
            print(f"{options.listeners} listeners of {AGENCIES} agencies, {options.events} events each; alone {alone:.0f} MiB")
            measure(crowd, site.pid, [("all come", "come", None), ("idle", "wait", options.idle),
                                      ("all come back", "come", None), ("idle again", "wait", options.idle)])
            measure_floor(profiles, options.listeners, options.events)
        finally:
            site.end()


if __name__ == "__main__":
    main()
