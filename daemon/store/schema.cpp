// SPDX-License-Identifier: Apache-2.0
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

// The life of an assignment. Its past was not kept before: what is known of it is carried over as one change.
constexpr auto assignment_history = R"sql(
ALTER TABLE assignment ADD COLUMN given_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignment ADD COLUMN given_due INTEGER;                 -- when it was given; never changes
ALTER TABLE assignment ADD COLUMN original_due INTEGER;              -- as the document says, before extensions
ALTER TABLE assignment ADD COLUMN asked_due INTEGER;                 -- an extension that waits for a decision
ALTER TABLE assignment ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE assignment ADD COLUMN reworks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignment ADD COLUMN progress INTEGER;                  -- percent
ALTER TABLE assignment ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignment ADD COLUMN transferred_from INTEGER REFERENCES assignment;
CREATE INDEX assignment_waiting ON assignment (updated_at) WHERE state IN (3, 5) OR asked_due IS NOT NULL;

CREATE TABLE assignment_change (                   -- append-only: the assignment after each change
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    revision      INTEGER NOT NULL,                -- 2 and on: to be given was 1 and has no row
    at            INTEGER NOT NULL,
    action        TEXT NOT NULL,
    by            TEXT NOT NULL,
    state         INTEGER NOT NULL,
    due           INTEGER,
    original_due  INTEGER,
    completed_on  INTEGER,                         -- day of the result's document
    progress      INTEGER,
    reworks       INTEGER NOT NULL,
    detail        BLOB NOT NULL,                   -- a serialized dondoc.v1.ChangeDetail
    PRIMARY KEY (assignment_id, revision)
) WITHOUT ROWID;
CREATE INDEX assignment_change_at ON assignment_change (at);

UPDATE assignment SET given_due = due, original_due = due, revision = iif(state = 0, 1, 2), given_at = coalesce(
    (SELECT min(e.at) FROM notice n JOIN event e ON e.id = n.event_id
     WHERE n.task_id = assignment.task_id AND e.agency_id = assignment.agency_id AND e.kind = 1),
    (SELECT d.imported_at FROM task t JOIN document d ON d.id = t.document_id WHERE t.id = assignment.task_id));
UPDATE assignment SET updated_at = iif(state = 0, given_at, max(given_at, coalesce(
    (SELECT max(e.at) FROM notice n JOIN event e ON e.id = n.event_id
     WHERE n.task_id = assignment.task_id AND e.agency_id = assignment.agency_id AND e.kind = 5),
    completed_on * 86400 - 7 * 3600,               -- the beginning of that day in Asia/Ho_Chi_Minh
    (SELECT coalesce(t.dropped_at, d.withdrawn_at) FROM task t JOIN document d ON d.id = t.document_id
     WHERE t.id = assignment.task_id),
    given_at)));
INSERT INTO assignment_change
SELECT id, 2, updated_at, 'carried_over', '', state, due, original_due, completed_on, progress, reworks, x''
FROM assignment WHERE state <> 0;
)sql";

// Each migration that makes the columns of `tallies` anew ends with these.
const std::string tally_triggers = R"sql(
CREATE TRIGGER tally_given AFTER INSERT ON assignment BEGIN
    INSERT INTO tally
    SELECT column1, column2, NEW.standing, NEW.open_day, 1
    FROM (VALUES (0, 0), (1, NEW.agency_id), (2, (SELECT document_id FROM task WHERE id = NEW.task_id))) WHERE true
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER tally_changed AFTER UPDATE OF state, due, completed_on ON assignment
WHEN OLD.standing <> NEW.standing OR OLD.open_day <> NEW.open_day BEGIN
    INSERT INTO tally
    SELECT column1, column2, OLD.standing, OLD.open_day, -1
    FROM (VALUES (0, 0), (1, OLD.agency_id), (2, (SELECT document_id FROM task WHERE id = OLD.task_id))) WHERE true
    ON CONFLICT DO UPDATE SET count = count - 1;
    INSERT INTO tally
    SELECT column1, column2, NEW.standing, NEW.open_day, 1
    FROM (VALUES (0, 0), (1, NEW.agency_id), (2, (SELECT document_id FROM task WHERE id = NEW.task_id))) WHERE true
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
)sql";

// Counts without a look at each assignment.
const std::string tallies = R"sql(
-- 0 open with a day, 1 open without one, 2 completed on time, 3 completed late, 4 withdrawn
ALTER TABLE assignment ADD COLUMN standing INTEGER AS (
    CASE WHEN state > 4 THEN 4 WHEN state = 4 AND completed_on > due THEN 3 WHEN state = 4 THEN 2
         WHEN due IS NULL THEN 1 ELSE 0 END) VIRTUAL;
ALTER TABLE assignment ADD COLUMN open_day INTEGER AS (iif(standing = 0, due, 0)) VIRTUAL;

