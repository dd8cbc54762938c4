#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""dondoc-web with TLS of its own, behind nginx as config/nginx-dondoc.conf sets it up, and with sign-on by a proxy's header."""

import http.client
import re
import shutil
import ssl
import subprocess
import sys
import unittest
import warnings

from world import PASSWORD, SOURCE, Browser, World, free_port, programs

PROGRAMS = programs() if len(sys.argv) > 3 else {}
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
OPENSSL = shutil.which("openssl")


def make_certificate(folder):
    subprocess.run([OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
                   check=True, capture_output=True)


class SealedBrowser(Browser):
    """Over TLS; believes the one certificate alone."""

    def __init__(self, port, certificate):
        super().__init__(port)
        self.context = ssl.create_default_context(cafile=certificate)

    def connection(self):
        return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=20, context=self.context)


class SealedWorld(World):
    """`url` is https; what dondoc-web itself listens with is said by the test."""

    front_port = None

    def start_daemon(self):
        make_certificate(self.folder)
        self.front_port = self.front_port or self.port
        self.url = f"https://127.0.0.1:{self.front_port}"
        super().start_daemon()

    def sealed(self):
        return SealedBrowser(self.front_port, self.folder / "cert.pem")

    def is_up(self):
        try:
            return self.sealed().get("/healthz").status == 200
        except OSError:
            return False


class OwnTlsWorld(SealedWorld):
    def listen_keys(self):
        return 'certificate = "cert.pem"\nkey = "key.pem"\n'


