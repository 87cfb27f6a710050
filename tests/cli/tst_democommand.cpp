// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/statement.h"
#include "tests/cli/program.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestDemoCommand : public QObject
{
    Q_OBJECT

private slots:
    void demo_makesAWorkspaceThatIsClean();
};

namespace {

qint64 count(const Database& database, const QString& from)
{
    Statement statement = database.prepare(u"SELECT count(*) FROM "_s + from);
    if (!statement.run() || !statement.next())
        return -1;
    return statement.integer(0);
}

} // namespace

void TestDemoCommand::demo_makesAWorkspaceThatIsClean()
{
    const QTemporaryDir folder;
    const QStringList arguments{u"demo"_s, folder.filePath(u"d"_s), u"--now"_s, u"2026-05-05T12:00:00Z"_s};
    const ProgramRun run = runProgram(arguments);
    QVERIFY2(run.exitCode == 0, run.problems.constData());
    const QString workspace = folder.filePath(u"d/sample.assay"_s);
    QVERIFY(run.output.contains(workspace.toUtf8()));
    const ProgramRun verified = runProgram({u"verify"_s, u"--workspace"_s, workspace});
    QVERIFY2(verified.exitCode == 0, verified.output.constData());

    const auto database = Database::open(workspace, Database::Mode::ReadOnly);
    QVERIFY(database);
    const qint64 generations = count(**database, u"generations"_s);
    QVERIFY(generations > 2000);
    QVERIFY(count(**database, u"images"_s) >= 250);
    // Every picture belongs to a line of the history.
    QCOMPARE(count(**database, u"generations WHERE external_id LIKE 'sha256:%'"_s), 0);
    QCOMPARE(count(**database, u"clients WHERE name <> ''"_s), 2);
    QVERIFY(count(**database, u"changes"_s) >= 1);
    QVERIFY(count(**database, u"weekly_rollups"_s) > 16);
    QCOMPARE(count(**database, u"stale_weeks"_s), 0);

    const ProgramRun again = runProgram(arguments);
    QVERIFY2(again.exitCode == 0, again.problems.constData());
    QCOMPARE(count(**database, u"generations"_s), generations);
}

QTEST_GUILESS_MAIN(TestDemoCommand)
#include "tst_democommand.moc"
