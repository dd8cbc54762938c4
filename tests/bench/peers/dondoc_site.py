# SPDX-License-Identifier: Apache-2.0
"""A dondocd of this benchmark: a plan of so many rows, and one connection that asks as an administrator."""

import os
import pathlib
import subprocess
import sys
import tomllib

import zmq

from process import Server, free_port, wait_for

SOURCE = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(SOURCE / "client" / "examples"))
import listen  # noqa: E402  (the messages of the protocol)

HEAD = "STT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\n"


class Dondoc:
    """A comment on an assignment: checked, kept with its history, told to the agency, and answered when it is on disk."""

    name, package = "dondoc", None
    promise = "synced, and in the inbox of the agency"

    def __init__(self, folder, build, agencies=20, rows=200):
        self.folder, self.build = pathlib.Path(folder), pathlib.Path(build)
        port, feed = free_port(), free_port()
        (self.folder / "dondocd.toml").write_text(
            f'[daemon]\ndata_dir = "{folder}/data"\n[listen]\nsessions = ["tcp://127.0.0.1:{port}"]\n'
            f'feed = ["tcp://127.0.0.1:{feed}"]\n[clock]\nmode = "simulated"\nstart = "2023-05-13T08:00"\n'
            f'[calendar]\nfiles = ["{SOURCE}/config/calendar/2023.toml"]\n')
        self.server = Server([self.build / "daemon/dondocd", "--config", self.folder / "dondocd.toml"], folder)
        self.profile = self.folder / "data/admin.toml"
        wait_for(lambda: self.profile.exists() and self.dondoc("clock", "show", check=False).returncode == 0, "dondocd")
        self.fill(agencies, rows)
        self.Event, self.ClientFrame, self.DaemonFrame = listen.load_messages()
        self.context = self.socket = None

    def connect(self):
        self.context = zmq.Context()
        with open(self.profile, "rb") as profile:
            self.socket = listen.connect(self.context, tomllib.load(profile))
        self.asked, self.name_of_asker = 0, os.getpid()

    @property
    def pid(self):
        return self.server.process.pid

    def dondoc(self, *arguments, check=True):
        environment = {**os.environ, "DONDOC_LANG": "en", "NO_COLOR": "1"}
        done = subprocess.run([self.build / "client/dondoc", "--profile", self.profile, *map(str, arguments)],
                              env=environment, capture_output=True, text=True)
        if check and done.returncode != 0:
            raise RuntimeError(f"dondoc {' '.join(map(str, arguments))}: {done.stdout}{done.stderr}")
        return done

    def fill(self, agencies, rows):
        most = 5000  # rows of a plan
        register, plan = self.folder / "register.toml", self.folder / "plan.txt"
        register.write_text("".join(f'[[agency]]\ncode = "CQ{i}"\nname = "Sở Số {i}"\nlevel = "province"\n'
                                    for i in range(agencies)))
        self.dondoc("agency", "import", register, "--yes")
        for begin in range(0, rows, most):
            plan.write_text(HEAD + "".join(
                f"{i + 1}\tRà soát quy định số {i + 1}\tTrước 31/5/2023\tSở Số {i % agencies}\t\n"
                for i in range(begin, min(rows, begin + most))))
            self.dondoc("plan", "import", plan, "--document", f"{begin // most + 1}/KH-UBND", "--issued", "13/05/2023",
                        "--level", "province", "--issuer", "UBND", "--yes")

    def new_request(self):
        self.asked += 1
        frame = self.ClientFrame()
        frame.request.id = f"{self.name_of_asker}-{self.asked}"
        return frame

    def list_overdue(self):
        frame = self.new_request()
        frame.request.task_list.agency = "CQ1"
        frame.request.task_list.limit = 20
        self.socket.send(frame.SerializeToString())
        self.take_reply()

    def comment(self):
        frame = self.new_request()
        change = frame.request.assignment_change
        change.assignment = self.asked % 200 + 1
        change.action = change.DESCRIPTOR.enum_values_by_name["comment"].number
        change.note = "đã làm việc với phòng chuyên môn, tuần sau trình dự thảo " + "." * 200
        self.socket.send(frame.SerializeToString())

    def take_reply(self):
        while True:
            if not self.socket.poll(60_000):
                raise RuntimeError("dondocd does not answer")
            frame = self.DaemonFrame.FromString(self.socket.recv())
            if frame.HasField("reply"):
                if frame.reply.HasField("error"):
                    raise RuntimeError(frame.reply.error.message)
                return

    def keep(self, count, under_way):
        if self.socket is None:
            self.connect()
        sent = 0
        for answered in range(count):
            while sent < count and sent - answered < under_way:
                self.comment()
                sent += 1
            self.take_reply()

    def end(self):
        if self.context is not None:
            self.context.destroy(linger=0)
        self.server.end()
