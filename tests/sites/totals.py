#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many sites that all live through the same three days with work of their own: each one's total at the centre is that of its own
report, and the total of all of them is the sum, as of each of the days; and once more after a merger of agencies at one site and a
restore of another.

  totals.py --build build/release --sites 34 --nodes 3

Ends with 0 when all is equal, 77 when this machine lacks the servers."""
import sys
import time

from equality import Equality, figures
from formats import VIEWS, Questions
from machines import SOURCE, Centre, Postgres, Servers, Site, programs_of, run, wait_for

WAIT = 300  # seconds until all has come
LEVELS = ["province", "government", "ministry"]
STEPS = ["15d", "40d", "60d"]  # the three days are the last of these


class Totals:
    def __init__(self, options, folder):
        self.folder, self.programs = folder, programs_of(options.build)
        self.postgres, self.servers = Postgres(folder), Servers(folder, options.nodes)
        self.sites = []
        codes = [f"{number:02}" for number in range(1, options.sites + 1)]
        self.centre = Centre(folder, "central", self.programs, self.servers, self.postgres, codes)
        for code in codes:
            self.sites.append(Site(folder, code, self.programs, self.servers))
        self.equality = Equality(self.sites, [self.centre] * 2, self.postgres)
        self.days = []

    def begin(self):
        wait_for(self.centre.prepare, "the servers, to be prepared")
        self.centre.program.start()
        for number, site in enumerate(self.sites):
            site.run("agency", "import", SOURCE / "config/agencies/hai-cap-2025.toml")
            for plan in range(1 + number % 3):
                secret = ["--secret"] if plan == 1 else []
                site.run("plan", "import", SOURCE / "config/samples/ke-hoach-2025.txt", "--document", f"{plan + 1}/KH-UBND", "--issued",
                         "08/07/2025", "--level", LEVELS[(number + plan) % 3], "--new-document", "--yes", *secret)
            site.bridge.start()

    def live(self):
        """Until the end of each day a part of the work is done, another at each site."""
        for step, leap in enumerate(STEPS):
            for number, site in enumerate(self.sites):
                rows = site.ask("task", "list", "--limit", 1000)["rows"]
                for row in rows[step::4 + number % 5][:3]:
                    site.run("assignment", "complete", row["assignment"], "--note", "BC 12", check=False)
                site.run("clock", "advance", "--by", leap)
            self.days.append(self.sites[0].ask("clock", "show")["today"])
        self.backup = self.sites[0].backup("later.db")
        for site in self.sites:
            site.run("clock", "advance", "--by", "2d")

    def merge(self):
        site = self.sites[-1]
        site.run("agency", "succeed", "--kind", "merge", "--day", site.ask("clock", "show")["today"], "--document", "15/NQ-HĐND", "--from",
                 "SXD", "--from", "STC", "--to", "STC", "--yes")

    def restore(self):
        """What was done after the backup is gone."""
        site = self.sites[0]
        rows = [row for row in site.ask("task", "list", "--limit", 1000)["rows"] if row.get("state", "assigned") == "assigned"]
        for row in rows[:2]:
            site.run("assignment", "complete", row["assignment"], "--note", "BC 13")
        wait_for(lambda: not self.equality.row_differences(site), lambda: site.bridge.tail())
        site.restore(self.backup)
        site.run("clock", "advance", "--by", "2d")

    def differences(self):
        found = []
        for day in [*self.days, self.sites[0].ask("clock", "show")["today"]]:
            asked = ("government", "--all-levels", "--as-of", day)
            report = self.centre.report(*asked)["report"]
            parts = {part["code"]: part["figures"] for part in report["agencies"]}
            total = figures({})
            for site in self.sites:
                own = site.ask("report", *asked)["total"]
                total.update(figures(own))
                if parts.get(site.code) != own:
                    found.append(f"{site.code} {day}: {own} / {parts.get(site.code)}")
            if figures(report["total"]) != total:
                found.append(f"all {day}: {total} / {report['total']}")
        return found

    def compare(self, what):
        began, last = time.monotonic(), []

        def is_equal():
            last[:] = [wrong for site in self.sites for wrong in self.equality.row_differences(site)] or self.differences()
            return not last

        wait_for(is_equal, lambda: "\n".join(["equality:", *last[:5], self.centre.program.tail()]), WAIT)
        totals = [self.centre.report("government", "--all-levels", "--as-of", day)["report"]["total"]["current"] for day in self.days]
        assert len({str(total) for total in totals}) == len(self.days), "the days do not differ, so they show nothing"
        print(f"{what}: {len(self.sites)} sites and their sum equal as of {', '.join(self.days)}, after {time.monotonic() - began:.1f} s; "
              f"given {totals[-1]['given']}, overdue {' '.join(total.get('overdue', '0') for total in totals)}", flush=True)

    def ask_in_every_form(self):
        questions = Questions(self.programs, self.centre.words[2], self.folder)
        code = self.sites[0].code
        asked = [(view, self.days[-1], None if view == "overdue" else code) for view in VIEWS]
        asked += [(view, self.days[0], None) for view in VIEWS if view != "site"]
        wrong = [difference for question in asked for difference in questions.differences(*question)]
        assert not wrong, wrong
        print(f"{len(asked)} questions answered as table, JSON, CSV, workbook and HTML", flush=True)

    def end(self):
        for site in self.sites:
            site.bridge.end()
            site.daemon.end()
        self.centre.program.end()
        self.servers.end()
        self.postgres.end()


def live(options, folder):
    totals = Totals(options, folder)
    try:
        totals.begin()
        totals.live()
        totals.compare("lived through")
        totals.ask_in_every_form()
        totals.merge()
        totals.restore()
        totals.compare("after a merger and a restore")
    finally:
        totals.end()


def add_options(parser):
    parser.add_argument("--sites", type=int, default=2)
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=1)


if __name__ == "__main__":
    sys.exit(run(__doc__, "totals", live, add_options))
