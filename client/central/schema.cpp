// SPDX-License-Identifier: GPL-3.0-or-later
// A generation is one snapshot of one site with what followed it. Reports read the generation that the site
// points to; a new one is filled beside it, and the site is pointed to it when it is complete. So a partition
// of each large table belongs to one generation, and old ones go as whole tables.
#include "central/schema.h"

#include <array>

namespace dondoc::central {
namespace {

constexpr std::string_view version_1 = R"sql(
CREATE TABLE site (
    id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text NOT NULL UNIQUE,
    name       text NOT NULL,
    generation int,                                -- that reports read; null: none is complete yet
    stream     text NOT NULL DEFAULT '',           -- which stream the position is in: when that was made
    position   bigint NOT NULL DEFAULT 0,          -- sequence of the last message that was applied
    heard      timestamptz                         -- when that was
);
CREATE TABLE generation (
    id              int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site            int NOT NULL REFERENCES site,
    snapshot        text NOT NULL,
    number          bigint NOT NULL,               -- of its last part that was applied
    complete        boolean NOT NULL DEFAULT false,
    dropped         boolean NOT NULL DEFAULT false,
    stands          timestamptz NOT NULL,          -- the site's clock: everything up to then is here
    lineage         text NOT NULL,
    due_soon_days   int NOT NULL,
    waiting_is_open boolean NOT NULL,
    begun           timestamptz NOT NULL DEFAULT now(),
    UNIQUE (site, snapshot)
);
CREATE TABLE parked (                              -- parts that came before their turn
    site     int NOT NULL REFERENCES site,
    snapshot text NOT NULL,
    number   bigint NOT NULL,
    part     bytea NOT NULL,                       -- a serialized dondoc.v1.SiteState
    since    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site, snapshot, number)
);

CREATE TABLE lineage (
    site         int NOT NULL REFERENCES site,
    lineage      text NOT NULL,
    begins_after bigint NOT NULL,                  -- id of an event
    last         bigint NOT NULL,                  -- the newest event that is here
    PRIMARY KEY (site, lineage)
);
CREATE TABLE gap (                                 -- events that are not here, and are asked for
    site    int NOT NULL REFERENCES site,
    lineage text NOT NULL,
    first   bigint NOT NULL,
    last    bigint NOT NULL,
    since   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site, lineage, first)
);
CREATE TABLE event (
    site    int NOT NULL,
    lineage text NOT NULL,
    id      bigint NOT NULL,
    agency  text NOT NULL,                         -- whose inbox, by the code of that time
    number  bigint NOT NULL,                       -- in it
    at      timestamptz NOT NULL,
    kind    smallint NOT NULL,                     -- dondoc.v1.EventKind
    items   int NOT NULL,                          -- assignments that it tells of
    undone  boolean NOT NULL DEFAULT false,        -- the site was restored to before it
    PRIMARY KEY (site, lineage, id)
) PARTITION BY LIST (site);

CREATE TABLE agency (
    generation int NOT NULL REFERENCES generation ON DELETE CASCADE,
    code       text NOT NULL,
    name       text NOT NULL,
    level      text NOT NULL,
    PRIMARY KEY (generation, code)
);
CREATE TABLE agency_name (                         -- how it was called before
    generation int NOT NULL REFERENCES generation ON DELETE CASCADE,
    agency     text NOT NULL,                      -- its present code
    until      date NOT NULL,                      -- the last day of that name
    code       text NOT NULL,
    name       text NOT NULL,
    PRIMARY KEY (generation, agency, until)
);
CREATE TABLE document (
    generation int NOT NULL REFERENCES generation ON DELETE CASCADE,
    id         bigint NOT NULL,
    number     text NOT NULL,
    issued     date,
    issuer     text NOT NULL,
    title      text NOT NULL,
    level      text NOT NULL,
    PRIMARY KEY (generation, id)
);
CREATE TABLE secret_day (                          -- what secret documents add, from that day on
    generation int NOT NULL REFERENCES generation ON DELETE CASCADE,
    day        date NOT NULL,
    level      text NOT NULL,
    figures    bytea NOT NULL,                     -- a serialized dondoc.v1.ReportFigures
    tasks      bigint NOT NULL,
    PRIMARY KEY (generation, day, level)
);

