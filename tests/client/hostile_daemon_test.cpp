// SPDX-License-Identifier: Apache-2.0
// A server that has the daemon's key and sends what is nearly right. It can hold events back; it cannot end a
// listener otherwise than with a sentence, nor bring into its journal what is another's, twice, or out of
// order.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "client/fake_daemon.h"
#include "client/fake_inbox.h"
#include "client/temporary_folder.h"
#include "domain/message.h"
#include "lib/json.h"
#include "lib/position.h"
#include "lib/subscription.h"
#include "support/run_client.h"

namespace dondoc::testing {
namespace {

constexpr std::uint64_t all_events = 60;
constexpr std::uint64_t beyond = std::numeric_limits<std::uint64_t>::max();

std::string journal_of(std::uint64_t events) {
    std::string lines;
    for (std::uint64_t number = 1; number <= events; ++number)
        lines += client::to_json_line(make_event(number)) + "\n";
    return lines;
}

// Answers as an honest one would, and lies in every second answer until it has been asked so often.
class Liar {
  public:
    explicit Liar(unsigned seed) : random_(seed) {}

    std::vector<std::string> answer(const v1::ClientFrame& asked) {
        if (asked.has_hello()) nonce_ = asked.hello().nonce();
        const auto stands_at = asked.has_hello() ? asked.hello().last() : asked.ack().number();
        if (stands_at <= all_events) stands_at_ = stands_at;
        ++asked_;
        std::vector<std::string> answers;
        for (const auto& honest : inbox_.answer(asked)) {
            const auto said =
                is_honest() || random_() % 2 == 0 ? std::vector{honest.SerializeAsString()} : lie(honest);
            answers.insert(answers.end(), said.begin(), said.end());
        }
        if (!is_honest() && answers.size() > 1 && random_() % 4 == 0)
            std::swap(answers.front(), answers.back());
        return answers;
    }
    bool is_honest() const { return asked_ > 150; }
    int asked() const { return asked_; }

  private:
    std::vector<std::string> lie(const v1::DaemonFrame& honest) {
        const auto bytes = honest.SerializeAsString();
        switch (random_() % 6) {
            case 0:
                return {bytes, bytes};
            case 1:
                return {};
            case 2:
                return {bytes.substr(0, random_() % bytes.size())};
            case 3:
                return {junk(), bytes};
            default:
                return {honest.has_event() ? other_event(honest.event()) : other_word()};
        }
    }
    std::string junk() {
        std::string bytes(random_() % 200, '\0');
        for (auto& byte : bytes) byte = static_cast<char>(random_());
        return bytes;
    }
    // It bears another's name, another number, or no event at all.
    std::string other_event(const v1::EventFrame& honest) {
        v1::DaemonFrame frame;
        auto& said = *frame.mutable_event();
        said = honest;
        auto event = make_event(honest.number());
        switch (random_() % 6) {
            case 0:
                event = make_event(honest.number(), "STC");
                break;
            case 1:
                event.set_number(random_() % 2 == 0 ? honest.number() + 1 : beyond);
                break;
            case 2:
                said.set_number(random_() % 2 == 0 ? 0 : event.id());
                break;
            case 3:
                said.set_nonce(random_() % 2 == 0 ? "" : said.nonce() + "x");
                break;
            case 4:
                event.clear_agency();
                break;
            default:
                said.set_event(honest.event().substr(0, honest.event().size() - 1));
                return frame.SerializeAsString();
        }
        said.set_event(event.SerializeAsString());
        return frame.SerializeAsString();
    }
    // What a daemon says now and then, at the wrong moment.
    std::string other_word() {
        v1::DaemonFrame frame;
        switch (random_() % 9) {
            case 0:
                frame.mutable_pong()->set_head(random_() % 2 == 0 ? beyond : random_() % all_events);
                break;
            case 1:
                frame.mutable_pong()->set_head(all_events);
                frame.mutable_pong()->add_codes("STC");
                break;
            case 2:
                frame.mutable_reset();
                break;
            case 3:
                frame.mutable_gap()->set_first(random_() % 2 == 0 ? 0 : beyond);
                break;
            case 4:
                frame.mutable_refused()->mutable_error()->set_code("session.\x1b[2J");
                break;
            case 5:
                frame.mutable_refused()->set_goes_on_from(random_() % 2 == 0 ? beyond
                                                                             : random_() % (stands_at_ + 1));
                break;
            case 6:
                frame.mutable_reply()->set_id("of nobody");
                return frame.SerializeAsString();
            case 7:
                frame.mutable_progress()->set_done(beyond);
                return frame.SerializeAsString();
            default:
                return {};
        }
        if (frame.has_pong()) frame.mutable_pong()->set_nonce(nonce_);
        if (frame.has_reset()) frame.mutable_reset()->set_nonce(nonce_);
        if (frame.has_gap()) frame.mutable_gap()->set_nonce(nonce_);
        if (frame.has_refused()) frame.mutable_refused()->set_nonce(nonce_);
        return frame.SerializeAsString();
    }

