# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be equal between sites and centre: assignments row for row, totals, events, and the total of all sites with the sum of
their own reports. Each is asked of the programs as their users ask."""
import collections


def figures(total):
    """The counts of a report that add up: not its ratios, nor how long the oldest has waited."""
    found = collections.Counter()
    for terms in ("current", "original"):
        counts = total.get(terms, {})
        found.update({f"{terms} {what}": int(count) for what, count in counts.items() if what not in ("ages", "ratios", "longest_waiting")})
        found.update({f"{terms} age {number}": int(count) for number, count in enumerate(counts.get("ages", []))})
    return found


class Equality:
    def __init__(self, sites, centres, postgres):
        self.sites, self.centres, self.postgres = sites, centres, postgres
        self.days = {}  # by site: those whose end it will have seen

    def note_day(self, site):
        self.days.setdefault(site.code, set()).add(site.ask("clock", "show")["today"])

    def forget_days(self, site):
        """Its database was set back: it has seen no day but those before its own."""
        today = site.ask("clock", "show")["today"]
        self.days[site.code] = {day for day in self.days.get(site.code, ()) if day < today}

    def differences(self):
        """Totals are asked for when all rows are there: of a site that has told nothing yet a report is refused."""
        rows = [difference for site in self.sites for difference in self.row_differences(site)]
        if rows:
            return rows
        return [difference for site in self.sites for difference in self.total_differences(site)] + self.sum_differences()

    def row_differences(self, site):
        told = {int(row[0]): row[1:] for row in self.postgres.ask(
            "SELECT s.assignment, s.revision, s.state, coalesce(s.due::text, ''), coalesce(s.original_due::text, ''), "
            "coalesce(s.completed_on::text, ''), s.agency FROM standing s JOIN site p ON p.generation = s.generation "
            f"WHERE p.code = '{site.code}' AND s.until = 'infinity'")}
        states = ["assigned", "received", "in_progress", "reported", "completed", "returned", "transferred", "revoked"]
        rows = {part: [row.get("revision", "1"), str(states.index(row.get("state", "assigned"))), row.get("due", ""),
                       row.get("original_due", ""), row.get("completed_on", ""), row["agency"]]
                for part, row in site.assignments().items() if not row.get("secret")}
        if told == rows:
            return []
        wrong = [(part, rows.get(part), told.get(part)) for part in sorted(rows.keys() | told.keys()) if rows.get(part) != told.get(part)]
        return [f"{site.code}: {len(wrong)} rows, as {wrong[:3]}"]

    def as_of_days(self, site):
        days = sorted(self.days.get(site.code, ()))
        return [*days[:1], *days[len(days) // 2:][:1], site.ask("clock", "show")["today"]]

    def total_differences(self, site):
        found = []
        for day in dict.fromkeys(self.as_of_days(site)):
            own = site.ask("report", "government", "--all-levels", "--as-of", day)
            ours = self.centres[0].report("site", "--site", site.code, "--as-of", day)
            view, ours = ours, ours["report"]
            for what in ("total", "tasks"):
                if own.get(what) != ours.get(what):
                    found.append(f"{site.code} {day} {what}: {own.get(what)} / {ours.get(what)}")
            secret = int(view["sites"][0].get("secret", 0))
            parts = {part["code"]: (part["name"], part["figures"]) for part in own.get("agencies", [])}
            told = {part.get("code", ""): (part.get("name", ""), part["figures"]) for part in ours.get("agencies", [])}
            if secret == 0 and parts != told:
                found.append(f"{site.code} {day}: agencies differ")
        return found

    def seen_days(self):
        """First, middle and last of the noted days whose end every site has seen."""
        today = min(site.ask("clock", "show")["today"] for site in self.sites)
        days = sorted(day for day in set().union(*self.days.values()) if day < today)
        return [*days[:1], *days[len(days) // 2:][:1], *days[-1:]]

    def sum_differences(self):
        """The total of all sites is the sum of their own reports."""
        found = []
        for day in dict.fromkeys(self.seen_days()):
            asked = ("government", "--all-levels", "--as-of", day)
            ours = figures(self.centres[1].report(*asked)["report"]["total"])
            own = collections.Counter()
            for site in self.sites:
                own.update(figures(site.ask("report", *asked)["total"]))
            found += [f"all {day} {what}: {own[what]} / {ours[what]}" for what in own | ours if own[what] != ours[what]]
        return found

    def event_differences(self):
        """Every event of a site's log is there once, and no other that counts."""
        found = []
        for site in self.sites:
            own = [(int(event["id"]), event.get("lineage", "")) for event in site.log()]
            told = [(int(row[0]), row[1]) for row in self.postgres.ask(
                "SELECT e.id, e.lineage FROM event e JOIN site p ON p.id = e.site WHERE NOT e.undone AND "
                f"p.code = '{site.code}' ORDER BY 1")]
            first = told[0][0] if told else 0
            own = [event for event in own if event[0] >= first]
            if told != own:
                wrong = sorted(set(told) ^ set(own))
                found.append(f"{site.code}: {len(told)} events of {len(own)}, as {wrong[:3]}")
        return found
