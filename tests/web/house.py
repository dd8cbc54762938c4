# SPDX-License-Identifier: GPL-3.0-or-later
"""A province's office and its agencies for the stories, and the browser that walks through them."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from world import PASSWORD, SOURCE, World, wait_for

SAMPLE = SOURCE / "config/samples/ke-hoach-2025.txt"
TODAY = "2025-07-25"
DEBIANS_PYTHON = "/usr/bin/python3"
DRIVER, CHROMIUM = shutil.which("chromedriver"), shutil.which("chromium")
AXE = pathlib.Path(__file__).parent / "node_modules/axe-core/axe.min.js"

WORK = """STT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp
1\tGửi danh sách cán bộ đã bố trí công việc mới, kèm quyết định, cho từng xã, phường trên địa bàn\tTrước ngày 15/7/2025\tSở Nội vụ\t
2\tRà soát quy chế làm việc\tTrước ngày 28/7/2025\tSở Nội vụ\tSở Tài chính
3\tSắp xếp kho lưu trữ\tTrước ngày 30/9/2025\tSở Nội vụ\t
4\tCấp kinh phí mua máy quét cho bộ phận một cửa\tTrước ngày 10/7/2025\tSở Tài chính\tSở Nội vụ
5\tKiểm kê tài sản của các đơn vị cũ\tTrước ngày 20/7/2025\tSở Tài chính\t
"""


def missing():
    """What the stories need and is not here; empty: nothing. Debian's packages are Debian's Python's."""
    try:
        import selenium  # noqa: F401
    except ImportError:
        if sys.executable != DEBIANS_PYTHON and pathlib.Path(DEBIANS_PYTHON).exists():
            os.execv(DEBIANS_PYTHON, [DEBIANS_PYTHON, *sys.argv])
        return "python3-selenium is not installed"
    return "" if DRIVER and CHROMIUM else "chromium and chromium-driver are not installed"


SCORING = """title = "Tự chấm việc sắp xếp bộ máy"
source = "mẫu thử"
year = 2025
[[criteria]]
number = "1"
name = "Bố trí đủ cán bộ cho xã, phường"
max = 1.5
rule = "all_on_time"
[[criteria]]
number = "4"
name = "Mua sắm cho bộ phận một cửa"
max = 1
rule = "all"
[[criteria]]
number = "9"
name = "Sáng kiến"
max = 0.5
rule = "by_hand"
"""


class House(World):
    def start_daemon(self):
        (self.folder / "dondocd.toml").write_text(
            f'[daemon]\ndata_dir = "{self.folder}/data"\n[listen]\nsessions = ["ipc://{self.folder}/s"]\nfeed = []\n'
            f'public_web = "{self.url}"\n[clock]\nmode = "simulated"\nstart = "{TODAY}T08:00"\n'
            f'[calendar]\nfiles = ["{SOURCE}/config/calendar/2025.toml", "{SOURCE}/config/calendar/2026.toml"]\n',
            encoding="utf-8")
        with open(self.folder / "dondocd.log", "ab") as log:
            self.daemon = subprocess.Popen([self.programs["dondocd"], "--config", self.folder / "dondocd.toml"],
                                           stdout=log, stderr=log)
        wait_for(lambda: self.dondoc("clock", "show", check=False).returncode == 0, "dondocd")

    def fill(self):
        self.dondoc("agency", "import", str(SOURCE / "config/agencies/sample.toml"), "--yes", check=False)
        (self.folder / "scoring").mkdir()
        (self.folder / "scoring/sap-xep.toml").write_text(SCORING, encoding="utf-8")
        (self.folder / "work.txt").write_text(WORK, encoding="utf-8")
        self.dondoc("plan", "import", str(self.folder / "work.txt"), "--document", "41/KH-UBND", "--issued", "01/7/2025",
                    "--level", "tỉnh", "--issuer", "UBND tỉnh", "--title", "Kế hoạch sắp xếp bộ máy", "--yes")
        for key, arguments in {
                "an": ["--agency", "SNV", "--name", "Nguyễn Văn An", "--email", "an@snv.gov.vn", "--role", "agency"],
                "chi": ["--agency", "SNV", "--name", "Lê Thị Chi", "--email", "chi@snv.gov.vn"],
                "ha": ["--office", "--name", "Phạm Thu Hà", "--email", "ha@vp.gov.vn", "--role", "office"],
                "van": ["--office", "--name", "Lê Thị Vân", "--email", "van@vp.gov.vn", "--role", "operator"]}.items():
            made = json.loads(self.dondoc("--json", "person", "add", *arguments).stdout)
            self.persons[key] = made["person"]["id"]
        self.dondoc("key", "new", "--role", "gateway", "--name", "dondoc-web", "--out",
                    str(self.folder / "web-profile.toml"))


class Page:
    """One window of a browser. Finds things as a person does: by what they say."""

    def __init__(self, house, width, scripts=True, dark=False):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=vi",
                         "--hide-scrollbars", "--force-prefers-reduced-motion"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.house, self.scripts = house, scripts
        self.driver = webdriver.Chrome(service=Service(DRIVER), options=options)
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 844 if width < 500 else 1000, "deviceScaleFactor": 1, "mobile": width < 500})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
        if not scripts:
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})

    def close(self):
        self.driver.quit()

    def open(self, path):
        self.driver.get(self.house.url + path)

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.house.url)

    @property
    def text(self):
        return self.find("//body").text

    def find(self, xpath):
        return self.driver.find_element("xpath", xpath)

    def until(self, condition, what):
        """A click may take a moment to bring another page."""
        try:
            return wait_for(lambda: self.holds(condition), what, 10)
        except AssertionError as late:
            raise AssertionError(f"{late} at {self.path}: {self.text}") from None

    @staticmethod
    def holds(condition):
        from selenium.common.exceptions import WebDriverException
        try:
            return condition()
        except WebDriverException:  # the page is just being replaced
            return False

    def all(self, xpath):
        return self.driver.find_elements("xpath", xpath)

    def press(self, words, within="//body"):
        self.find(f'{within}//*[self::a or self::button or self::summary][normalize-space()="{words}"]').click()

    def write(self, label, text, within="//body"):
        box = self.labelled(label, within)
        box.clear()
        box.send_keys(text)

    def choose_day(self, label, iso, within="//body"):
        """A day as a person types it into the field of a Vietnamese or an English browser."""
        box = self.labelled(label, within)
        box.clear()
        self.driver.execute_script("arguments[0].value = arguments[1]", box, iso)

    def choose(self, label, option, within="//body"):
        from selenium.webdriver.support.ui import Select
        Select(self.labelled(label, within)).select_by_visible_text(option)

    def labelled(self, label, within="//body"):
        found = self.find(f'{within}//label[starts-with(normalize-space(), "{label}")]')
        return self.driver.find_element("id", found.get_attribute("for"))

    def sign_in(self, who):
        """By the invitation, as everybody's first time is."""
        self.open(self.house.invite(who))
        for box in self.all("//input[@type='password']"):
            box.send_keys(PASSWORD)
        self.find("//main//form//button").click()
        self.until(lambda: not self.path.startswith("/loi-moi"), f"{who} to be signed in")

    def complaints(self):
        """What the browser refused or could not do: scripts, styles, files."""
        return [entry["message"] for entry in self.driver.get_log("browser")
                if entry["level"] == "SEVERE" and "favicon" not in entry["message"]]
