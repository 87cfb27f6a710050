// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace assay;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void version_isPrintedOnStdout();
    void help_namesUsageAndExitCodes();
    void wrongUse_exitsWithTwoAndSaysWhy_data();
    void wrongUse_exitsWithTwoAndSaysWhy();
    void withoutDisplay_itStillStarts();
    void outputThatCannotBeWritten_isAFailure_data();
    void outputThatCannotBeWritten_isAFailure();
    void helpOfACommand_breaksNoWord_data();
    void helpOfACommand_breaksNoWord();
};

void TestCommandLine::version_isPrintedOnStdout()
{
    const ProgramRun run = runProgram({QStringLiteral("--version")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, QByteArray("assay-cli " ASSAY_VERSION "\n"));
    QVERIFY2(run.problems.isEmpty(), run.problems.constData());
}

void TestCommandLine::help_namesUsageAndExitCodes()
{
    const ProgramRun run = runProgram({QStringLiteral("--help")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.startsWith("Usage: assay-cli COMMAND"));
    QVERIFY(run.output.contains("Exit codes:"));
}

void TestCommandLine::wrongUse_exitsWithTwoAndSaysWhy_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("mistake");
    QTest::newRow("no command") << QStringList() << QByteArray("a command is missing");
    QTest::newRow("unknown command") << QStringList{QStringLiteral("frobnicate")}
                                     << QByteArray("unknown command frobnicate");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--frobnicate")}
                                    << QByteArray("unknown command --frobnicate");
}

void TestCommandLine::wrongUse_exitsWithTwoAndSaysWhy()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, mistake);
    const ProgramRun run = runProgram(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.problems.contains(mistake), run.problems.constData());
    QVERIFY(run.problems.contains("--help"));
    QVERIFY(run.output.isEmpty());
}

void TestCommandLine::withoutDisplay_itStillStarts()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ASSAY_CLI), {QStringLiteral("--version")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestCommandLine::outputThatCannotBeWritten_isAFailure_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")};
    QTest::newRow("help") << QStringList{QStringLiteral("metrics"), QStringLiteral("--help")};
    QTest::newRow("every command") << QStringList{QStringLiteral("--help")};
}

/// A full disk must not look like a short answer.
void TestCommandLine::outputThatCannotBeWritten_isAFailure()
{
    QFETCH(QStringList, arguments);
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("there is no /dev/full here");
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(ASSAY_CLI), arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY(process.exitCode() != 0);
    const QByteArray problems = process.readAllStandardError();
    QVERIFY2(problems.contains("not all of the output could be written"), problems.constData());
}

void TestCommandLine::helpOfACommand_breaksNoWord_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command : {"baseline", "changes", "exchange", "thresholds", "week"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

/// The parser cuts a name of an argument that is too long for its column, in the middle of a word.
void TestCommandLine::helpOfACommand_breaksNoWord()
{
    QFETCH(QString, command);
    const ProgramRun run = runProgram({command, QStringLiteral("--help")});
    QCOMPARE(run.exitCode, 0);
    const QStringList lines = QString::fromUtf8(run.output).split(u'\n');
    const qsizetype arguments = lines.indexOf(QStringLiteral("Arguments:"));
    QVERIFY(arguments > 0);
    QVERIFY2(lines[arguments + 1].startsWith(QStringLiteral("  VERB ")), run.output.constData());
    for (const QString& line : lines.mid(arguments + 2))
        QVERIFY2(line.isEmpty() || line.startsWith(QStringLiteral("    ")), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
