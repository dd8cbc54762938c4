// SPDX-License-Identifier: Apache-2.0
#include "language/rows/running_duty.h"

#include <algorithm>

#include "language/agency/agency_words.h"
#include "language/agency/name_shape.h"
#include "language/agency/role_words.h"
#include "language/deadline/duty_words.h"
#include "language/deadline/prose_term.h"
#include "language/words/words.h"

namespace dondoc::language {
namespace {

constexpr std::size_t longest_paragraph = 8000;  // bytes; the longest known has about 1,500

const Phrases assigning{"giao",          "đề nghị",         "yêu cầu",     "giao cho", "phân công",
                        "tiếp tục giao", "thống nhất giao", "đồng ý giao", "cũng giao"};
// Who may give somebody else a duty: "Chủ tịch UBND tỉnh yêu cầu Sở Y tế ...".
const auto who_assigns = Phrases::of(
    "ubnd | ủy ban nhân dân | chủ tịch | phó chủ tịch | thủ tướng chính phủ | chính phủ | thủ tướng | "
    "thường trực | ban chỉ đạo | bộ trưởng | ban thường vụ | tỉnh ủy | đồng chí | hđnd");
// "Chủ tịch UBND tỉnh yêu cầu:" does not give the list below to himself.
const Phrases only_speaking{"yêu cầu",         "giao",     "đề nghị",   "phân công",        "điện",
                            "chỉ đạo như sau", "kết luận", "có ý kiến", "kết luận như sau", "chỉ đạo:"};
const Phrases said_by_itself{"có trách nhiệm", "có nhiệm vụ"};  // the duty stands behind it
const Phrases leading{"chủ trì", "là cơ quan chủ trì", "làm đầu mối", "chịu trách nhiệm chủ trì"};
const Phrases with{"phối hợp với", "phối hợp cùng", "phối hợp cùng với",    "cùng",
                   "cùng với",     "phối hợp",      "phối hợp chặt chẽ với"};
const Phrases joining_in{"phối hợp", "phối hợp thực hiện", "cùng phối hợp"};
const Phrases bracket_heads{"cơ quan chủ trì",  "đơn vị chủ trì", "cơ quan thực hiện",
                            "đơn vị thực hiện", "chủ trì",        "thực hiện"};
const Phrases doing{"thực hiện", "chủ trì", "phối hợp", "chịu trách nhiệm", "làm đầu mối", "tham mưu"};
// What was done, or how things are, is no duty: "Sở Y tế đã tiêm cho 80% ...".
const auto reporting = Phrases::of(
    "đã | đang | chưa | vẫn | còn | đạt | bị | có | cho biết | cho rằng | báo cáo tại | là | hiện | "
    "mới | cơ bản | ghi nhận | đánh giá cao | biểu dương | hoan nghênh | nhất trí | đồng ý | "
    "thống nhất | chủ trì cuộc họp | chủ trì hội nghị | chủ trì buổi làm việc | kết luận | nhận được | "
    "nhận thấy");
const Phrases having_to{"có trách nhiệm", "có nhiệm vụ", "có văn bản",  "có giải pháp",
                        "có phương án",   "có báo cáo",  "có kế hoạch", "có biện pháp",
                        "là cơ quan",     "là đơn vị",   "là đầu mối"};

// "Về kinh phí: Sở Tài chính ...", "Ngoài ra, Sở Y tế ...": what is spoken of, before who has to do it.
const auto topics = Phrases::of(
    "về | đối với | liên quan | liên quan đến | ngoài ra | đồng thời | trước mắt | bên cạnh đó | riêng | "
    "theo đó | thời gian tới | trong thời gian tới | từ nay đến cuối năm | trên cơ sở đó | tiếp theo | "
    "nhằm | để | trường hợp");

struct Range {
    std::size_t begin, end;  // tokens
    bool item = false;       // of a list: a duty of its own
};

bool is_joint(const Token& token) {
    return token.is(',') || token.is(';') || token.is(':') || token.is('-');
}

// Past "Giao", "Chủ tịch UBND tỉnh yêu cầu"; `at`: nobody is given anything there.
std::size_t behind_assignment(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
    if (const auto word = assigning.match(tokens, at))
        return begins_agency(tokens, at + word) ? at + word : at;
    if (!who_assigns.match(tokens, at)) return at;
    const auto office = end_of_agencies(tokens, at, end);
    const auto word = office > at ? assigning.match(tokens, office) : 0;
    return word && begins_agency(tokens, office + word) ? office + word : at;
}

std::string text_of(const Words& words, std::size_t begin, std::size_t end) {
    const auto& tokens = words.tokens;
    while (begin < end && (is_joint(tokens[begin]) || tokens[begin].is('+'))) ++begin;
    while (end > begin && (is_joint(tokens[end - 1]) || tokens[end - 1].is('.') || tokens[end - 1].is('/')))
        --end;
    std::string text{words.slice(begin, end)};
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// Steps over "chủ trì, phối hợp với Sở Y" and "chủ trì, Sở Y phối hợp"; returns where the duty itself begins.
std::size_t read_roles(const std::vector<Token>& tokens, const Words& words, std::size_t at, std::size_t end,
                       std::string& cooperating) {
    auto behind = at;
    while (behind < end && is_joint(tokens[behind])) ++behind;
    const auto lead = leading.match(tokens, behind);
    const auto begin = lead ? behind + lead : at;
    auto next = lead ? begin : behind;
    while (next < end && is_joint(tokens[next])) ++next;
    const auto joined = with.match(tokens, next);
    const auto names = next + joined;
    if (!begins_agency(tokens, names) && !general_words(tokens, names)) return begin;
    if (!joined && !lead) return begin;
    const auto last = end_of_agencies(tokens, names, end);
    const auto role = joined ? 0 : joining_in.match(tokens, last);
    if (last == end || (!joined && !role)) return begin;  // no verb: where the names end cannot be told
    cooperating = text_of(words, names, last);
    return last + role;
}

class Paragraph {
  public:
    Paragraph(std::string_view text, const std::optional<NamedAgencies>& heading)
        : words_(split_words(text)), tokens_(words_.tokens), heading_(heading ? &*heading : nullptr) {}

    std::vector<RunningDuty> take() {
        std::vector<RunningDuty> duties;
        bool open = false;   // the part before this one belongs to the last duty
        bool dated = false;  // which has a term already
        for (const auto& part : parts()) {
            if (announces(part)) {
                open = false;
                continue;
            }
            auto duty = read(part);
            const bool own = !duty.lead.empty();
            const bool has_term = !duty.deadline.empty();
            if (open && !own && !part.item && !(dated && has_term)) {
                auto& last = duties.back();
                last.title += joint_before(part) + duty.title;
                if (has_term) last.deadline = duty.deadline;
                dated = dated || has_term;
                continue;
            }
            if (!own && heading_) {
                duty.lead = heading_->lead;
                if (duty.cooperating.empty()) duty.cooperating = heading_->cooperating;
            } else if (!own && open) {  // a second term for whom the sentence before it names
                duty.lead = duties.back().lead;
            }
            duties.push_back(std::move(duty));
            open = true;
            dated = has_term;
        }
        std::erase_if(duties, [](const RunningDuty& duty) {
            return duty.title.empty() || (duty.lead.empty() && duty.deadline.empty());
        });
        return duties;
    }

  private:
    std::string joint_before(const Range& part) const {
        const auto& token = tokens_[part.begin - 1];
        return token.is(';') ? "; " : token.is('.') ? ". " : " ";
    }

    // Sentences, and within them what ";" parts and the items of a list, but not inside brackets.
    std::vector<Range> parts() const {
        std::vector<Range> parts;
        std::size_t begin = 0;
        bool item = false;
        int depth = 0;
        const auto add = [&](std::size_t end, std::size_t next, bool next_is_item) {
            if (has_words(begin, end)) parts.push_back({begin, end, item});
            begin = next;
            item = next_is_item;
        };
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const auto& token = tokens_[i];
            if (depth == 0 && begins_item(i)) {
                add(i, i + 2, true);
                ++i;
                continue;
            }
            if (token.is('(')) ++depth;
            if (token.is(')')) depth = std::max(0, depth - 1);
            if (depth > 0) continue;
            const bool last = i + 1 == tokens_.size();
            if (token.is('.') &&
                (last || (tokens_[i + 1].spaced && tokens_[i + 1].upper) || tokens_[i + 1].is('/')))
                add(i, i + 1, false);
            else if ((token.is(':') || token.is(',')) && topics.match(tokens_, begin) &&
                     (begins_assignment(i + 1) || begins_subject(i + 1)))
                begin = i + 1;
            else if (token.is(':') && begins_assignment(i + 1))  // "Kinh phí: giao Sở Tài chính ..."
                add(i, i + 1, false);
            else if (token.is(';') && (begins_assignment(i + 1) || has_term({begin, i}) ||
                                       (begins_subject(i + 1) && !is_names_alone(begin, i))))
                add(i, i + 1, false);
            else if (token.is(',') && begins_subject(i + 1) && has_term({begin, i}))
                add(i, i + 1, false);
        }
        add(tokens_.size(), tokens_.size(), false);
        return parts;
    }

    // "a)" of "Sở A: a) ...; b) ...", at the beginning or behind a mark.
    bool begins_item(std::size_t at) const {
        if (at + 1 >= tokens_.size() || !tokens_[at + 1].is(')') || !tokens_[at].is_word()) return false;
        if (tokens_[at].end - tokens_[at].begin > 2 || tokens_[at + 1].spaced)
            return false;  // "đ" has two bytes
        return at == 0 || (!tokens_[at - 1].is_word() && !tokens_[at - 1].is_number());
    }

    // "Sở A có trách nhiệm:" before the items of its list: they are its duties.
    bool announces(const Range& part) {
        if (!tokens_[part.end - 1].is(':')) return false;
        auto named = begins_with_agencies(words_.slice(part.begin, part.end));
        if (!named) return false;
        announced_ = std::move(named);
        heading_ = announced_ ? &*announced_ : nullptr;
        return true;
    }

    bool has_words(std::size_t begin, std::size_t end) const {
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(std::max(begin, end)),
                           [](const Token& token) { return token.is_word() || token.is_number(); });
    }
    // "Các sở, ban, ngành" of "Các sở, ban, ngành; UBND cấp xã rà soát".
    bool is_names_alone(std::size_t begin, std::size_t end) const {
        return end_of_agencies(tokens_, behind_assignment(tokens_, begin, end), end) == end;
    }

