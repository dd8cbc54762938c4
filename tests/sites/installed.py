#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One site of many with what was installed: in the Debian that scripts/package-test.sh has set up, dondoc-bridge and dondoc-central run
as their units run them, by the configurations that were shipped, beside a NATS server and a PostgreSQL of this machine. In the end the
centre's report equals the site's own.

  installed.py --root FOLDER

Ends with 0 when they are equal, 77 when this machine lacks the servers."""
import argparse
import json
import pathlib
import re
import subprocess
import sys

from machines import SKIPPED, Postgres, Program, Servers, missing_servers, wait_for

ADMIN = "/var/lib/dondoc/admin.toml"


class Installation:
    def __init__(self, root):
        self.root = root

    def words(self, user, *command):
        return ["chroot", self.root, "/usr/bin/env", "LC_ALL=C.UTF-8", "setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups",
                *command]

    def run(self, user, *command):
        done = subprocess.run(self.words(user, *command), check=False, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"{command}: {done.stdout}{done.stderr}")
        return done.stdout

    def program(self, name, user):
        return Program(name, self.words(user, name), self.root / "tmp", umask=0o007)

    def configure(self, name, **values):
        """Sets keys in the configuration that was shipped; they may be commented out there."""
        file = self.root / "etc/dondoc" / name
        text = file.read_text(encoding="utf-8")
        for key, value in values.items():
            text, found = re.subn(rf"(?m)^#?{key} = .*$", f"{key} = {value}", text, count=1)
            assert found, f"{name} has no {key}"
        file.write_text(text, encoding="utf-8")


def live(here, started):
    folder = here.root / "many"
    folder.mkdir()
    postgres = Postgres(folder)
    started.append(postgres)
    servers = Servers(folder, 1)
    started.append(servers)
    url = json.dumps([servers.nodes[0].url])
    daemon = here.program("dondocd", "dondoc").start()
    started.append(daemon)
    wait_for(lambda: subprocess.run(here.words("dondoc", "dondoc", "--profile", ADMIN, "clock", "show"), check=False,
                                    capture_output=True).returncode == 0, daemon.tail)

    here.run("root", "dondoc", "--profile", ADMIN, "key", "new", "--out", "/etc/dondoc/bridge-key.toml", "--role", "office", "--name", "bridge")
    here.run("root", "chown", "dondoc-bridge", "/etc/dondoc/bridge-key.toml")
    here.configure("dondoc-bridge.toml", servers=url, look='"1s"', alive='"2s"')
    here.configure("dondoc-central.toml", servers=url, replicas="1", max_gib="1",
                   database=json.dumps(postgres.conninfo.replace(str(here.root), "")))
    for program in ("dondoc-bridge", "dondoc-central"):
        print(here.run(program, program, "--check-config").strip())
    wait_for(lambda: subprocess.run(here.words("dondoc-central", "dondoc-central", "--prepare"), check=False,
                                    capture_output=True).returncode == 0, "the servers, to be prepared")
    for program in ("dondoc-bridge", "dondoc-central"):
        started.append(here.program(program, program).start())

    asked = ("report", "government", "--all-levels")
    own = json.loads(here.run("dondoc", "dondoc", "--profile", ADMIN, "--json", *asked))["total"]
    assert int(own["current"]["given"]) > 0, own

    def is_equal():
        """Nothing is answered before the first snapshot is there."""
        done = subprocess.run(here.words("dondoc-central", "dondoc", "--json", "central", *asked), check=False, capture_output=True,
                              text=True)
        return done.returncode == 0 and json.loads(done.stdout)["report"]["total"] == own

    wait_for(is_equal, lambda: "\n".join(program.tail() for program in started[-2:]))
    print(f"site and centre: {own['current']['given']} assignments given")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    options = parser.parse_args()
    if lacks := missing_servers():
        print(f"skipped: {lacks} is not installed")
        return SKIPPED
    started = []
    try:
        live(Installation(options.root.resolve()), started)
    finally:
        for one in reversed(started):
            one.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
