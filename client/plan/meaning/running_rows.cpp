// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/meaning/running_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "language/readers.h"
#include "plan/formats/text_search.h"
#include "plan/meaning/labelled_lines.h"
#include "plan/meaning/prose.h"

namespace dondoc::plan {
namespace {

constexpr std::size_t longest_shown = 80;  // bytes of a sentence in its doubt

// Sections that say why and how, and assign nothing.
bool is_purpose(const std::string& heading) {
    const auto folded = language::fold(heading);
    return begins_with_any(folded, {"mục đích", "yêu cầu", "mục tiêu", "quan điểm", "căn cứ", "tình hình",
                                    "kết quả", "đánh giá", "sự cần thiết", "phạm vi", "đối tượng",
                                    "nguyên tắc", "thực trạng", "tồn tại", "định hướng", "hạn chế"}) &&
           !holds_any(folded, {"nhiệm vụ", "giải pháp"});
}

// What a document begins and ends with.
bool is_formula(const std::string& text) {
    return begins_with_any(language::fold(text.substr(0, 80)),
                           {"trên đây là", "trong quá trình", "kèm theo", "(kèm theo", "(ban hành kèm",
                            "nơi nhận", "để tiếp tục", "tm.", "kt.", "tl."}) ||
           holds_any(language::fold(text.substr(0, 160)), {"thông báo để", "thông báo đến", "thông báo tới"});
}

// Behind "... kết luận như sau:" stands what has to be done; before it, what was said.
bool begins_to_assign(const std::string& text) {
    const auto folded = language::fold(text);
    for (const std::string_view end :
         {"như sau:", "yêu cầu:", "kết luận:", "chỉ thị:", "chỉ đạo:", "quyết nghị:", "sau đây:"})
        if (folded.ends_with(end)) return true;
    return false;
}
bool is_title_of_a_conclusion(const Paragraph& paragraph) {
    return paragraph.number.empty() &&
           begins_with_any(language::fold(paragraph.text.substr(0, 40)), {"kết luận ", "quyết nghị "});
}

std::vector<std::string> folded_words(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (const char c : language::fold(text)) {
        if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            word += c;
        else
            end();
    }
    end();
    return words;
}

// The rows of the tables by pairs of neighbouring words: how much of a sentence does one of them say?
class KnownRows {
  public:
    explicit KnownRows(const std::vector<v1::PlanRow>& rows) {
        for (const auto& row : rows) add(row.title() + " . " + row.requirement() + " . " + row.solution());
    }

    // True where it was known already; from now on it is.
    bool knows(const std::string& duty) {
        const auto pairs = pairs_of(duty);
        std::unordered_map<std::size_t, std::size_t> shared;
        std::size_t most = 0;
        for (const auto& pair : pairs)
            if (const auto found = rows_.find(pair); found != rows_.end())
                for (const auto row : found->second) most = std::max(most, ++shared[row]);
        if (!pairs.empty() && most * 10 >= pairs.size() * 7) return true;
        add(duty);
        return false;
    }

  private:
    static std::unordered_set<std::string> pairs_of(const std::string& text) {
        const auto words = folded_words(text);
        std::unordered_set<std::string> pairs;
        for (std::size_t i = 0; i + 1 < words.size(); ++i) pairs.insert(words[i] + " " + words[i + 1]);
        return pairs;
    }
    // A pair that many rows have tells none of them; leaving it there keeps the search linear.
    void add(const std::string& text) {
        constexpr std::size_t most_rows = 50;
        for (const auto& pair : pairs_of(text)) {
            auto& rows = rows_[pair];
            if (rows.size() < most_rows) rows.push_back(count_);
        }
        ++count_;
    }

