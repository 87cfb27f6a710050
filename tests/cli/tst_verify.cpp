// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "tests/cli/program.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace assay;

class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void cleanWorkspace_exitsWithZero();
    void problem_exitsWithOneAndIsNamed();
    void repair_makesWhatIsDerivedAnew_data();
    void repair_makesWhatIsDerivedAnew();
    void json_saysTheSame();
    void missingWorkspace_exitsWithFour();
    void fileThatIsNoWorkspace_exitsWithFourUnchanged();
    void fileThatIsNoWorkspace_isRefusedInOneSentence();

private:
    static ProgramRun verify(const QString& path, const QStringList& options = {})
    {
        return runProgram(QStringList{QStringLiteral("verify"), QStringLiteral("--workspace"), path} +
                          options);
    }
    static void fill(const TemporaryWorkspace& workspace)
    {
        Generations generations(workspace.database(), workspace.calendar());
        const auto added = generations.add(aGeneration().asset(u"a"));
        ASSAY_VERIFY_OK(added);
        ASSAY_VERIFY_OK(generations.makeSearchable());
        ASSAY_VERIFY_OK(Reviews(workspace.database()).add(aReview(added->id)));
        ASSAY_VERIFY_OK(Rollups(workspace.database()).refresh());
    }
};

void TestVerify::cleanWorkspace_exitsWithZero()
{
    TemporaryWorkspace workspace;
    fill(workspace);
    const ProgramRun run = verify(workspace.path());
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.contains("The workspace is clean."));
    QVERIFY(run.output.contains("weekly sums equal a recomputation"));
    QVERIFY2(run.problems.isEmpty(), run.problems.constData());
}

void TestVerify::problem_exitsWithOneAndIsNamed()
{
    TemporaryWorkspace workspace;
    fill(workspace);
    ASSAY_VERIFY_OK(workspace.database().execute(QStringLiteral("UPDATE weekly_rollups SET n = n + 1")));
    const ProgramRun run = verify(workspace.path());
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.problems.contains("2026-W10"), run.problems.constData());
    QVERIFY(run.output.contains("The workspace has problems."));
}

void TestVerify::repair_makesWhatIsDerivedAnew_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("weekly sums") << QStringLiteral("UPDATE weekly_rollups SET n = n + 1")
                                 << QByteArray("2026-W10");
    QTest::newRow("week of a row") << QStringLiteral("UPDATE generations SET sent_week = '2026-W30'")
                                   << QByteArray("week 2026-W30 is stored, 2026-W10 is right");
    QTest::newRow("index of prompts")
        << QStringLiteral("INSERT INTO prompt_search (prompt_search) VALUES ('delete-all')")
        << QByteArray("search: ");
}

void TestVerify::repair_makesWhatIsDerivedAnew()
{
    QFETCH(const QString, damage);
    QFETCH(const QByteArray, problem);
    TemporaryWorkspace workspace;
    fill(workspace);
    ASSAY_VERIFY_OK(workspace.database().execute(damage));
    const ProgramRun damaged = verify(workspace.path());
    QCOMPARE(damaged.exitCode, 1);
    QVERIFY2(damaged.problems.contains(problem), damaged.problems.constData());
    const ProgramRun repaired = verify(workspace.path(), {QStringLiteral("--repair")});
    QVERIFY2(repaired.exitCode == 0, repaired.problems.constData());
    QCOMPARE(verify(workspace.path()).exitCode, 0);
}

void TestVerify::json_saysTheSame()
{
    TemporaryWorkspace workspace;
    const ProgramRun run = verify(workspace.path(), {QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject result = QJsonDocument::fromJson(run.output).object();
    QVERIFY(result.value(QLatin1String("clean")).toBool());
    QVERIFY(result.contains(QLatin1String("parts")));
}

void TestVerify::missingWorkspace_exitsWithFour()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none.assay"));
    const ProgramRun run = verify(path);
    QCOMPARE(run.exitCode, 4);
    QVERIFY(run.problems.contains("none.assay"));
    QVERIFY(!QFile::exists(path));
}

void TestVerify::fileThatIsNoWorkspace_exitsWithFourUnchanged()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.assay"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content = QByteArray("Dear all,\n").repeated(200);
    file.write(content);
    file.close();
    QCOMPARE(verify(path).exitCode, 4);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

/// Whoever chose the wrong file reads a sentence, not our SQL.
void TestVerify::fileThatIsNoWorkspace_isRefusedInOneSentence()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.assay"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("Dear all,\n").repeated(200));
    file.close();
    for (const auto& command :
         {QStringLiteral("check"), QStringLiteral("metrics"), QStringLiteral("verify")}) {
        const ProgramRun run = runProgram({command, QStringLiteral("--workspace"), path});
        QCOMPARE(run.exitCode, 4);
        QCOMPARE(run.problems.count('\n'), 1);
        QVERIFY2(run.problems.contains("letter.assay"), run.problems.constData());
        QVERIFY2(run.problems.contains("it can't be read as an Assay workspace"), run.problems.constData());
        for (const char* word : {"SELECT", "sqlite", "PRAGMA"})
            QVERIFY2(!run.problems.contains(word), run.problems.constData());
    }
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
