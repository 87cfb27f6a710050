// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/changes.h"
#include "tests/cli/program.h"
#include "tests/support/result.h"
#include "tests/support/studio.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace assay;

/// `check` and `compare` as programs.
class TestCheckCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void calmWorkspace_isDone();
    void firingAlert_isOneLineAndExitCode3();
    void emptyWorkspace_isDone();
    void eachClient_isJudgedAndNamed();
    void eachClientOfOneClient_isWrongUse();
    void helpOfCheck_saysWhatIsJudged();
    void change_isComparedInATable();
    void changeAsJson_isThatOfMetrics();
    void unknownChange_isRefused();
    void missingChange_isWrongUse();
    void unknownModel_isRefusedByName();
    void strayWord_isWrongUse();
    void emptyTemplate_isWrongUse();
    void staleWeeks_areCountedBeforeTheyAreRead();

private:
    void addWeeks(int count, int checksMetOfTen);
    ProgramRun run(const QString& command, const QStringList& options = {});

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Studio> m_studio;
    IsoWeek m_week;
};

void TestCheckCommand::init()
{
    m_studio.reset();
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_studio = std::make_unique<Studio>(*m_workspace);
    m_week = *IsoWeek::fromName(u"2026-W10");
}

void TestCheckCommand::addWeeks(int count, int checksMetOfTen)
{
    for (int i = 0; i < count; ++i, m_week = m_week.next())
        m_studio->add({.week = m_week, .checksMetOfTen = checksMetOfTen});
}

ProgramRun TestCheckCommand::run(const QString& command, const QStringList& options)
{
    return runProgram(QStringList{command, QStringLiteral("--workspace"), m_workspace->path(),
                                  QStringLiteral("--now"), QStringLiteral("2026-05-05T12:00:00Z")} +
                      options);
}

void TestCheckCommand::calmWorkspace_isDone()
{
    addWeeks(4, 9);
    const ProgramRun check = run(QStringLiteral("check"));
    QCOMPARE(check.exitCode, 0);
    QVERIFY(check.output.isEmpty());
}

void TestCheckCommand::firingAlert_isOneLineAndExitCode3()
{
    addWeeks(3, 9);
    addWeeks(1, 5);
    const ProgramRun check =
        run(QStringLiteral("check"), {QStringLiteral("--client"), QStringLiteral("nord")});
    QCOMPARE(check.exitCode, 3);
    const QStringList lines = QString::fromUtf8(check.output).trimmed().split(u'\n');
    QVERIFY(lines.front().startsWith(
        QStringLiteral("2026-W13 firing since 2026-W13: Prompt adherence rate 50.0\u00A0%")));
    QVERIFY(lines.back().startsWith(QStringLiteral("2026-W13 Adherence falls, acceptance holds. ")));
    QCOMPARE(lines.size(), 2);
}

void TestCheckCommand::emptyWorkspace_isDone()
{
    QCOMPARE(run(QStringLiteral("check")).exitCode, 0);
}

/// What falls at one client is lost among the others.
void TestCheckCommand::eachClient_isJudgedAndNamed()
{
    for (int i = 0; i < 4; ++i, m_week = m_week.next()) {
        m_studio->add({.client = QStringLiteral("nord"), .week = m_week, .assets = 200});
        m_studio->add({.client = QStringLiteral("sable"),
                       .week = m_week,
                       .assets = 12,
                       .checksMetOfTen = i < 3 ? 9 : 4});
    }
    QCOMPARE(run(QStringLiteral("check")).exitCode, 0);
    const ProgramRun check = run(QStringLiteral("check"), {QStringLiteral("--each-client")});
    QCOMPARE(check.exitCode, 3);
    const QStringList lines = QString::fromUtf8(check.output).trimmed().split(u'\n');
    QVERIFY2(
        lines.front().startsWith(QStringLiteral("sable: 2026-W13 firing since 2026-W13: Prompt adherence")),
        check.output.constData());
    QVERIFY(lines.filter(QStringLiteral("nord: ")).isEmpty());
    m_studio->add({.week = m_week, .assets = 200, .checksMetOfTen = 2});
    const QByteArray all = run(QStringLiteral("check"), {QStringLiteral("--each-client")}).output;
    QVERIFY2(all.startsWith("all clients: 2026-W14 firing"), all.constData());
    QVERIFY2(all.contains("\nnord: 2026-W14 firing"), all.constData());
}

void TestCheckCommand::eachClientOfOneClient_isWrongUse()
{
    QCOMPARE(run(QStringLiteral("check"),
                 {QStringLiteral("--each-client"), QStringLiteral("--client"), QStringLiteral("nord")})
                 .exitCode,
             2);
}

void TestCheckCommand::helpOfCheck_saysWhatIsJudged()
{
    const QString help =
        QString::fromUtf8(runProgram({QStringLiteral("check"), QStringLiteral("--help")}).output);
    QVERIFY(help.simplified().contains(QStringLiteral("only all clients together are judged")));
}

