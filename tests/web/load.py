#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long pages take beside many assignments, and what idle streams cost.

    load.py DONDOCD DONDOC DONDOC-WEB [--assignments N] [--rate N] [--seconds N] [--streams N]

Two thousand agencies in ten groups; each document gives two hundred tasks to a group each. The overview is asked for by persons of
the office, the agency's page by persons of forty agencies: what one person may ask in a second is bounded. Prints figures, and is
no test of ctest; docs/web.md has those of an optimized build.
"""

import argparse
import asyncio
import json
import os
import random
import re
import socket
import time

from world import PASSWORD, World, programs

AGENCIES, GROUPS, TASKS, PERSONS = 2000, 10, 200, 40
VERBS = ["Rà soát", "Tổng hợp", "Báo cáo", "Kiểm tra", "Hướng dẫn", "Triển khai", "Cập nhật", "Đánh giá"]
MATTERS = ["hồ sơ đất đai", "quy chế làm việc", "thủ tục hành chính", "tài sản công", "dữ liệu hộ tịch", "kế hoạch đầu tư"]


class LargeWorld(World):
    assignments = 0

    def fill(self):
        size = AGENCIES // GROUPS
        register = [f'[[agency]]\ncode = "CQ{i:04}"\nname = "Cơ quan số {i:04}"\nlevel = "commune"\n' for i in range(AGENCIES)]
        for group in range(GROUPS):
            members = ", ".join(f'"CQ{i:04}"' for i in range(group * size, (group + 1) * size))
            register.append(f'[[group]]\nname = "khối thi đua {group + 1:02}"\nmembers = [{members}]\n')
        (self.folder / "register.toml").write_text("\n".join(register), encoding="utf-8")
        self.dondoc("agency", "import", str(self.folder / "register.toml"), "--yes")
        for document in range(1, self.assignments // (TASKS * size) + 1):
            self.import_document(document)
        self.dondoc("key", "new", "--role", "gateway", "--name", "dondoc-web", "--out", str(self.folder / "web-profile.toml"))

    def import_document(self, number):
        chance = random.Random(number)
        rows = ["STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn"]
        for task in range(1, TASKS + 1):
            day, month = chance.randrange(1, 29), chance.choice([4, 5, 5, 6, 7, 8, 9, 10])
            rows.append(f"{task}\t{chance.choice(VERBS)} {chance.choice(MATTERS)} đợt {number}.{task}, gửi kết quả để theo dõi\t"
                        f"khối thi đua {task % GROUPS + 1:02}\t{day:02}/{month:02}/2023")
        (self.folder / "plan.txt").write_text("\n".join(rows), encoding="utf-8")
        self.dondoc("plan", "import", str(self.folder / "plan.txt"), "--document", f"{number}/KH-UBND", "--issued",
                    "08/05/2023", "--level", "tỉnh", "--issuer", "UBND tỉnh", "--title", f"Kế hoạch {number}", "--yes")

    def cookies_of(self, *arguments):
        """Of persons who have just signed in, from addresses of their own."""
        cookies = []
        for number in range(PERSONS):
            place = [part.format(number * (AGENCIES // PERSONS)) for part in arguments]
            made = json.loads(self.dondoc("--json", "person", "add", *place, "--name", f"Người {arguments[0][2:]} {number}").stdout)
            said = self.dondoc("person", "invite", made["person"]["id"]).stdout
            browser = self.browser(f"127.0.1.{number + 1}")
            browser.post(re.search(r"(/loi-moi/\S+)", said).group(1), password=PASSWORD, again=PASSWORD)
            cookies.append("; ".join(f"{name}={value}" for name, value in browser.cookies.items()))
        return cookies


async def ask(port, path, cookie, took):
    begun = time.monotonic()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read(-1)
    writer.close()
    took.append((1000 * (time.monotonic() - begun), answer.startswith(b"HTTP/1.1 200"), len(answer)))


async def at_rate(port, path, cookies, rate, seconds):
    took, asked, begun = [], [], time.monotonic()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0, begun + number / rate - time.monotonic()))
        asked.append(asyncio.create_task(ask(port, path, cookies[number % len(cookies)], took)))
    await asyncio.gather(*asked)
    times = sorted(one[0] for one in took)
    print(f"{path}: {len(times)} requests at {rate:g} a second, {sum(one[1] for one in took)} answered, {took[-1][2]} bytes; "
          f"p50 {times[len(times) // 2]:.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms, worst {times[-1]:.1f} ms")


def processor_ticks(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def resident_kib(pid):
    with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * 4


def idle_streams(world, cookies, count):
    before, streams = resident_kib(world.web.pid), []
    for number in range(count):
        stream = socket.create_connection(("127.0.0.1", world.port), 20, (f"127.0.2.{number % 200 + 1}", 0))
        stream.sendall(f"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nCookie: {cookies[number % len(cookies)]}\r\n\r\n".encode())
        streams.append(stream)
    open_ones = sum(stream.recv(4096).startswith(b"HTTP/1.1 200") for stream in streams)
    time.sleep(2)
    used, begun = [processor_ticks(process.pid) for process in (world.web, world.daemon)], time.monotonic()
    time.sleep(20)
    ticks = os.sysconf("SC_CLK_TCK") * (time.monotonic() - begun) / 100
    web, daemon = (processor_ticks(process.pid) - was for process, was in zip((world.web, world.daemon), used))
    print(f"{open_ones} idle streams: {(resident_kib(world.web.pid) - before) / 1024:.0f} MiB; dondoc-web {web / ticks:.2f} %, "
          f"dondocd {daemon / ticks:.2f} % of a core")


def main():
    names = programs()
    parser = argparse.ArgumentParser()
    parser.add_argument("--assignments", type=int, default=1_000_000)
    parser.add_argument("--rate", type=float, default=100)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--streams", type=int, default=500)
    options = parser.parse_args()
    LargeWorld.assignments = options.assignments
    begun = time.monotonic()
    world = LargeWorld(names)
    try:
        office, agencies = world.cookies_of("--office"), world.cookies_of("--agency", "CQ{:04}")
        print(f"filled with {options.assignments} assignments in {time.monotonic() - begun:.0f} s; load {os.getloadavg()[0]:.1f}")
        for path, cookies in (("/tong-quan", office), ("/cua-toi", agencies)):
            asyncio.run(at_rate(world.port, path, cookies, 5, 2))  # what is asked for once in a while is there
            asyncio.run(at_rate(world.port, path, cookies, options.rate, options.seconds))
        idle_streams(world, office + agencies, options.streams)
    finally:
        world.close()


if __name__ == "__main__":
    main()
