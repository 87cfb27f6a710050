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

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
