// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/result.h"
#include "tests/support/studio.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// `week`, `thresholds`, `baseline` and `zone` as programs.
class TestWeekCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void firingWeek_isShownAsNotSigned();
    void signedWeek_showsWhoDecidedWhat();
    void undecidedAlert_isNotSigned();
    void decisionWithoutAnAlert_isRefused();
    void secondSignature_stands_besideTheFirst();
    void weekThatIsNotOver_isNotSigned();
    void acknowledgedAlert_isSaidByCheck();
    void acknowledgedAlert_thatDoubles_asksAgain();
    void alertThatDoesNotFire_isNotAcknowledged();
    void missingOwner_isWrongUse();
    void raisedThreshold_quietensCheck_andResetWakesIt();
    void thresholds_areListedWithTheirUnits();
    void whoSetsAThresholdOrABaseline_isRecorded();
    void wrongThreshold_isWrongUse_data();
    void wrongThreshold_isWrongUse();
    void baselineSetByHand_isUsed_listedAndWithdrawn();
    void baselineSetByHand_tellsWhatItCarries();
    void baselineBackwards_isWrongUse();
    void baselineOfAWeekToCome_isRefused();
    void changedZone_movesTheWeeks();
    void unknownZone_isWrongUse();

private:
    void addWeeks(int count, int checksMetOfTen);
    ProgramRun run(const QStringList& words, const QString& now = u"2026-05-05T12:00:00Z"_s);
    QString linesOf(const QStringList& words) { return QString::fromUtf8(run(words).output); }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Studio> m_studio;
    IsoWeek m_week;
};

void TestWeekCommand::init()
{
    qputenv("USER", "dana");
    m_studio.reset();
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_studio = std::make_unique<Studio>(*m_workspace);
    m_week = *IsoWeek::fromName(u"2026-W10");
    addWeeks(3, 9);
    addWeeks(1, 6);
}

void TestWeekCommand::addWeeks(int count, int checksMetOfTen)
{
    for (int i = 0; i < count; ++i, m_week = m_week.next())
        m_studio->add({.week = m_week, .checksMetOfTen = checksMetOfTen});
}

/// The options that judge a view are given to the commands that take them.
ProgramRun TestWeekCommand::run(const QStringList& words, const QString& now)
{
    QStringList arguments = words;
    arguments << u"--workspace"_s << m_workspace->path();
    if (words.front() == u"week"_s || words.front() == u"check"_s || words.front() == u"metrics"_s)
        arguments << u"--now"_s << now;
    return runProgram(arguments);
}

void TestWeekCommand::firingWeek_isShownAsNotSigned()
{
    const QString shown = linesOf({u"week"_s, u"show"_s});
    QVERIFY(shown.startsWith(u"2026-W13, all clients\n"_s));
    QVERIFY(shown.contains(u"\nFailed: 0 errors, 0 timeouts, 0 by the content filter.\n"_s));
    QVERIFY(shown.contains(u"\nOpen assets today: 0, of these 0 without anything for 14 days.\n"_s));
    QVERIFY(shown.contains(u"\n2026-W13 firing since 2026-W13: Prompt adherence"_s));
    QVERIFY(shown.contains(u"Adherence falls, acceptance holds"_s));
    QVERIFY(shown.trimmed().endsWith(u"Not signed."_s));
    const QString calm = linesOf({u"week"_s, u"show"_s, u"--week"_s, u"2026-W12"_s});
    QVERIFY(calm.contains(u"No alert fires."_s));
}

