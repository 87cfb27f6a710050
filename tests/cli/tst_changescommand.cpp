// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/transaction.h"
#include "tests/cli/program.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace assay;
using namespace Qt::StringLiterals;

/// `changes` as a program: proposals, and what is answered to them.
class TestChangesCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void newModel_isProposed();
    void acceptedProposal_isAChange();
    void dismissedProposal_doesNotComeBack();
    void dismissal_isOfThatModelAndTemplateOnly();
    void dismissal_withoutAName_isWrongUse();
    void unknownProposal_isNotDismissed();
    void changeToCome_isRefused_butForAClockAheadByAMinute();

private:
    void addWeek(int week, QStringView model, QStringView promptTemplate = u"hero@3");
    ProgramRun run(const QStringList& words)
    {
        return runProgram(QStringList{u"changes"_s} + words +
                          QStringList{u"--workspace"_s, m_workspace->path()});
    }
    QJsonArray json(const QString& verb)
    {
        return QJsonDocument::fromJson(run({verb, u"--json"_s}).output).array();
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    int m_count = 0;
};

void TestChangesCommand::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    addWeek(0, u"m-1");
    addWeek(1, u"m-2");
}

void TestChangesCommand::addWeek(int week, QStringView model, QStringView promptTemplate)
{
    auto transaction = Transaction::begin(m_workspace->database());
    ASSAY_VERIFY_OK(transaction);
    Generations generations(m_workspace->database(), m_workspace->calendar());
    for (int i = 0; i < 10; ++i) {
        const auto added = generations.add(aGeneration(QString(u"g%1"_s.arg(++m_count)))
                                               .model(model)
                                               .promptTemplate(promptTemplate)
                                               .sentAt(kNoon + week * 7 * kDay));
        ASSAY_VERIFY_OK(added);
    }
    ASSAY_VERIFY_OK(transaction->commit());
}

void TestChangesCommand::newModel_isProposed()
{
    const QJsonArray proposals = json(u"proposals"_s);
    QCOMPARE(proposals.size(), 1);
    QCOMPARE(proposals[0][u"id"].toString(), u"nord/2026-W11/m-2"_s);
    QCOMPARE(proposals[0][u"from"].toString(), u"m-1"_s);
    QCOMPARE(proposals[0][u"share"].toDouble(), 1.0);
    QVERIFY(json(u"list"_s).isEmpty());
}

void TestChangesCommand::acceptedProposal_isAChange()
{
    QCOMPARE(run({u"accept"_s, u"nord/2026-W11/m-2"_s}).exitCode, 0);
    QCOMPARE(json(u"list"_s).size(), 1);
    QVERIFY(json(u"proposals"_s).isEmpty());
}

void TestChangesCommand::dismissedProposal_doesNotComeBack()
{
    const ProgramRun dismissed =
        run({u"dismiss"_s, u"nord/2026-W11/m-2"_s, u"--by"_s, u"dana"_s, u"--note"_s, u"a test run"_s});
    QCOMPARE(dismissed.exitCode, 0);
    QVERIFY(json(u"proposals"_s).isEmpty());
    addWeek(2, u"m-1");
    addWeek(3, u"m-2");
    QVERIFY(json(u"proposals"_s).isEmpty());
    // Nothing became a change by it.
    QVERIFY(json(u"list"_s).isEmpty());
    const QJsonArray answers = json(u"dismissed"_s);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0][u"client"].toString(), u"nord"_s);
    QCOMPARE(answers[0][u"model"].toString(), u"m-2"_s);
    QCOMPARE(answers[0][u"template"].toString(), u"hero@3"_s);
    QCOMPARE(answers[0][u"by"].toString(), u"dana"_s);
    QCOMPARE(answers[0][u"note"].toString(), u"a test run"_s);
    QVERIFY(!answers[0][u"at"].toString().isEmpty());
    // It is answered once.
    QCOMPARE(run({u"dismiss"_s, u"nord/2026-W11/m-2"_s, u"--by"_s, u"dana"_s}).exitCode, 1);
}

void TestChangesCommand::dismissal_isOfThatModelAndTemplateOnly()
{
    QCOMPARE(run({u"dismiss"_s, u"nord/2026-W11/m-2"_s, u"--by"_s, u"dana"_s}).exitCode, 0);
    addWeek(2, u"m-2", u"social@1");
    const QJsonArray proposals = json(u"proposals"_s);
    QCOMPARE(proposals.size(), 1);
    QCOMPARE(proposals[0][u"kind"].toString(), u"template"_s);
    QCOMPARE(proposals[0][u"to"].toString(), u"social@1"_s);
}

void TestChangesCommand::dismissal_withoutAName_isWrongUse()
{
    QCOMPARE(run({u"dismiss"_s, u"nord/2026-W11/m-2"_s}).exitCode, 2);
    QCOMPARE(run({u"dismiss"_s}).exitCode, 2);
    QCOMPARE(json(u"proposals"_s).size(), 1);
}

void TestChangesCommand::unknownProposal_isNotDismissed()
{
    const ProgramRun refused = run({u"dismiss"_s, u"nord/2026-W11/m-9"_s, u"--by"_s, u"dana"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.problems.contains("m-9"));
    QVERIFY(json(u"dismissed"_s).isEmpty());
}

void TestChangesCommand::changeToCome_isRefused_butForAClockAheadByAMinute()
{
    const auto add = [this](std::chrono::seconds ahead) {
        return run({u"add"_s, u"--kind"_s, u"model"_s, u"--to"_s, u"m-3"_s, u"--at"_s,
                    toRfc3339(systemClock()() + ahead)});
    };
    const ProgramRun refused = add(std::chrono::hours(2));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.problems.contains("is still to come"), refused.problems.constData());
    QVERIFY(json(u"list"_s).isEmpty());
    QCOMPARE(add(std::chrono::seconds(40)).exitCode, 0);
    QCOMPARE(json(u"list"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestChangesCommand)
#include "tst_changescommand.moc"
