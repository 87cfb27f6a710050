// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/statement.h"
#include "app/store/storewriter.h"
#include "app/store/transaction.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QFileInfo>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace assay;

namespace {

using Priority = StoreWriter::Priority;

Result<void> addClient(const Database& database, const QString& name)
{
    Statement statement = database.prepare(QStringLiteral("INSERT INTO clients (name) VALUES (?)"));
    return statement.run(name);
}

qint64 clientCount(const Database& database)
{
    Statement statement = database.prepare(QStringLiteral("SELECT count(*) FROM clients"));
    return statement.firstInteger()->value_or(-1);
}

} // namespace

class TestStoreWriter : public QObject
{
    Q_OBJECT

private slots:
    void job_runsInAnotherThreadAndGivesItsResult();
    void failedJob_givesItsError();
    void urgentJobs_overtakeBulkJobs();
    void jobsOfOnePriority_keepTheirOrder();
    void destructor_finishesQueuedJobs();
    void announcements_arriveInTheGuiThread();
    void idleWriter_movesTheLogIntoTheFile();
    void largeLog_isSmallAgainWithTheNextJob();
    void missingFolder_doesNotStart();
};

void TestStoreWriter::job_runsInAnotherThreadAndGivesItsResult()
{
    TemporaryWorkspace workspace;
    auto writer = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(writer);
    const auto future =
        (*writer)->run<QThread*>(Priority::Urgent, [](const Database& database) -> Result<QThread*> {
            if (auto added = addClient(database, QStringLiteral("nord")); !added)
                return added.error();
            return QThread::currentThread();
        });
    const Result<QThread*> result = future.result();
    ASSAY_VERIFY_OK(result);
    QVERIFY(*result != QThread::currentThread());
    QCOMPARE(clientCount(workspace.database()), 2);
}

void TestStoreWriter::failedJob_givesItsError()
{
    TemporaryWorkspace workspace;
    auto writer = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(writer);
    const auto future = (*writer)->run<void>(Priority::Bulk, [](const Database& database) {
        return database.execute(QStringLiteral("INSERT INTO clients (id, name) VALUES (1, 'twice')"));
    });
    ASSAY_VERIFY_ERROR(future.result(), ErrorKind::Invalid);
}

void TestStoreWriter::urgentJobs_overtakeBulkJobs()
{
    TemporaryWorkspace workspace;
    auto writer = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(writer);
    QSemaphore gate;
    QStringList order; // written in the store thread only, read after it has ended
    (*writer)->run<void>(Priority::Bulk, [&gate](const Database&) {
        gate.acquire();
        return Result<void>();
    });
    const auto note = [&](Priority priority, const QString& name) {
        (*writer)->run<void>(priority, [&order, name](const Database&) {
            order << name;
            return Result<void>();
        });
    };
    note(Priority::Bulk, QStringLiteral("import 1"));
    note(Priority::Bulk, QStringLiteral("import 2"));
    note(Priority::Urgent, QStringLiteral("verdict"));
    gate.release();
    writer->reset();
    QCOMPARE(order, (QStringList{QStringLiteral("verdict"), QStringLiteral("import 1"),
                                 QStringLiteral("import 2")}));
}

void TestStoreWriter::jobsOfOnePriority_keepTheirOrder()
{
    TemporaryWorkspace workspace;
    auto writer = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(writer);
    QList<int> order;
    for (int i = 0; i < 200; ++i) {
        (*writer)->run<void>(Priority::Bulk, [&order, i](const Database&) {
            order << i;
            return Result<void>();
        });
    }
    writer->reset();
    QCOMPARE(order.size(), 200);
    QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
}

void TestStoreWriter::destructor_finishesQueuedJobs()
{
    TemporaryWorkspace workspace;
    QList<QFuture<Result<void>>> futures;
    {
        auto writer = StoreWriter::start(workspace.path());
        ASSAY_VERIFY_OK(writer);
        for (int i = 0; i < 50; ++i) {
            futures << (*writer)->run<void>(Priority::Bulk, [i](const Database& database) {
                return addClient(database, QString::number(i));
            });
        }
    }
    for (const auto& future : futures) {
        QVERIFY(future.isFinished());
        ASSAY_VERIFY_OK(future.result());
    }
    QCOMPARE(clientCount(workspace.database()), 51);
}

void TestStoreWriter::announcements_arriveInTheGuiThread()
{
    TemporaryWorkspace workspace;
    auto started = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(started);
    StoreWriter* writer = started->get();
    QThread* seenIn = nullptr;
    connect(
        writer, &StoreWriter::reviewSaved, this, [&seenIn] { seenIn = QThread::currentThread(); },
        Qt::DirectConnection);
    QSignalSpy added(writer, &StoreWriter::generationsAdded);
    QSignalSpy saved(writer, &StoreWriter::reviewSaved);
    writer->run<void>(Priority::Urgent, [writer](const Database&) {
        writer->announceGenerationsAdded({GenerationId{7}, GenerationId{8}});
        writer->announceReviewSaved(GenerationId{7});
        return Result<void>();
    });
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.at(0).at(0).value<QList<GenerationId>>(),
             (QList<GenerationId>{GenerationId{7}, GenerationId{8}}));
    QCOMPARE(seenIn, QThread::currentThread());
}

void TestStoreWriter::idleWriter_movesTheLogIntoTheFile()
{
    TemporaryWorkspace workspace;
    workspace.close();
    const qint64 before = QFileInfo(workspace.path()).size();
    auto writer = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(writer);
    const auto written = (*writer)->run<void>(
        Priority::Bulk, [](const Database& database) { return addClient(database, QString(100'000, u'x')); });
    ASSAY_VERIFY_OK(written.result());
    QCOMPARE(QFileInfo(workspace.path()).size(), before);
    QTRY_VERIFY(QFileInfo(workspace.path()).size() > before + 50'000);
}

/// Its size decides about moving it between two jobs, so it must not stay large for ever.
void TestStoreWriter::largeLog_isSmallAgainWithTheNextJob()
{
    constexpr qint64 kLarge = 64 * 1024 * 1024;
    TemporaryWorkspace workspace;
    auto writer = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(writer);
    const auto large = (*writer)->run<qint64>(Priority::Bulk, [](const Database& database) -> Result<qint64> {
        const auto written =
            database.execute(QStringLiteral("CREATE TABLE large AS SELECT zeroblob(70000000) AS content"));
        return written ? Result(database.logBytes()) : Result<qint64>(written.error());
    });
    ASSAY_VERIFY_OK(large.result());
    QVERIFY(*large.result() > kLarge);
    const auto next = (*writer)->run<qint64>(Priority::Bulk, [](const Database& database) -> Result<qint64> {
        const auto written = addClient(database, QStringLiteral("next"));
        return written ? Result(database.logBytes()) : Result<qint64>(written.error());
    });
    ASSAY_VERIFY_OK(next.result());
    QVERIFY(*next.result() < kLarge / 8);
}

void TestStoreWriter::missingFolder_doesNotStart()
{
    QTemporaryDir folder;
    ASSAY_VERIFY_ERROR(StoreWriter::start(folder.filePath(QStringLiteral("no/such.assay"))),
                       ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestStoreWriter)
#include "tst_storewriter.moc"
