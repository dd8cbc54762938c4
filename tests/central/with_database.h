// SPDX-License-Identifier: GPL-3.0-or-later
// A schema of the centre's own for each test, in the database that tests/sites/with_postgres.py has started.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "central/database.h"

namespace dondoc::test {

class WithDatabase : public testing::Test {
  protected:
    void SetUp() override {
        const char* conninfo = std::getenv("DONDOC_POSTGRES");
        if (conninfo == nullptr)
            GTEST_SKIP() << "DONDOC_POSTGRES is not set: run by tests/sites/with_postgres.py";
        connection = central::connect(conninfo);
        run("DROP SCHEMA IF EXISTS dondoc CASCADE");
    }

    void run(const std::string& sql) {
        pqxx::work transaction{*connection};
        transaction.exec(sql);
        transaction.commit();
    }

    // Rows as texts, their columns with a blank between them.
    std::vector<std::string> ask(const std::string& sql) {
        pqxx::work transaction{*connection};
        std::vector<std::string> rows;
        for (const auto& row : transaction.exec(sql)) {
            std::string text;
            for (const auto& field : row) text += (field.num() > 0 ? " " : "") + std::string{field.c_str()};
            rows.push_back(text);
        }
        return rows;
    }

    std::unique_ptr<pqxx::connection> connection;
};

}  // namespace dondoc::test