void TestWeekCommand::signedWeek_showsWhoDecidedWhat()
{
    const ProgramRun sign =
        run({u"week"_s, u"sign"_s, u"--owner"_s, u"mei"_s, u"--found"_s, u"New template too loose."_s,
             u"--decide"_s, u"adherence=flag_raised:ask for: a tighter one"_s});
    QCOMPARE(sign.exitCode, 0);
    const QString shown = linesOf({u"week"_s, u"show"_s});
    QVERIFY(shown.contains(u"Signed by mei on 2026-05-05T12:00:00.000Z. New template too loose."_s));
    QVERIFY(shown.contains(u"Prompt adherence rate: flag_raised, ask for: a tighter one"_s));
    const QJsonObject json =
        QJsonDocument::fromJson(run({u"week"_s, u"show"_s, u"--json"_s}).output).object();
    QCOMPARE(json[u"week"_s].toString(), u"2026-W13"_s);
    QCOMPARE(json[u"alerts"_s].toArray().size(), 1);
    const QJsonObject review = json[u"signed"_s].toArray().at(0).toObject();
    QCOMPARE(review[u"owner"_s].toString(), u"mei"_s);
    QCOMPARE(review[u"decisions"_s].toArray().at(0).toObject()[u"decision"_s].toString(), u"flag_raised"_s);
    // Another view has its own.
    QVERIFY(linesOf({u"week"_s, u"show"_s, u"--client"_s, u"nord"_s}).contains(u"Not signed."_s));
}

void TestWeekCommand::undecidedAlert_isNotSigned()
{
    const ProgramRun sign = run({u"week"_s, u"sign"_s, u"--owner"_s, u"mei"_s});
    QCOMPARE(sign.exitCode, 1);
    QVERIFY(sign.problems.contains("adherence"));
    QVERIFY(linesOf({u"week"_s, u"show"_s}).contains(u"Not signed."_s));
}

void TestWeekCommand::decisionWithoutAnAlert_isRefused()
{
    const ProgramRun sign = run({u"week"_s, u"sign"_s, u"--owner"_s, u"mei"_s, u"--decide"_s,
                                 u"adherence=ignored"_s, u"--decide"_s, u"latency_p50=ignored"_s});
    QCOMPARE(sign.exitCode, 1);
    QVERIFY(sign.problems.contains("latency_p50"));
}

void TestWeekCommand::secondSignature_stands_besideTheFirst()
{
    for (const QString& owner : {u"mei"_s, u"ivo"_s})
        QCOMPARE(run({u"week"_s, u"sign"_s, u"--owner"_s, owner, u"--decide"_s, u"adherence=explained"_s})
                     .exitCode,
                 0);
    const QString shown = linesOf({u"week"_s, u"show"_s});
    QVERIFY(shown.indexOf(u"Signed by mei"_s) < shown.indexOf(u"Signed by ivo"_s));
}

void TestWeekCommand::weekThatIsNotOver_isNotSigned()
{
    const ProgramRun sign = run({u"week"_s, u"sign"_s, u"--owner"_s, u"mei"_s, u"--week"_s, u"2026-W13"_s},
                                u"2026-03-27T12:00:00Z"_s);
    QCOMPARE(sign.exitCode, 1);
    QVERIFY(sign.problems.contains("not over"));
}

void TestWeekCommand::acknowledgedAlert_isSaidByCheck()
{
    QCOMPARE(run({u"week"_s, u"acknowledge"_s, u"adherence"_s, u"--owner"_s, u"dana"_s, u"--note"_s,
                  u"known since Monday"_s})
                 .exitCode,
             0);
    const ProgramRun check = run({u"check"_s});
    QCOMPARE(check.exitCode, 3);
    QVERIFY(check.output.contains("Acknowledged by dana on 2026-05-05T12:00:00.000Z: known since Monday"));
}

void TestWeekCommand::acknowledgedAlert_thatDoubles_asksAgain()
{
    QCOMPARE(run({u"week"_s, u"acknowledge"_s, u"adherence"_s, u"--owner"_s, u"dana"_s}).exitCode, 0);
    addWeeks(1, 1);
    const ProgramRun check = run({u"check"_s});
    QVERIFY(check.output.contains("2026-W14 firing since 2026-W13"));
    QVERIFY(!check.output.contains("Acknowledged"));
}

