// SPDX-License-Identifier: Apache-2.0
#include "simulation/relay.h"

#include <algorithm>
#include <utility>

#include "simulation/policies.h"
#include "simulation/violation.h"
#include "wire/time.h"

namespace dondoc::simulation {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

const std::filesystem::path outbox_file = "/simulated/outbox.db";
constexpr milliseconds answer_patience{20'000};
constexpr seconds pause_of_reports{1};
constexpr milliseconds pause_of_senders{250};
constexpr int reports_at_once = 500;
constexpr std::uint32_t persons_at_once = 1000;
constexpr hours never_given_up{24 * 365 * 100};  // days pass between two tries

}  // namespace

const std::vector<std::string> relay_channels{"mail", "zalo"};

struct Relay::Life {
    explicit Life(Post& post)
        : intake(relay::Outbox{outbox_file}, relay::Timing{}, {relay_channels.begin(), relay_channels.end()},
                 {}),
          outbox(outbox_file) {
        for (const auto& channel : relay_channels)
            senders.push_back(std::make_unique<relay::Sender>(
                post.channel(channel), relay::Outbox{outbox_file}, relay::SenderRules{never_given_up, {}},
                [this] { return persons; }));
    }

    relay::Intake intake;
    relay::Outbox outbox;  // of the reports
    std::vector<std::unique_ptr<relay::Sender>> senders;
    std::shared_ptr<const relay::Persons> persons;
    std::uint64_t fresh_to = 0, fresher_to = 0;  // the persons are as they were at this event, or newer
    std::optional<client::Subscription> subscription;
    std::optional<v1::Event> held;  // until the persons are known who were there when it was decided
    Line listening = 0, asking = 0;
    std::optional<std::string> asked;  // id
    std::vector<relay::Outbox::Report> reported;
    Time asked_at{}, ask_again_at{}, sends_at{};
};

Relay::Relay(std::string public_key, Network& network, Random& random, Post& post)
    : public_key_(std::move(public_key)), network_(network), random_(random), post_(post) {}
Relay::~Relay() = default;

void Relay::die(Time back_at) {
    if (!life_) return;
    network_.hang_up(life_->listening);
    network_.hang_up(life_->asking);
    life_.reset();
    back_at_ = back_at;
    ++deaths_;
}

void Relay::begin() {
    post_.relay_begins();
    life_ = std::make_unique<Life>(post_);
    auto& intake = life_->intake;
    if (intake.is_new()) intake.begin_after(0, "");
    if (intake.last() < taken_in_)
        throw Violation("what was acknowledged is not in the outbox: event " + std::to_string(taken_in_));
    client::SubscriptionOptions options;
    options.stream = true;
    options.consumer = "relay";
    options.last = intake.last();
    options.lineage = intake.lineage();
    options.make_nonce = [this] { return "relay-nonce-" + std::to_string(1000 + ++nonces_); };
    life_->subscription.emplace(std::move(options));
}

void Relay::work(Time now, bool door_open) {
    if (back_at_ && now < *back_at_) return;
    back_at_.reset();
    if (!life_) begin();
    follow(now, door_open);
    speak(now, door_open);
    send(now);
}

void Relay::follow(Time now, bool door_open) {
    auto& life = *life_;
    if (!network_.is_up(life.listening)) {
        if (!door_open) return;
        life.listening = network_.connect({public_key_, {}});
        life.held.reset();
        carry_out(life.subscription->connected(now), now);
    }
    if (life.held && life.held->id() <= life.fresh_to) {
        const auto event = *std::exchange(life.held, std::nullopt);
        carry_out(take(event, now), now);
    }
    v1::DaemonFrame frame;
    while (!life.held) {
        const auto bytes = network_.arrived_at(life.listening);
        if (!bytes) break;
        if (!frame.ParseFromString(*bytes)) throw Violation("the daemon sent what is no frame");
        carry_out(life.subscription->on_frame(frame, now), now);
        if (mortal_ && random_() % 100 == 0) throw Killed{};
    }
    if (!life.held && now >= life.subscription->next_wake()) carry_out(life.subscription->on_time(now), now);
}

void Relay::carry_out(client::Subscription::Step step, Time now) {
    for (;;) {
        if (step.ended) throw Violation("the relay is refused: " + step.ended->code());
        for (const auto& frame : step.send) network_.send_up(life_->listening, frame.SerializeAsString());
        if (step.new_socket) {
            network_.hang_up(life_->listening);
            return;
        }
        if (!step.apply) return;
        if (step.apply->id() > life_->fresh_to) {
            life_->held = *step.apply;
            return;
        }
        step = take(*step.apply, now);
    }
}

client::Subscription::Step Relay::take(const v1::Event& event, Time now) {
    auto& intake = life_->intake;
    if (event.id() != intake.last() + 1)
        throw Violation("the stream leaves out what is before event " + std::to_string(event.id()));
    learn_time(event.time());
    intake.take(event, *life_->persons, clock_);
    taken_in_ = event.id();
    return life_->subscription->applied(event.id(), now);
}

void Relay::learn_time(const google::protobuf::Timestamp& time) {
    clock_ = std::max(clock_, wire::to_instant(time));
}

// First what is to be reported, then the persons: they are as new as the last event of the answer before.
void Relay::speak(Time now, bool door_open) {
    auto& life = *life_;
    if (!network_.is_up(life.asking)) {
        if (!door_open) return;
        life.asking = network_.connect({public_key_, {}});
        life.asked.reset();
    }
    v1::DaemonFrame frame;
    while (const auto bytes = network_.arrived_at(life.asking)) {
        if (!frame.ParseFromString(*bytes)) throw Violation("the daemon sent what is no frame");
        if (frame.has_reply() && frame.reply().id() == life.asked) take_reply(frame.reply(), now);
    }
    if (now < life.ask_again_at || (life.asked && now - life.asked_at < answer_patience)) return;
    life.ask_again_at = now + pause_of_reports;
    const bool knows_all = life.persons && !life.held;
    life.reported = life.outbox.unreported(reports_at_once);
    if (knows_all && life.reported.empty()) return;
    v1::Request request;
    for (const auto& report : life.reported)
        *request.mutable_delivery_report()->add_deliveries() = report.delivery;
    request.mutable_delivery_report();
    ask(std::move(request), now);
}

void Relay::ask(v1::Request request, Time now) {
    life_->asked = "relay-" + std::to_string(++asked_ever_);
    life_->asked_at = now;
    request.set_id(*life_->asked);
    v1::ClientFrame frame;
    *frame.mutable_request() = std::move(request);
    network_.send_up(life_->asking, frame.SerializeAsString());
}

void Relay::take_reply(const v1::Reply& reply, Time now) {
    auto& life = *life_;
    life.asked.reset();
    if (reply.has_error()) {
        const auto& code = reply.error().code();
        if (!code.starts_with("storage.") && !code.starts_with("clock."))
            throw Violation("the daemon does not take a report: " + reply.ShortDebugString());
    } else if (reply.has_delivery_report()) {
        const auto& said = reply.delivery_report();
        if (said.unknown() > 0) throw Violation("the daemon does not know what it told");
        learn_time(said.now());
        life.outbox.begin();
        life.outbox.told(life.reported);
        life.outbox.commit();
        life.fresher_to = said.last_event();
        v1::Request persons;
        persons.mutable_person_list()->set_limit(persons_at_once);
        ask(std::move(persons), now);
    } else {
        if (reply.person_list().next() != 0) throw Violation("more persons than a script makes");
        auto persons = std::make_shared<relay::Persons>(office_code);
        for (const auto& person : reply.person_list().persons()) persons->add(person);
        life.persons = std::move(persons);
        life.fresh_to = life.fresher_to;
    }
}

void Relay::send(Time now) {
    auto& life = *life_;
    if (!life.persons || now < life.sends_at) return;
    life.sends_at = now + pause_of_senders;
    if (hurries_) clock_ += hours{1};
    for (const auto& sender : life.senders)
        while (sender->work(clock_, milliseconds{0})) continue;
}

bool Relay::is_done() {
    if (!life_) return false;
    return life_->outbox.count(v1::Delivery::waiting) == 0 && life_->outbox.unreported(1).empty();
}

}  // namespace dondoc::simulation
