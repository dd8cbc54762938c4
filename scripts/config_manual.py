#!/usr/bin/env python3
"""The manual page of a configuration, from the file that is shipped: config_manual.py FILE DAY PROGRAM SECTION. What the file
explains in English stands beside each key with its default value."""

import os
import re
import sys
import textwrap

VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.I)
KEY = re.compile(r"^(#\s?)?(\[{1,2}[\w.]+\]{1,2}|\w+ = .*)$")


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in (".", "'") else text


def english(comment):
    """The lines after the Vietnamese ones; a line that says both, parted by a slash, is kept after the slash."""
    last = max((i for i, line in enumerate(comment) if VIETNAMESE.search(line) and " / " not in line), default=-1)
    return " ".join(line.rpartition(" / ")[2] if VIETNAMESE.search(line) else line for line in comment[last + 1:])


def entries(text):
    """(section or key with its value, comment lines) in the order of the file; keys that are commented out too."""
    comment = []
    for line in text.split("\n"):
        if key := KEY.match(line):
            yield key.group(2), comment
            comment = []
        elif line.startswith("#"):
            comment.append(line[1:].strip())
        elif not line.strip():
            comment = []  # it was about the file as a whole


def main(file, day, program, section):
    with open(file, encoding="utf-8") as stream:
        text = stream.read()
    name = os.path.basename(file)
    print(f".TH {name.upper()} 5 {day} \"dondoc\"\n.SH NAME\n{roff(name)} \\- configuration of {roff(program)}")
    print(f".SH DESCRIPTION\n.B {roff(program)}\nreads /etc/dondoc/{roff(name)}.\nUnknown keys are refused with their line.\n"
          "Files that it names lie beside it unless they begin with a stroke.\n"
          f".B {roff(program)} \\-\\-check\\-config\nchecks the file without starting anything.\n.SH KEYS")
    for head, comment in entries(text):
        if head.startswith("["):
            print(f".SS {roff(head)}")
        else:
            print(f".TP\n\\fB{roff(head)}\\fP")
        for line in textwrap.wrap(english(comment), 76):
            print(roff(line))
    print(f".SH SEE ALSO\n.BR {roff(program)} ({section}),\n.BR dondoc (1),\n.BR dondoc\\-protocol (7)")


if __name__ == "__main__":
    main(*sys.argv[1:])
