// SPDX-License-Identifier: Apache-2.0
// The spool and the folder of proposals: each document once, recalls and replacements amend.
#include "edxml/proposals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "edxml/spool.h"
#include "messages.h"
#include "support/temporary_folder.h"

namespace dondoc::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using v1::Proposal;

class EdxmlProposals : public testing::Test {
  protected:
    Proposal take(const Letter& letter, const std::string& at = "2025-07-16T08:00") {
        return proposals.take(edxml::read_message_here(message(letter)), parse_instant(at).value());
    }
    void accept(Proposal proposal) {
        proposal.set_state(Proposal::accepted);
        proposals.put(proposal);
    }
    Proposal at(const std::string& id) { return proposals.find(id).value(); }

    TemporaryFolder folder;
    edxml::Proposals proposals{folder / "proposals"};
};

TEST_F(EdxmlProposals, TheSameMessageAgainChangesNothing) {
    Letter letter;
    letter.attachments = attachment("../../ke-hoach.docx", "UEsDBA==");
    const auto first = take(letter);
    auto decided = first;
    decided.set_state(Proposal::refused);
    proposals.put(decided);
    EXPECT_EQ(take(letter, "2025-07-17T08:00").state(), Proposal::refused);
    EXPECT_EQ(proposals.list().size(), 1U);
    ASSERT_EQ(first.files_size(), 1);
    EXPECT_EQ(first.files(0).name(), "../../ke-hoach.docx");
    EXPECT_EQ(fs::path{first.files(0).file()}.parent_path(), "");
    EXPECT_EQ(fs::path{first.files(0).file()}.extension(), ".docx");
    EXPECT_TRUE(fs::exists(proposals.folder() / first.files(0).file()));
}

TEST_F(EdxmlProposals, ARecallOfWhatWaitsSettlesIt) {
    Letter letter;
    take(letter);
    Letter recall = letter;
    recall.business = doc_type(1);
    EXPECT_EQ(take(recall).state(), Proposal::recalled);
    EXPECT_EQ(proposals.list().size(), 1U);
    Letter other;
    other.id = "H56.01,2025/07/20,15/CT-UBND";
    other.number = "15";
    take(other);
    Letter named;
    named.id = "H56.01,2025/07/21,16/CV-UBND";
    named.business = doc_type(1, other.id);
    EXPECT_EQ(take(named).state(), Proposal::recalled) << "nothing is left to decide";
    EXPECT_EQ(at(other.id).state(), Proposal::recalled);
}

TEST_F(EdxmlProposals, ARecallOfWhatWasTakenIsAProposal) {
    Letter letter;
    auto taken = take(letter);
    taken.set_state(Proposal::accepted);
    proposals.put(taken);
    Letter recall;
    recall.id = "H56.01,2025/07/21,16/CV-UBND";
    recall.business = doc_type(1, letter.id);
    const auto proposal = take(recall);
    EXPECT_EQ(proposal.kind(), Proposal::recall);
    EXPECT_EQ(proposal.state(), Proposal::waiting);
    EXPECT_EQ(proposal.about(0), letter.id);
    EXPECT_EQ(at(letter.id).state(), Proposal::accepted);
}

TEST_F(EdxmlProposals, AReplacementTakesThePlaceOfWhatWaits) {
    Letter letter;
    take(letter);
    Letter replacement;
    replacement.id = "H56.01,2025/07/18,14/CT-UBND";
    replacement.number = "14";
    replacement.due = "<edXML:DueDate>2025/09/15</edXML:DueDate>";
    replacement.business = doc_type(3, letter.id);
    EXPECT_EQ(take(replacement).kind(), Proposal::replacement);
    EXPECT_EQ(at(letter.id).state(), Proposal::replaced);
    EXPECT_EQ(at(replacement.id).due(), "2025-09-15");
}

TEST_F(EdxmlProposals, AnUpdateOfWhatWaitsIsLookedAtAsItIsNow) {
    Letter letter;
    take(letter);
    Letter update = letter;
    update.subject = "V/v rà soát nhà công vụ (đính chính)";
    update.business = doc_type(2);
    take(update, "2025-07-17T08:00");
    EXPECT_EQ(proposals.list().size(), 1U);
    EXPECT_EQ(at(letter.id).subject(), update.subject);
    EXPECT_EQ(at(letter.id).state(), Proposal::waiting);
    EXPECT_EQ(at(letter.id).kind(), Proposal::document);
}

