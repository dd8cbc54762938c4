// SPDX-License-Identifier: GPL-3.0-or-later
// A message of the document axis (edXML, QCVN 102:2016/BTTTT) as far as dondoc reads it. Fields are found by
// their names, whatever prefix they have; what is not there stays not there. No claim of conformity is made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/civil.h"
#include "signature/signature.h"

namespace dondoc::edxml {

enum class Business { New = 0, Recall = 1, Update = 2, Replacement = 3 };

// A document as others name it. Of it the id is enough.
struct Reference {
    std::string document_id;           // "H56.01,2025/07/15,12/CT-UBND"
    std::string organ;                 // code of the issuer
    std::string number;                // "12/CT-UBND"
    std::optional<local_days> issued;  // nullopt: not said, or no day
};

struct Attachment {
    std::string name;     // as the message has it: never a path to be used
    std::string content;  // decoded
};

struct Message {
    Reference document;
    std::string organ_name, subject, content, document_type;
    std::vector<std::string> to;  // codes
    int priority = 0;             // 0 ordinary, 1 urgent (khẩn), 2 (thượng khẩn), 3 (hỏa tốc)
    std::optional<local_days> due;
    std::string due_text;  // as it was written, where it is no day
    std::string steering;  // SteeringType
    Business business = Business::New;
    std::string reason;
    std::vector<Reference> response_for;
    std::vector<Reference> replaces;  // of a replacement, an update or a recall
    std::vector<Attachment> attachments;
    signature::Signature signature;  // as read: none, or not checked
};

inline constexpr std::size_t largest_message = 64u << 20;  // bytes

// Reads it in a confined child process, as files of plans are (plan/formats/sandbox.h). Throws UserError
// "edxml.too_big", "edxml.doctype", "edxml.no_header", "edxml.no_document", "edxml.attachment",
// "edxml.too_many", "edxml.long_text", "edxml.broken", "edxml.several", "plan.xml_deep", "plan.reader_died".
Message read_message(std::string_view bytes);

// The same in this process.
Message read_message_here(std::string_view bytes);

// What becomes of a document at the receiver: "01" arrived, "02" refused, "03" received, "05" in work, "06"
// done.
std::string status_message(const Reference& document, const std::string& organ, const std::string& code,
                           const std::string& description, sys_seconds at);

}  // namespace dondoc::edxml
