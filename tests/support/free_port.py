# SPDX-License-Identifier: Apache-2.0
"""A port of this machine for a server that a test starts."""

import random
import socket


def free_port():
    """Below the ports that the kernel gives to connections: one of those may be taken before the server has it, even by
    whoever asks for the server too early and is connected to itself."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
