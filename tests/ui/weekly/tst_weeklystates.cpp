// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/imports.h"
#include "tests/support/result.h"
#include "tests/ui/weekly/weeklyfixture.h"
#include "ui/common/banner.h"
#include "ui/common/textlabel.h"
#include "ui/weekly/standingline.h"
#include "ui/weekly/weekchart.h"

#include <QFile>

using namespace assay;

/// What the weekly review page shows of the weeks: their states, their words, and how it stands what is
/// large.
class TestWeeklyStates : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_studio.reset(); }
    void noWeekOver_isSaid();
    void weeks_areListedWithTheirState();
    void openWeek_cannotBeSigned();
    void provisionalWeek_cannotBeSigned();
    void arrows_walkTheWeeks();
    void importedHistory_asksForItsLastWeekOnly();
    void finding_isToldInWords();
    void finding_tellsWhere();
    void smallPage_hasNoCharts();
    void longHistoryNoteAndName_fit();
    void unreadableWorkspace_keepsTheWeeks();

private:
    QStringList states() const;
    QString text(const char* label) const { return m_studio->find<TextLabel>(label)->text(); }

    std::unique_ptr<WeeklyFixture> m_studio;
};

void TestWeeklyStates::init()
{
    m_studio = std::make_unique<WeeklyFixture>();
}

QStringList TestWeeklyStates::states() const
{
    QStringList states;
    for (const WeekEntry& entry : m_studio->entries())
        states += entry.week.name().right(3) + u' ' + entry.state;
    return states;
}

void TestWeeklyStates::noWeekOver_isSaid()
{
    m_studio->open();
    auto* review = m_studio->find<QAbstractButton>("reviewImages");
    QVERIFY(review->isVisible());
    QVERIFY(!m_studio->find<QAbstractButton>("signWeek")->isVisible());
    QSignalSpy wanted(m_studio->page.get(), &WeeklyPage::reviewWanted);
    review->click();
    QCOMPARE(wanted.count(), 1);
}

void TestWeeklyStates::weeks_areListedWithTheirState()
{
    m_studio->addWeeks(4);
    m_studio->addWeeks(1, {.checksMetOfTen = 6});
    m_studio->week = *IsoWeek::fromName(u"2026-W16");
    m_studio->addWeeks(1);
    QVERIFY(WeeklyReviews(m_studio->workspace.database())
                .add({.week = *IsoWeek::fromName(u"2026-W12"),
                      .owner = QStringLiteral("Marek S."),
                      .signedAt = *parseRfc3339(u"2026-03-24T09:00:00Z")}));
    m_studio->open(); // on Tuesday of W16; W15 has no images
    const QStringList expected{QStringLiteral("W16 Open"),
                               QStringLiteral("W15 No images"),
                               QStringLiteral("W14 Unsigned for 8 days"),
                               QStringLiteral("W13 Unsigned for 15 days"),
                               QStringLiteral("W12 Marek S., 24 Mar 2026"),
                               QStringLiteral("W11 Part of the baseline"),
                               QStringLiteral("W10 Part of the baseline")};
    QCOMPARE(states(), expected);
    QCOMPARE(m_studio->entries()[2].mark, Mark::Firing);
    QCOMPARE(m_studio->entries()[2].token, Token::Bad);
    QCOMPARE(m_studio->entries()[3].token, Token::Text2); // nothing fires in it
    QVERIFY(m_studio->page->shown().overdue == (UnsignedWeeks{2, true}));
    QCOMPARE(text("weekTitle"), QStringLiteral("2026-W14")); // the newest that waits
}

void TestWeeklyStates::openWeek_cannotBeSigned()
{
    m_studio->addWeeks(4);
    m_studio->now = *parseRfc3339(u"2026-03-26T12:00:00Z"); // Thursday of W13
    m_studio->open();
    m_studio->choose(u"2026-W13");
    QCOMPARE(m_studio->bar().state, SignContent::State::NotYet);
    QVERIFY(!m_studio->find<QAbstractButton>("signWeek")->isVisible());
    QCOMPARE(text("signWords"), QStringLiteral("W13 is not over yet; it can be signed from 30 Mar 2026 on."));
}

