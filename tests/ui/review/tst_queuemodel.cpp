// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/reviewfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace assay;

class TestQueueModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void mergedOrder_putsNewOnesWhereTheyBelong_data();
    void mergedOrder_putsNewOnesWhereTheyBelong();
    void load_showsTheLaneOldestFirst();
    void arrivals_areInsertedInRuns();
    void refresh_changesOneRowAndNeverResets();
    void batch_isJoinedByABracket();
    void placeText_leavesOutWhatIsNotKnown();
    void firstUndecided_skipsVerdicts();
    void unreadableStore_isReported();

private:
    std::unique_ptr<ReviewFixture> m_fixture;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<ReviewSession> m_session;
    std::unique_ptr<QueueModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestQueueModel::init()
{
    m_fixture = std::make_unique<ReviewFixture>();
    m_reader = m_fixture->workspace().openReader();
    auto writer = StoreWriter::start(m_fixture->workspace().path());
    QVERIFY(writer);
    m_writer = *std::move(writer);
    m_session = std::make_unique<ReviewSession>(
        ReviewSession::Services{*m_writer, QTimeZone::utc(), [] { return kNoon; }, QString()});
    m_model = std::make_unique<QueueModel>(*m_reader, *m_session);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestQueueModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_session.reset();
    m_reader.reset();
    m_writer.reset();
    m_fixture.reset();
}

void TestQueueModel::mergedOrder_putsNewOnesWhereTheyBelong_data()
{
    QTest::addColumn<QList<int>>("existing");
    QTest::addColumn<QList<int>>("fresh");
    QTest::addColumn<QList<int>>("merged");
    QTest::newRow("nothing") << QList<int>{} << QList<int>{} << QList<int>{};
    QTest::newRow("into empty") << QList<int>{} << QList{2, 1} << QList{2, 1};
    QTest::newRow("behind") << QList{1, 2} << QList{1, 2, 3} << QList{1, 2, 3};
    QTest::newRow("before") << QList{2} << QList{1, 2} << QList{1, 2};
    QTest::newRow("between") << QList{1, 4} << QList{1, 2, 3, 4} << QList{1, 2, 3, 4};
    QTest::newRow("decided rows stay") << QList{1, 2, 3} << QList{3, 4} << QList{1, 2, 3, 4};
    QTest::newRow("behind a decided row") << QList{1, 2} << QList{1, 5} << QList{1, 5, 2};
}

void TestQueueModel::mergedOrder_putsNewOnesWhereTheyBelong()
{
    QFETCH(QList<int>, existing);
    QFETCH(QList<int>, fresh);
    QFETCH(QList<int>, merged);
    const auto ids = [](const QList<int>& numbers) {
        QList<GenerationId> result;
        for (const int number : numbers)
            result.append(GenerationId{number});
        return result;
    };
    QCOMPARE(assay::mergedOrder(ids(existing), ids(fresh)), ids(merged));
}

void TestQueueModel::load_showsTheLaneOldestFirst()
{
    for (int i = 0; i < 200; ++i)
        m_fixture->addFile(
            aGeneration(u"g%1"_qs.arg(i)).sentAt(kNoon - std::chrono::minutes(i)).asset(u"a%1"_qs.arg(i)),
            u"g%1.png"_qs.arg(i));
    QVERIFY(m_model->load({}));
    QCOMPARE(m_model->rowCount(), 200);
    QCOMPARE(m_model->index(0).data(QueueModel::NameRole).toString(), u"a199"_qs);
    QCOMPARE(m_model->index(199).data(QueueModel::NameRole).toString(), u"a0"_qs);
    QCOMPARE(m_model->rowOf(m_model->idAt(120)), 120);
}

void TestQueueModel::arrivals_areInsertedInRuns()
{
    const GenerationId middle = m_fixture->addTea(u"middle");
    QVERIFY(m_model->load({}));
    const QPersistentModelIndex kept = m_model->index(0);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy merged(m_model.get(), &QueueModel::rowsMerged);
    QList<GenerationId> ids;
    for (const int day : {-2, -1, 1, 2, 3})
        ids.append(m_fixture->addFile(aGeneration(u"day%1"_qs.arg(day)).sentAt(kNoon + day * kDay),
                                      u"day%1.png"_qs.arg(day)));
    m_model->addArrived(ids.mid(0, 3));
    m_model->addArrived(ids.mid(3)); // one tick for both
    QTRY_COMPARE(m_model->rowCount(), 6);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(merged.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(kept.row(), 2);
    for (int row = 0; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->rowOf(m_model->idAt(row)), row);
    QCOMPARE(m_model->idAt(2), middle);
}

void TestQueueModel::refresh_changesOneRowAndNeverResets()
{
    m_fixture->addTea(u"first");
    const GenerationId second = m_fixture->addTea(u"second");
    QVERIFY(m_model->load({}));
    QCOMPARE(m_model->verdict(1), std::nullopt);
    QVERIFY(Reviews(m_fixture->database()).add(aReview(second).revised()));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->refresh({second, GenerationId{4711}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_model->index(1).data(QueueModel::VerdictRole).toInt(), int(Disposition::Revised));
}

void TestQueueModel::batch_isJoinedByABracket()
{
    m_fixture->add(aGeneration(u"alone").asset(u"x"));
    for (int i = 1; i <= 3; ++i)
        m_fixture->add(aGeneration(u"b%1"_qs.arg(i)).asset(u"y").candidate(i));
    QVERIFY(m_model->load({}));
    using Place = QueueModel::BatchPlace;
    const QList<Place> expected{Place::None, Place::First, Place::Middle, Place::Last};
    for (int row = 0; row < 4; ++row)
        QCOMPARE(Place(m_model->index(row).data(QueueModel::BatchRole).toInt()), expected.at(row));
}

void TestQueueModel::placeText_leavesOutWhatIsNotKnown()
{
    QueueRow row;
    row.fileName = u"a.png"_qs;
    QCOMPARE(placeText(row), u"No client"_qs);
    QCOMPARE(nameText(row), u"a.png"_qs);
    row.client = u"Nord"_qs;
    row.asset = u"Hero"_qs;
    row.candidate = 1;
    QCOMPARE(placeText(row), u"Nord · 1/1"_qs);
    row.cycle = 3;
    row.candidate = 2;
    row.batchSize = 4;
    QCOMPARE(placeText(row), u"Nord · cycle 3 · 2/4"_qs);
    QCOMPARE(nameText(row), u"Hero"_qs);
}

void TestQueueModel::firstUndecided_skipsVerdicts()
{
    const GenerationId first = m_fixture->addTea(u"first");
    m_fixture->addTea(u"second");
    QVERIFY(Reviews(m_fixture->database()).add(aReview(first)));
    QVERIFY(m_model->load({QueueLane::All, {}, {}}));
    QCOMPARE(m_model->firstUndecided(), 1);
    QCOMPARE(m_model->firstUndecided(2), -1);
}

void TestQueueModel::unreadableStore_isReported()
{
    m_fixture->addTea(u"first");
    QVERIFY(m_model->load({}));
    QVERIFY(m_fixture->database().execute(u"ALTER TABLE generations RENAME TO hidden"_qs));
    QVERIFY(!m_model->load({}));
    QCOMPARE(m_model->rowCount(), 1); // the rows stay as they are
}

QTEST_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
