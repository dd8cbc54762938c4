#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody with a browser, a socket or another site may try against dondoc-web, and what comes of it."""

import re
import socket
import sys
import threading
import time
import unittest

from world import MARK, PASSWORD, World, programs, wait_for

PROGRAMS = programs() if len(sys.argv) > 3 else {}
world = None


def setUpModule():
    global world
    world = World(PROGRAMS)


def tearDownModule():
    log = (world.folder / "web.log").read_text(encoding="utf-8")
    world.close()
    if "event=fault" in log:
        raise AssertionError("a handler failed: " + log)


def raw(*pieces, pause=0.0, patience=10):
    """What comes back for bytes as they are."""
    with socket.create_connection(("127.0.0.1", world.port), patience, ("127.0.0.20", 0)) as connection:
        answer = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
            connection.settimeout(patience)
            while piece := connection.recv(65536):
                answer += piece
                if b"\r\n\r\n" in answer and b"content-length: 0" in answer.lower():
                    break
        except (ConnectionError, TimeoutError):
            pass
        return answer


def status(answer):
    found = re.match(rb"HTTP/1\.[01] (\d+)", answer)
    return int(found.group(1)) if found else None


def request(line, *headers, body=b""):
    return b"\r\n".join([line, b"Host: x", b"Connection: close", *headers, b"", b""]) + body


