# SPDX-License-Identifier: GPL-3.0-or-later
"""Real servers in folders of their own, on loopback: nodes of NATS, PostgreSQL, sites with daemon and bridge, centres."""
import argparse
import copy
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from free_port import free_port  # noqa: E402
import wait_for as waiting  # noqa: E402

POSTGRES = pathlib.Path("/usr/lib/postgresql/15/bin")
SKIPPED = 77
REFUSED = 2  # a program's exit code when it is not to be started again
SOURCE = pathlib.Path(__file__).resolve().parents[2]


def missing_servers():
    """What this machine lacks, as text; empty: nothing."""
    lacks = [] if shutil.which("nats-server") else ["nats-server"]
    if not (POSTGRES / "initdb").exists():
        lacks.append("postgresql-15")
    return ", ".join(lacks)


def run(description, name, live, add_options=lambda parser: None, needs=()):
    """What a test of real servers does beside its own part, `live(options, folder)`. Returns its exit code: 0, or 77 when this machine
    lacks the servers, or a program of `needs`."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--keep", action="store_true", help="leave the folder")
    add_options(parser)
    options = parser.parse_args()
    options.build = options.build.resolve()
    if lacks := missing_servers() or ", ".join(need for need in needs if not shutil.which(need)):
        print(f"skipped: {lacks} is not installed")
        return SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"dondoc-{name}-", dir="/tmp"))
    folder.chmod(0o755)  # the database runs as another user
    try:
        live(options, folder)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


def programs_of(build):
    return {"dondocd": build / "daemon/dondocd", "dondoc": build / "client/dondoc", "dondoc-bridge": build / "client/dondoc-bridge",
            "dondoc-central": build / "client/dondoc-central"}


def wait_for(condition, what, seconds=60):
    """As everywhere; meanwhile what ends by itself is started again, as systemd does."""
    def look():
        for program in list(Program.started):
            program.keep_up()
        return condition()

    return waiting.wait_for(look, what, seconds)


class Program:
    """A program that is started again after it was killed. One that was started is to run until somebody ends it."""

    started = []

    def __init__(self, name, words, folder, **how):
        self.name, self.words, self.log, self.how = name, [str(word) for word in words], folder / f"{name}.log", how
        self.process, self.began = None, 0

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.words, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **self.how)
        self.began = time.monotonic()
        if self not in self.started:
            self.started.append(self)
        return self

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def is_to_run(self):
        return self in self.started

    def has_refused(self):
        return self.process.poll() == REFUSED

    def keep_up(self):
        """Starts it again where it ended by itself, as a bridge does whose servers do not answer. A crash is none of that."""
        code = self.process.poll()
        if code in (None, REFUSED) or time.monotonic() < self.began + 1:
            return
        assert code >= 0 and "Sanitizer" not in self.tail(), f"it broke, {code}: {self.tail()}"
        self.start()

    def end(self, how=signal.SIGTERM):
        if self.is_to_run():
            self.started.remove(self)
        if self.is_running():
            self.process.send_signal(how)
            self.process.wait(30)

    def kill(self):
        self.end(signal.SIGKILL)

    def tail(self):
        """Its name and the end of its log, to say whom one waited for in vain."""
        return f"{self.name}:\n" + (self.log.read_text(errors="replace")[-3000:] if self.log.exists() else "")


class Postgres:
    def __init__(self, folder, settings=("fsync=off",)):
        self.data, self.socket = folder / "pg", folder / "pgs"
        self.socket.mkdir()
        self.as_user = {}
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres" if any(u.pw_name == "postgres" for u in pwd.getpwall()) else "nobody")
            self.data.mkdir()
            for path in (self.data, self.socket):
                os.chown(path, user.pw_uid, user.pw_gid)
            self.as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        subprocess.run([POSTGRES / "initdb", "-D", self.data, "-A", "trust", "-U", "dondoc", "--no-sync"], check=True,
                       stdout=subprocess.DEVNULL, cwd="/", **self.as_user)
        set_so = [word for setting in settings for word in ("-c", setting)]
        self.program = Program("postgres", [POSTGRES / "postgres", "-D", self.data, "-k", self.socket, "-h", "", *set_so], folder, cwd="/",
                               **self.as_user).start()
        self.conninfo = f"host={self.socket} user=dondoc dbname=postgres"
        wait_for(lambda: subprocess.run([POSTGRES / "pg_isready", "-q", "-h", self.socket], check=False).returncode == 0,
                 self.program.tail)

    def ask(self, sql):
        """Rows as lists of texts."""
        done = subprocess.run([POSTGRES / "psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", self.conninfo, "-c",
                               "SET search_path = dondoc; " + sql], check=True, capture_output=True, text=True)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def another(self, name):
        """A database beside this one, to be asked alike."""
        subprocess.run([POSTGRES / "createdb", "-h", self.socket, "-U", "dondoc", name], check=True)
        other = copy.copy(self)
        other.conninfo = self.conninfo.replace("dbname=postgres", f"dbname={name}")
        return other

    def end(self):
        self.program.end(signal.SIGINT)


class Node:
    def __init__(self, folder, number, ports):
        self.name, self.store = f"n{number}", folder / f"nats{number}"
        config = folder / f"nats{number}.conf"
        routes = ", ".join(f'"nats://127.0.0.1:{route}"' for _, route in ports)
        cluster = f'cluster {{ name: c, listen: "127.0.0.1:{ports[number][1]}", routes: [{routes}] }}\n' if len(ports) > 1 else ""
        config.write_text(f'listen: "127.0.0.1:{ports[number][0]}"\nserver_name: {self.name}\n{cluster}'
                          f'jetstream {{ store_dir: "{self.store}", max_file_store: 8GB, max_memory_store: 64MB }}\n')
        self.url = f"nats://127.0.0.1:{ports[number][0]}"
        self.program = Program(f"node{number}", ["nats-server", "-c", config], folder)

    def answers(self):
        host, port = self.url.removeprefix("nats://").split(":")
        with socket.socket() as one:
            return one.connect_ex((host, int(port))) == 0


class Servers:
    """One node, or a cluster of three. `max_gib`: what their stream holds."""

    def __init__(self, folder, nodes, max_gib=None):
        ports = [(free_port(), free_port()) for _ in range(nodes)]
        self.nodes = [Node(folder, number, ports) for number in range(nodes)]
        self.copy, self.max_gib = folder / "older", max_gib
        self.start()

    def start(self):
        for node in self.nodes:
            node.program.start()

    def end(self, how=signal.SIGTERM):
        for node in self.nodes:
            node.program.end(how)

    def section(self):
        servers = ", ".join(f'"{node.url}"' for node in self.nodes)
        bound = f"max_gib = {self.max_gib}\n" if self.max_gib else ""
        return f"[nats]\nservers = [{servers}]\nreplicas = {len(self.nodes)}\n{bound}"

    def keep_a_copy(self):
        self.end()
        shutil.rmtree(self.copy, ignore_errors=True)
        self.copy.mkdir()
        for node in self.nodes:
            if node.store.exists():  # one that has lost its store may not have made a new one yet
                shutil.copytree(node.store, self.copy / node.store.name)
        self.start()

    def go_back_to_the_copy(self):
        self.end(signal.SIGKILL)
        for node in self.nodes:
            shutil.rmtree(node.store, ignore_errors=True)
            if (self.copy / node.store.name).exists():
                shutil.copytree(self.copy / node.store.name, node.store)
        self.start()


class Site:
    def __init__(self, folder, code, programs, servers, start="2025-07-09T08:00"):
        self.code, self.programs = code, programs
        self.folder = folder / code.replace(" ", "_")
        self.folder.mkdir()
        calendars = ", ".join(f'"{SOURCE}/config/calendar/{year}.toml"' for year in (2025, 2026))
        (self.folder / "dondocd.toml").write_text(
            f'[daemon]\ndata_dir = "data"\nname = "Nơi {code}"\n[listen]\nsessions = ["ipc://{self.folder}/s"]\n'
            f'feed = ["ipc://{self.folder}/f"]\n[clock]\nmode = "simulated"\nstart = "{start}"\n[calendar]\nfiles = [{calendars}]\n')
        self.daemon = Program("dondocd", [programs["dondocd"], "--config", self.folder / "dondocd.toml"], self.folder)
        self.start_daemon()
        self.run("key", "new", "--out", self.folder / "bridge.toml", "--role", "office", "--name", "bridge")
        (self.folder / "bridge.conf").write_text(
            f'profile = "bridge.toml"\nsite = "{code}"\nlook = "1s"\nalive = "2s"\nsnapshot_at = "never"\n{servers.section()}')
        self.bridge = Program("bridge", [programs["dondoc-bridge"], "--config", self.folder / "bridge.conf"], self.folder)

    def start_daemon(self):
        self.daemon.start()
        admin = self.folder / "data" / "admin.toml"
        wait_for(lambda: admin.exists() and self.ask("clock", "show", check=False) is not None, self.daemon.tail)

    def words(self, *arguments):
        return [str(self.programs["dondoc"]), "--profile", str(self.folder / "data" / "admin.toml"), *map(str, arguments)]

    def run(self, *arguments, check=True):
        done = subprocess.run(self.words(*arguments), check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if check and done.returncode != 0:
            raise AssertionError(f"{self.code}: {arguments}: {done.stdout}{done.stderr}")
        return done

    def ask(self, *arguments, check=True):
        done = self.run("--json", *arguments, check=check)
        return json.loads(done.stdout) if done.returncode == 0 else None

    def assignments(self):
        """All of them, by id, as the daemon lists them."""
        rows, after = {}, 0
        while True:
            page = self.ask("task", "list", "--limit", 1000, "--offset", after).get("rows", [])
            rows.update({int(row["assignment"]): row for row in page})
            after += len(page)
            if len(page) < 1000:
                return rows

    def log(self):
        """All events that it still has."""
        events, after = [], 0
        while True:
            page = self.ask("log", "--limit", 1000, "--after", after).get("events", [])
            events += page
            if len(page) < 1000:
                return events
            after = page[-1]["id"]

    def backup(self, name):
        self.run("backup", name)
        return next((self.folder / "data").rglob(name))

    def restore(self, backup):
        self.daemon.end()
        subprocess.run([self.programs["dondocd"], "--config", self.folder / "dondocd.toml", "--restore", backup], check=True,
                       capture_output=True)
        self.start_daemon()


class Centre:
    def __init__(self, folder, name, programs, servers, postgres, sites):
        config = folder / f"{name}.toml"
        listed = "".join(f'[[site]]\ncode = "{code}"\nname = "Tỉnh {code}"\n' for code in sites)
        config.write_text(f'database = "{postgres.conninfo}"\nname = "Trung tâm"\n{listed}{servers.section()}')
        self.config, self.words = config, [programs["dondoc-central"], "--config", config]
        self.program = Program(name, self.words, folder)

    def prepare(self):
        done = subprocess.run([*self.words, "--prepare"], check=False, capture_output=True, text=True)
        return done.returncode == 0

    def report(self, *arguments):
        done = subprocess.run([*map(str, self.words), "report", *map(str, arguments)], check=False, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"report {arguments}: {done.stderr}")
        return json.loads(done.stdout)
