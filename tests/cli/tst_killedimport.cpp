// SPDX-License-Identifier: GPL-3.0-or-later
// An import that is killed at any moment and run again gives what an undisturbed one gives.
#include "app/store/database.h"
#include "app/store/statement.h"
#include "tests/cli/pictures.h"
#include "tests/cli/program.h"
#include "tests/support/result.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestKilledImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void killedAtAnyMoment_isWholeAfterTheNextImport_data();
    void killedAtAnyMoment_isWholeAfterTheNextImport();

private:
    QStringList importInto(const QString& workspace) const
    {
        return QStringList{u"import"_s} + m_paths + QStringList{u"--workspace"_s, workspace};
    }
    static QStringList rowsOf(const QString& workspace);

    QTemporaryDir m_folder;
    QStringList m_paths;
    QStringList m_undisturbed; ///< what an import that nobody killed gives
    qint64 m_duration = 0;
};

/// Every generation and review by its id, with what tells whether it is complete.
QStringList TestKilledImport::rowsOf(const QString& workspace)
{
    const auto database = Database::open(workspace, Database::Mode::ReadOnly);
    if (!database)
        return {describe(database.error())};
    QStringList rows;
    for (const QString& sql :
         {u"SELECT external_id || ' ' || coalesce(prompt_id > 0, 0) || ' ' || coalesce(disposition, '')"
          " FROM generations ORDER BY external_id"_s,
          u"SELECT external_id FROM reviews ORDER BY external_id"_s,
          u"SELECT hex(sha256) FROM images ORDER BY sha256"_s}) {
        Statement statement = (*database)->prepare(sql);
        if (!statement.run())
            return {u"can't read"_s};
        while (statement.next())
            rows.append(statement.text(0));
    }
    return rows;
}

void TestKilledImport::initTestCase()
{
    for (int i = 0; i < 120; ++i)
        writePicture(m_folder.filePath(u"pictures/%1/%2.png"_s.arg(i % 5).arg(i)), i);
    writeBytes(m_folder.filePath(u"log.jsonl"_s), logLines(300));
    m_paths = {m_folder.filePath(u"log.jsonl"_s), m_folder.filePath(u"pictures"_s)};
    const QString shared = qEnvironmentVariable("ASSAY_SHARED") + u"/data/images"_s;
    if (QFileInfo(shared).isDir())
        m_paths += shared;
    const QString workspace = m_folder.filePath(u"undisturbed.assay"_s);
    QElapsedTimer timer;
    timer.start();
    const ProgramRun run = runProgram(importInto(workspace));
    m_duration = timer.elapsed();
    QVERIFY2(run.exitCode == 0 || run.exitCode == 1, run.problems.constData());
    m_undisturbed = rowsOf(workspace);
    QVERIFY(m_undisturbed.size() > 120 + 300 + 300);
}

void TestKilledImport::killedAtAnyMoment_isWholeAfterTheNextImport_data()
{
    QTest::addColumn<int>("number");
    for (int number = 1; number <= 20; ++number)
        QTest::addRow("kill %d", number) << number;
}

void TestKilledImport::killedAtAnyMoment_isWholeAfterTheNextImport()
{
    QFETCH(int, number);
    QRandomGenerator random(static_cast<quint32>(number));
    const QString workspace = m_folder.filePath(u"%1.assay"_s.arg(number));
    QProcess process;
    process.start(QStringLiteral(ASSAY_CLI), importInto(workspace));
    QVERIFY(process.waitForStarted());
    process.waitForFinished(random.bounded(1, int(m_duration) + 1));
    process.kill();
    process.waitForFinished();
    const ProgramRun again = runProgram(importInto(workspace));
    QVERIFY2(again.exitCode == 0 || again.exitCode == 1, again.problems.constData());
    QCOMPARE(rowsOf(workspace), m_undisturbed);
    const ProgramRun verified = runProgram({u"verify"_s, u"--workspace"_s, workspace});
    QVERIFY2(verified.exitCode == 0, verified.output.constData());
}

QTEST_GUILESS_MAIN(TestKilledImport)
#include "tst_killedimport.moc"