void TestWeeklyStates::provisionalWeek_cannotBeSigned()
{
    m_studio->addWeeks(3);
    m_studio->addWeeks(1, {.acceptedOfTen = 10});
    // As many again without a review.
    Generations generations(m_studio->workspace.database(), m_studio->workspace.calendar());
    const UtcTime sentAt = *parseRfc3339(u"2026-03-25T12:00:00Z");
    for (int i = 0; i < 40; ++i)
        ASSAY_VERIFY_OK(generations.add(aGeneration(QStringLiteral("late%1").arg(i))
                                            .client(u"nord")
                                            .sentAt(sentAt)
                                            .batch(QStringLiteral("l%1").arg(i))));
    ASSAY_VERIFY_OK(Rollups(m_studio->workspace.database()).refresh());
    m_studio->now = *parseRfc3339(u"2026-03-31T12:00:00Z");
    m_studio->open();
    QCOMPARE(states().front(), QStringLiteral("W13 Provisional, 50\u00A0% reviewed"));
    m_studio->choose(u"2026-W13");
    QCOMPARE(m_studio->bar().state, SignContent::State::NotYet);
    QVERIFY2(text("signWords").contains(QStringLiteral("80\u00A0%")) &&
                 text("signWords").contains(QStringLiteral("13 Apr 2026")),
             qPrintable(text("signWords")));
    m_studio->now = *parseRfc3339(u"2026-04-13T12:00:00Z"); // two weeks later it is settled anyway
    m_studio->open();
    QCOMPARE(states().front(), QStringLiteral("W13 Unsigned for 14 days"));
}

void TestWeeklyStates::arrows_walkTheWeeks()
{
    m_studio->addWeeks(4);
    m_studio->open();
    m_studio->page->setFocus();
    QTRY_VERIFY(m_studio->weeks()->hasFocus());
    QCOMPARE(text("weekTitle"), QStringLiteral("2026-W13"));
    m_studio->key(Qt::Key_Down);
    QCOMPARE(text("weekTitle"), QStringLiteral("2026-W12"));
    m_studio->key(Qt::Key_End);
    QCOMPARE(text("weekTitle"), QStringLiteral("2026-W10"));
    m_studio->key(Qt::Key_Home);
    QCOMPARE(text("weekTitle"), QStringLiteral("2026-W13"));
    QCOMPARE(text("weekScope"), QStringLiteral("23–29 Mar, all clients"));
}

void TestWeeklyStates::importedHistory_asksForItsLastWeekOnly()
{
    m_studio->addWeeks(8, {.assets = 20}); // W10 to W17
    const Imports imports(m_studio->workspace.database());
    ASSAY_VERIFY_OK(imports.begin(QStringLiteral("history.jsonl"), *parseRfc3339(u"2026-04-14T08:00:00Z")));
    m_studio->now = *parseRfc3339(u"2026-04-28T12:00:00Z");
    m_studio->open();
    QVERIFY(m_studio->page->shown().overdue == (UnsignedWeeks{3, false})); // W15, W16, W17
    QCOMPARE(states()[3], QStringLiteral("W14 Not signed"));
    m_studio->choose(u"2026-W14");
    QSignalSpy loaded(m_studio->page.get(), &WeeklyPage::loaded);
    m_studio->find<QAbstractButton>("signWeek")->click(); // but it can be
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(m_studio->stored().size(), 1u);
    QCOMPARE(m_studio->page->shown().overdue.count, 3);
}

