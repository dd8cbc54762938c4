// SPDX-License-Identifier: GPL-3.0-or-later
// A signature is checked twice: whether what was signed is what is there, by the certificate that it brings;
// and, where that is so, whether an authority vouches for that certificate. Only certificates give keys, and
// only references into the message count, so that it cannot vouch for itself, nor have anything fetched.
// Everything that is read must lie in what was signed: a signed piece beside another that is read proves
// nothing.
#include "signature/checker.h"

#include <xmlsec/xmlsec.h>

#include <libxml/parser.h>
#include <openssl/x509.h>
#include <xmlsec/errors.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/openssl/symbols.h>
#include <xmlsec/openssl/x509.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

#include <algorithm>
#include <array>
#include <climits>
#include <ctime>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "domain/message.h"
#include "domain/plain_text.h"
#include "plan/formats/sandbox.h"

namespace dondoc::signature {
namespace {

struct Freed {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlSecDSigCtx* context) const { xmlSecDSigCtxDestroy(context); }
    void operator()(xmlSecKeysMngr* keys) const { xmlSecKeysMngrDestroy(keys); }
};
using Document = std::unique_ptr<xmlDoc, Freed>;
using Context = std::unique_ptr<xmlSecDSigCtx, Freed>;
using Keys = std::unique_ptr<xmlSecKeysMngr, Freed>;

constexpr std::string_view end_of_certificate = "-----END CERTIFICATE-----";
constexpr int deepest = 200;
constexpr std::size_t most_signatures = 20;
// What dondoc reads of a message (edxml/message.cpp), by the names of its elements.
constexpr std::array<const char*, 3> read_elements{"MessageHeader", "TraceHeaderList", "Attachment"};

// Once in a process. What the library says of broken messages would be lines of a log that help nobody; its
// own beginning sets who is told.
void begin_library() {
    static const bool begun = [] {
        xmlInitParser();
        const bool is_there =
            xmlSecInit() == 0 && xmlSecOpenSSLAppInit(nullptr) == 0 && xmlSecOpenSSLInit() == 0;
        xmlSecErrorsSetCallback(
            [](const char*, int, const char*, const char*, const char*, int, const char*) {});
        return is_there;
    }();
    if (!begun) throw std::runtime_error("libxmlsec1 cannot be used");
}

Keys make_keys(const std::vector<std::string>& authorities) {
    Keys keys{xmlSecKeysMngrCreate()};
    if (!keys || xmlSecOpenSSLAppDefaultKeysMngrInit(keys.get()) != 0)
        throw std::runtime_error("libxmlsec1 has no memory");
    for (const auto& pem : authorities) {
        const auto* bytes = reinterpret_cast<const xmlSecByte*>(pem.data());
        if (xmlSecOpenSSLAppKeysMngrCertLoadMemory(keys.get(), bytes, static_cast<xmlSecSize>(pem.size()),
                                                   xmlSecKeyDataFormatPem, xmlSecKeyDataTypeTrusted) != 0)
            return nullptr;
    }
    return keys;
}

Document parse(std::string_view message) {
    if (message.size() > INT_MAX) return nullptr;
    // Attachments are long texts; entities are never expanded.
    constexpr int options = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    return Document{
        xmlReadMemory(message.data(), static_cast<int>(message.size()), nullptr, nullptr, options)};
}

template <typename Act>
void visit(xmlNode* node, const Act& act, int depth = 0) {
    if (depth > deepest) throw std::length_error("too deep");
    if (node->type != XML_ELEMENT_NODE) return;
    act(node);
    for (auto* child = node->children; child != nullptr; child = child->next) visit(child, act, depth + 1);
}

std::size_t count_read(xmlNode* node) {
    std::size_t count = 0;
    visit(node, [&](const xmlNode* one) {
        const std::string_view name = reinterpret_cast<const char*>(one->name);
        if (std::ranges::find(read_elements, name) != read_elements.end()) ++count;
    });
    return count;
}

// The element that a reference names; nullptr: there is none.
xmlNode* referred(xmlDoc* document, const xmlChar* uri) {
    if (uri == nullptr || uri[0] == '\0') return xmlDocGetRootElement(document);
    const auto* id = uri[0] == '#' ? xmlGetID(document, uri + 1) : nullptr;
    return id == nullptr ? nullptr : id->parent;
}

bool covers_all(xmlDoc* document, const xmlSecDSigCtx& context) {
    const auto all = count_read(xmlDocGetRootElement(document));
    const auto count = xmlSecPtrListGetSize(&const_cast<xmlSecDSigCtx&>(context).signedInfoReferences);
    for (xmlSecSize i = 0; i < count; ++i) {
        const auto* reference = static_cast<xmlSecDSigReferenceCtx*>(
            xmlSecPtrListGetItem(&const_cast<xmlSecDSigCtx&>(context).signedInfoReferences, i));
        auto* element = referred(document, reference->uri);
        if (element != nullptr && count_read(element) == all) return true;
    }
    return false;
}

std::string common_name(X509_NAME* name) {
    if (name == nullptr) return {};
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0) return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) return {};
    const std::unique_ptr<unsigned char, void (*)(unsigned char*)> owned{
        text, [](unsigned char* bytes) { OPENSSL_free(bytes); }};
    return visible({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

Context make_context(xmlSecKeysMngr* keys, bool by_authority, sys_seconds now) {
    Context context{xmlSecDSigCtxCreate(keys)};
    if (!context) throw std::runtime_error("libxmlsec1 has no memory");
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument;
    auto& reading = context->keyInfoReadCtx;
    reading.certsVerificationTime = static_cast<time_t>(now.time_since_epoch().count());
    if (!by_authority) reading.flags |= XMLSEC_KEYINFO_FLAGS_X509DATA_DONT_VERIFY_CERTS;
    const auto allow = [&](xmlSecTransformId transform) {
        if (xmlSecDSigCtxEnableReferenceTransform(context.get(), transform) != 0)
            throw std::runtime_error("libxmlsec1 lacks a transform");
    };
    for (const auto transform :
         {xmlSecTransformEnvelopedId, xmlSecTransformInclC14NId, xmlSecTransformInclC14NWithCommentsId,
          xmlSecTransformExclC14NId, xmlSecTransformExclC14NWithCommentsId, xmlSecTransformSha1Id,
          xmlSecTransformSha256Id, xmlSecTransformSha384Id, xmlSecTransformSha512Id})
        allow(transform);
    xmlSecPtrListEmpty(&reading.enabledKeyData);
    if (xmlSecPtrListAdd(&reading.enabledKeyData,
                         const_cast<void*>(static_cast<const void*>(xmlSecKeyDataX509Id))) < 0)
        throw std::runtime_error("libxmlsec1 has no memory");
    return context;
}

// xmlSecDSigCtxVerify() leaves its marks in the document: each time it is given one of its own.
class Trial {
  public:
    Trial(std::string_view message, std::size_t nth, const std::vector<std::string>& authorities,
          sys_seconds now, bool by_authority)
        : document_(parse(message)),
          keys_(make_keys(by_authority ? authorities : std::vector<std::string>{})) {
        const auto element = signatures_in(document_.get()).at(nth);
        const std::array<const xmlChar*, 4> ids{reinterpret_cast<const xmlChar*>("Id"),
                                                reinterpret_cast<const xmlChar*>("ID"),
                                                reinterpret_cast<const xmlChar*>("id"), nullptr};
        xmlSecAddIDs(document_.get(), xmlDocGetRootElement(document_.get()),
                     const_cast<const xmlChar**>(ids.data()));
        context_ = make_context(keys_.get(), by_authority, now);
        carried_out_ = xmlSecDSigCtxVerify(context_.get(), element) == 0;
    }

    bool could_be_done() const { return carried_out_ && context_->status != xmlSecDSigStatusUnknown; }
    bool matches() const { return carried_out_ && context_->status == xmlSecDSigStatusSucceeded; }
    bool covers_all_that_is_read() const { return covers_all(document_.get(), *context_); }

    void name(Signature& found) const {
        auto* key = context_->signKey;
        auto* data = key == nullptr ? nullptr : xmlSecKeyGetData(key, xmlSecKeyDataX509Id);
        auto* certificate = data == nullptr ? nullptr : xmlSecOpenSSLKeyDataX509GetKeyCert(data);
        if (certificate == nullptr) return;
        found.signer = common_name(X509_get_subject_name(certificate));
        found.issuer = common_name(X509_get_issuer_name(certificate));
    }

    static std::vector<xmlNode*> signatures_in(xmlDoc* document) {
        std::vector<xmlNode*> found;
        visit(xmlDocGetRootElement(document), [&](xmlNode* one) {
            if (xmlSecCheckNodeName(one, xmlSecNodeSignature, xmlSecDSigNs)) found.push_back(one);
        });
        return found;
    }

  private:
    Document document_;
    Keys keys_;
    Context context_;
    bool carried_out_ = false;
};

Signature check_one(std::string_view message, std::size_t nth, const std::vector<std::string>& authorities,
                    sys_seconds now) {
    Signature found;
    const Trial by_its_own_certificate{message, nth, authorities, now, false};
    by_its_own_certificate.name(found);
    if (!by_its_own_certificate.could_be_done())
        found.verdict = Verdict::NotChecked;
    else if (!by_its_own_certificate.matches())
        found.verdict = Verdict::Invalid;
    else if (!by_its_own_certificate.covers_all_that_is_read())
        found.verdict = Verdict::Partial;
    else
        found.verdict =
            Trial{message, nth, authorities, now, true}.matches() ? Verdict::Valid : Verdict::UnknownSigner;
    return found;
}

// From the worst to the best.
int rank(Verdict verdict) {
    constexpr std::array order{Verdict::Invalid, Verdict::NotChecked, Verdict::Partial,
                               Verdict::UnknownSigner, Verdict::Valid};
    return static_cast<int>(std::ranges::find(order, verdict) - order.begin());
}

void join(std::string& names, const std::string& name) {
    if (name.empty() || names.find(name) != std::string::npos) return;
    names += (names.empty() ? "" : "; ") + name;
}

}  // namespace

Checker::Checker(const std::vector<std::filesystem::path>& authorities) {
    begin_library();
    for (const auto& file : authorities) {
        std::ifstream in{file, std::ios::binary};
        std::ostringstream bytes;
        bytes << in.rdbuf();
        const auto text = bytes.str();
        const auto known = authorities_.size();
        for (std::size_t from = 0, end = 0; (end = text.find(end_of_certificate, from)) != std::string::npos;
             from = end) {
            end += end_of_certificate.size();
            authorities_.push_back(text.substr(from, end - from) + "\n");
        }
        if (!in || authorities_.size() == known || !make_keys(authorities_))
            throw UserError("signature.authorities", {}, file.string());
    }
}

Signature Checker::check_here(std::string_view message, sys_seconds now) const {
    const auto document = parse(message);
    if (!document || xmlDocGetRootElement(document.get()) == nullptr) return {Verdict::NotChecked, {}, {}};
    const auto count = Trial::signatures_in(document.get()).size();
    if (count > most_signatures) return {Verdict::NotChecked, {}, {}};
    Signature all;
    for (std::size_t i = 0; i < count; ++i) {
        const auto one = check_one(message, i, authorities_, now);
        if (i == 0 || rank(one.verdict) < rank(all.verdict)) all.verdict = one.verdict;
        join(all.signer, one.signer);
        join(all.issuer, one.issuer);
    }
    return all;
}

Signature Checker::check(std::string_view message, sys_seconds now) const {
    try {
        const auto answer = plan::read_in_sandbox(
            [&](const plan::Beat&) {
                const auto found = check_here(message, now);
                plan::Grid grid;
                auto& cells = grid.tables.emplace_back().rows.emplace_back().cells;
                for (const auto& text :
                     {std::to_string(static_cast<int>(found.verdict)), found.signer, found.issuer})
                    cells.emplace_back().paragraphs = {text};
                return grid;
            },
            "plan.reader_died");
        const auto& cells = answer.tables.at(0).rows.at(0).cells;
        const auto text = [&](std::size_t at) {
            return cells.at(at).empty() ? std::string{} : cells[at].paragraphs.front();
        };
        const int verdict = text(0).size() == 1 ? text(0)[0] - '0' : -1;
        if (verdict < 0 || verdict > static_cast<int>(Verdict::Valid)) return {Verdict::NotChecked, {}, {}};
        return {static_cast<Verdict>(verdict), text(1), text(2)};
    } catch (const UserError&) {
        return {Verdict::NotChecked, {}, {}};
    } catch (const std::out_of_range&) {
        return {Verdict::NotChecked, {}, {}};
    }
}

}  // namespace dondoc::signature
