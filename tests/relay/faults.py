#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""faults.py DONDOCD DONDOC DONDOC_RELAY [--all]: dondoc-relay and a real Postfix that fails, by its own settings, by a policy
service, by signals, and by a line that is cut. First what is one recipient's, all at once, beside two whom nothing hinders;
with --all also what is the whole server's, one after another. In the end each note has reached each person, and
more than once only under one Message-ID. Needs the package postfix and root; ends with 77 where they are missing."""

import argparse
import contextlib
import datetime
import os
import pathlib
import signal
import socket
import socketserver
import struct
import subprocess
import sys
import threading
import time

import postfix
from kills import PLAN, arrived
from province import SKIPPED, Province, free_port, wait_for

WELL = ("an", "binh")
# By the name before the @ of the recipient: what the relay says of the first try. None: it says nothing, the mail is taken.
REASONS = {"refused": "smtp 550 5.1.1", "busy": "smtp 421 4.3.2", "grey": "smtp 450 4.2.0", "full": "smtp 552 5.2.2",
           "closes": "smtp connection lost after RCPT", "killed": "smtp connection lost after DATA", "never": "smtp timeout after RCPT",
           "cut": "smtp connection lost after DATA", "unanswered": "smtp connection lost after DATA", "slow": None}
ANSWERS = {"busy": "421 4.3.2 too much to do", "grey": "450 4.2.0 come again", "full": "552 5.2.2 mailbox full"}
SIGNALS = {"closes": ("RCPT", signal.SIGKILL), "never": ("RCPT", signal.SIGSTOP), "killed": ("END-OF-MESSAGE", signal.SIGKILL)}
LARGEST_MAIL = 9_000  # bytes; others are about 3,100


class Policy(socketserver.ThreadingUnixStreamServer):
    """Postfix asks it at RCPT and after the mail. It knows which process asks, and may end or stop that one."""
    daemon_threads = True

    def __init__(self, path):
        super().__init__(str(path), PolicyTalk)
        os.chmod(path, 0o666)
        self.fails, self.stopped = True, []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def mend(self):
        self.fails = False
        for process in self.stopped:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


class PolicyTalk(socketserver.StreamRequestHandler):
    def handle(self):
        with contextlib.suppress(ConnectionError):  # of a process that was ended
            self.talk()

    def talk(self):
        asker = struct.unpack("3i", self.connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
        asked = {}
        for line in self.rfile:
            name, _, value = line.decode("utf-8", "replace").rstrip("\n").partition("=")
            if name:
                asked[name] = value
                continue
            self.wfile.write(f"action={self.answer(asked, asker)}\n\n".encode())
            asked = {}

    def answer(self, asked, asker):
        kind, state = asked.get("recipient", "").split("@")[0], asked.get("protocol_state")
        if not self.server.fails:
            return "DUNNO"
        if kind in SIGNALS and SIGNALS[kind][0] == state:
            if SIGNALS[kind][1] == signal.SIGSTOP:
                self.server.stopped.append(asker)
            os.kill(asker, SIGNALS[kind][1])
        if kind == "slow" and state == "RCPT":
            time.sleep(1)
        return ANSWERS.get(kind, "DUNNO") if state == "RCPT" else "DUNNO"


class Wire(socketserver.ThreadingTCPServer):
    """The line to the server. It is cut within the mail, or when the answer comes that it was taken."""
    daemon_threads = allow_reuse_address = True

    def __init__(self, server_port):
        super().__init__(("127.0.0.1", 0), WireTalk)
        self.server_port, self.port, self.fails = server_port, self.server_address[1], True
        threading.Thread(target=self.serve_forever, daemon=True).start()


class WireTalk(socketserver.BaseRequestHandler):
    def handle(self):
        self.kind, self.in_mail = "", False
        try:
            server = socket.create_connection(("127.0.0.1", self.server.server_port))
        except OSError:
            return  # nobody listens there: as if there were no line
        with server:
            back = threading.Thread(target=self.carry, args=(server, self.request, self.from_server), daemon=True)
            back.start()
            self.carry(self.request, server, self.from_client)
            back.join()

    def carry(self, source, to, passes):
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                if not passes(piece):
                    break
                to.sendall(piece)
        for end in (source, to):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def from_client(self, piece):
        if piece.upper().startswith(b"RCPT TO:<"):
            self.kind, self.in_mail = piece[9:].split(b"@")[0].decode(), False  # a line carries several mails
        return not (self.server.fails and self.kind == "cut" and self.in_mail)

    def from_server(self, piece):
        self.in_mail |= piece.startswith(b"354")
        return not (self.server.fails and self.kind == "unanswered" and piece.startswith(b"250 2.0.0 Ok: queued"))


class Server:
    """Postfix with settings that change while it runs."""

    def __init__(self, folder, recipients):
        self.folder, self.port = folder, free_port()
        self.etc = postfix.configure(folder, self.port, recipients)
        self.plain = (self.etc / "main.cf").read_text(encoding="utf-8")
        self.log = open(folder / "start.log", "w", encoding="utf-8")
        self.changes = 0

    def run(self, action):
        return subprocess.run(["/usr/sbin/postfix", "-c", str(self.etc), action], stdout=self.log, stderr=self.log,
                              stdin=subprocess.DEVNULL, check=False).returncode

    def set(self, settings):
        """From now on it answers as these settings say."""
        self.changes += 1
        (self.etc / "main.cf").write_text(f"{self.plain}smtpd_banner = $myhostname change-{self.changes} .\n{settings}", encoding="utf-8")
        if self.run("start" if self.changes == 1 else "reload") != 0:
            print((self.folder / "start.log").read_text(encoding="utf-8"), file=sys.stderr)
            return False
        before = f"change-{self.changes - 1} "  # one that refuses everybody says no name at all
        wait_for(lambda: (said := self.greeting()) and before not in said, "Postfix with its new settings")
        return True

    def greeting(self):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=2) as one:
            return one.recv(1000).decode()
        return ""  # nobody listens yet

    def certificate(self, host):
        key, certificate = self.folder / f"{host}.key", self.folder / f"{host}.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        return f"smtpd_tls_security_level = may\nsmtpd_tls_cert_file = {certificate}\nsmtpd_tls_key_file = {key}\n", certificate


class Faults:
    def __init__(self, province, server):
        self.province, self.server, self.notes = province, server, 0
        self.policy = Policy(server.folder / "policy")
        self.wire = Wire(server.port)
        self.asks_policy = (f"smtpd_recipient_restrictions = check_policy_service unix:{server.folder}/policy, reject_unauth_destination\n"
                            f"smtpd_end_of_data_restrictions = check_policy_service unix:{server.folder}/policy\n"
                            f"message_size_limit = {LARGEST_MAIL}\n")

    def begin(self):
        persons = self.province.folder / "persons.csv"
        persons.write_text("Họ và tên,Cơ quan,Email\n" + "".join(
            f"Người {name},{agency},{name}@tinh.vn\n" for agency, names in (("SNV", (*WELL, *REASONS)), ("STC", ("big",)))
            for name in names), encoding="utf-8")
        self.province.dondoc("person", "import", str(persons), "--yes")
        plan = self.province.folder / "plan.txt"
        plan.write_text(PLAN + "2\tSố hóa hồ sơ\tTrước ngày 31/12/2023\tSở Tài chính\n", encoding="utf-8")
        self.province.dondoc("plan", "import", str(plan), "--document", "12/KH-UBND", "--issued", "13/05/2023", "--level", "province",
                             "--yes")
        self.connect(self.wire.port, 'tls = "off"')

    def connect(self, port, mail):
        if self.province.relay:
            self.province.kill_relay()
        self.province.configure_relay(port, 'gather = "1s"\n', f'{mail}\ntimeout = "8s"\n')
        begun = self.province.relay_log().count("event=begin") if self.province.relay else 0
        self.province.start_relay()
        if not begun:
            wait_for(self.province.has_begun, "the relay has begun")

    def tell(self):
        self.notes += 1
        self.province.dondoc("assignment", "comment", "1", "--note", f"ghi chú {self.notes} hết")
        self.pass_by(minutes=1)
        return self.notes

    def pass_by(self, minutes):
        self.province.advance(self.province.now + datetime.timedelta(minutes=minutes))

    def arrived(self):
        return arrived(self.server.folder / "mails")

    def reached(self, note):
        return {name.split("@")[0] for name, number in self.arrived() if number == note}

    def unsent(self):
        """{name: reason} of what waits or was refused."""
        listed = self.province.json("outbox", "list", "--limit", "1000")["deliveries"]
        return {delivery["person_name"].removeprefix("Người "): delivery["reason"] for delivery in listed}

    def of_recipients(self):
        """All of them at once: each fails in its own way, and two do not wait for them."""
        note = self.tell()
        wait_for(lambda: {*WELL, "slow", "unanswered"} <= self.reached(note), "those whom nothing hinders")
        wait_for(lambda: len(self.unsent()) >= len([why for why in REASONS.values() if why]), lambda: f"what is not sent: {self.unsent()}")
        expect(self.unsent(), {name: why for name, why in REASONS.items() if why}, "reasons")
        expect(self.reached(note), {*WELL, "slow", "unanswered"}, "those who were reached while others fail")
        self.policy.mend()
        self.wire.fails = False
        self.everybody_reached(note)
        wait_for(lambda: self.unsent() == {"refused": REASONS["refused"]}, lambda: f"what was refused for good alone: {self.unsent()}")
        office = self.province.json("log", "--agency", "VPUBND", "--limit", "100")["events"]
        expect(sum(event["kind"] == "undelivered" for event in office), 1, "times that the office was told")

    def everybody_reached(self, note):
        """Time goes on until what was put off has come."""
        everybody = {*WELL, *REASONS} - {"refused"}

        def have_all():
            self.pass_by(minutes=20)
            self.province.settle()
            return everybody <= self.reached(note)
        wait_for(have_all, lambda: f"note {note} for {everybody}; it reached {self.reached(note)}, and {self.unsent()}")

    def too_big(self):
        """A mail that the server never takes is refused for good, and holds up nobody."""
        for turn in range(8):  # in one mail
            self.province.dondoc("assignment", "comment", "2", "--note", f"Lần {turn}: số liệu đối chiếu từng xã. " * 20)
        note = self.tell()
        wait_for(lambda: "big" in self.unsent(), "the refusal")
        expect(self.unsent()["big"], "smtp 552 5.3.4", "reason of what is too big")
        self.everybody_reached(note)

    def of_server(self, name, settings, reason, port=None, mail='tls = "off"'):
        """Nothing comes while the server fails, and nothing is held against a message."""
        if not self.server.set(settings):
            raise AssertionError(f"{name}: Postfix does not start")
        self.connect(port or self.server.port, mail)
        downs = self.province.relay_log().count("event=channel_down")
        note = self.tell()
        wait_for(lambda: self.province.relay_log().count("event=channel_down") > downs, f"{name}: that the server fails")
        said = self.province.relay_log().rpartition("event=channel_down")[2].splitlines()[0]
        if reason not in said:
            raise AssertionError(f"{name}: the relay says {said}, and not {reason}")
        expect(self.reached(note), set(), f"{name}: those who were reached")
        return note

    def mend(self, note, settings="", mail='tls = "off"'):
        self.server.set(settings)
        self.connect(self.server.port, mail)
        self.everybody_reached(note)

    def whole_server(self):
        self.mend(self.of_server("full disk", f"queue_minfree = {1 << 60}\n", "smtp 452 4.3.1"))
        self.mend(self.of_server("busy", "smtpd_delay_reject = no\nsmtpd_client_restrictions = defer\n", "smtp 450"))
        encrypted, certificate = self.server.certificate("localhost")
        mail = f'tls = "required"\nca_file = "{certificate}"'
        self.mend(self.of_server("without TLS", "", "tls missing", mail=mail), encrypted, mail)
        anothers, wrong = self.server.certificate("another.vn")
        self.mend(self.of_server("TLS of another", anothers, "tls certificate", mail=f'tls = "required"\nca_file = "{wrong}"'))
        self.mend(self.of_server("nobody there", "", "no connection", port=free_port()))

    def check(self):
        found = self.arrived()
        again = {key: ids for key, ids in found.items() if ids.total() > 1}
        expect([key for key, ids in found.items() if len(ids) > 1], [], "under two Message-IDs")
        expect([key for key in again if not key[0].startswith("unanswered@")], [], "that came twice")
        expect(sum(ids.total() for ids in again.values()), 2, "copies of what was taken and not answered")
        print(f"{self.notes} notes through Postfix, {len(found)} mails that had to come, {len(again)} of them again under the same "
              f"Message-ID, none lost")


def expect(found, wanted, what):
    if found != wanted:
        raise AssertionError(f"{what}: {found}, wanted {wanted}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", nargs=3)
    parser.add_argument("--all", action="store_true", help="also faults of the whole server")
    options = parser.parse_args()
    if not postfix.is_here():
        print("skipped: Postfix cannot be run here (package postfix, as root)")
        sys.exit(SKIPPED)
    with Province(options.programs, "2023-05-13T08:00") as province:
        folder = pathlib.Path(province.folder) / "post"
        folder.mkdir()
        server = Server(folder, [f"{name}@tinh.vn" for name in (*WELL, *REASONS, "big") if name != "refused"])
        faults = Faults(province, server)
        try:
            if not server.set(faults.asks_policy):
                print("skipped: Postfix does not start here")
                sys.exit(SKIPPED)
            faults.begin()
            faults.of_recipients()
            faults.too_big()
            if options.all:
                faults.whole_server()
            faults.check()
        finally:
            faults.policy.mend()
            server.run("abort")


if __name__ == "__main__":
    main()
