#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the sources against rules.py: check.py FOLDER. Prints each breach with what to do, and ends with 1 if there is one."""

import collections
import pathlib
import re
import sys

import private_names
from rules import (ARROWS, DOORS, KINDS_OF_ERRORS, LONG_ON_PURPOSE, MOST_LINES_OF_A_FILE, MOST_LINES_OF_A_FUNCTION, PARTED, STANDARD)

ROOTS = ("core", "daemon", "client")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
NOT_A_FUNCTION = re.compile(r"^\s*(?:inline )?(?:namespace|class|struct|enum|union|extern|if|else|for|while|switch|do|try|catch|case|default|return)\b")

LAMBDA = re.compile(r"\[[^\[\]]*\]\s*(\([^()]*\))?\s*(mutable\s*)?(->\s*[\w:<>]+\s*)?\{$")


class Source:
    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.lines = self.text.split("\n")
        self.includes = [(quote == '"', name) for quote, name in INCLUDE.findall(self.text)]
        folder = "/".join(self.path.split("/")[:-1])
        while folder and folder not in ARROWS:
            folder = folder.rpartition("/")[0]
        self.room = folder
        self.code = without_comments_and_strings(self.text)


def without_comments_and_strings(text):
    """The same lines, with comments and the contents of strings blanked."""
    pattern = re.compile(r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<!\d)\'(?:\\.|[^\'\\\n])+\'', re.S)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group(0)), text)


def arrows(source):
    own = source.room.rpartition("/")[2]
    for local, name in source.includes:
        first = name.split("/")[0] if "/" in name else None
        known = {room.rpartition("/")[2] for room in ARROWS} | {"dondoc"}
        if first in known and first != own and first not in ARROWS[source.room]:
            yield f"includes {name}: {source.room} may not know {first}. Move the piece down, or hand in what it needs"
        if local and first is not None and first not in known:
            yield f"includes {name}: no room of that name (rules.py lists the rooms)"
        for library, rooms in DOORS.items():
            if not local and name.startswith(library) and source.room not in rooms:
                yield f"includes <{name}>: only {', '.join(sorted(rooms))} may; use their interface"


def sub_rooms(source):
    path = pathlib.PurePosixPath(source.path)
    room = path.parent.as_posix()
    if room in PARTED and path.stem not in PARTED[room]:
        yield f"stands loose in {room}, which has sub-rooms: move it into the one that it belongs to"


def functions(source):
    """(first line, length, head) of each function body, by the indentation that clang-format keeps."""
    lines = source.code.split("\n")
    for start, line in enumerate(lines):
        if not line.rstrip().endswith("{") or line.endswith("({") or NOT_A_FUNCTION.match(line) or LAMBDA.search(line):
            continue
        indent = len(line) - len(line.lstrip())
        first = start
        while first > 0 and lines[first - 1].strip() and not re.search(r"[;{}:]\s*$", lines[first - 1]):
            first -= 1
        head = " ".join(part.strip() for part in lines[first:start + 1])
        if "(" not in head or NOT_A_FUNCTION.match(head) or re.search(r"=\s*\{$|\]\s*\{$", head):
            continue
        for end in range(start + 1, len(lines)):
            if lines[end].startswith(" " * indent + "}"):
                yield first + 1, end - start + 1, head
                break


def sizes(source):
    if len(source.lines) > MOST_LINES_OF_A_FILE and source.path not in LONG_ON_PURPOSE:
        yield f"{len(source.lines)} lines, at most {MOST_LINES_OF_A_FILE}: part it by idea"
    for line, length, head in functions(source):
        if length > MOST_LINES_OF_A_FUNCTION:
            yield f"line {line}: a function of {length} lines, at most {MOST_LINES_OF_A_FUNCTION}: part it ({head[:60]})"


def opening(source):
    if not source.path.endswith(".h"):
        return
    for line in source.lines:
        if line.startswith("// SPDX-") or not line.strip():
            continue
        if not line.startswith("//"):
            yield "no opening comment: say in a sentence what the header is for"
        return


