#!/usr/bin/env python3
"""The manual page of the configuration, from the file that is shipped: config_manual.py FILE DAY. What the file explains in
English stands beside each key with its default value."""

import re
import sys
import textwrap

VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.I)


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
        if re.match(r"^(# )?\[{1,2}[\w.]+\]{1,2}$", line) or re.match(r"^(# )?\w+ = ", line):
            yield line.removeprefix("# "), comment
            comment = []
        elif line.startswith("#"):
            comment.append(line[1:].strip())
        elif not line.strip() and not any(line.strip() for line in comment):
            comment = []


def main(file, day):
    with open(file, encoding="utf-8") as stream:
        text = stream.read()
    print(f".TH DONDOCD.TOML 5 {day} \"dondoc\"\n.SH NAME\ndondocd.toml \\- configuration of dondocd")
    print(".SH DESCRIPTION\nThe daemon reads /etc/dondoc/dondocd.toml. Every key has a default\n"
          "value; unknown keys are refused with their line.\n.B dondocd \\-\\-check\\-config\nchecks the file without starting anything.\n.SH KEYS")
    for head, comment in entries(text):
        if head.startswith("["):
            print(f".SS {roff(head)}")
        else:
            print(f".TP\n\\fB{roff(head)}\\fP")
        for line in textwrap.wrap(english(comment), 76):
            print(roff(line))
    print(".SH SEE ALSO\n.BR dondocd (8),\n.BR dondoc (1),\n.BR dondoc\\-protocol (7)")


if __name__ == "__main__":
    main(*sys.argv[1:])
