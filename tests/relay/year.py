#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""year.py DONDOCD DONDOC DONDOC_RELAY [--days N]: the sample plan from its first morning on, for 40 persons of 20 agencies,
through Postfix into Maildirs. What arrived is read as a mail program reads it and held against the log of the daemon: each
event reaches each person whom it concerns once, in a mail that says its items and nothing else; the calendar that the mails
make is the plan's. Needs the package postfix and root; ends with 77 where they are missing."""

import argparse
import collections
import datetime
import random
import re
import sys
import tomllib

import read_mails
from province import SKIPPED, SOURCE, VIETNAM, Province, Server

AGENCIES = ("VPUBND SNV STP STC SKHDT STTTT SKHCN STNMT SXD SGTVT SCT SNNPTNT SYT SGDDT SVHTTDL SLDTBXH TTRA CAT BCHQS "
            "TTPVHCC").split()
FIRST_MORNING = "2023-01-10T08:00"
HEADINGS = {"pressed": ("Đôn đốc", "đôn đốc {} việc"), "overdue": ("Đã quá hạn", "{} việc quá hạn"),
            "escalation": ("Báo cáo cấp trên: việc quá hạn lâu, hoặc chưa ai xem", "{} việc báo cáo cấp trên"),
            "reminder": ("Sắp đến hạn", "{} việc sắp đến hạn"), "assigned": ("Mới giao", "{} việc mới giao"),
            "changed": ("Thay đổi", "{} thay đổi")}


def address(agency, kind):
    return f"{agency.lower()}.{kind}@tinh.vn"


def told(event, kind):
    """(kind of the event, title) of each piece that a person of that kind is told of."""
    pieces = []
    for item in event.get("digest", {}).get("items", []):
        is_late = event["kind"] in ("overdue", "escalation") or (event["kind"] == "pressed" and item["days_left"] < 0)
        if kind == "work" or is_late:
            pieces.append((event["kind"], item["title"]))
    if kind == "work":
        pieces += [("changed", change["title"]) for change in [event.get("change"), *event.get("more", [])] if change]
    return pieces


class Mail:
    def __init__(self, read):
        self.read = read
        self.to = read["taken_for"]
        self.mornings = re.findall(r"^  1\. Ngày (\d\d)/(\d\d)/(\d{4}): ", read["plain"], re.M)
        seen = re.search(r"dondoc seen ([\d ]+)", read["plain"])
        self.events = [int(number) for number in seen.group(1).split()] if seen else []

    def lines(self):
        """(heading, title) of each numbered line."""
        heading, found = "", []
        for line in self.read["plain"].splitlines():
            if numbered := re.fullmatch(r"  \d+\. (.*)", line):
                found.append((heading, numbered.group(1)))
            elif line and not line.startswith(" "):
                heading = line
        return collections.Counter(found)


