#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many sites at national size: one after another tells a centre, which takes in meanwhile, through real nodes with a stream that has
a bound into a real database; so disk and memory of the nodes stay as they are however many sites there are.

  national.py --build build/release --open 1000000 --days 180      34 sites: hours, and tens of GiB (docs/scale.md)
  national.py --build build/dev --open 2000                        a minute

After each site it prints what there is so far, at some numbers of sites it asks and prints how long each question took, and in the
end how that grew: e of time ~ assignments^e. The centre's figures have to be those that were told, or it ends with 1. It ends early
when the disk is nearly full; what was printed holds."""
import collections
import json
import math
import pathlib
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sites"))
from equality import figures  # noqa: E402
from machines import Centre, Postgres, Servers, programs_of, run, wait_for  # noqa: E402

GIB = 2**30
QUESTIONS = {"government": ["--all-levels"], "ranking": [], "ageing": [], "overdue": []}
DATABASE = ["shared_buffers=2GB", "max_wal_size=4GB"]  # as for a machine of its own with 8 GiB


def size_of(folder):
    return int(subprocess.run(["du", "-sb", folder], check=False, capture_output=True, text=True).stdout.split()[0])


def memory_of(program):
    status = pathlib.Path(f"/proc/{program.process.pid}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) * 1024


class National:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.codes = [f"N{number}" for number in range(1, options.sites + 1)]
        self.postgres, self.servers = Postgres(folder, DATABASE), Servers(folder, options.nodes, options.stream_gib)
        self.centre = Centre(folder, "central", programs_of(options.build), self.servers, self.postgres, self.codes)
        self.told = collections.defaultdict(collections.Counter)  # by day: the figures of all sites so far
        self.assignments = 0
        self.took = {}  # by question: by assignments: seconds

    def begin(self):
        wait_for(self.centre.prepare, "the servers, to be prepared")
        self.centre.program.start()
        self.began = time.monotonic()

    def tell(self, number, code):
        options = self.options
        done = subprocess.run([options.build / "tests/national", self.servers.nodes[0].url, self.postgres.conninfo, code, str(options.open),
                               str(options.days), str(options.events)], check=False, stdout=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{code}: {self.centre.program.tail()}")
        told = json.loads(done.stdout.splitlines()[-1])
        self.assignments += told["assignments"]
        print(f"{number} of {options.sites}: {told['assignments']:,} assignments and {told['events']:,} events in {told['taken']:.1f} s, "
              f"{told['events'] / told['taken']:,.0f} events/s; so far {self.assignments:,} in {(time.monotonic() - self.began) / 60:.1f} min; "
              f"{self.sizes()}", flush=True)
        self.compare(code, told)

    def sizes(self):
        nodes = [node.program for node in self.servers.nodes]
        memory = ", ".join(f"{memory_of(program) / GIB:.2f}" for program in [*nodes, self.centre.program])
        database, node = size_of(self.postgres.data / "base"), max(size_of(node.store) for node in self.servers.nodes)
        return f"database {database / GIB:.2f} GiB, node {node / GIB:.2f}; memory of nodes, centre {memory}"

    def compare(self, code, told):
        events = int(self.postgres.ask(f"SELECT count(*) FROM event WHERE site = (SELECT id FROM site WHERE code = '{code}')")[0][0])
        self.require(code, told["events"], events)
        for day, drawn in told["days"].items():
            self.told[day] += figures(drawn)
            self.require(f"{code} {day}", figures(drawn), figures(self.report("site", day, "--site", code)["total"]))

    def require(self, what, told, ours):
        if told != ours:
            raise SystemExit(f"{what}: told {told}, and the centre has {ours}")

    def report(self, view, day, *more):
        return self.centre.report(view, "--as-of", day, *more)["report"]

    def ask(self):
        self.postgres.ask("ANALYZE")
        for view, more in QUESTIONS.items():
            for day, told in sorted(self.told.items(), reverse=True):
                began = time.monotonic()
                total = self.report(view, day, *more)["total"]
                took = self.took.setdefault(f"{view} as of {day}", {})[self.assignments] = time.monotonic() - began
                print(f"  {view} as of {day}: {took:.2f} s", flush=True)
                self.require(f"{view} {day}", told, figures(total))

    def has_room(self):
        """For what is told next, and more."""
        return shutil.disk_usage(self.folder).free > self.options.leave_gib * GIB

    def live(self):
        self.begin()
        for number, code in enumerate(self.codes, 1):
            if not self.has_room():
                print(f"the disk is nearly full: {len(self.codes) - number + 1} sites were left out", flush=True)
                break
            self.tell(number, code)
            if number in self.options.ask_at:
                self.ask()
        self.say_growth()

    def say_growth(self):
        for question, took in self.took.items():
            (fewest, first), (most, last) = list(took.items())[0], list(took.items())[-1]
            growth = f"   e = {math.log(last / first) / math.log(most / fewest):.2f}" if most > fewest else ""
            print(f"{question:28} " + "  ".join(f"{assignments:,}: {seconds:.2f} s" for assignments, seconds in took.items()) + growth)

    def end(self):
        self.centre.program.end()
        self.servers.end()
        self.postgres.end()


def live(options, folder):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what runs beside us ends, too
    national = National(options, folder)
    try:
        national.live()
    finally:
        national.end()


def add_options(parser):
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=3)
    parser.add_argument("--sites", type=int, default=34)
    parser.add_argument("--open", type=int, default=2000, help="assignments of a site that are open in the end")
    parser.add_argument("--days", type=int, default=365, help="in which a site has been given work: the longer, the more of it is done")
    parser.add_argument("--events", type=float, default=2, help="for each assignment, done or open")
    parser.add_argument("--stream-gib", type=int, choices=range(1, 8), default=2, help="what the stream holds; the oldest goes")
    parser.add_argument("--leave-gib", type=float, default=8, help="of the disk")
    parser.add_argument("--ask-at", type=lambda text: {int(number) for number in text.split(",")}, default={1, 4, 16, 34},
                        help="numbers of sites, as 1,4,16,34")


if __name__ == "__main__":
    sys.exit(run(__doc__, "national", live, add_options))
