#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample configuration of the servers (config/central/nats-cluster.conf), with TLS and a key pair for each site: a site comes
through to the centre, and can neither read nor write what is another's; nobody comes in without TLS, key or the right name.

  security.py --build build/dev

Ends with 0 when all holds, 77 when this machine lacks the servers."""
import json
import os
import pathlib
import re
import socket
import subprocess
import sys

from closed import ClosedServers, Section
from keys import Authority, NamedUser, User
from machines import POSTGRES, SOURCE, Centre, Postgres, Program, Site, programs_of, run, wait_for
from raw import Raw


def publish(subject):
    return f"PUB {subject} 1\r\nx"


def what_a_site_may(server):
    raw = Raw(server, server.users["19"])
    allowed = [publish("dondoc.19.SNV.overdue"), publish("$KV.dondoc_position.19"), "SUB _INBOX_19.a 1", "SUB dondoc_ask.19 2"]
    refused = [publish("dondoc.08.SNV.overdue"), publish("dondoc.190.SNV.overdue"), publish("$KV.dondoc_position.08"),
               publish("dondoc_ask.19"), publish("dondoc_ask.08"), publish("$JS.API.STREAM.DELETE.DONDOC"),
               publish("$JS.API.STREAM.PURGE.DONDOC"), publish("$JS.API.STREAM.MSG.DELETE.DONDOC"), publish("$JS.API.STREAM.UPDATE.DONDOC"),
               publish("$JS.API.STREAM.MSG.GET.DONDOC"), publish("$JS.API.STREAM.PURGE.KV_dondoc_position"),
               publish("$JS.API.INFO"), publish("$JS.API.STREAM.INFO.DONDOC"), publish("$JS.API.STREAM.LIST"),
               publish("$JS.API.STREAM.MSG.GET.KV_dondoc_position"),
               publish("$JS.API.CONSUMER.CREATE.DONDOC"), publish("$JS.API.CONSUMER.DURABLE.CREATE.DONDOC.mine"),
               publish("$JS.API.CONSUMER.MSG.NEXT.DONDOC.central"), publish("$JS.API.DIRECT.GET.KV_dondoc_position.$KV.dondoc_position.08"),
               publish("_INBOX_08.a"), publish("_INBOX_central.a"), "SUB > 3", "SUB dondoc.> 4", "SUB dondoc.19.> 5", "SUB dondoc_ask.* 6",
               "SUB _INBOX_08.> 7", "SUB $KV.> 8", "SUB _INBOX.> 9"]
    wrong = [line for line in allowed if not raw.is_allowed(line)] + [line for line in refused if raw.is_allowed(line)]
    assert not wrong, f"decided otherwise than expected: {wrong}"
    print(f"a site may {len(allowed)} things of {len(allowed) + len(refused)}")


def nothing_of_others_goes(server):
    """A message may ask the servers to take away what came before it; of what a site may publish none can."""
    centre, site = Raw(server, server.users["central"]), Raw(server, server.users["08"])

    def kept():
        return [centre.ask(f"$JS.API.STREAM.INFO.{stream}", "central")["state"]["messages"] for stream in ("DONDOC", "KV_dondoc_position")]

    wait_for(lambda: kept()[1] == 1, "the position of site 19, to be kept")
    before = kept()
    for what in ("all", "sub"):
        for subject in ("$KV.dondoc_position.08", "dondoc.08.SNV.overdue"):
            answer = site.ask(subject, "08", {"Nats-Rollup": what})
            assert "rollup not permitted" in answer["error"]["description"], answer
    after = kept()
    assert all(now >= then > 0 for then, now in zip(before, after)), f"{before} messages, and now {after}"
    print(f"of {after} messages and positions no other site takes any away")


def nobody_else_comes_in(server, folder):
    stranger = User(folder, "stranger")
    try:
        Raw(server, stranger)
    except (PermissionError, ConnectionError) as error:
        assert "Authorization" in str(error), error
    else:
        raise AssertionError("a key that no configuration names came in")
    plain = socket.create_connection(("127.0.0.1", server.port), 10)
    assert json.loads(Raw.line_of(plain)[len("INFO "):])["tls_required"]
    plain.sendall(b'CONNECT {"verbose":false}\r\nPING\r\n')
    assert b"PONG" not in plain.recv(4096), "a connection without TLS was answered"


def does_not_come_through(site, section, said):
    """Nothing is published by a bridge whose configuration has this [nats] section, and `said` (a regex) is in its log."""
    config = site.folder / "wrong.conf"
    config.write_text((site.folder / "bridge.conf").read_text().split("[nats]")[0] + section)
    bridge = Program("wrong", [site.programs["dondoc-bridge"], "--config", config], site.folder).start()
    try:
        wait_for(lambda: re.search(said, bridge.tail()), bridge.tail)
        print(f"refused: {re.search(said, bridge.tail()).group()}")
    finally:
        bridge.end()
        bridge.log.unlink()


def who_may_only_read_gets_reports(centre, postgres, given):
    """As the user of dondoc-web does, with the grants of docs/scale.md."""
    postgres.ask("CREATE ROLE reader LOGIN")
    config = pathlib.Path(centre.words[2])
    reading = config.with_name("reader.toml")
    reading.write_text(config.read_text().replace("user=dondoc", "user=reader"))
    asked = [centre.words[0], "--config", reading, "report", "government", "--all-levels"]
    nowhere = config.with_name("nowhere.toml")
    nowhere.write_text(re.sub("host=[^ ]*", "host=/nowhere", config.read_text()))
    unreached = subprocess.run([centre.words[0], "--config", nowhere, "report", "government"], check=False, capture_output=True, text=True,
                               env={**os.environ, "DONDOC_LANG": "vi"})
    assert unreached.returncode != 0 and "Không nối được với cơ sở dữ liệu" in unreached.stderr, unreached
    refused = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert refused.returncode != 0 and "permission denied" in refused.stderr, refused
    postgres.ask("GRANT USAGE ON SCHEMA dondoc TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA dondoc TO reader")
    total = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)["report"]["total"]
    assert total["current"]["given"] == str(given), total


def what_is_secret_stays(site, server, postgres, centre):
    """It is looked for in all that the servers and the database keep, where what is not secret is found."""
    for number, title, secret in (("76/KH-UBND", "VIECTHUONG", []), ("77/MAT-UBND", "CHUYENMAT", ["--secret"])):
        plan = site.folder / "plan.txt"
        plan.write_text(f"STT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\n1\tRà soát {title}\tTrước 31/7/2025\tSở Nội vụ\n", encoding="utf-8")
        site.run("plan", "import", plan, "--document", number, "--issued", "08/07/2025", "--level", "province", "--new-document", "--yes",
                 *secret)
        part = max(site.assignments())
        site.run("press", part, "--by", "phone", "--note", "LOIDAN", "--yes")
        site.run("assignment", "complete", part, "--note", "GHICHU")

    def all_is_there():
        told = centre.report("site", "--site", site.code)
        events = postgres.ask(f"SELECT count(*) FROM event e JOIN site s ON s.id = e.site WHERE s.code = '{site.code}'")[0][0]
        return (told["sites"][0]["secret"] == "1" and told["report"]["total"]["current"]["on_time"] == "2" and int(events) == len(site.log())
                and b"VIECTHUONG" in kept())

    def content(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:  # the servers have just replaced it
            return b""

    def kept():
        stored = b"".join(content(path) for path in (server.folder / "store0").rglob("*") if not path.is_dir())
        return stored + subprocess.run([POSTGRES / "pg_dump", postgres.conninfo], check=True, capture_output=True).stdout

    wait_for(all_is_there, site.bridge.tail)
    found = [mark for mark in (b"CHUYENMAT", b"77/MAT-UBND", b"LOIDAN", b"GHICHU") if mark in kept()]
    assert not found, f"left the site: {found}"
    print("of a secret document its count alone left the site, and no note of any")


def live(options, folder):
    programs = programs_of(options.build)
    users = {name: User(folder, f"user-{name}") for name in ("19", "08", "central")}
    users["27"] = NamedUser(folder, "site-27", "bay-tam-chin")
    postgres, server = Postgres(folder), ClosedServers(folder, users)
    started = []
    try:
        centre = Centre(folder, "central", programs, Section(server.section("central")), postgres, ["19", "08", "27"])
        wait_for(centre.prepare, "the servers, to be prepared")
        sites = [Site(folder, code, programs, Section(server.section(code))) for code in ("19", "08", "27")]
        started += [program for site in sites for program in (site.daemon, site.bridge)] + [centre.program]
        for site in sites:
            site.run("agency", "import", SOURCE / "config/agencies/hai-cap-2025.toml")
            site.run("plan", "import", SOURCE / "config/samples/ke-hoach-2025.txt", "--document", "58/KH-UBND", "--issued", "08/07/2025",
                     "--level", "province", "--new-document", "--yes")
        sites[0].bridge.start()
        centre.program.start()
        taken = "SELECT count(*) FROM standing s JOIN site p ON p.generation = s.generation WHERE p.code = '{}' AND s.until = 'infinity'"
        wait_for(lambda: int(postgres.ask(taken.format("19"))[0][0]) == len(sites[0].assignments()), sites[0].bridge.tail)
        print(f"site 19: {len(sites[0].assignments())} assignments through TLS with a key pair")

        who_may_only_read_gets_reports(centre, postgres, len(sites[0].assignments()))
        what_is_secret_stays(sites[0], server, postgres, centre)
        what_a_site_may(server)
        nothing_of_others_goes(server)
        nobody_else_comes_in(server, folder)
        other = Authority(folder, "other")
        does_not_come_through(sites[1], server.section("08", authority=other), "SSL Error.*|TLS.*")
        does_not_come_through(sites[1], server.section("08", host="localhost"), "SSL Error.*|TLS.*")
        # With the key of another site: the servers let it in, and it reaches nothing of this one.
        does_not_come_through(sites[1], server.section("19"), "event=servers_refuse.*_INBOX_08.*")
        assert postgres.ask(taken.format("08"))[0][0] == "0", "something came under another's name"
        for site in sites[1:]:  # with a key pair, and with a password
            site.bridge.start()
            wait_for(lambda: int(postgres.ask(taken.format(site.code))[0][0]) == len(site.assignments()), site.bridge.tail)
    finally:
        for program in started:
            program.end()
        server.end()
        postgres.end()


if __name__ == "__main__":
    sys.exit(run(__doc__, "closed", live, needs=["openssl"]))
