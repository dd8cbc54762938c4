#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the mails of a folder as a mail program would, and prints one JSON object a line: to whom it was taken, its
headers, the two texts, the terms for a calendar, and what is wrong with it. Files end in .eml, or lie in Maildirs below the folder."""

import email
import email.policy
import html.parser
import importlib.util
import json
import os
import pathlib
import sys

DEBIANS_PYTHON = "/usr/bin/python3"  # whose packages scripts/deps.sh installs
if importlib.util.find_spec("icalendar") is None and sys.executable != DEBIANS_PYTHON:
    os.execv(DEBIANS_PYTHON, [DEBIANS_PYTHON, *sys.argv])
import icalendar  # noqa: E402


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.wrong = [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("script", "img", "iframe", "link", "object", "form") or any(name.startswith("on") for name in values):
            self.wrong.append(f"<{tag}>")
        # Nothing is fetched when the mail is opened, and what is clicked is a page.
        if "src" in values or "background" in values or "url(" in values.get("style", ""):
            self.wrong.append(f"<{tag}> fetches something")
        if not values.get("href", "https://").startswith(("https://", "http://")):
            self.wrong.append(f"a link to {values['href']}")

    def handle_data(self, data):
        self.text.append(data)


def terms_of(mail, wrong):
    """What a calendar program would take: a line for each entry."""
    lines = []
    for part in mail.walk():
        if part.get_content_type() != "text/calendar":
            continue
        calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
        if part.get_param("method") != calendar["METHOD"]:
            wrong.append(f"method {part.get_param('method')} and {calendar['METHOD']}")
        for event in calendar.walk("VEVENT"):
            day = event["DTSTART"].dt.isoformat() if "DTSTART" in event else "-"
            if "DTSTART" not in event and calendar["METHOD"] != "CANCEL":
                wrong.append("an entry without a day")
            lines.append(f"{calendar['METHOD']} {event['UID']} {day} {event['STATUS']} {event['SUMMARY']} "
                         f"{event['ORGANIZER']} {event['SEQUENCE']}")
    return "\n".join(lines)


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
            "html": " ".join("".join(looked.text).split()), "terms": terms_of(mail, wrong), "wrong": wrong + looked.wrong}


def paths_in(folder):
    """In the order in which they came; of Maildirs by the moment in their names."""
    numbered = sorted(folder.glob("*.eml"), key=lambda path: int(path.stem))
    return numbered or sorted(folder.rglob("new/*"), key=lambda path: path.name)


def main(folder):
    for path in paths_in(folder):
        print(json.dumps(read(path), ensure_ascii=False))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
