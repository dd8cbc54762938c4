#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Follows the events of all agencies in another language, and appends each, once, to a journal of JSON lines.

    stream.py PROFILE JOURNAL CONSUMER [--until-idle]

PROFILE is of a key of the role office or above. The journal is the position: the `id` of its last line. CONSUMER is the
name under which the daemon remembers how far this follower is; it keeps all that it has not acknowledged.
Needs what listen.py beside it needs.
"""
import argparse
import json
import os
import sys
import time
import tomllib
from pathlib import Path

import zmq
from google.protobuf.json_format import MessageToDict

from listen import PING_AFTER_S, SILENT_INTERVALS, connect, load_messages

ACK_EVERY = 128  # the daemon sends while fewer than 512 events are unacknowledged


def position_of(journal):
    """Id and lineage of the last whole line; half a line, of a follower that was killed, is cut off."""
    if not journal.exists():
        return 0, ""
    whole = journal.read_bytes().rpartition(b"\n")[0]
    os.truncate(journal, len(whole) + 1 if whole else 0)
    event = json.loads(whole.splitlines()[-1]) if whole else {}
    return int(event.get("id", 0)), event.get("lineage", "")


class Follower:
    def __init__(self, profile, journal, consumer):
        self.event, self.client_frame, self.daemon_frame = load_messages()
        self.profile, self.consumer, self.out = profile, consumer, None
        self.last, self.lineage = position_of(journal)
        self.out, self.context = journal.open("ab"), zmq.Context()

    def send(self, kind, **fields):
        frame = self.client_frame()
        message = getattr(frame, kind)
        message.nonce = self.nonce
        for name, value in fields.items():
            setattr(message, name, value)
        self.socket.send(frame.SerializeToString())

    def hello(self):
        self.nonce, self.acknowledged = os.urandom(16), self.last
        self.send("hello", stream=True, consumer=self.consumer, last=self.last, lineage=self.lineage, takes_gap=True)

    def acknowledge(self):
        self.out.flush()
        os.fsync(self.out.fileno())  # nothing is acknowledged that a power failure could still take away
        self.send("ack", number=self.last)
        self.acknowledged = self.last

    def take(self, content):
        """An event that is the next one; False: another was expected."""
        if content.number != self.last + 1:
            return content.number <= self.last
        event = MessageToDict(self.event.FromString(content.event), preserving_proto_field_name=True)
        self.out.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")
        self.last, self.lineage = content.number, event.get("lineage", "")
        if self.last - self.acknowledged >= ACK_EVERY:
            self.acknowledge()
        return True

    def refused(self, content):
        print(content.error.message, file=sys.stderr)
        if not content.HasField("goes_on_from"):
            sys.exit(1)
        self.last = content.goes_on_from  # the daemon's database was restored
        self.hello()

    def follow(self, until_idle):
        while True:  # a connection each
            self.socket, heard, head = connect(self.context, self.profile), time.monotonic(), None
            self.hello()
            while time.monotonic() - heard < PING_AFTER_S * SILENT_INTERVALS:
                if not self.socket.poll(100 if self.acknowledged < self.last else PING_AFTER_S * 1000):
                    self.acknowledge() if self.acknowledged < self.last else self.send("ping", number=self.last)
                    continue
                frame = self.daemon_frame.FromString(self.socket.recv())
                kind = frame.WhichOneof("frame")
                content = getattr(frame, kind)
                if getattr(content, "nonce", None) != self.nonce:
                    continue
                heard = time.monotonic()
                if kind == "refused":
                    self.refused(content)
                elif kind == "pong":
                    head = content.head
                elif kind == "gap":
                    self.last = max(self.last, content.first - 1)
                    self.acknowledge()
                elif kind == "reset" or (kind == "event" and not self.take(content)):
                    self.hello()
                if until_idle and head is not None and self.last >= head:
                    self.out.flush()
                    os.fsync(self.out.fileno())
                    self.send("bye", number=self.last)
                    self.socket.close(linger=5000)
                    return
            self.socket.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profile", type=Path)
    parser.add_argument("journal", type=Path)
    parser.add_argument("consumer")
    parser.add_argument("--until-idle", action="store_true", help="end when everything that is there has been applied")
    arguments = parser.parse_args()
    follower = Follower(tomllib.loads(arguments.profile.read_text()), arguments.journal, arguments.consumer)
    follower.follow(arguments.until_idle)
