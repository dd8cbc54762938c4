// Everything that is on disk.
#pragma once

#include <filesystem>

#include "store/agencies.h"
#include "store/alarms.h"
#include "store/assignments.h"
#include "store/database.h"
#include "store/history.h"
#include "store/inbox.h"
#include "store/keys.h"
#include "store/mutes.h"
#include "store/notices.h"
#include "store/openings.h"
#include "store/plan_changes.h"
#include "store/plans.h"
#include "store/requests.h"
#include "store/reviews.h"
#include "store/settings.h"
#include "store/tallies.h"
#include "store/task_terms.h"
#include "store/unseen.h"

namespace dondoc::store {

struct Store {
    explicit Store(const std::filesystem::path& file)
        : database(file),
          settings(database),
          agencies(database),
          plans(database),
          plan_changes(database),
          assignments(database),
          history(database),
          alarms(database),
          inbox(database),
          keys(database),
          requests(database),
          mutes(database),
          notices(database),
          unseen(database),
          tallies(database),
          openings(database),
          task_terms(database),
          reviews(database) {}

    Database database;
    Settings settings;
    Agencies agencies;
    Plans plans;
    PlanChanges plan_changes;
    Assignments assignments;
    History history;
    Alarms alarms;
    Inbox inbox;
    Keys keys;
    Requests requests;
    Mutes mutes;
    Notices notices;
    Unseen unseen;
    Tallies tallies;
    Openings openings;
    TaskTerms task_terms;
    Reviews reviews;
};

}  // namespace dondoc::store