// A in work, B replaces it, C replaces B before anybody has looked at B: C takes the place of A.
TEST_F(EdxmlProposals, WhatIsReplacedTwiceIsReplacedByTheLast) {
    Letter a, b, c;
    accept(take(a));
    b.id = "H56.01,2025/07/18,14/CT-UBND";
    b.business = doc_type(3, a.id);
    take(b);
    c.id = "H56.01,2025/07/19,15/CT-UBND";
    c.business = doc_type(3, b.id);
    const auto last = take(c);
    EXPECT_EQ(at(b.id).state(), Proposal::replaced);
    EXPECT_EQ(last.state(), Proposal::waiting);
    EXPECT_THAT(last.about(), ElementsAre(b.id, a.id));
}

TEST_F(EdxmlProposals, EachUpdateOfWhatWasTakenIsAProposalOfItsOwn) {
    Letter letter;
    accept(take(letter));
    Letter update = letter;
    update.business = doc_type(2);
    for (const auto* due : {"2025/09/15", "2025/10/15", "2025/11/15"}) {
        update.due = std::string{"<edXML:DueDate>"} + due + "</edXML:DueDate>";
        const auto proposal = take(update);
        EXPECT_EQ(proposal.state(), Proposal::waiting) << due;
        EXPECT_EQ(proposal.kind(), Proposal::replacement);
        EXPECT_THAT(proposal.about(), ElementsAre(letter.id));
        accept(proposal);
        EXPECT_EQ(take(update).state(), Proposal::accepted) << "the same again changes nothing";
        EXPECT_EQ(take(letter).state(), Proposal::accepted) << "nor does the first one";
    }
    EXPECT_EQ(proposals.list().size(), 1U);
    EXPECT_TRUE(at(letter.id).others().empty());
}

TEST_F(EdxmlProposals, ARecallReachesWhatWasTakenAlsoWhileAnUpdateOfItWaits) {
    Letter letter;
    accept(take(letter));
    Letter update = letter;
    update.business = doc_type(2);
    take(update);
    Letter recall = letter;
    recall.business = doc_type(1);
    const auto own = take(recall);
    EXPECT_EQ(own.kind(), Proposal::recall);
    EXPECT_EQ(own.state(), Proposal::waiting);
    EXPECT_THAT(own.about(), ElementsAre(letter.id));

    Letter other;
    other.id = "H56.01,2025/07/20,15/CT-UBND";
    accept(take(other));
    Letter its_update = other;
    its_update.business = doc_type(2);
    take(its_update);
    Letter named;
    named.id = "H56.01,2025/07/21,16/CV-UBND";
    named.business = doc_type(1, other.id);
    EXPECT_EQ(take(named).state(), Proposal::waiting);
}

TEST_F(EdxmlProposals, WhatWasRefusedWaitsAgainWhenItsSenderMendsIt) {
    Letter letter;
    auto refused = take(letter);
    refused.set_state(Proposal::refused);
    proposals.put(refused);
    Letter update = letter;
    update.subject = "V/v rà soát nhà công vụ (gửi lại)";
    update.business = doc_type(2);
    const auto again = take(update);
    EXPECT_EQ(again.state(), Proposal::waiting);
    EXPECT_EQ(again.kind(), Proposal::document);
    EXPECT_EQ(again.subject(), update.subject);
}

TEST_F(EdxmlProposals, AnUpdateOfAReplacementThatWaitsStillReplaces) {
    Letter a, b;
    accept(take(a));
    b.id = "H56.01,2025/07/18,14/CT-UBND";
    b.business = doc_type(3, a.id);
    take(b);
    b.business = doc_type(2);
    b.subject = "V/v rà soát nhà công vụ (đính chính)";
    EXPECT_THAT(take(b).about(), ElementsAre(a.id));
    EXPECT_EQ(at(b.id).kind(), Proposal::replacement);
}

// Two documents under one id: the second is none of its own, and is not lost without a word.
TEST_F(EdxmlProposals, AnotherDocumentUnderTheSameIdIsSaid) {
    Letter letter;
    take(letter);
    Letter other = letter;
    other.subject = "V/v một việc khác";
    EXPECT_EQ(take(other, "2025-07-17T08:00").subject(), letter.subject);
    take(other, "2025-07-18T08:00");
    EXPECT_EQ(at(letter.id).others_size(), 1);
    EXPECT_EQ(proposals.list().size(), 1U);
}