class BehindNginxWorld(SealedWorld):
    nginx = None

    def start_daemon(self):
        self.front_port = free_port()
        super().start_daemon()
        self.start_nginx()

    def start_nginx(self):
        site = (SOURCE / "config/nginx-dondoc.conf").read_text(encoding="utf-8")
        for pattern, own in ((r"listen \[::\].*;\n", ""), (r"listen 443 ", f"listen 127.0.0.1:{self.front_port} "),
                             (r"listen 80;", f"listen 127.0.0.1:{free_port()};"), (r"dondoc\.example\.vn;", "localhost;"),
                             (r"ssl_certificate .*;", f"ssl_certificate {self.folder}/cert.pem;"),
                             (r"ssl_certificate_key .*;", f"ssl_certificate_key {self.folder}/key.pem;"),
                             (r"127\.0\.0\.1:8710", f"127.0.0.1:{self.port}")):
            site, count = re.subn(pattern, own, site)
            assert count > 0, f"the sample has no {pattern}"
        folder = self.folder / "nginx"
        folder.mkdir()
        paths = "\n".join(f"{kind}_temp_path {folder}/{kind};"
                          for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (folder / "nginx.conf").write_text(
            f"daemon off;\nuser root;\nworker_processes 1;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
            f"http {{\naccess_log off;\n{paths}\n{site}}}\n", encoding="utf-8")
        self.nginx = subprocess.Popen([NGINX, "-p", folder, "-e", folder / "error.log", "-c", folder / "nginx.conf"],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def close(self):
        if self.nginx and self.nginx.poll() is None:
            self.nginx.terminate()
            self.nginx.wait(timeout=10)
        super().close()


def sign_in(world):
    browser = world.sealed()
    link = world.invite("an")
    answer = browser.post(link, password=PASSWORD, again=PASSWORD)
    assert answer.status == 303, answer.text
    return browser, answer


@unittest.skipUnless(OPENSSL, "openssl is not installed")
class TlsOfItsOwn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = OwnTlsWorld(PROGRAMS)

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def test_a_person_signs_in_and_works_over_tls(self):
        browser, answer = sign_in(self.world)
        cookie = answer.headers["Set-Cookie"]
        self.assertTrue(cookie.startswith("__Host-dondoc="), cookie)
        self.assertIn("; Secure", cookie)
        self.assertEqual(answer.headers["Strict-Transport-Security"], "max-age=31536000")
        self.assertIn("Rà soát quy chế", browser.get("/cua-toi").text)
        self.assertEqual(browser.submit("/tai-khoan", "/dang-xuat").status, 303)

    def test_without_tls_nothing_is_said(self):
        with self.assertRaises((http.client.HTTPException, OSError)):
            self.world.browser().get("/healthz")

    def test_old_versions_of_tls_are_refused(self):
        context = ssl._create_unverified_context()
        context.set_ciphers("DEFAULT@SECLEVEL=0")
        with warnings.catch_warnings(action="ignore"):
            context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
        connection = http.client.HTTPSConnection("127.0.0.1", self.world.port, timeout=10, context=context)
        with self.assertRaises(OSError):
            connection.request("GET", "/healthz")


@unittest.skipUnless(NGINX and OPENSSL, "nginx is not installed")
class BehindNginx(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = BehindNginxWorld(PROGRAMS, '[proxy]\ntrusted = ["127.0.0.1"]\nsign_on_header = "X-Remote-User"\n')

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def test_a_person_signs_in_and_the_address_shown_is_the_persons(self):
        browser, answer = sign_in(self.world)
        self.assertTrue(answer.headers["Set-Cookie"].startswith("__Host-dondoc="))
        self.assertIn("Rà soát quy chế", browser.get("/cua-toi").text)
        self.assertRegex(browser.get("/tai-khoan").text, r"<td[^>]*>127\.0\.0\.1</td>")

    def test_what_a_client_says_of_itself_is_not_passed_on(self):
        browser, _ = sign_in(self.world)
        browser.get("/tai-khoan", **{"X-Forwarded-For": "203.0.113.9"})
        self.assertNotIn("203.0.113.9", browser.get("/tai-khoan").text)
        stranger = self.world.sealed().get("/cua-toi", **{"X-Remote-User": "an@snv.gov.vn"})
        self.assertEqual((stranger.status, stranger.headers["Location"]), (303, "/dang-nhap?next=/cua-toi"))

    def test_figures_for_machines_stay_inside(self):
        self.assertEqual(self.world.sealed().get("/metrics").status, 404)

    def test_live_events_pass_as_they_come(self):
        browser, _ = sign_in(self.world)
        token = re.search(r"<code>([^<]+)</code>",
                          browser.submit("/tai-khoan", "/tai-khoan/khoa", name="máy", kind="api").text).group(1)
        connection = self.world.sealed().connection()
        connection.request("GET", "/api/v1/events", headers={"Authorization": f"Bearer {token}"})
        response = connection.getresponse()
        self.assertEqual((response.status, response.readline()), (200, b":\n"))
        self.world.dondoc("task", "priority", "1", "urgent", "--reason", "gấp")
        lines = iter(response.readline, b"")
        self.assertTrue(any(line.startswith(b"event: changed") for line in lines))
        connection.close()


class SignOnByHeader(unittest.TestCase):
    """The proxy is who connects from 127.0.0.9; anybody else is not believed."""

    @classmethod
    def setUpClass(cls):
        cls.world = World(PROGRAMS, '[proxy]\ntrusted = ["127.0.0.9"]\nsign_on_header = "X-Remote-User"\n')

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def from_proxy(self, mail, client="198.51.100.7"):
        return self.world.browser("127.0.0.9", **{"X-Remote-User": mail, "X-Forwarded-For": client})

    def test_who_the_proxy_says_has_signed_in_is_signed_in(self):
        browser = self.from_proxy("an@snv.gov.vn")
        first = browser.get("/cua-toi")
        self.assertEqual((first.status, first.headers["Location"]), (303, "/cua-toi"))
        self.assertIn("Rà soát quy chế", browser.get("/cua-toi").text)
        self.assertIn("198.51.100.7", browser.get("/tai-khoan").text)

    def test_nobody_else_is_believed(self):
        for address in ("127.0.0.1", "127.0.0.10"):
            answer = self.world.browser(address, **{"X-Remote-User": "an@snv.gov.vn"}).get("/cua-toi")
            self.assertTrue(answer.headers["Location"].startswith("/dang-nhap"), address)
            self.assertNotIn("Set-Cookie", answer.headers)

    def test_whom_the_daemon_does_not_know_signs_in_by_himself(self):
        for mail in ("nguoi.la@snv.gov.vn", "Nguyễn Văn An".encode().decode("latin-1"), ""):
            self.assertTrue(self.from_proxy(mail).get("/cua-toi").headers["Location"].startswith("/dang-nhap"), mail)

    def test_the_header_changes_nothing_by_itself(self):
        answer = self.from_proxy("an@snv.gov.vn").post("/tai-khoan/khoa", name="máy", kind="api")
        self.assertTrue(answer.headers["Location"].startswith("/dang-nhap"))


if __name__ == "__main__":
    unittest.main()
