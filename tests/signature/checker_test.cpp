// SPDX-License-Identifier: Apache-2.0
// Signatures that are good, and every way in which one that matches proves nothing.
#include "signature/checker.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/openssl/symbols.h>
#include <xmlsec/templates.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

#include <date/date.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "domain/message.h"
#include "edxml/messages.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

using signature::Authorities;
using signature::Checker;
using signature::Verdict;

const xmlChar* x(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

// Two authorities, and who has a certificate of the first.
class Certificates {
  public:
    Certificates() {
        for (const auto* name : {"ca", "other"})
            openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", curve, "-nodes", "-utf8", "-days", "3650",
                     "-subj", std::string{"/CN=Nơi cấp "} + name, "-keyout", file(name) + ".key", "-out",
                     file(name)});
        openssl({"req", "-newkey", "rsa:2048", "-nodes", "-utf8", "-subj", "/CN=UBND tỉnh thử", "-keyout",
                 file("signer") + ".key", "-out", file("request")});
        openssl({"x509", "-req", "-in", file("request"), "-CA", file("ca"), "-CAkey", file("ca") + ".key",
                 "-set_serial", "0x" + serial_, "-days", "365", "-out", file("signer")});
        std::ofstream{folder_ / "ca.cnf"} << "[ca]\ndefault_ca = a\n[a]\ndefault_md = sha256\ndatabase = "
                                          << (folder_ / "index.txt").string() << "\n";
        std::filesystem::create_directory(revocations());
    }
    // The folder of lists of revocations.
    std::filesystem::path revocations() const { return folder_ / "crl"; }
    // The authority's list, which is good from the first to the last of these days from today on.
    void publish(bool with_signer, int from_day, int to_day, const char* authority = "ca") const {
        std::ofstream{folder_ / "index.txt"}
            << (with_signer ? "R\t350101000000Z\t250101000000Z\t" + serial_ + "\tunknown\t/CN=x\n" : "");
        openssl({"ca", "-config", (folder_ / "ca.cnf").string(), "-gencrl", "-cert", file(authority),
                 "-keyfile", file(authority) + ".key", "-crl_lastupdate", utc(from_day), "-crl_nextupdate",
                 utc(to_day), "-out", (revocations() / (std::string{authority} + ".crl")).string()});
    }
    void publish_nothing() const {
        std::filesystem::remove_all(revocations());
        std::filesystem::create_directory(revocations());
    }
    std::string file(const std::string& name) const { return (folder_ / (name + ".pem")).string(); }
    std::filesystem::path empty_file() const {
        std::ofstream{folder_ / "empty.pem"} << "nothing\n";
        return folder_ / "empty.pem";
    }

  private:
    static std::string utc(int day) {
        const auto now = date::floor<date::days>(std::chrono::system_clock::now());
        return date::format("%y%m%d%H%M%SZ", date::floor<std::chrono::seconds>(now + date::days{day}));
    }
    void openssl(std::vector<std::string> words) const {
        words.insert(words.begin(), "/usr/bin/openssl");
        if (const auto done = run(words, folder_.path()); done.code != 0)
            throw std::runtime_error(done.output);
    }
    const std::string serial_ = "1A2B";
    static constexpr const char* curve = "ec_paramgen_curve:prime256v1";
    TemporaryFolder folder_;
};

struct Signing {
    const char* uri = "";                  // what is signed; empty: all of it
    const char* inside = "edXMLEnvelope";  // where the signature stands
    bool with_certificate = true;
    bool with_xpath = false;
};

