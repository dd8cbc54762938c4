#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondoc-web as its users meet it: signing in, the API as docs/web.md shows it, live events, calendars, watching."""

import base64
import hashlib
import hmac
import http.client
import io
import json
import os
import re
import struct
import subprocess
import sys
import time
import unittest
import zipfile
from datetime import date, timedelta

from world import PASSWORD, SOURCE, MARK, World, need, programs, wait_for

need("icalendar")
import icalendar  # noqa: E402

PROGRAMS = programs() if len(sys.argv) > 3 else {}
world = None


def setUpModule():
    global world
    world = World(PROGRAMS)


def tearDownModule():
    world.close()


class AFirstUser(unittest.TestCase):
    """Before anybody else, as the name of the class makes it."""

    def test_the_first_user_comes_in_by_the_link_that_was_printed_and_nobody_after(self):
        link = world.first_link()
        browser = world.browser()
        self.assertEqual(browser.post(link, login="Nguyễn Văn An", password=PASSWORD, again=PASSWORD).status, 400)
        self.assertEqual(browser.post(link, login="van@vp.gov.vn", password="ngắn", again="ngắn").status, 400)
        self.assertEqual(browser.post(link, login="van@vp.gov.vn", password=PASSWORD, again=PASSWORD).status, 303)
        self.assertIn("Lê Thị Vân", browser.get("/tong-quan").text)
        other = world.browser()
        self.assertEqual(other.post(link, login="van@vp.gov.vn", password=PASSWORD, again=PASSWORD).status, 403)


class SignIn(unittest.TestCase):
    def test_an_invitation_sets_the_password_once(self):
        link = world.invite("an")
        browser = world.browser()
        self.assertIn("Nguyễn Văn An", browser.get(link).text)
        self.assertEqual(browser.get(link).headers["Referrer-Policy"], "strict-origin")
        self.assertEqual(browser.post(link, password=PASSWORD, again=PASSWORD + "x").status, 400)
        self.assertEqual(browser.post(link, password=PASSWORD, again=PASSWORD).status, 303)
        self.assertEqual(browser.post(link, password=PASSWORD, again=PASSWORD).status, 403)
        self.assertEqual(world.browser().get(link).status, 403)

    def test_a_password_signs_in_and_leads_where_one_wanted_to_go(self):
        world.signed_in("an")
        browser = world.browser()
        first = browser.get("/tai-khoan?x=1")
        self.assertEqual(first.status, 303)
        self.assertEqual(first.headers["Location"], "/dang-nhap?next=/tai-khoan%3Fx%3D1")
        answer = browser.post("/dang-nhap", login="an@snv.gov.vn", password=PASSWORD, next="/tai-khoan?x=1")
        self.assertEqual((answer.status, answer.headers["Location"]), (303, "/tai-khoan?x=1"))
        self.assertIn("Tài khoản của tôi", browser.get("/tai-khoan").text)

    def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(self):
        answer = world.browser().post(world.invite("an"), password=PASSWORD, again=PASSWORD)
        cookie = answer.headers["Set-Cookie"]
        self.assertIn("HttpOnly", cookie)
        self.assertIn("SameSite=Lax", cookie)
        self.assertIn("Path=/", cookie)

    def test_signing_out_ends_the_session_on_the_server(self):
        browser = world.signed_in("an")
        kept = dict(browser.cookies)
        self.assertEqual(browser.submit("/tai-khoan", "/dang-xuat").status, 303)
        browser.cookies = kept
        self.assertEqual(browser.get("/tai-khoan").status, 303)

    def test_a_new_invitation_ends_sessions_and_tokens(self):
        browser, token = world.signed_in("an"), world.token("an")
        self.assertEqual(browser.get("/tai-khoan").status, 303)
        self.assertEqual(world.browser(Authorization=f"Bearer {token}").get("/api/v1/status").status, 200)
        world.signed_in("an")
        self.assertEqual(world.browser(Authorization=f"Bearer {token}").get("/api/v1/status").status, 401)

    def test_sessions_are_listed_and_ended(self):
        here = world.signed_in("an")
        there = world.browser(**{"User-Agent": "Máy khác".encode().decode("latin-1")})
        there.post("/dang-nhap", login="an@snv.gov.vn", password=PASSWORD)
        self.assertEqual(there.get("/tai-khoan").status, 200)
        self.assertIn("Máy khác", here.get("/tai-khoan").text)
        self.assertEqual(here.submit("/tai-khoan", "/tai-khoan/phien/ket-thuc").status, 303)
        self.assertEqual(there.get("/tai-khoan").status, 303)
        self.assertEqual(here.get("/tai-khoan").status, 200)

    def test_a_password_is_changed_by_who_knows_the_present_one(self):
        browser, new = world.signed_in("an"), PASSWORD + " mới"
        wrong = browser.submit("/tai-khoan", "/tai-khoan/mat-khau", present="sai hẳn rồi", password=new, again=new)
        self.assertEqual(wrong.status, 400)
        self.assertEqual(browser.submit("/tai-khoan", "/tai-khoan/mat-khau", present=PASSWORD, password=new,
                                        again=new).status, 303)
        self.assertEqual(world.browser().post("/dang-nhap", login="an@snv.gov.vn", password=PASSWORD).status, 403)
        self.assertEqual(world.browser().post("/dang-nhap", login="an@snv.gov.vn", password=new).status, 303)

    def test_who_is_removed_is_out_with_the_next_request(self):
        made = world.dondoc("--json", "person", "add", "--agency", "SNV", "--name", "Người Nghỉ").stdout
        world.persons["nghi"] = re.search(r'"id": *"?(\d+)', made).group(1)
        token = world.token("nghi")
        program = world.browser(Authorization=f"Bearer {token}")
        self.assertEqual(program.get("/api/v1/task_list").status, 200)
        world.dondoc("person", "remove", world.persons["nghi"], "--reason", "nghỉ hưu")
        self.assertEqual(program.get("/api/v1/task_list").status, 401)


