# SPDX-License-Identifier: Apache-2.0
"""Servers as children of the benchmark: in a temporary folder, on loopback, ended by their process id."""

import pathlib
import shutil
import socket
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from free_port import free_port  # noqa: E402,F401  (for those that start servers)
from wait_for import wait_for  # noqa: E402,F401  (for those that start servers)


def find(program):
    """Debian keeps servers where the path of a user does not look."""
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")


class Server:
    """One process that is ended with its object."""

    def __init__(self, command, folder):
        self.log = pathlib.Path(folder) / "log"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(list(map(str, command)), stdout=log, stderr=log, cwd=folder)

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Line:
    """A connection whose answers are read as bytes, up to a mark or of a known length."""

    def __init__(self, port):
        def is_open():
            try:
                self.socket = socket.create_connection(("127.0.0.1", port), 5)
                return True
            except OSError:
                return False

        wait_for(is_open, f"port {port}")
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.settimeout(60)
        self.rest = b""

    def send(self, data):
        self.socket.sendall(data)

    def _more(self):
        data = self.socket.recv(1 << 16)
        if not data:
            raise RuntimeError("the server has ended the connection")
        self.rest += data

    def line(self):
        while b"\r\n" not in self.rest:
            self._more()
        line, self.rest = self.rest.split(b"\r\n", 1)
        return line

    def exactly(self, count):
        while len(self.rest) < count:
            self._more()
        data, self.rest = self.rest[:count], self.rest[count:]
        return data


class Syncs:
    """How often a process asks the disk to keep what it was given, by strace; None where strace is not there."""

    def __init__(self, pid, folder):
        self.file = pathlib.Path(folder) / "syncs"
        self.tracer = None
        if shutil.which("strace"):
            self.tracer = subprocess.Popen(
                ["strace", "-f", "-p", str(pid), "-e", "trace=fsync,fdatasync,sync_file_range,msync", "-o", self.file],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            wait_for(lambda: self._is_attached(pid) or self.tracer.poll() is not None, "strace", 5)

    @staticmethod
    def _is_attached(pid):
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
        return "TracerPid:\t0" not in status

    def count(self):
        if self.tracer is None or self.tracer.poll() is not None:
            return None
        self.tracer.terminate()
        self.tracer.wait()
        return sum("sync" in line and "resumed" not in line for line in self.file.read_text().splitlines())
