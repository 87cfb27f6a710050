// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/statement.h"
#include "app/store/storewriter.h"
#include "app/store/workspacewatch.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace assay;
using namespace std::chrono_literals;

namespace {

Result<void> addClient(const Database& database, const QString& name)
{
    Statement statement = database.prepare(QStringLiteral("INSERT INTO clients (name) VALUES (?)"));
    return statement.run(name);
}

} // namespace

class TestWorkspaceWatch : public QObject
{
    Q_OBJECT

private slots:
    void commitOfAnotherConnection_isTold();
    void ownWritersCommits_areNoNews();
};

void TestWorkspaceWatch::commitOfAnotherConnection_isTold()
{
    TemporaryWorkspace workspace;
    const auto reader = workspace.openReader();
    const auto writer = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(writer);
    const WorkspaceWatch watch(*reader, **writer, 10ms);
    QSignalSpy told(&watch, &WorkspaceWatch::changedElsewhere);
    // The watch has asked the writer for its version before this; jobs keep their order.
    ASSAY_VERIFY_OK(
        (*writer)
            ->run<void>(StoreWriter::Priority::Urgent, [](const Database&) { return Result<void>(); })
            .result());
    ASSAY_VERIFY_OK(addClient(workspace.database(), QStringLiteral("from elsewhere")));
    QTRY_COMPARE(told.size(), 1);
    ASSAY_VERIFY_OK(addClient(workspace.database(), QStringLiteral("and again")));
    QTRY_COMPARE(told.size(), 2);
}

void TestWorkspaceWatch::ownWritersCommits_areNoNews()
{
    TemporaryWorkspace workspace;
    const auto reader = workspace.openReader();
    const auto writer = StoreWriter::start(workspace.path());
    ASSAY_VERIFY_OK(writer);
    const WorkspaceWatch watch(*reader, **writer, 10ms);
    QSignalSpy told(&watch, &WorkspaceWatch::changedElsewhere);
    for (int i = 0; i < 5; ++i) {
        ASSAY_VERIFY_OK(
            (*writer)
                ->run<void>(StoreWriter::Priority::Urgent,
                            [i](const Database& database) { return addClient(database, QString::number(i)); })
                .result());
        QVERIFY(!QTest::qWaitFor([&told] { return !told.isEmpty(); }, 30));
    }
    QCOMPARE(told.size(), 0);
    ASSAY_VERIFY_OK(addClient(workspace.database(), QStringLiteral("from elsewhere")));
    QTRY_COMPARE(told.size(), 1);
}

QTEST_GUILESS_MAIN(TestWorkspaceWatch)
#include "tst_workspacewatch.moc"
