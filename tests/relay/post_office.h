// SPDX-License-Identifier: Apache-2.0
// A faulty mail server, an outbox and a sender, with time handed in; what arrived is read as a mail program
// reads it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "lib/json.h"
#include "people.h"
#include "relay/mail.h"
#include "relay/sender.h"
#include "support/python_server.h"
#include "support/temporary_folder.h"

#include <google/protobuf/struct.pb.h>

namespace dondoc::test {

struct Arrived {
    std::string taken_for, to, subject, id, plain, html, terms, wrong;
};

class PostOffice {
  public:
    explicit PostOffice(std::vector<std::string> server_options = {}) {
        std::filesystem::create_directory(mails());
        serve(std::move(server_options));
    }

    void serve(std::vector<std::string> options) {
        server_.reset();
        options.insert(options.begin(), mails().string());
        const auto output = folder_ / ("server" + std::to_string(++served_));
        server_ =
            std::make_unique<PythonServer>(DONDOC_SOURCE_DIR "/tests/relay/smtp_server.py", options, output);
        mail.server = "smtp://localhost:" + server_->port();
    }

    // A certificate for `host`, trusted by the sender.
    std::vector<std::string> tls_for(const std::string& host) {
        const auto key = (folder_ / "key.pem").string(), certificate = (folder_ / "cert.pem").string();
        const auto made = run({"/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                               "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=" + host,
                               "-addext", "subjectAltName=DNS:" + host, "-keyout", key, "-out", certificate},
                              folder_.path());
        if (made.code != 0) throw std::runtime_error(made.output);
        mail.ca_file = certificate;
        mail.tls = true;
        return {"--tls", certificate, key};
    }

    // An event for each address, told as one alert.
    void post(const std::vector<std::string>& addresses) {
        auto persons = std::make_shared<relay::Persons>();
        relay::Outbox outbox{file()};
        outbox.begin();
        std::uint64_t id = 0;
        for (const auto& address : addresses) {
            persons->add(person(++id, "SNV", address));
            outbox.add(
                part_of(alert(id, "SNV", v1::EventKind::overdue, {item(id, "Việc của " + address, -1)})),
                {id, "mail", false, now, true});
        }
        outbox.commit();
        persons_ = std::move(persons);
    }

    // Told to one person, now.
    void post_events(const std::vector<v1::Event>& events, const std::string& address) {
        auto persons = std::make_shared<relay::Persons>();
        persons->add(person(1, "SNV", address));
        relay::Outbox outbox{file()};
        outbox.begin();
        for (const auto& event : events) outbox.add(part_of(event), {1, "mail", false, now, true});
        outbox.commit();
        persons_ = std::move(persons);
    }

    relay::Sender& sender() {
        if (!sender_)
            sender_ = std::make_unique<relay::Sender>(relay::make_mail_channel(mail), relay::Outbox{file()},
                                                      relay::SenderRules{}, [this] { return persons_; });
        return *sender_;
    }
    void start_anew() { sender_.reset(); }

    // Until nothing is ready and nothing under way.
    void send() {
        constexpr int most = 20'000;
        for (int i = 0; sender().work(now, std::chrono::milliseconds{50}); ++i)
            if (i > most) throw std::runtime_error("it does not end");
    }

    std::vector<Arrived> arrived() const {
        const auto read =
            run({"/usr/bin/env", "python3", DONDOC_SOURCE_DIR "/tests/relay/read_mails.py", mails().string()},
                folder_.path());
        if (read.code != 0) throw std::runtime_error(read.output);
        std::vector<Arrived> all;
        std::istringstream lines{read.output};
        for (std::string line; std::getline(lines, line);) {
            google::protobuf::Struct json;
            if (!client::from_json(line, json)) throw std::runtime_error(line);
            const auto field = [&](const char* name) { return json.fields().at(name).string_value(); };
            std::string wrong;
            for (const auto& one : json.fields().at("wrong").list_value().values())
                wrong += one.string_value() + "; ";
            all.push_back({field("taken_for"), field("to"), field("subject"), field("id"), field("plain"),
                           field("html"), field("terms"), wrong});
        }
        return all;
    }
    // How often each recipient's mail arrived, by recipient and Message-ID.
    std::map<std::string, std::map<std::string, int>> counted() const {
        std::map<std::string, std::map<std::string, int>> counts;
        for (const auto& mail_there : arrived()) ++counts[mail_there.taken_for][mail_there.id];
        return counts;
    }
    // Of the one part for the n-th address.
    v1::Delivery standing(std::uint64_t nth) const {
        relay::Outbox outbox{file()};
        v1::Delivery found;
        for (const auto& report : outbox.unreported(100'000))
            if (report.delivery.person() == nth) found = report.delivery;
        return found;
    }

    std::filesystem::path file() const { return folder_ / "outbox.db"; }
    std::filesystem::path mails() const { return folder_ / "mails"; }
    const TemporaryFolder& folder() const { return folder_; }

    sys_seconds now = at("2025-06-23T07:45");
    relay::MailSettings mail{.server = "",
                             .tls = false,
                             .ca_file = {},
                             .user = {},
                             .password = {},
                             .from = {"Đôn đốc", "dondoc@tinh.vn"},
                             .reply_to = {},
                             .parallel = 4,
                             .timeout = std::chrono::seconds{20},
                             .site = "tinh"};

  private:
    TemporaryFolder folder_;
    int served_ = 0;
    std::unique_ptr<PythonServer> server_;
    std::shared_ptr<const relay::Persons> persons_;
    std::unique_ptr<relay::Sender> sender_;
};

}  // namespace dondoc::test
