#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sites, servers and centres that are killed at random while work goes on; in the end the centre equals the sites, row for
row and class for class, as of three days.

  drill.py --build build/release --rounds 300 --nodes 3 --sites 3 --look 50 --pause 3      by hand; equal after every 50 rounds, too
  drill.py --build build/dev --rounds 4                                what ctest runs

Ends with 0 when all is equal, 77 when this machine lacks the servers."""
import argparse
import collections
import pathlib
import random
import shutil
import sys
import tempfile
import time

from machines import SOURCE, Centre, Postgres, Servers, Site, missing_servers, wait_for

SKIPPED = 77
WAIT = 120  # seconds until all has come


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=1)
    parser.add_argument("--sites", type=int, default=2)
    parser.add_argument("--look", type=int, default=0, help="compare after so many rounds each")
    parser.add_argument("--pause", type=float, default=0, help="seconds between two rounds, at most; the moment is any")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", action="store_true", help="leave the folder")
    return parser.parse_args()


def figures(total):
    """The counts of a report that add up: not its ratios, nor how long the oldest has waited."""
    found = collections.Counter()
    for terms in ("current", "original"):
        counts = total.get(terms, {})
        found.update({f"{terms} {what}": int(count) for what, count in counts.items() if what not in ("ages", "ratios", "longest_waiting")})
        found.update({f"{terms} age {number}": int(count) for number, count in enumerate(counts.get("ages", []))})
    return found


class Drill:
    def __init__(self, options, folder):
        self.random = random.Random(options.seed)
        self.nodes = options.nodes
        build = options.build.resolve()
        programs = {"dondocd": build / "daemon/dondocd", "dondoc": build / "client/dondoc",
                    "dondoc-bridge": build / "client/dondoc-bridge", "dondoc-central": build / "client/dondoc-central"}
        self.postgres = Postgres(folder)
        self.servers = Servers(folder, options.nodes)
        codes = [f"T{number}.x y" if number == 0 else f"T{number}" for number in range(options.sites)]
        self.centres = [Centre(folder, f"central{number}", programs, self.servers, self.postgres, codes) for number in range(2)]
        self.sites = [Site(folder, code, programs, self.servers) for code in codes]
        self.backups, self.days, self.documents = {}, {}, {}

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
            self.note_day(site)
            site.run("clock", "advance", "--by", f"{self.random.randrange(1, 9)}d")

    def note_day(self, site):
        """A day whose end the site will have seen."""
        self.days.setdefault(site.code, set()).add(site.ask("clock", "show")["today"])

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
        name = f"backup{self.random.randrange(10**9)}.db"
        site.run("backup", name)
        self.backups[site.code] = next((site.folder / "data").rglob(name))

    def lose(self):
        self.servers.go_back_to_the_copy()
        for site in self.sites:
            if site.code in self.backups and self.random.random() < 0.5:
                site.restore(self.backups.pop(site.code))
                today = site.ask("clock", "show")["today"]
                self.days[site.code] = {day for day in self.days.get(site.code, ()) if day < today}

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

    # What must be equal.

    def differences(self):
        found = []
        for site in self.sites:
            found += self.row_differences(site)
            found += self.total_differences(site)
        return found + self.sum_differences()

    def row_differences(self, site):
        told = {int(row[0]): row[1:] for row in self.postgres.ask(
            "SELECT s.assignment, s.revision, s.state, coalesce(s.due::text, ''), coalesce(s.original_due::text, ''), "
            "coalesce(s.completed_on::text, ''), s.agency FROM standing s JOIN site p ON p.generation = s.generation "
            f"WHERE p.code = '{site.code}' AND s.until = 'infinity'")}
        states = ["assigned", "received", "in_progress", "reported", "completed", "returned", "transferred", "revoked"]
        rows = {part: [row.get("revision", "1"), str(states.index(row.get("state", "assigned"))), row.get("due", ""),
                       row.get("original_due", ""), row.get("completed_on", ""), row["agency"]]
                for part, row in site.assignments().items() if not row.get("secret")}
        if told == rows:
            return []
        wrong = [(part, rows.get(part), told.get(part)) for part in sorted(rows.keys() | told.keys()) if rows.get(part) != told.get(part)]
        return [f"{site.code}: {len(wrong)} rows, as {wrong[:3]}"]

    def as_of_days(self, site):
        days = sorted(self.days.get(site.code, ()))
        return [*days[:1], *days[len(days) // 2:][:1], site.ask("clock", "show")["today"]]

    def total_differences(self, site):
        found = []
        for day in dict.fromkeys(self.as_of_days(site)):
            own = site.ask("report", "government", "--all-levels", "--as-of", day)
            ours = self.centres[0].report("site", "--site", site.code, "--as-of", day)
            view, ours = ours, ours["report"]
            for what in ("total", "tasks"):
                if own.get(what) != ours.get(what):
                    found.append(f"{site.code} {day} {what}: {own.get(what)} / {ours.get(what)}")
            secret = int(view["sites"][0].get("secret", 0))
            parts = {part["code"]: (part["name"], part["figures"]) for part in own.get("agencies", [])}
            told = {part.get("code", ""): (part.get("name", ""), part["figures"]) for part in ours.get("agencies", [])}
            if secret == 0 and parts != told:
                found.append(f"{site.code} {day}: agencies differ")
        return found

    def seen_days(self):
        """First, middle and last of the noted days whose end every site has seen."""
        today = min(site.ask("clock", "show")["today"] for site in self.sites)
        days = sorted(day for day in set().union(*self.days.values()) if day < today)
        return [*days[:1], *days[len(days) // 2:][:1], *days[-1:]]

    def sum_differences(self):
        """The total of all sites is the sum of their own reports."""
        found = []
        for day in dict.fromkeys(self.seen_days()):
            asked = ("government", "--all-levels", "--as-of", day)
            ours = figures(self.centres[1].report(*asked)["report"]["total"])
            own = collections.Counter()
            for site in self.sites:
                own.update(figures(site.ask("report", *asked)["total"]))
            found += [f"all {day} {what}: {own[what]} / {ours[what]}" for what in own | ours if own[what] != ours[what]]
        return found

    def event_differences(self):
        """Every event of a site's log is there once, and no other that counts."""
        found = []
        for site in self.sites:
            ids, after = [], 0
            while True:
                page = site.ask("log", "--limit", 1000, "--after", after).get("events", [])
                ids += [int(event["id"]) for event in page]
                if len(page) < 1000:
                    break
                after = ids[-1]
            told = [int(row[0]) for row in self.postgres.ask(
                "SELECT e.id FROM event e JOIN site p ON p.id = e.site WHERE NOT e.undone AND "
                f"p.code = '{site.code}' ORDER BY 1")]
            first = told[0] if told else 0
            if told != [event for event in ids if event >= first]:
                found.append(f"{site.code}: {len(told)} events of {len(ids)}")
        return found

    def compare(self):
        began, last = time.monotonic(), []

        def is_equal():
            self.restart()
            last[:] = self.event_differences() or self.differences()
            return not last

        wait_for(is_equal, lambda: "\n".join(["equality:", *last, *(program.tail() for program in self.programs())]), WAIT)
        print(f"equal after {time.monotonic() - began:.1f} s", flush=True)

    def restore_twice(self):
        """Two lineages after another, each with events of its own before the next."""
        site = self.sites[0]
        for number in range(2):
            site.run("backup", f"twice{number}.db")
            site.run("clock", "advance", "--by", "20d")
            site.restore(next((site.folder / "data").rglob(f"twice{number}.db")))
            self.days[site.code] = set()
            site.run("clock", "advance", "--by", "10d")

    def read_again(self):
        """A centre that goes on reads what is new; one that has to read all of the stream once more comes to the same."""
        read = {row[0]: int(row[1]) for row in self.postgres.ask("SELECT code, position FROM site")}
        assert len(read) == len(self.sites) and all(read.values()), f"the centre does not know where it is: {read}"
        for centre in self.centres:
            centre.program.kill()
        self.postgres.ask("UPDATE site SET position = 0")
        self.restart()
        wait_for(lambda: all(int(row[0]) > 0 for row in self.postgres.ask("SELECT position FROM site")), self.centres[0].program.tail)

    def end(self):
        for program in self.programs():
            program.end()
        self.servers.end()
        self.postgres.end()


def main():
    options = arguments()
    if lacks := missing_servers():
        print(f"skipped: {lacks} is not installed")
        return SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dondoc-sites-", dir="/tmp"))
    folder.chmod(0o755)
    print(f"seed {options.seed}, in {folder}", flush=True)
    drill = Drill(options, folder)
    try:
        drill.begin()
        drill.live(options)
        drill.compare()
        drill.restore_twice()
        drill.compare()
        drill.read_again()
        drill.compare()
    finally:
        drill.end()
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
