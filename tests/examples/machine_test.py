# SPDX-License-Identifier: Apache-2.0
"""What the Python listener decides for Windows and for others; run by ctest."""
import os
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path, PurePosixPath, PureWindowsPath

EXAMPLES = Path(__file__).resolve().parents[2] / "client" / "examples"
sys.path.insert(0, str(EXAMPLES))
import machine  # noqa: E402


class Folders(unittest.TestCase):
    def test_windows_has_them_in_the_profile_of_the_user(self):
        said = {"APPDATA": "C:\\Users\\An\\AppData\\Roaming", "LOCALAPPDATA": "D:\\Local", "HOME": "/home/an"}
        self.assertEqual(machine.folders(said, windows=True),
                         (PureWindowsPath("C:\\Users\\An\\AppData\\Roaming\\dondoc"), PureWindowsPath("D:\\Local\\dondoc")))

    def test_a_service_of_windows_has_fewer_variables(self):
        profile, journal = machine.folders({"USERPROFILE": "C:\\Users\\An"}, windows=True)
        self.assertEqual(str(profile), "C:\\Users\\An\\AppData\\Roaming\\dondoc")
        self.assertEqual(str(journal), "C:\\Users\\An\\AppData\\Local\\dondoc")

    def test_others_have_them_where_the_program_dondoc_looks(self):
        self.assertEqual(machine.folders({"HOME": "/home/an"}, windows=False),
                         (PurePosixPath("/home/an/.config/dondoc"), PurePosixPath("/home/an/.local/state/dondoc")))
        self.assertEqual(machine.folders({"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"}, windows=False),
                         (PurePosixPath("/c/dondoc"), PurePosixPath("/s/dondoc")))


class Commands(unittest.TestCase):
    def test_backslashes_are_no_escapes_on_windows(self):
        line = 'powershell -File "C:\\Program Files\\dondoc\\toast.ps1" C:\\new\\table.txt'
        self.assertEqual(machine.command_words(line, windows=True),
                         ["powershell", "-File", "C:\\Program Files\\dondoc\\toast.ps1", "C:\\new\\table.txt"])

    def test_elsewhere_they_are(self):
        self.assertEqual(machine.command_words("notify 'Sở Nội vụ' a\\ b", windows=False), ["notify", "Sở Nội vụ", "a b"])

    def test_gets_the_event_as_utf8(self):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out"
            self.assertTrue(machine.run_for_event(["sh", "-c", f"cat > {out}"], '{"title": "Sở Nội vụ"}'))
            self.assertEqual(out.read_text(encoding="utf-8"), '{"title": "Sở Nội vụ"}')

    def test_that_is_not_there_ends_nothing(self):
        self.assertFalse(machine.run_for_event(["/nowhere/none"], "{}"))
        self.assertFalse(machine.run_for_event(["false"], "{}"))


class Profile(unittest.TestCase):
    def test_of_the_daemons_machine_is_of_no_use_on_windows(self):
        self.assertIn("tcp://", machine.unusable_endpoint("ipc:///run/dondoc/dondocd.sock", windows=True))
        self.assertIsNone(machine.unusable_endpoint("ipc:///run/dondoc/dondocd.sock", windows=False))
        self.assertIsNone(machine.unusable_endpoint("tcp://a.vn:7710", windows=True))


class Journal(unittest.TestCase):
    def test_is_written_by_one_listener_at_a_time(self):
        with tempfile.TemporaryDirectory() as folder:
            journal = Path(folder) / "journal.jsonl"
            first, second = machine.Lock(journal), machine.Lock(journal)
            self.assertTrue(first.take())
            self.assertFalse(second.take())
            first.file.close()
            self.assertTrue(second.take())
            second.file.close()


class Task(unittest.TestCase):
    def test_starts_the_files_that_are_here_in_words_that_the_listener_reads(self):
        root = xml.etree.ElementTree.parse(EXAMPLES / "windows" / "dondoc-listen.xml").getroot()
        space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
        words = machine.command_words(root.find(".//t:Arguments", space).text, windows=True)
        self.assertTrue((EXAMPLES / PureWindowsPath(words[0]).name).exists())
        self.assertEqual(words[1], "--exec")
        command = machine.command_words(words[2], windows=True)
        script = PureWindowsPath(command[command.index("-File") + 1])
        self.assertTrue((EXAMPLES / "windows" / script.name).exists())
        self.assertEqual(root.find(".//t:MultipleInstancesPolicy", space).text, "IgnoreNew")


if __name__ == "__main__":
    unittest.main()