class OtherSites(unittest.TestCase):
    def test_a_form_without_the_token_changes_nothing(self):
        browser = world.signed_in("an")
        for fields in ({}, {"form_token": ""}, {"form_token": "x" * 43},
                       {"form_token": world.signed_in("binh").form_token()}):
            self.assertEqual(browser.post("/tai-khoan/khoa", name="trộm", kind="api", **fields).status, 403)
        self.assertNotIn("trộm", browser.get("/tai-khoan").text)

    def test_a_form_from_another_site_is_refused_also_with_the_token(self):
        browser = world.signed_in("an")
        for header in ({"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
                       {"Sec-Fetch-Site": "same-site"}):
            answer = browser.post("/tai-khoan/khoa", headers=header, name="trộm", kind="api",
                                  form_token=browser.form_token())
            self.assertEqual(answer.status, 403, header)
            self.assertEqual(world.browser().post("/dang-nhap", headers=header, login="an@snv.gov.vn",
                                                  password=PASSWORD).status, 403, header)
        self.assertEqual(browser.post("/tai-khoan/khoa", headers={"Origin": world.url}, name="mình", kind="api",
                                      form_token=browser.form_token()).status, 200)

    def test_the_api_changes_nothing_for_a_cookie_without_the_form_token(self):
        browser = world.signed_in("an")
        change = '{"assignment": "1", "action": "receive"}'
        self.assertEqual(browser.ask("POST", "/api/v1/assignment_change", change).status, 403)
        self.assertEqual(browser.ask("POST", "/api/v1/assignment_change", change,
                                     X_Form_Token=browser.form_token()).status, 200)

    def test_a_session_that_was_brought_along_is_none(self):
        browser = world.browser()
        browser.cookies["dondoc"] = "x" * 43
        self.assertEqual(browser.get("/").status, 303)
        browser.post(world.invite("an"), password=PASSWORD, again=PASSWORD)
        self.assertNotEqual(browser.cookies["dondoc"], "x" * 43)
        before = browser.cookies["dondoc"]
        browser.post("/dang-nhap", login="an@snv.gov.vn", password=PASSWORD)
        self.assertNotEqual(browser.cookies["dondoc"], before)

    def test_nobody_is_sent_to_another_site(self):
        world.signed_in("an")
        for place in ("https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/\t/elsewhere",
                      "/\r\nSet-Cookie: x=1", "javascript:alert(1)"):
            answer = world.browser().post("/dang-nhap", login="an@snv.gov.vn", password=PASSWORD, next=place)
            self.assertEqual((answer.status, answer.headers["Location"]), (303, "/"), place)
            self.assertNotIn("x", answer.headers.get("Set-Cookie", "").split(";")[0].split("=")[0])


class Guessing(unittest.TestCase):
    def test_all_that_is_wrong_is_one_answer(self):
        world.signed_in("an")
        pages = []
        for login, password in (("an@snv.gov.vn", "sai rồi bạn ơi"), ("khong@co.vn", PASSWORD), ("'; --", "x" * 300),
                                ("", "")):
            answer = world.browser("127.0.0.11").post("/dang-nhap", login=login, password=password)
            self.assertEqual(answer.status, 403)
            pages.append(re.sub(r' value="[^"]*"', "", answer.text))
        self.assertEqual(len(set(pages)), 1)

    def test_somebody_unknown_takes_as_long_as_somebody_known(self):
        def time_of(login):
            begun = time.monotonic()
            world.browser("127.0.0.12").post("/dang-nhap", login=login, password="sai rồi bạn ơi")
            return time.monotonic() - begun
        time_of("nong@may.vn")
        self.assertGreater(min(time_of("khong@co.vn") for _ in range(2)), 0.02)

    def test_zz_after_five_failures_the_right_password_has_to_wait_too(self):
        world.signed_in("binh")
        browser = world.browser("127.0.0.13")
        # One person, whatever he is called by.
        for i, login in enumerate(("binh@stc.gov.vn", "BINH@stc.gov.vn", f"Trần {MARK} Bình", f" trần {MARK} bình ",
                                   world.persons["binh"])):
            self.assertNotIn("15 phút", browser.post("/dang-nhap", login=login, password=f"sai lần thứ {i}").text)
        for login in ("binh@stc.gov.vn", "bInh@stc.gov.vn"):
            answer = browser.post("/dang-nhap", login=login, password=PASSWORD)
            self.assertEqual(answer.status, 403)
            self.assertIn("15 phút", answer.text)

    def test_many_at_once_are_no_way_round(self):
        statuses = []

        def guess(i):
            answer = world.browser("127.0.0.14").post("/dang-nhap", login="van@vp.gov.vn", password=f"đoán {i} lần")
            statuses.append("15 phút" in answer.text)
        threads = [threading.Thread(target=guess, args=(i,)) for i in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(statuses.count(False), 5)


class Bytes(unittest.TestCase):
    def test_no_path_leads_out_and_none_is_hidden(self):
        for path in (b"/../../etc/passwd", b"/%2e%2e/%2e%2e/etc/passwd", b"/..%2f..%2fetc/passwd", b"/a%00.css",
                     b"/assets/..\\..\\x", b"//etc/passwd", b"/%5c..%5c", b"/ics/..%2fweb.db.ics", b"*",
                     b"http://elsewhere/", b"/%ff%fe"):
            answer = raw(request(b"GET " + path + b" HTTP/1.1"))
            self.assertIn(status(answer), (400, 404), path)
            self.assertNotIn(b"root:", answer)

    def test_nothing_that_was_typed_becomes_a_header(self):
        for path in (b"/dang-nhap?next=%0d%0aSet-Cookie:%20x=1", b"/%0d%0aX-Evil:%201", b"/ics/%0d%0aX-Evil:1.ics"):
            answer = raw(request(b"GET " + path + b" HTTP/1.1"))
            self.assertNotRegex(answer.split(b"\r\n\r\n")[0], rb"(?i)\r\n(x-evil|set-cookie: x)")

    def test_what_was_typed_is_shown_and_not_run(self):
        evil = '"><script>alert(1)</script><b x=\''
        answer = world.browser("127.0.0.21").post("/dang-nhap", login=evil, password="x", next=evil)
        self.assertNotIn("<script>alert", answer.text)
        self.assertIn("&lt;script&gt;", answer.text)
        browser = world.signed_in("an")
        page = browser.submit("/tai-khoan", "/tai-khoan/khoa", name=evil, kind="api")
        self.assertNotIn("<script>alert", page.text)

    def test_what_is_no_request_is_refused(self):
        for nonsense in (b"\0" * 100 + b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                         b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 200, b"GET /" + b"a" * 100000):
            self.assertNotEqual(status(raw(nonsense, patience=4)), 200)
        self.assertEqual(world.browser().get("/healthz").status, 200)

    def test_heads_and_bodies_have_their_limits(self):
        self.assertIn(status(raw(request(b"GET / HTTP/1.1", b"X-Long: " + b"a" * 200_000))), (400, 413, 431, None))
        many = [b"X-%d: a" % i for i in range(20_000)]
        self.assertIn(status(raw(request(b"GET / HTTP/1.1", *many))), (400, 413, 431, None))
        self.assertEqual(status(raw(request(b"POST /dang-nhap HTTP/1.1", b"Content-Length: 10000000"))), 413)
        chunk = b"%x\r\n" % 65536 + b"a" * 65536 + b"\r\n"
        self.assertIn(status(raw(request(b"POST /dang-nhap HTTP/1.1", b"Transfer-Encoding: chunked"), *[chunk] * 20)),
                      (413, None))
        fields = b"&".join(b"a%d=1" % i for i in range(5_000))
        self.assertEqual(status(raw(request(b"POST /dang-nhap HTTP/1.1", b"Content-Length: %d" % len(fields),
                                            b"Content-Type: application/x-www-form-urlencoded", body=fields))), 400)

    def test_a_large_body_is_read_of_nobody_who_has_not_signed_in(self):
        answer = raw(request(b"POST /api/v1/plan_import HTTP/1.1", b"Content-Length: 30000000"))
        self.assertEqual(status(answer), 401)

    def test_two_lengths_are_none(self):
        for headers in ([b"Content-Length: 5", b"Transfer-Encoding: chunked"], [b"Content-Length: -1"],
                        [b"Content-Length: 99999999999999999999999"], [b"Content-Length: 0x10"]):
            answer = raw(request(b"POST /dang-nhap HTTP/1.1", *headers, body=b"0\r\n\r\n"), patience=4)
            self.assertNotIn(status(answer), (200, 303), headers)

    def test_text_that_is_no_text_is_refused(self):
        for body in (b"login=%ff%fe&password=x", b"login=a%00b&password=x", b"\xff\xfe=1"):
            answer = raw(request(b"POST /dang-nhap HTTP/1.1", b"Content-Length: %d" % len(body),
                                 b"Content-Type: application/x-www-form-urlencoded", body=body))
            self.assertEqual(status(answer), 400, body)

    def test_forms_of_parts_that_are_broken_end_in_a_refusal(self):
        head = [b"Content-Type: multipart/form-data; boundary=AaB03x"]
        for body in (b"--AaB03x\r\nContent-Disposition: form-data; name=\"login\"\r\n\r\nx", b"--AaB03x--", b"\r\n" * 50,
                     b"--AaB03x\r\n" + b"A" * 60_000, b"--AaB03x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--AaB03x--",
                     b"--AaB03x\r\nContent-Disposition: form-data; name=\"" + b"n" * 30_000 + b"\"\r\n\r\nx\r\n--AaB03x--"):
            answer = raw(request(b"POST /dang-nhap HTTP/1.1", *head, b"Content-Length: %d" % len(body), body=body))
            self.assertIn(status(answer), (400, 403), body[:60])

    def test_who_sends_a_byte_now_and_then_is_cut(self):
        begun = time.monotonic()
        with socket.create_connection(("127.0.0.1", world.port), timeout=10) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\n")
            with self.assertRaises(OSError):
                while time.monotonic() - begun < 9:
                    connection.sendall(b"X")
                    time.sleep(0.1)
        self.assertLess(time.monotonic() - begun, 8)

    def test_one_address_has_so_many_connections(self):
        held = []
        try:
            for _ in range(80):
                held.append(socket.create_connection(("127.0.0.1", world.port), timeout=5))
            time.sleep(0.2)
            answered = 0
            for connection in held:
                try:
                    connection.sendall(request(b"GET /healthz HTTP/1.1"))
                    answered += bool(connection.recv(10))
                except OSError:
                    pass
            self.assertLessEqual(answered, 64)
            self.assertGreater(answered, 40)
        finally:
            for connection in held:
                connection.close()
        wait_for(lambda: self.is_well(), "the server")

    @staticmethod
    def is_well():
        try:
            return world.browser().get("/healthz").status == 200
        except OSError:
            return False


class Foreign(unittest.TestCase):
    def test_no_page_of_one_agencys_person_holds_a_word_of_anothers(self):
        browser = world.signed_in("an")
        seen, waiting, forms = set(), ["/cua-toi", "/tai-khoan"], set()
        while waiting:
            path = waiting.pop()
            if path in seen or len(seen) > 400:
                continue
            seen.add(path)
            answer = browser.get(path)
            self.assertNotIn(MARK, answer.text, path)
            self.assertIn(answer.headers["Cache-Control"].split(",")[0], ("no-store", "public", "no-cache"), path)
            for link in re.findall(r'href="(/[^"#]*)', answer.text):
                waiting.append(link.replace("&amp;", "&"))
            forms |= set(re.findall(r'<form[^>]*action="(/[^"]*)"', answer.text))
        for number in range(1, 6):
            for pattern in ("/nhiem-vu/{}", "/api/v1/task_show?task={}", "/api/v1/assignment_history?task={}",
                            "/api/v1/log?task={}", "/api/v1/person_show?person={}"):
                self.assertNotIn(MARK, browser.get(pattern.format(number)).text, pattern)
        for request_name in ("task_list", "status", "log", "person_list", "review_list", "consumer_list"):
            self.assertNotIn(MARK, browser.get("/api/v1/" + request_name).text)
        self.assertIn(MARK, world.browser(Authorization="Bearer " + world.token("binh")).get("/api/v1/task_list").text)

    def test_pages_of_a_person_are_kept_nowhere(self):
        browser = world.signed_in("an")
        for path in ("/", "/tai-khoan", "/api/v1/task_list"):
            self.assertEqual(browser.get(path).headers["Cache-Control"], "no-store", path)
        for path in ("/", "/dang-nhap", "/healthz", "/nothing"):
            self.assertIn("frame-ancestors 'none'", world.browser().get(path).headers["Content-Security-Policy"])


if __name__ == "__main__":
    unittest.main()
