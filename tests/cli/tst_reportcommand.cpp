// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/studio.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace assay;

class TestReportCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void metrics_areATableOfWeeks();
    void metricsJson_hasTheReferencesShape();
    void newestWeeks_canBeAskedFor();
    void wrongOptions_areWrongUse_data();
    void wrongOptions_areWrongUse();
    void unknownClient_isRefused();
    void missingWorkspace_isUnusable();
    void report_isAPdf();
    void reportIntoMissingFolder_isRefused();

private:
    ProgramRun run(const QString& command, const QStringList& options);

    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

void TestReportCommand::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    Studio studio(*m_workspace);
    IsoWeek week = *IsoWeek::fromName(u"2026-W10");
    for (int i = 0; i < 4; ++i, week = week.next())
        studio.add({.week = week, .checksMetOfTen = i == 3 ? 5 : 9});
}

ProgramRun TestReportCommand::run(const QString& command, const QStringList& options)
{
    return runProgram(QStringList{command, QStringLiteral("--workspace"), m_workspace->path(),
                                  QStringLiteral("--now"), QStringLiteral("2026-05-05T12:00:00Z")} +
                      options);
}

void TestReportCommand::metrics_areATableOfWeeks()
{
    const ProgramRun table = run(QStringLiteral("metrics"), {});
    QCOMPARE(table.exitCode, 0);
    const QStringList lines = QString::fromUtf8(table.output).trimmed().split(u'\n');
    QVERIFY(!lines.filter(QStringLiteral("2026-W10")).isEmpty());
    const QStringList adherence = lines.filter(QStringLiteral("Adherence"));
    QVERIFY(!adherence.isEmpty());
    QVERIFY(adherence.front().contains(QStringLiteral("50.0\u00A0%")));
    QVERIFY(adherence.front().contains(QStringLiteral("firing since W13")));
    QVERIFY(table.problems.isEmpty());
}

void TestReportCommand::metricsJson_hasTheReferencesShape()
{
    const ProgramRun json =
        run(QStringLiteral("metrics"), {QStringLiteral("--format"), QStringLiteral("json"),
                                        QStringLiteral("--client"), QStringLiteral("nord")});
    QCOMPARE(json.exitCode, 0);
    const QJsonObject all = QJsonDocument::fromJson(json.output).object();
    QCOMPARE(all[QStringLiteral("client")].toString(), QStringLiteral("nord"));
    QCOMPARE(all[QStringLiteral("zone")].toString(), QStringLiteral("UTC"));
    const QJsonObject week = all[QStringLiteral("weeks")].toArray().last().toObject();
    QCOMPARE(week[QStringLiteral("week")].toString(), QStringLiteral("2026-W13"));
    QCOMPARE(week[QStringLiteral("role")].toString(), QStringLiteral("judged"));
    QCOMPARE(week[QStringLiteral("counts")].toObject()[QStringLiteral("assets_completed")].toInt(), 40);
    const QJsonObject adherence =
        week[QStringLiteral("metrics")].toObject()[QStringLiteral("adherence")].toObject();
    QCOMPARE(adherence[QStringLiteral("value")].toDouble(), 0.5);
    QCOMPARE(adherence[QStringLiteral("state")].toString(), QStringLiteral("firing"));
    QCOMPARE(adherence[QStringLiteral("level")].toInt(), 2);
    QCOMPARE(adherence[QStringLiteral("baseline")].toDouble(), 0.9);
    QCOMPARE(adherence[QStringLiteral("band")].toArray().size(), 2);
    QVERIFY(adherence[QStringLiteral("why")].isNull());
}

void TestReportCommand::newestWeeks_canBeAskedFor()
{
    const ProgramRun json = run(QStringLiteral("metrics"),
                                {QStringLiteral("--json"), QStringLiteral("--weeks"), QStringLiteral("2")});
    const QJsonArray weeks = QJsonDocument::fromJson(json.output).object()[QStringLiteral("weeks")].toArray();
    QCOMPARE(weeks.size(), 2);
    QCOMPARE(weeks[0].toObject()[QStringLiteral("week")].toString(), QStringLiteral("2026-W12"));
}

void TestReportCommand::wrongOptions_areWrongUse_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("options");
    QTest::newRow("no weeks") << QStringLiteral("metrics") << QStringLiteral("--weeks 0");
    QTest::newRow("format") << QStringLiteral("metrics") << QStringLiteral("--format xml");
    QTest::newRow("no client") << QStringLiteral("report")
                               << QStringLiteral("--from 2026-03-01 --to 2026-03-31 -o r.pdf");
    QTest::newRow("no day") << QStringLiteral("report")
                            << QStringLiteral("--client nord --from March --to 2026-03-31 -o r.pdf");
    QTest::newRow("turned") << QStringLiteral("report")
                            << QStringLiteral("--client nord --from 2026-03-31 --to 2026-03-01 -o r.pdf");
}

void TestReportCommand::wrongOptions_areWrongUse()
{
    QFETCH(QString, command);
    QFETCH(QString, options);
    const ProgramRun wrong = run(command, options.split(u' '));
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY(wrong.output.isEmpty());
    QVERIFY(!wrong.problems.isEmpty());
}

void TestReportCommand::unknownClient_isRefused()
{
    QCOMPARE(run(QStringLiteral("metrics"), {QStringLiteral("--client"), QStringLiteral("gone")}).exitCode,
             1);
}

void TestReportCommand::missingWorkspace_isUnusable()
{
    const QString path = m_workspace->folder().filePath(QStringLiteral("none.assay"));
    QCOMPARE(runProgram({QStringLiteral("metrics"), QStringLiteral("--workspace"), path}).exitCode, 4);
    QVERIFY(!QFile::exists(path));
}

void TestReportCommand::report_isAPdf()
{
    const QString path = m_workspace->folder().filePath(QStringLiteral("r.pdf"));
    const ProgramRun report =
        run(QStringLiteral("report"),
            {QStringLiteral("--client"), QStringLiteral("nord"), QStringLiteral("--from"),
             QStringLiteral("2026-03-01"), QStringLiteral("--to"), QStringLiteral("2026-03-31"),
             QStringLiteral("-o"), path});
    QCOMPARE(report.exitCode, 0);
    QCOMPARE(QString::fromUtf8(report.output).trimmed(), path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF-"));
}

void TestReportCommand::reportIntoMissingFolder_isRefused()
{
    const QString path = m_workspace->folder().filePath(QStringLiteral("gone/r.pdf"));
    const ProgramRun report =
        run(QStringLiteral("report"),
            {QStringLiteral("--client"), QStringLiteral("nord"), QStringLiteral("--from"),
             QStringLiteral("2026-03-01"), QStringLiteral("--to"), QStringLiteral("2026-03-31"),
             QStringLiteral("-o"), path});
    QCOMPARE(report.exitCode, 1);
    QVERIFY(report.problems.contains(m_workspace->folder().filePath(QStringLiteral("gone")).toUtf8()));
}

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_reportcommand.moc"