class ForgottenPassword(unittest.TestCase):
    """The program that sends to persons is played by an operator's token, which may report deliveries."""

    @classmethod
    def setUpClass(cls):
        cls.relay = world.browser(Authorization=f"Bearer {world.token('van')}")

    def round(self):
        answer = self.relay.ask("POST", "/api/v1/delivery_report", "{}")
        self.assertEqual(answer.status, 200, answer.text)
        return answer.json().get("tests", [])

    def link_to(self, who):
        """The path of the link that is to be mailed."""
        return next(test["link"] for test in self.round()
                    if test.get("link") and test["person"] == str(world.persons[who]))[len(world.url):]

    def forgot(self, login, address="127.0.0.40"):
        return world.browser(address).post("/quen-mat-khau", login=login)

    def test_a_link_that_was_mailed_sets_a_new_password_once_and_leaves_the_second_factor(self):
        self.round()
        world.signed_in("an")
        self.assertIn("Đã nhận yêu cầu", self.forgot("an@snv.gov.vn").text)
        path, new = self.link_to("an"), PASSWORD + " khác"
        browser = world.browser()
        self.assertIn("Nguyễn Văn An", browser.get(path).text)
        self.assertEqual(browser.post(path, password=new, again=new).status, 303)
        self.assertEqual(browser.post(path, password=new, again=new).status, 403)
        self.assertEqual(world.browser().post("/dang-nhap", login="an@snv.gov.vn", password=new).status, 303)

    def test_known_and_unknown_names_are_answered_alike(self):
        self.round()
        pages = {self.forgot(name, f"127.0.0.{41 + at}").text
                 for at, name in enumerate(("an@snv.gov.vn", "khong@co.vn", "x" * 5000, "", "Lê Thị Vân"))}
        self.assertEqual(len(pages), 1)

    def test_asking_without_end_is_refused(self):
        statuses = [self.forgot("khong.biet@co.vn", "127.0.0.50").status for _ in range(7)]
        self.assertEqual(statuses[:5] + statuses[-1:], [200] * 5 + [403])

    def test_who_has_a_second_factor_shows_it_with_the_link(self):
        browser = world.signed_in("binh")
        page = browser.get("/tai-khoan").text
        secret = re.search(r'name="secret" value="([A-Z2-7]+)"', page).group(1)
        self.assertIn('<svg xmlns="http://www.w3.org/2000/svg" role="img"', page)
        self.assertEqual(browser.submit("/tai-khoan", "/tai-khoan/ma", secret=secret, code=totp(secret)).status, 303)
        self.round()
        self.forgot("binh@stc.gov.vn", "127.0.0.51")
        path = self.link_to("binh")
        taker = world.browser()
        self.assertEqual(taker.post(path, password=PASSWORD, again=PASSWORD).status, 400)
        self.assertEqual(taker.post(path, password=PASSWORD, again=PASSWORD, code=totp(secret, 1)).status, 303)
        self.assertIn("Đang bật", taker.get("/tai-khoan").text)


