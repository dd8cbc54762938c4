// SPDX-License-Identifier: Apache-2.0
// Where a listener stands in its inbox, or in the stream of all events. A position is kept after an event has
// been handled, so what was under way when the process died comes again; with a Journal, whose lines are the
// handling itself, every event is there exactly once.
//
// An event is known by agency, number and lineage. A daemon whose database was restored sets its listeners
// back; restored again from a newer backup, it sends once more what they had before. So it is kept how far
// the listener was in each lineage.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dondoc/v1/event.pb.h"
#include "lib/files.h"

namespace dondoc::client {

// What a position counts.
enum class Sequence {
    Inbox,  // the numbers of one agency's inbox
    Stream  // the ids of the events of all agencies
};
inline std::uint64_t number_in(Sequence sequence, const v1::Event& event) {
    return sequence == Sequence::Stream ? event.id() : event.number();
}

// By lineage: the highest number that was handled.
class Reached {
  public:
    explicit Reached(Sequence sequence = Sequence::Inbox) : sequence_(sequence) {}
    bool holds(const v1::Event& event) const;
    void add(const std::string& lineage, std::uint64_t number);
    void clear() { numbers_.clear(); }
    const std::map<std::string, std::uint64_t>& numbers() const noexcept { return numbers_; }

  private:
    Sequence sequence_;
    std::map<std::string, std::uint64_t> numbers_;
};

class Position {
  public:
    virtual ~Position() = default;
    virtual std::uint64_t last() const = 0;   // number of the last event that was handled; 0: none
    virtual std::string lineage() const = 0;  // of that event
    virtual void keep(const v1::Event& event) = 0;
    // It was handled before the position was set back: pass over it.
    virtual bool holds(const v1::Event& /*event*/) const { return false; }
    virtual void pass_over(const v1::Event& event) { keep(event); }
    // The inbox that is listened to is of the agency with these codes, the present one first. Throws
    // UserError when what was kept is another agency's.
    virtual void belongs_to(const std::vector<std::string>& /*codes*/) {}
    // The database was restored: events after this number come anew, and others than those that were handled.
    virtual void set_back(std::uint64_t last) = 0;
    virtual void flush() {}  // what was kept survives a power failure; called before it is acknowledged
};

// Forgets: for a look from a given number on.
class PassingPosition final : public Position {
  public:
    explicit PassingPosition(std::uint64_t last, Sequence sequence = Sequence::Inbox)
        : last_(last), sequence_(sequence), reached_(sequence) {}
    std::uint64_t last() const override { return last_; }
    std::string lineage() const override { return lineage_; }
    void keep(const v1::Event& event) override;
    bool holds(const v1::Event& event) const override { return reached_.holds(event); }
    void set_back(std::uint64_t last) override { last_ = last; }

  private:
    std::uint64_t last_;
    std::string lineage_;
    Sequence sequence_;
    Reached reached_;
};

// A small TOML file with agency, consumer, number and what was reached in each lineage, replaced as a whole
// for each event. FILE.lock beside it keeps a second listener out. Errors are UserError with the file as
// place.
class StateFile final : public Position {
  public:
    // `agency` may be empty: then the first event says it. A file of another consumer is refused; one of
    // another agency as soon as the daemon, or an event, says whose inbox it is. Of the stream it has no
    // agency; a file of the one is refused for the other.
    StateFile(std::filesystem::path file, std::string agency, std::string consumer,
              Sequence sequence = Sequence::Inbox);
    std::uint64_t last() const override { return last_; }
    std::string lineage() const override { return lineage_; }
    void keep(const v1::Event& event) override;
    bool holds(const v1::Event& event) const override { return reached_.holds(event); }
    void belongs_to(const std::vector<std::string>& codes) override;
    void set_back(std::uint64_t last) override;
    // Starts over from this number: what was handled before comes again.
    void set(std::uint64_t last);
    const std::string& agency() const noexcept { return agency_; }

  private:
    void read();
    void write() const;

    std::filesystem::path file_;
    std::string agency_;              // by its newest code
    std::vector<std::string> codes_;  // as the daemon told them
    std::string consumer_;
    Sequence sequence_;
    std::uint64_t last_ = 0;
    std::string lineage_;
    Reached reached_;
    Descriptor lock_;
};

// Every event as one line of JSON (the protobuf mapping with the original field names). The last line's
// number and lineage are the position; a last line that was torn by a crash is cut off when the journal is
// opened. Of a file that is no journal not a byte is changed.
class Journal final : public Position {
  public:
    // A journal of another agency is refused as soon as the daemon, or an event, says whose inbox it is.
    Journal(std::filesystem::path file, std::string agency, Sequence sequence = Sequence::Inbox);
    std::uint64_t last() const override { return last_; }
    std::string lineage() const override { return lineage_; }
    void keep(const v1::Event& event) override;
    bool holds(const v1::Event& event) const override { return reached_ && reached_->holds(event); }
    void pass_over(const v1::Event& event) override;
    void belongs_to(const std::vector<std::string>& codes) override;
    // Nothing is written: the lines stay, and until the next one the journal is set back at every start. All
    // lines are read for what they hold of each lineage.
    void set_back(std::uint64_t last) override;
    void flush() override;
    const std::string& agency() const noexcept { return agency_; }

  private:
    void read_last_line(std::uint64_t end);
    Reached read_all_lines() const;

    std::filesystem::path file_;
    std::string agency_;              // by its newest code
    std::vector<std::string> codes_;  // as the daemon told them
    Sequence sequence_;
    std::uint64_t last_ = 0;
    std::string lineage_;
    std::uint64_t size_ = 0;
    std::optional<Reached> reached_;  // from the first set_back on
    Descriptor fd_;
};

}  // namespace dondoc::client