class Year:
    def __init__(self, province, seed):
        self.province, self.random, self.wrong = province, random.Random(seed), []
        self.acts, self.mornings = collections.Counter(), []

    def fill(self):
        persons = self.province.folder / "persons.csv"
        persons.write_text("Họ và tên,Cơ quan,Email,Nhận tin\n" + "".join(
            f"{agency} {kind},{agency},{address(agency, kind)},{as_what}\n" for agency in AGENCIES
            for kind, as_what in (("work", '"lead, cooperating"'), ("head", "head"))), encoding="utf-8")
        self.province.dondoc("person", "import", str(persons), "--yes")

    def live(self, days):
        province = self.province
        province.dondoc("plan", "import", str(SOURCE / "config/samples/ke-hoach-mau.txt"), "--level", "province", "--yes")
        day, lived = province.now.date(), 0
        while lived < days:
            self.go_to(day, "09:00")
            day += datetime.timedelta(days=1)
            if day.weekday() >= 5:
                continue
            lived += 1
            self.mornings.append(day)
            self.go_to(day, "07:35")
            self.go_to(day, "09:00")
            self.something_happens()
        self.go_to(day, "18:00")
        self.go_to(day, "19:00")  # what was taken in at 18:00 is gathered for some minutes

    def go_to(self, day, time):
        self.province.advance(datetime.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=VIETNAM))
        self.province.settle()

    def something_happens(self):
        """What an office does in a day, by chance."""
        rows = [row for row in self.rows_of(self.random.choice(AGENCIES))
                if row["due"] and row["state"] in ("assigned", "received", "in_progress")]
        if not rows:
            return
        row = self.random.choice(rows)
        later = max(datetime.date.fromisoformat(row["due"]), self.province.now.date()) + datetime.timedelta(days=40)
        act, *arguments = self.random.choice((["complete"], ["extend", "--due", later.isoformat(), "--decision", "512/UBND-TH", "--reason", "mưa lũ"],
                                              ["press", "--by", "phone", "--note", "đề nghị sớm"], ["cancel", "--reason", "trùng việc"]))
        if act == "cancel" and row["occurrence"]:
            arguments += ["--only-this"]
        words = ["press"] if act == "press" else ["assignment", act]
        self.province.dondoc(*words, row["assignment"], *arguments, "--yes")
        self.acts[act] += 1

    def rows_of(self, agency):
        return self.province.json("task", "list", "--agency", agency, "--limit", "1000")["rows"]

    def check(self, mails):
        events = {int(event["id"]): event for event in self.province.events()}
        by_person = collections.defaultdict(list)
        for mail in mails:
            self.complain(mail, mail.read["wrong"])
            by_person[mail.to].append(mail)
        for agency in AGENCIES:
            for kind in ("work", "head"):
                self.check_person(agency, kind, by_person.pop(address(agency, kind), []), events)
        for stranger, got in by_person.items():
            self.wrong.append(f"{len(got)} mails for {stranger}")
        return events

    def check_person(self, agency, kind, mails, events):
        got = collections.Counter(number for mail in mails for number in mail.events)
        wanted = {number for number, event in events.items() if event["agency"] == agency and told(event, kind)}
        who = address(agency, kind)
        for number, times in got.items():
            if times > 1:
                self.wrong.append(f"{who}: event {number} came {times} times")
        for number in wanted - set(got):
            self.wrong.append(f"{who}: event {number} ({events[number]['kind']}) did not come")
        for number in set(got) - wanted:
            self.wrong.append(f"{who}: event {number} is not for them")
        for mail in mails:
            self.check_mail(mail, kind, [events[number] for number in mail.events if number in events])
        if agency == "VPUBND":
            self.check_mornings(who, mails)
        dates = collections.Counter(mail.read["date"] for mail in mails if "KHẨN" not in mail.read["subject"]
                                    and "đôn đốc" not in mail.read["subject"])
        for date, times in dates.items():
            if times > 1:
                self.wrong.append(f"{who}: {times} mails of {date}, which is no digest")

    def check_mornings(self, who, mails):
        """The office's line comes on each working morning, once."""
        got = collections.Counter(datetime.date(int(year), int(month), int(day)) for mail in mails
                                  for day, month, year in mail.mornings)
        calendar = {}
        for year in (2023, 2024):
            calendar |= {day["date"]: day["kind"] for day in tomllib.loads(
                (SOURCE / f"config/calendar/{year}.toml").read_text(encoding="utf-8"))["days"]}
        wanted = collections.Counter(day for day in self.mornings if calendar.get(day, "made_up") == "made_up")
        wanted[datetime.datetime.fromisoformat(FIRST_MORNING).date()] = 1
        if got != wanted:
            self.wrong.append(f"{who}: the line of {wanted - got} is missing, that of {got - wanted} too much")

    def check_mail(self, mail, kind, events):
        pieces = [piece for event in events for piece in told(event, kind)]
        wanted = collections.Counter((HEADINGS[of][0], title) for of, title in pieces)
        found = collections.Counter({line: count for line, count in mail.lines().items() if line[0] != "Tình hình"})
        if found != wanted:
            self.complain(mail, [f"says {found - wanted} too much and {wanted - found} too little"])
        counts = collections.Counter(of for of, _ in pieces)
        for of, (_, words) in HEADINGS.items():
            if counts[of] and words.format(counts[of]) not in mail.read["subject"]:
                self.complain(mail, [f"{counts[of]} {of} are not in the subject"])
        for _, title in pieces:
            if " ".join(title.split()) not in mail.read["html"]:
                self.complain(mail, [f"{title} is not in the HTML"])

    def check_calendars(self, mails):
        """Entries put into a calendar one after another, as they came: what is there then is what the daemon has."""
        calendars = collections.defaultdict(dict)
        for mail in sorted(mails, key=lambda mail: mail.read["date"]):
            for term in mail.read["terms"].splitlines():
                method, uid, day, *_, sequence = term.split(" ")
                before = calendars[mail.to].get(uid)
                if before is None or int(sequence) >= before[1]:
                    calendars[mail.to][uid] = (None if method == "CANCEL" else day, int(sequence))
        for agency in AGENCIES:
            calendar = calendars[address(agency, "work")]
            for row in self.rows_of(agency):
                entry = calendar.get(f"dondoc-{row['assignment']}@tinh.tinh.vn")
                is_over = row["state"] in ("revoked", "returned", "transferred")
                wanted = None if is_over else row["due"] or None
                if (entry[0] if entry else None) != wanted or (is_over and row["due"] and entry is None):
                    self.wrong.append(f"{agency}: {row['assignment']} is due on {wanted}, in the calendar {entry}")
        return sum(len(calendar) for calendar in calendars.values())

    def complain(self, mail, complaints):
        self.wrong += [f"{mail.read['id']} to {mail.to}: {complaint}" for complaint in complaints]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", nargs=3)
    parser.add_argument("--days", type=int, default=250, help="working days: 250 are a year")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    recipients = [address(agency, kind) for agency in AGENCIES for kind in ("work", "head")]
    with Province(options.programs, FIRST_MORNING) as province, \
            Server("postfix.py", province.folder / "post", *recipients) as server:
        if not server.port:
            print("skipped: Postfix cannot be run here (package postfix, as root)")
            sys.exit(SKIPPED)
        year = Year(province, options.seed)
        year.fill()
        province.configure_relay(server.port)
        province.start_relay()
        year.live(options.days)
        mails = [Mail(read_mails.read(path)) for path in read_mails.paths_in(province.folder / "post/mails")]
        events = year.check(mails)
        entries = year.check_calendars(mails)
    lines = sum(len(mail.mornings) for mail in mails)
    taking = sum("CANCEL" in mail.read["terms"] for mail in mails)
    print(f"{options.days} working days, {len(recipients)} persons of {len(AGENCIES)} agencies: {len(events)} events, "
          f"{len(mails)} mails, {lines} lines for the office, {entries} entries in calendars, {taking} mails that take some away; "
          f"{dict(year.acts)}")
    for complaint in year.wrong[:20]:
        print(complaint)
    if len(mails) < options.days or year.wrong:
        sys.exit(f"{len(year.wrong)} things are wrong")


if __name__ == "__main__":
    main()
