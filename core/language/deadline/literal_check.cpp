// SPDX-License-Identifier: Apache-2.0
// Figures are found by looking at characters, without the words and rules of the first reading. Only what
// cannot be told in another way is held against the term: a day with its year, a month or quarter with its
// word, a year of four figures, "năm sau", "hằng". Remarks in brackets, documents' numbers and periods of
// data are passed over.
#include "language/deadline/literal_check.h"

#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "language/words/normalize.h"
#include "language/words/unicode.h"

namespace dondoc::language {
namespace {

bool is_mark_of_date(char c) {
    return c == '/' || c == '-' || c == '.';
}

// Without brackets, documents ("15/2023/NĐ-CP") and the clause that names a period of data.
std::string bare(std::string_view phrase) {
    std::string kept;
    int depth = 0;
    for (const char c : fold(phrase)) {
        depth += c == '(' ? 1 : 0;
        if (depth == 0) kept += c;
        if (c == ')' && depth > 0) --depth;
    }
    for (const std::string_view data : {"số liệu", "dữ liệu", "tính đến", "tính từ", "kỳ báo cáo từ"}) {
        const auto at = kept.find(data);
        if (at == std::string::npos) continue;
        const auto end = kept.find_first_of(",;", at);
        kept.erase(at, end == std::string::npos ? std::string::npos : end - at);
    }
    return kept;
}

struct Figures {
    std::vector<local_days> days;  // with their years
    std::vector<int> years;        // of days, too
    std::vector<int> months;       // "tháng 6"
    std::vector<int> quarters;     // "quý III", "quý 3"
};

class Finder {
  public:
    explicit Finder(std::string text) : text_(std::move(text)) {}

    Figures take() {
        while (at_ < text_.size()) {
            if (is_digit(text_[at_]))
                read_run();
            else
                ++at_;
        }
        find_named("tháng", figures_.months);
        find_quarters();
        return std::move(figures_);
    }
    const std::string& text() const { return text_; }

  private:
    // Figures with "/", "-" or "." between them and nothing else.
    void read_run() {
        std::vector<int> numbers;
        const auto begin = at_;
        std::string marks;
        for (;;) {
            int number = 0;
            const auto first = at_;
            for (; at_ < text_.size() && is_digit(text_[at_]) && at_ - first < 5; ++at_)
                number = number * 10 + (text_[at_] - '0');
            numbers.push_back(number);
            if (at_ < text_.size()) marks += text_[at_];
            const bool goes_on =
                at_ + 1 < text_.size() && is_mark_of_date(text_[at_]) && is_digit(text_[at_ + 1]);
            if (!goes_on) break;
            ++at_;
        }
        const bool of_document = at_ < text_.size() && text_[at_] == '/';
        if (of_document) return;
        if (numbers.size() == 3 && marks[0] == marks[1]) take_day(numbers[2], numbers[1], numbers[0]);
        if (numbers.size() == 1 && ends_with(begin, "năm ") && take_written_day(begin, numbers[0])) return;
        for (const int number : numbers)
            if (may_be_year(number)) figures_.years.push_back(number);
    }

    void take_day(int year, int month, int day) {
        const auto civil_day = date::year{year} / date::month{static_cast<unsigned>(month)} /
                               date::day{static_cast<unsigned>(day)};
        if (may_be_year(year) && civil_day.ok()) figures_.days.push_back(local_days{civil_day});
    }

    // "15 tháng 01 năm 2024", seen from its year.
    bool take_written_day(std::size_t year_at, int year) {
        const auto month_at = text_.rfind("tháng ", year_at);
        if (month_at == std::string::npos || month_at < 2) return false;
        std::size_t end = month_at + std::string_view{"tháng "}.size();
        int month = 0;
        for (; end < year_at && is_digit(text_[end]); ++end) month = month * 10 + (text_[end] - '0');
        if (text_.substr(end, year_at - end) != " năm ") return false;
        auto day_end = month_at;
        while (day_end > 0 && text_[day_end - 1] == ' ') --day_end;
        auto day_at = day_end;
        while (day_at > 0 && is_digit(text_[day_at - 1])) --day_at;
        if (day_at == day_end || day_end - day_at > 2) return false;
        take_day(year, month, std::stoi(text_.substr(day_at, day_end - day_at)));
        figures_.years.push_back(year);
        return true;
    }

    bool ends_with(std::size_t at, std::string_view word) const {
        return std::string_view(text_).substr(0, at).ends_with(word);
    }

