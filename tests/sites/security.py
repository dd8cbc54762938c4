#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample configuration of the servers (config/central/nats-cluster.conf), with TLS and a key pair for each site: a site comes
through to the centre, and can neither read nor write what is another's; nobody comes in without TLS, key or the right name.

  security.py --build build/dev

Ends with 0 when all holds, 77 when this machine lacks the servers."""
import argparse
import base64
import json
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile

from keys import Authority, User
from machines import SOURCE, Centre, Postgres, Program, Site, free_port, missing_servers, wait_for

SKIPPED = 77


class ClosedServer:
    """One node, configured as the sample is but for addresses, folders, keys, and the other two nodes."""

    def __init__(self, folder, users):
        self.folder, self.authority, self.users = folder, Authority(folder), users
        certificate, key = self.authority.sign("server", "IP:127.0.0.1")
        sample = (SOURCE / "config/central/nats-cluster.conf").read_text(encoding="utf-8")
        sample = re.sub(r"(?s)\ncluster \{.*?\n\}\n", "\n", sample)
        sample = re.sub(r"(?s)\nleafnodes \{.*?\n\}\n", "\n", sample)
        port = free_port()
        for said, here in (("0.0.0.0:4222", f"127.0.0.1:{port}"), ("/var/lib/nats", folder / "store"), ("500GB", "1GB"),
                           ("/etc/nats/server.pem", certificate), ("/etc/nats/server-key.pem", key),
                           ("/etc/nats/ca.pem", self.authority.certificate)):
            assert said in sample, said
            sample = sample.replace(said, str(here))
        site, centre = re.findall(r"nkey: (U\w+)", sample)
        sample = sample.replace(site, users["19"].public).replace(centre, users["central"].public)
        # The second site as an administrator adds it: the lines of the first one with its own code.
        permissions = re.search(r"(?s)  SITE_19 = \{.*?\n  \}\n", sample).group()
        line = re.search(r"    \{ nkey: .*SITE_19 \}\n", sample).group()
        second = permissions.replace("19", "08")
        sample = sample.replace(permissions, permissions + second).replace(
            line, line + line.replace(users["19"].public, users["08"].public).replace("SITE_19", "SITE_08"))
        config = folder / "nats.conf"
        config.write_text(sample, encoding="utf-8")
        subprocess.run(["nats-server", "--config", config, "-t"], check=True, capture_output=True)
        self.port = port
        self.program = Program("nats", ["nats-server", "--config", config], folder).start()
        wait_for(lambda: not socket.socket().connect_ex(("127.0.0.1", port)), self.program.tail)

    def section(self, user, authority=None, host="127.0.0.1", scheme="tls"):
        key = self.users[user]
        return (f'[nats]\nservers = ["{scheme}://{host}:{self.port}"]\nnkey = "{key.public}"\nnkey_seed = "{key.seed}"\n'
                f'ca_file = "{(authority or self.authority).certificate}"\n')


class Raw:
    """A client of the bare protocol, who signs in with a key and then says what he likes."""

    def __init__(self, server, user):
        plain = socket.create_connection(("127.0.0.1", server.port), 10)
        said = json.loads(self.line_of(plain)[len("INFO "):])
        self.socket = ssl.create_default_context(cafile=server.authority.certificate).wrap_socket(plain, server_hostname="127.0.0.1")
        signature = base64.urlsafe_b64encode(user.sign(said["nonce"].encode())).decode().rstrip("=")
        self.say(f'CONNECT {json.dumps({"nkey": user.public, "sig": signature, "verbose": False, "lang": "python", "version": "1"})}')
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


def publish(subject):
    return f"PUB {subject} 1\r\nx"


def what_a_site_may(server):
    raw = Raw(server, server.users["19"])
    allowed = [publish("dondoc.19.SNV.overdue"), publish("$KV.dondoc_position.19"), "SUB _INBOX_19.a 1", "SUB dondoc_ask.19 2"]
    refused = [publish("dondoc.08.SNV.overdue"), publish("dondoc.190.SNV.overdue"), publish("$KV.dondoc_position.08"),
               publish("dondoc_ask.19"), publish("dondoc_ask.08"), publish("$JS.API.STREAM.DELETE.DONDOC"),
               publish("$JS.API.STREAM.PURGE.DONDOC"), publish("$JS.API.STREAM.UPDATE.DONDOC"), publish("$JS.API.STREAM.MSG.GET.DONDOC"),
               publish("$JS.API.CONSUMER.CREATE.DONDOC"), publish("$JS.API.CONSUMER.DURABLE.CREATE.DONDOC.mine"),
               publish("$JS.API.CONSUMER.MSG.NEXT.DONDOC.central"), publish("$JS.API.DIRECT.GET.KV_dondoc_position.$KV.dondoc_position.08"),
               publish("_INBOX_08.a"), publish("_INBOX_central.a"), "SUB > 3", "SUB dondoc.> 4", "SUB dondoc.19.> 5", "SUB dondoc_ask.* 6",
               "SUB _INBOX_08.> 7", "SUB $KV.> 8", "SUB _INBOX.> 9"]
    wrong = [line for line in allowed if not raw.is_allowed(line)] + [line for line in refused if raw.is_allowed(line)]
    assert not wrong, f"decided otherwise than expected: {wrong}"
    print(f"a site may {len(allowed)} things of {len(allowed) + len(refused)}")


def nobody_else_comes_in(server, folder):
    stranger = User(folder, "stranger")
    try:
        Raw(server, stranger)
    except (PermissionError, ConnectionError) as error:
        assert "Authorization" in str(error), error
    else:
        raise AssertionError("a key that no configuration names came in")
    plain = socket.create_connection(("127.0.0.1", server.port), 10)
    assert json.loads(Raw.line_of(plain)[len("INFO "):])["tls_required"]
    plain.sendall(b'CONNECT {"verbose":false}\r\nPING\r\n')
    assert b"PONG" not in plain.recv(4096), "a connection without TLS was answered"


def does_not_come_through(site, section, said):
    """Nothing is published by a bridge whose configuration has this [nats] section, and `said` (a regex) is in its log."""
    config = site.folder / "wrong.conf"
    config.write_text((site.folder / "bridge.conf").read_text().split("[nats]")[0] + section)
    bridge = Program("wrong", [site.programs["dondoc-bridge"], "--config", config], site.folder).start()
    try:
        wait_for(lambda: re.search(said, bridge.tail()), bridge.tail)
        print(f"refused: {re.search(said, bridge.tail()).group()}")
    finally:
        bridge.end()
        bridge.log.unlink()


def who_may_only_read_gets_reports(centre, postgres, given):
    """As the user of dondoc-web does, with the grants of docs/scale.md."""
    postgres.ask("CREATE ROLE reader LOGIN")
    config = pathlib.Path(centre.words[2])
    reading = config.with_name("reader.toml")
    reading.write_text(config.read_text().replace("user=dondoc", "user=reader"))
    asked = [centre.words[0], "--config", reading, "report", "government", "--all-levels"]
    refused = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert refused.returncode != 0 and "permission denied" in refused.stderr, refused
    postgres.ask("GRANT USAGE ON SCHEMA dondoc TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA dondoc TO reader")
    total = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)["report"]["total"]
    assert total["current"]["given"] == str(given), total


class Section:
    """What Site and Centre ask servers for."""

    def __init__(self, text):
        self.text = text

    def section(self):
        return self.text


def live(build, folder):
    programs = {"dondocd": build / "daemon/dondocd", "dondoc": build / "client/dondoc", "dondoc-bridge": build / "client/dondoc-bridge",
                "dondoc-central": build / "client/dondoc-central"}
    users = {name: User(folder, f"user-{name}") for name in ("19", "08", "central")}
    postgres, server = Postgres(folder), ClosedServer(folder, users)
    started = []
    try:
        centre = Centre(folder, "central", programs, Section(server.section("central")), postgres, ["19", "08"])
        assert centre.prepare(), "the servers cannot be prepared"
        sites = [Site(folder, code, programs, Section(server.section(code))) for code in ("19", "08")]
        started += [program for site in sites for program in (site.daemon, site.bridge)] + [centre.program]
        for site in sites:
            site.run("agency", "import", SOURCE / "config/agencies/hai-cap-2025.toml")
            site.run("plan", "import", SOURCE / "config/samples/ke-hoach-2025.txt", "--document", "58/KH-UBND", "--issued", "08/07/2025",
                     "--level", "province", "--new-document", "--yes")
        sites[0].bridge.start()
        centre.program.start()
        taken = "SELECT count(*) FROM standing s JOIN site p ON p.generation = s.generation WHERE p.code = '{}' AND s.until = 'infinity'"
        wait_for(lambda: int(postgres.ask(taken.format("19"))[0][0]) == len(sites[0].assignments()), sites[0].bridge.tail)
        print(f"site 19: {len(sites[0].assignments())} assignments through TLS with a key pair")

        who_may_only_read_gets_reports(centre, postgres, len(sites[0].assignments()))
        what_a_site_may(server)
        nobody_else_comes_in(server, folder)
        other = Authority(folder, "other")
        does_not_come_through(sites[1], server.section("08", authority=other), "SSL Error.*|TLS.*")
        does_not_come_through(sites[1], server.section("08", host="localhost"), "SSL Error.*|TLS.*")
        # With the key of another site: the servers let it in, and it reaches nothing of this one.
        does_not_come_through(sites[1], server.section("19"), "event=servers_refuse.*_INBOX_08.*")
        assert postgres.ask(taken.format("08"))[0][0] == "0", "something came under another's name"
        sites[1].bridge.start()
        wait_for(lambda: int(postgres.ask(taken.format("08"))[0][0]) == len(sites[1].assignments()), sites[1].bridge.tail)
    finally:
        for program in started:
            program.end()
        server.program.end()
        postgres.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--keep", action="store_true", help="leave the folder")
    options = parser.parse_args()
    if lacks := missing_servers() or ("" if shutil.which("openssl") else "openssl"):
        print(f"skipped: {lacks} is not installed")
        return SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dondoc-closed-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        live(options.build.resolve(), folder)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
