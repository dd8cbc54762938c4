// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one generation, or events of one site, gathered while messages are read and written together.
// Writing the same again changes nothing.
#pragma once

#include <cstdint>
#include <map>
#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "dondoc/v1/site.pb.h"

namespace dondoc::central {

class StagedState {
  public:
    // In the order in which they were told.
    void add(const v1::SiteState::Part& part);
    void write(pqxx::work& transaction, int generation);

  private:
    void write_names(pqxx::work& transaction, int generation);
    void write_assignments(pqxx::work& transaction, int generation);
    void write_standings(pqxx::work& transaction, int generation);
    void write_pressings(pqxx::work& transaction, int generation);
    void write_secrets(pqxx::work& transaction, int generation);

    std::map<std::string, v1::AgencyEntry> agencies_;
    std::map<std::uint64_t, v1::Document> documents_;
    std::map<std::uint64_t, v1::AssignmentRow> given_;  // the newest of each
    std::vector<v1::LifeEntry> changes_;
    std::vector<v1::SecretFigures::Day> secrets_;
};

class StagedEvents {
  public:
    void add(const v1::Event& event);
    void write(pqxx::work& transaction, int site);

  private:
    std::vector<v1::Event> events_;
};

// Tables to copy into, for as long as the connection lives.
void make_staging_tables(pqxx::connection& connection);

// The tables of a generation, and of a site's events, made and taken away.
void make_generation_tables(pqxx::work& transaction, int generation);
void drop_generation_tables(pqxx::work& transaction, int generation);
void make_event_table(pqxx::work& transaction, int site);

}  // namespace dondoc::central
