# SPDX-License-Identifier: Apache-2.0
"""What dondoc is measured against: each keeps a message, and says that it has it.

keep(count, under_way): sends so many messages of the same size, never more than `under_way` without their acknowledgement.
"""

import os
import pathlib
import sqlite3
import subprocess

from process import Line, Server, find, free_port

PAYLOAD = b"x" * 300  # about what dondoc stores of a comment


class BareSQLite:
    """The floor of one transaction: one row into one table, with dondoc's settings. In this process."""

    name, package = "SQLite, bare", None
    promise = "synced"
    pid = os.getpid()

    def __init__(self, folder):
        self.database = sqlite3.connect(pathlib.Path(folder) / "bare.db", isolation_level=None)
        for setting in ("journal_mode = WAL", "synchronous = FULL"):
            self.database.execute(f"PRAGMA {setting}")
        self.database.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, body BLOB)")

    def keep(self, count, under_way):
        for begin in range(0, count, under_way):
            self.database.execute("BEGIN IMMEDIATE")
            for _ in range(min(under_way, count - begin)):
                self.database.execute("INSERT INTO kept (body) VALUES (?)", (PAYLOAD,))
            self.database.execute("COMMIT")

    def end(self):
        self.database.close()


class Pipelined:
    """A server that acknowledges in the order in which it was sent to."""

    def keep(self, count, under_way):
        sent = 0
        for acknowledged in range(count):
            if sent == acknowledged:
                batch = min(under_way, count - sent)
                self.line.send(self.message * batch)
                sent += batch
            self.take_acknowledgement()

    def end(self):
        self.line.socket.close()
        self.server.end()

    @property
    def pid(self):
        return self.server.process.pid


class Redis(Pipelined):
    name, package, program = "Redis, AOF always", "redis-server", "redis-server"
    promise = "synced"

    def __init__(self, folder):
        port = free_port()
        self.server = Server([find(self.program), "--port", port, "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes",
                              "--appendfsync", "always", "--save", ""], folder)
        self.line = Line(port)
        self.message = b"*5\r\n$4\r\nXADD\r\n$5\r\ninbox\r\n$1\r\n*\r\n$4\r\nbody\r\n$%d\r\n%s\r\n" % (len(PAYLOAD), PAYLOAD)

    def take_acknowledgement(self):
        length = self.line.line()
        if not length.startswith(b"$"):
            raise RuntimeError(length.decode())
        self.line.line()


class Mosquitto(Pipelined):
    """One agency that is away has subscribed with QoS 1: the broker keeps its messages."""

    name, package, program = "Mosquitto, QoS 1", "mosquitto", "mosquitto"
    promise = "in memory; written when it ends or every so often"

    def __init__(self, folder):
        port = free_port()
        config = pathlib.Path(folder) / "mosquitto.conf"
        config.write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\npersistence true\n"
                          f"persistence_location {folder}/\nmax_queued_messages 0\nset_tcp_nodelay true\nuser root\n")
        self.server = Server([find(self.program), "-c", config], folder)
        away = self.connected(port, b"agency", clean=False)
        away.send(b"\x82\x0a\x00\x01\x00\x05inbox\x01")
        away.exactly(5)
        away.send(b"\xe0\x00")
        self.line = self.connected(port, b"sender", clean=True)
        body = b"\x00\x05inbox\x00\x01" + PAYLOAD
        self.message = b"\x32" + self.length(len(body)) + body

    @staticmethod
    def length(count):
        return bytes([count]) if count < 128 else bytes([count % 128 | 128, count // 128])

    @classmethod
    def connected(cls, port, name, clean):
        line = Line(port)
        body = b"\x00\x04MQTT\x04" + (b"\x02" if clean else b"\x00") + b"\x00\x00\x00" + bytes([len(name)]) + name
        line.send(b"\x10" + cls.length(len(body)) + body)
        if line.exactly(4)[3] != 0:
            raise RuntimeError("Mosquitto refuses the connection")
        return line

    def take_acknowledgement(self):
        if self.line.exactly(4)[0] != 0x40:
            raise RuntimeError("Mosquitto did not acknowledge")


class JetStream(Pipelined):
    name, package, program = "NATS JetStream, file", "nats-server", "nats-server"
    promise = "written; synced every two minutes"

    def __init__(self, folder):
        port = free_port()
        self.server = Server([find(self.program), "-a", "127.0.0.1", "-p", port, "-js", "-sd", folder], folder)
        self.line = Line(port)
        self.line.line()  # who it is
        self.line.send(b'CONNECT {"verbose":false}\r\nSUB reply 1\r\n')
        stream = b'{"name":"S","subjects":["inbox"],"storage":"file","retention":"limits"}'
        self.line.send(b"PUB $JS.API.STREAM.CREATE.S reply %d\r\n%s\r\n" % (len(stream), stream))
        self.take_acknowledgement()
        self.message = b"PUB inbox reply %d\r\n%s\r\n" % (len(PAYLOAD), PAYLOAD)

    def take_acknowledgement(self):
        head = self.line.line()
        while not head.startswith(b"MSG"):
            if head.startswith(b"-ERR"):
                raise RuntimeError(head.decode())
            if head == b"PING":
                self.line.send(b"PONG\r\n")
            head = self.line.line()
        body = self.line.exactly(int(head.split()[-1]) + 2)
        if b'"error"' in body:
            raise RuntimeError(body.decode())


class Taskwarrior:
    """No server: each command is a process that reads and writes the whole list."""

    name, package, program = "Taskwarrior", "taskwarrior", "task"
    promise = "written, not synced"
    pid = None

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        (self.folder / "taskrc").write_text(f"data.location={self.folder}\nconfirmation=off\nverbose=nothing\nhooks=off\n")

    def run(self, *arguments, **more):
        environment = {**os.environ, "TASKRC": str(self.folder / "taskrc"), "HOME": str(self.folder)}
        return subprocess.run([find(self.program), *arguments], env=environment, check=True, capture_output=True, **more)

    def keep(self, count, under_way):
        for number in range(count):
            self.run("add", f"comment {number}")

    def end(self):
        pass


ALL = [BareSQLite, Redis, Mosquitto, JetStream, Taskwarrior]