CREATE TABLE tally (
    scope    INTEGER NOT NULL,                     -- 0 all, 1 of an agency, 2 of a document
    scope_id INTEGER NOT NULL,                     -- 0, or whose
    standing INTEGER NOT NULL,
    due      INTEGER NOT NULL,                     -- day of what is open; else 0
    count    INTEGER NOT NULL,
    PRIMARY KEY (scope, scope_id, standing, due)
) WITHOUT ROWID;
INSERT INTO tally SELECT 0, 0, standing, open_day, count(*) FROM assignment GROUP BY standing, open_day;
INSERT INTO tally SELECT 1, agency_id, standing, open_day, count(*) FROM assignment
    GROUP BY agency_id, standing, open_day;
INSERT INTO tally SELECT 2, t.document_id, standing, open_day, count(*)
    FROM assignment a JOIN task t ON t.id = a.task_id GROUP BY t.document_id, standing, open_day;
CREATE INDEX assignment_due ON assignment (due);  -- a list of everything begins with the earliest
CREATE INDEX tally_pressing ON tally (due, scope_id, count) WHERE scope = 1 AND standing = 0 AND count > 0;
)sql" + tally_triggers;

// Retention: the content of what everybody has acknowledged is removed, its heading stays.
constexpr auto retention = R"sql(
ALTER TABLE agency ADD COLUMN first_kept INTEGER NOT NULL DEFAULT 1;  -- number of the first event with a content
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

// Agencies in time: how they were called, and which went over into which.
constexpr auto agency_succession = R"sql(
CREATE TABLE agency_name (                         -- before; the present name stands in agency
    agency_id INTEGER NOT NULL REFERENCES agency,
    until     INTEGER NOT NULL,                    -- the last day of that name
    code      TEXT NOT NULL,
    name      TEXT NOT NULL,
    PRIMARY KEY (agency_id, until)
) WITHOUT ROWID;
CREATE INDEX agency_name_code ON agency_name (code);
CREATE TABLE succession (                          -- append-only, likewise the next two
    id       INTEGER PRIMARY KEY,
    kind     INTEGER NOT NULL,                     -- 0 merge, 1 split, 2 rename, 3 dissolve
    day      INTEGER NOT NULL,                     -- the first on which it holds
    document TEXT NOT NULL,
    by       TEXT NOT NULL,
    at       INTEGER NOT NULL
);
CREATE TABLE succession_party (
    succession_id INTEGER NOT NULL REFERENCES succession,
    is_successor  INTEGER NOT NULL,
    ordinal       INTEGER NOT NULL,
    agency_id     INTEGER NOT NULL REFERENCES agency,
    PRIMARY KEY (succession_id, is_successor, ordinal)
) WITHOUT ROWID;
CREATE INDEX succession_party_agency ON succession_party (agency_id);
CREATE TABLE succession_transfer (                 -- into which assignment one of a predecessor went
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    succession_id INTEGER NOT NULL REFERENCES succession,
    to_id         INTEGER NOT NULL REFERENCES assignment,
    PRIMARY KEY (assignment_id, succession_id)
) WITHOUT ROWID;
)sql";

// Terms that are not one fixed day. A task and agency have one assignment for each occurrence of a recurring
// term, which the table of before does not allow: it is made anew, with all that hangs on it. A migration
// that adds to `assignment` therefore comes after this one.
const std::string terms = R"sql(
CREATE TABLE assignment_by_occurrence (
    id           INTEGER PRIMARY KEY,
    task_id      INTEGER NOT NULL REFERENCES task,
    agency_id    INTEGER NOT NULL REFERENCES agency,
    state        INTEGER NOT NULL,
    due          INTEGER,
    completed_on INTEGER,
    note         TEXT NOT NULL DEFAULT '',
    given_at     INTEGER NOT NULL DEFAULT 0,
    given_due    INTEGER,                          -- when it was given; never changes
    original_due INTEGER,                          -- as the document says, before extensions
    asked_due    INTEGER,                          -- an extension that waits for a decision
    revision     INTEGER NOT NULL DEFAULT 1,
    reworks      INTEGER NOT NULL DEFAULT 0,
    progress     INTEGER,                          -- percent
    updated_at   INTEGER NOT NULL DEFAULT 0,
    transferred_from INTEGER REFERENCES assignment,
    occurrence   INTEGER,                          -- which day of a recurring term; null: it does not recur
    standing INTEGER AS (
        CASE WHEN state > 4 THEN 4 WHEN state = 4 AND completed_on > due THEN 3 WHEN state = 4 THEN 2
             WHEN due IS NULL THEN 1 ELSE 0 END) VIRTUAL,
    open_day INTEGER AS (iif(standing = 0, due, 0)) VIRTUAL
);
INSERT INTO assignment_by_occurrence (id, task_id, agency_id, state, due, completed_on, note, given_at, given_due,
    original_due, asked_due, revision, reworks, progress, updated_at, transferred_from, occurrence)
