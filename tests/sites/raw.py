# SPDX-License-Identifier: GPL-3.0-or-later
"""A client that says to the servers whatever it likes."""
import base64
import json
import socket
import ssl


class Raw:
    """A client of the bare protocol, who signs in with a key and then says what he likes."""

    def __init__(self, server, user):
        plain = socket.create_connection(("127.0.0.1", server.port), 10)
        said = json.loads(self.line_of(plain)[len("INFO "):])
        self.socket = ssl.create_default_context(cafile=server.authority.certificate).wrap_socket(plain, server_hostname="127.0.0.1")
        signature = base64.urlsafe_b64encode(user.sign(said["nonce"].encode())).decode().rstrip("=")
        self.say("CONNECT " + json.dumps({"nkey": user.public, "sig": signature, "verbose": False, "headers": True, "lang": "python",
                                          "version": "1"}))
        self.say("PING")
        answer = self.line_of(self.socket)
        if answer != "PONG":
            raise PermissionError(answer)

    @staticmethod
    def line_of(connection):
        read = b""
        while not read.endswith(b"\r\n"):
            byte = connection.recv(1)
            if not byte:
                raise ConnectionError(read.decode())
            read += byte
        return read.decode().strip()

    def say(self, line):
        self.socket.sendall(line.encode() + b"\r\n")

    def is_allowed(self, line):
        self.say(line)
        self.say("PING")
        answer = self.line_of(self.socket)
        if answer == "PONG":
            return True
        assert "Permissions Violation" in answer, answer
        assert self.line_of(self.socket) == "PONG"
        return False

    def ask(self, subject, name, headers=None):
        """What the servers answer to a request under that subject, of the user of that name."""
        self.say(f"SUB _INBOX_{name}.raw raw")
        if headers:
            heading = "NATS/1.0\r\n" + "".join(f"{key}: {value}\r\n" for key, value in headers.items()) + "\r\n"
            self.say(f"HPUB {subject} _INBOX_{name}.raw {len(heading)} {len(heading) + 1}\r\n{heading}x")
        else:
            self.say(f"PUB {subject} _INBOX_{name}.raw 0\r\n")
        while not (line := self.line_of(self.socket)).startswith("MSG "):
            assert line == "PING", line
            self.say("PONG")
        answer = self.line_of(self.socket)
        self.say("UNSUB raw")
        return json.loads(answer)
