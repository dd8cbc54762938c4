#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kills.py DONDOCD DONDOC DONDOC_RELAY [--rounds N]: dondoc-relay is killed at random moments while notes are told to persons
whose server puts off, cuts and does not answer. In the end each note has reached each person, and more than once only under
one Message-ID."""

import argparse
import collections
import datetime
import random
import re
import time

import read_mails
from province import Province, Server, wait_for

WAYS = ("an", "grey", "cut", "unanswered", "busy", "disk")  # tests/relay/smtp_server.py
PLAN = """STT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì
1\tRà soát thủ tục\tTrước ngày 31/12/2023\tSở Nội vụ
"""
NOTE = re.compile(r"ghi chú (\d+) hết")


def arrived(folder):
    """How often which Message-ID brought a note to a person: {(person, note): {id: times}}"""
    found = collections.defaultdict(collections.Counter)
    for path in read_mails.paths_in(folder):
        mail = read_mails.read(path)
        if mail["wrong"]:
            raise AssertionError(f"{mail['id']}: {mail['wrong']}")
        for note in set(NOTE.findall(mail["plain"])):
            found[mail["taken_for"], int(note)][mail["id"]] += 1
    return found


class Rounds:
    def __init__(self, province, seed):
        self.province, self.random, self.notes = province, random.Random(seed), 0

    def begin(self, port):
        for way in WAYS:
            self.province.dondoc("person", "add", "--agency", "SNV", "--name", f"Người {way}", "--email", f"{way}@tinh.vn")
        (self.province.folder / "plan.txt").write_text(PLAN, encoding="utf-8")
        self.province.dondoc("plan", "import", str(self.province.folder / "plan.txt"), "--document", "12/KH-UBND",
                             "--issued", "13/05/2023", "--level", "province", "--yes")
        self.province.configure_relay(port, 'gather = "1s"\n')
        self.province.start_relay()
        wait_for(self.province.has_begun, "the relay has begun")

    def kill(self, rounds):
        for turn in range(rounds):
            if turn % 2 == 0:
                self.notes += 1
                self.province.dondoc("assignment", "comment", "1", "--note", f"ghi chú {self.notes} hết")
                self.pass_by(minutes=1)
            # From the first instruction to some rounds of sending and reporting.
            time.sleep(self.random.choice((0.03, 0.1, 0.3, 0.8)) * self.random.random())
            self.province.kill_relay()
            self.province.start_relay()

    def pass_by(self, minutes):
        self.province.advance(self.province.now + datetime.timedelta(minutes=minutes))

    def end(self, mails):
        """Time goes on until nothing waits that was put off."""
        def is_done():
            self.pass_by(minutes=20)
            self.province.settle()
            waiting = sum(count for name, count in self.province.figures().items()
                          if name.startswith("dondoc_relay_outbox_messages") and name.endswith(('"due"}', '"put_off"}', '"later"}')))
            return waiting == 0
        wait_for(is_done, "nothing waits", seconds=300)
        return arrived(mails)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", nargs=3)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with Province(options.programs, "2023-05-13T08:00") as province:
        mails = province.folder / "mails"
        mails.mkdir()
        with Server("smtp_server.py", mails, "--times", "2") as server:
            rounds = Rounds(province, options.seed)
            rounds.begin(server.port)
            rounds.kill(options.rounds)
            found = rounds.end(mails)
    lost = [(way, note) for way in WAYS for note in range(1, rounds.notes + 1) if not found[f"{way}@tinh.vn", note]]
    twice = {key: dict(ids) for key, ids in found.items() if len(ids) > 1}
    again = sum(times - 1 for ids in found.values() for times in ids.values())
    print(f"{options.rounds} kills: {rounds.notes} notes to {len(WAYS)} persons, {len(lost)} lost, {len(twice)} under two "
          f"Message-IDs, {again} came again with the same")
    if lost or twice:
        raise SystemExit(f"lost: {lost[:10]}, twice: {list(twice.items())[:10]}")


if __name__ == "__main__":
    main()
