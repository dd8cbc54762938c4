# SPDX-License-Identifier: GPL-3.0-or-later
"""A dondocd and a dondoc-web in a temporary folder, on loopback, with two agencies, their work and their persons."""

import http.client
import importlib.util
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from free_port import free_port  # noqa: E402
from wait_for import wait_for  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DEBIANS_PYTHON = "/usr/bin/python3"
PASSWORD = "ba con mèo ngồi trên mái nhà"
MARK = "DAUVET"  # stands in everything that is STC's

PLAN = f"""STT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp
1\tRà soát quy chế <b>"làm việc"</b> của sở\tTrước 31/10/2023\tSở Nội vụ\t
2\tViệc riêng {MARK} của tài chính\tTrước 30/11/2023\tSở Tài chính\t
3\tBáo cáo kết quả cải cách\tTrước 20/5/2023\tSở Nội vụ\t
"""

REGISTER = """[[agency]]
code = "SNV"
name = "Sở Nội vụ"
level = "province"
[[agency]]
code = "STC"
name = "Sở Tài chính"
level = "province"
[[agency]]
code = "VP"
name = "Văn phòng UBND tỉnh"
level = "province"
"""



class World:
    def __init__(self, programs, extra=""):
        self.programs = programs
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dondoc-web-"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.daemon = self.web = None
        self.persons = {}
        try:
            self.start_daemon()
            self.fill()
            self.start_web(extra)
        except BaseException:
            self.close()
            raise

    def start_daemon(self):
        (self.folder / "dondocd.toml").write_text(
            f'[daemon]\ndata_dir = "{self.folder}/data"\n[listen]\nsessions = ["ipc://{self.folder}/s"]\nfeed = []\n'
            f'public_web = "{self.url}"\n'
            '[clock]\nmode = "simulated"\nstart = "2023-05-13T08:00"\n'
            f'[calendar]\nfiles = ["{SOURCE}/config/calendar/2023.toml", "{SOURCE}/config/calendar/2024.toml"]\n',
            encoding="utf-8")
        with open(self.folder / "dondocd.log", "ab") as log:
            self.daemon = subprocess.Popen([self.programs["dondocd"], "--config", self.folder / "dondocd.toml"],
                                           stdout=log, stderr=log)
        wait_for(lambda: self.dondoc("clock", "show", check=False).returncode == 0, "dondocd")

    def dondoc(self, *arguments, check=True):
        done = subprocess.run([self.programs["dondoc"], "--profile", self.folder / "data/admin.toml", *arguments],
                              capture_output=True, text=True, timeout=60,
                              env={**os.environ, "DONDOC_LANG": "vi", "NO_COLOR": "1", "COLUMNS": "200"})
        if check and done.returncode != 0:
            raise AssertionError(f"dondoc {arguments}: {done.stdout}{done.stderr}")
        return done

    def fill(self):
        (self.folder / "register.toml").write_text(REGISTER, encoding="utf-8")
        (self.folder / "plan.txt").write_text(PLAN, encoding="utf-8")
        self.dondoc("agency", "import", str(self.folder / "register.toml"), "--yes", check=False)
        self.dondoc("plan", "import", str(self.folder / "plan.txt"), "--document", "01/KH-UBND", "--issued",
                    "13/05/2023", "--level", "tỉnh", "--issuer", "UBND tỉnh", "--yes")
        for key, arguments in {
                "an": ["--agency", "SNV", "--name", "Nguyễn Văn An", "--email", "an@snv.gov.vn"],
                "binh": ["--agency", "STC", "--name", f"Trần {MARK} Bình", "--email", "binh@stc.gov.vn"],
                "van": ["--office", "--name", "Lê Thị Vân", "--email", "van@vp.gov.vn", "--role", "operator"]}.items():
            made = json.loads(self.dondoc("--json", "person", "add", *arguments).stdout)
            self.persons[key] = made["person"]["id"]
        self.dondoc("key", "new", "--role", "gateway", "--name", "dondoc-web", "--out",
                    str(self.folder / "web-profile.toml"))

    def listen_keys(self):
        """More of [listen]."""
        return ""

    def start_web(self, extra=""):
        (self.folder / "dondoc-web.toml").write_text(
            f'url = "{self.url}"\nprofile = "web-profile.toml"\ndata_dir = "{self.folder}/web"\n'
            f'[listen]\nport = {self.port}\n{self.listen_keys()}[limits]\nrequest_seconds = 2\n'
            '[forms]\nreports = "reports"\nscoring = "scoring"\nevidence = "evidence"\n' + extra, encoding="utf-8")
        with open(self.folder / "web.out", "ab") as out, open(self.folder / "web.log", "ab") as log:
            self.web = subprocess.Popen([self.programs["dondoc-web"], "--config", self.folder / "dondoc-web.toml"],
                                        stdout=out, stderr=log)
        wait_for(self.is_up, lambda: "dondoc-web: " + (self.folder / "web.log").read_text(encoding="utf-8"))

    def is_up(self):
        if self.web.poll() is not None:
            raise AssertionError("dondoc-web ended: " + (self.folder / "web.log").read_text(encoding="utf-8"))
        try:
            return self.browser().get("/healthz").status == 200
        except (OSError, http.client.HTTPException):
            return False

    def stop_web(self):
        self.web.send_signal(signal.SIGTERM)
        return self.web.wait(timeout=20)

    def first_link(self):
        """Printed once the pages are served."""
        def links():
            return re.findall(r"(/bat-dau/\S+)\n", (self.folder / "web.out").read_text(encoding="utf-8"))
        wait_for(links, "the link of the first user")
        return links()[-1]

    def invite(self, who):
        said = self.dondoc("person", "invite", self.persons[who]).stdout
        return re.search(re.escape(self.url) + r"(/loi-moi/\S+)", said).group(1)

    def browser(self, address="127.0.0.1", **headers):
        return Browser(self.port, headers, address)

    def signed_in(self, who):
        browser = self.browser()
        answer = browser.post(self.invite(who), password=PASSWORD, again=PASSWORD)
        assert answer.status == 303, answer.text
        return browser

    def token(self, who, kind="api"):
        page = self.signed_in(who).submit("/tai-khoan", "/tai-khoan/khoa", name="máy", kind=kind)
        return re.search(r"<code>([^<]+)</code>", page.text).group(1)

    def close(self):
        for process in (self.web, self.daemon):
            if process and process.poll() is None:
                process.terminate()
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.bytes = response.read()
        self.text = self.bytes.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.text)