CREATE TABLE assignment (
    generation int NOT NULL,
    id         bigint NOT NULL,
    task       bigint NOT NULL,
    document   text NOT NULL,                      -- its number
    agency     text NOT NULL,
    level      text NOT NULL,                      -- of the document
    number     text NOT NULL,                      -- of the task
    title      text NOT NULL,
    deadline   text NOT NULL,                      -- as the document says it
    hour       text NOT NULL,
    priority   text NOT NULL,
    given      timestamptz NOT NULL,
    day_from   bigint,                             -- revision that said with which day it was given; null: none has
    PRIMARY KEY (generation, id)
) PARTITION BY LIST (generation);
CREATE TABLE standing (                            -- how an assignment stood, from one change to the next
    generation   int NOT NULL,
    assignment   bigint NOT NULL,
    revision     bigint NOT NULL,                  -- 1: as it was given
    at           timestamptz NOT NULL,
    until        timestamptz NOT NULL,             -- the next change; infinity: there is none
    action       text NOT NULL,
    state        smallint NOT NULL,                -- dondoc.v1.Workflow
    due          date,
    original_due date,
    completed_on date,
    progress     int,
    reworks      int NOT NULL,
    agency       text NOT NULL,                    -- of the assignment, like the next: figures need no join
    level        text NOT NULL,
    PRIMARY KEY (generation, assignment, revision)
) PARTITION BY LIST (generation);
CREATE INDEX standing_due ON standing (generation, due) WHERE until = 'infinity' AND state <= 3;
CREATE TABLE pressing (
    generation int NOT NULL,
    assignment bigint NOT NULL,
    revision   bigint NOT NULL,
    at         timestamptz NOT NULL,
    way        text NOT NULL,
    document   text NOT NULL,
    day        date,
    PRIMARY KEY (generation, assignment, revision)
) PARTITION BY LIST (generation);
)sql";

constexpr std::string_view version_2 = R"sql(
ALTER TABLE lineage ADD place int;                 -- 1, 2, 3 ... as they were first told of
UPDATE lineage l SET place = o.place FROM (
    SELECT site, lineage, row_number() OVER (PARTITION BY site ORDER BY least(  -- one may have no event
        (SELECT min(at) FROM event e WHERE e.site = n.site AND e.lineage = n.lineage),
        (SELECT min(stands) FROM generation g WHERE g.site = n.site AND g.lineage = n.lineage)), begins_after) AS place
    FROM lineage n) o
    WHERE o.site = l.site AND o.lineage = l.lineage;
ALTER TABLE lineage ALTER place SET NOT NULL;
UPDATE event e SET undone = NOT undone WHERE undone <> EXISTS (
    SELECT FROM lineage l JOIN lineage later ON later.site = l.site AND later.place > l.place
    WHERE l.site = e.site AND l.lineage = e.lineage AND later.begins_after < e.id);
)sql";

constexpr std::string_view version_3 = R"sql(
CREATE TABLE kept (                                -- events that a newer backup brought back
    site    int NOT NULL REFERENCES site,
    lineage text NOT NULL,                         -- that began with it
    earlier text NOT NULL,                         -- theirs
    first   bigint NOT NULL,
    last    bigint NOT NULL,
    PRIMARY KEY (site, lineage, earlier, first)
);
)sql";

// Results that wait are few, and each report looks for the one that has waited longest.
constexpr std::string_view version_4 = R"sql(
CREATE INDEX standing_waiting ON standing (generation, at) WHERE state = 3;
)sql";

constexpr std::array all{version_1, version_2, version_3, version_4};

}  // namespace

std::span<const std::string_view> migrations() {
    return all;
}

}  // namespace dondoc::central