void TestWeekCommand::alertThatDoesNotFire_isNotAcknowledged()
{
    const ProgramRun refused = run({u"week"_s, u"acknowledge"_s, u"acceptance"_s, u"--owner"_s, u"dana"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.problems.contains("acceptance"));
}

void TestWeekCommand::missingOwner_isWrongUse()
{
    QCOMPARE(run({u"week"_s, u"sign"_s}).exitCode, 2);
    QCOMPARE(run({u"week"_s, u"acknowledge"_s, u"adherence"_s}).exitCode, 2);
    QCOMPARE(run({u"week"_s, u"sing"_s}).exitCode, 2);
}

void TestWeekCommand::raisedThreshold_quietensCheck_andResetWakesIt()
{
    QCOMPARE(run({u"thresholds"_s, u"set"_s, u"adherence"_s, u"--percent"_s, u"60"_s}).exitCode, 0);
    QCOMPARE(run({u"check"_s}).exitCode, 0);
    QCOMPARE(run({u"thresholds"_s, u"reset"_s, u"adherence"_s}).exitCode, 0);
    QCOMPARE(run({u"check"_s}).exitCode, 3);
}

void TestWeekCommand::thresholds_areListedWithTheirUnits()
{
    QCOMPARE(run({u"thresholds"_s, u"set"_s, u"latency_p50"_s, u"--floor"_s, u"250"_s}).exitCode, 0);
    const QStringList lines = linesOf({u"thresholds"_s, u"list"_s}).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 17);
    const QStringList latency = lines.filter(u"latency_p50"_s);
    QVERIFY(latency.front().contains(u"250\u00A0ms"_s) && latency.front().contains(u" here "_s));
    const QJsonArray json =
        QJsonDocument::fromJson(run({u"thresholds"_s, u"list"_s, u"--json"_s}).output).array();
    QCOMPARE(json.at(0).toObject()[u"percent"_s].toDouble(), 0.05);
    QVERIFY(json.at(0).toObject()[u"is_default"_s].toBool());
}

void TestWeekCommand::whoSetsAThresholdOrABaseline_isRecorded()
{
    const QStringList set{u"thresholds"_s, u"set"_s, u"adherence"_s, u"--percent"_s, u"7"_s};
    QCOMPARE(run(set + QStringList{u"--by"_s, u"mei"_s}).exitCode, 0);
    QVERIFY(linesOf({u"thresholds"_s, u"list"_s})
                .split(u'\n')
                .filter(u"adherence"_s)
                .front()
                .endsWith(u" mei"_s));
    const QJsonArray listed =
        QJsonDocument::fromJson(run({u"thresholds"_s, u"list"_s, u"--json"_s}).output).array();
    QCOMPARE(listed[0][u"set_by"].toString(), u"mei"_s);
    QVERIFY(!listed[0][u"set_at"].toString().isEmpty());
    QVERIFY(listed[1][u"set_by"].isNull());
    QCOMPARE(run(set + QStringList{u"--by"_s, u" "_s}).exitCode, 2);

    // Without --by it is whom the system knows, and nobody is not accepted.
    QCOMPARE(run({u"thresholds"_s, u"reset"_s, u"adherence"_s}).exitCode, 0);
    QVERIFY(linesOf({u"thresholds"_s, u"list"_s})
                .split(u'\n')
                .filter(u"adherence"_s)
                .front()
                .endsWith(u" dana"_s));
    const QStringList baseline{u"baseline"_s, u"set"_s, u"--from"_s, u"2026-W12"_s, u"--to"_s, u"2026-W13"_s};
    QCOMPARE(run(baseline).exitCode, 0);
    QVERIFY(linesOf({u"baseline"_s, u"list"_s}).contains(u"  dana"_s));
    for (const char* variable : {"USER", "USERNAME", "LOGNAME"})
        qunsetenv(variable);
    QCOMPARE(run({u"thresholds"_s, u"reset"_s, u"adherence"_s}).exitCode, 2);
    QCOMPARE(run(baseline).exitCode, 2);
}

void TestWeekCommand::wrongThreshold_isWrongUse_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing said") << QStringList{u"set"_s, u"adherence"_s};
    QTest::newRow("no number") << QStringList{u"set"_s, u"adherence"_s, u"--percent"_s, u"many"_s};
    QTest::newRow("negative") << QStringList{u"set"_s, u"adherence"_s, u"--floor"_s, u"-1"_s};
    QTest::newRow("no metric") << QStringList{u"set"_s, u"beauty"_s, u"--percent"_s, u"5"_s};
    QTest::newRow("not a word") << QStringList{u"show"_s};
}

