// SPDX-License-Identifier: GPL-3.0-or-later
// A signature is checked twice: whether what was signed is what is there, by the certificate that it brings;
// and, where that is so, whether an authority vouches for that certificate (authorities.h). Only certificates
// give keys, and only references into the message count, so that it cannot vouch for itself, nor have
// anything fetched. Everything that is read must lie in what was signed: a signed piece beside another that
// is read proves nothing.
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
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

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

// Without a certificate that it trusts.
Keys make_keys() {
    Keys keys{xmlSecKeysMngrCreate()};
    if (!keys || xmlSecOpenSSLAppDefaultKeysMngrInit(keys.get()) != 0)
        throw std::runtime_error("libxmlsec1 has no memory");
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

Context make_context(xmlSecKeysMngr* keys) {
    Context context{xmlSecDSigCtxCreate(keys)};
    if (!context) throw std::runtime_error("libxmlsec1 has no memory");
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument;
    auto& reading = context->keyInfoReadCtx;
    reading.flags |= XMLSEC_KEYINFO_FLAGS_X509DATA_DONT_VERIFY_CERTS;  // Authorities does
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
    Trial(std::string_view message, std::size_t nth) : document_(parse(message)), keys_(make_keys()) {
        const auto element = signatures_in(document_.get()).at(nth);
        const std::array<const xmlChar*, 4> ids{reinterpret_cast<const xmlChar*>("Id"),
                                                reinterpret_cast<const xmlChar*>("ID"),
                                                reinterpret_cast<const xmlChar*>("id"), nullptr};
        xmlSecAddIDs(document_.get(), xmlDocGetRootElement(document_.get()),
                     const_cast<const xmlChar**>(ids.data()));
        context_ = make_context(keys_.get());
        carried_out_ = xmlSecDSigCtxVerify(context_.get(), element) == 0;
    }

    bool could_be_done() const { return carried_out_ && context_->status != xmlSecDSigStatusUnknown; }
    bool matches() const { return carried_out_ && context_->status == xmlSecDSigStatusSucceeded; }
    bool covers_all_that_is_read() const { return covers_all(document_.get(), *context_); }

    // Of who signed; nullptr: there is none to be read. As long as this lives.
    X509* certificate() const {
        auto* data = certificate_data();
        return data == nullptr ? nullptr : xmlSecOpenSSLKeyDataX509GetKeyCert(data);
    }
    std::vector<X509*> other_certificates() const {
        std::vector<X509*> others;
        auto* data = certificate_data();
        const auto count = data == nullptr ? 0 : xmlSecOpenSSLKeyDataX509GetCertsSize(data);
        for (xmlSecSize i = 0; i < count; ++i) others.push_back(xmlSecOpenSSLKeyDataX509GetCert(data, i));
        return others;
    }

    static std::vector<xmlNode*> signatures_in(xmlDoc* document) {
        std::vector<xmlNode*> found;
        visit(xmlDocGetRootElement(document), [&](xmlNode* one) {
            if (xmlSecCheckNodeName(one, xmlSecNodeSignature, xmlSecDSigNs)) found.push_back(one);
        });
        return found;
    }

  private:
    xmlSecKeyData* certificate_data() const {
        auto* key = context_->signKey;
        return key == nullptr ? nullptr : xmlSecKeyGetData(key, xmlSecKeyDataX509Id);
    }

    Document document_;
    Keys keys_;
    Context context_;
    bool carried_out_ = false;
};

Signature check_one(std::string_view message, std::size_t nth, const Authorities& authorities,
                    const RevocationLists& revocations, sys_seconds now) {
    Signature found;
    const Trial trial{message, nth};
    auto* certificate = trial.certificate();
    if (certificate != nullptr) {
        found.signer = common_name(X509_get_subject_name(certificate));
        found.issuer = common_name(X509_get_issuer_name(certificate));
    }
    if (!trial.could_be_done() || certificate == nullptr)
        found.verdict = Verdict::NotChecked;
    else if (!trial.matches())
        found.verdict = Verdict::Invalid;
    else if (!trial.covers_all_that_is_read())
        found.verdict = Verdict::Partial;
    else
        found.verdict = authorities.vouch(*certificate, trial.other_certificates(), revocations, now);
    return found;
}

// From the worst to the best.
int rank(Verdict verdict) {
    constexpr std::array order{Verdict::Invalid,       Verdict::NotChecked,     Verdict::Partial,
                               Verdict::Revoked,       Verdict::UnknownSigner,  Verdict::Expired,
                               Verdict::NoRevocations, Verdict::OldRevocations, Verdict::Valid};
    return static_cast<int>(std::ranges::find(order, verdict) - order.begin());
}

void join(std::string& names, const std::string& name) {
    if (name.empty() || names.find(name) != std::string::npos) return;
    names += (names.empty() ? "" : "; ") + name;
}

}  // namespace

Checker::Checker(Authorities authorities) : authorities_(std::move(authorities)) {
    begin_library();
}

Signature Checker::check_by(std::string_view message, const RevocationLists& revocations,
                            sys_seconds now) const {
    Signature all;
    all.verdict = Verdict::NotChecked;
    const auto document = parse(message);
    if (!document || xmlDocGetRootElement(document.get()) == nullptr) return all;
    const auto count = Trial::signatures_in(document.get()).size();
    if (count > most_signatures) return all;
    all.verdict = Verdict::None;
    for (std::size_t i = 0; i < count; ++i) {
        const auto one = check_one(message, i, authorities_, revocations, now);
        if (i == 0 || rank(one.verdict) < rank(all.verdict)) all.verdict = one.verdict;
        join(all.signer, one.signer);
        join(all.issuer, one.issuer);
    }
    return all;
}

Signature Checker::check(std::string_view message, sys_seconds now) const {
    const auto revocations = authorities_.read_revocations();  // the child opens no files
    Signature result;
    result.verdict = Verdict::NotChecked;
    result.revocation_looked_up = authorities_.look_up_revocation();
    try {
        const auto answer = plan::read_in_sandbox(
            [&](const plan::Beat&) {
                const auto found = check_by(message, revocations, now);
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
        if (verdict < 0 || verdict > static_cast<int>(Verdict::NoRevocations)) return result;
        result.signer = text(1);
        result.issuer = text(2);
        result.verdict = static_cast<Verdict>(verdict);
    } catch (const UserError&) {
        result.verdict = Verdict::NotChecked;
    } catch (const std::out_of_range&) {
        result.verdict = Verdict::NotChecked;
    }
    return result;
}

}  // namespace dondoc::signature
