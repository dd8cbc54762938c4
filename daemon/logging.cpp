// SPDX-License-Identifier: Apache-2.0
#include "logging.h"

#include <sodium.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "domain/log_fields.h"
#include "domain/plain_text.h"

namespace dondoc {
namespace {

// syslog(3)
constexpr std::array<char, 7> priorities{'7', '7', '6', '4', '3', '2', '6'};

char priority_of(spdlog::level::level_enum level) {
    return priorities.at(static_cast<std::size_t>(level));
}

// sd-daemon(3): "<3>" is an error.
class PriorityFlag final : public spdlog::custom_flag_formatter {
  public:
    void format(const spdlog::details::log_msg& entry, const std::tm&, spdlog::memory_buf_t& out) override {
        const char prefix[] = {'<', priority_of(entry.level), '>'};
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

// The same for one event wherever it is said: the first half of SHA-256 of "dondoc:" and its name.
std::string message_id(const std::string& event) {
    const auto text = "dondoc:" + event;
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    constexpr std::size_t id_bytes = 16;
    std::array<char, 2 * id_bytes + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), id_bytes);
    return hex.data();
}

class JournalSink final : public spdlog::sinks::base_sink<std::mutex> {
  protected:
    void sink_it_(const spdlog::details::log_msg& entry) override {
        const auto text = escaped({entry.payload.data(), entry.payload.size()});
        std::vector<std::string> fields{"MESSAGE=" + text,
                                        std::string{"PRIORITY="} + priority_of(entry.level)};
        for (const auto& [name, value] : log_fields(text)) {
            auto field = "DONDOC_" + name;
            std::ranges::transform(field, field.begin(), [](unsigned char c) { return std::toupper(c); });
            fields.push_back(field + "=" + value);
            if (name == "event") fields.push_back("MESSAGE_ID=" + message_id(value));
        }
        std::vector<iovec> parts;
        for (auto& field : fields) parts.push_back({field.data(), field.size()});
        if (sd_journal_sendv(parts.data(), static_cast<int>(parts.size())) >= 0) return;
        // The journal is away: standard error may still lead somewhere.
        std::fprintf(stderr, "<%c>%s\n", priority_of(entry.level), text.c_str());
    }
    void flush_() override {}
};

// systemd says which stream is the journal's, so that one that was led elsewhere is not taken for it.
bool stderr_is_the_journal() {
    const char* said = std::getenv("JOURNAL_STREAM");
    struct stat stream {};
    return said != nullptr && ::fstat(STDERR_FILENO, &stream) == 0 &&
           said == std::to_string(stream.st_dev) + ":" + std::to_string(stream.st_ino);
}

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
    using config::LogFormat;
    const bool is_journal = settings.format != LogFormat::Text && stderr_is_the_journal();
    const bool under_systemd = std::getenv("JOURNAL_STREAM") != nullptr;
    const bool journal =
        settings.format == LogFormat::Journal || (settings.format == LogFormat::Auto && under_systemd);
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    formatter->add_flag<EscapedText>('_');
    if (journal)
        formatter->add_flag<PriorityFlag>('*').set_pattern("%*%_");
    else
        formatter->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %_");
    spdlog::sink_ptr sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    if (is_journal) sink = std::make_shared<JournalSink>();
    auto logger = std::make_shared<spdlog::logger>("dondocd", std::move(sink));
    logger->set_formatter(std::move(formatter));
    logger->set_level(level_of(settings.level));
    spdlog::set_default_logger(std::move(logger));
}

void set_log_level(config::LogLevel level) {
    spdlog::default_logger_raw()->set_level(level_of(level));
}

}  // namespace dondoc
