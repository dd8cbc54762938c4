#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sites, servers and centres that are killed at random while work goes on; in the end the centre equals the sites, row for
row and class for class, as of three days.

  drill.py --build build/release --rounds 300 --nodes 3 --sites 3 --look 50 --pause 3      by hand; equal after every 50 rounds, too
  drill.py --build build/dev --rounds 4                                what ctest runs

Ends with 0 when all is equal, 77 when this machine lacks the servers."""
import random
import shutil
import sys
import time

from equality import Equality
from machines import SOURCE, Centre, Postgres, Servers, Site, programs_of, run, wait_for

WAIT = 600  # seconds until all has come, and until it was looked at
DAYS = 300  # that pass in the rounds, about: no site may come to a day that the centre has not seen


class Drill:
    def __init__(self, options, folder):
        self.random = random.Random(options.seed)
        self.nodes = options.nodes
        programs = programs_of(options.build)
        self.postgres = Postgres(folder)
        self.folder, self.built = folder, programs
        self.servers = Servers(folder, options.nodes)
        codes = [f"T{number}.x y" if number == 0 else f"T{number}" for number in range(options.sites)]
        self.centres = [Centre(folder, f"central{number}", programs, self.servers, self.postgres, codes) for number in range(2)]
        self.sites = [Site(folder, code, programs, self.servers) for code in codes]
        self.backups, self.documents = {}, {}
        self.longest_leap = max(1, min(8, 4 * DAYS // options.rounds - 1))  # every other round, half of it on average
        self.equality = Equality(self.sites, self.centres, self.postgres)

    def programs(self):
        for site in self.sites:
            yield site.daemon
            yield site.bridge
        for centre in self.centres:
            yield centre.program

    def begin(self):
        self.prepare()
        for number, site in enumerate(self.sites):
            site.run("agency", "import", SOURCE / "config/agencies/hai-cap-2025.toml")
            self.take_in(site, "province")
            if number == 0:
                self.take_in(site, "government", "--secret")
        self.restart()

    def prepare(self):
        """A bridge that is there before the stream waits for it."""
        bridge = self.sites[0].bridge

        def is_waiting():
            if not bridge.is_running():
                bridge.start()
            return "event=not_prepared" in bridge.tail()

        wait_for(is_waiting, bridge.tail)
        wait_for(self.centres[0].prepare, "the servers, to be prepared")

    def take_in(self, site, level, *more):
        number = self.documents[site.code] = self.documents.get(site.code, 57) + 1
        site.run("plan", "import", SOURCE / "config/samples/ke-hoach-2025.txt", "--document", f"{number}/KH-UBND", "--issued",
                 "08/07/2025", "--level", level, "--new-document", "--yes", *more)

    def work(self, site):
        """Something that happens at an office; what is refused, as work that is done already, changes nothing."""
        rows = site.ask("task", "list", "--limit", 1000).get("rows", [])
        for row in self.random.sample(rows, min(3, len(rows))):
            part = row["assignment"]
            site.run("assignment", *self.random.choice([
                ("complete", part, "--note", "BC 12"), ("progress", part, "--percent", self.random.randrange(100)),
                ("report", part, "--number", "15/BC"), ("confirm", part), ("reopen", part, "--reason", "sai"),
                ("cancel", part, "--reason", "trùng"), ("extend", part, "--due", "31/12/2025", "--decision", "5/QĐ", "--reason", "xin thêm")]),
                     check=False)
        what = self.random.random()
        if what < 0.1:
            self.take_in(site, self.random.choice(["government", "province"]))
        elif what < 0.2:
            site.run("press", "--overdue", "--by", "phone", "--yes", check=False)
        elif what < 0.7:
            self.equality.note_day(site)
            site.run("clock", "advance", "--by", f"{self.random.randint(1, self.longest_leap)}d")

    def trouble(self):
        what = self.random.randrange(6)
        if what == 0:
            node = self.random.choice(self.servers.nodes)
            node.program.kill()
            if self.nodes > 1 and self.random.random() < 0.3:
                shutil.rmtree(node.store)
            node.program.start()
            return "node"
        if what == 1:
            self.again(self.random.choice(self.sites).bridge)
            return "bridge"
        if what == 2:
            self.again(self.random.choice(self.centres).program)
            return "centre"
        if what == 3:
            site = self.random.choice(self.sites)
            site.daemon.kill()
            site.start_daemon()
            return "daemon"
        return ""

    def again(self, program):
        program.kill()
        program.start()

    def keep(self):
        """What is gone back to later: the servers' stores, and a site's database."""
        self.servers.keep_a_copy()
        site = self.random.choice(self.sites)
        self.backups[site.code] = site.backup(f"backup{self.random.randrange(10**9)}.db")

    def lose(self):
        self.servers.go_back_to_the_copy()
        for site in self.sites:
            if site.code in self.backups and self.random.random() < 0.5:
                self.restore(site, self.backups.pop(site.code))

    def restore(self, site, backup):
        site.restore(backup)
        self.equality.forget_days(site)

    def merge(self):
        site = self.sites[-1]
        today = site.ask("clock", "show")["today"]
        done = site.run("agency", "succeed", "--kind", "merge", "--day", today, "--document", "15/NQ-HĐND", "--from", "SXD", "--from",
                        "STC", "--to", "STC", "--yes", check=False)
        return done.returncode == 0

    def restart(self):
        """As systemd does."""
        for program in self.programs():
            if not program.is_running():
                program.start()

    def live(self, options):
        for number in range(options.rounds):
            self.restart()
            for site in self.sites:
                self.work(site)
            what = self.trouble()
            if number % 10 == 2:
                self.keep()
                what += " copy"
            elif number % 10 == 3:
                self.lose()
                what += " loss"
            if number == options.rounds // 2:
                what += " merger" if self.merge() else " no merger"
            print(f"round {number}: {what}", flush=True)
            if options.look and number % options.look == options.look - 1:
                self.compare()
            time.sleep(self.random.random() * options.pause)

    def compare(self):
        began, last, looks = time.monotonic(), [], []

        def is_equal():
            self.restart()
            looked = time.monotonic()
            last[:] = self.equality.event_differences() or self.equality.differences()
            looks.append(time.monotonic() - looked)
            return not last

        wait_for(is_equal, lambda: "\n".join(["equality:", *last, *(program.tail() for program in self.programs())]), WAIT)
        snapshots, events = self.postgres.ask("SELECT (SELECT count(*) FROM generation), (SELECT count(*) FROM event)")[0]
        print(f"equal after {time.monotonic() - began:.1f} s, of which the last of {len(looks)} looks took {looks[-1]:.1f} s; "
              f"{snapshots} snapshots, {events} events so far", flush=True)

    def restore_twice(self):
        """Two lineages after another, each with events of its own before the next."""
        site = self.sites[0]
        for number in range(2):
            backup = site.backup(f"twice{number}.db")
            site.run("clock", "advance", "--by", "20d")
            self.restore(site, backup)
            site.run("clock", "advance", "--by", "10d")

    def restore_too_far(self):
        """From a backup that is too old, and when that was seen, from the right one."""
        site = self.sites[-1]
        old = site.backup("old.db")
        site.run("clock", "advance", "--by", "10d")
        right = site.backup("right.db")
        site.run("clock", "advance", "--by", "10d")
        for backup in (old, right):
            before = self.lineages(site)
            self.restore(site, backup)
            site.run("clock", "advance", "--by", "5d")
            wait_for(lambda: self.lineages(site) > before, lambda: "the lineage at the centre: " + site.bridge.tail())

    def lineages(self, site):
        return int(self.postgres.ask(f"SELECT count(*) FROM lineage l JOIN site p ON p.id = l.site WHERE p.code = '{site.code}'")[0][0])

    def read_again(self):
        """A centre that goes on reads what is new; one that has to read all of the stream once more comes to the same."""
        read = {row[0]: int(row[1]) for row in self.postgres.ask("SELECT code, position FROM site")}
        assert len(read) == len(self.sites) and all(read.values()), f"the centre does not know where it is: {read}"
        for centre in self.centres:
            centre.program.kill()
        self.postgres.ask("UPDATE site SET position = 0")
        self.restart()
        wait_for(lambda: all(int(row[0]) > 0 for row in self.postgres.ask("SELECT position FROM site")), self.centres[0].program.tail)

    def read_anew(self):
        """A centre that is new, with a database of its own: all that it knows lies in the stream, or is asked for."""
        postgres, days = self.postgres.another("anew"), self.equality.days
        codes = [site.code for site in self.sites]
        self.centres.append(Centre(self.folder, "anew", self.built, self.servers, postgres, codes))
        self.equality = Equality(self.sites, self.centres[-1:] * 2, postgres)
        self.equality.days = days
        wait_for(self.centres[-1].prepare, "the new centre's tables")

    def end(self):
        for program in self.programs():
            program.end()
        self.servers.end()
        self.postgres.end()


def live(options, folder):
    print(f"seed {options.seed}, in {folder}", flush=True)
    drill = Drill(options, folder)
    try:
        drill.begin()
        drill.live(options)
        drill.compare()
        drill.restore_twice()
        drill.compare()
        drill.restore_too_far()
        drill.compare()
        drill.read_again()
        drill.compare()
        drill.read_anew()
        drill.compare()
    finally:
        drill.end()


def add_options(parser):
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=1)
    parser.add_argument("--sites", type=int, default=2)
    parser.add_argument("--look", type=int, default=0, help="compare after so many rounds each")
    parser.add_argument("--pause", type=float, default=0, help="seconds between two rounds, at most; the moment is any")
    parser.add_argument("--seed", type=int, default=int(time.time()))


if __name__ == "__main__":
    sys.exit(run(__doc__, "sites", live, add_options))
