// SPDX-License-Identifier: Apache-2.0
// What had to come of persons, pressings and secret documents, worked out from what was asked and answered:
// who may hear of a secret document, how often each assignment was pressed for, and that no event says who
// somebody is.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dondoc/v1/request.pb.h"
#include "store/store.h"

namespace dondoc::simulation {

class PeopleOracle {
  public:
    explicit PeopleOracle(std::string office) : office_(std::move(office)) {}

    // After every command, and after every start: who leads what of secret documents.
    void see(store::Store& store);
    // A command and what it was answered with, each once.
    void answered(const v1::Request& command, const v1::Reply& reply);
    // In the end. Throws Violation.
    void check(store::Store& store, const std::vector<v1::Event>& events) const;

    std::uint64_t pressed() const { return pressed_in_all_; }
    std::uint64_t secret_tasks() const { return leads_.size(); }

  private:
    void check_secret(const v1::Event& event, std::uint64_t task, bool secret, const std::string& role) const;
    void check_private(const v1::Event& event) const;
    void check_pressed(store::Store& store, const std::vector<v1::Event>& events) const;
    void check_persons(store::Store& store, const std::vector<v1::Event>& events) const;

    std::string office_;
    std::map<std::uint64_t, std::set<std::string>>
        leads_;                             // of tasks of secret documents, whoever led them ever
    std::map<std::uint64_t, int> pressed_;  // assignments: how often
    std::uint64_t pressed_in_all_ = 0;
    std::map<std::uint64_t, std::string> persons_;  // that are there: the code of their agency
    std::set<std::string> private_texts_;           // names, addresses and numbers that were ever sent
};

}  // namespace dondoc::simulation