    std::unordered_map<std::string, std::vector<std::size_t>> rows_;
    std::size_t count_ = 0;
};

std::string shown(const std::string& text) {
    if (text.size() <= longest_shown) return text;
    const auto space = text.rfind(' ', longest_shown);
    return text.substr(0, space == std::string::npos ? 0 : space) + " …";
}

std::string section_of(const std::vector<std::string>& headings) {
    std::string section;
    for (const auto& heading : headings) section += (section.empty() ? "" : " > ") + heading;
    return section;
}

class Finder {
  public:
    // `by_title`: nothing in the text says where the duties begin, so the title does.
    Finder(PlanTableReading& reading, bool by_title)
        : reading_(reading), known_(reading.rows), by_title_(by_title) {}

    void add(const Paragraph& paragraph) {
        if (take_labels(paragraph)) return;
        const bool of_the_task = task_ && is_labelled(paragraph.text);  // "Địa điểm: ..."
        if (!of_the_task) end_card();
        const auto rows = reading_.rows.size();
        if (!of_the_task) {
            task_ = &paragraph;
            rows_before_task_ = rows;
        }
        read(paragraph);
        const bool known = std::exchange(known_already_, false);
        if (reading_.rows.size() == rows && !known) note_unread(paragraph);
    }

    void end() {
        end_card();
        if (unread_ == 0) return;
        reading_.problems.push_back({"plan.prose_unread", {std::to_string(unread_), unread_texts_}});
    }

  private:
    void read(const Paragraph& paragraph) {
        if (begins_to_assign(paragraph.text) || (by_title_ && is_title_of_a_conclusion(paragraph)))
            assigning_ = true;
        if (is_formula(paragraph.text)) return;
        if (paragraph.headings.empty() &&
            begins_with_any(language::fold(paragraph.text.substr(0, 20)), {"căn cứ "}))
            return;
        if (std::any_of(paragraph.headings.begin(), paragraph.headings.end(), is_purpose)) return;
        if (paragraph.heading) {  // what it announces stands below it
            subject_.reset();
            return;
        }
        if (announces(paragraph)) return;
        const auto heading = given_to(paragraph);
        for (auto& duty : language::find_running_duties(paragraph.text, heading)) {
            // Before the first heading stands why the document is issued; only a list there, or what names
            // both who and by when, is a duty.
            const bool told = !assigning_ && paragraph.headings.empty() && paragraph.number.empty() &&
                              !assigns(paragraph.text);
            if (!told || (!duty.lead.empty() && !duty.deadline.empty())) add(paragraph, duty);
        }
    }

    // "- Cơ quan chủ trì: Sở A." below the task that is meant.
    bool take_labels(const Paragraph& paragraph) {
        if (!task_) return false;
        const auto labels = labels_of(paragraph.text);
        if (labels.empty() || labels.front().text.empty() || labels.front().kind == Label::Kind::Other)
            return false;
        if (!card_) card_.emplace();
        for (const auto& label : labels) {
            if (label.kind == Label::Kind::Other) continue;
            auto& field = label.kind == Label::Kind::Lead          ? card_->lead
                          : label.kind == Label::Kind::Cooperating ? card_->cooperating
                                                                   : card_->deadline;
            if (!label.text.empty()) field += (field.empty() ? "" : "; ") + label.text;
        }
        return true;
    }

    void end_card() {
        if (!card_) return;
        auto duty = std::move(*card_);
        card_.reset();
        if (reading_.rows.size() > rows_before_task_) {  // the task says some of it by itself
            auto& row = reading_.rows.back();
            if (row.lead_text().empty()) row.set_lead_text(duty.lead);
            if (row.cooperating_text().empty()) row.set_cooperating_text(duty.cooperating);
            if (row.deadline_text().empty()) row.set_deadline_text(duty.deadline);
            return;
        }
        auto place = *task_;
        if (place.heading && !place.headings.empty()) place.headings.pop_back();
        const auto end = place.text.find_last_not_of(" .:;");
        duty.title = place.text.substr(0, end == std::string::npos ? 0 : end + 1);
        add(place, duty);
    }

