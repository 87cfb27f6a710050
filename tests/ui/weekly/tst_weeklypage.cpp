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
    void viewAfterAnEmptyOne_showsItsOwnFindings();
    void noteWrittenWhileSigning_isKept();
    void newNumbers_leaveTheCardAndItsFocus();
    void digitsInTheNote_areText();
    void storeThatRefuses_isSaidAndTriedAgain();
    void storeThatRefusesOneDecision_isSaidUntilItTakesIt();
    void withoutAName_nothingIsSigned();

private:
    /// Adherence fires in 2026-W13, the newest week.
    void addFall() { m_studio->addWeeks(1, {.checksMetOfTen = 6}); }
    void sign();
    void chooseClient(const QString& name);

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

void TestWeeklyPage::chooseClient(const QString& name)
{
    auto* clients = m_studio->find<QComboBox>("weeklyClients");
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    clients->setCurrentText(name);
    emit clients->activated(clients->currentIndex());
    QVERIFY(loaded.wait(10'000));
}

void TestWeeklyPage::finding_isDecidedAndSignedByKeys()
{
    addFall();
    m_studio->open();
    DecisionCard* card = m_studio->card("adherence");
    QVERIFY(card);
    QTRY_VERIFY2(card->height() < 260, "as high as its words, however much room there is");
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

void TestWeeklyPage::viewAfterAnEmptyOne_showsItsOwnFindings()
{
    addFall(); // of "nord"
    m_studio->studio.add({.client = QStringLiteral("süd"), .week = *IsoWeek::fromName(u"2026-W16")});
    for (IsoWeek week = *IsoWeek::fromName(u"2026-W10"); week <= *IsoWeek::fromName(u"2026-W13");
         week = week.next())
        m_studio->studio.add({.client = QStringLiteral("west"), .week = week});
    m_studio->open();
    chooseClient(QStringLiteral("nord"));
    QVERIFY(m_studio->card("adherence"));
    chooseClient(QStringLiteral("süd")); // whose only week is still open
    QVERIFY(!m_studio->find<QWidget>("weekFindings")->isVisible());
    chooseClient(QStringLiteral("west"));
    QVERIFY(!m_studio->card("adherence"));
    QVERIFY(m_studio->find<QWidget>("calmWeek"));
}

void TestWeeklyPage::noteWrittenWhileSigning_isKept()
{
    addFall();
    m_studio->open();
    m_studio->card("adherence")->setFocus();
    m_studio->key(Qt::Key_1);
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    m_studio->find<QAbstractButton>("signWeek")->click();
    auto* note = m_studio->card("adherence")->findChild<QPlainTextEdit*>(QStringLiteral("weekNote"));
    QTest::keyClicks(note, QStringLiteral("Too late?"));
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(m_studio->stored().front().decisions.front().note, QString());
    QCOMPARE(m_studio->card("adherence")->panel().content().addedNote, QStringLiteral("Too late?"));
    m_studio->open();
    m_studio->choose(u"2026-W13");
    QCOMPARE(m_studio->card("adherence")->panel().content().addedNote, QStringLiteral("Too late?"));
}

void TestWeeklyPage::newNumbers_leaveTheCardAndItsFocus()
{
    addFall();
    m_studio->open();
    DecisionCard* card = m_studio->card("adherence");
    const QString before = card->accessibleDescription() + card->accessibleName();
    card->setFocus();
    m_studio->key(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("a"));
    m_studio->studio.add({.week = *IsoWeek::fromName(u"2026-W13"), .checksMetOfTen = 2});
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    m_studio->page->reload();
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(m_studio->card("adherence"), card);
    QVERIFY(card->accessibleDescription() + card->accessibleName() != before);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("b"));
    QCOMPARE(card->findChild<QPlainTextEdit*>(QStringLiteral("weekNote"))->toPlainText(),
             QStringLiteral("ab"));
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

void TestWeeklyPage::storeThatRefusesOneDecision_isSaidUntilItTakesIt()
{
    addFall();
    addFall();
    m_studio->open();
    const Database& database = m_studio->workspace.database();
    ASSAY_VERIFY_OK(database.execute(
        QStringLiteral("CREATE TRIGGER refused BEFORE INSERT ON weekly_review_drafts "
                       "WHEN NEW.week = '2026-W13' BEGIN SELECT RAISE(ABORT, 'refused'); END")));
    const auto decide = [this](QStringView week) {
        m_studio->choose(week);
        m_studio->card("adherence")->setFocus();
        m_studio->key(Qt::Key_1);
    };
    auto* banner = m_studio->page->findChild<Banner*>();
    decide(u"2026-W13");
    QTRY_VERIFY(banner->isVisible());
    decide(u"2026-W14");
    QTRY_COMPARE(m_studio->drafts().size(), 1u);
    QVERIFY(banner->isVisible());
    ASSAY_VERIFY_OK(database.execute(QStringLiteral("DROP TRIGGER refused")));
    m_studio->find<QAbstractButton>("saveWeekAgain")->click();
    QTRY_VERIFY(!banner->isVisible());
    QCOMPARE(m_studio->drafts().size(), 2u);
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
    m_studio->page->setOwner(QStringLiteral("Tan & Ko"));
    QCOMPARE(signature->text(), QStringLiteral("Sign W12 as Tan && Ko"));
    QCOMPARE(signature->accessibleName(), QStringLiteral("Sign W12 as Tan & Ko"));
}

QTEST_MAIN(TestWeeklyPage)
#include "tst_weeklypage.moc"
