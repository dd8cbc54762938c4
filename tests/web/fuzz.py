#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends dondoc-web requests that are nearly right: HTTP, forms, multipart and files with their bytes moved about.

    fuzz.py DONDOCD DONDOC DONDOC-WEB [--seconds N] [--seed N]

The program has to live, answer a good request after each hundred, let no handler fail, and not grow without bound. What is
found is printed with its seed. Not a test of ctest: docs/reliability.md has the figures of a long run.
"""

import argparse
import io
import pathlib
import random
import socket
import sys
import time
import zipfile

from world import PLAN, World, programs

METHODS = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "G E T", "", "POST" * 400]
PATHS = ["/", "/nhiem-vu", "/nhiem-vu/1", "/nhiem-vu.xlsx", "/cua-toi", "/tong-quan", "/van-ban/nhap", "/phieu", "/phieu.xlsx",
         "/nguoi-dung/nhap", "/phieu/x", "/dang-nhap", "/quen-mat-khau", "/api/v1/status", "/api/v1/task_list", "/api/v1/events",
         "/loi-moi/x", "/ics/x.ics", "/tep/style.css", "/metrics", "/bao-cao/agency", "/lich", "/cho-xu-ly", "/tai-khoan",
         "/../../etc/passwd", "/%2e%2e/%2e%2e", "//x", "/\u1ec7", "/%", "/%zz", "/%00", "/" + "a/" * 2000]
PIECES = [b"\r\n", b"\n", b"\0", b"\xff\xfe", b"--", b"=", b"&", b"%", b"%00", b"%u0041", b";", b'"', b"\\", b" ", b"\t",
          b"../", b"A" * 5000, b"-1", b"18446744073709551616", b"99999999999", "Đ\u0301".encode(), "\u202e".encode()]
HEADERS = ["Content-Length", "Transfer-Encoding", "Content-Type", "Cookie", "Host", "Connection", "Expect", "Range", "Accept",
           "X-Forwarded-For", "Origin", "Sec-Fetch-Site", "Authorization", "Last-Event-ID", "If-None-Match", "Upgrade", "X" * 300]
VALUES = ["0", "1", "-1", "18446744073709551615", "chunked", "gzip, chunked", "identity", "multipart/form-data",
          "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\"", "multipart/form-data; boundary=" + "b" * 300,
          "application/x-www-form-urlencoded; charset=utf-16", "application/json", "text/plain", "100-continue", "bytes=0-",
          "keep-alive", "close", "Bearer x", "dondoc=" + "x" * 43, "dondoc=;=;;=x", "null", "a\tb", "\u1ec7", "é" * 900]


class Mutator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def of(self, list_):
        return self.random.choice(list_)

    def often(self, chance):
        return self.random.random() < chance

    def bytes(self, data):
        """Some of its bytes are changed, taken away, doubled, or have something put between."""
        data = bytearray(data)
        for _ in range(self.random.choice([0, 1, 1, 2, 4, 16])):
            at = self.random.randrange(len(data) + 1)
            what = self.random.randrange(6)
            if what == 0 and at < len(data):
                data[at] ^= 1 << self.random.randrange(8)
            elif what == 1:
                del data[at:at + self.random.randrange(1, 40)]
            elif what == 2:
                data[at:at] = self.of(PIECES)
            elif what == 3:
                piece = data[at:at + self.random.randrange(1, 200)]
                data[at:at] = piece * self.random.randrange(1, 4)
            elif what == 4:
                data[at:at] = bytes(self.random.randrange(256) for _ in range(self.random.randrange(1, 20)))
            else:
                del data[at:]
        return bytes(data)

    def workbook(self):
        """A workbook whose parts are changed before they are packed, or whose packing is."""
        parts = {
            "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                                   '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
                               'openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" '
                               'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                                          '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                                          'relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
                                        "".join(f'<row r="{row}">' + "".join(
                                            f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
                                            for column, text in zip("ABCD", texts)) + "</row>"
                                            for row, texts in enumerate([
                                                ["dondoc-phieu", "1", "", ""], ["Họ và tên", "Email", "Quyền", "Mã dòng"],
                                                ["Lê Văn", "l@x.vn", "agency", "1/1/assigned/-"]], 1)) +
                                        "</sheetData></worksheet>"}
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, self.bytes(text.encode()) if self.often(0.3) else text.encode())
        return self.bytes(packed.getvalue()) if self.often(0.5) else packed.getvalue()

    def multipart(self, fields, files):
        boundary = self.of(["x", "----WebKitFormBoundaryA1", "a" * 70, "b'()+_,-./:=?"])
        lines = []
        for name, value in fields:
            lines += [f"--{boundary}", f'Content-Disposition: form-data; name="{name}"', "", value]
        body = "\r\n".join(lines).encode()
        for name, content in files:
            body += (f'\r\n--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="'
                     f'{self.of(["a.xlsx", "../../a.csv", "a.toml", "", "ệ.pdf", "a" * 300])}"\r\n'
                     f'Content-Type: {self.of(VALUES)}\r\n\r\n').encode() + content
        body += f"\r\n--{boundary}--\r\n".encode()
        return f"multipart/form-data; boundary={boundary}", self.bytes(body) if self.often(0.6) else body

    def request(self, cookie, token):
        method, path = self.of(METHODS) if self.often(0.2) else self.of(["GET", "POST"]), self.of(PATHS)
        if self.often(0.3):
            path += "?" + self.bytes(b"tim=a&tu=3&sau=x&trang-thai=overdue&so=1/KH").decode("latin-1").replace(" ", "+")
        headers, body = [("Host", "127.0.0.1")], b""
        if self.often(0.7):
            headers.append(("Cookie", cookie))
        if method == "POST":
            kind = self.random.randrange(4)
            fields = [("form_token", token), ("action", self.of(["confirm", "mute", "press", "x"])), ("chon", "1.1"),
                      ("until", "2023-12-01"), ("reason", "x"), ("login", "an@snv.gov.vn"), ("agency", "SNV")]
            content_type = "application/x-www-form-urlencoded"
            if kind == 0:
                body = self.bytes("&".join(f"{name}={value}" for name, value in fields).encode())
            elif kind in (1, 2):
                path = self.of(["/van-ban/nhap", "/phieu", "/nguoi-dung/nhap", path])
                content = self.workbook() if self.often(0.5) else self.bytes(PLAN.encode())
                content_type, body = self.multipart(fields, [(self.of(["plan", "persons", "sheet"]), content)])
            else:
                content_type, body = "application/json", self.bytes(b'{"assignment": "1", "action": "receive"}')
            headers += [("Content-Type", content_type), ("Content-Length", str(len(body)))]
        if self.often(0.4):
            headers.append((self.of(HEADERS), self.of(VALUES)))
        head = f"{method} {path} HTTP/{self.of(['1.1', '1.1', '1.1', '1.0', '2.0', '', '1.1 '])}\r\n" + "".join(
            f"{name}: {value}\r\n" for name, value in headers) + "\r\n"
        head = head.encode("utf-8", "surrogateescape")
        return (self.bytes(head) if self.often(0.3) else head) + body


def resident_kib(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return 0


def send(port, data, number):
    address = f"127.0.{number % 200 + 1}.{number // 200 % 200 + 1}"
    with socket.socket() as connection:
        connection.settimeout(5)
        connection.bind((address, 0))
        try:
            connection.connect(("127.0.0.1", port))
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            return connection.recv(65536)
        except (ConnectionError, TimeoutError):
            return b""


def main():
    names = programs()
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    world = World(names)
    try:
        browser = world.signed_in("van")
        token = browser.form_token()
        cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        begun, seed, answered, statuses = time.monotonic(), options.seed, 0, {}
        at_first = 0
        while time.monotonic() - begun < options.seconds:
            answer = send(world.port, Mutator(seed).request(cookie, token), seed)
            answered += bool(answer)
            status = answer[9:12].decode("latin-1") if answer.startswith(b"HTTP/") else "none"
            statuses[status] = statuses.get(status, 0) + 1
            if world.web.poll() is not None:
                sys.exit(f"dondoc-web ended after seed {seed}")
            if seed % 100 == 0 and world.browser().get("/healthz").status != 200:
                sys.exit(f"no good answer after seed {seed}")
            if seed == options.seed + 2000:
                at_first = resident_kib(world.web.pid)
            seed += 1
        log = (world.folder / "web.log").read_text(encoding="utf-8", errors="replace")
        faults = log.count("event=fault")
        inputs = seed - options.seed
        print(f"{inputs} requests in {time.monotonic() - begun:.0f} s, {answered} answered: {dict(sorted(statuses.items()))}; "
              f"{faults} faults; {at_first} KiB after 2000, {resident_kib(world.web.pid)} KiB at the end")
        if faults:
            print("\n".join([line for line in log.splitlines() if "event=fault" in line][:20]))
            sys.exit(1)
    finally:
        world.close()


if __name__ == "__main__":
    main()
