// SPDX-License-Identifier: GPL-3.0-or-later
// The persons of a site as the daemon told them, in memory only: addresses and numbers are on no disk of
// ours.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/civil.h"
#include "dondoc/v1/person.pb.h"

namespace dondoc::relay {

class Persons {
  public:
    // `office`: code of the agency in whose inbox the office is told; empty: there is none.
    explicit Persons(std::string office = {}) : office_(std::move(office)) {}

    void add(v1::Person person);

    const v1::Person* find(std::uint64_t id) const;  // nullptr: not there, or not any more
    // Those of the agency; for the office's code those of the office as well. By id.
    std::vector<const v1::Person*> of(const std::string& agency) const;
    // Those who belong to no agency, or to the office's.
    std::vector<const v1::Person*> of_office() const;
    const std::string& office() const { return office_; }
    std::size_t size() const { return persons_.size(); }

    // Who is told in the person's place on that day: a deputy, or the deputy's, while they are away; else the
    // person.
    const v1::Person& in_place_of(const v1::Person& person, local_days day) const;

  private:
    std::string office_;
    std::map<std::uint64_t, v1::Person> persons_;
    std::multimap<std::string, std::uint64_t> by_agency_;
};

bool is_told_as(const v1::Person& person, const char* as);  // "lead", "cooperating", "head"

// When the person may be told what can wait: now, or the end of the quiet hours.
sys_seconds after_quiet_hours(const v1::Person& person, sys_seconds at);

// "21:00-06:00" as minutes of the day; nullopt: none, or not of that form.
struct TimesOfDay {
    int from = 0, until = 0;  // minutes; from after until goes over midnight
};
std::optional<TimesOfDay> times_of_day(const std::string& text);

}  // namespace dondoc::relay