    FakeInbox inbox_{all_events, 8};
    std::mt19937_64 random_;
    std::string nonce_;
    std::uint64_t stands_at_ = 0;  // the listener, at least
    int asked_ = 0;
};

// A listener from its start to its end, without socket and clock.
class Life {
  public:
    explicit Life(const std::filesystem::path& file) : journal_(file, "SNV"), subscription_(options()) {
        carry_out(subscription_.connected(now_));
    }

    // Until it has everything that the daemon honestly has, or ends with a sentence. True: it has.
    bool follow(Liar& daemon) {
        for (;;) {
            while (!waiting_.empty()) {
                const auto frame = waiting_.front();
                waiting_.pop_front();
                for (const auto& bytes : daemon.answer(frame)) take(bytes);
                if (ended_) return false;
            }
            if (subscription_.caught_up() && daemon.is_honest()) return true;
            now_ = std::max(now_, subscription_.next_wake());
            carry_out(subscription_.on_time(now_));
        }
    }

  private:
    client::SubscriptionOptions options() {
        client::SubscriptionOptions options;
        options.agency = "SNV";
        options.last = journal_.last();
        options.lineage = journal_.lineage();
        options.make_nonce = [this] { return "nonce " + std::to_string(++nonces_); };
        return options;
    }
    void take(const std::string& bytes) {
        v1::DaemonFrame frame;
        if (!frame.ParseFromString(bytes)) return;
        const auto step = subscription_.on_frame(frame, now_);
        carry_out(step);
        if (!step.apply || ended_) return;
        if (journal_.holds(*step.apply))
            journal_.pass_over(*step.apply);
        else
            journal_.keep(*step.apply);
        carry_out(subscription_.applied(step.apply->number(), now_));
    }
    void carry_out(const client::Subscription::Step& step) {
        waiting_.insert(waiting_.end(), step.send.begin(), step.send.end());
        if (!step.codes.empty()) journal_.belongs_to(step.codes);
        if (step.set_back) journal_.set_back(*step.set_back);
        if (step.ended) ended_ = true;
        if (step.new_socket) carry_out(subscription_.connected(now_));
    }

    int nonces_ = 0;
    client::Journal journal_;
    client::Subscription subscription_;
    client::Subscription::Time now_{};
    std::deque<v1::ClientFrame> waiting_;
    bool ended_ = false;
};

TEST(HostileDaemon, BringsNothingIntoAJournalThatIsNotTheInbox) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const TemporaryFolder folder;
        const auto file = folder / "journal";
        Liar daemon{seed};
        int lives = 0;
        bool has_all = false;
        while (!has_all) {
            ASSERT_LT(++lives, 200) << seed;
            ASSERT_LT(daemon.asked(), 5'000) << "asks again and again: seed " << seed;
            try {
                has_all = Life{file}.follow(daemon);
            } catch (const UserError&) {  // the journal is of another agency, says the daemon
            }
            const auto kept = read_text(file);
            ASSERT_EQ(kept, journal_of(static_cast<std::uint64_t>(std::ranges::count(kept, '\n'))))
                << seed << ": what is there is the inbox up to a number";
        }
        EXPECT_EQ(read_text(file), journal_of(all_events)) << seed;
        EXPECT_TRUE(daemon.is_honest());
    }
}

TEST(HostileDaemon, BytesThatAreNoFrameDoNotKeepAListenerFromItsInbox) {
    const TemporaryFolder folder;
    FakeInbox inbox{20, 8};
    const FakeDaemon daemon{FakeDaemon::Identity{}, FakeDaemon::RawHandler{[&](const v1::ClientFrame& asked) {
                                std::vector<FakeDaemon::Parts> messages;
                                for (const auto& honest : inbox.answer(asked)) {
                                    const auto bytes = honest.SerializeAsString();
                                    messages.insert(messages.end(), {{""},
                                                                     {std::string(1U << 20, '\0')},
                                                                     {std::string(1U << 20, '\xff')},
                                                                     {bytes, bytes},
                                                                     {"", bytes},
                                                                     {bytes.substr(0, bytes.size() / 2)},
                                                                     {bytes}});
                                }
                                return messages;
                            }}};
    client::write_profile(daemon.profile(), folder / "client.toml", client::Overwrite::No);
    const auto outcome =
        cli::run_client({"listen", "--agency", "SNV", "--journal", (folder / "journal").string(),
                         "--until-idle", "--timeout", "60", "--profile", (folder / "client.toml").string()});
    EXPECT_EQ(outcome.exit, cli::Exit::Done) << outcome.err;
    EXPECT_EQ(read_text(folder / "journal"), journal_of(20));
}

}  // namespace
}  // namespace dondoc::testing
