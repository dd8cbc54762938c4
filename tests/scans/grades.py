#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How well a plan is read from scans of several grades: terms, leads, rows.

    grades.py MAKE_SCAN DONDOC PLAN.pdf READING.tsv --issued 2023-05-13 [--register FILE] [--grades clean,office]

PLAN.pdf has text, READING.tsv is a careful reader's reading of it (columns number, title, deadline_kind, due, lead;
` | ` between several, ` || ` between readings that are both accepted). Takes minutes: a page is read in seconds.
Fails where `office` has less than 0.95 of terms or leads, or any grade a wrong term on a row that is not marked.
"""
import argparse
import csv
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

GRADES = {
    "clean": [],
    "office": ["--turned", "1", "--blur", "1", "--noise", "6", "--quality", "75", "--stamped"],
    "askew": ["--turned", "2", "--blur", "1", "--noise", "6", "--quality", "75", "--stamped"],
    "coarse": ["--dpi", "200", "--turned", "0.7", "--noise", "6", "--quality", "70", "--stamped"],
    "poor": ["--dpi", "200", "--turned", "1.5", "--blur", "1", "--noise", "12", "--quality", "50", "--stamped"],
}
LEAST = 0.95  # of terms and leads, of grade "office"


def plain(text):
    text = unicodedata.normalize("NFC", text or "").casefold()
    return re.sub(r"[\s;.,]+", " ", re.sub(r"<[^>]+>|\^", " ", text)).strip()


def names(text, separator="|"):
    return sorted(plain(name) for name in text.split(separator) if plain(name))


def readings(text):
    return [names(reading) for reading in text.split(" || ")]


def aligned(wanted, found):
    """Pairs of rows whose titles are alike, in order."""
    matcher = difflib.SequenceMatcher(None, [plain(row["title"]) for row in wanted],
                                      [plain(row.get("title")) for row in found], autojunk=False)
    pairs, free_wanted, free_found = [], set(range(len(wanted))), set(range(len(found)))
    for block in matcher.get_matching_blocks():
        for i in range(block.size):
            pairs.append((block.a + i, block.b + i))
    for i, j in pairs:
        free_wanted.discard(i)
        free_found.discard(j)
    for i in sorted(free_wanted):
        likeness = [(difflib.SequenceMatcher(None, plain(wanted[i]["title"]), plain(found[j].get("title"))).ratio(), j)
                    for j in free_found]
        best, j = max(likeness, default=(0, None))
        if best > 0.6:
            pairs.append((i, j))
            free_found.discard(j)
    return pairs


def score(wanted, found):
    pairs = aligned(wanted, found)
    terms = leads = unmarked = 0
    unnamed = []
    for i, j in pairs:
        want, got = wanted[i], found[j]
        deadline = got.get("deadline") or {}
        term = (want["deadline_kind"] == deadline.get("kind", "none")
                and names(want["due"]) == sorted(deadline.get("due", [])))
        terms += term
        leads += sorted(plain(name) for name in got.get("lead", [])) in readings(want["lead"])
        if not term:
            unmarked += not got.get("problems")
            if len(got.get("problems", [])) < 2:  # nothing but that it was scanned
                unnamed.append(got.get("number", "?"))
    return {"rows": len(pairs), "invented": len(found) - len(pairs), "terms": terms / len(wanted),
            "leads": leads / len(wanted), "wrong and not marked": unmarked,
            "wrong and marked as scanned alone": unnamed}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("make_scan", "dondoc", "plan", "reading"):
        parser.add_argument(name)
    parser.add_argument("--issued", required=True)
    parser.add_argument("--register")
    parser.add_argument("--grades", default=",".join(GRADES))
    options = parser.parse_args()
    with open(options.reading, encoding="utf-8", newline="") as file:
        wanted = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    failed = False
    print(f"{'grade':8} {'rows':>9} {'invented':>8} {'terms':>6} {'leads':>6} {'unmarked':>8} {'s':>5}")
    for grade in options.grades.split(","):
        with tempfile.TemporaryDirectory() as folder:
            scan = str(pathlib.Path(folder) / "scan.pdf")
            subprocess.run([options.make_scan, options.plan, scan, *GRADES[grade]], check=True)
            command = [options.dondoc, "plan", "preview", scan, "--issued", options.issued, "--json"]
            command += ["--register", options.register] if options.register else []
            start = time.monotonic()
            read = subprocess.run(command, check=False, stdout=subprocess.PIPE)
            seconds = time.monotonic() - start
        rows = json.loads(read.stdout)["rows"] if read.returncode == 0 else []
        result = score(wanted, rows)
        print(f"{grade:8} {result['rows']:4}/{len(wanted):4} {result['invented']:8} {result['terms']:6.3f} "
              f"{result['leads']:6.3f} {result['wrong and not marked']:8} {seconds:5.0f}", flush=True)
        if result["wrong and marked as scanned alone"]:
            print("         wrong terms that are marked as scanned alone:",
                  ", ".join(result["wrong and marked as scanned alone"]))
        failed |= result["wrong and not marked"] > 0
        failed |= grade == "office" and min(result["terms"], result["leads"]) < LEAST
    sys.exit(failed)


if __name__ == "__main__":
    main()