class SignatureOf : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        certificates = new Certificates;
        const Checker begins_the_library{Authorities{{}, {}}};
    }
    static void TearDownTestSuite() {
        delete certificates;
        certificates = nullptr;
    }

    static std::string sign(const std::string& text, const Signing& how = {}) {
        auto* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, 0);
        auto* root = xmlDocGetRootElement(document);
        const std::vector<const xmlChar*> ids{x("Id"), nullptr};
        xmlSecAddIDs(document, root, const_cast<const xmlChar**>(ids.data()));
        auto* node = xmlSecTmplSignatureCreate(document, xmlSecTransformInclC14NId,
                                               xmlSecTransformRsaSha256Id, nullptr);
        auto* place = xmlSecFindNode(root, x(how.inside), x("http://www.mic.gov.vn/TBT/QCVN_102_2016"));
        xmlAddChild(place, node);
        auto* reference =
            xmlSecTmplSignatureAddReference(node, xmlSecTransformSha256Id, nullptr, x(how.uri), nullptr);
        xmlSecTmplReferenceAddTransform(reference, xmlSecTransformEnvelopedId);
        if (how.with_xpath) {
            auto* xpath = xmlSecTmplReferenceAddTransform(reference, xmlSecTransformXPathId);
            xmlSecTmplTransformAddXPath(xpath, x("not(ancestor-or-self::Subject)"), nullptr);
        }
        auto* key_info = xmlSecTmplSignatureEnsureKeyInfo(node, nullptr);
        if (how.with_certificate)
            xmlSecTmplKeyInfoAddX509Data(key_info);
        else
            xmlSecTmplKeyInfoAddKeyValue(key_info);
        auto* context = xmlSecDSigCtxCreate(nullptr);
        context->signKey = xmlSecOpenSSLAppKeyLoad((certificates->file("signer") + ".key").c_str(),
                                                   xmlSecKeyDataFormatPem, nullptr, nullptr, nullptr);
        xmlSecOpenSSLAppKeyCertLoad(context->signKey, certificates->file("signer").c_str(),
                                    xmlSecKeyDataFormatPem);
        if (xmlSecDSigCtxSign(context, node) != 0) throw std::runtime_error("cannot be signed");
        xmlSecDSigCtxDestroy(context);
        xmlChar* bytes = nullptr;
        int size = 0;
        xmlDocDumpMemory(document, &bytes, &size);
        std::string result{reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size)};
        xmlFree(bytes);
        xmlFreeDoc(document);
        return result;
    }
    static std::string letter() {
        Letter letter;
        letter.attachments = attachment("ke-hoach.docx", "UEsDBA==");
        return message(letter);
    }
    static std::string replaced(std::string text, const std::string& what, const std::string& by) {
        const auto at = text.find(what);
        if (at == std::string::npos) throw std::runtime_error("there is no " + what);
        return text.replace(at, what.size(), by);
    }
    static sys_seconds today() { return date::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
    static Checker trusting(const char* name, const std::filesystem::path& revocations = {}) {
        return Checker{Authorities{{certificates->file(name)}, revocations}};
    }
    static Verdict verdict(const std::string& text) { return trusting("ca").check(text, today()).verdict; }

    static Certificates* certificates;
};
Certificates* SignatureOf::certificates = nullptr;

TEST_F(SignatureOf, ASignerWhomAnAuthorityVouchesForIsValidAndNamed) {
    const auto found = trusting("ca").check(sign(letter()), today());
    EXPECT_EQ(found.verdict, Verdict::Valid);
    EXPECT_EQ(found.signer, "UBND tỉnh thử");
    EXPECT_EQ(found.issuer, "Nơi cấp ca");
    EXPECT_EQ(trusting("ca").check(letter(), today()).verdict, Verdict::None);
}

TEST_F(SignatureOf, ACertificateNobodyHereTrustsIsNoValidOne) {
    const auto text = sign(letter());
    const Checker trusting_nobody{Authorities{{}, {}}}, trusting_another = trusting("other");
    for (const auto* checker : {&trusting_nobody, &trusting_another}) {
        const auto found = checker->check(text, today());
        EXPECT_EQ(found.verdict, Verdict::UnknownSigner);
        EXPECT_EQ(found.signer, "UBND tỉnh thử");
    }
}

TEST_F(SignatureOf, ACertificateIsGoodFromItsFirstToItsLastDay) {
    const auto text = sign(letter());
    constexpr date::days after_its_end{500};
    EXPECT_EQ(trusting("ca").check(text, today() + after_its_end).verdict, Verdict::Expired);
    EXPECT_EQ(trusting("ca").check(text, today() - after_its_end).verdict, Verdict::Expired);
}

// The lists are files of this machine, and may be replaced while the program runs.
TEST_F(SignatureOf, ACertificateThatWasTakenBackIsToldAsSuchByTheListThatIsThereNow) {
    const auto text = sign(letter());
    certificates->publish_nothing();
    const auto checker = trusting("ca", certificates->revocations());
    const auto found = [&] { return checker.check(text, today()); };
    EXPECT_FALSE(trusting("ca").check(text, today()).revocation_looked_up);
    EXPECT_TRUE(found().revocation_looked_up);
    EXPECT_EQ(found().verdict, Verdict::NoRevocations);
    certificates->publish(false, -2, 30, "other");
    EXPECT_EQ(found().verdict, Verdict::NoRevocations) << "the list of another authority says nothing";
    certificates->publish(false, -2, 30);
    EXPECT_EQ(found().verdict, Verdict::Valid);
    certificates->publish(false, -30, -2);
    EXPECT_EQ(found().verdict, Verdict::OldRevocations);
    certificates->publish(true, -2, 30);
    EXPECT_EQ(found().verdict, Verdict::Revoked);
    EXPECT_EQ(found().signer, "UBND tỉnh thử");
    certificates->publish(true, -30, -2);
    EXPECT_EQ(found().verdict, Verdict::Revoked) << "what was taken back stays so";
    EXPECT_EQ(trusting("other", certificates->revocations()).check(text, today()).verdict,
              Verdict::UnknownSigner);
    std::ofstream{certificates->revocations() / "ca.crl"} << "half a list";
    EXPECT_EQ(found().verdict, Verdict::NoRevocations);
}

