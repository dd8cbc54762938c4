// SPDX-License-Identifier: GPL-3.0-or-later
// Which sites a report is of, and what it says of those that it lacks.
#include "central/report.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "central/intake.h"
#include "central/staged.h"
#include "domain/message.h"
#include "told.h"
#include "with_database.h"

namespace dondoc::test {
namespace {

class Report : public WithDatabase {
  protected:
    void SetUp() override {
        WithDatabase::SetUp();
        if (IsSkipped()) return;
        central::migrate(*connection);
        central::Intake intake{*connection, "19", "Tỉnh 19"};
        std::vector<jetstream::Incoming> told;
        for (const auto& message : {begins("s"), part("s", 2, 1), complete("s", 3)})
            told.push_back({told.size() + 1, message.SerializeAsString()});
        intake.take(told);
    }

    v1::SitesReport report(const std::vector<std::string>& sites) {
        pqxx::work transaction{*connection};
        central::Question question;
        question.sites = sites;
        question.all_levels = true;
        const auto now = to_instant(local_seconds{civil(2025, 8, 1)});
        const auto understood =
            central::understand(transaction, question, {{"19", "Tỉnh 19"}, {"08", "Tỉnh 08"}}, now);
        return central::make_report(transaction, understood, "Trung tâm", now);
    }

    std::string refusal(const std::vector<std::string>& sites) {
        try {
            report(sites);
        } catch (const UserError& error) {
            return error.message().key;
        }
        return "none";
    }
};

// Old snapshots are dropped beside it: in the other order both waited for each other.
TEST_F(Report, NothingGoesWhileItIsMade) {
    const auto other = central::connect(std::getenv("DONDOC_POSTGRES"));
    pqxx::work reading{*connection};
    central::begin_reading(reading);
    {
        pqxx::work dropping{*other};
        dropping.exec("SET LOCAL lock_timeout = '200ms'");
        EXPECT_THROW(central::drop_generation_tables(dropping, 1), pqxx::sql_error);
    }
    EXPECT_EQ(reading.exec1("SELECT count(*) FROM assignment")[0].as<int>(), 1);
    EXPECT_EQ(reading.exec1("SELECT count(*) FROM standing")[0].as<int>(), 1);
    reading.commit();
    pqxx::work dropping{*other};
    central::drop_generation_tables(dropping, 1);
    dropping.commit();
}

TEST_F(Report, NamesTheSitesThatHaveToldNothingYet) {
    const auto view = report({});
    ASSERT_EQ(view.sites_size(), 2);
    EXPECT_TRUE(view.sites(0).has_stands());
    EXPECT_EQ(view.sites(1).name(), "Tỉnh 08");
    EXPECT_FALSE(view.sites(1).has_stands());
    EXPECT_EQ(view.report().agencies_size(), 1);
    EXPECT_EQ(report({"19"}).sites_size(), 1);
}

TEST_F(Report, OfASiteThatIsNotThereSaysWhy) {
    EXPECT_EQ(refusal({"08"}), "central.silent_site");
    EXPECT_EQ(refusal({"19", "77"}), "central.unknown_site");
}

TEST_F(Report, CountsASiteOnceThatWasSaidTwice) {
    const auto view = report({"19", "19"});
    EXPECT_TRUE(view.of_one());
    EXPECT_EQ(view.sites_size(), 1);
    EXPECT_EQ(view.report().total().current().given(), 1);
}

}  // namespace
}  // namespace dondoc::test
