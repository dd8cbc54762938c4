// SPDX-License-Identifier: Apache-2.0
// The mails of one morning: 10,000 alerts for as many persons go from events into the outbox and from there
// to a mail server. Prints seconds and memory. relay [MESSAGES] [smtp://host:port]; without a server
// Postfix's smtp-sink is started.
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "relay/intake.h"
#include "relay/mail.h"
#include "relay/sender.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace {

using namespace dondoc;

double seconds_since(std::chrono::steady_clock::time_point begun) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

long megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

v1::Event event_of(std::uint64_t id, sys_seconds now) {
    v1::Event event;
    event.set_id(id);
    event.set_number(1);
    event.set_agency("A" + std::to_string(id));
    event.set_kind(v1::EventKind::overdue);
    event.mutable_time()->set_seconds(now.time_since_epoch().count());
    for (int i = 0; i < 3; ++i) {
        auto& item = *event.mutable_digest()->add_items();
        item.set_task(id * 3 + i);
        item.set_document("122/KH-UBND");
        item.set_task_number(std::to_string(i));
        item.set_title("Rà soát, hoàn thiện quy trình tiếp nhận và trả kết quả thủ tục hành chính");
        item.set_due("2025-06-20");
        item.set_days_left(-3);
        item.set_role("lead");
    }
    return event;
}

}  // namespace

int main(int argc, char** argv) {
    const auto messages = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000;
    test::TemporaryFolder folder;
    std::unique_ptr<test::Process> sink;
    std::string server = argc > 2 ? argv[2] : "";
    if (server.empty()) {
        const auto port = std::to_string(20'000 + ::getpid() % 20'000);
        server = "smtp://127.0.0.1:" + port;
        sink = std::make_unique<test::Process>(
            std::vector<std::string>{"/usr/sbin/smtp-sink", "-u", "nobody", "127.0.0.1:" + port, "100"},
            folder / "sink");
        std::this_thread::sleep_for(std::chrono::milliseconds{300});
    }
    const auto now = parse_instant("2025-06-23T07:45").value();
    auto persons = std::make_shared<relay::Persons>();
    for (std::uint64_t id = 1; id <= messages; ++id) {
        v1::Person person;
        person.set_id(id);
        person.set_agency("A" + std::to_string(id));
        person.set_name("Nguyễn Văn " + std::to_string(id));
        person.set_email("p" + std::to_string(id) + "@tinh.vn");
        person.add_channels("mail");
        person.add_told("lead");
        persons->add(std::move(person));
    }
    const auto before = megabytes();
    auto begun = std::chrono::steady_clock::now();
    relay::Intake intake{relay::Outbox{folder / "outbox.db"}, {}, {"mail"}, {}};
    for (std::uint64_t id = 1; id <= messages; ++id) intake.take(event_of(id, now), *persons, now);
    std::cout << messages << " events into the outbox: " << seconds_since(begun) << " s\n";

    relay::MailSettings mail;
    mail.server = server;
    mail.tls = false;
    mail.from = {"Đôn đốc", "dondoc@tinh.vn"};
    mail.site = "tinh";
    relay::Sender sender{
        relay::make_mail_channel(mail), relay::Outbox{folder / "outbox.db"}, {}, [&] { return persons; }};
    begun = std::chrono::steady_clock::now();
    const auto until = now + std::chrono::hours{1};
    while (sender.work(until, std::chrono::milliseconds{50})) {
    }
    const auto time = seconds_since(begun);
    std::cout << sender.sent() << " mails sent: " << time << " s, "
              << static_cast<double>(sender.sent()) / time << " a second; memory " << megabytes() << " MB, "
              << before << " MB of it the persons\n";
    return sender.sent() == static_cast<std::int64_t>(messages) ? EXIT_SUCCESS : EXIT_FAILURE;
}
