// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/verification.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QFile>

using namespace assay;

namespace {

QList<VerifiedPart> partsWithProblems(const Database& database)
{
    QList<VerifiedPart> parts;
    const auto verifications = verifyWorkspace(database);
    if (!verifications)
        return parts;
    for (const Verification& verification : *verifications) {
        if (!verification.problems.isEmpty())
            parts << verification.part;
    }
    return parts;
}

void fill(const TemporaryWorkspace& workspace)
{
    Generations generations(workspace.database(), workspace.calendar());
    const auto added = generations.add(aGeneration().asset(u"a"));
    ASSAY_VERIFY_OK(added);
    ASSAY_VERIFY_OK(generations.makeSearchable());
    ASSAY_VERIFY_OK(Reviews(workspace.database()).add(aReview(added->id).check(u"c1", Answer::Met)));
    ASSAY_VERIFY_OK(Rollups(workspace.database()).refresh());
}

} // namespace

class TestVerification : public QObject
{
    Q_OBJECT

private slots:
    void soundWorkspace_hasNoProblems();
    void tampering_isFoundInItsPart_data();
    void tampering_isFoundInItsPart();
    void damagedPage_isAProblemOfTheFile();
    void manyProblems_areCutShort();
};

void TestVerification::soundWorkspace_hasNoProblems()
{
    TemporaryWorkspace workspace;
    QCOMPARE(partsWithProblems(workspace.database()), QList<VerifiedPart>());
    fill(workspace);
    QCOMPARE(partsWithProblems(*workspace.openReader()), QList<VerifiedPart>());
    QCOMPARE(verifyWorkspace(workspace.database())->size(), 7);
}

void TestVerification::tampering_isFoundInItsPart_data()
{
    QTest::addColumn<QString>("tampering");
    QTest::addColumn<int>("part");
    const auto row = [](const char* name, const char* sql, VerifiedPart part) {
        QTest::newRow(name) << QString::fromLatin1(sql) << int(part);
    };
    row("week", "UPDATE generations SET sent_week = '2026-W11'", VerifiedPart::Weeks);
    row("verdict", "UPDATE generations SET disposition = 'revised'", VerifiedPart::ReviewsInForce);
    row("review", "UPDATE generations SET review_id = NULL", VerifiedPart::ReviewsInForce);
    row("checks", "UPDATE reviews SET checks_met = 2", VerifiedPart::CheckCounts);
    row("sums", "UPDATE weekly_rollups SET n = n + 1", VerifiedPart::Rollups);
    row("search", "DELETE FROM prompt_search_docsize", VerifiedPart::Search);
    row("reference", "UPDATE generations SET prompt_id = 999", VerifiedPart::References);
}

void TestVerification::tampering_isFoundInItsPart()
{
    QFETCH(QString, tampering);
    QFETCH(int, part);
    TemporaryWorkspace workspace;
    fill(workspace);
    ASSAY_VERIFY_OK(workspace.database().execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
    ASSAY_VERIFY_OK(workspace.database().execute(tampering));
    QVERIFY(partsWithProblems(workspace.database()).contains(VerifiedPart(part)));
}

void TestVerification::damagedPage_isAProblemOfTheFile()
{
    TemporaryWorkspace workspace;
    fill(workspace);
    workspace.close();
    QFile file(workspace.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 4096));
    file.write(QByteArray(4096, '\x55'));
    file.close();
    QVERIFY(partsWithProblems(*workspace.openReader()).contains(VerifiedPart::File));
}

void TestVerification::manyProblems_areCutShort()
{
    TemporaryWorkspace workspace;
    Generations generations(workspace.database(), workspace.calendar());
    for (int i = 0; i < 30; ++i)
        ASSAY_VERIFY_OK(generations.add(aGeneration(QString::number(i))));
    ASSAY_VERIFY_OK(workspace.database().execute(QStringLiteral("UPDATE generations SET sent_week = 'x'")));
    const auto verifications = verifyWorkspace(workspace.database());
    ASSAY_VERIFY_OK(verifications);
    QCOMPARE(verifications->at(int(VerifiedPart::Weeks)).problems.size(), kMostProblems + 1);
    for (const Verification& verification : *verifications)
        QVERIFY(verification.problems.size() <= kMostProblems + 1);
}

QTEST_GUILESS_MAIN(TestVerification)
#include "tst_verification.moc"
