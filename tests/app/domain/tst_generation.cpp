// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/change.h"
#include "app/domain/generation.h"
#include "app/domain/review.h"

#include <QTest>

using namespace assay;

class TestGeneration : public QObject
{
    Q_OBJECT

private slots:
    void unstatedBatch_isTheAssetsCycle();
    void unknownAsset_hasNoBatchOfItsOwn();
    void words_readBack();
};

void TestGeneration::unstatedBatch_isTheAssetsCycle()
{
    Generation generation;
    generation.asset = QStringLiteral("a17");
    generation.cycle = 2;
    QCOMPARE(effectiveBatch(generation), QStringLiteral("a17/2"));
    generation.batch = QStringLiteral("b5");
    QCOMPARE(effectiveBatch(generation), QStringLiteral("b5"));
}

void TestGeneration::unknownAsset_hasNoBatchOfItsOwn()
{
    QVERIFY(effectiveBatch(Generation{}).isEmpty());
}

void TestGeneration::words_readBack()
{
    for (const auto status : {GenerationStatus::Ok, GenerationStatus::Error, GenerationStatus::Timeout,
                              GenerationStatus::ContentFilter})
        QVERIFY(generationStatusFromText(toText(status)) == status);
    for (const auto source : {TimeSource::Log, TimeSource::Metadata, TimeSource::FileTime})
        QVERIFY(timeSourceFromText(toText(source)) == source);
    for (const auto disposition : {Disposition::Accepted, Disposition::Revised, Disposition::Rejected})
        QVERIFY(dispositionFromText(toText(disposition)) == disposition);
    for (const auto kind :
         {ChangeKind::Model, ChangeKind::Template, ChangeKind::Reference, ChangeKind::Other})
        QVERIFY(changeKindFromText(toText(kind)) == kind);
    QVERIFY(!generationStatusFromText(u"OK"));
    QVERIFY(!dispositionFromText(u""));
}

QTEST_APPLESS_MAIN(TestGeneration)
#include "tst_generation.moc"