    bool begins_assignment(std::size_t at) const {
        const auto word = assigning.match(tokens_, at);
        return word && begins_agency(tokens_, at + word);
    }
    // A name and what it has to do.
    bool begins_subject(std::size_t at) const {
        if (!begins_agency(tokens_, at)) return false;
        const auto end = end_of_agencies(tokens_, at, tokens_.size());
        return end < tokens_.size() &&
               (begins_duty_behind_name(tokens_, end) || read_role_words(tokens_, end)) && !reports(end);
    }
    bool has_term(const Range& part) const { return !find_terms(tokens_, part.begin, part.end).empty(); }
    bool reports(std::size_t at) const {
        return reporting.match(tokens_, at) && !having_to.match(tokens_, at);
    }

    std::string text(std::size_t begin, std::size_t end) const { return text_of(words_, begin, end); }

    RunningDuty read(Range part) const {
        RunningDuty duty;
        std::string list;
        for (const auto& term : find_terms(tokens_, part.begin, part.end))
            list += (list.empty() ? "" : "; ") + text(term.begin, term.end);
        duty.deadline = std::move(list);
        while (part.begin < part.end && is_joint(tokens_[part.begin])) ++part.begin;
        if (read_bracket(part, duty)) return duty;
        const auto at = behind_assignment(tokens_, part.begin, part.end);
        const bool assigned = at > part.begin;
        if (begins_agency(tokens_, at))
            read_subject(at, part, assigned, duty);
        else if (heading_)
            read_share(part, duty);
        if (duty.title.empty()) duty.title = text(part.begin, part.end);
        return duty;
    }

