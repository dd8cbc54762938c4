#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy on every library and program: tidy.py [BUILD], a folder of the preset asan; build/asan without one. Ends with 1 where it
finds something.

All files of a library are looked at as one, and with them the programs' files that lead into it: what they include is read, and
looked through for names, once for all of them. That they mean the same then is what tests/architecture sees to.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

OURS = re.compile(r"/(core|daemon|client)/(?:.*/)?CMakeFiles/(?P<target>[^/]+)\.dir/Unity/")
LEADS_INTO = {"dondoc": "dondoc_program", "dondoc-whole": "dondoc_cli"}  # others into the library of their name
WHERE_AND_WHAT = re.compile(r"(?:-isystem |-[ID])\S+")


def joined(build, folder):
    """Writes one file for each library, and how it is compiled; largest first."""
    targets = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        if found := OURS.search(entry["file"]):
            target = found["target"]
            targets.setdefault(LEADS_INTO.get(target, target.replace("-", "_")), []).append(entry)
    folder.mkdir(exist_ok=True)
    commands = []
    for target, entries in targets.items():
        source = folder / f"{target}.cpp"
        source.write_text("".join(pathlib.Path(entry["file"]).read_text(encoding="utf-8") for entry in entries), encoding="utf-8")
        first = entries[0]
        more = {option for entry in entries for option in WHERE_AND_WHAT.findall(entry["command"])}
        more -= set(WHERE_AND_WHAT.findall(first["command"]))
        commands.append({"directory": first["directory"], "file": str(source),
                         "command": " ".join([first["command"].replace(first["file"], str(source)), *sorted(more)])})
    (folder / "compile_commands.json").write_text(json.dumps(commands), encoding="utf-8")
    return sorted((pathlib.Path(command["file"]) for command in commands), key=lambda file: -file.stat().st_size)


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/asan").resolve()
    folder = build / "tidy"
    files = joined(build, folder)
    if not files:
        raise SystemExit(f"{build}: no joined files of the project; cmake --preset asan")

    def look(file):
        return subprocess.run(["clang-tidy", "-p", folder, "--quiet", "--warnings-as-errors=*", file], capture_output=True, text=True)

    failed = False
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        for file, done in zip(files, threads.map(look, files)):
            failed |= done.returncode != 0
            if done.stdout:
                print(f"{file.stem}:\n{done.stdout}", flush=True)
            if done.returncode != 0 and not done.stdout:
                print(f"{file.stem}: {done.stderr}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
