// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be sent to whom, on disk: each of what was told, for each person and channel, once. Each thread
// has an Outbox of its own on the same file. Times are UTC.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/civil.h"
#include "dondoc/v1/delivery.pb.h"

namespace dondoc::relay {

// What something that is told comes from.
enum class Origin {
    Event = 0,  // of the stream: its id and lineage
    Daily = 1,  // the office's line of a morning: the civil day, as days since 1970
    Test = 2    // a test of a contact: its number
};

struct Source {
    Origin origin = Origin::Event;
    std::string lineage;  // of an event
    std::uint64_t number = 0;

    bool operator==(const Source&) const = default;
};

// A source as one person is told of it: a serialized v1::Event or v1::StatusReply; for a test the link that
// it says, empty where it only tries the way.
struct Part {
    Source source;
    std::string body;
};

using State = v1::Delivery::State;

// Parts that go out together. What is under way when the process dies is waiting after it, with the same id.
struct Message {
    std::int64_t id = 0;
    std::uint64_t person = 0;  // 0: a program
    std::string channel;
    std::string key;  // of its Message-ID; of the first part, and never another
    bool urgent = false;
    sys_seconds made_at{};
    int tries = 0;
    std::optional<sys_seconds> first_try;
    std::vector<Part> parts;
};

// What came of a try.
struct Result {
    State state = v1::Delivery::waiting;
    sys_seconds at{};
    std::optional<sys_seconds> next_try;  // waiting
    std::string reason;
    bool counts = true;  // false: it says nothing of the message, as while a server is down
};

struct Recipient {
    std::uint64_t person = 0;
    std::string channel;
    bool urgent = false;
    sys_seconds ready_at{};
    bool joins = true;  // others of the same person and channel that wait untried
};

class Outbox {
  public:
    // Opens or creates the file. Throws UserError "relay.outbox.foreign", "relay.outbox.newer",
    // "relay.outbox.unusable".
    explicit Outbox(const std::filesystem::path& file);

    // Everything between begin() and commit() is on disk together, or not at all.
    void begin();
    void commit();
    void roll_back();

    // Where the stream has been followed to.
    struct Position {
        std::uint64_t last = 0;
        std::string lineage;
        std::map<std::string, std::uint64_t> reached;  // by lineage
    };
    std::optional<Position> position();
    void keep(const Position& position);

    // False: that source was added for this person and channel before.
    bool add(const Part& part, const Recipient& recipient);
    // Seals and returns what is ready, the most urgent and oldest first. `busy`: under way already.
    std::vector<Message> take(const std::string& channel, sys_seconds now, int limit,
                              const std::vector<std::int64_t>& busy);
    void note(std::int64_t message, const Result& result);
    // After the sealed message was refused: its parts wait for another channel.
    void hand_on(const Message& message, const Recipient& next);
    // What cannot be sent by any means; of an untried source.
    void refuse(const Source& source, const std::string& reason, sys_seconds now);

    // States that the daemon does not know yet, at most `limit`; told() when it does.
    struct Report {
        std::int64_t row = 0;
        std::int64_t version = 0;
        v1::Delivery delivery;
    };
    std::vector<Report> unreported(int limit);
    void told(const std::vector<Report>& reports);

    // Carries out what somebody wishes; the report says so. False: there is nothing of that name that could.
    bool carry_out(const v1::Delivery& wish, sys_seconds now);

    // Parts in that state; waiting: what was tried and is tried again.
    std::int64_t count(State state);
    // Messages by channel and by how they stand: "due" to be sent now, "put_off" until another try, "later"
    // because they are not due yet, "sent", "refused", "dropped".
    struct Count {
        std::string channel;
        std::string standing;
        std::int64_t messages = 0;
    };
    std::vector<Count> counts(sys_seconds now);
    // What is due and not sent of a channel. A recipient's server may put off a message for days.
    struct Backlog {
        std::string channel;
        sys_seconds since{};                       // when the oldest became due
        std::optional<sys_seconds> untried_since;  // likewise of those that no server has seen; nullopt: none
        std::optional<sys_seconds> last_sent;      // when a message was accepted last
    };
    std::vector<Backlog> backlogs(sys_seconds now);
    // Parts done with before that day are taken away; that they were is known by the position.
    void forget_before(sys_seconds at);

  private:
    // A statement that is kept prepared. It ends with its scope: a query that was not read to its end keeps
    // the database as it was then, for this connection, and keeps the log from being written back.
    class Running {
      public:
        explicit Running(SQLite::Statement& kept) : kept_(kept) {}
        ~Running() { kept_.tryReset(); }
        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;

        template <typename... Argument>
        void bind(int index, const Argument&... argument) {
            kept_.bind(index, argument...);
        }
        bool next() { return kept_.executeStep(); }
        int exec() { return kept_.exec(); }
        SQLite::Column column(int index) const { return kept_.getColumn(index); }

      private:
        SQLite::Statement& kept_;
    };

    void migrate();
    std::int64_t message_for(const Part& part, const Recipient& recipient);
    Running statement(const char* sql);

    SQLite::Database db_;
    std::map<const char*, SQLite::Statement> statements_;
    std::filesystem::path file_;
};

// "event-<lineage>-<id>", "daily-<day>", "test-<number>": what a Message-ID is made of.
std::string key_of(const Source& source, std::uint64_t person);

}  // namespace dondoc::relay
