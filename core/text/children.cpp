// SPDX-License-Identifier: Apache-2.0
// Containers: tasks that follow their children.
#include <span>

#include "text/entries.h"

namespace dondoc::text {
namespace {

constexpr Entry children_sentences[] = {
    {"action.children_done", "hoàn thành theo nhiệm vụ con", "completed by its children"},
    {"action.children_open", "mở lại theo nhiệm vụ con", "reopened by its children"},
    {"cli.change.children", "Nhiệm vụ con thay đổi", "Its children have changed"},
    {"cli.change.children_done", "Hoàn thành theo nhiệm vụ con", "Completed by its children"},
    {"cli.change.children_open", "Mở lại theo nhiệm vụ con", "Reopened by its children"},

    {"assignment.children_open",
     "Phần việc {0} theo tiến độ các nhiệm vụ con nên chưa thể báo cáo hay hoàn thành: còn {1} nhiệm vụ con "
     "chưa xong: {2}. Khi chúng hoàn thành, phần việc này tự hoàn thành; vẫn có thể cập nhật tiến độ.",
     "Assignment {0} follows its task's children, so it cannot be reported or completed yet: {1} of them are "
     "open: {2}. When they are completed, so is this; its progress can be said at any time."},
    {"assignment.children_done",
     "Phần việc {0} theo tiến độ các nhiệm vụ con, và cả {1} nhiệm vụ con đã hoàn thành: {2}. Muốn mở lại, "
     "hãy "
     "mở lại một nhiệm vụ con.",
     "Assignment {0} follows its task's children, and all {1} of them are completed: {2}. To reopen it, "
     "reopen "
     "one of them."},
    {"term.follows_children",
     "Nhiệm vụ số {0} theo tiến độ các nhiệm vụ con nên không có thời hạn riêng. Muốn ấn định, trước hết hãy "
     "gỡ các nhiệm vụ con: dondoc task under --none.",
     "Task {0} follows its children, so it has no term of its own. To set one, take its children away first: "
     "dondoc task under --none."},

    {"parent.none_named", "Hãy nêu ít nhất một nhiệm vụ con.", "Name at least one child."},
    {"parent.no_reason", "Cần nêu lý do khi gỡ nhiệm vụ con (--reason).",
     "To take a child away needs a reason (--reason)."},
    {"parent.withdrawn", "Nhiệm vụ số {0} không còn trong văn bản nên không thể có hay làm nhiệm vụ con.",
     "Task {0} is no longer in its document, so it can neither have children nor be one."},
    {"parent.itself", "Nhiệm vụ số {0} không thể là con của chính nó.", "Task {0} cannot be its own child."},
    {"parent.cycle", "Nhiệm vụ số {0} chứa nhiệm vụ số {1}, nên không thể là con của nhiệm vụ đó.",
     "Task {0} contains task {1}, so it cannot be its child."},
    {"parent.kind",
     "Nhiệm vụ số {0} có thời hạn riêng hoặc là việc thường xuyên ({1}: “{2}”) nên không thể theo tiến độ "
     "các "
     "nhiệm vụ con.",
     "Task {0} has a term of its own or is a standing duty ({1}: “{2}”), so it cannot follow children."},
    {"parent.has_day",
     "Nhiệm vụ số {0} đã được ấn định thời hạn {1} nên không thể theo tiến độ các nhiệm vụ con. Muốn đổi, "
     "trước hết hãy bỏ thời hạn đó (--undo của dondoc task term hoặc event).",
     "The term of task {0} has been set to {1}, so it cannot follow children. To change that, undo the term "
     "first (--undo of dondoc task term or event)."},
    {"parent.other",
     "Nhiệm vụ số {0} đang là con của nhiệm vụ số {1}; trước hết hãy gỡ ra: dondoc task under --none {0} "
     "--reason “LÝ DO”.",
     "Task {0} is a child of task {1}; take it away first: dondoc task under --none {0} --reason TEXT."},
    {"parent.too_deep", "Đặt nhiệm vụ số {0} dưới nhiệm vụ số {1} sẽ có quá {2} cấp nhiệm vụ.",
     "Task {0} under task {1} would make more than {2} levels of tasks."},
    {"parent.too_many", "Nhiệm vụ số {0} không thể có quá {1} nhiệm vụ con.",
     "Task {0} cannot have more than {1} children."},

    {"cli.task.under_about", "đặt các nhiệm vụ làm con của một nhiệm vụ không có thời hạn riêng, hoặc gỡ ra",
     "make tasks the children of one without a term of its own, or take them away"},
    {"cli.option.under_ids", "nhiệm vụ chứa, rồi các nhiệm vụ con; với --none: chỉ các nhiệm vụ con",
     "the container, then its children; with --none: the children only"},
    {"cli.option.under_none", "không còn là con của nhiệm vụ nào", "nobody's children any more"},
    {"cli.option.under_reason", "lý do; cần khi gỡ ra", "why; needed to take children away"},
    {"cli.option.under", "chỉ các nhiệm vụ con (trực tiếp) của nhiệm vụ này",
     "only the (direct) children of this task"},
    {"cli.usage.no_children", "hãy nêu nhiệm vụ chứa, rồi ít nhất một nhiệm vụ con; để gỡ ra, dùng --none",
     "name the container and at least one child; to take children away, use --none"},
    {"cli.children.done", "Nhiệm vụ {0} nay là con của nhiệm vụ số {1} ({2}); đã báo {3} cơ quan.",
     "Tasks {0} are children of task {1} now ({2}); {3} agencies told."},
    {"cli.children.done_none", "Nhiệm vụ {0} không còn là nhiệm vụ con; đã báo {1} cơ quan.",
     "Tasks {0} are no children any more; {1} agencies told."},
    {"cli.children.unchanged", "Đã đúng như vậy; không có gì thay đổi.",
     "That is so already; nothing was changed."},
    {"cli.children.progress", "{0}/{1} nhiệm vụ con hoàn thành", "{0} of {1} children completed"},
    {"cli.children.due", "{0} (nhiệm vụ con)", "{0} (children)"},
    {"cli.children.parent", "Thuộc nhiệm vụ", "Child of"},
    {"cli.children.parent_value", "số {0} (mục {1}, {2}) {3}", "task {0} (row {1}, {2}) {3}"},
    {"cli.children.heading", "Nhiệm vụ con:", "Children:"},
    {"cli.children.follows", "Theo tiến độ các nhiệm vụ con: {0}.", "It follows its children: {0}."},
    {"cli.children.latest", "Ngày muộn nhất của chúng: {0}.", "Their latest day: {0}."},
    {"cli.children.standing.open", "chưa xong", "open"},
    {"cli.children.standing.completed", "hoàn thành", "completed"},
    {"cli.children.standing.standing_duty", "thường xuyên, không tính", "standing duty, does not count"},
    {"cli.children.standing.withdrawn", "đã thu hồi, không tính", "withdrawn, does not count"},
    {"cli.children.parents", "Thuộc nhiệm vụ nào:", "Whose child:"},
    {"cli.children.by_number", "theo số thứ tự trong văn bản", "by its number in the document"},
    {"cli.children.put_under", "  {0}: con của nhiệm vụ số {1} (mục {2}, {3}); {4}",
     "  {0}: child of task {1} (row {2}, {3}); {4}"},
    {"cli.children.taken_out", "  {0}: không là con của nhiệm vụ nào; {1}", "  {0}: nobody's child; {1}"},
    {"cli.children.nesting", "Mục {0} theo tiến độ các nhiệm vụ con của nó: {1}.",
     "Row {0} follows its children: {1}."},
    {"cli.children.linked", "{0} nhiệm vụ thành nhiệm vụ con theo số thứ tự.",
     "{0} tasks have become children by their numbers."},
    {"cli.children.linked_one", "{0} nhiệm vụ thành nhiệm vụ con theo số thứ tự.",
     "{0} task has become a child by its number."},
};

}  // namespace

std::span<const Entry> children_entries() {
    return children_sentences;
}

}  // namespace dondoc::text