SELECT a.id, a.task_id, a.agency_id, a.state, a.due, a.completed_on, a.note, a.given_at, a.given_due, a.original_due,
    a.asked_due, a.revision, a.reworks, a.progress, a.updated_at, a.transferred_from,
    iif(t.deadline_kind = 'recurring', a.original_due, NULL)
FROM assignment a JOIN task t ON t.id = a.task_id;
DROP TABLE assignment;
ALTER TABLE assignment_by_occurrence RENAME TO assignment;

CREATE UNIQUE INDEX assignment_occurrence ON assignment (task_id, agency_id, ifnull(occurrence, 0));
CREATE INDEX assignment_agency ON assignment (agency_id, state, due, completed_on);
CREATE INDEX assignment_open_due ON assignment (due) WHERE state <= 3 AND due IS NOT NULL;
CREATE INDEX assignment_waiting ON assignment (updated_at) WHERE state IN (3, 5) OR asked_due IS NOT NULL;
CREATE INDEX assignment_due ON assignment (due);
CREATE INDEX assignment_transferred ON assignment (transferred_from) WHERE transferred_from IS NOT NULL;

CREATE TABLE opening (                             -- when the occurrence after this one, the newest, is opened
    assignment_id INTEGER PRIMARY KEY REFERENCES assignment,
    at            INTEGER NOT NULL
);
CREATE INDEX opening_at ON opening (at);
INSERT INTO opening                                -- at the end of the day in Asia/Ho_Chi_Minh
SELECT a.id, (a.occurrence + 1) * 86400 - 7 * 3600 FROM assignment a
WHERE a.occurrence IS NOT NULL AND a.state <> 7
AND EXISTS (SELECT 1 FROM task_due d WHERE d.task_id = a.task_id AND d.due > a.occurrence);

CREATE TABLE task_term (                           -- append-only: what was decided on a term that was left open
    task_id  INTEGER NOT NULL REFERENCES task,
    revision INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    action   TEXT NOT NULL,
    by       TEXT NOT NULL,
    happened INTEGER,                              -- day of the event
    phrase   TEXT NOT NULL,
    due      INTEGER,
    why_key  TEXT NOT NULL,
    why_args TEXT NOT NULL,                        -- separated by U+001F
    document TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (task_id, revision)
) WITHOUT ROWID;

CREATE TABLE review (                              -- standing duties that are looked at every so often
    assignment_id INTEGER PRIMARY KEY REFERENCES assignment,
    since         INTEGER NOT NULL,                -- day of the last review, or of the beginning
    due           INTEGER NOT NULL,                -- day of the next one
    at            INTEGER NOT NULL                 -- when somebody is reminded next
);
CREATE INDEX review_at ON review (at);
CREATE INDEX review_due ON review (due);
)sql" + tally_triggers;

// Containers: tasks without a term of their own that follow their children.
constexpr auto containers = R"sql(
ALTER TABLE task ADD COLUMN parent_id INTEGER REFERENCES task;
CREATE INDEX task_parent ON task (parent_id) WHERE parent_id IS NOT NULL;
CREATE TABLE task_parent_change (                  -- append-only: whose child a task became, and when
    task_id   INTEGER NOT NULL REFERENCES task,
    revision  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    parent_id INTEGER REFERENCES task,             -- null: nobody's
    by        TEXT NOT NULL,                       -- empty: the numbers of a plan's rows say so
    reason    TEXT NOT NULL,
    PRIMARY KEY (task_id, revision)
) WITHOUT ROWID;
CREATE INDEX task_parent_change_parent ON task_parent_change (parent_id) WHERE parent_id IS NOT NULL;
)sql";

// What is completed without a term is neither on time nor late, in the tallies as in the reports.
const std::string completed_without_day = R"sql(
DROP TRIGGER tally_given;
DROP TRIGGER tally_changed;
ALTER TABLE assignment DROP COLUMN open_day;
ALTER TABLE assignment DROP COLUMN standing;
-- 0 open with a day, 1 open without one, 2 completed on time, 3 late, 4 withdrawn, 5 completed without a day
ALTER TABLE assignment ADD COLUMN standing INTEGER AS (
    CASE WHEN state > 4 THEN 4 WHEN state = 4 AND due IS NULL THEN 5 WHEN state = 4 AND completed_on > due THEN 3
         WHEN state = 4 THEN 2 WHEN due IS NULL THEN 1 ELSE 0 END) VIRTUAL;
ALTER TABLE assignment ADD COLUMN open_day INTEGER AS (iif(standing = 0, due, 0)) VIRTUAL;

DELETE FROM tally;
INSERT INTO tally SELECT 0, 0, standing, open_day, count(*) FROM assignment GROUP BY standing, open_day;
INSERT INTO tally SELECT 1, agency_id, standing, open_day, count(*) FROM assignment
    GROUP BY agency_id, standing, open_day;