    // "... (Giao Sở X chủ trì, Sở Y phối hợp thực hiện)"
    bool read_bracket(const Range& part, RunningDuty& duty) const {
        if (part.end == 0 || !tokens_[part.end - 1].is(')')) return false;
        auto open = part.end - 1;
        while (open > part.begin && !tokens_[open].is('(')) --open;
        auto at = open + 1;
        const auto given = assigning.match(tokens_, at);
        at += given;
        const auto head = bracket_heads.match(tokens_, at);
        at += head;
        if (at < part.end && tokens_[at].is(':')) ++at;
        if (!begins_agency(tokens_, at)) return false;
        const auto last = part.end - 1;
        bool role = given || head;
        for (auto i = at; i < last && !role; ++i) role = doing.match(tokens_, i) > 0;
        if (!role) return false;  // "(qua Sở Nội vụ)", "(Sở Nội vụ)" assign nothing
        split_roles(at, last, duty);
        duty.title = text(part.begin, open);
        return true;
    }

    // "Sở X chủ trì, Sở Y phối hợp thực hiện" of a bracket.
    void split_roles(std::size_t at, std::size_t last, RunningDuty& duty) const {
        auto cut = last;
        for (auto i = at; i < last; ++i)
            if (doing.match(tokens_, i) && !tokens_[i].upper) {
                cut = i;
                break;
            }
        duty.lead = text(at, cut);
        auto from = cut;
        while (from < last && (doing.match(tokens_, from) || is_joint(tokens_[from])))
            from += std::max<std::size_t>(1, doing.match(tokens_, from));
        from += Phrase{"với"}.match(tokens_, from);
        auto to = from;
        while (to < last && !doing.match(tokens_, to)) ++to;
        if (from < to && begins_agency(tokens_, from)) duty.cooperating = text(from, to);
    }

