#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the mails of a folder as a mail program would, and prints one JSON object a line: to whom it was taken, its
headers, the two texts, and what is wrong with it. Files end in .eml, or lie in Maildirs below the folder."""

import email
import email.policy
import html.parser
import json
import pathlib
import sys


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.wrong = [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("script", "img", "iframe", "link", "object", "form") or any(name.startswith("on") for name in values):
            self.wrong.append(f"<{tag}>")

    def handle_data(self, data):
        self.text.append(data)


def read(path):
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    wrong = [str(defect) for part in mail.walk() for defect in part.defects]
    plain = mail.get_body(("plain",))
    page = mail.get_body(("html",))
    looked = Page()
    if page is not None:
        looked.feed(page.get_content())
    if plain is None or page is None:
        wrong.append("one of the two texts is missing")
    for name in ("Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version"):
        if len(mail.get_all(name, [])) != 1:
            wrong.append(f"{name}: {len(mail.get_all(name, []))} times")
    if mail["Date"].datetime is None:
        wrong.append("no date")
    return {"taken_for": mail["X-Taken-For"] or mail["Delivered-To"] or mail["X-Original-To"], "from": str(mail["From"]),
            "to": str(mail["To"]), "subject": str(mail["Subject"]), "id": str(mail["Message-ID"]),
            "date": mail["Date"].datetime.isoformat(), "plain": plain.get_content() if plain else "",
            "html": " ".join("".join(looked.text).split()), "wrong": wrong + looked.wrong}


def main(folder):
    paths = sorted(folder.glob("*.eml"), key=lambda path: int(path.stem)) or sorted(folder.rglob("new/*"))
    for path in paths:
        print(json.dumps(read(path), ensure_ascii=False))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