TEST_F(EdxmlProposals, AnAnswerProposesAReport) {
    Letter answer;
    answer.more_header =
        "<edXML:ResponseFor><edXML:DocumentId>H56.01,2025/07/01,9/KL-UBND</edXML:DocumentId>"
        "</edXML:ResponseFor>";
    const auto proposal = take(answer);
    EXPECT_EQ(proposal.kind(), Proposal::report);
    EXPECT_EQ(proposal.about(0), "H56.01,2025/07/01,9/KL-UBND");
}

TEST_F(EdxmlProposals, TheSpoolMovesWhatItReadAndSaysWhyItCouldNot) {
    const fs::path spool_folder = folder / "spool";
    fs::create_directories(spool_folder);
    const auto put = [&](const std::string& name, const std::string& bytes) {
        std::ofstream{spool_folder / name, std::ios::binary} << bytes;
    };
    put("1.edxml", message({}));
    put("2.xml", "<hỏng");
    put("3.edxml.part", message({}));
    put(".4.edxml", message({}));
    put("outside", message({}));
    fs::create_symlink(spool_folder / "outside",
                       spool_folder / "5.edxml");  // what is linked to is not the spool's
    const edxml::Spool spool{spool_folder, proposals};
    int told = 0;
    const auto say = [&](const auto&, const auto*, const auto*) { ++told; };
    const auto done = spool.work_off(parse_instant("2025-07-16T08:00").value(), say);
    EXPECT_EQ(done.taken, 1U);
    EXPECT_EQ(done.failed, 1U);
    EXPECT_EQ(told, 2);
    EXPECT_TRUE(fs::exists(spool_folder / "done" / "1.edxml"));
    EXPECT_TRUE(fs::exists(spool_folder / "failed" / "2.xml"));
    EXPECT_TRUE(fs::exists(spool_folder / "failed" / "2.xml.txt"));
    EXPECT_TRUE(fs::exists(spool_folder / "3.edxml.part"));
    // The same file again is another one in "done", and no second proposal.
    put("1.edxml", message({}));
    put("2.xml", message({}) + message({}));
    spool.work_off(parse_instant("2025-07-16T09:00").value(), say);
    EXPECT_TRUE(fs::exists(spool_folder / "done" / "1-2.edxml"));
    EXPECT_TRUE(fs::exists(spool_folder / "failed" / "2-2.xml"));
    EXPECT_TRUE(fs::exists(spool_folder / "failed" / "2-2.xml.txt")) << "each has its own reason beside it";
    EXPECT_EQ(proposals.list().size(), 1U);
}

TEST_F(EdxmlProposals, WhatIsSaidOfASignatureStaysWithTheProposal) {
    using Verdict = v1::Proposal::Signature;
    const fs::path spool_folder = folder / "signed";
    fs::create_directories(spool_folder);
    const auto arrive = [&](const edxml::Spool& spool, const std::string& id, bool is_signed) {
        Letter letter;
        letter.id = id;
        if (is_signed) letter.business = "<SignatureValue>AAAA</SignatureValue>";
        std::ofstream{spool_folder / "m.edxml", std::ios::binary} << message(letter);
        spool.work_off(parse_instant("2025-07-16T08:00").value(),
                       [](const auto&, const auto*, const auto*) {});
        return proposals.find(id).value();
    };
    const edxml::Spool unchecking{spool_folder, proposals};
    const auto unchecked = arrive(unchecking, "H1,2025/07/15,1/CT", true);
    EXPECT_TRUE(unchecked.is_signed());
    EXPECT_EQ(unchecked.signature().verdict(), Verdict::not_checked);

    int checked = 0;
    const edxml::Spool checking{spool_folder, proposals, [&](std::string_view text, sys_seconds) {
                                    ++checked;
                                    EXPECT_NE(text.find("SignatureValue"), std::string_view::npos);
                                    return signature::Signature{signature::Verdict::Valid, "UBND", "CA"};
                                }};
    const auto valid = arrive(checking, "H1,2025/07/15,2/CT", true);
    EXPECT_EQ(valid.signature().verdict(), Verdict::valid);
    EXPECT_EQ(valid.signature().signer(), "UBND");
    EXPECT_EQ(valid.signature().issuer(), "CA");
    const auto bare = arrive(checking, "H1,2025/07/15,3/CT", false);
    EXPECT_FALSE(bare.is_signed());
    EXPECT_EQ(bare.signature().verdict(), Verdict::none);
    EXPECT_EQ(checked, 1);
}

}  // namespace
}  // namespace dondoc::test
