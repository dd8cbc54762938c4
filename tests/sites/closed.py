# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers by the sample configurations (config/central), as they are shipped but for addresses, folders and keys: one node, or the
three of the cluster, and a leaf node at a site."""
import re
import socket
import subprocess

from keys import Authority
from machines import SOURCE, Program, free_port, wait_for

PASSWORD = "mot-hai-ba-bon"  # of the leaf node


def replaced(text, *pairs):
    for said, here in pairs:
        assert said in text, said
        text = text.replace(said, str(here))
    return text


def sample(name):
    return (SOURCE / "config/central" / name).read_text(encoding="utf-8")


class Section:
    """What Site and Centre ask servers for."""

    def __init__(self, text):
        self.text = text

    def section(self):
        return self.text


class ClosedServers:
    """`users`: by name; "19" and "central" are those of the sample, of all others each is a site as an administrator adds it."""

    def __init__(self, folder, users, nodes=1):
        self.folder, self.users, self.authority = folder, users, Authority(folder)
        self.certificate, self.key = self.authority.sign("server", "IP:127.0.0.1")
        self.ports = [[free_port() for _ in range(3)] for _ in range(nodes)]  # of clients, of the cluster, of leaf nodes
        self.port = self.ports[0][0]
        self.nodes = [self.start(f"node{number}", self.configured(number)) for number in range(nodes)]
        self.leaf = None

    def start(self, name, text):
        config = self.folder / f"{name}.conf"
        config.write_text(text, encoding="utf-8")
        subprocess.run(["nats-server", "--config", config, "-t"], check=True, capture_output=True)
        port = int(re.search(r'(?m)^listen: "127\.0\.0\.1:(\d+)"', text).group(1))
        program = Program(name, ["nats-server", "--config", config], self.folder).start()
        wait_for(lambda: not socket.socket().connect_ex(("127.0.0.1", port)), program.tail)
        return program

    def sealed(self, text):
        return text.replace("/etc/nats/server.pem", str(self.certificate)).replace("/etc/nats/server-key.pem", str(self.key)).replace(
            "/etc/nats/ca.pem", str(self.authority.certificate))

    def configured(self, number):
        text = self.sealed(sample("nats-cluster.conf"))
        if len(self.ports) == 1:
            text = re.sub(r"(?s)\ncluster \{.*?\n\}\n", "\n", text)
        else:
            text = replaced(text, ("0.0.0.0:6222", f"127.0.0.1:{self.ports[number][1]}"),
                            *((f"nats-{other + 1}.example.vn:6222", f"127.0.0.1:{ports[1]}") for other, ports in enumerate(self.ports)))
        text = replaced(text, ("server_name: nats-1", f"server_name: nats-{number + 1}"),
                        ("0.0.0.0:4222", f"127.0.0.1:{self.ports[number][0]}"), ("0.0.0.0:7422", f"127.0.0.1:{self.ports[number][2]}"),
                        ("/var/lib/nats", self.folder / f"store{number}"), ("500GB", "1GB"))
        text = re.sub(r'(user: "leaf-08", password: )"[^"]*"', rf'\1"{PASSWORD}"', text)
        site, centre = re.findall(r"nkey: (U\w+)", text)
        text = replaced(text, (site, self.users["19"].public), (centre, self.users["central"].public))
        permissions = re.search(r"(?s)  SITE_19 = \{.*?\n  \}\n", text).group()
        line = re.search(r"    \{ nkey: .*SITE_19 \}\n", text).group()
        for name in self.users.keys() - {"19", "central"}:
            user = line.replace(self.users["19"].configured(), self.users[name].configured()).replace("SITE_19", f"SITE_{name}")
            text = replaced(text, (permissions, permissions + permissions.replace("19", name)), (line, line + user))
        return text

    def start_leaf(self):
        """Site 08's own node. Returns its address."""
        port = free_port()
        text = replaced(self.sealed(sample("nats-leaf.conf")), ("127.0.0.1:4222", f"127.0.0.1:{port}"), ("PASSWORD", PASSWORD),
                        *((f"nats-{number + 1}.example.vn:7422", f"127.0.0.1:{ports[2]}") for number, ports in enumerate(self.ports)))
        self.leaf = self.start("leaf", text)
        return f"nats://127.0.0.1:{port}"

    def section(self, user, authority=None, host="127.0.0.1"):
        servers = ", ".join(f'"tls://{host}:{ports[0]}"' for ports in self.ports)
        return (f'[nats]\nservers = [{servers}]\n{self.users[user].section()}replicas = {len(self.ports)}\n'
                f'ca_file = "{(authority or self.authority).certificate}"\n')

    def end(self):
        for program in [self.leaf, *self.nodes]:
            if program is not None:
                program.end()