INSERT INTO tally SELECT 2, t.document_id, standing, open_day, count(*)
    FROM assignment a JOIN task t ON t.id = a.task_id GROUP BY t.document_id, standing, open_day;
)sql" + tally_triggers;

// Lists in every order and the log by what it is about, beside a million others.
constexpr auto lists = R"sql(
ALTER TABLE assignment ADD COLUMN due_key INTEGER AS (ifnull(due, 9999999)) VIRTUAL;  -- those without a day last
ALTER TABLE assignment ADD COLUMN progress_key INTEGER AS (iif(state = 4, 100, ifnull(progress, -1))) VIRTUAL;
DROP INDEX assignment_agency;
DROP INDEX assignment_open_due;
DROP INDEX assignment_due;
CREATE INDEX assignment_agency ON assignment (agency_id, due_key);
CREATE INDEX assignment_open_due ON assignment (due_key) WHERE state <= 3 AND due IS NOT NULL;
CREATE INDEX assignment_due ON assignment (due_key);
CREATE INDEX assignment_updated ON assignment (updated_at);
CREATE INDEX assignment_progress ON assignment (progress_key);
CREATE INDEX assignment_closed ON assignment (standing) WHERE standing > 0;
CREATE INDEX document_issued ON document (issued);
DROP INDEX tally_pressing;                         -- who is pressed is kept in memory (tallies.h)

-- The words of task.search without their marks. It is an index alone: the text stands in the task.
CREATE VIRTUAL TABLE task_words USING fts5(words, content='', columnsize=0,
    tokenize="unicode61 remove_diacritics 2");
INSERT INTO task_words (rowid, words) SELECT id, replace(search, 'đ', 'd') FROM task;
CREATE TRIGGER task_words_added AFTER INSERT ON task BEGIN
    INSERT INTO task_words (rowid, words) VALUES (NEW.id, replace(NEW.search, 'đ', 'd'));
END;
CREATE TRIGGER task_words_changed AFTER UPDATE OF search ON task WHEN OLD.search <> NEW.search BEGIN
    INSERT INTO task_words (task_words, rowid, words) VALUES ('delete', OLD.id, replace(OLD.search, 'đ', 'd'));
    INSERT INTO task_words (rowid, words) VALUES (NEW.id, replace(NEW.search, 'đ', 'd'));
END;

CREATE TABLE event_document (                      -- what an event is about
    document_id INTEGER NOT NULL REFERENCES document,
    event_id    INTEGER NOT NULL,
    PRIMARY KEY (document_id, event_id)
) WITHOUT ROWID;
INSERT INTO event_document
SELECT t.document_id, n.event_id FROM notice n JOIN task t ON t.id = n.task_id
UNION
SELECT t.document_id, l.event_id FROM alert l JOIN assignment a ON a.id = l.assignment_id
    JOIN task t ON t.id = a.task_id WHERE l.event_id IS NOT NULL;
CREATE INDEX event_at ON event (at);
)sql";

// On a morning the alarms of one agency go off one after the other. They, and what was told of them, stand
// side by side, so that a batch of them writes few pages.
constexpr auto alarms_by_agency = R"sql(
DROP INDEX alarm_at;
DROP INDEX alarm_held;
ALTER TABLE alarm RENAME TO alarm_by_assignment;
CREATE TABLE alarm (                               -- the next step of every open assignment that has one
    agency_id     INTEGER NOT NULL,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    at            INTEGER NOT NULL,
    step          TEXT NOT NULL,
    since         INTEGER,                         -- the moment of the step, where a mute has put off telling it
    PRIMARY KEY (agency_id, assignment_id)
) WITHOUT ROWID;
INSERT INTO alarm (agency_id, assignment_id, at, step, since)
SELECT agency_id, assignment_id, at, step, since FROM alarm_by_assignment ORDER BY agency_id, assignment_id;
DROP TABLE alarm_by_assignment;
CREATE UNIQUE INDEX alarm_assignment ON alarm (assignment_id);
CREATE INDEX alarm_at ON alarm (at, agency_id);
CREATE INDEX alarm_held ON alarm (agency_id) WHERE since IS NOT NULL;

ALTER TABLE alert RENAME TO alert_by_assignment;
CREATE TABLE alert (                               -- who has been told what: nothing is told twice
    agency_id     INTEGER NOT NULL,                -- whose assignment it is
    assignment_id INTEGER NOT NULL,                -- no foreign keys: of a million rows each would be looked up
    due           INTEGER NOT NULL,
    step          TEXT NOT NULL,
    at            INTEGER NOT NULL,
    recipient_id  INTEGER NOT NULL,                -- the agency that is told
    event_id      INTEGER,                         -- null: skipped
    PRIMARY KEY (agency_id, assignment_id, due, step, recipient_id)
) WITHOUT ROWID;
INSERT INTO alert (agency_id, assignment_id, due, step, at, recipient_id, event_id)
SELECT a.agency_id, l.assignment_id, l.due, l.step, l.at, l.recipient_id, l.event_id
FROM alert_by_assignment l JOIN assignment a ON a.id = l.assignment_id ORDER BY 1, 2, 3, 4, 6;
DROP TABLE alert_by_assignment;
)sql";

