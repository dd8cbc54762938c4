#include "language/running_duty.h"

#include <algorithm>

#include "language/agency_words.h"
#include "language/prose_term.h"
#include "language/role_words.h"
#include "language/words.h"

namespace dondoc::language {
namespace {

constexpr std::size_t longest_paragraph = 8000;  // bytes; the longest known has about 1,500

const Phrases assigning{"giao", "đề nghị", "yêu cầu", "giao cho", "phân công"};
const Phrases who_assigns{"ubnd tỉnh",           "chủ tịch ubnd tỉnh",   "ubnd huyện",
                          "chủ tịch ubnd huyện", "ủy ban nhân dân tỉnh", "chủ tịch ủy ban nhân dân tỉnh",
                          "thủ tướng chính phủ"};
const Phrases said_by_itself{"có trách nhiệm", "có nhiệm vụ"};  // the duty stands behind it
const Phrases leading{"chủ trì"};
const Phrases with{"phối hợp với", "phối hợp cùng", "phối hợp cùng với", "phối hợp"};
const Phrases bracket_heads{"cơ quan chủ trì",  "đơn vị chủ trì", "cơ quan thực hiện",
                            "đơn vị thực hiện", "chủ trì",        "thực hiện"};
const Phrases doing{"thực hiện", "chủ trì", "phối hợp", "chịu trách nhiệm", "làm đầu mối", "tham mưu"};

struct Range {
    std::size_t begin, end;  // tokens
};

bool is_joint(const Token& token) {
    return token.is(',') || token.is(';') || token.is(':') || token.is('-');
}

class Paragraph {
  public:
    Paragraph(std::string_view text, const std::optional<NamedAgencies>& heading)
        : words_(split_words(text)), tokens_(words_.tokens), heading_(heading) {}

    std::vector<RunningDuty> take() {
        std::vector<RunningDuty> duties;
        bool open = false;   // the part before this one belongs to the last duty
        bool dated = false;  // which has a term already
        for (const auto& part : parts()) {
            auto duty = read(part);
            const bool own = !duty.lead.empty();
            const bool has_term = !duty.deadline.empty();
            if (open && !own && !(dated && has_term)) {
                auto& last = duties.back();
                last.title += joint_before(part) + duty.title;
                if (has_term) last.deadline = duty.deadline;
                dated = dated || has_term;
                continue;
            }
            if (!own && heading_) {
                duty.lead = heading_->lead;
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

    // Sentences, and within them what ";" parts, but not inside brackets.
    std::vector<Range> parts() const {
        std::vector<Range> parts;
        std::size_t begin = 0;
        int depth = 0;
        const auto add = [&](std::size_t end) {
            if (end > begin) parts.push_back({begin, end});
            begin = end + 1;
        };
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const auto& token = tokens_[i];
            if (token.is('(')) ++depth;
            if (token.is(')')) depth = std::max(0, depth - 1);
            if (depth > 0) continue;
            const bool last = i + 1 == tokens_.size();
            if (token.is('.') &&
                (last || (tokens_[i + 1].spaced && tokens_[i + 1].upper) || tokens_[i + 1].is('/')))
                add(i);
            else if (token.is(';') && (begins_assignment(i + 1) || has_term({begin, i})))
                add(i);
        }
        add(tokens_.size());
        return parts;
    }

    bool begins_assignment(std::size_t at) const {
        const auto word = assigning.match(tokens_, at);
        return word && begins_agency(tokens_, at + word);
    }
    bool has_term(const Range& part) const { return !find_terms(tokens_, part.begin, part.end).empty(); }

    std::string text(std::size_t begin, std::size_t end) const {
        while (begin < end && (is_joint(tokens_[begin]) || tokens_[begin].is('+'))) ++begin;
        while (end > begin &&
               (is_joint(tokens_[end - 1]) || tokens_[end - 1].is('.') || tokens_[end - 1].is('/')))
            --end;
        std::string text{words_.slice(begin, end)};
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    RunningDuty read(Range part) const {
        RunningDuty duty;
        std::string list;
        for (const auto& term : find_terms(tokens_, part.begin, part.end))
            list += (list.empty() ? "" : "; ") + text(term.begin, term.end);
        duty.deadline = std::move(list);
        while (part.begin < part.end && is_joint(tokens_[part.begin])) ++part.begin;
        if (read_bracket(part, duty)) return duty;
        auto at = part.begin;
        if (const auto office = who_assigns.match(tokens_, at);
            office && assigning.match(tokens_, at + office))
            at += office;
        at += assigning.match(tokens_, at);
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
        auto rest = end;
        duty.lead = text(at, end);
        rest += said_by_itself.match(tokens_, rest);
        rest = read_roles(rest, part.end, duty);
        duty.title = text(rest, part.end);
    }

    // A duty under a heading that names who leads: "Chủ trì, phối hợp với Sở Y rà soát ...".
    void read_share(const Range& part, RunningDuty& duty) const {
        read_roles(part.begin, part.end, duty);
        duty.title = text(part.begin, part.end);
    }

    // Steps over "chủ trì, phối hợp với Sở Y"; returns where the duty itself begins.
    std::size_t read_roles(std::size_t at, std::size_t end, RunningDuty& duty) const {
        const auto begin = at;
        auto next = at + leading.match(tokens_, at);
        while (next > at && next < end && is_joint(tokens_[next])) ++next;
        const auto joined = with.match(tokens_, next);
        if (!joined || !(begins_agency(tokens_, next + joined))) return next > begin ? next : begin;
        const auto names = next + joined;
        const auto last = end_of_agencies(tokens_, names, end);
        if (last == end) return begin;  // no verb: where the names end cannot be told
        duty.cooperating = text(names, last);
        return last;
    }

    const Words words_;
    const std::vector<Token>& tokens_;
    const std::optional<NamedAgencies>& heading_;
};

}  // namespace

std::optional<NamedAgencies> begins_with_agencies(std::string_view text) {
    const auto words = split_words(text.substr(0, longest_paragraph));
    const auto& tokens = words.tokens;
    auto at = who_assigns.match(tokens, 0);
    if (!at || !assigning.match(tokens, at)) at = 0;
    at += assigning.match(tokens, at);
    if (!begins_agency(tokens, at)) return std::nullopt;
    const auto end = end_of_agencies(tokens, at, tokens.size());
    NamedAgencies named;
    auto last = end;
    while (last > at && is_joint(tokens[last - 1])) --last;
    named.lead = words.slice(at, last);
    named.rest = words.slice(end, tokens.size());
    return named;
}

std::vector<RunningDuty> find_running_duties(std::string_view paragraph,
                                             const std::optional<NamedAgencies>& heading) {
    if (paragraph.size() > longest_paragraph) return {};
    return Paragraph(paragraph, heading).take();
}

}  // namespace dondoc::language
