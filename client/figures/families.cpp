// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/families.h"

#include <prometheus/text_serializer.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace dondoc::figures {

void Families::begin(std::string name, std::string help, prometheus::MetricType type) {
    families_.push_back({std::move(name), std::move(help), type, {}});
}

void Families::add(double value, const Labels& labels) {
    auto& family = families_.back();
    prometheus::ClientMetric metric;
    for (const auto& [name, label] : labels) metric.label.push_back({name, label});
    (family.type == prometheus::MetricType::Counter ? metric.counter.value : metric.gauge.value) = value;
    family.metric.push_back(std::move(metric));
}

void Families::gauge(std::string name, std::string help, double value) {
    begin(std::move(name), std::move(help));
    add(value);
}

void Families::counter(std::string name, std::string help, double value) {
    begin(std::move(name), std::move(help), prometheus::MetricType::Counter);
    add(value);
}

std::string Families::text() const {
    return prometheus::TextSerializer{}.Serialize(families_);
}

void write_for_collector(const std::filesystem::path& file, const std::string& text) {
    namespace fs = std::filesystem;
    auto beside = file;
    beside += ".new";
    std::ofstream out{beside, std::ios::binary};
    out << text;
    out.close();
    if (!out) throw fs::filesystem_error("write", beside, std::error_code{errno, std::generic_category()});
    fs::permissions(beside, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read |
                                fs::perms::others_read);
    fs::rename(beside, file);
}

}  // namespace dondoc::figures
