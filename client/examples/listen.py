#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A listener in another language: follows an agency's inbox and appends each event, once, to a journal of JSON lines.

    listen.py [PROFILE] [JOURNAL] [--exec COMMAND] [--until-idle]

PROFILE is what `dondoc key new` wrote. The journal is the position: the last line in it is the last event applied, so
whatever is killed when, no event is missing and none comes twice. COMMAND gets each event on its standard input after it
is in the journal. Needs pyzmq and protobuf; runs on Linux and on Windows (windows/README.md).
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import zmq
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.json_format import MessageToDict

import machine

ACK_EVERY, PING_AFTER_S, SILENT_INTERVALS, LOOK_MS = 8, 30.0, 3, 1000


def described():
    """The messages of the protocol: dondoc.desc beside this file, as it is installed, else made by protoc from the sources."""
    here = Path(__file__).resolve().parent
    made = here / "dondoc.desc"
    if made.exists():
        return made.read_bytes()
    proto = here.parents[1] / "proto"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "dondoc.desc"
        files = [str(path) for path in proto.glob("dondoc/v1/*.proto")]
        subprocess.run(["protoc", f"-I{proto}", "--include_imports", f"--descriptor_set_out={out}", *files], check=True)
        return out.read_bytes()


def load_messages():
    """The classes Event, ClientFrame and DaemonFrame, whatever version of protobuf is here."""
    pool = descriptor_pool.DescriptorPool()
    for file in descriptor_pb2.FileDescriptorSet.FromString(described()).file:
        pool.Add(file)
    make = getattr(message_factory, "GetMessageClass", None) or message_factory.MessageFactory(pool).GetPrototype
    return [make(pool.FindMessageTypeByName(f"dondoc.v1.{name}")) for name in ("Event", "ClientFrame", "DaemonFrame")]


def connect(context, profile):
    socket = context.socket(zmq.DEALER)
    socket.linger = 0
    socket.curve_serverkey = profile["server_key"].encode()
    socket.curve_publickey = profile["public_key"].encode()
    socket.curve_secretkey = profile["secret_key"].encode()
    socket.connect(profile["endpoint"])
    return socket


def position_of(journal):
    """Number and lineage of the last whole line; half a line, of a listener that was killed, is cut off."""
    if not journal.exists():
        return 0, ""
    whole = journal.read_bytes().rpartition(b"\n")[0]
    os.truncate(journal, len(whole) + 1 if whole else 0)
    event = json.loads(whole.splitlines()[-1]) if whole else {}
    return int(event.get("number", 0)), event.get("lineage", "")


def listen(profile, journal, until_idle, command=None):
    Event, ClientFrame, DaemonFrame = load_messages()
    (last, lineage), out, context = position_of(journal), journal.open("ab"), zmq.Context()
    while True:  # a connection each
        socket, nonce, acknowledged, heard, head = connect(context, profile), os.urandom(16), last, time.monotonic(), None

        def send(**content):
            frame = ClientFrame()
            ((kind, fields),) = content.items()
            message = getattr(frame, kind)
            message.SetInParent()
            for name, value in {"nonce": nonce, **fields}.items():
                setattr(message, name, value)
            socket.send(frame.SerializeToString())

        send(hello={"last": last, "lineage": lineage})
        asked = time.monotonic()
        while time.monotonic() - heard < PING_AFTER_S * SILENT_INTERVALS:
            if not socket.poll(100 if acknowledged < last else LOOK_MS):  # in between Ctrl+C is heard, on Windows too
                if acknowledged < last:
                    send(ack={"number": last})
                    acknowledged = last
                elif time.monotonic() - asked > PING_AFTER_S:
                    send(ping={"number": last})
                    asked = time.monotonic()
                continue
            asked = time.monotonic()
            frame = DaemonFrame.FromString(socket.recv())
            content = getattr(frame, frame.WhichOneof("frame"))
            if getattr(content, "nonce", None) != nonce:
                continue
            heard = time.monotonic()
            if frame.HasField("refused"):
                print(content.error.message, file=sys.stderr)
                if not content.HasField("goes_on_from"):
                    sys.exit(1)
                last, nonce = content.goes_on_from, os.urandom(16)  # the daemon's database was restored
                acknowledged = last
                send(hello={"last": last, "lineage": lineage})
                continue
            if frame.HasField("pong"):
                head = content.head
            if frame.HasField("reset") or (frame.HasField("event") and content.number > last + 1):
                nonce, acknowledged = os.urandom(16), last
                send(hello={"last": last, "lineage": lineage})
            elif frame.HasField("event") and content.number == last + 1:
                event = MessageToDict(Event.FromString(content.event), preserving_proto_field_name=True)
                out.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")
                out.flush()
                os.fsync(out.fileno())
                last, lineage = content.number, event.get("lineage", "")
                if command:
                    machine.run_for_event(command, json.dumps(event, ensure_ascii=False))
                if last - acknowledged >= ACK_EVERY:
                    send(ack={"number": last})
                    acknowledged = last
            if until_idle and head is not None and last >= head:
                send(bye={"number": last})
                socket.close(linger=5000)
                return
        socket.close()


def main():
    machine.speak_utf8()
    usual_profile, usual_journal = machine.default_files()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profile", type=Path, nargs="?", default=usual_profile, help="default: %(default)s")
    parser.add_argument("journal", type=Path, nargs="?", default=usual_journal, help="default: %(default)s")
    parser.add_argument("--exec", dest="command", type=machine.command_words, metavar="COMMAND", help="a command for each event")
    parser.add_argument("--until-idle", action="store_true", help="end when everything that is there has been applied")
    arguments = parser.parse_args()
    if not arguments.profile.exists():
        parser.error(f"{arguments.profile}: không có hồ sơ này / there is no such profile")
    profile = tomllib.loads(arguments.profile.read_text(encoding="utf-8-sig"))
    if complaint := machine.unusable_endpoint(profile["endpoint"]):
        parser.error(complaint)
    arguments.journal.parent.mkdir(parents=True, exist_ok=True)
    lock = machine.Lock(arguments.journal)
    if not lock.take():
        parser.error(f"{arguments.journal}: một chương trình khác đang ghi tệp này / another listener writes it")
    try:
        listen(profile, arguments.journal, arguments.until_idle, arguments.command)
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
