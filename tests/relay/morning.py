#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""morning.py DONDOCD DONDOC DONDOC_RELAY [--persons N]: the mails of one morning, from the daemon's events through the outbox
into smtp-sink (package postfix) on loopback. Prints how long they took and what memory dondoc-relay needed. No test: figures."""

import argparse
import datetime
import os
import shutil
import subprocess
import sys
import time

from province import SKIPPED, VIETNAM, Province, free_port, wait_for

AGENCIES = ("SNV", "STP", "STC", "SKHDT", "STTTT", "SKHCN", "STNMT", "SXD", "SGTVT", "SCT")
SINK = "/usr/sbin/smtp-sink"
PLAN = "STT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\n" + "".join(
    f"{i}\tRà soát, hoàn thiện quy trình tiếp nhận và trả kết quả thủ tục hành chính, phần {i}\tTrước ngày 31/05/2023\t"
    "Các sở, ban, ngành\n" for i in range(1, 4))


def memory_mib(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        facts = dict(line.split(":", 1) for line in status)
    return int(facts["VmRSS"].split()[0]) // 1024, int(facts["VmHWM"].split()[0]) // 1024


def fill(province, persons):
    lines = ["Họ và tên,Cơ quan,Email"]
    lines += [f"Nguyễn Văn {i},{AGENCIES[i % len(AGENCIES)]},p{i}@tinh.vn" for i in range(persons)]
    (province.folder / "persons.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    province.dondoc("person", "import", str(province.folder / "persons.csv"), "--yes")
    (province.folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    province.dondoc("plan", "import", str(province.folder / "plan.txt"), "--document", "12/KH-UBND", "--issued", "12/05/2023",
                    "--level", "province", "--yes")


def measure(province, persons):
    """The daemon decides at 07:30, the digests are due at 07:45."""
    def go_to(day, at):
        province.advance(datetime.datetime.fromisoformat(f"2023-05-{day}T{at}").replace(tzinfo=VIETNAM))

    def due_and_sent():
        figures = province.figures()
        count = {state: int(figures.get(f'dondoc_relay_outbox_messages{{channel="mail",state="{state}"}}', 0))
                 for state in ("later", "due", "sent")}
        return figures.get("dondoc_relay_behind_events"), count

    go_to(15, "07:20")  # fifteen days before the term
    province.settle()
    sent_before = due_and_sent()[1]["sent"]  # what was newly assigned
    begun = time.monotonic()
    go_to(15, "07:30")
    wait_for(lambda: due_and_sent()[0] == 0 and due_and_sent()[1]["later"] >= persons, "the outbox to be full", 600)
    filled = time.monotonic()
    before, _ = memory_mib(province.relay)
    go_to(15, "07:45")
    wait_for(lambda: due_and_sent()[1]["sent"] >= sent_before + persons, "all to be sent", 600)
    done = time.monotonic()
    after, most = memory_mib(province.relay)
    print(f"{persons} mails: into the outbox {filled - begun:.1f} s, sent {done - filled:.1f} s ({persons / (done - filled):.0f} a "
          f"second); memory of dondoc-relay {before} MiB before, {after} MiB after, {most} MiB at most")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", nargs=3)
    parser.add_argument("--persons", type=int, default=10_000)
    options = parser.parse_args()
    if not shutil.which(SINK):
        print("skipped: no smtp-sink here (package postfix)")
        sys.exit(SKIPPED)
    port = free_port()
    as_user = ["-u", "nobody"] if os.geteuid() == 0 else []
    sink = subprocess.Popen([SINK, *as_user, f"127.0.0.1:{port}", "100"])
    try:
        with Province(options.programs, "2023-05-12T08:00") as province:
            province.configure_relay(port, "office_line = false\n")
            province.start_relay()
            wait_for(province.has_begun, "the relay has begun")
            fill(province, options.persons)
            measure(province, options.persons)
    finally:
        sink.terminate()
        sink.wait()


if __name__ == "__main__":
    main()