// Documents are found by their number however it is typed (domain/document_number.h). Older files may have
// one document under two spellings: those stay, so the key is not unique.
constexpr auto document_keys = R"sql(
ALTER TABLE document ADD COLUMN number_key TEXT NOT NULL DEFAULT '';
UPDATE document SET number_key = dondoc_number_key(number);
CREATE INDEX document_number ON document (number_key);
)sql";

// Rows that somebody assigned or mended after the document was taken in.
constexpr auto decided_rows = R"sql(
CREATE TABLE row_decision (                        -- append-only
    task_id  INTEGER NOT NULL REFERENCES task,
    revision INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    by       TEXT NOT NULL,
    field    TEXT NOT NULL,                        -- as in the wire's FieldChange
    old      TEXT NOT NULL,
    now      TEXT NOT NULL,
    document TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (task_id, revision)
) WITHOUT ROWID;
)sql";

// Terms that recur without an end, and hours of the day. What recurred before has its phrase read once more
// (engine/series.h): "?" until then.
constexpr auto endless_terms = R"sql(
ALTER TABLE task ADD COLUMN repetition TEXT NOT NULL DEFAULT '';  -- see domain/repetition.h; empty: it ends
ALTER TABLE task ADD COLUMN hour INTEGER;                         -- minutes of the due day; null: its end
UPDATE task SET repetition = '?' WHERE deadline_kind = 'recurring' AND dropped_at IS NULL;
CREATE INDEX task_unsettled ON task (id) WHERE repetition = '?';
)sql";

// Persons of agencies (null: of the office), and who of them is responsible for an assignment.
constexpr auto persons = R"sql(
CREATE TABLE person (
    id          INTEGER PRIMARY KEY,
    agency_id   INTEGER REFERENCES agency,
    name        TEXT NOT NULL,
    folded      TEXT NOT NULL,                     -- the name, to tell whether two are one
    search      TEXT NOT NULL,                     -- what somebody is looked for by
    position    TEXT NOT NULL,
    email       TEXT NOT NULL,                     -- forgotten, like the number, when the person is removed
    phone       TEXT NOT NULL,
    lang        TEXT NOT NULL,
    channels    TEXT NOT NULL,                     -- separated by U+001F
    quiet_from  INTEGER,                           -- minutes of the day
    quiet_until INTEGER,
    told        INTEGER NOT NULL,                  -- bits: 1 as lead, 2 as cooperating, 4 as head
    role        INTEGER,                           -- as of access_key; null: may not log in
    deputy_id   INTEGER REFERENCES person,
    deputy_from INTEGER,                           -- first and last day
    deputy_to   INTEGER,
    revision    INTEGER NOT NULL,
    added_at    INTEGER NOT NULL,
    removed_at  INTEGER
);
CREATE INDEX person_agency ON person (agency_id);
CREATE INDEX person_name ON person (folded);
CREATE INDEX person_email ON person (email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX person_deputy ON person (deputy_id) WHERE deputy_id IS NOT NULL;
CREATE TABLE person_change (                       -- append-only
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person,
    at        INTEGER NOT NULL,
    action    TEXT NOT NULL,
    by        TEXT NOT NULL,
    detail    BLOB NOT NULL                        -- a serialized dondoc.v1.PersonChangeDetail
);
CREATE INDEX person_change_person ON person_change (person_id);
ALTER TABLE assignment ADD COLUMN responsible_id INTEGER REFERENCES person;
CREATE INDEX assignment_responsible ON assignment (responsible_id) WHERE responsible_id IS NOT NULL;
)sql";

// How often an agency was pressed by hand for an assignment; each time is a row of its history.
constexpr auto pressings = R"sql(
ALTER TABLE assignment ADD COLUMN pressed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignment ADD COLUMN pressed_on INTEGER;                -- the last time
)sql";

// How far each has acknowledged that follows the events of all agencies.
constexpr auto stream = R"sql(
CREATE TABLE stream_cursor (
    consumer     TEXT PRIMARY KEY,
    acknowledged INTEGER NOT NULL,                 -- id of an event
    at           INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// A secret document is seen by those who lead in it: who only cooperates has no row in `cooperation`.
constexpr auto secret_documents = R"sql(
ALTER TABLE document ADD COLUMN secret INTEGER NOT NULL DEFAULT 0;
)sql";

// Of a request that was carried out its digest tells as well as its bytes whether it is repeated.
// request_digest() is the migration's own function (database.cpp).
constexpr auto request_digests = R"sql(
DROP INDEX request_at;
ALTER TABLE request RENAME TO request_with_bytes;
CREATE TABLE request (                             -- commands that were carried out, so that none is repeated
    public_key TEXT NOT NULL,
    id         TEXT NOT NULL,
    at         INTEGER NOT NULL,
    digest     BLOB NOT NULL,                      -- of the request as it was sent
    reply      BLOB NOT NULL,
    PRIMARY KEY (public_key, id)
) WITHOUT ROWID;
INSERT INTO request SELECT public_key, id, at, request_digest(body), reply FROM request_with_bytes;
DROP TABLE request_with_bytes;
CREATE INDEX request_at ON request (at);
)sql";