    // What names somebody or a term and gave no duty is said.
    void note_unread(const Paragraph& paragraph) {
        constexpr std::size_t most_shown = 5;
        if (paragraph.heading || paragraph.text.ends_with(":")) return;
        const auto named = language::begins_with_agencies(paragraph.text);
        const bool says_more = named && named->rest.find_first_not_of(" .;,/") != std::string::npos;
        const bool of_nobody = paragraph.headings.empty() && paragraph.number.empty() && !assigning_;
        const bool of_no_task = is_formula(paragraph.text) ||
                                std::any_of(paragraph.headings.begin(), paragraph.headings.end(), is_purpose);
        const bool of_a_list =
            assigning_ && !paragraph.number.empty() && (says_more || !named) && !of_no_task;
        if (!language::sets_term(paragraph.text) && !of_a_list && (!says_more || of_nobody || of_no_task))
            return;
        if (unread_++ < most_shown)
            unread_texts_ += (unread_texts_.empty() ? "“" : ", “") + shown(paragraph.text) + "”";
    }

    static bool assigns(const std::string& text) {
        const auto folded = language::fold(text.substr(0, 80));
        return begins_with_any(folded, {"giao ", "đề nghị ", "yêu cầu "}) ||
               holds_any(folded, {" giao ", " yêu cầu "});
    }

    // "- Sở Y tế:" or "Yêu cầu Giám đốc các sở:" above a list of its own: who the items are given to.
    bool announces(const Paragraph& paragraph) {
        if (!paragraph.text.ends_with(":")) return false;
        auto named = language::begins_with_agencies(paragraph.text);
        if (!named) return false;
        subject_ = Subject{std::move(*named), paragraph.number, paragraph.headings};
        return true;
    }

    // By what was announced above its list, else by the heading.
    std::optional<language::NamedAgencies> given_to(const Paragraph& paragraph) {
        const bool below = subject_ && !paragraph.number.empty() && paragraph.number != subject_->number &&
                           paragraph.headings == subject_->headings;
        if (below) return subject_->named;
        subject_.reset();
        if (paragraph.headings.empty()) return std::nullopt;
        return language::begins_with_agencies(paragraph.headings.back());
    }

    void add(const Paragraph& paragraph, language::RunningDuty& duty) {
        if (known_.knows(duty.title)) {
            known_already_ = true;
            return;
        }
        v1::PlanRow row;
        row.set_number("việc " + std::to_string(++count_));
        row.set_section(section_of(paragraph.headings));
        row.set_title(std::move(duty.title));
        row.set_deadline_text(std::move(duty.deadline));
        row.set_lead_text(std::move(duty.lead));
        row.set_cooperating_text(std::move(duty.cooperating));
        row.mutable_source()->set_line(paragraph.line);
        row.set_running_text(shown(paragraph.text));
        reading_.rows.push_back(std::move(row));
    }

    struct Subject {
        language::NamedAgencies named;
        std::string number;  // of the line that names them; its list has others
        std::vector<std::string> headings;
    };

    PlanTableReading& reading_;
    std::optional<Subject> subject_;
    std::optional<language::RunningDuty> card_;  // of the labels below `task_`
    const Paragraph* task_ = nullptr;            // the paragraph before
    std::size_t rows_before_task_ = 0;
    KnownRows known_;
    bool known_already_ = false;  // a duty of the paragraph is a row of a table
    bool by_title_;
    bool assigning_ = false;  // "... kết luận như sau:" was met
    std::size_t unread_ = 0;
    std::string unread_texts_;
    std::size_t count_ = 0;
};

}  // namespace

void add_running_rows(const std::vector<ProseLine>& prose, PlanTableReading& reading) {
    const auto paragraphs = paragraphs_of_prose(prose);
    const bool announced = std::any_of(paragraphs.begin(), paragraphs.end(), [](const Paragraph& paragraph) {
        return begins_to_assign(paragraph.text);
    });
    Finder finder(reading, !announced);
    for (const auto& paragraph : paragraphs) finder.add(paragraph);
    finder.end();
}

}  // namespace dondoc::plan
