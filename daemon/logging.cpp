// SPDX-License-Identifier: Apache-2.0
#include "logging.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "domain/plain_text.h"

namespace dondoc {
namespace {

// sd-daemon(3): "<3>" is an error, "<4>" a warning, "<6>" information, "<7>" debugging.
class PriorityFlag final : public spdlog::custom_flag_formatter {
  public:
    void format(const spdlog::details::log_msg& entry, const std::tm&, spdlog::memory_buf_t& out) override {
        static constexpr std::array<char, 7> priorities{'7', '7', '6', '4', '3', '2', '6'};
        const char prefix[] = {'<', priorities.at(static_cast<std::size_t>(entry.level)), '>'};
        out.append(prefix, prefix + sizeof prefix);
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<PriorityFlag>(); }
};

// The words of an entry. What came from outside stays in its line, and does nothing to a terminal.
class EscapedText final : public spdlog::custom_flag_formatter {
  public:
    void format(const spdlog::details::log_msg& entry, const std::tm&, spdlog::memory_buf_t& out) override {
        const auto text = escaped({entry.payload.data(), entry.payload.size()});
        out.append(text.data(), text.data() + text.size());
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<EscapedText>(); }
};

spdlog::level::level_enum level_of(config::LogLevel level) {
    switch (level) {
        case config::LogLevel::Debug:
            return spdlog::level::debug;
        case config::LogLevel::Info:
            return spdlog::level::info;
        case config::LogLevel::Warning:
            return spdlog::level::warn;
        case config::LogLevel::Error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

}  // namespace

void set_up_logging(const config::LogSettings& settings) {
    const bool under_systemd = std::getenv("JOURNAL_STREAM") != nullptr;
    const bool journal = settings.format == config::LogFormat::Journal ||
                         (settings.format == config::LogFormat::Auto && under_systemd);
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    formatter->add_flag<EscapedText>('_');
    if (journal)
        formatter->add_flag<PriorityFlag>('*').set_pattern("%*%_");
    else
        formatter->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %_");
    auto logger =
        std::make_shared<spdlog::logger>("dondocd", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_formatter(std::move(formatter));
    logger->set_level(level_of(settings.level));
    spdlog::set_default_logger(std::move(logger));
}

}  // namespace dondoc
