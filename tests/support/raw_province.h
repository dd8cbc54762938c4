// SPDX-License-Identifier: Apache-2.0
// Sets a running daemon up over the wire, without libdondoc: a register of some agencies and a plan that has
// something to tell in every month of 2023.
#pragma once

#include "domain/civil.h"
#include "support/daemon_process.h"
#include "support/raw_client.h"

namespace dondoc::test {

inline constexpr int province_agencies = 6;

inline std::string agency_code(int index) {
    return "CQ" + std::to_string(index);
}

class RawProvince {
  public:
    explicit RawProvince(DaemonProcess& daemon) : daemon_(daemon), server_key_(server_key()) {
        administrator_ = connect(keys_of(daemon.administrator()));
    }

    std::unique_ptr<RawClient> connect(const Keys& keys, const std::string& routing_id = {}) {
        return std::make_unique<RawClient>(context_, daemon_.endpoint(), server_key_, keys, routing_id);
    }
    // Before a killed daemon is started again: what was not sent yet must not be asked of the new one.
    void disconnect() { administrator_.reset(); }
    void reconnect() { administrator_ = connect(keys_of(daemon_.administrator())); }
    RawClient& administrator() { return *administrator_; }
    zmq::context_t& context() { return context_; }
    std::string server_key() const { return profile_value(daemon_.administrator(), "server_key"); }

    void import_agencies() {
        v1::Request request;
        auto& import = *request.mutable_agency_import();
        auto& group = *import.add_groups();
        group.set_name("các sở, ban, ngành");
        for (int i = 0; i < province_agencies; ++i) {
            auto& agency = *import.add_agencies();
            agency.set_code(agency_code(i));
            agency.set_name("Sở Thử nghiệm số " + std::to_string(i));
            agency.set_level("province");
            group.add_members(agency_code(i));
        }
        expect_success(request);
    }

    void import_plan() {
        v1::Request request;
        auto& import = *request.mutable_plan_import();
        import.mutable_document()->set_number("01/KH-UBND");
        import.mutable_document()->set_issued("2023-05-13");
        import.mutable_document()->set_level("province");
        const std::vector<std::string> terms{"Trong năm 2023",        "Quý III năm 2023",
                                             "Trước 31/10/2023",      "Hết tháng 8/2023",
                                             "Thường xuyên",          "Chậm nhất trong ngày 20/6/2023",
                                             "Quý III-IV/2023",       "15/12/2023",
                                             "Trước ngày 15/01/2024", "Tháng 7 năm 2023"};
        for (int i = 0; i < 30; ++i) {
            auto& row = *import.add_rows();
            row.set_number(std::to_string(i + 1));
            row.set_title("Nhiệm vụ thử nghiệm thứ " + std::to_string(i + 1));
            row.set_deadline_text(terms[static_cast<std::size_t>(i) % terms.size()]);
            row.set_lead_text(i % 3 == 0 ? "Các sở, ban, ngành"
                                         : "Sở Thử nghiệm số " + std::to_string(i % 5));
        }
        expect_success(request);
    }

    void advance_to(const std::string& instant) {
        v1::Request request;
        request.mutable_clock_advance()->mutable_to()->set_seconds(
            parse_instant(instant).value().time_since_epoch().count());
        expect_success(request);
    }

    Keys grant(v1::Role::Kind role, const std::string& agency = {}) {
        const auto keys = new_keys();
        v1::Request request;
        request.mutable_key_grant()->set_public_key(keys.public_key);
        request.mutable_key_grant()->set_role(role);
        request.mutable_key_grant()->set_agency(agency);
        request.mutable_key_grant()->set_name(agency + std::to_string(++granted_));
        expect_success(request);
        return keys;
    }
    void revoke(const Keys& keys) {
        v1::Request request;
        request.mutable_key_revoke()->set_public_key(keys.public_key);
        expect_success(request);
    }

    // The whole log, one line an event.
    std::vector<std::string> log() {
        std::vector<std::string> lines;
        std::uint64_t after = 0;
        for (bool more = true; more;) {
            v1::Request request;
            request.mutable_log()->set_after(after);
            request.mutable_log()->set_limit(1000);
            const auto reply = administrator_->ask(request);
            for (const auto& event : reply.log().events()) {
                lines.push_back(event.ShortDebugString());
                after = event.id();
            }
            more = reply.log().more();
        }
        return lines;
    }

  private:
    void expect_success(const v1::Request& request) {
        const auto reply = administrator_->ask(request);
        if (reply.has_error()) throw std::runtime_error("refused: " + reply.error().ShortDebugString());
    }

    DaemonProcess& daemon_;
    zmq::context_t context_;
    std::string server_key_;
    std::unique_ptr<RawClient> administrator_;
    int granted_ = 0;
};

}  // namespace dondoc::test