TEST_F(SignatureOf, AFolderOfListsThatCannotBeReadIsRefusedByName) {
    certificates->publish_nothing();
    const auto broken = certificates->revocations() / "ca.crl";
    std::ofstream{broken} << "half a list";
    const std::filesystem::path nowhere{"/nowhere/crl"};
    for (const auto& [folder, named] : {std::pair{certificates->revocations(), broken}, {nowhere, nowhere}}) {
        try {
            const Authorities authorities{{}, folder};
            ADD_FAILURE() << folder << " was taken";
        } catch (const UserError& error) {
            EXPECT_EQ(error.message().key, "signature.revocations");
            EXPECT_EQ(error.place(), named.string());
        }
    }
}

TEST_F(SignatureOf, WhateverWasChangedAfterwardsMakesItInvalid) {
    const auto text = sign(letter());
    for (const auto& [what, by] :
         std::vector<std::pair<std::string, std::string>>{{"rà soát", "rà  soát"},
                                                          {"2025/08/30", "2025/08/31"},
                                                          {"UEsDBA==", "UEsDBQ=="},
                                                          {"<edXML:Subject>", "<edXML:Subject a=\"1\">"}})
        EXPECT_EQ(verdict(replaced(text, what, by)), Verdict::Invalid) << what;
}

// What was signed stands there still; what is read is something else.
TEST_F(SignatureOf, APieceThatIsSignedBesideWhatIsReadProvesNothing) {
    const auto named = replaced(letter(), "<edXML:MessageHeader>", "<edXML:MessageHeader Id=\"h\">");
    const auto header_alone = sign(named, {"#h", "edXMLHeader"});
    EXPECT_EQ(verdict(header_alone), Verdict::Partial);
    const auto forged = replaced(header_alone, "<edXML:edXMLHeader>",
                                 "<edXML:MessageHeader><edXML:DocumentId>giả</edXML:DocumentId>"
                                 "</edXML:MessageHeader><edXML:edXMLHeader>");
    EXPECT_EQ(verdict(forged), Verdict::Partial);
    const auto all = replaced(letter(), "<edXML:edXMLEnvelope>", "<edXML:edXMLEnvelope Id=\"all\">");
    EXPECT_EQ(verdict(sign(all, {"#all"})), Verdict::Valid);
    EXPECT_EQ(verdict(replaced(sign(all, {"#all"}), "<edXML:edXMLEnvelope",
                               "<edXML:MessageHeader/><edXML:edXMLEnvelope")),
              Verdict::Partial);
}

TEST_F(SignatureOf, KeysWithoutACertificateAndTransformsThatLeaveOutAreNotChecked) {
    EXPECT_EQ(verdict(sign(letter(), {.with_certificate = false})), Verdict::NotChecked);
    EXPECT_EQ(verdict(sign(letter(), {.with_xpath = true})), Verdict::NotChecked);
    const auto elsewhere = replaced(sign(letter()), "URI=\"\"", "URI=\"file:///etc/hostname\"");
    EXPECT_EQ(verdict(elsewhere), Verdict::NotChecked);
    EXPECT_EQ(verdict(replaced(sign(letter()), "rsa-sha256", "rsa-khac")), Verdict::NotChecked);
    EXPECT_EQ(verdict("no message at all <SignatureValue/>"), Verdict::NotChecked);
}

TEST_F(SignatureOf, SeveralAreAsGoodAsTheWorstOfThem) {
    const auto named = replaced(letter(), "<edXML:MessageHeader>", "<edXML:MessageHeader Id=\"h\">");
    const auto twice = sign(sign(named, {"#h", "edXMLHeader"}));
    EXPECT_EQ(verdict(twice), Verdict::Partial);
    EXPECT_EQ(verdict(replaced(twice, "2025/08/30", "2025/08/31")), Verdict::Invalid);
}

TEST_F(SignatureOf, AFileWithoutACertificateIsRefusedByName) {
    for (const auto& file : {certificates->empty_file(), std::filesystem::path{"/nowhere/ca.pem"}}) {
        try {
            const Authorities authorities{{file}, {}};
            ADD_FAILURE() << file << " was taken";
        } catch (const UserError& error) {
            EXPECT_EQ(error.message().key, "signature.authorities");
            EXPECT_EQ(error.place(), file.string());
        }
    }
}

}  // namespace
}  // namespace dondoc::test