// What an agency that a task was taken from still sees of it.
constexpr auto rows_before_amendments = R"sql(
CREATE TABLE task_before (                         -- append-only: what a row said before it was amended
    task_id          INTEGER NOT NULL REFERENCES task,
    until            INTEGER NOT NULL,             -- the instant of the amendment
    number           TEXT NOT NULL,
    section          TEXT NOT NULL,
    title            TEXT NOT NULL,
    requirement      TEXT NOT NULL,
    solution         TEXT NOT NULL,
    deadline_text    TEXT NOT NULL,
    lead_text        TEXT NOT NULL,
    cooperating_text TEXT NOT NULL,
    PRIMARY KEY (task_id, until)
) WITHOUT ROWID;
)sql";

// Handed, sent and seen are told apart: a program's acknowledgement is no look, and persons are reached by
// channels. Until now nobody told them apart, so what was acknowledged counts as looked at.
constexpr auto reached_persons = R"sql(
ALTER TABLE cursor ADD COLUMN shown INTEGER NOT NULL DEFAULT 0;      -- acknowledged when it was shown to a person
UPDATE cursor SET shown = acknowledged;
ALTER TABLE agency ADD COLUMN looked_to INTEGER NOT NULL DEFAULT 0;  -- persons have looked at everything up to it
UPDATE agency SET looked_to = coalesce((SELECT max(acknowledged) FROM cursor WHERE agency_id = agency.id), 0);
CREATE TABLE look (                                -- the first look at each event
    agency_id INTEGER NOT NULL REFERENCES agency,
    number    INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    person_id INTEGER REFERENCES person,           -- null: nobody was named
    by        TEXT NOT NULL,                       -- name of the key
    PRIMARY KEY (agency_id, number)
) WITHOUT ROWID;
CREATE TABLE delivery (                            -- of an event, to a person, by a channel
    agency_id INTEGER NOT NULL REFERENCES agency,
    number    INTEGER NOT NULL,
    person_id INTEGER NOT NULL,                    -- 0: a program
    channel   TEXT NOT NULL,
    state     INTEGER NOT NULL,                    -- dondoc.v1.Delivery.State
    at        INTEGER NOT NULL,
    tries     INTEGER NOT NULL,
    next_try  INTEGER,
    reason    TEXT NOT NULL,
    wish      TEXT NOT NULL,                       -- 'retry', 'drop' or ''
    PRIMARY KEY (agency_id, number, person_id, channel)
) WITHOUT ROWID;
CREATE INDEX delivery_at ON delivery (at);
CREATE INDEX delivery_unsent ON delivery (at) WHERE state IN (1, 3);
CREATE INDEX delivery_wish ON delivery (wish) WHERE wish <> '';
CREATE TABLE contact_test (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person,
    channel   TEXT NOT NULL,
    asked_at  INTEGER NOT NULL,
    by        TEXT NOT NULL,
    state     INTEGER NOT NULL,                    -- 0: not taken up yet
    at        INTEGER NOT NULL,
    tries     INTEGER NOT NULL,
    next_try  INTEGER,
    reason    TEXT NOT NULL
);
CREATE INDEX contact_test_person ON contact_test (person_id, channel);
CREATE INDEX contact_test_new ON contact_test (id) WHERE state = 0;
-- From when an agency has somebody who is told, only persons look. What was shown by then was looked at.
CREATE TRIGGER person_told_added AFTER INSERT ON person
WHEN NEW.agency_id IS NOT NULL AND NEW.told <> 0 AND NEW.removed_at IS NULL BEGIN
    UPDATE agency SET looked_to = max(looked_to,
        coalesce((SELECT max(shown) FROM cursor WHERE agency_id = NEW.agency_id), 0))
    WHERE id = NEW.agency_id AND NOT EXISTS (SELECT 1 FROM person p WHERE p.agency_id = NEW.agency_id
        AND p.told <> 0 AND p.removed_at IS NULL AND p.id <> NEW.id);
END;
CREATE TRIGGER person_told_changed AFTER UPDATE OF agency_id, told, removed_at ON person
WHEN NEW.agency_id IS NOT NULL AND NEW.told <> 0 AND NEW.removed_at IS NULL BEGIN
    UPDATE agency SET looked_to = max(looked_to,
        coalesce((SELECT max(shown) FROM cursor WHERE agency_id = NEW.agency_id), 0))
    WHERE id = NEW.agency_id AND NOT EXISTS (SELECT 1 FROM person p WHERE p.agency_id = NEW.agency_id
        AND p.told <> 0 AND p.removed_at IS NULL AND p.id <> NEW.id)
      AND (OLD.agency_id IS NOT NEW.agency_id OR OLD.told = 0 OR OLD.removed_at IS NOT NULL);
