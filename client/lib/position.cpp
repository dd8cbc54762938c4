// SPDX-License-Identifier: Apache-2.0
#include "lib/position.h"

#include <fcntl.h>

#include <toml++/toml.h>
#include <algorithm>
#include <sstream>
#include <system_error>

#include "domain/message.h"
#include "domain/reasons.h"
#include "lib/position_file.h"

namespace dondoc::client {

bool Reached::holds(const v1::Event& event) const {
    const auto found = numbers_.find(event.lineage());
    return found != numbers_.end() && number_in(sequence_, event) <= found->second;
}

void Reached::add(const std::string& lineage, std::uint64_t number) {
    auto& reached = numbers_[lineage];
    reached = std::max(reached, number);
}

void PassingPosition::keep(const v1::Event& event) {
    last_ = number_in(sequence_, event);
    lineage_ = event.lineage();
    reached_.add(lineage_, last_);
}

StateFile::StateFile(std::filesystem::path file, std::string agency, std::string consumer, Sequence sequence)
    : file_(std::move(file)),
      agency_(std::move(agency)),
      consumer_(std::move(consumer)),
      sequence_(sequence),
      reached_(sequence) {
    make_folder_of(file_);
    const auto beside = file_.string() + ".lock";
    lock_ = Descriptor(::open(beside.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock_) fail_with("client.file.unwritable", beside);
    lock_file(lock_.get(), file_);
    if (std::filesystem::exists(file_)) read();
}

namespace {

void read_reached(const toml::node& node, const std::filesystem::path& file, Reached& reached) {
    const auto* entry = node.as_table();
    const auto damaged = [&] { return UserError("client.position.damaged", {}, file.string()); };
    if (!entry) throw damaged();
    const auto number = (*entry)["number"].value<std::int64_t>();
    if (!number || *number < 0) throw damaged();
    reached.add((*entry)["lineage"].value_or(std::string{}), static_cast<std::uint64_t>(*number));
}

}  // namespace

void StateFile::read() {
    std::string agency, consumer;
    try {
        const auto table = toml::parse_file(file_.string());
        const auto number = table["number"].value<std::int64_t>();
        agency = table["agency"].value_or(std::string{});
        consumer = table["consumer"].value_or(std::string{});
        lineage_ = table["lineage"].value_or(std::string{});
        const auto sequence = table["stream"].value_or(false) ? Sequence::Stream : Sequence::Inbox;
        if (sequence != sequence_) throw UserError("client.position.other_sequence", {}, file_.string());
        if (!number || *number < 0) throw UserError("client.position.damaged", {}, file_.string());
        last_ = static_cast<std::uint64_t>(*number);
        reached_.add(lineage_, last_);
        if (const auto* list = table["reached"].as_array())
            for (const auto& node : *list) read_reached(node, file_, reached_);
    } catch (const toml::parse_error&) {
        throw UserError("client.position.damaged", {}, file_.string());
    }
    if (consumer != consumer_)
        throw UserError("client.position.other_consumer", {consumer, consumer_}, file_.string());
    if (!agency.empty()) agency_ = agency;
}

void StateFile::belongs_to(const std::vector<std::string>& codes) {
    require_one_of(agency_, codes, file_);
    codes_ = codes;
}

void StateFile::write() const {
    toml::table table;
    table.insert("agency", agency_);
    table.insert("consumer", consumer_);
    table.insert("number", static_cast<std::int64_t>(last_));
    if (!lineage_.empty()) table.insert("lineage", lineage_);
    // Until the first restore the number says it all.
    toml::array list;
    for (const auto& [lineage, number] : reached_.numbers())
        if (lineage != lineage_ || number != last_)
            list.push_back(toml::table{{"lineage", lineage}, {"number", static_cast<std::int64_t>(number)}});
    if (!list.empty()) table.insert("reached", std::move(list));
    if (sequence_ == Sequence::Stream) table.insert("stream", true);
    std::ostringstream content;
    content << table << "\n";
    try {
        write_private_file(file_, content.str(), Replace::Yes);
    } catch (const std::system_error& error) {
        throw UserError("client.file.unwritable", {system_reason(error.code())}, file_.string());
    }
}

void StateFile::keep(const v1::Event& event) {
    if (sequence_ == Sequence::Inbox) {
        check_owner(agency_, event, codes_, file_);
        agency_ = event.agency();
    }
    last_ = number_in(sequence_, event);
    lineage_ = event.lineage();
    reached_.add(lineage_, last_);
    write();
}

void StateFile::set_back(std::uint64_t last) {
    last_ = last;
    write();
}

void StateFile::set(std::uint64_t last) {
    reached_.clear();
    set_back(last);
}

}  // namespace dondoc::client
