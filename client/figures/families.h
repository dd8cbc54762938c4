// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in the text format of Prometheus: printed, answered over HTTP, or put where the textfile collector
// of node_exporter reads them.
#pragma once

#include <prometheus/metric_family.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace dondoc::figures {

using Labels = std::vector<std::pair<std::string, std::string>>;

class Families {
  public:
    // What is added next belongs to this family.
    void begin(std::string name, std::string help,
               prometheus::MetricType type = prometheus::MetricType::Gauge);
    void add(double value, const Labels& labels = {});

    // Families of one figure.
    void gauge(std::string name, std::string help, double value);
    void counter(std::string name, std::string help, double value);

    std::string text() const;

  private:
    std::vector<prometheus::MetricFamily> families_;
};

// The collector reads its folder at any moment, as another user: the file is there whole, for everybody to
// read. Throws std::filesystem::filesystem_error.
void write_for_collector(const std::filesystem::path& file, const std::string& text);

}  // namespace dondoc::figures