END;
)sql";

// Tasks of other systems, by their ids there.
constexpr auto task_sources = R"sql(
CREATE TABLE task_source (
    source  TEXT NOT NULL,                         -- name of the other system
    id      TEXT NOT NULL,                         -- in it
    task_id INTEGER NOT NULL REFERENCES task,
    said    BLOB NOT NULL,                         -- the last time, a serialized dondoc.v1.ImportedTask
    PRIMARY KEY (source, id)
) WITHOUT ROWID;
CREATE INDEX task_source_task ON task_source (task_id);
)sql";

// The hour of a term that was decided on later.
constexpr auto decided_hours = R"sql(
ALTER TABLE task_term ADD COLUMN hour INTEGER;     -- minutes of the due day; null: its end
ALTER TABLE task ADD COLUMN decided_hour INTEGER;  -- of the decision that holds
)sql";

// Links by which persons log in to a gateway for the first time.
constexpr auto invitations = R"sql(
CREATE TABLE invitation (
    person_id INTEGER PRIMARY KEY REFERENCES person,
    digest    BLOB NOT NULL UNIQUE,                -- of the link's token, which is not kept
    ends_at   INTEGER NOT NULL
);
)sql";

// Links that are sent to who has forgotten his password, beside the one that somebody hands over.
constexpr auto mailed_links = R"sql(
ALTER TABLE contact_test ADD COLUMN is_link INTEGER NOT NULL DEFAULT 0;
CREATE TABLE invitation_of_a_way (
    person_id INTEGER NOT NULL REFERENCES person,
    mailed    INTEGER NOT NULL,                    -- 0: handed over by whoever made it
    digest    BLOB NOT NULL UNIQUE,                -- of the link's token, which is not kept
    ends_at   INTEGER NOT NULL,
    PRIMARY KEY (person_id, mailed)
) WITHOUT ROWID;
INSERT INTO invitation_of_a_way SELECT person_id, 0, digest, ends_at FROM invitation;
DROP TABLE invitation;
ALTER TABLE invitation_of_a_way RENAME TO invitation;
)sql";

// Dossiers with a term, which another system keeps. They are many and short-lived, and have nothing to do
// with tasks.
constexpr auto dossiers = R"sql(
CREATE TABLE flow_source (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE flow_procedure (
    id        INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES flow_source,
    code      TEXT NOT NULL,
    name      TEXT NOT NULL,
    term      TEXT NOT NULL,                       -- "7wd"; of dossiers that come from now on
    UNIQUE (source_id, code)
);
CREATE TABLE flow_item (
    id           INTEGER PRIMARY KEY,
    source_id    INTEGER NOT NULL REFERENCES flow_source,
    code         TEXT NOT NULL,                    -- its id in the source
    procedure_id INTEGER NOT NULL REFERENCES flow_procedure,
    agency_id    INTEGER NOT NULL REFERENCES agency,
    received     INTEGER NOT NULL,
    term         TEXT NOT NULL,
    state        INTEGER NOT NULL,                 -- domain/flow_counts.h
    pauses       TEXT NOT NULL,                    -- "from-to,from-", in seconds
    finished     INTEGER,                          -- done or refused
    changed      INTEGER,                          -- as the source says
    due          INTEGER,                          -- the last instant in time; null: it is paused
    alarm_at     INTEGER,
    alarm_step   TEXT,
    UNIQUE (source_id, code)
);
CREATE INDEX flow_item_open ON flow_item (coalesce(due, 253402300799), id) WHERE finished IS NULL;
CREATE INDEX flow_item_open_of_agency ON flow_item (agency_id, coalesce(due, 253402300799), id)
    WHERE finished IS NULL;
CREATE INDEX flow_item_finished ON flow_item (finished, id) WHERE finished IS NOT NULL;
CREATE INDEX flow_item_alarm ON flow_item (alarm_at, agency_id, id) WHERE alarm_at IS NOT NULL;
CREATE TABLE flow_alert (                          -- the ledger: each step of a due day is told once
    item_id      INTEGER NOT NULL REFERENCES flow_item,
    due          INTEGER NOT NULL,                 -- civil day
    step         TEXT NOT NULL,
    at           INTEGER NOT NULL,
    event_id     INTEGER,                          -- null: skipped
    PRIMARY KEY (item_id, due, step)
) WITHOUT ROWID;
CREATE TABLE flow_count (                          -- what happened on each day; stays when dossiers are removed
    day          INTEGER NOT NULL,
    agency_id    INTEGER NOT NULL REFERENCES agency,
    procedure_id INTEGER NOT NULL REFERENCES flow_procedure,
    received     INTEGER NOT NULL,
    on_time      INTEGER NOT NULL,
    late         INTEGER NOT NULL,
    refused      INTEGER NOT NULL,
    PRIMARY KEY (day, agency_id, procedure_id)
) WITHOUT ROWID;
)sql";

