# SPDX-License-Identifier: Apache-2.0
"""What is different on Windows: where files stand, how one is locked, what the console speaks, how a command is started.

Everything that decides something takes `windows` and the environment as parameters, so that it is tested on any machine.
"""
import os
import shlex
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

IS_WINDOWS = os.name == "nt"


def folders(environment, windows=IS_WINDOWS):
    """(of the profile, of the journal): those of the user, as the system has them."""
    if windows:
        home = PureWindowsPath(environment.get("USERPROFILE", "C:\\"))
        roaming = PureWindowsPath(environment.get("APPDATA") or home / "AppData" / "Roaming")
        local = PureWindowsPath(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return roaming / "dondoc", local / "dondoc"
    home = PurePosixPath(environment.get("HOME", "/"))
    config = PurePosixPath(environment.get("XDG_CONFIG_HOME") or home / ".config")
    state = PurePosixPath(environment.get("XDG_STATE_HOME") or home / ".local" / "state")
    return config / "dondoc", state / "dondoc"


def default_files(environment=os.environ, windows=IS_WINDOWS):
    """(profile, journal) where none were named."""
    profile, journal = folders(environment, windows)
    return Path(profile / "client.toml"), Path(journal / "journal.jsonl")


def unusable_endpoint(endpoint, windows=IS_WINDOWS):
    """What to say of an endpoint that this machine cannot connect to; None: it can."""
    if not windows or not endpoint.startswith("ipc:"):
        return None
    return f"{endpoint}: hồ sơ này chỉ dùng được trên máy chủ; hãy xin hồ sơ có địa chỉ tcp:// / this profile is for the daemon's machine"


def command_words(line, windows=IS_WINDOWS):
    """A command as it stands in an option, as words: Windows writes paths with backslashes, which are no escapes there."""
    if not windows:
        return shlex.split(line)
    return [word.strip('"') for word in shlex.split(line, posix=False)]


def run_for_event(words, text):
    """Runs a command with the event as its standard input. False: it was not there, or did not take it."""
    hidden = {"creationflags": subprocess.CREATE_NO_WINDOW} if IS_WINDOWS else {}
    try:
        return subprocess.run(words, input=text.encode(), check=False, timeout=60, **hidden).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{words[0]}: {error}", file=sys.stderr)
        return False


def speak_utf8():
    """Consoles of Windows, and services without a locale, would not print Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # there is none under pythonw
            stream.reconfigure(encoding="utf-8", errors="replace")


class Lock:
    """One listener at a time writes a journal. The lock goes with the program, however that ends."""

    def __init__(self, journal):
        self.file = open(f"{journal}.lock", "a+b")

    def take(self):
        """False: another one has it."""
        try:
            if IS_WINDOWS:
                import msvcrt

                self.file.seek(0)
                msvcrt.locking(self.file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
