// SPDX-License-Identifier: GPL-3.0-or-later
// HTML that is built piece by piece. A text becomes a part of it in one way only, escaped, so nobody can
// forget to. What a browser would run or follow cannot be written by accident: scripts, styles, handlers of
// events and foreign addresses are refused when this is compiled. The pages are well-formed XML, too, which
// their tests read.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "report/page.h"
#include "web/pages/address.h"

namespace dondoc::web::pages {

class Html {
  public:
    Html() = default;
    Html(std::string_view text);  // escaped, like the next two
    Html(const std::string& text) : Html(std::string_view{text}) {}
    Html(const char* text) : Html(std::string_view{text}) {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Html(Number number)
        : markup_(std::to_string(number)) {}

    Html& operator+=(const Html& more) {
        markup_ += more.markup_;
        return *this;
    }
    // HTML whose values were escaped by whoever made it: the bodies of web::Frame alone.
    static Html made_elsewhere(std::string markup);

    bool empty() const noexcept { return markup_.empty(); }
    const std::string& markup() const noexcept { return markup_; }

  private:
    friend class Element;
    friend Html chart_picture(const report::Chart& chart);
    friend Html whole_page(std::string_view lang, const Html& head, const Html& body);

    std::string markup_;
};

// The name of an element. Forms are made by form() and query_form() (forms.h); there are no scripts and
// styles but those of the frame.
class Tag {
  public:
    consteval Tag(const char* name) : name_(name) {
        for (const std::string_view refused :
             {"script", "style", "form", "iframe", "object", "embed", "base", "link"})
            if (name_ == refused) throw std::logic_error("this element is not for pages");
    }
    std::string_view name() const noexcept { return name_; }
    bool is_void() const noexcept;  // without contents and end: <input/>

  private:
    friend class Element;
    struct Trusted {};
    constexpr Tag(std::string_view name, Trusted) : name_(name) {}

    std::string_view name_;
};

// Attributes whose value is text.
class TextName {
  public:
    consteval TextName(const char* name) : name_(name) {
        for (const std::string_view refused :
             {"href", "src", "action", "formaction", "style", "srcdoc", "srcset", "data"})
            if (name_ == refused)
                throw std::logic_error("this attribute takes an Address, or is not for pages");
        if (name_.starts_with("on")) throw std::logic_error("handlers of events are not for pages");
    }
    std::string_view name() const noexcept { return name_; }

  private:
    std::string_view name_;
};

// Attributes that lead somewhere.
class LinkName {
  public:
    consteval LinkName(const char* name) : name_(name) {
        bool known = false;
        for (const std::string_view one : {"href", "src", "action", "formaction"}) known |= name_ == one;
        if (!known) throw std::logic_error("this attribute takes a text");
    }
    std::string_view name() const noexcept { return name_; }

  private:
    std::string_view name_;
};

class Attribute {
  public:
    Attribute(TextName name, std::string_view text) : name_(name.name()), value_(text) {}
    Attribute(TextName name, const std::string& text) : name_(name.name()), value_(text) {}
    Attribute(TextName name, const char* text) : name_(name.name()), value_(text) {}
    Attribute(TextName name, std::uint64_t number) : name_(name.name()), value_(std::to_string(number)) {}
    Attribute(TextName name, bool is_there) : name_(name.name()), is_there_(is_there) {}
    Attribute(LinkName name, const Address& address) : name_(name.name()), value_(address.text()) {}

  private:
    friend class Element;
    std::string_view name_;
    std::string value_;
    bool is_there_ = true;
};
using Attributes = std::initializer_list<Attribute>;

// Writes one element; used through el() and by what makes forms and the frame.
class Element {
  public:
    Element(Tag tag, Attributes attributes);
    Element& add(const Html& content) {
        html_ += content;
        return *this;
    }
    Html done() &&;

    static Element form(Attributes attributes);
    static Element frame(std::string_view name,
                         Attributes attributes);  // what only the frame has: link, script

  private:
    Tag tag_;
    Html html_;
};

template <class... Parts>
Html el(Tag tag, Attributes attributes, const Parts&... parts) {
    Element element{tag, attributes};
    (element.add(Html(parts)), ...);
    return std::move(element).done();
}
template <class... Parts>
Html el(Tag tag, const Parts&... parts) {
    return el(tag, Attributes{}, parts...);
}
// Pieces side by side.
template <class... Parts>
Html all(const Parts&... parts) {
    Html html;
    ((html += Html(parts)), ...);
    return html;
}

Html chart_picture(const report::Chart& chart);
Html whole_page(std::string_view lang, const Html& head, const Html& body);

}  // namespace dondoc::web::pages
