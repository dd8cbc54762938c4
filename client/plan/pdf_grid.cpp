#include "plan/pdf_grid.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>

#include "domain/message.h"
#include "plan/pdf_pages.h"

namespace dondoc::plan {
namespace {

constexpr int longest_silence_ms = 2'500;            // each page that is read says something
constexpr rlim_t child_memory = 1024u << 20;         // bytes
constexpr rlim_t child_seconds = 120;                // of computing, for the longest plan
constexpr std::size_t max_answer_bytes = 96u << 20;  // the tables as text

// Sanitizers reserve far more address space than the child may have.
#if defined(__has_feature)
constexpr bool under_sanitizer = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool under_sanitizer = true;
#else
constexpr bool under_sanitizer = false;
#endif

// What the child says: one record a line, texts by their length. "P" page done, "T" table, "R line" or, after
// a page's end, "N line", "C merged span bytes" with the paragraphs behind it, "L page
// bytes" with a line of running text behind it, "E key argument" refused, "."
// all is said.
void say(const std::string& record) {
    std::size_t done = 0;
    while (done < record.size()) {
        const auto count = ::write(STDOUT_FILENO, record.data() + done, record.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) ::_exit(1);
        done += static_cast<std::size_t>(count);
    }
}

std::string record_of(const Table& table) {
    std::string text = "T\n";
    for (const auto& row : table.rows) {
        text += (row.after_break ? "N " : "R ") + std::to_string(row.line) + "\n";
        for (const auto& cell : row.cells) {
            std::string paragraphs;
            for (const auto& paragraph : cell.paragraphs) paragraphs += paragraph + "\n";
            text += "C " + std::to_string(cell.continues_above ? 1 : 0) + " " + std::to_string(cell.span) +
                    " " + std::to_string(paragraphs.size()) + "\n" + paragraphs;
        }
    }
    return text;
}

std::string record_of(const ProseLine& line) {
    return "L " + std::to_string(line.line) + " " + std::to_string(line.text.size()) + "\n" + line.text;
}

[[noreturn]] void be_the_child(std::string_view bytes, int out) {
    ::dup2(out, STDOUT_FILENO);
    const int nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, STDERR_FILENO);
    ::dup2(nowhere, STDIN_FILENO);
    const rlimit memory{child_memory, child_memory};
    if (!under_sanitizer) ::setrlimit(RLIMIT_AS, &memory);
    const rlimit seconds{child_seconds, child_seconds};
    ::setrlimit(RLIMIT_CPU, &seconds);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::setrlimit(RLIMIT_FSIZE, &none);
    ::signal(SIGXFSZ, SIG_IGN);  // a cache of fonts that cannot be written is no reason to die
    try {
        read_pdf_pages(bytes, [](const Grid& found) {
            for (const auto& line : found.prose) say(record_of(line));
            for (const auto& table : found.tables) say(record_of(table));
            say("P\n");
        });
        say(".\n");
    } catch (const UserError& error) {
        const auto& args = error.message().args;
        say("E " + error.message().key + " " + (args.empty() ? "" : args.front()) + "\n.\n");
    } catch (...) {
        ::_exit(1);
    }
    ::_exit(0);
}

// Everything it says; nothing where it dies, is silent for too long, or says too much.
std::string listen(int in) {
    std::string answer;
    std::array<char, 64 * 1024> block{};
    for (;;) {
        pollfd waiting{in, POLLIN, 0};
        const auto ready = ::poll(&waiting, 1, longest_silence_ms);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return {};
        const auto got = ::read(in, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        answer.append(block.data(), static_cast<std::size_t>(got));
        if (answer.size() > max_answer_bytes) return {};
    }
    return answer.ends_with(".\n") ? answer : std::string{};
}

class AnswerReader {
  public:
    explicit AnswerReader(std::string_view answer) : rest_(answer) {}

    Grid take() {
        Grid grid;
        std::size_t rows = 0;
        while (!rest_.empty()) {
            auto record = until('\n');
            const char kind = record.empty() ? '.' : record[0];
            record.remove_prefix(std::min<std::size_t>(2, record.size()));
            if (kind == 'T') {
                grid.tables.emplace_back();
            } else if ((kind == 'R' || kind == 'N') && !grid.tables.empty()) {
                if (++rows > max_rows) throw UserError("plan.too_long", {std::to_string(max_rows)});
                grid.tables.back().rows.emplace_back();
                grid.tables.back().rows.back().after_break = kind == 'N';
                grid.tables.back().rows.back().line = static_cast<std::uint32_t>(number(record));
            } else if (kind == 'C' && !grid.tables.empty() && !grid.tables.back().rows.empty()) {
                grid.tables.back().rows.back().cells.push_back(cell(record));
            } else if (kind == 'L') {
                const auto page = static_cast<std::uint32_t>(number(record));
                grid.prose.push_back({page, 0, std::string(bytes(number(record)))});
            } else if (kind == 'E') {
                const auto space = record.find(' ');
                throw UserError(std::string(record.substr(0, space)),
                                {std::string(record.substr(space + 1))});
            }
        }
        return grid;
    }

  private:
    static std::size_t number(std::string_view& text) {
        std::size_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.starts_with(' ')) text.remove_prefix(1);
        return error == std::errc{} ? value : 0;
    }
    std::string_view until(char mark) {
        const auto end = std::min(rest_.find(mark), rest_.size());
        const auto part = rest_.substr(0, end);
        rest_.remove_prefix(std::min(rest_.size(), end + 1));
        return part;
    }
    std::string_view bytes(std::size_t count) {
        const auto part = rest_.substr(0, count);
        rest_.remove_prefix(part.size());
        return part;
    }
    Cell cell(std::string_view record) {
        Cell cell;
        cell.continues_above = number(record) != 0;
        cell.span = static_cast<std::uint32_t>(number(record));
        auto text = bytes(number(record));
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            cell.paragraphs.emplace_back(text.substr(0, end));
            text.remove_prefix(std::min(text.size(), end + 1));
        }
        return cell;
    }

    std::string_view rest_;
};

}  // namespace

Grid read_pdf_grid(std::string_view bytes) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw UserError("plan.pdf_unreadable", {});
    const auto child = ::fork();
    if (child == 0) be_the_child(bytes, ends[1]);
    ::close(ends[1]);
    const auto answer = child > 0 ? listen(ends[0]) : std::string{};
    ::close(ends[0]);
    if (child > 0) {
        if (answer.empty()) ::kill(child, SIGKILL);
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    if (answer.empty()) throw UserError("plan.pdf_unreadable", {});
    return AnswerReader(answer).take();
}

}  // namespace dondoc::plan
