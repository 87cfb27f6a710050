// SPDX-License-Identifier: GPL-3.0-or-later
// The library's list of ids: what it asks for, what it keeps, how it grows.
#include "tests/support/result.h"
#include "ui/library/librarymodel.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace assay;

namespace {

QList<GenerationId> idsFrom(qint64 first, int count)
{
    QList<GenerationId> ids;
    for (int i = 0; i < count; ++i)
        ids.append(GenerationId{first + i});
    return ids;
}

LibraryRow rowOf(GenerationId id)
{
    LibraryRow row{.id = id, .asset = QStringLiteral("asset %1").arg(id.value)};
    return row;
}

} // namespace

class TestLibraryModel : public QObject
{
    Q_OBJECT

private slots:
    void rows_areAskedForInPagesWhenLookedAt();
    void longerList_goesOnFromTheFirstOne();
    void insertions_keepOrderAndSelection();
    void insertions_standBehindWhatTheyFollow_data();
    void insertions_standBehindWhatTheyFollow();
    void refreshed_staysUntilItIsReadAgain();
};

void TestLibraryModel::rows_areAskedForInPagesWhenLookedAt()
{
    LibraryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy wanted(&model, &LibraryModel::rowsWanted);
    model.setIds(idsFrom(1, 100'000));
    QCoreApplication::processEvents();
    wanted.clear();
    QVERIFY(!model.row(70'000));
    QVERIFY(!model.row(70'001));
    QTRY_COMPARE(wanted.size(), 1);
    const auto ids = wanted.takeFirst().at(0).value<QList<GenerationId>>();
    QVERIFY(ids.contains(GenerationId{70'001}) && ids.size() <= 64);
    QVERIFY(!model.row(70'000)); // asked for: not again
    QList<LibraryRow> rows;
    for (const GenerationId id : ids)
        rows.append(rowOf(id));
    model.takeRows(rows);
    QCOMPARE(model.index(70'000).data().toString(), QStringLiteral("asset 70001"));
    QCoreApplication::processEvents();
    QVERIFY(wanted.isEmpty());
}

void TestLibraryModel::longerList_goesOnFromTheFirstOne()
{
    LibraryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIds(idsFrom(1, 240));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setIds(idsFrom(1, 1'000));
    QCOMPARE(model.rowCount(), 1'000);
    QVERIFY(reset.isEmpty());
    model.setIds(idsFrom(5, 1'000));
    QCOMPARE(reset.size(), 1);
}

void TestLibraryModel::insertions_keepOrderAndSelection()
{
    LibraryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIds(idsFrom(10, 3));
    QItemSelectionModel selection(&model);
    selection.select(QItemSelection(model.index(0), model.index(2)), QItemSelectionModel::Select);
    const QList<GenerationId> fresh{GenerationId{1}, GenerationId{10}, GenerationId{2},
                                    GenerationId{3}, GenerationId{12}, GenerationId{4}};
    model.insert(insertionsInto(model.ids(), fresh));
    const QList<GenerationId> wanted{GenerationId{1},  GenerationId{10}, GenerationId{2}, GenerationId{3},
                                     GenerationId{11}, GenerationId{12}, GenerationId{4}};
    QCOMPARE(model.ids(), wanted);
    QStringList selected;
    for (const QModelIndex& index : selection.selectedIndexes())
        selected += QString::number(model.idAt(index.row()).value);
    selected.sort();
    QCOMPARE(selected, (QStringList{u"10"_qs, u"11"_qs, u"12"_qs}));
}

void TestLibraryModel::insertions_standBehindWhatTheyFollow_data()
{
    QTest::addColumn<QList<GenerationId>>("shown");
    QTest::addColumn<QList<GenerationId>>("fresh");
    QTest::addColumn<int>("count");
    QTest::newRow("the same") << idsFrom(1, 5) << idsFrom(1, 5) << 0;
    QTest::newRow("into nothing") << QList<GenerationId>() << idsFrom(1, 5) << 1;
    QTest::newRow("at the end") << idsFrom(1, 5) << idsFrom(1, 9) << 1;
    QTest::newRow("what is gone stays") << idsFrom(1, 5) << idsFrom(3, 1) << 0;
}

void TestLibraryModel::insertions_standBehindWhatTheyFollow()
{
    QFETCH(QList<GenerationId>, shown);
    QFETCH(QList<GenerationId>, fresh);
    QFETCH(int, count);
    QCOMPARE(insertionsInto(shown, fresh).size(), count);
}

void TestLibraryModel::refreshed_staysUntilItIsReadAgain()
{
    LibraryModel model;
    model.setIds(idsFrom(1, 3));
    model.takeRows({rowOf(GenerationId{1})});
    QSignalSpy wanted(&model, &LibraryModel::rowsWanted);
    model.refresh({GenerationId{1}});
    QVERIFY(model.row(0));
    QTRY_COMPARE(wanted.size(), 1);
    LibraryRow other = rowOf(GenerationId{1});
    other.asset = QStringLiteral("renamed");
    model.takeRows({other});
    QCOMPARE(model.row(0)->asset, QStringLiteral("renamed"));
}

QTEST_GUILESS_MAIN(TestLibraryModel)
#include "tst_librarymodel.moc"