void TestWeeklyStates::finding_isToldInWords()
{
    m_studio->addWeeks(3);
    m_studio->addWeeks(2, {.checksMetOfTen = 6});
    m_studio->open();
    DecisionCard* card = m_studio->card("adherence");
    QCOMPARE(card->accessibleName(), QStringLiteral("Adherence falls, acceptance holds"));
    const QString said = card->accessibleDescription();
    QVERIFY2(
        said.startsWith(QStringLiteral("Pattern, firing since W13, 2nd week. Prompt adherence rate is 60.0")),
        qPrintable(said));
    QVERIFY(said.contains(QStringLiteral("Reviewers are quietly fixing")));
    QVERIFY2(text("weekSummary").startsWith(QStringLiteral("1 thing is out of band, ")),
             qPrintable(text("weekSummary")));
    const auto& line = card->findChild<WeekChart*>()->line();
    QCOMPARE(line.points.size(), 5u);
    QCOMPARE(line.points.back().mark, WeekMark::Firing);
    const QString standing = m_studio->find<StandingLine>("standings")->accessibleName();
    QVERIFY2(standing.contains(QStringLiteral("In band: acceptance, revision depth")), qPrintable(standing));
    QVERIFY(standing.contains(QStringLiteral("Not judged: ")) &&
            !standing.contains(QStringLiteral("adherence")));
}

void TestWeeklyStates::finding_tellsWhere()
{
    for (int i = 0; i < 4; ++i) {
        m_studio->studio.add({.client = QStringLiteral("süd"), .week = m_studio->week});
        m_studio->addWeeks(1, {.checksMetOfTen = i == 3 ? 5 : 9});
    }
    m_studio->open();
    auto* where = m_studio->card("adherence")->findChild<TextLabel*>(QStringLiteral("where"));
    QTRY_VERIFY(where->isVisible());
    QVERIFY2(where->text().contains(QStringLiteral("client nord −20.0")), qPrintable(where->text()));
}

void TestWeeklyStates::smallPage_hasNoCharts()
{
    m_studio->addWeeks(3);
    m_studio->addWeeks(1, {.checksMetOfTen = 6});
    m_studio->open({1052, 640});
    DecisionCard* card = m_studio->card("adherence");
    QVERIFY(!card->findChild<WeekChart*>()->isVisible());
    const QWidget* bar = m_studio->find<QWidget>("signBar");
    QCOMPARE(bar->height(), 64);
    QCOMPARE(bar->mapTo(m_studio->page.get(), QPoint(0, bar->height())).y(), m_studio->page->height());
    QVERIFY(card->width() <= 1052 - 272);
}

void TestWeeklyStates::longHistoryNoteAndName_fit()
{
    const QString client(80, u'W');
    m_studio->week = *IsoWeek::fromName(u"2023-W16");
    m_studio->addWeeks(155, {.client = client, .assets = 2});
    m_studio->settings.setValue(QStringLiteral("weekly/client"), client);
    m_studio->open({1052, 640});
    QVERIFY(m_studio->entries().size() >= 155);
    QCOMPARE(m_studio->page->width(), 1052);
    m_studio = std::make_unique<WeeklyFixture>();
    m_studio->addWeeks(3);
    m_studio->addWeeks(1, {.checksMetOfTen = 6});
    m_studio->open({1052, 640});
    DecisionCard* card = m_studio->card("adherence");
    auto* note = card->findChild<QPlainTextEdit*>(QStringLiteral("weekNote"));
    note->setPlainText(QString(5000, u'x').replace(40, 1, QStringLiteral("\n")));
    QTRY_VERIFY(card->height() > 164 && card->height() < 400);
    QCOMPARE(m_studio->page->size(), QSize(1052, 640));
    m_studio->close();
    QCOMPARE(m_studio->drafts().front().note.size(), 5000);
}

void TestWeeklyStates::unreadableWorkspace_keepsTheWeeks()
{
    m_studio->addWeeks(3);
    m_studio->open();
    const QString path = m_studio->workspace.path();
    m_studio->writer.reset(); // the page may still be looked at
    QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
    m_studio->page->reload();
    auto* banner = m_studio->page->findChild<Banner*>();
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(m_studio->entries().size(), 3u);
    QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
    m_studio->find<QAbstractButton>("retryWeekly")->click();
    QTRY_VERIFY(!banner->isVisible());
}

QTEST_MAIN(TestWeeklyStates)
#include "tst_weeklystates.moc"