def licence(source):
    if not source.text.startswith("// SPDX-License-Identifier: "):
        yield "no SPDX-License-Identifier in the first line (LICENSE says which)"


def standard_includes(source, by_include):
    have = {name for local, name in source.includes if not local}
    if source.path.endswith(".cpp"):
        for name in own_headers(source, by_include):
            have |= {inner for local, inner in by_include[name].includes if not local}
    used = set(re.findall(r"\bstd::(\w+)", source.code))
    for word in sorted(used & STANDARD.keys()):
        if not have & set(STANDARD[word]):
            yield f"uses std::{word} without <{STANDARD[word][0]}>"


def kinds_of_errors(source):
    """What has a type of its own is told by its type, and thrown with it."""
    for line, text in enumerate(source.lines, 1):
        for prefix, kind in KINDS_OF_ERRORS.items():
            if re.search(r'(?<!\w)UserError(?:\(|\s+\w+\{)"' + re.escape(prefix), text):
                yield f"line {line}: throws a UserError \"{prefix}...\": it is a {kind}"
            if f'starts_with("{prefix}")' in text:
                yield f"line {line}: tells a kind of error by its key: catch {kind}"


def own_headers(source, by_include):
    stem = pathlib.PurePosixPath(source.path).stem
    return [name for local, name in source.includes
            if local and name in by_include and pathlib.PurePosixPath(name).stem == stem]


def circles(by_include):
    """Headers that include each other, directly or by others."""
    state = {}

    def visit(name, trail):
        state[name] = "open"
        for local, inner in by_include[name].includes:
            if not local or inner not in by_include:
                continue
            if state.get(inner) == "open":
                yield trail + [name, inner]
            elif inner not in state:
                yield from visit(inner, trail + [name])
        state[name] = "done"

    for name in by_include:
        if name not in state:
            yield from visit(name, [])


def dead_definitions(sources, others):
    """Functions that a header declares and nothing calls."""
    words = collections.Counter()
    for text in [source.code for source in sources] + others:
        words.update(re.findall(r"\b[a-z]\w*\b", text))
    declaration = re.compile(r"^\s*(?!return\b|using\b|typedef\b)[\w:<>,&*\[\]\s]*?[\w>&*\]]\s+[&*]?([a-z]\w+)\([^;{]*\)\s*(?:const)?\s*(?:noexcept)?;", re.M)
    for source in sources:
        called = re.findall(r"\b[a-z]\w+(?=\()", source.code)
        if not source.path.endswith(".h") or all(words[name] > 2 for name in called):
            continue
        for match in declaration.finditer(source.code):
            if words[match.group(1)] <= 2:
                yield source, f"{match.group(1)} is declared and never used: take it away"


def main(root):
    root = pathlib.Path(root).resolve()
    sources = [Source(root, path) for folder in ROOTS for path in sorted((root / folder).rglob("*"))
               if path.suffix in (".h", ".cpp") and path.is_file()]
    others = [path.read_text(encoding="utf-8") for path in (root / "tests").rglob("*") if path.suffix in (".h", ".cpp")]
    by_include = {source.path.partition("/")[2]: source for source in sources if source.path.endswith(".h")}
    breaches = []
    for source in sources:
        for rule in (arrows, sub_rooms, sizes, opening, licence, kinds_of_errors):
            breaches += [f"{source.path}: {text}" for text in rule(source)]
        breaches += [f"{source.path}: {text}" for text in standard_includes(source, by_include)]
    breaches += [f"{trail[-1]}: a circle of includes: {' -> '.join(trail)}" for trail in circles(by_include)]
    breaches += [f"{source.path}: {text}" for source, text in dead_definitions(sources, others)]
    breaches += [f"{source.path}: {text}" for source, text in private_names.breaches(sources, ARROWS)]
    for breach in breaches:
        print(breach)
    print(f"{len(sources)} files, {len(breaches)} breaches")
    return 1 if breaches or len(sources) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
