# SPDX-License-Identifier: Apache-2.0
"""The floor of what is sent to listeners: a bare ROUTER with CURVE that answers each Hello with so many events, and keeps nothing."""

import multiprocessing
import resource

import zmq

EVENT_BYTES = b"x" * 300  # about a comment


def serve(keys, events, frames, ready):
    client_frame, daemon_frame = frames()
    most_files = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most_files, most_files))  # one for each listener
    context = zmq.Context()
    context.set(zmq.MAX_SOCKETS, 10_000)
    socket = context.socket(zmq.ROUTER)
    socket.linger, socket.sndhwm, socket.rcvhwm = 0, 0, 0
    socket.curve_server, socket.curve_publickey, socket.curve_secretkey = True, *keys
    ready.put(socket.bind_to_random_port("tcp://127.0.0.1"))
    sent = []
    for number in range(1, events + 1):
        frame = daemon_frame()
        frame.event.number, frame.event.event = number, EVENT_BYTES
        sent.append(frame.SerializeToString())
    pong = daemon_frame()
    pong.pong.head = events
    pong = pong.SerializeToString()
    while True:
        route, bytes_ = socket.recv_multipart()
        frame = client_frame.FromString(bytes_)
        if frame.HasField("ping") or frame.HasField("hello"):
            socket.send_multipart([route, pong])
        if frame.HasField("hello"):
            for event in sent:
                socket.send_multipart([route, event])


class BareRouter:
    """A process of its own; `profile` is what its listeners need of it."""

    def __init__(self, events, frames):
        keys, ready = zmq.curve_keypair(), multiprocessing.Queue()
        self.process = multiprocessing.Process(target=serve, args=(keys, events, frames, ready), daemon=True)
        self.process.start()
        self.profile = {"endpoint": f"tcp://127.0.0.1:{ready.get(timeout=60)}", "server_key": keys[0].decode()}
        self.pid = self.process.pid

    def end(self):
        self.process.terminate()
        self.process.join()
