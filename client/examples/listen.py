#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A listener in another language: follows an agency's inbox and appends each event, once, to a journal of JSON lines.

    listen.py PROFILE JOURNAL [--until-idle]

PROFILE is what `dondoc key new` wrote. The journal is the position: the last line in it is the last event applied, so
whatever is killed when, no event is missing and none comes twice. Needs python3-zmq, python3-protobuf and protoc.
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
from google.protobuf.json_format import MessageToDict

ACK_EVERY, PING_AFTER_S, SILENT_INTERVALS = 8, 30.0, 3


def load_messages():
    """The Python classes of proto/dondoc/v1, made by protoc: beside this file in the sources, or as installed."""
    here = Path(__file__).resolve().parent
    proto = next(p for p in (here.parents[1] / "proto", here.parent / "proto") if p.is_dir())
    with tempfile.TemporaryDirectory() as made:
        files = [str(p) for p in proto.glob("dondoc/v1/*.proto")]
        subprocess.run(["protoc", f"-I{proto}", f"--python_out={made}", *files], check=True)
        sys.path.insert(0, made)
        from dondoc.v1 import event_pb2, frame_pb2
    return event_pb2, frame_pb2


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


def listen(profile, journal, until_idle):
    events, frames = load_messages()
    (last, lineage), out, context = position_of(journal), journal.open("ab"), zmq.Context()
    while True:  # a connection each
        socket, nonce, acknowledged, heard, head = connect(context, profile), os.urandom(16), last, time.monotonic(), None

        def send(**content):
            frame = frames.ClientFrame()
            ((kind, fields),) = content.items()
            message = getattr(frame, kind)
            message.SetInParent()
            for name, value in {"nonce": nonce, **fields}.items():
                setattr(message, name, value)
            socket.send(frame.SerializeToString())

        send(hello={"last": last, "lineage": lineage})
        while time.monotonic() - heard < PING_AFTER_S * SILENT_INTERVALS:
            if not socket.poll(100 if acknowledged < last else PING_AFTER_S * 1000):
                send(ack={"number": last}) if acknowledged < last else send(ping={"number": last})
                acknowledged = last
                continue
            frame = frames.DaemonFrame.FromString(socket.recv())
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
                event = MessageToDict(events.Event.FromString(content.event), preserving_proto_field_name=True)
                out.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")
                out.flush()
                os.fsync(out.fileno())
                last, lineage = content.number, event.get("lineage", "")
                if last - acknowledged >= ACK_EVERY:
                    send(ack={"number": last})
                    acknowledged = last
            if until_idle and head is not None and last >= head:
                send(bye={"number": last})
                socket.close(linger=5000)
                return
        socket.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profile", type=Path)
    parser.add_argument("journal", type=Path)
    parser.add_argument("--until-idle", action="store_true", help="end when everything that is there has been applied")
    arguments = parser.parse_args()
    listen(tomllib.loads(arguments.profile.read_text()), arguments.journal, arguments.until_idle)
