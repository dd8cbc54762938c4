# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of `dondoc central report`, as a person asks them: of every view, as a table, JSON, CSV, workbook and HTML, of one site
and of all, as of a day."""
import csv
import io
import json
import os
import re
import subprocess
import zipfile

VIEWS = ("government", "ranking", "ageing", "site", "overdue")


class Questions:
    def __init__(self, programs, config, folder):
        self.program, self.config, self.folder = programs["dondoc"], config, folder
        self.environment = {**os.environ, "PATH": f"{programs['dondoc-central'].parent}:{os.environ['PATH']}", "DONDOC_LANG": "vi"}

    def ask(self, view, *more, options=()):
        words = [self.program, *options, "central", "report", view, "--config", self.config, *more]
        done = subprocess.run([str(word) for word in words], check=False, capture_output=True, env=self.environment, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise AssertionError(f"{view} {more}: {done.stderr.decode()}")
        return done.stdout.decode()

    def in_workbook(self, view, *more):
        """All that is written in its cells."""
        file = self.folder / f"{view}.xlsx"
        self.ask(view, *more, "--xlsx", file, "--force")
        with zipfile.ZipFile(file) as packed:
            texts = packed.read("xl/sharedStrings.xml").decode()
            sheets = "".join(packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/sheet"))
        return set(re.findall(r"<t[^>]*>([^<]*)</t>", texts)) | set(re.findall(r"<v>(\d+)</v>", sheets))

    def in_page(self, view, *more):
        """What stands between its tags."""
        return {text.strip() for text in re.findall(r">([^<>]+)<", self.ask(view, *more, "--html", "-"))}

    def in_csv(self, view, *more):
        rows = csv.reader(io.StringIO(self.ask(view, *more, "--csv", "-").lstrip("\ufeff")), delimiter=";")
        return {cell for row in rows for cell in row}

    def differences(self, view, day, site=None):
        """What a form of the answer lacks of what its JSON has."""
        asked = ["--as-of", f"{day[8:]}/{day[5:7]}/{day[:4]}", *(("--site", site) if site else ()),
                 *(("--all-levels",) if view == "government" else ())]
        report = json.loads(self.ask(view, *asked, options=["--json"]))["report"]
        assert report["as_of"] == day, report
        said = [part["name"] for part in report.get("agencies", [])][:3] if view != "overdue" else []
        said += [row["title"] for row in report.get("rows", [])[:3] if "&" not in row["title"]]
        said += [report["total"]["current"]["given"]] if view in ("government", "site") else []
        assert said, f"{view} as of {day} has nothing to show"
        forms = {"csv": self.in_csv, "xlsx": self.in_workbook, "html": self.in_page}
        found = [(view, site, form, text) for form, cells in forms.items() for text in said if text not in (told := cells(view, *asked))]
        table = self.ask(view, *asked)
        return found + ([] if said[0][:10] in table else [(view, site, "table", said[0])])
