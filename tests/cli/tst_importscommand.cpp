// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/pictures.h"
#include "tests/cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

class TestImportsCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void list_isNewestFirst();
    void retryInNoWorkspace_makesNone();
    void show_namesWhatWasRefused();
    void unknownImport_exitsWithOne();
    void wrongUse_exitsWithTwo_data();
    void wrongUse_exitsWithTwo();
    void missingWorkspace_exitsWithFour();
    void retry_takesWhatWasPutRight();
    void retryOfAll_forgetsWhatWasSettled();
    void retryOfUnknownImport_exitsWithOne();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    ProgramRun run(const QStringList& arguments) const
    {
        return runProgram(arguments + QStringList{u"--workspace"_s, path(u"w.assay"_s)});
    }
    QJsonObject json(const QStringList& arguments) const
    {
        return QJsonDocument::fromJson(run(arguments + QStringList{u"--json"_s}).output).object();
    }
    /// Four lines of five are taken.
    void importBadLog() const
    {
        writeBytes(path(u"log.jsonl"_s), logLines(2) + "{\"type\":\n");
        QCOMPARE(run({u"import"_s, path(u"log.jsonl"_s)}).exitCode, 1);
    }
    void mendLog() const { writeBytes(path(u"log.jsonl"_s), logLines(3)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImportsCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestImportsCommand::list_isNewestFirst()
{
    importBadLog();
    writePicture(path(u"pictures/a.png"_s), 1);
    QCOMPARE(run({u"import"_s, path(u"pictures"_s)}).exitCode, 0);
    const QJsonArray imports = json({u"imports"_s, u"list"_s}).value(u"imports"_s).toArray();
    QCOMPARE(imports.size(), 2);
    QVERIFY(imports[0].toObject().value(u"source"_s).toString().endsWith(u"pictures"_s));
    QCOMPARE(imports[1].toObject().value(u"taken"_s).toInt(), 4);
    QCOMPARE(imports[1].toObject().value(u"refused"_s).toInt(), 1);
    QVERIFY(imports[1].toObject().contains(u"finished_at"_s));
    const ProgramRun one = run({u"imports"_s, u"list"_s, u"--limit"_s, u"1"_s});
    QCOMPARE(one.output.count('\n'), 2); // a head and a row
}

void TestImportsCommand::retryInNoWorkspace_makesNone()
{
    QCOMPARE(run({u"import"_s, u"--retry"_s}).exitCode, 4);
    QVERIFY(!QFile::exists(path(u"w.assay"_s)));
}

void TestImportsCommand::show_namesWhatWasRefused()
{
    importBadLog();
    const ProgramRun shown = run({u"imports"_s, u"show"_s, u"1"_s});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY2(shown.output.contains("log.jsonl:5: not valid"), shown.output.constData());
    QVERIFY(shown.output.contains("import --retry 1"));
    const QJsonObject one = json({u"imports"_s, u"show"_s, u"1"_s});
    const QJsonObject problem = one.value(u"problems"_s).toArray().at(0).toObject();
    QCOMPARE(problem.value(u"line"_s).toInt(), 5);
    QVERIFY(!problem.value(u"reason"_s).toString().isEmpty());
}

void TestImportsCommand::unknownImport_exitsWithOne()
{
    importBadLog();
    const ProgramRun shown = run({u"imports"_s, u"show"_s, u"9"_s});
    QCOMPARE(shown.exitCode, 1);
    QVERIFY2(shown.problems.contains("9: not found (no such import)"), shown.problems.constData());
}

void TestImportsCommand::wrongUse_exitsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no verb") << QStringList{u"imports"_s};
    QTest::newRow("other verb") << QStringList{u"imports"_s, u"delete"_s};
    QTest::newRow("no number") << QStringList{u"imports"_s, u"show"_s};
    QTest::newRow("a word") << QStringList{u"imports"_s, u"show"_s, u"last"_s};
    QTest::newRow("limit") << QStringList{u"imports"_s, u"list"_s, u"--limit"_s, u"0"_s};
    QTest::newRow("retry of a path") << QStringList{u"import"_s, u"--retry"_s, u"a.png"_s};
}

void TestImportsCommand::wrongUse_exitsWithTwo()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(run(arguments).exitCode, 2);
}

void TestImportsCommand::missingWorkspace_exitsWithFour()
{
    QCOMPARE(run({u"imports"_s, u"list"_s}).exitCode, 4);
}

void TestImportsCommand::retry_takesWhatWasPutRight()
{
    importBadLog();
    const QJsonObject still = json({u"import"_s, u"--retry"_s, u"1"_s});
    QCOMPARE(still.value(u"refused"_s).toInt(), 1);
    QCOMPARE(still.value(u"known"_s).toInt(), 4);
    mendLog();
    const QJsonObject mended = json({u"import"_s, u"--retry"_s, u"1"_s});
    QCOMPARE(mended.value(u"refused"_s).toInt(), 0);
    QCOMPARE(mended.value(u"taken"_s).toInt(), 2);
}

void TestImportsCommand::retryOfAll_forgetsWhatWasSettled()
{
    importBadLog();
    writeBytes(path(u"torn.png"_s), "no picture");
    QCOMPARE(run({u"import"_s, path(u"torn.png"_s)}).exitCode, 1);
    mendLog();
    const QJsonObject first = json({u"import"_s, u"--retry"_s});
    QCOMPARE(first.value(u"taken"_s).toInt(), 2);
    QCOMPARE(first.value(u"refused"_s).toInt(), 1);
    const QJsonObject second = json({u"import"_s, u"--retry"_s});
    QCOMPARE(second.value(u"known"_s).toInt(), 0); // the log is not read again
    QCOMPARE(second.value(u"refused"_s).toInt(), 1);
}

void TestImportsCommand::retryOfUnknownImport_exitsWithOne()
{
    importBadLog();
    QCOMPARE(run({u"import"_s, u"--retry"_s, u"5"_s}).exitCode, 1);
}

QTEST_GUILESS_MAIN(TestImportsCommand)
#include "tst_importscommand.moc"
