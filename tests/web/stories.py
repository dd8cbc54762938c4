#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondoc-web in a real browser: an agency's day on a phone, the office's morning, an operator takes in a plan; with scripts and
without. stories.py dondocd dondoc dondoc-web [--pictures FOLDER]; ends with 77 where there is no browser."""

import base64
import json
import pathlib
import re
import sys
import unittest

from house import AXE, SAMPLE, SOURCE, House, Page, missing
from world import programs

PLAN = SOURCE.parent / "shared/plans/kh-122.docx"
PICTURES = None  # a folder: what was seen is kept there
PROGRAMS = {}
house = None


def setUpModule():
    global house
    house = House(PROGRAMS)


def tearDownModule():
    house.close()


class Story(unittest.TestCase):
    def walk(self, who, width, scripts):
        page = Page(house, width, scripts)
        self.addCleanup(page.close)
        page.sign_in(who)
        return page

    def done(self, page, words):
        page.until(lambda: words in page.text, words)
        self.assertEqual(page.complaints(), [])

    def life(self, number):
        return house.dondoc("task", "show", "41/KH-UBND", number).stdout


class AgencysDay(Story):
    def day(self, scripts, number, title, person):
        page = self.walk("an", 390, scripts)
        self.assertEqual(page.path, "/cua-toi")
        card = f'//li[contains(@class, "card")][contains(., "{title}")]'
        page.press("Tiếp nhận", card)  # one tap
        self.done(page, "Đã tiếp nhận.")
        page.press("Tiến độ", card)
        page.choose("Đã làm được", "40%", card)
        page.write("Ghi chú", "đã làm việc với các phường", card + "//details[@open]")
        page.find(card + '//details[@open]//button').click()
        self.done(page, "Đã ghi tiến độ.")
        self.assertIn("đã làm 40%", page.find(card).text)
        page.find(card + "//h3/a").click()
        page.until(lambda: page.path.startswith("/nhiem-vu/"), "the task")
        self.assertIn("rồi: Nguyễn Văn An", house.dondoc("task", "explain", "41/KH-UBND", number).stdout)
        page.press("Người phụ trách")
        page.choose("Người phụ trách", person)
        page.press("Lưu")
        self.done(page, "Đã ghi người phụ trách.")
        page.press("Ý kiến")
        page.find('//details[@open]//textarea[@name="note"]').send_keys("xin ý kiến về mẫu danh sách")
        page.find('//details[@open]//button').click()
        self.done(page, "xin ý kiến về mẫu danh sách")
        page.press("Báo cáo kết quả")
        page.write("Số văn bản báo cáo", f"1{number}/BC-SNV")
        page.find('//details[@open]//textarea[@name="evidence"]').send_keys("Biên bản họp ngày 24/7")
        page.find('//details[@open]//button[normalize-space()="Báo cáo kết quả"]').click()
        self.done(page, "Đã gửi báo cáo")
        told = self.life(number)
        for words in ("đã báo cáo", "40%", f"1{number}/BC-SNV", "Biên bản họp", "Nguyễn Văn An"):
            self.assertIn(words, told)

    def test_on_a_phone_in_few_taps(self):
        self.day(True, "1", "Gửi danh sách", "Lê Thị Chi")

    def test_on_a_phone_without_scripts(self):
        self.day(False, "2", "Rà soát quy chế", "Nguyễn Văn An")

    def test_more_time_is_asked_for_and_what_happened_meanwhile_is_said(self):
        page = self.walk("an", 390, True)
        page.find('//li[contains(@class, "card")][contains(., "Sắp xếp kho")]//h3/a').click()
        page.press("Xin gia hạn")
        page.choose_day("Thời hạn mới", "2025-10-31")
        page.find('//details[@open]//textarea[@name="note"]').send_keys("kho đang sửa")
        house.dondoc("assignment", "comment", self.assignment("3"), "--note", "văn phòng nhắc")
        page.find('//details[@open]//button').click()
        page.until(lambda: "đã thay đổi từ lúc được xem" in page.text, "what happened meanwhile")
        self.assertEqual(len([line for line in page.complaints() if "409" not in line]), 0)
        self.assertIn("kho đang sửa", page.find('//details[@open]//textarea[@name="note"]').get_attribute("value"))
        page.find('//details[@open]//button').click()
        self.done(page, "Đã gửi đề nghị gia hạn")
        self.assertIn("xin gia hạn đến 31/10/2025", page.text)

    def test_what_is_assigned_meanwhile_appears_by_itself(self):
        page = self.walk("an", 390, True)
        page.until(lambda: page.text and "Sửa biển tên" not in page.text, "the page")
        house.dondoc("task", "add", "--document", "41/KH-UBND", "--title", "Sửa biển tên cơ quan", "--lead", "SNV",
                     "--due", "trước ngày 20/8/2025", "--number", "7", "--yes")
        page.until(lambda: "Sửa biển tên" in page.text, "what was assigned")
        self.assertEqual(page.complaints(), [])

    def assignment(self, number):
        found = house.dondoc("--json", "task", "list", "--document", "41/KH-UBND", "--agency", "SNV").stdout
        return next(row["assignment"] for row in json.loads(found)["rows"] if row["task_number"] == number)


class OfficesMorning(Story):
    def setUp(self):
        for number in ("4", "5"):
            found = house.dondoc("--json", "task", "list", "--document", "41/KH-UBND", "--agency", "STC").stdout
            row = next(row for row in json.loads(found)["rows"] if row["task_number"] == number)
            if row["state"] in ("assigned", "in_progress"):
                house.dondoc("assignment", "report", row["assignment"], "--number", f"{number}/BC-STC")

    def morning(self, scripts, width, title):
        page = self.walk("van", width, scripts)
        self.assertEqual(page.path, "/tong-quan")
        self.assertIn("Quá hạn theo cơ quan", page.text)
        self.assertTrue(page.all("//*[local-name()='svg']"))
        page.open("/cho-xu-ly")
        page.find(f'//section[@id="ket-qua"]//tr[contains(., "{title}")]//input').click()
        page.press("Xác nhận các việc đã chọn")
        self.done(page, "Đã xác nhận kết quả.")
        self.assertNotIn(title, page.find('//section[@id="ket-qua"]').text)
        page.press("Xác nhận các việc đã chọn") if page.all('//section[@id="ket-qua"]//button') else None
        self.assertIn("Chưa chọn việc nào", page.text) if page.all("//*[@role='alert']") else None

    def test_results_are_confirmed(self):
        self.morning(True, 1440, "Kiểm kê tài sản")

    def test_results_are_confirmed_without_scripts(self):
        self.morning(False, 768, "Cấp kinh phí")

    def test_what_is_late_is_pressed_and_reports_are_read(self):
        house.dondoc("task", "add", "--document", "41/KH-UBND", "--title", "Niêm yết giá dịch vụ", "--lead", "STC",
                     "--due", "trước ngày 20/7/2025", "--number", "6", "--yes")
        page = self.walk("van", 1440, True)
        page.open("/cho-xu-ly")
        page.find('//section[@id="don-doc"]//tr[contains(., "Niêm yết giá")]//input').click()
        page.choose("Cách đôn đốc", "qua điện thoại")
        page.write("Lời nhắn cho cơ quan", "đã gọi đồng chí Chánh Văn phòng")
        page.find('//button[@value="press"]').click()
        self.done(page, "Đã ghi đôn đốc")
        self.assertIn("đã đôn đốc 1 lần", page.find('//section[@id="don-doc"]').text)
        page.open("/bao-cao/plan?van-ban=41/KH-UBND")
        self.done(page, "Niêm yết giá")
        page.open("/lich?thang=2025-07")
        self.done(page, "Tháng 07/2025")

    def test_one_task_by_hand_in_one_form(self):
        page = self.walk("van", 1440, True)
        page.press("Giao một việc")
        page.write("Nội dung nhiệm vụ", "Trực phòng chống bão số 5")
        page.write("Chủ trì", "SNV")
        page.write("Thời hạn", "trước ngày 05/8/2025")
        page.write("Số văn bản giao", "41/KH-UBND")
        page.find('//form//button[normalize-space()="Giao việc"]').click()
        self.done(page, "Đã giao việc")
        self.assertIn("04/08/2025", page.text)


class OperatorTakesInAPlan(Story):
    def take_in(self, scripts, file, number, issued):
        page = self.walk("van", 1440, scripts)
        page.open("/van-ban")
        page.press("Nhập văn bản")
        page.find('//input[@type="file"]').send_keys(str(file))
        page.press("Đọc tệp")
        page.until(lambda: page.path.startswith("/van-ban/nhap/"), "the draft")
        draft = page.path.split("?")[0]
        page.write("Số, ký hiệu", number)
        page.choose_day("Ngày ban hành", issued)
        page.choose("Cấp giao", "cấp tỉnh")
        page.press("Lưu và đọc lại")
        page.until(lambda: "Đã lưu." in page.text or "chưa có vào ngày ban hành" in page.text, "what was read")
        if page.all('//label[starts-with(., "Cơ quan trong nhóm")]'):
            page.choose("Cơ quan trong nhóm", "giao cho cơ quan ra đời sau, hoặc cơ quan kế tục")
            page.press("Lưu và đọc lại")
        page.until(lambda: "sẽ giao" in page.text, "what would be assigned")
        page.open(draft + "?tat-ca=1")
        for row, lead in ((0, "SNV"), (1, "STC"), (2, "VPUBND")):  # three rows are mended
            card = f'(//section[@id="dong"]//li[contains(@class, "card")])[{row + 1}]'
            details = page.find(card + "//details[contains(@class, 'action')]")
            if not details.get_attribute("open"):
                page.find(card + "//summary").click()
            page.choose_day("Ngày đến hạn", "2026-0%d-15" % (row + 3), card)
            page.write("Chủ trì là", lead, card)
        page.press("Lưu và đọc lại")
        self.done(page, "Đã lưu.")
        page.open(draft)
        page.press("Diễn tập: sẽ báo ai, khi nào")
        self.done(page, "Ai sẽ được báo")
        page.press("Quay lại bản đang xem")
        page.until(lambda: page.path.split("?")[0] == draft, "the draft")
        page.press("Nhập và giao việc")
        self.done(page, "Đã nhập văn bản")
        page.until(lambda: number in page.find("//h1").text, number)
        shown = house.dondoc("plan", "list").stdout
        self.assertIn(number, shown)
        due = house.dondoc("task", "list", "--document", number, "--due-from", "15/3/2026", "--due-to", "15/3/2026").stdout
        self.assertIn("SNV", due)

    def test_as_it_was_issued(self):
        self.take_in(True, PLAN if PLAN.exists() else SAMPLE, "122/KH-UBND", "2025-05-13")

    def test_without_scripts(self):
        self.take_in(False, SAMPLE, "58/KH-UBND", "2025-07-08")


EVERYWHERE = {"an": ["/cua-toi", "/nhiem-vu", "/nhiem-vu/1", "/lich", "/bao-cao", "/bao-cao/agency", "/co-quan", "/co-quan/SNV",
                     "/nhat-ky", "/tai-khoan"],
              "van": ["/tong-quan", "/cho-xu-ly", "/nhiem-vu?trang-thai=overdue", "/nhiem-vu/1", "/nhiem-vu/moi", "/van-ban",
                      "/van-ban/nhap", "/van-ban/xem?so=41/KH-UBND", "/lich?tuan=2025-07-25", "/bao-cao", "/bao-cao/ranking?cap=all",
                      "/bao-cao/government?cap=all", "/bieu-mau/bieu-mau-1?van-ban=41/KH-UBND",
                      "/tu-cham-diem/vi-du", "/tu-cham-diem/sap-xep?van-ban=41/KH-UBND", "/co-quan", "/co-quan/SNV", "/van-phong", "/nguoi-dung/1", "/nhat-ky",
                      "/he-thong", "/tai-khoan"]}


class EveryPage(Story):
    """Fits its window, makes the browser complain of nothing, and is good for who cannot see or use a mouse (axe-core)."""

    def look(self, width, dark, always=True):
        if not always and not PICTURES:
            self.skipTest("looked at with --pictures alone, to be quick")
        faults = []
        for who, paths in EVERYWHERE.items():
            page = Page(house, width, dark=dark)
            self.addCleanup(page.close)
            page.open("/dang-nhap")
            faults += self.faults_of(page, "/dang-nhap", width)
            page.sign_in(who)
            for path in paths:
                page.open(path)
                faults += self.faults_of(page, path, width)
                if PICTURES:
                    name = re.sub(r"\W+", "-", f"{who}{path}") + f"-{width}{'-dark' if dark else ''}.png"
                    height = page.driver.execute_script("return document.documentElement.scrollHeight")
                    shot = page.driver.execute_cdp_cmd("Page.captureScreenshot", {
                        "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": width, "height": min(height, 3000), "scale": 1}})
                    (PICTURES / name).write_bytes(base64.b64decode(shot["data"]))
        self.assertEqual(faults, [])

    def faults_of(self, page, path, width):
        found = [f"{path}: {words}" for words in page.complaints()]
        wide = page.driver.execute_script("return document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{path}: is {wide} wide at {width}")
        if AXE.exists():
            page.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
            result = page.driver.execute_async_script(
                "const done = arguments[arguments.length - 1]; axe.run().then(r => done(r.violations))")
            found += [f"{path}: {one['id']}: {one['nodes'][0]['html'][:200]}: {one['nodes'][0]['failureSummary'][:300]}"
                      for one in result if one["impact"] in ("serious", "critical")]
        return found

    def test_on_a_phone(self):
        self.look(390, False)

    def test_on_a_phone_in_the_dark(self):
        self.look(390, True, always=False)

    def test_on_a_tablet(self):
        self.look(768, False, always=False)

    def test_on_a_screen(self):
        self.look(1440, False, always=False)

    def test_on_a_screen_in_the_dark(self):
        self.look(1440, True)


if __name__ == "__main__":
    if reason := missing():
        print(f"skipped: {reason} (scripts/deps.sh --dev)")
        sys.exit(77)
    if "--pictures" in sys.argv:
        at = sys.argv.index("--pictures")
        PICTURES = pathlib.Path(sys.argv[at + 1])
        PICTURES.mkdir(parents=True, exist_ok=True)
        del sys.argv[at:at + 2]
    PROGRAMS = programs()
    if not AXE.exists():
        print("axe-core is not there (npm ci in tests/web): pages are not held against it")
    unittest.main(verbosity=2)
