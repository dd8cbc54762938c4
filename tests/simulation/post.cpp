// SPDX-License-Identifier: Apache-2.0
#include "simulation/post.h"

#include <functional>
#include <optional>

#include "dondoc/v1/event.pb.h"
#include "simulation/random.h"
#include "simulation/violation.h"

namespace dondoc::simulation {
namespace {

using relay::Outcome;

// A transfer of nothing, which the relay's own courier carries out; its end is asked of the post.
class Handing final : public relay::Try {
  public:
    Handing(Post& post, Post::Letter letter) : post_(post), letter_(std::move(letter)) {
        curl_easy_setopt(handle(), CURLOPT_URL, "file:///dev/null");
    }
    Outcome outcome(CURLcode code) override {
        if (code != CURLE_OK) throw Violation("libcurl cannot read nothing: " + relay::word_of(code));
        return post_.hand_over(letter_);
    }

  private:
    Post& post_;
    Post::Letter letter_;
};

class FailingChannel final : public relay::Channel {
  public:
    FailingChannel(Post& post, std::string name) : post_(post), name_(std::move(name)) {}
    const std::string& name() const override { return name_; }
    int parallel() const override { return 4; }
    std::unique_ptr<relay::Try> prepare(const relay::Outgoing& outgoing, std::string&) override {
        return std::make_unique<Handing>(
            post_, Post::Letter{outgoing.message.key, name_, outgoing.person.agency(), outgoing.person.id(),
                                outgoing.message.parts});
    }

  private:
    Post& post_;
    std::string name_;
};

}  // namespace

std::unique_ptr<relay::Channel> Post::channel(const std::string& name) {
    return std::make_unique<FailingChannel>(*this, name);
}

// Of the seed and of what it is about alone, so that the order of tries changes nothing.
std::uint64_t Post::chance(const std::string& what) const {
    return Random{seed_ ^ std::hash<std::string>{}(what)}();
}

bool Post::is_down(const std::string& channel) const {
    return faulty_ && !mended_ && chance("down " + channel) % 4 == 0;
}

bool Post::is_shut(std::uint64_t person, const std::string& channel) const {
    return is_down(channel) || (faulty_ && !mended_ && chance(channel + std::to_string(person)) % 4 == 0);
}

Outcome Post::hand_over(const Letter& letter) {
    auto outcome = answer(letter);
    if (outcome.kind == Outcome::Kind::Sent) answered_[letter.channel + letter.key] = life_;
    if (outcome.kind == Outcome::Kind::Refused)
        for (const auto& part : letter.parts)
            refused_.insert({part.source.number, letter.person, letter.channel});
    return outcome;
}

Outcome Post::answer(const Letter& letter) {
    const Outcome later{Outcome::Kind::Later, "smtp 450 4.2.1"}, down{Outcome::Kind::ServerDown, "timeout"};
    const auto what = letter.channel + letter.key;
    if (is_down(letter.channel)) return down;
    if (is_shut(letter.person, letter.channel)) return later;
    if (refuses_ && chance("refused " + what) % 10 == 0) return {Outcome::Kind::Refused, "smtp 550 5.1.1"};
    enum class Fate { Later, Down, KilledBefore, KilledAfter, Unanswered, Taken };
    auto fate = Fate::Taken;
    if (faulty_ && !calm_)
        fate =
            static_cast<Fate>(std::min<std::uint64_t>(chance(what + std::to_string(++tries_[what])) % 16, 5));
    if (fate == Fate::Later) return later;
    if (fate == Fate::Down) return down;
    if (fate == Fate::KilledBefore) throw Killed{};
    take(letter);
    if (fate == Fate::KilledAfter) throw Killed{};
    return fate == Fate::Unanswered ? later : Outcome{Outcome::Kind::Sent, ""};
}

void Post::take(const Letter& letter) {
    const auto what = letter.channel + letter.key;
    const auto name = letter.key + " to person " + std::to_string(letter.person) + " by " + letter.channel;
    if (const auto answered = answered_.find(what); answered != answered_.end() && answered->second == life_)
        throw Violation("sent again though it was accepted: " + name);
    std::set<std::uint64_t> events;
    for (const auto& part : letter.parts) {
        v1::Event event;
        if (!event.ParseFromString(part.body)) throw Violation("a part that cannot be read: " + name);
        if (event.agency() != letter.agency)
            throw Violation("somebody was sent what is another agency's: " + name);
        events.insert(event.id());
        const auto [taken, is_new] =
            taken_.try_emplace({event.id(), letter.person, letter.channel}, letter.key);
        if (!is_new && taken->second != letter.key)
            throw Violation("event " + std::to_string(event.id()) +
                            " was sent under two Message-IDs: " + name + " and " + taken->second);
    }
    const auto [said, is_first] = said_.try_emplace(what, events);
    if (!is_first) ++copies_;
    if (said->second != events) throw Violation("what came again says something else: " + name);
}

}  // namespace dondoc::simulation
