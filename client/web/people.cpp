// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/people.h"

#include <utility>

namespace dondoc::web {
namespace {

constexpr std::size_t longest_login = 200;  // bytes
constexpr std::size_t most_known = 10'000;

}  // namespace

v1::Person People::get(std::uint64_t person) {
    const auto now = std::chrono::steady_clock::now();
    {
        const std::lock_guard lock{mutex_};
        if (const auto found = known_.find(person);
            found != known_.end() && now - found->second.at < remembered)
            return found->second.person;
    }
    v1::Request request;
    request.mutable_person_show()->set_person(std::to_string(person));
    auto reply = daemon_.ask(person, std::move(request), text::Lang::Vi);
    if (reply.has_error()) throw SignedOut();
    const std::lock_guard lock{mutex_};
    if (known_.size() >= most_known) known_.clear();
    known_[person] = {reply.person_show().person(), now};
    return reply.person_show().person();
}

std::optional<v1::Person> People::find(const std::string& named) {
    if (named.empty() || named.size() > longest_login) return std::nullopt;
    v1::Request request;
    request.mutable_person_show()->set_person(named);
    auto reply = daemon_.ask_itself(std::move(request));
    if (reply.has_error()) return std::nullopt;
    return std::move(*reply.mutable_person_show()->mutable_person());
}

void People::forget(std::uint64_t person) {
    const std::lock_guard lock{mutex_};
    known_.erase(person);
}

}  // namespace dondoc::web
