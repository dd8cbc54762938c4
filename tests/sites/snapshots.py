#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of snapshots that a newer one has replaced are taken out of the stream, and no event is: whoever is new and reads the stream
from its beginning becomes equal to the site and asks for nothing, also where only some of the parts are gone; two centres that know
nothing of each other do it side by side; of nodes that are killed afterwards all is read. A snapshot comes each night, and on demand.
What the servers lose of a restore is learnt all the same, of two bridges of one site any may go away, and one ends that finds another
database than it has told of.

  snapshots.py --build build/dev

Ends with 0 when all holds, 77 when this machine lacks the servers."""
import datetime
import shutil
import sys

from catch_up import fill
from equality import Equality
from machines import Centre, Postgres, Program, Servers, Site, programs_of, run, wait_for
from stream import NAME, Stream

EVENTS = 6_000  # before the newest snapshot: more than a centre takes in before it first looks what is missing
STATE, RESTORED, EVENT = "dondoc.19._.state", "dondoc.19._.restored", "dondoc.19.*.overdue"


class Snapshots:
    def __init__(self, options, folder):
        self.folder, self.programs = folder, programs_of(options.build)
        self.postgres, self.servers = Postgres(folder), Servers(folder, options.nodes)
        self.site = Site(folder, "19", self.programs, self.servers)
        self.centres, self.bridges = {}, [self.site.bridge]

    def begin(self):
        last = fill(self.site, EVENTS, plans=1)
        self.add_centre("first", self.postgres)
        self.stream = Stream(self.servers.nodes[0].url)
        self.site.bridge.start()
        wait_for(lambda: self.stream.events() == last, self.site.bridge.tail)

    def add_centre(self, name, postgres):
        self.centres[name] = centre = Centre(self.folder, name, self.programs, self.servers, postgres, ["19"])
        centre.equality = Equality([self.site], [centre] * 2, postgres)
        wait_for(centre.prepare, "the servers, to be prepared")
        return centre.program

    def tell(self, times):
        """So many snapshots more, each by a bridge that begins."""
        for _ in range(times):
            told = self.told()
            self.site.bridge.end()
            self.site.bridge.start()
            wait_for(lambda told=told: self.told() > told, self.site.bridge.tail)

    def newest(self, centre):
        """Name and number of parts of the snapshot that reports read."""
        return centre.equality.postgres.ask("SELECT g.snapshot, g.number FROM site s JOIN generation g ON g.id = s.generation")[0]

    def is_equal(self):
        """Every centre that runs equals the site."""
        self.differences = [difference for centre in self.running() for difference in
                            centre.equality.event_differences() or centre.equality.differences()]
        return not self.differences

    def is_settled(self):
        """And the stream has the newest snapshot alone."""
        if not self.is_equal():
            return False
        parts = {self.stream.parts()} | {int(self.newest(centre)[1]) for centre in self.running()}
        self.differences = [f"parts in the stream and at centres: {parts}"] if len(parts) > 1 else []
        return not self.differences

    def running(self):
        return [centre for centre in self.centres.values() if centre.program.is_to_run()]

    def wait_until(self, condition):
        wait_for(condition, lambda: "\n".join(["equality:", *self.differences, *(centre.program.tail() for centre in self.running())]), 120)

    def settle(self, what):
        events = self.stream.events()
        self.wait_until(self.is_settled)
        assert self.stream.events() >= events, f"{events} events, and now {self.stream.events()}"
        for name, centre in self.centres.items():
            said = centre.program.log.read_text() if centre.program.log.exists() else ""
            assert "event=ask" not in said, f"{name} asked for what was not missing: {said}"
        print(f"{what}: {self.stream.parts()} parts beside {events} events", flush=True)

    def old_parts_go(self):
        self.tell(3)
        oldest = self.stream.next(STATE, 1)
        self.centres["first"].program.start()
        self.settle("of four snapshots the newest is left")
        assert self.stream.next(STATE, 1) > oldest, "the oldest part is still there"

    def nodes_are_killed(self):
        """Each once. They may have again what was taken away, or have some of it twice: whoever reads it from the beginning is equal, too,
        and centres may ask for what such servers take late."""
        centres = self.running()
        for centre in centres:
            centre.program.kill()
        self.site.bridge.end()
        for node in self.servers.nodes:
            node.program.kill()
            node.program.start()
            wait_for(self.all_have_the_same, node.program.tail, 120)
        self.tell(1)
        for centre in centres:
            centre.program.start()
        self.add_centre("last", self.postgres.another("last")).start()
        self.wait_until(self.is_equal)
        print("each node was killed", flush=True)

    def all_have_the_same(self):
        """The stream is there again, and no node of it is behind."""
        try:
            self.stream = Stream(self.servers.nodes[0].url, 5)
            answer = self.stream.ask(f"STREAM.INFO.{NAME}")
        except OSError:
            return False
        return "state" in answer and all(replica.get("current") for replica in answer.get("cluster", {}).get("replicas", []))

    def it_is_kept_as_set(self):
        """Also a stream that was made otherwise, once its centre prepares it again; and nothing of it goes."""
        centre, day = self.centres["first"], 86_400 * 10**9
        before = self.stream.ask(f"STREAM.INFO.{NAME}")
        config = dict(before["config"], max_age=30 * day, duplicate_window=600 * 10**9)
        assert "config" in self.stream.ask(f"STREAM.UPDATE.{NAME}", **config), "the servers take no change"
        centre.config.write_text(centre.config.read_text() + 'keep = "14d"\nmax_gib = 3\n')
        assert centre.prepare(), centre.program.tail()
        after = self.stream.ask(f"STREAM.INFO.{NAME}")
        found = [after["config"][name] for name in ("max_age", "max_bytes", "duplicate_window", "num_replicas")]
        assert found == [14 * day, 3 * 2**30, 120 * 10**9, len(self.servers.nodes)], found
        assert after["state"]["messages"] == before["state"]["messages"], after
        print("a stream is kept as its centre says", flush=True)

    def half_of_them_go(self):
        """As a centre that was killed in the midst of it leaves the stream to one that is new."""
        self.centres["first"].program.kill()
        self.tell(1)
        for _ in range(2):
            self.stream.remove(self.stream.next(STATE, 1))
        self.add_centre("second", self.postgres.another("second")).start()
        self.settle("a new centre, where some old parts were gone")

    def two_do_it_at_once(self):
        self.centres["first"].program.start()
        self.settle("two centres that share nothing")
        self.tell(2)
        self.settle("two centres, after two more snapshots")
        self.add_centre("third", self.postgres.another("third")).start()
        self.settle("a third one, which reads from the beginning")

    def one_each_night(self):
        """At the time of day that is set, once; and when somebody asks."""
        config = self.site.folder / "bridge.conf"
        config.write_text(config.read_text().replace('"never"', '"02:30"'))
        self.tell(1)
        told = self.told()
        day = datetime.date.fromisoformat(self.site.ask("clock", "show")["today"]) + datetime.timedelta(days=1)
        assert self.told_at(day, "01:00") == told, "it came early"
        assert self.told_at(day, "03:00") == told + 1, "it did not come"
        assert self.told_at(day, "05:00") == told + 1, "it came twice"
        self.stream.say("PUB dondoc_ask.19 2", "\x10\x01")
        wait_for(lambda: self.told() == told + 2, self.site.bridge.tail)
        self.settle("a snapshot each night, and one on demand")

    def a_restore_is_lost(self):
        """The servers lose what told of it, and the first events after it, which they had confirmed; no centre has read them."""
        backup = self.site.backup("before.db")
        self.site.run("--timeout", "600", "clock", "advance", "--by", "5d")
        self.wait_until(self.is_settled)
        centres, before = self.running(), self.stream.last()
        for centre in centres:
            centre.program.kill()
        known = self.stream.events()
        self.site.restore(backup)
        self.site.run("--timeout", "600", "clock", "advance", "--by", "3d")
        new = sum(bool(event.get("lineage")) for event in self.site.log())
        wait_for(lambda: self.stream.events() == known + new and self.stream.next(RESTORED, before), self.site.bridge.tail)
        assert new > 3, "nothing happened after it"
        for subject in (RESTORED, *[EVENT] * 3):
            self.stream.remove(self.stream.next(subject, before + 1))
        for centre in centres:
            centre.program.start()
        self.wait_until(self.is_settled)
        print("a restore was lost, and is known", flush=True)

    def two_bridges(self):
        """With one key the newest goes on and the other ends for good. With two keys both go on; when the one that told the newest
        snapshot goes away, the centre asks for another."""
        older = self.site.bridge
        self.site.bridge = self.add_bridge("newer", older.words)
        wait_for(older.has_refused, older.tail)
        key, config = self.site.folder / "other.toml", self.site.folder / "other.conf"
        self.site.run("key", "new", "--out", key, "--role", "office", "--name", "other")
        config.write_text((self.site.folder / "bridge.conf").read_text().replace('"bridge.toml"', '"other.toml"'))
        self.wait_until(self.is_settled)
        other = self.add_bridge("other", [*older.words[:-1], config])
        wait_for(lambda: all(self.newest(centre)[0] in other.tail() for centre in self.running()), other.tail)
        other.kill()
        self.site.run("clock", "advance", "--by", "1h")
        part = next(part for part, row in self.site.assignments().items() if row.get("state", "assigned") == "assigned")
        self.site.run("assignment", "complete", part, "--note", "BC 12")
        self.wait_until(self.is_settled)
        for centre in self.running():
            assert "event=two_bridges" in centre.program.log.read_text(), centre.program.tail()
        print("of two bridges one went away", flush=True)

    def another_database(self):
        """An old copy that was put in its place without dondocd --restore: a bridge that has told more ends for good and says why. With the
        right one back it goes on."""
        database, bridge = self.site.folder / "data" / "dondoc.db", self.site.bridge
        old = next((self.site.folder / "data").rglob("before.db"))
        for program in self.bridges:
            program.end()
        self.site.daemon.end()
        right = database.rename(database.with_name("right.db"))
        shutil.copy(old, database)
        self.site.start_daemon()
        bridge.start()
        wait_for(bridge.has_refused, bridge.tail)
        assert "thay bằng một cơ sở dữ liệu khác" in bridge.tail(), bridge.tail()
        self.site.daemon.end()
        right.rename(database)
        self.site.start_daemon()
        bridge.start()
        self.wait_until(self.is_settled)
        print("a bridge ended at another database, and went on with the right one", flush=True)

    def add_bridge(self, name, words):
        self.bridges.append(Program(name, words, self.site.folder).start())
        return self.bridges[-1]

    def told(self):
        return self.site.bridge.log.read_text().count("event=snapshot")

    def told_at(self, day, hour):
        """How many there have been when all up to that hour is at a centre."""
        self.site.run("--timeout", "600", "clock", "advance", "--to", f"{day:%d/%m/%Y} {hour}")
        stands = f"SELECT g.stands >= '{day} {hour}+07' FROM site s JOIN generation g ON g.id = s.generation"
        wait_for(lambda: self.postgres.ask(stands)[0][0] == "t", self.site.bridge.tail)
        wait_for(lambda: self.told() >= int(self.postgres.ask("SELECT count(*) FROM generation WHERE complete")[0][0]), self.site.bridge.tail)
        return self.told()

    def end(self):
        for centre in self.centres.values():
            centre.program.end()
        for bridge in self.bridges:
            bridge.end()
        self.site.daemon.end()
        self.servers.end()
        self.postgres.end()


def live(options, folder):
    snapshots = Snapshots(options, folder)
    try:
        snapshots.begin()
        snapshots.old_parts_go()
        snapshots.it_is_kept_as_set()
        snapshots.half_of_them_go()
        snapshots.two_do_it_at_once()
        snapshots.one_each_night()
        snapshots.a_restore_is_lost()
        snapshots.two_bridges()
        snapshots.another_database()
        snapshots.nodes_are_killed()
    finally:
        snapshots.end()


def add_options(parser):
    parser.add_argument("--nodes", type=int, choices=(1, 3), default=3)


if __name__ == "__main__":
    sys.exit(run(__doc__, "snapshots", live, add_options))
