// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/changes.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

using namespace assay;

class TestChanges : public QObject
{
    Q_OBJECT

private slots:
    void everyField_comesBack();
    void order_isTimeThenExternalId();
    void sameChangeAgain_addsNothing();
    void gpuSample_isKeptOnce();
    void samplesOfOneInstantThatDiffer_areAllKept();
};

void TestChanges::everyField_comesBack()
{
    TemporaryWorkspace workspace;
    const Changes changes(workspace.database());
    Change change{{},
                  QStringLiteral("ch1"),
                  kNoon,
                  QStringLiteral("nord"),
                  ChangeKind::Reference,
                  QStringLiteral("a"),
                  QStringLiteral("b"),
                  QStringLiteral("note")};
    QVERIFY(*changes.add(change));
    auto all = changes.all();
    ASSAY_VERIFY_OK(all);
    QCOMPARE(all->size(), 1);
    change.id = all->first().id;
    QVERIFY(change.id.isValid());
    QVERIFY(all->first() == change);
}

void TestChanges::order_isTimeThenExternalId()
{
    TemporaryWorkspace workspace;
    const Changes changes(workspace.database());
    QVERIFY(*changes.add(aChange(u"b", kNoon)));
    QVERIFY(*changes.add(aChange(u"a", kNoon)));
    QVERIFY(*changes.add(aChange(u"z", kNoon - kDay, u"nord")));
    const auto all = changes.all();
    QStringList order;
    for (const Change& change : *all)
        order << change.externalId + u'/' + change.client;
    QCOMPARE(order, (QStringList{QStringLiteral("z/nord"), QStringLiteral("a/"), QStringLiteral("b/")}));
}

void TestChanges::sameChangeAgain_addsNothing()
{
    TemporaryWorkspace workspace;
    const Changes changes(workspace.database());
    QVERIFY(*changes.add(aChange(u"a", kNoon)));
    QVERIFY(!*changes.add(aChange(u"a", kNoon + kDay)));
    QCOMPARE(changes.all()->first().at, kNoon);
}

void TestChanges::gpuSample_isKeptOnce()
{
    TemporaryWorkspace workspace;
    const Changes changes(workspace.database());
    const GpuSample sample{kNoon, std::chrono::hours(1), QStringLiteral("gpu-0"), 0.62};
    QVERIFY(*changes.addGpuSample(sample));
    QVERIFY(!*changes.addGpuSample(sample));
    QVERIFY(*changes.addGpuSample({kNoon, std::chrono::hours(1), QStringLiteral("gpu-1"), 0.5}));
    QCOMPARE(changes.gpuSamples()->size(), 2);
    QVERIFY(changes.gpuSamples()->first() == sample);
}

void TestChanges::samplesOfOneInstantThatDiffer_areAllKept()
{
    TemporaryWorkspace workspace;
    const Changes changes(workspace.database());
    const GpuSample sample{kNoon, std::chrono::hours(1), QStringLiteral("gpu-0"), 0.62};
    GpuSample busier = sample;
    busier.utilisation = 0.8;
    GpuSample longer = sample;
    longer.duration = std::chrono::hours(2);
    for (const GpuSample& one : {sample, busier, longer})
        QVERIFY(*changes.addGpuSample(one));
    for (const GpuSample& again : {sample, busier, longer})
        QVERIFY(!*changes.addGpuSample(again));
    QCOMPARE(changes.gpuSamples()->size(), 3);
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