    void find_named(std::string_view word, std::vector<int>& found) {
        for (auto at = text_.find(word); at != std::string::npos; at = text_.find(word, at + 1)) {
            auto next = at + word.size();
            while (next < text_.size() && text_[next] == ' ') ++next;
            int number = 0;
            const auto first = next;
            for (; next < text_.size() && is_digit(text_[next]) && next - first < 3; ++next)
                number = number * 10 + (text_[next] - '0');
            constexpr int months = 12;
            if (next > first && number >= 1 && number <= months) found.push_back(number);
        }
    }

    void find_quarters() {
        find_named("quý", figures_.quarters);
        static constexpr std::array<std::string_view, 4> names{"iii", "iv", "ii", "i"};
        static constexpr std::array<int, 4> numbers{3, 4, 2, 1};
        constexpr std::string_view word = "quý ";
        for (auto at = text_.find(word); at != std::string::npos; at = text_.find(word, at + 1))
            for (std::size_t i = 0; i < names.size(); ++i) {
                const auto next = at + word.size() + names[i].size();
                if (text_.compare(at + word.size(), names[i].size(), names[i]) != 0) continue;
                const bool ends = next >= text_.size() || !is_letter_byte(text_[next]);
                if (ends) figures_.quarters.push_back(numbers[i]);
                break;
            }
    }
    static bool is_letter_byte(char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    }

    std::string text_;
    std::size_t at_ = 0;
    Figures figures_;
};

bool has_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

class Check {
  public:
    Check(std::string_view phrase, const Deadline& deadline, local_days issued)
        : finder_(bare(phrase)), figures_(finder_.take()), issued_year_(year_of(issued)) {
        for (const auto day : due_days(deadline.term)) {
            told_.push_back(day);
            told_.push_back(day + date::days{1});  // "trước ngày ..."
        }
        if (const auto start = start_day(deadline.term)) told_.push_back(*start);
        const auto* recurring = std::get_if<Recurring>(&deadline.term);
        endless_ = recurring && recurring->repetition.is_endless();
        one_day_ = std::holds_alternative<DueOn>(deadline.term);
        open_ = std::holds_alternative<From>(deadline.term);
        relative_ = kind_of(deadline.term) == DeadlineKind::Relative;
        std::ranges::sort(told_);
    }

    bool holds() const {
        if (told_.empty() || relative_) return true;
        const bool days = std::ranges::all_of(figures_.days, [&](local_days day) { return is_told(day); });
        return days && years_hold() && (endless_ || open_ || months_hold()) && words_hold();
    }

  private:
    static int year_of(local_days day) { return int{date::year_month_day{day}.year()}; }
    bool is_told(local_days day) const { return std::ranges::binary_search(told_, day); }

    // Each year that is named is one of the days', and where none is named they lie near the document's.
    bool years_hold() const {
        const int first = year_of(told_.front());
        const int last = year_of(told_.back());
        if (endless_) return true;
        if (open_) return true;
        for (const int year : figures_.years)
            if (year < first || year > last) return false;
        const bool told_on =
            has_any(finder_.text(), {"năm sau", "năm tiếp theo", "năm kế tiếp", "năm liền kề", "năm tới"});
        if (figures_.years.empty()) return last <= issued_year_ + 2 && (!told_on || last > issued_year_);
        const int named = *std::ranges::max_element(figures_.years);
        const int due = year_of(told_.back() - date::days{1});
        return due == named || due == named - 1 || (told_on && due == named + 1);
    }

    // A month or quarter that is named lies between the first and the last day of the term.
    bool months_hold() const {
        const auto covers = [&](int first_month, int last_month) {
            for (int year = year_of(told_.front()); year <= year_of(told_.back()); ++year) {
                const auto first = civil(year, static_cast<unsigned>(first_month), 1);
                const auto last = local_days{date::year{year} /
                                             date::month{static_cast<unsigned>(last_month)} / date::last};
                if (told_.front() <= last && first <= told_.back()) return true;
            }
            return false;
        };
        return std::ranges::all_of(figures_.months, [&](int month) { return covers(month, month); }) &&
               std::ranges::all_of(figures_.quarters,
                                   [&](int quarter) { return covers(quarter * 3 - 2, quarter * 3); });
    }

    bool words_hold() const {
        if (!one_day_) return true;
        return !has_any(finder_.text(), {"hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng",
                                         "hàng tháng", "mỗi năm", "mỗi quý", "mỗi tháng"});
    }

    Finder finder_;
    Figures figures_;
    int issued_year_;
    std::vector<local_days> told_;
    bool endless_ = false, one_day_ = false, open_ = false, relative_ = false;
};

}  // namespace

bool accounts_for_literals(std::string_view phrase, const Deadline& deadline, local_days issued) {
    return Check(phrase, deadline, issued).holds();
}

}  // namespace dondoc::language