class Browser:
    """Keeps cookies, and shows redirects instead of following them."""

    def __init__(self, port, headers=None, address="127.0.0.1"):
        self.port = port
        self.address = address  # comes from there: each of loopback is somebody else
        self.headers = headers or {}
        self.cookies = {}

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=(self.address, 0))

    def ask(self, method, path, body=None, **headers):
        connection = self.connection()
        sent = {**self.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body=body, headers=sent)
        answer = Answer(connection.getresponse())
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            if value:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        connection.close()
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, headers=None, **fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields),
                        **{"Content-Type": "application/x-www-form-urlencoded", **(headers or {})})

    def send_file(self, path, field, name, content, **fields):
        """A form with a file, as a browser sends it."""
        boundary = "ranh-gioi"
        parts = {"form_token": self.form_token(), **fields}
        body = "".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
                       for key, value in parts.items()).encode()
        body += (f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n').encode()
        body += content + f"\r\n--{boundary}--\r\n".encode()
        return self.ask("POST", path, body, Content_Type=f"multipart/form-data; boundary={boundary}")

    def form_token(self, page="/tai-khoan"):
        return re.search(r'name="form_token" value="([^"]+)"', self.get(page).text).group(1)

    def submit(self, page, action, **fields):
        return self.post(action, form_token=self.form_token(page), **fields)


def need(module):
    """Debian's packages are Debian's Python's: begins anew with that where another one lacks the module."""
    if importlib.util.find_spec(module) is None and sys.executable != DEBIANS_PYTHON:
        os.execv(DEBIANS_PYTHON, [DEBIANS_PYTHON, *sys.argv])


def programs():
    """From the command line: dondocd dondoc dondoc-web, taken away for unittest."""
    names = dict(zip(("dondocd", "dondoc", "dondoc-web"), sys.argv[1:4]))
    del sys.argv[1:4]
    return names