def totp(secret, later=0):
    """RFC 6238, as a telephone does it; `later` periods on, since a code is good once."""
    counter = struct.pack(">Q", int(time.time()) // 30 + later)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


class Sheets(unittest.TestCase):
    """Lists of persons and progress sheets: sent, looked at row by row, taken in."""

    def test_a_list_of_persons_is_looked_at_then_taken_in(self):
        browser = world.signed_in("van")
        table = "Họ và tên;Chức vụ;Cơ quan;Email\nĐỗ Thị Mơ;Chuyên viên;SNV;mo@snv.gov.vn\nVũ Văn Lộc;;;loc@vp.gov.vn\n"
        refused = browser.send_file("/nguoi-dung/nhap", "persons", "ds.csv", table.encode())
        self.assertEqual(refused.status, 400)
        self.assertIn("không ghi cơ quan", refused.text)
        sent = browser.send_file("/nguoi-dung/nhap", "persons", "ds.csv", table.encode(), agency="STC")
        self.assertEqual(sent.status, 303, sent.text)
        place = sent.headers["Location"]
        look = browser.get(place)
        self.assertIn("Đỗ Thị Mơ", look.text)
        self.assertIn("Sẽ thêm 2 người", look.text)
        self.assertEqual(world.signed_in("binh").get(place).status, 400)  # it is nobody else's
        seen = re.search(r'name="seen" value="([^"]+)"', look.text).group(1)
        self.assertEqual(browser.submit("/tai-khoan", place, seen="khác").status, 409)
        self.assertEqual(browser.submit("/tai-khoan", place, seen=seen).status, 303)
        self.assertIn("Vũ Văn Lộc", browser.get("/co-quan/STC").text)
        self.assertEqual(browser.get(place).status, 400)

    def test_what_nobody_of_an_agency_is_told_of_is_said_where_its_persons_are(self):
        browser, lost = world.signed_in("van"), "chỉ lãnh đạo được báo khi việc đã quá hạn"
        fields = {"name": "Lê Văn Chánh", "email": "chanh@vp.gov.vn", "told": "head", "agency": "VP"}
        added = browser.submit("/co-quan/VP", "/nguoi-dung", **fields)
        self.assertEqual(added.status, 303, added.text)
        person = added.headers["Location"].split("?")[0]
        for place in (person, "/co-quan/VP", "/tong-quan"):
            self.assertIn(lost, browser.get(place).text, place)
        fields |= {"told": "lead, cooperating", "channels": "mail"}
        self.assertEqual(browser.submit(person, person, **fields).status, 303)
        for place in (person, "/co-quan/VP", "/tong-quan"):
            self.assertNotIn(lost, browser.get(place).text, place)

    def test_a_row_that_cannot_be_is_said_with_its_place(self):
        browser = world.signed_in("van")
        sent = browser.send_file("/nguoi-dung/nhap", "persons", "ds.csv",
                         "Họ và tên;Cơ quan;Email\nAi Đó;SNV;không phải thư\n".encode())
        look = browser.get(sent.headers["Location"])
        self.assertEqual(look.status, 409)
        self.assertIn("ds.csv, dòng 2", look.text)

    def test_a_progress_sheet_is_fetched_filled_in_and_taken_in(self):
        browser = world.signed_in("an")
        sheet = browser.get("/phieu.xlsx")
        self.assertEqual(sheet.headers["Content-Type"],
                         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        empty = browser.send_file("/phieu", "sheet", "phieu.xlsx", sheet.bytes)
        self.assertIn("chưa điền gì", browser.get(empty.headers["Location"]).text)
        sent = browser.send_file("/phieu", "sheet", "phieu.xlsx", with_percent(sheet.bytes, "40"))
        self.assertEqual(sent.status, 303, sent.text)
        place = sent.headers["Location"]
        look = browser.get(place)
        self.assertIn("tiến độ: 40%", look.text)
        seen = re.search(r'name="seen" value="([^"]+)"', look.text).group(1)
        self.assertEqual(browser.submit("/tai-khoan", place, seen="").status, 409)
        self.assertEqual(browser.submit("/tai-khoan", place, seen=seen).status, 303)
        again = browser.send_file("/phieu", "sheet", "phieu.xlsx", with_percent(sheet.bytes, "40"))
        self.assertIn("đã có từ trước", browser.get(again.headers["Location"]).text)

    def test_an_address_without_a_page_is_answered_by_one(self):
        browser = world.signed_in("an")
        for path, status, words in (("/khong-co", 404, "Không có trang nào"), ("/nguoi-dung", 405, "chỉ nhận biểu mẫu")):
            page = browser.get(path, Accept="text/html,*/*;q=0.8")
            self.assertEqual(page.status, status)
            self.assertIn(words, page.text)
            self.assertIn('<a href="/">', page.text)
            self.assertEqual(browser.get(path).text, f"{status}\n", "programs get a line")

    def test_what_is_no_sheet_is_refused(self):
        browser = world.signed_in("an")
        answer = browser.send_file("/phieu", "sheet", "x.xlsx", b"PK\x03\x04 nothing")
        self.assertEqual(answer.status, 400)
        self.assertEqual(browser.get("/phieu/../web.db").status, 404)


def with_percent(workbook, percent):
    """The workbook with that in the first row's cell of progress, as a spreadsheet would save it."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data, count = re.subn(rb'<c r="I3"[^>]*?(/>|>.*?</c>)',
                                      b'<c r="I3" t="inlineStr"><is><t>' + percent.encode() + b"</t></is></c>", data)
                assert count == 1, data
            new.writestr(name, data)
    return changed.getvalue()


class Api(unittest.TestCase):
    def test_the_examples_of_the_manual_work(self):
        token = world.token("an")
        text = (SOURCE / "docs/web.md").read_text(encoding="utf-8")
        examples = re.search(r"```sh curl\n(.*?)```", text, re.S).group(1).strip().split("\n")
        self.assertGreater(len(examples), 4)
        answers = []
        for example in examples:
            done = subprocess.run(["sh", "-c", example + " -w '\\n%{http_code}'"], capture_output=True, text=True,
                                  timeout=20, env={"PATH": "/usr/bin:/bin", "TOKEN": token, "URL": world.url})
            self.assertEqual(done.stdout.rsplit("\n", 1)[-1], "200", example + done.stdout + done.stderr)
            answers.append(done.stdout)
        self.assertEqual(answers[3], answers[4])  # the same command again is answered again

    def test_a_refusal_says_code_and_sentence_in_the_language_asked_for(self):
        program = world.browser(Authorization=f"Bearer {world.token('an')}")
        refused = program.get("/api/v1/task_show?task=2&lang=en")
        self.assertEqual((refused.status, refused.json()["error"]["code"]), (404, "task.unknown"))
        self.assertIn("There is no", refused.json()["error"]["message"])
        self.assertEqual(program.get("/api/v1/document_list").status, 403)
        self.assertEqual(program.get("/api/v1/nothing").status, 404)
        self.assertEqual(program.get("/api/v1/invitation_take").status, 404)
        self.assertEqual(program.get("/api/v1/assignment_change").status, 405)
        self.assertEqual(program.ask("POST", "/api/v1/task_list", "{").status, 400)
        self.assertEqual(program.post("/api/v1/task_list", agency="SNV").status, 415)
        self.assertEqual(world.browser().get("/api/v1/status").status, 401)
        self.assertEqual(world.browser(Authorization="Bearer x").get("/api/v1/status").status, 401)

    def test_a_list_goes_on_where_it_stopped(self):
        program = world.browser(Authorization=f"Bearer {world.token('an')}")
        first = program.get("/api/v1/task_list?limit=1").json()
        second = program.get("/api/v1/task_list?limit=1&after=" + first["next"]).json()
        self.assertEqual([first["rows"][0]["task"], second["rows"][0]["task"]], ["3", "1"])

    def test_what_was_done_bears_the_persons_name(self):
        program = world.browser(Authorization=f"Bearer {world.token('binh')}")
        done = program.ask("POST", "/api/v1/assignment_change", '{"assignment": "2", "action": "receive"}')
        self.assertEqual(done.status, 200, done.text)
        history = program.get("/api/v1/assignment_history?assignment=2").json()
        self.assertEqual(history["entries"][-1]["by"], f"Trần {MARK} Bình")

    def test_events_come_to_whom_they_concern_and_go_on_after_the_last(self):
        own, foreign = Stream(world.token("an")), Stream(world.token("binh"))
        world.dondoc("task", "priority", "1", "urgent", "--reason", "gấp")
        event = own.next_event()
        self.assertEqual(event["event"], "changed")
        self.assertIn('"agency":"SNV"', event["data"])
        world.dondoc("task", "priority", "2", "urgent", "--reason", "gấp")
        self.assertIn('"agency":"STC"', foreign.next_event()["data"])  # and SNV's did not come before it
        again = Stream(own.token, str(int(event["id"]) - 1))
        self.assertEqual(again.next_event()["id"], event["id"])


class Stream:
    def __init__(self, token, last=None):
        self.token = token
        self.connection = http.client.HTTPConnection("127.0.0.1", world.port, timeout=20)
        self.connection.request("GET", "/api/v1/events", headers={
            "Authorization": f"Bearer {token}", **({"Last-Event-ID": last} if last else {})})
        self.response = self.connection.getresponse()
        assert self.response.status == 200, self.response.status
        assert self.response.readline() == b":\n"  # it is open

    def next_event(self):
        fields = {}
        while True:
            line = self.response.readline().decode("utf-8")
            if not line:
                raise AssertionError("the stream ended")
            if line == "\n" and fields:
                return fields
            name, _, value = line.rstrip("\n").partition(": ")
            if name and not line.startswith(":"):
                fields[name] = value


class Feeds(unittest.TestCase):
    def test_a_calendar_is_read_by_a_library_of_calendars(self):
        address = world.token("an", "calendar")
        self.assertTrue(address.startswith(world.url + "/ics/") and address.endswith(".ics"))
        answer = world.browser().get(address[len(world.url):])
        self.assertEqual(answer.headers["Content-Type"], "text/calendar; charset=utf-8")
        calendar = icalendar.Calendar.from_ical(answer.text)
        self.assertEqual(calendar["VERSION"], "2.0")
        self.assertEqual(calendar["NAME"], "dondoc SNV")
        events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
        self.assertEqual(sorted(events), ["dondoc-1", "dondoc-3"])
        event = events["dondoc-3"]
        self.assertEqual((event["DTSTART"].dt, event["DTEND"].dt), (date(2023, 5, 19), date(2023, 5, 20)))
        self.assertEqual(event["SUMMARY"], "Hạn: Báo cáo kết quả cải cách")
        self.assertEqual(event["URL"], world.url + "/nhiem-vu/3")
        alarm = event.walk("VALARM")[0]
        self.assertEqual(alarm["TRIGGER"].dt, timedelta(hours=-16))
        self.assertEqual(alarm["DESCRIPTION"], event["SUMMARY"])
        self.assertNotIn(MARK, answer.text)

    def test_a_term_that_moves_replaces_its_event(self):
        address = world.token("an", "calendar")[len(world.url):]

        def event():
            calendar = icalendar.Calendar.from_ical(world.browser().get(address).text)
            return next(event for event in calendar.walk("VEVENT") if event["UID"].startswith("dondoc-1@"))
        before = event()
        world.dondoc("assignment", "extend", "1", "--due", "15/12/2023", "--decision", "7/UBND-TH", "--reason", "khó khăn")
        after = event()
        self.assertEqual(after["DTSTART"].dt, date(2023, 12, 15))
        self.assertGreater(after["SEQUENCE"], before["SEQUENCE"])

    def test_a_calendar_address_opens_nothing_else_and_ends_when_it_is_revoked(self):
        browser = world.signed_in("an")
        page = browser.submit("/tai-khoan", "/tai-khoan/khoa", name="điện thoại", kind="calendar")
        path = re.search(r"<code>[^<]*(/ics/[^<]+)</code>", page.text).group(1)
        self.assertEqual(world.browser(Authorization="Bearer " + path[5:-4]).get("/api/v1/status").status, 401)
        self.assertEqual(world.browser().get(path).status, 200)
        token_id = re.search(r'action="/tai-khoan/khoa/(\d+)/thu-hoi"', browser.get("/tai-khoan").text).group(1)
        browser.submit("/tai-khoan", f"/tai-khoan/khoa/{token_id}/thu-hoi")
        self.assertEqual(world.browser().get(path).status, 404)

    def test_it_says_that_it_is_well_and_how_much_it_does(self):
        browser = world.browser()
        self.assertEqual(browser.get("/healthz").text, "ok\n")
        self.assertEqual(browser.get("/readyz").status, 200)
        metrics = browser.get("/metrics").text
        self.assertIn("# TYPE dondoc_web_requests_total counter", metrics)
        self.assertRegex(metrics, r"(?m)^dondoc_web_daemon_up 1$")


class Dossiers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        feed = world.folder / "ho-so.jsonl"
        rows = [{"code": "TT1", "name": "Đăng ký <b>tạm trú</b>", "term": "3wd"},
                {"code": "TT2", "name": "Chứng thực", "term": "16h"},
                {"id": "HS-1", "procedure": "TT1", "office": "SNV", "received": "2023-04-03T08:00", "state": "in_work"},
                {"id": "HS-2", "procedure": "TT1", "office": "STC", "received": "2023-04-03T08:00", "state": "in_work"},
                {"id": "HS-3", "procedure": "TT2", "office": "SNV", "received": "2023-04-03T08:00", "state": "done",
                 "finished": "2023-04-03T15:00"}]
        feed.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
        world.dondoc("flow", "import", str(feed), "--source", "mot-cua")
        cls.office, cls.agency = world.signed_in("van"), world.signed_in("an")

    def test_the_office_sees_figures_of_each_and_the_overdue_ones_behind_them(self):
        shown = self.office.get("/ho-so?tu-ngay=2023-04-01&den-ngay=2023-05-01").text
        self.assertIn("HS-1", shown)
        self.assertIn("HS-2", shown)
        self.assertNotIn("HS-3", shown)
        self.assertIn('href="/ho-so/xem?ma=HS-1&amp;nguon=mot-cua"', shown)
        self.assertNotIn("<b>tạm trú", shown)
        of_one = self.office.get("/ho-so?co-quan=STC&tu-ngay=2023-04-01").text
        self.assertNotIn("HS-1", of_one)
        self.assertIn("HS-3", self.office.get("/ho-so?xem=on_time").text)
        self.assertTrue(self.office.get("/ho-so.xlsx?theo=both").bytes.startswith(b"PK"))
        one = self.office.get("/ho-so/xem?ma=HS-1").text
        self.assertIn("quá hạn", one)
        self.assertIn("&lt;b&gt;tạm trú", one)

    def test_an_agency_sees_its_own_whatever_it_asks_for(self):
        for query in ("", "?co-quan=STC", "?theo=agency"):
            shown = self.agency.get("/ho-so" + query).text
            self.assertIn("HS-1", shown)
            self.assertNotIn("HS-2", shown)
        foreign, none = (self.agency.get(f"/ho-so/xem?ma={one}") for one in ("HS-2", "HS-9"))
        self.assertEqual(foreign.status, none.status)  # nothing says that it is there
        self.assertNotIn("mot-cua", foreign.text)

    def test_what_cannot_be_read_is_said_on_the_page(self):
        for query in ("tu-ngay=31/2/2023", "xem=nope", "co-quan=KHONGCO", "tu-ngay=2023-05-02&den-ngay=2023-05-01"):
            answer = self.office.get("/ho-so?" + query)
            self.assertEqual(answer.status, 400, query)
            self.assertIn('role="alert"', answer.text)


class Forms(unittest.TestCase):
    """A form that dondoc fills in and checks, and a self-scoring, from files of the office's own."""

    FORM = """title = "Biểu <b>của sở</b>"
source = "mẫu thử"
[[items]]
number = "1"
name = "Số nhiệm vụ"
value = "assigned"
of = "plan"
[[items]]
number = "2"
name = "Đã hoàn thành"
value = "completed"
of = "plan"
[[items]]
number = "3"
name = "Tỷ lệ"
unit = "%"
value = "percent"
part = "2"
whole = "1"
[[items]]
number = "4"
name = "Số hội nghị"
value = "by_hand"
"""
    SCORING = """title = "Tự chấm thử"
source = "mẫu thử"
year = 2023
""" + "".join(f'[[criteria]]\nnumber = "{number}"\nname = "Tiêu chí {number}"\nmax = 1.5\nrule = "all"\n' for number in "123")

    @classmethod
    def setUpClass(cls):
        cls.written = {"reports/bieu-thu.toml": cls.FORM, "reports/hong.toml": "title = \n", "scoring/thu.toml": cls.SCORING,
                       "evidence/co.pdf": "x"}
        for name, text in cls.written.items():
            (world.folder / name).parent.mkdir(exist_ok=True)
            (world.folder / name).write_text(text, encoding="utf-8")
        cls.office, cls.agency = world.signed_in("van"), world.signed_in("an")

    def test_the_reports_list_them_and_say_which_file_is_wrong(self):
        shown = self.office.get("/bao-cao").text
        self.assertIn('<a href="/bieu-mau/bieu-thu">Biểu &lt;b&gt;của sở', shown)
        self.assertIn('<a href="/bieu-mau/bieu-mau-1">', shown)  # comes with dondoc
        self.assertIn("hong.toml:1", shown)
        self.assertNotIn(str(world.folder), shown)
        self.assertIn('<a href="/tu-cham-diem/thu">Tự chấm thử', shown)

    def test_a_form_has_what_is_known_and_says_why_the_rest_is_empty(self):
        empty = self.office.get("/bieu-mau/bieu-thu").text
        self.assertRegex(empty, r'class="prose" data-label="Cách tính">để trống: chưa nêu kế hoạch nào')  # on a phone, too
        known = self.office.get("/bieu-mau/bieu-thu?van-ban=01/KH-UBND").text
        self.assertNotIn("chưa nêu kế hoạch nào", known)
        self.assertIn("để trống: 4", known)
        self.assertRegex(known, r'data-label="Kết quả">3<')
        refused = self.office.get("/bieu-mau/bieu-thu?van-ban=99/KH-UBND")
        self.assertEqual(refused.status, 400)
        self.assertIn('role="alert"', refused.text)
        self.assertIn('value="99/KH-UBND"', refused.text)

    def test_its_workbook_is_checked_when_somebody_has_filled_it_in(self):
        for name in ("bieu-thu.xlsx", "bieu-thu.csv"):
            file = self.office.get(f"/bieu-mau/{name}?van-ban=01/KH-UBND").bytes
            right = self.office.send_file("/bieu-mau/bieu-thu/kiem-tra", "bieu", name, file)
            self.assertEqual(right.status, 200)
            self.assertIn("chưa có số liệu", right.text)  # the item that is filled in by hand
        filled = file.decode("utf-8-sig").replace("\n4;Số hội nghị;;;", "\n4;Số hội nghị;;7;")
        self.assertIn("Không thấy chỗ nào sai", self.office.send_file(
            "/bieu-mau/bieu-thu/kiem-tra", "bieu", name, filled.encode()).text)
        wrong = self.office.send_file("/bieu-mau/bieu-thu/kiem-tra", "bieu", name, re.sub(
            r"\n3;Tỷ lệ;%;[^;]*;", "\n3;Tỷ lệ;%;99,65;", filled).encode())
        self.assertIn("trong báo cáo ghi 99,65%", wrong.text)

    def test_what_is_no_form_is_refused_on_the_page(self):
        for content in (b"", b"PK\x03\x04 nothing", bytes(1000)):
            answer = self.office.send_file("/bieu-mau/bieu-thu/kiem-tra", "bieu", "x.xlsx", content)
            self.assertEqual(answer.status, 400, content)
            self.assertIn('role="alert"', answer.text)
        for path in ("/bieu-mau/khong-co", "/bieu-mau/hong", "/bieu-mau/..%2Fscoring%2Fthu", "/tu-cham-diem/bieu-thu"):
            self.assertEqual(self.office.get(path).status, 400, path)

    def test_a_self_scoring_says_who_owes_what_and_which_evidence_is_there(self):
        begun = self.office.get("/tu-cham-diem/thu").text
        self.assertIn("Tiêu chí 2", begun)
        found = json.loads(world.dondoc("--json", "task", "list", "--document", "01/KH-UBND").stdout)["rows"]
        at = {row["task_number"]: row["assignment"] for row in found}
        world.dondoc("assignment", "complete", at["1"], "--number", "15/BC-SNV", "--evidence", "co.pdf")
        world.dondoc("assignment", "complete", at["2"], "--number", "16/BC-STC", "--evidence", "mat.pdf")
        scored = self.office.get("/tu-cham-diem/thu?van-ban=01/KH-UBND").text
        self.assertIn("<b>3 / 4,5</b>", scored)
        self.assertIn("không thấy tệp: mat.pdf", scored)
        self.assertNotIn("không thấy tệp: co.pdf", scored)
        self.assertIn("Sở Tài chính", scored)
        self.assertTrue(self.office.get("/tu-cham-diem/thu.xlsx?van-ban=01/KH-UBND").bytes.startswith(b"PK"))

    def test_an_agency_has_no_such_pages(self):
        self.assertNotIn("/bieu-mau/", self.agency.get("/bao-cao").text)
        for path in ("/bieu-mau/bieu-thu", "/bieu-mau/bieu-thu.xlsx?van-ban=01/KH-UBND", "/tu-cham-diem/thu?van-ban=01/KH-UBND"):
            answer = self.agency.get(path)
            self.assertEqual(answer.status, 400, path)
            self.assertNotIn(MARK, answer.text)
        self.assertEqual(self.agency.send_file("/bieu-mau/bieu-thu/kiem-tra", "bieu", "x.csv", b"1;2").status, 400)


class ManySites(unittest.TestCase):
    """dondoc-central stands in PATH as a script that prints an answer of it, and keeps what it was asked."""

    COUNTS = {"given": "12", "on_time": "7", "ratios": [{"name": name, "numerator": "7", "denominator": "12"} for name in (
        "completion", "on_time", "overdue", "completion_assigned", "on_time_assigned")]}
    FIGURES = {"current": COUNTS, "original": COUNTS}
    ANSWER = json.dumps({"report": {
        "asked": {"kind": "government", "as_of": "2023-05-01"}, "total": FIGURES,
        "agencies": [{"code": "19", "name": "Tỉnh <b>Thái Nguyên</b>", "figures": FIGURES}]},
        "sites": [{"code": "19", "name": "Tỉnh <b>Thái Nguyên</b>", "stands": "2023-05-01T08:00:00Z"}, {"code": "08", "name": "Tỉnh 08"}]})

    @classmethod
    def setUpClass(cls):
        cls.asked = world.folder / "asked"
        cls.program = world.folder / "bin/dondoc-central"
        cls.program.parent.mkdir()
        cls.path = os.environ["PATH"]
        os.environ["PATH"] = f"{cls.program.parent}:{cls.path}"
        cls.answers(f"cat <<'END'\n{cls.ANSWER}\nEND")
        world.stop_web()
        world.start_web('[central]\nconfig = "/etc/dondoc/central of us.toml"\n')
        cls.office = world.signed_in("van")

    @classmethod
    def tearDownClass(cls):
        os.environ["PATH"] = cls.path
        world.stop_web()
        world.start_web()

    @classmethod
    def answers(cls, commands):
        cls.program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >{cls.asked}\n{commands}\n', encoding="utf-8")
        cls.program.chmod(0o755)

    def test_the_office_sees_what_was_gathered_with_its_files(self):
        self.assertIn('href="/nhieu-noi"', self.office.get("/tong-quan").text)
        shown = self.office.get("/nhieu-noi?xem=government&noi=19,08&den-ngay=01%2F5%2F2023&cap=all").text
        self.assertIn("Tỉnh &lt;b&gt;Thái Nguyên&lt;/b&gt;", shown)
        self.assertNotIn("<b>Thái", shown)
        self.assertIn("Tỉnh 08: chưa gửi số liệu nào", shown)
        self.assertNotIn("Tỉnh &lt;b&gt;Thái Nguyên&lt;/b&gt;: chưa gửi", shown)
        self.assertEqual(self.asked.read_text(encoding="utf-8").splitlines(),
                         ["--config=/etc/dondoc/central of us.toml", "report", "government", "--as-of=2023-05-01", "--site=19,08",
                          "--all-levels", "--limit=200"])
        self.assertTrue(self.office.get("/nhieu-noi.xlsx?xem=government").bytes.startswith(b"PK"))
        self.assertIn("Thái Nguyên", self.office.get("/nhieu-noi.csv").text)

    def test_nothing_that_is_typed_becomes_an_option(self):
        self.office.get("/nhieu-noi?noi=--config%3D/etc/passwd&den-ngay=1/5/2023")
        self.assertIn("--site=--config=/etc/passwd", self.asked.read_text(encoding="utf-8").splitlines())
        self.assertIn("Không có báo cáo", self.office.get("/nhieu-noi?xem=--help").text)

    def test_what_fails_is_said_with_the_form_to_ask_again(self):
        self.answers("echo broken >&2; exit 1")
        try:
            shown = self.office.get("/nhieu-noi").text
            self.assertIn("dondoc-central không trả lời được", shown)
            self.assertIn('name="den-ngay"', shown)
            self.assertIn("31/02/2025", self.office.get("/nhieu-noi?den-ngay=31/02/2025").text)
        finally:
            self.answers(f"cat <<'END'\n{self.ANSWER}\nEND")

    def test_an_agency_has_no_such_page(self):
        agency = world.signed_in("an")
        self.assertNotIn("/nhieu-noi", agency.get("/cua-toi").text)
        self.assertNotIn("Thái Nguyên", agency.get("/nhieu-noi").text)
        self.assertNotIn("Thái Nguyên", agency.get("/nhieu-noi.csv").text)


class Away(unittest.TestCase):
    def test_z_without_its_daemon_it_says_so_and_goes_on_when_that_is_back(self):
        browser = world.signed_in("an")
        world.daemon.terminate()
        world.daemon.wait(timeout=20)
        self.assertEqual(world.browser().get("/readyz").status, 503)
        away = browser.get("/cua-toi")
        self.assertEqual(away.status, 503)
        self.assertIn("không trả lời", away.text)
        world.start_daemon()
        wait_for(lambda: browser.get("/cua-toi").status == 200, "the daemon")

    def test_zz_it_ends_when_it_is_told_to_also_with_open_streams(self):
        stream = Stream(world.token("an"))
        self.assertEqual(world.stop_web(), 0)
        self.assertIsNotNone(stream)
        world.start_web()


if __name__ == "__main__":
    unittest.main()
