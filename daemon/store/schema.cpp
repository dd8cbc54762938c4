#include "store/schema.h"

#include <array>

namespace dondoc::store {
namespace {

constexpr auto version_1 = R"sql(
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE agency (
    id         INTEGER PRIMARY KEY,
    code       TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    level      TEXT NOT NULL,
    valid_from INTEGER,
    valid_to   INTEGER,
    head       INTEGER NOT NULL DEFAULT 0          -- number of the newest event of its inbox
);
CREATE TABLE agency_alias (
    agency_id INTEGER NOT NULL REFERENCES agency,
    ordinal   INTEGER NOT NULL,
    alias     TEXT NOT NULL,
    PRIMARY KEY (agency_id, ordinal)
) WITHOUT ROWID;
CREATE TABLE agency_group (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE agency_group_alias (
    group_id INTEGER NOT NULL REFERENCES agency_group,
    ordinal  INTEGER NOT NULL,
    alias    TEXT NOT NULL,
    PRIMARY KEY (group_id, ordinal)
) WITHOUT ROWID;
CREATE TABLE agency_group_member (
    group_id  INTEGER NOT NULL REFERENCES agency_group,
    agency_id INTEGER NOT NULL REFERENCES agency,
    ordinal   INTEGER NOT NULL,
    PRIMARY KEY (group_id, agency_id)
) WITHOUT ROWID;

CREATE TABLE document (
    id          INTEGER PRIMARY KEY,
    issuer      TEXT NOT NULL,
    number      TEXT NOT NULL,
    issued      INTEGER NOT NULL,
    title       TEXT NOT NULL,
    level       TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    withdrawn_at INTEGER,                          -- taken back: it should not have been imported
    UNIQUE (issuer, number, issued)                -- a number alone restarts every year and in every province
);
CREATE TABLE task (
    id               INTEGER PRIMARY KEY,
    document_id      INTEGER NOT NULL REFERENCES document,
    ordinal          INTEGER NOT NULL,
    number           TEXT NOT NULL,
    section          TEXT NOT NULL,
    title            TEXT NOT NULL,
    requirement      TEXT NOT NULL,
    solution         TEXT NOT NULL,
    deadline_text    TEXT NOT NULL,
    deadline_kind    TEXT NOT NULL,
    start            INTEGER,
    reason_key       TEXT NOT NULL,
    reason_args      TEXT NOT NULL,                -- separated by U+001F
    lead_text        TEXT NOT NULL,
    cooperating_text TEXT NOT NULL,
    role_notes       TEXT NOT NULL,                -- separated by U+001F
    source_table     INTEGER NOT NULL,
    source_line      INTEGER NOT NULL,
    search           TEXT NOT NULL,                -- folded text to look in
    decided          TEXT NOT NULL,                -- what the operator set by hand, separated by U+001F
    content          INTEGER NOT NULL,             -- hash of title and requirement, to find the same row elsewhere
    dropped_at       INTEGER                       -- no longer in the document as amended
);
CREATE INDEX task_document ON task (document_id, ordinal);
CREATE INDEX task_content ON task (content);
CREATE TABLE task_due (
    task_id INTEGER NOT NULL REFERENCES task,
    due     INTEGER NOT NULL,
    PRIMARY KEY (task_id, due)
) WITHOUT ROWID;
CREATE TABLE task_party (
    task_id   INTEGER NOT NULL REFERENCES task,
    role      TEXT NOT NULL,                       -- "lead" or "cooperating"
    ordinal   INTEGER NOT NULL,
    name      TEXT NOT NULL,                       -- as read; a group begins with "@"
    PRIMARY KEY (task_id, role, ordinal)
) WITHOUT ROWID;
CREATE TABLE task_problem (
    task_id INTEGER NOT NULL REFERENCES task,
    ordinal INTEGER NOT NULL,
    key     TEXT NOT NULL,
    args    TEXT NOT NULL,
    PRIMARY KEY (task_id, ordinal)
) WITHOUT ROWID;
CREATE TABLE cooperation (
    task_id   INTEGER NOT NULL REFERENCES task,
    agency_id INTEGER NOT NULL REFERENCES agency,
    PRIMARY KEY (task_id, agency_id)
) WITHOUT ROWID;
CREATE INDEX cooperation_agency ON cooperation (agency_id);

CREATE TABLE assignment (
    id           INTEGER PRIMARY KEY,
    task_id      INTEGER NOT NULL REFERENCES task,
    agency_id    INTEGER NOT NULL REFERENCES agency,
    state        INTEGER NOT NULL,
    due          INTEGER,
    completed_on INTEGER,
    note         TEXT NOT NULL DEFAULT '',
    UNIQUE (task_id, agency_id)
);
CREATE INDEX assignment_agency ON assignment (agency_id, state, due, completed_on);
CREATE INDEX assignment_open_due ON assignment (due) WHERE state <= 3 AND due IS NOT NULL;

CREATE TABLE alarm (                               -- the next step of every open assignment that has one
    assignment_id INTEGER PRIMARY KEY REFERENCES assignment,
    at            INTEGER NOT NULL,
    agency_id     INTEGER NOT NULL,
    step          TEXT NOT NULL
);
CREATE INDEX alarm_at ON alarm (at, agency_id);

CREATE TABLE event (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    agency_id INTEGER NOT NULL REFERENCES agency,
    number    INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    kind      INTEGER NOT NULL,
    body      BLOB NOT NULL,                       -- a serialized dondoc.v1.Event
    UNIQUE (agency_id, number)
);
CREATE TABLE alert (                               -- who has been told what: nothing is told twice
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    due           INTEGER NOT NULL,
    step          TEXT NOT NULL,
    at            INTEGER NOT NULL,
    event_id      INTEGER,                         -- null: skipped; no foreign key: it would scan this table per event
    UNIQUE (assignment_id, due, step)
);
CREATE TABLE cursor (
    agency_id    INTEGER NOT NULL REFERENCES agency,
    consumer     TEXT NOT NULL,
    acknowledged INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (agency_id, consumer)
) WITHOUT ROWID;

CREATE TABLE access_key (
    id         INTEGER PRIMARY KEY,
    public_key TEXT NOT NULL UNIQUE,
    role       INTEGER NOT NULL,
    agency_id  INTEGER REFERENCES agency,
    name       TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    revoked_at INTEGER
);
CREATE TABLE request (                             -- commands that were carried out, so that none is repeated
    public_key TEXT NOT NULL,
    id         TEXT NOT NULL,
    at         INTEGER NOT NULL,
    body       BLOB NOT NULL,
    reply      BLOB NOT NULL,
    PRIMARY KEY (public_key, id)
) WITHOUT ROWID;
CREATE INDEX request_at ON request (at);
)sql";

// Alerts by policy: mutes, priority, who was told and who has looked.
constexpr auto version_2 = R"sql(
ALTER TABLE agency ADD COLUMN delivered INTEGER NOT NULL DEFAULT 0;  -- the newest event handed to a listener of its own
UPDATE agency SET delivered = coalesce((SELECT max(acknowledged) FROM cursor WHERE agency_id = agency.id), 0);
ALTER TABLE task ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;     -- 0 normal, 1 urgent

ALTER TABLE alarm ADD COLUMN since INTEGER;        -- the moment of the step, where a mute has put off telling it
CREATE INDEX alarm_held ON alarm (agency_id) WHERE since IS NOT NULL;

ALTER TABLE alert RENAME TO alert_of_one;
CREATE TABLE alert (                               -- who has been told what: nothing is told twice
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    due           INTEGER NOT NULL,
    step          TEXT NOT NULL,
    at            INTEGER NOT NULL,
    recipient_id  INTEGER NOT NULL,                -- the agency that is told
    event_id      INTEGER,                         -- null: skipped; no foreign key: it would scan this table per event
    UNIQUE (assignment_id, due, step, recipient_id)
);
INSERT INTO alert
SELECT o.assignment_id, o.due, o.step, o.at, coalesce(e.agency_id, a.agency_id), o.event_id
FROM alert_of_one o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN event e ON e.id = o.event_id;
DROP TABLE alert_of_one;

CREATE TABLE mute (                                -- exactly one target is there
    id            INTEGER PRIMARY KEY,
    assignment_id INTEGER REFERENCES assignment,
    task_id       INTEGER REFERENCES task,
    document_id   INTEGER REFERENCES document,
    agency_id     INTEGER REFERENCES agency,
    until         INTEGER NOT NULL,                -- last day
    reason        TEXT NOT NULL,
    by            TEXT NOT NULL,
    at            INTEGER NOT NULL,
    ended_at      INTEGER,
    ended_by      TEXT NOT NULL DEFAULT '',
    ended_reason  TEXT NOT NULL DEFAULT ''
);
CREATE INDEX mute_until ON mute (until) WHERE ended_at IS NULL;
CREATE TABLE withheld (                            -- what would have been told when, but for a mute
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    due           INTEGER NOT NULL,
    step          TEXT NOT NULL,
    at            INTEGER NOT NULL,
    mute_id       INTEGER NOT NULL REFERENCES mute,
    PRIMARY KEY (assignment_id, due, step)
) WITHOUT ROWID;
CREATE INDEX withheld_mute ON withheld (mute_id);
CREATE TABLE notice (                              -- events of a task that carry out no step: assigned, changed
    task_id  INTEGER NOT NULL REFERENCES task,
    event_id INTEGER NOT NULL,
    PRIMARY KEY (task_id, event_id)
) WITHOUT ROWID;
CREATE TABLE watch (                               -- events of which the office is told if nobody has looked by then
    event_id INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL
);
CREATE INDEX watch_at ON watch (at);
)sql";

// Histories that a restore has ended, and up to which number of each inbox they are still ours. The present
// one is a setting; its numbers are those of the inboxes.
constexpr auto lineages = R"sql(
CREATE TABLE lineage (
    id TEXT PRIMARY KEY                            -- empty: the one that every database begins with
) WITHOUT ROWID;
CREATE TABLE lineage_end (
    lineage   TEXT NOT NULL REFERENCES lineage,
    agency_id INTEGER NOT NULL REFERENCES agency,
    number    INTEGER NOT NULL,                    -- the last event that is in that history and in ours
    PRIMARY KEY (lineage, agency_id)
) WITHOUT ROWID;
)sql";

constexpr std::array all{version_1, version_2, lineages};

}  // namespace

std::span<const char* const> migrations() {
    return all;
}

}  // namespace dondoc::store
