# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in the servers' stream, asked by the bare protocol."""
import json
import socket

NAME = "DONDOC"


class Stream:
    def __init__(self, url, patience=30):
        host, port = url.removeprefix("nats://").split(":")
        self.file = socket.create_connection((host, int(port)), patience).makefile("rwb")
        self.say('CONNECT {"verbose":false}', "SUB _INBOX.test.stream 1")

    def say(self, *lines):
        self.file.write("".join(line + "\r\n" for line in lines).encode())
        self.file.flush()

    def ask(self, what, **how):
        """A request of JetStream's, as "STREAM.INFO.DONDOC", and what is answered."""
        asked = json.dumps(how) if how else ""
        self.say(f"PUB $JS.API.{what} _INBOX.test.stream {len(asked)}", asked)
        while True:
            line = self.file.readline().decode().split()
            if not line:
                raise ConnectionError("the server has gone")
            if line[0] == "PING":
                self.say("PONG")
            elif line[0] == "MSG":
                return json.loads(self.file.read(int(line[-1]) + 2))

    def counts(self):
        """How many messages there are of events, and of parts of how sites stand."""
        state = self.ask(f"STREAM.INFO.{NAME}", subjects_filter="dondoc.*._.*").get("state", {})
        subjects = state.get("subjects") or {}
        parts = sum(count for subject, count in subjects.items() if subject.endswith(".state"))
        return state.get("messages", 0) - sum(subjects.values()), parts

    def events(self):
        return self.counts()[0]

    def parts(self):
        return self.counts()[1]

    def last(self):
        return self.ask(f"STREAM.INFO.{NAME}")["state"]["last_seq"]

    def remove(self, sequence):
        assert self.ask(f"STREAM.MSG.DELETE.{NAME}", seq=sequence, no_erase=True).get("success"), sequence

    def next(self, subject, sequence):
        """Sequence of the first message of a subject that is not before that one; None: there is none."""
        return self.ask(f"STREAM.MSG.GET.{NAME}", seq=sequence, next_by_subj=subject).get("message", {}).get("seq")