void TestCheckCommand::change_isComparedInATable()
{
    addWeeks(3, 9);
    Change change;
    change.kind = ChangeKind::Model;
    change.client = QStringLiteral("nord");
    change.from = QStringLiteral("m-1");
    change.to = QStringLiteral("m-2");
    change.note = QStringLiteral("provider upgrade");
    change.externalId = QStringLiteral("ch1");
    change.at = WeekCalendar(QTimeZone::utc()).startOf(m_week);
    QVERIFY(Changes(m_workspace->database()).add(change));
    addWeeks(3, 5);
    const ProgramRun compare = run(QStringLiteral("compare"), {QStringLiteral("ch1")});
    QCOMPARE(compare.exitCode, 0);
    const QStringList lines = QString::fromUtf8(compare.output).trimmed().split(u'\n');
    QCOMPARE(lines[0], QStringLiteral("Change ch1: model, m-1 to m-2, provider upgrade"));
    QCOMPARE(lines[1], QStringLiteral("of nord at 2026-03-23T00:00:00.000Z"));
    QCOMPARE(lines[2], QStringLiteral("View: nord"));
    QCOMPARE(lines.size(), 22);
    QVERIFY(lines[6].startsWith(QStringLiteral("Adherence ")));
    QVERIFY(lines[6].contains(QStringLiteral(" worse ")));
    QVERIFY(lines[6].contains(QStringLiteral("90.0\u00A0%")));
    QVERIFY(lines[6].contains(QStringLiteral("50.0\u00A0%")));
    // Of two shares the difference is points; percent says how much of the first one that is.
    QVERIFY2(lines[6].contains(QStringLiteral("\u221240.0 pp")), qPrintable(lines[6]));
    QVERIFY2(lines[6].contains(QStringLiteral("\u221244\u00A0%")), qPrintable(lines[6]));
    QVERIFY2(QRegularExpression(QStringLiteral("\u2212\\d+\\.\\d to \u2212\\d+\\.\\d pp"))
                 .match(lines[6])
                 .hasMatch(),
             qPrintable(lines[6]));
}

void TestCheckCommand::changeAsJson_isThatOfMetrics()
{
    addWeeks(3, 9);
    Change change;
    change.externalId = QStringLiteral("ch1");
    change.at = WeekCalendar(QTimeZone::utc()).startOf(m_week);
    QVERIFY(Changes(m_workspace->database()).add(change));
    addWeeks(3, 5);
    const ProgramRun compare =
        run(QStringLiteral("compare"), {QStringLiteral("--json"), QStringLiteral("ch1")});
    const QJsonObject table = QJsonDocument::fromJson(compare.output).object();
    QCOMPARE(table.size(), 16);
    const QJsonObject adherence = table[QStringLiteral("adherence")].toObject();
    QCOMPARE(adherence[QStringLiteral("verdict")].toString(), QStringLiteral("worse"));
    QCOMPARE(adherence[QStringLiteral("ci")].toArray().size(), 2);
    const ProgramRun metrics = run(QStringLiteral("metrics"), {QStringLiteral("--json")});
    const QJsonObject all = QJsonDocument::fromJson(metrics.output).object();
    QCOMPARE(all[QStringLiteral("changes")].toObject()[QStringLiteral("ch1")].toObject(), table);
    const QJsonObject week = all[QStringLiteral("weeks")].toArray().last().toObject();
    QVERIFY(week[QStringLiteral("patterns")].isArray());
    QVERIFY(week[QStringLiteral("counts")].toObject().contains(QStringLiteral("checks_ok")));
}

void TestCheckCommand::unknownChange_isRefused()
{
    const ProgramRun compare = run(QStringLiteral("compare"), {QStringLiteral("gone")});
    QCOMPARE(compare.exitCode, 1);
    QVERIFY(compare.problems.contains("gone"));
}

void TestCheckCommand::missingChange_isWrongUse()
{
    QCOMPARE(run(QStringLiteral("compare")).exitCode, 2);
}

void TestCheckCommand::unknownModel_isRefusedByName()
{
    addWeeks(1, 9);
    for (const auto& command : {QStringLiteral("metrics"), QStringLiteral("check")}) {
        const ProgramRun refused = run(command, {QStringLiteral("--model"), QStringLiteral("nobody-3")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.problems.contains("nobody-3"), refused.problems.constData());
    }
}

/// A client's name without --client would be overlooked, and all clients be judged as one.
void TestCheckCommand::strayWord_isWrongUse()
{
    for (const auto& command : {QStringLiteral("metrics"), QStringLiteral("check")})
        QCOMPARE(run(command, {QStringLiteral("harbor")}).exitCode, 2);
}

void TestCheckCommand::emptyTemplate_isWrongUse()
{
    const ProgramRun wrong = run(QStringLiteral("metrics"), {QStringLiteral("--template"), QString()});
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY2(wrong.problems.contains("--template takes a name"), wrong.problems.constData());
}

void TestCheckCommand::staleWeeks_areCountedBeforeTheyAreRead()
{
    addWeeks(1, 9);
    const QByteArray counted = run(QStringLiteral("metrics"), {QStringLiteral("--json")}).output;
    const Database& database = m_workspace->database();
    ASSAY_VERIFY_OK(database.execute(
        QStringLiteral("INSERT INTO stale_weeks (client_id, week) SELECT DISTINCT client_id, week"
                       " FROM weekly_rollups WHERE true ON CONFLICT DO NOTHING")));
    ASSAY_VERIFY_OK(database.execute(QStringLiteral("DELETE FROM weekly_rollups")));
    QCOMPARE(run(QStringLiteral("metrics"), {QStringLiteral("--json")}).output, counted);
}

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
