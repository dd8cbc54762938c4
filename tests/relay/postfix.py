#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""postfix.py FOLDER RECIPIENT...: Postfix on loopback, delivering their mail into FOLDER/mails/<recipient>/new.
Needs the package postfix and root; ends with 77 where it cannot be run. The port is the first line of output.
Postfix ends before this process does where that is told to end, else soon after it."""

import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time

from province import free_port

PROGRAMS = ("/usr/lib/postfix/sbin", "/usr/libexec/postfix")


def configure(folder, port, recipients):
    etc, queue, data, mails = (folder / name for name in ("etc", "queue", "data", "mails"))
    for path in (etc, queue, data, mails):
        path.mkdir(parents=True, exist_ok=True)
    owner = pwd.getpwnam("postfix")
    os.chown(data, owner.pw_uid, owner.pw_gid)
    os.chown(mails, owner.pw_uid, owner.pw_gid)
    path = folder
    while path != path.parent:  # its processes are nobody special, and have to come through
        path.chmod(path.stat().st_mode | 0o011)
        path = path.parent
        if path == pathlib.Path("/tmp"):
            break
    programs = next(one for one in PROGRAMS if os.path.exists(one + "/master"))
    (etc / "main.cf").write_text(f"""compatibility_level = 3.6
queue_directory = {queue}
data_directory = {data}
daemon_directory = {programs}
command_directory = /usr/sbin
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.test
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
virtual_mailbox_domains = tinh.vn
virtual_mailbox_base = {mails}
virtual_mailbox_maps = texthash:{etc}/boxes
virtual_uid_maps = static:{owner.pw_uid}
virtual_gid_maps = static:{owner.pw_gid}
virtual_minimum_uid = 1
virtual_transport = virtual
smtpd_tls_security_level = none
""")
    (etc / "boxes").write_text("".join(f"{one} {one}/\n" for one in recipients))
    master = [f"127.0.0.1:{port} inet n - n - - smtpd", "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup",
              "qmgr unix n - n 300 1 qmgr", "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce",
              "defer unix - - n - 0 bounce", "trace unix - - n - 0 bounce", "verify unix - - n - 1 verify",
              "flush unix n - n 1000? 0 flush", "proxymap unix - - n - - proxymap", "smtp unix - - n - - smtp",
              "relay unix - - n - - smtp", "error unix - - n - - error", "retry unix - - n - - error",
              "discard unix - - n - - discard", "virtual unix - n n - - virtual", "anvil unix - - n - 1 anvil",
              "scache unix - - n - 1 scache", "tlsmgr unix - - n 1000? 1 tlsmgr", "postlog unix-dgram n - n - 1 postlogd"]
    (etc / "master.cf").write_text("\n".join(master) + "\n")
    return etc


def guard(postfix, log):
    """Ends Postfix when the process that started it is gone, however that ended."""
    sys.stdout.close()
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(0.2)
    end(postfix, log)
    os._exit(0)


def end(postfix, log):
    subprocess.run(postfix + ["abort"], stdout=log, stderr=log)


def is_here():
    return os.geteuid() == 0 and shutil.which("postfix", path="/usr/sbin:/usr/bin") is not None


def main(folder, recipients):
    if not is_here():
        sys.exit(77)
    port = free_port()
    etc = configure(folder, port, recipients)
    log = open(folder / "start.log", "w", encoding="utf-8")
    postfix = ["/usr/sbin/postfix", "-c", str(etc)]
    started = subprocess.run(postfix + ["start"], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    if started.returncode != 0:
        print((folder / "start.log").read_text(), file=sys.stderr)
        sys.exit(77)
    if os.fork() == 0:
        guard(postfix, log)
    for _ in range(200):
        with socket.socket() as one:
            one.settimeout(1)
            if one.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(port, flush=True)
    try:
        signal.pause()
    finally:
        end(postfix, log)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2:])