    // "Sở X chủ trì, phối hợp với Sở Y rà soát ...": who, with whom, what.
    void read_subject(std::size_t at, const Range& part, bool assigned, RunningDuty& duty) const {
        const auto end = end_of_agencies(tokens_, at, part.end);
        if (end == part.end && !assigned) return;  // names and nothing else
        if (const auto speech = only_speaking.match(tokens_, end);
            speech && (end + speech >= part.end || tokens_[end + speech].is(':')))
            return;
        if (!assigned && (reports(end) || !says_duty(end, part.end))) {
            duty.deadline.clear();  // a day that is told is no term
            return;
        }
        auto rest = end;
        duty.lead = text(at, end);
        rest += said_by_itself.match(tokens_, rest);
        rest = read_roles(tokens_, words_, rest, part.end, duty.cooperating);
        duty.title = text(rest, part.end);
    }

    // Behind a name stands what it does, not a mark that makes the name part of something else.
    bool says_duty(std::size_t at, std::size_t end) const {
        return at < end &&
               (tokens_[at].is_word() || tokens_[at].is(',') || tokens_[at].is(':') || tokens_[at].is('-'));
    }

    // A duty under a heading that names who leads: "Chủ trì, phối hợp với Sở Y rà soát ...".
    void read_share(const Range& part, RunningDuty& duty) const {
        read_roles(tokens_, words_, part.begin, part.end, duty.cooperating);
        duty.title = text(part.begin, part.end);
    }

    const Words words_;
    const std::vector<Token>& tokens_;
    const NamedAgencies* heading_;
    std::optional<NamedAgencies> announced_;  // by this paragraph itself
};

// "CHỦ TỊCH UBND TỈNH ĐIỆN:" in capitals, where the name does not end by itself.
bool ends_speaking(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
    for (auto at = end; at-- > begin + 1;)
        if (only_speaking.match(tokens, at) == end - at && end - at > 0) return true;
    return false;
}

}  // namespace

std::optional<NamedAgencies> begins_with_agencies(std::string_view text) {
    const auto words = split_words(text.substr(0, longest_paragraph));
    const auto& tokens = words.tokens;
    const auto at = behind_assignment(tokens, 0, tokens.size());
    if (!begins_agency(tokens, at)) return std::nullopt;
    const auto end = end_of_agencies(tokens, at, tokens.size());
    if (only_speaking.match(tokens, end) || ends_speaking(tokens, at, end)) return std::nullopt;
    NamedAgencies named;
    named.lead = text_of(words, at, end);
    named.rest = words.slice(end, tokens.size());
    read_roles(tokens, words, end + said_by_itself.match(tokens, end), tokens.size(), named.cooperating);
    return named;
}

bool sets_term(std::string_view text) {
    const auto words = split_words(text.substr(0, longest_paragraph));
    return !find_terms(words.tokens, 0, words.tokens.size()).empty();
}

std::vector<RunningDuty> find_running_duties(std::string_view paragraph,
                                             const std::optional<NamedAgencies>& heading) {
    if (paragraph.size() > longest_paragraph) return {};
    return Paragraph(paragraph, heading).take();
}

}  // namespace dondoc::language
