// SPDX-License-Identifier: Apache-2.0
// Everything that is on disk.
#pragma once

#include <filesystem>

#include "store/agencies.h"
#include "store/alarms.h"
#include "store/assignment_lists.h"
#include "store/assignments.h"
#include "store/change_texts.h"
#include "store/consumers.h"
#include "store/contact_tests.h"
#include "store/database.h"
#include "store/deliveries.h"
#include "store/event_log.h"
#include "store/flow_items.h"
#include "store/flow_lists.h"
#include "store/flow_tallies.h"
#include "store/history.h"
#include "store/inbox.h"
#include "store/invitations.h"
#include "store/keys.h"
#include "store/lineages.h"
#include "store/looks.h"
#include "store/mutes.h"
#include "store/notices.h"
#include "store/openings.h"
#include "store/parents.h"
#include "store/partings.h"
#include "store/persons.h"
#include "store/plan_changes.h"
#include "store/planned_moments.h"
#include "store/plans.h"
#include "store/requests.h"
#include "store/retention.h"
#include "store/reviews.h"
#include "store/row_decisions.h"
#include "store/settings.h"
#include "store/stream.h"
#include "store/succession.h"
#include "store/tallies.h"
#include "store/task_sources.h"
#include "store/task_terms.h"
#include "store/unseen.h"
#include "store/waiting_results.h"

namespace dondoc::store {

struct Store {
    explicit Store(const std::filesystem::path& file)
        : database(file),
          settings(database),
          agencies(database),
          plans(database),
          plan_changes(database),
          assignments(database),
          lists(database),
          change_texts(database),
          history(database, change_texts),
          successions(database),
          alarms(database),
          planned_moments(database),
          inbox(database),
          log(database),
          lineages(database),
          keys(database),
          requests(database),
          mutes(database),
          notices(database),
          unseen(database),
          tallies(database),
          consumers(database),
          retention(database),
          openings(database),
          task_terms(database),
          reviews(database),
          parents(database),
          row_decisions(database),
          waiting_results(database),
          persons(database),
          stream(database),
          partings(database),
          looks(database),
          deliveries(database),
          contact_tests(database),
          task_sources(database),
          invitations(database),
          flow(database),
          flow_lists(database),
          flow_tallies(database) {}

    Database database;
    Settings settings;
    Agencies agencies;
    Plans plans;
    PlanChanges plan_changes;
    Assignments assignments;
    AssignmentLists lists;
    ChangeTexts change_texts;
    History history;
    Successions successions;
    Alarms alarms;
    PlannedMoments planned_moments;
    Inbox inbox;
    EventLog log;
    Lineages lineages;
    Keys keys;
    Requests requests;
    Mutes mutes;
    Notices notices;
    Unseen unseen;
    Tallies tallies;
    Consumers consumers;
    Retention retention;
    Openings openings;
    TaskTerms task_terms;
    Reviews reviews;
    Parents parents;
    RowDecisions row_decisions;
    UnconfirmedResults waiting_results;
    Persons persons;
    Stream stream;
    Partings partings;
    Looks looks;
    Deliveries deliveries;
    ContactTests contact_tests;
    TaskSources task_sources;
    Invitations invitations;
    FlowItems flow;
    FlowLists flow_lists;
    FlowTallies flow_tallies;
};

}  // namespace dondoc::store