// What was said with changes of assignments; work is looked for by it. Those of before are made at the start,
// by whoever can read the details (store/change_texts.h).
constexpr auto change_texts = R"sql(
CREATE TABLE change_text (
    id            INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    words         TEXT NOT NULL                    -- folded, as task.search
);
CREATE INDEX change_text_assignment ON change_text (assignment_id);
CREATE VIRTUAL TABLE change_words USING fts5(words, content='', columnsize=0,
    tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER change_text_added AFTER INSERT ON change_text BEGIN
    INSERT INTO change_words (rowid, words) VALUES (NEW.id, replace(NEW.words, 'đ', 'd'));
END;
INSERT INTO setting (name, value)
SELECT 'change_texts', 'missing' WHERE EXISTS (SELECT 1 FROM assignment_change);
)sql";

// Words are taken into their index 64 texts at a time; the newest are looked through (store/change_texts.h).
constexpr auto change_words_by_many = R"sql(
DROP TRIGGER change_text_added;
INSERT INTO change_words (change_words, rowid, words)
SELECT 'delete', id, replace(words, 'đ', 'd') FROM change_text
WHERE id > (SELECT max(id) / 64 * 64 FROM change_text);
)sql";

// What grows with every command is appended to, and found by small indexes: kept in the order of assignments,
// or of keys, each of 64 commands that share a commit wrote a page of wide rows of its own, and split it
// every few times. What was said with a change is a column of it; texts are made anew at the start
// (store/change_texts.h).
constexpr auto appended_rows = R"sql(
DROP INDEX assignment_change_at;
ALTER TABLE assignment_change RENAME TO change_of_assignment;
CREATE TABLE assignment_change (                   -- append-only: the assignment after each change
    id            INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignment,
    revision      INTEGER NOT NULL,                -- 2 and on: to be given was 1 and has no row
    at            INTEGER NOT NULL,
    action        TEXT NOT NULL,
    by            TEXT NOT NULL,
    state         INTEGER NOT NULL,
    due           INTEGER,
    original_due  INTEGER,
    completed_on  INTEGER,                         -- day of the result's document
    progress      INTEGER,
    reworks       INTEGER NOT NULL,
    words         TEXT NOT NULL DEFAULT '',        -- what was said, folded as task.search
    detail        BLOB NOT NULL,                   -- a serialized dondoc.v1.ChangeDetail
    UNIQUE (assignment_id, revision)
);
INSERT INTO assignment_change (assignment_id, revision, at, action, by, state, due, original_due, completed_on, progress,
    reworks, detail)
SELECT assignment_id, revision, at, action, by, state, due, original_due, completed_on, progress, reworks, detail
FROM change_of_assignment ORDER BY at, assignment_id, revision;
DROP TABLE change_of_assignment;
CREATE INDEX assignment_change_at ON assignment_change (at, assignment_id, revision);
DROP TABLE change_text;
INSERT INTO change_words (change_words) VALUES ('delete-all');
INSERT INTO change_words (change_words, rank) VALUES ('automerge', 0);  -- little by little: store/change_texts.cpp
INSERT OR REPLACE INTO setting (name, value)
SELECT 'change_texts', 'missing' WHERE EXISTS (SELECT 1 FROM assignment_change);

DROP INDEX request_at;
ALTER TABLE request RENAME TO request_of_key;
CREATE TABLE request (                             -- commands that were carried out, so that none is repeated
    public_key TEXT NOT NULL,
    id         TEXT NOT NULL,
    at         INTEGER NOT NULL,
    digest     BLOB NOT NULL,                      -- of the request as it was sent
    reply      BLOB NOT NULL,
    UNIQUE (public_key, id)
);
INSERT INTO request (public_key, id, at, digest, reply)
SELECT public_key, id, at, digest, reply FROM request_of_key ORDER BY at;
DROP TABLE request_of_key;
CREATE INDEX request_at ON request (at);
)sql";

const std::array<std::string, 30> all{version_1,
                                      version_2,
                                      assignment_history,
                                      tallies,
                                      retention,
                                      lineages,
                                      agency_succession,
                                      terms,
                                      containers,
                                      completed_without_day,
                                      lists,
                                      alarms_by_agency,
                                      document_keys,
                                      decided_rows,
                                      endless_terms,
                                      persons,
                                      pressings,
                                      stream,
                                      secret_documents,
                                      request_digests,
                                      rows_before_amendments,
                                      reached_persons,
                                      task_sources,
                                      decided_hours,
                                      invitations,
                                      mailed_links,
                                      dossiers,
                                      change_texts,
                                      change_words_by_many,
                                      appended_rows};

}  // namespace

std::span<const std::string> migrations() {
    return all;
}

}  // namespace dondoc::store