void TestWeekCommand::wrongThreshold_isWrongUse()
{
    QFETCH(QStringList, words);
    QCOMPARE(run(QStringList{u"thresholds"_s} + words).exitCode, 2);
}

void TestWeekCommand::baselineSetByHand_isUsed_listedAndWithdrawn()
{
    const ProgramRun set = run({u"baseline"_s, u"set"_s, u"--from"_s, u"2026-W12"_s, u"--to"_s, u"2026-W13"_s,
                                u"--by"_s, u"mei"_s, u"--note"_s, u"after the move"_s});
    QCOMPARE(set.exitCode, 0);
    QCOMPARE(run({u"check"_s}).exitCode, 0);
    QVERIFY(linesOf({u"baseline"_s, u"list"_s}).contains(u"after the move"_s));
    QCOMPARE(run({u"baseline"_s, u"withdraw"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(run({u"check"_s}).exitCode, 3);
    QCOMPARE(run({u"baseline"_s, u"withdraw"_s, u"1"_s}).exitCode, 1);
    const QJsonArray all =
        QJsonDocument::fromJson(run({u"baseline"_s, u"list"_s, u"--json"_s}).output).array();
    QCOMPARE(all.size(), 1);
    QVERIFY(all.at(0).toObject()[u"withdrawn_at"_s].isString());
}

/// Weeks that carry no baseline would end all judging without a word.
void TestWeekCommand::baselineSetByHand_tellsWhatItCarries()
{
    const auto set = [this](const QString& from, const QString& to) {
        return run({u"baseline"_s, u"set"_s, u"--from"_s, from, u"--to"_s, to}).output;
    };
    const QByteArray carried = set(u"2026-W12"_s, u"2026-W13"_s);
    QVERIFY2(carried.contains(" of 16 metrics, the others keep the baseline of their first weeks"),
             carried.constData());
    const QByteArray before = set(u"2019-W01"_s, u"2019-W02"_s);
    QVERIFY2(before.contains("no images of that time"), before.constData());
}

void TestWeekCommand::baselineBackwards_isWrongUse()
{
    QCOMPARE(run({u"baseline"_s, u"set"_s, u"--from"_s, u"2026-W13"_s, u"--to"_s, u"2026-W12"_s}).exitCode,
             2);
    QCOMPARE(run({u"baseline"_s, u"set"_s, u"--from"_s, u"2026-W13"_s}).exitCode, 2);
}

void TestWeekCommand::baselineOfAWeekToCome_isRefused()
{
    const ProgramRun set = run({u"baseline"_s, u"set"_s, u"--from"_s, u"2026-W12"_s, u"--to"_s, u"2026-W30"_s,
                                u"--now"_s, u"2026-05-05T12:00:00Z"_s});
    QCOMPARE(set.exitCode, 1);
    QVERIFY(set.problems.contains("2026-W30"));
}

void TestWeekCommand::changedZone_movesTheWeeks()
{
    QCOMPARE(linesOf({u"zone"_s}).trimmed(), u"UTC"_s);
    m_studio->add({.week = *IsoWeek::fromName(u"2026-W20")});
    QCOMPARE(run({u"zone"_s, u"Pacific/Auckland"_s}).exitCode, 0);
    QCOMPARE(linesOf({u"zone"_s}).trimmed(), u"Pacific/Auckland"_s);
    QCOMPARE(run({u"zone"_s, u"Pacific/Auckland"_s}).exitCode, 0);
    const QJsonObject metrics = QJsonDocument::fromJson(run({u"metrics"_s, u"--json"_s}).output).object();
    QCOMPARE(metrics[u"zone"_s].toString(), u"Pacific/Auckland"_s);
    QCOMPARE(*Rollups(m_workspace->database()).verify(), QStringList());
}

void TestWeekCommand::unknownZone_isWrongUse()
{
    const ProgramRun zone = run({u"zone"_s, u"Europe/Atlantis"_s});
    QCOMPARE(zone.exitCode, 2);
    QVERIFY(zone.problems.contains("Europe/Atlantis"));
}

QTEST_GUILESS_MAIN(TestWeekCommand)
#include "tst_weekcommand.moc"
