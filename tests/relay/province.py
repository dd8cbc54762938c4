# SPDX-License-Identifier: Apache-2.0
"""A dondocd under a simulated clock and a dondoc-relay beside it, in a temporary folder, for tests of what reaches persons."""

import contextlib
import datetime
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from free_port import free_port  # noqa: E402
from wait_for import wait_for  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
SKIPPED = 77


class Server:
    """A mail server written in Python: its port is the first line of its output. Ends with us."""

    def __init__(self, script, *arguments):
        self.process = subprocess.Popen([sys.executable, HERE / script, *map(str, arguments)], stdout=subprocess.PIPE,
                                        text=True)
        self.port = self.process.stdout.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait()


class Province:
    def __init__(self, programs, start):
        self.dondocd, self.program, self.relay_program = programs
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dondoc-relay-"))
        self.folder.chmod(0o755)  # a mail server of its own user delivers below it
        self.daemon = self.relay = None
        self.now = datetime.datetime.fromisoformat(start).replace(tzinfo=VIETNAM)
        (self.folder / "dondocd.toml").write_text(
            f'[daemon]\ndata_dir = "{self.folder}/data"\n[listen]\nsessions = ["ipc://{self.folder}/s"]\nfeed = []\n'
            f'[clock]\nmode = "simulated"\nstart = "{start}"\n[office]\nagency = "VPUBND"\n'
            f'[calendar]\nfiles = ["{SOURCE}/config/calendar/2023.toml", "{SOURCE}/config/calendar/2024.toml"]\n',
            encoding="utf-8")
        with open(self.folder / "dondocd.log", "ab") as log:
            self.daemon = subprocess.Popen([self.dondocd, "--config", self.folder / "dondocd.toml"], stdout=log, stderr=log)
        wait_for(lambda: self.dondoc("clock", "show", check=False).returncode == 0, "dondocd")
        self.dondoc("agency", "import", str(SOURCE / "config/agencies/sample.toml"), "--yes")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in (self.relay, self.daemon):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def dondoc(self, *arguments, check=True):
        done = subprocess.run([self.program, "--profile", self.folder / "data/admin.toml", *arguments],
                              capture_output=True, text=True, timeout=120,
                              env={**os.environ, "DONDOC_LANG": "vi", "NO_COLOR": "1", "COLUMNS": "200"})
        if check and done.returncode != 0:
            raise AssertionError(f"dondoc {arguments}: {done.stdout}{done.stderr}")
        return done

    def json(self, *arguments):
        return json.loads(self.dondoc("--json", *arguments).stdout)

    def events(self):
        """All that was decided, in its order."""
        lines = self.dondoc("--json", "listen", "--stream", "--since", "0", "--until-idle", "--consumer", "test").stdout
        return [json.loads(line) for line in lines.splitlines()]

    def advance(self, to):
        self.now = max(self.now, to)
        self.dondoc("clock", "advance", "--to", self.now.strftime("%Y-%m-%dT%H:%M"))

    # The relay.
    def configure_relay(self, port, top="", mail='tls = "off"\ntimeout = "5s"\n'):
        if not (self.folder / "relay-key.toml").exists():
            self.dondoc("key", "new", "--role", "office", "--name", "relay", "--out", str(self.folder / "relay-key.toml"))
        (self.folder / "relay.toml").write_text(
            f'profile = "relay-key.toml"\noutbox = "outbox.db"\nsite = "tinh"\n{top}'
            f'[mail]\nserver = "smtp://localhost:{port}"\nfrom = "Đôn đốc <dondoc@tinh.vn>"\n{mail}'
            '[watch]\nevery = "1s"\nmetrics = "relay.prom"\n', encoding="utf-8")

    def start_relay(self):
        with open(self.folder / "relay.log", "ab") as log:
            self.relay = subprocess.Popen([self.relay_program, "--config", self.folder / "relay.toml"], stdout=log, stderr=log)

    def kill_relay(self):
        self.relay.send_signal(signal.SIGKILL)
        self.relay.wait()

    def has_begun(self):
        return "event=begin" in self.relay_log()

    def relay_log(self):
        return (self.folder / "relay.log").read_text(encoding="utf-8", errors="replace")

    def figures(self):
        """Of the relay's last round: {'dondoc_relay_outbox_messages{channel="mail",state="due"}': 3.0, ...}"""
        with contextlib.suppress(FileNotFoundError):
            text = (self.folder / "relay.prom").read_text(encoding="utf-8")
            return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in text.splitlines()
                    if not line.startswith("#")}
        return {}

    def settle(self):
        """Until the relay knows what time it is, has followed the stream to its end and has sent all that is due."""
        def is_settled():
            if self.relay.poll() is not None:
                raise AssertionError(f"the relay has ended: {self.relay_log()[-2000:]}")
            figures = self.figures()
            return (figures.get("dondoc_relay_clock_seconds", 0) >= self.now.timestamp()
                    and figures["dondoc_relay_behind_events"] == 0
                    and figures.get('dondoc_relay_outbox_messages{channel="mail",state="due"}', 0) == 0)
        wait_for(is_settled, lambda: f"the relay at {self.now}: {self.figures()}\n{self.relay_log()[-2000:]}")
