// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/result.h"
#include "tests/ui/weekly/weeklyfixture.h"
#include "ui/common/banner.h"

#include <QApplication>
#include <QComboBox>

using namespace assay;

/// What a person does on the weekly review page, by keys, and what the file has afterwards.
class TestWeeklyPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_studio.reset(); }
    void finding_isDecidedAndSignedByKeys();
    void undecidedFinding_cannotBeSigned();
    void decisionsAndNotes_surviveARestart();
    void decisions_surviveAnotherWeekAndANewReading();
    void calmWeek_isSignedAtOnce();
    void laterNote_standsBesideWhatWasSigned();
    void decisionOfTheWeekBefore_isShown();
    void clientView_hasItsOwnDecisions();
    void digitsInTheNote_areText();
    void storeThatRefuses_isSaidAndTriedAgain();
    void withoutAName_nothingIsSigned();

private:
    /// Adherence fires in 2026-W13, the newest week.
    void addFall() { m_studio->addWeeks(1, {.checksMetOfTen = 6}); }
    void sign();

    std::unique_ptr<WeeklyFixture> m_studio;
};

void TestWeeklyPage::init()
{
    m_studio = std::make_unique<WeeklyFixture>();
    m_studio->addWeeks(3);
}

void TestWeeklyPage::sign()
{
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    m_studio->find<QAbstractButton>("signWeek")->click();
    QVERIFY(loaded.wait(10'000));
}

void TestWeeklyPage::finding_isDecidedAndSignedByKeys()
{
    addFall();
    m_studio->open();
    DecisionCard* card = m_studio->card("adherence");
    QVERIFY(card);
    QCOMPARE(m_studio->bar().decided, 0);
    m_studio->weeks()->setFocus();
    m_studio->key(Qt::Key_Tab);
    QVERIFY(card->hasFocus());
    m_studio->key(Qt::Key_1);
    QVERIFY(card->findChild<QAbstractButton*>(QStringLiteral("decide_flag_raised"))->isChecked());
    QCOMPARE(m_studio->bar().decided, 1);
    m_studio->key(Qt::Key_N);
    auto* note = card->findChild<QPlainTextEdit*>(QStringLiteral("weekNote"));
    QVERIFY(note->hasFocus());
    QTest::keyClicks(note, QStringLiteral("Template back to @3."));
    m_studio->key(Qt::Key_Escape);
    QVERIFY(card->hasFocus());
    m_studio->key(Qt::Key_Tab);
    auto* signature = m_studio->find<QAbstractButton>("signWeek");
    QVERIFY(signature->hasFocus());
    QCOMPARE(signature->text(), QStringLiteral("Sign W13 as Ines T."));
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    m_studio->key(Qt::Key_Space);
    QVERIFY(loaded.wait(10'000));
    const std::vector<WeeklyReview> stored = m_studio->stored();
    QCOMPARE(stored.size(), 1u);
    QCOMPARE(stored.front().week.name(), QStringLiteral("2026-W13"));
    QCOMPARE(stored.front().owner, QStringLiteral("Ines T."));
    QVERIFY(stored.front().signedAt == m_studio->now);
    QVERIFY(stored.front().decisions ==
            (std::vector<DecidedAlert>{
                {MetricId::Adherence, AlertDecision::FlagRaised, QStringLiteral("Template back to @3.")}}));
    QVERIFY(m_studio->drafts().empty());
    QCOMPARE(m_studio->bar().state, SignContent::State::Signed);
    QVERIFY(!signature->isVisible());
    QCOMPARE(m_studio->entries().front().state, QStringLiteral("Ines T., 14 Apr 2026"));
    QCOMPARE(m_studio->entries().front().mark, Mark::Resolved);
}

void TestWeeklyPage::undecidedFinding_cannotBeSigned()
{
    addFall();
    m_studio->open();
    auto* signature = m_studio->find<QAbstractButton>("signWeek");
    QVERIFY(signature->isVisible() && !signature->isEnabled());
    signature->click();
    m_studio->close();
    QVERIFY(m_studio->stored().empty());
}

void TestWeeklyPage::decisionsAndNotes_surviveARestart()
{
    addFall();
    m_studio->open();
    m_studio->card("adherence")->setFocus();
    m_studio->key(Qt::Key_2);
    QTRY_COMPARE(m_studio->drafts().size(), 1u); // as it is made: a crash would not lose it
    m_studio->key(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("New brief."));
    QTRY_COMPARE(m_studio->drafts().front().note, QStringLiteral("New brief."));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" Asked."));
    m_studio->open();
    const DecisionContent& content = m_studio->card("adherence")->panel().content();
    QCOMPARE(content.decision, std::optional(AlertDecision::Explained));
    QCOMPARE(content.note, QStringLiteral("New brief. Asked."));
    QVERIFY(m_studio->find<QAbstractButton>("signWeek")->isEnabled());
    QVERIFY(m_studio->stored().empty());
}

void TestWeeklyPage::decisions_surviveAnotherWeekAndANewReading()
{
    addFall();
    m_studio->open();
    DecisionCard* card = m_studio->card("adherence");
    card->setFocus();
    m_studio->key(Qt::Key_3);
    m_studio->key(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ab"));
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    m_studio->page->reload(); // may be older than what is typed
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("cd"));
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(m_studio->card("adherence"), card);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ef"));
    m_studio->weeks()->setFocus();
    m_studio->key(Qt::Key_Down);
    QVERIFY(!m_studio->card("adherence"));
    m_studio->key(Qt::Key_Up);
    const DecisionContent& content = m_studio->card("adherence")->panel().content();
    QCOMPARE(content.note, QStringLiteral("abcdef"));
    QCOMPARE(content.decision, std::optional(AlertDecision::Ignored));
}

void TestWeeklyPage::calmWeek_isSignedAtOnce()
{
    m_studio->open();
    QVERIFY(m_studio->find<QWidget>("calmWeek")->isVisible());
    m_studio->weeks()->setFocus();
    m_studio->key(Qt::Key_Tab);
    QVERIFY(m_studio->find<QAbstractButton>("signWeek")->hasFocus());
    sign();
    QCOMPARE(m_studio->stored().size(), 1u);
    QVERIFY(m_studio->stored().front().decisions.empty());
}

void TestWeeklyPage::laterNote_standsBesideWhatWasSigned()
{
    addFall();
    m_studio->open();
    m_studio->card("adherence")->setFocus();
    m_studio->key(Qt::Key_1);
    sign();
    DecisionCard* card = m_studio->card("adherence");
    QVERIFY(!card->findChild<QAbstractButton*>(QStringLiteral("decide_ignored"))->isEnabled());
    m_studio->weeks()->setFocus();
    m_studio->key(Qt::Key_Tab);
    QVERIFY(card->hasFocus());
    m_studio->key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("weekNote"));
    card->setFocus();
    m_studio->key(Qt::Key_3);
    QCOMPARE(card->panel().content().decision, std::optional(AlertDecision::FlagRaised));
    auto* add = card->findChild<QAbstractButton*>(QStringLiteral("addWeekNote"));
    QVERIFY(!add->isEnabled());
    m_studio->key(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Fixed on Friday."));
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    add->click();
    QVERIFY(loaded.wait(10'000));
    const std::vector<WeeklyReview> stored = m_studio->stored();
    QCOMPARE(stored.size(), 2u);
    QVERIFY(stored[0].decisions.front().note.isEmpty());
    QVERIFY(stored[1].decisions.front() == (DecidedAlert{MetricId::Adherence, AlertDecision::FlagRaised,
                                                         QStringLiteral("Fixed on Friday.")}));
    const QStringList later = card->panel().content().later;
    QCOMPARE(later.size(), 1);
    QVERIFY2(later.front().contains(QStringLiteral("Fixed on Friday.")), qPrintable(later.front()));
    QVERIFY(card->panel().content().addedNote.isEmpty());
}

void TestWeeklyPage::decisionOfTheWeekBefore_isShown()
{
    addFall();
    addFall();
    m_studio->open();
    m_studio->choose(u"2026-W13");
    m_studio->card("adherence")->setFocus();
    m_studio->key(Qt::Key_1);
    m_studio->key(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Asked Marek."));
    sign();
    m_studio->choose(u"2026-W14");
    QCOMPARE(m_studio->card("adherence")->panel().content().before,
             QStringList{QStringLiteral("W13, Ines T.: flag raised. “Asked Marek.”")});
    QCOMPARE(m_studio->bar().decided, 0);
}

void TestWeeklyPage::clientView_hasItsOwnDecisions()
{
    addFall();
    m_studio->studio.add({.client = QStringLiteral("süd"), .week = *IsoWeek::fromName(u"2026-W13")});
    m_studio->open();
    m_studio->card("adherence")->setFocus();
    m_studio->key(Qt::Key_1);
    auto* clients = m_studio->find<QComboBox>("weeklyClients");
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    clients->setFocus();
    m_studio->key(Qt::Key_Down);
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(m_studio->page->shown().view->client, std::optional(QStringLiteral("nord")));
    QVERIFY(!m_studio->card("adherence")->isDecided());
    m_studio->card("adherence")->setFocus();
    m_studio->key(Qt::Key_3);
    sign();
    QVERIFY(m_studio->stored().empty());
    QCOMPARE(m_studio->stored({.client = QStringLiteral("nord")}).size(), 1u);
    m_studio->open();
    QCOMPARE(m_studio->page->shown().view->client, std::optional(QStringLiteral("nord")));
}

void TestWeeklyPage::digitsInTheNote_areText()
{
    addFall();
    m_studio->open();
    m_studio->card("adherence")->setFocus();
    m_studio->key(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("123 n"));
    QVERIFY(!m_studio->card("adherence")->isDecided());
    m_studio->close();
    QCOMPARE(m_studio->drafts().front().note, QStringLiteral("123 n"));
    QVERIFY(!m_studio->drafts().front().decision);
}

void TestWeeklyPage::storeThatRefuses_isSaidAndTriedAgain()
{
    addFall();
    m_studio->open();
    const Database& database = m_studio->workspace.database();
    ASSAY_VERIFY_OK(database.execute(QStringLiteral("ALTER TABLE weekly_review_drafts RENAME TO away")));
    m_studio->card("adherence")->setFocus();
    m_studio->key(Qt::Key_1);
    auto* banner = m_studio->page->findChild<Banner*>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(m_studio->card("adherence")->isDecided());
    ASSAY_VERIFY_OK(database.execute(QStringLiteral("ALTER TABLE away RENAME TO weekly_review_drafts")));
    m_studio->find<QAbstractButton>("saveWeekAgain")->click();
    QTRY_VERIFY(!banner->isVisible());
    QCOMPARE(m_studio->drafts().size(), 1u);
}

void TestWeeklyPage::withoutAName_nothingIsSigned()
{
    m_studio->open();
    m_studio->page->setOwner(QStringLiteral(" "));
    auto* signature = m_studio->find<QAbstractButton>("signWeek");
    QVERIFY(!signature->isEnabled());
    m_studio->page->setOwner(QStringLiteral("Marek"));
    QVERIFY(signature->isEnabled());
    QCOMPARE(signature->text(), QStringLiteral("Sign W12 as Marek"));
}

QTEST_MAIN(TestWeeklyPage)
#include "tst_weeklypage.moc"
