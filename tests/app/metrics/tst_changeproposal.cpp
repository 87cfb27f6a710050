// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/changeproposal.h"

#include <QTest>

using namespace assay;
using std::chrono::days;

namespace {

const IsoWeek kStart{QDate(2026, 3, 2)};

} // namespace

class TestChangeProposal : public QObject
{
    Q_OBJECT

private slots:
    void newModelWithAFifthOfTheImages_isProposed();
    void newTemplate_isProposedAsSuch();
    void proposalsOfOneWeek_eachHaveAnId();
    void imagesWithoutATemplate_areNone();
    void smallerShare_isNot();
    void firstWeekOfAClient_proposesNothing();
    void knownPair_isNotProposedAgain();
    void announcedChange_answersTheQuestion_data();
    void announcedChange_answersTheQuestion();
    void dismissedPair_isNotProposed_data();
    void dismissedPair_isNotProposed();

private:
    WeekShare share(int week, const QString& model, qint64 images,
                    const QString& templateName = QStringLiteral("hero@3")) const
    {
        const IsoWeek of{kStart.monday.addDays(7 * week)};
        return {.client = QStringLiteral("nord"),
                .week = of,
                .model = model,
                .templateName = templateName,
                .images = images,
                .firstSentAt = m_calendar.startOf(of) + std::chrono::hours(30)};
    }
    std::vector<ChangeProposal> proposals(const std::vector<WeekShare>& shares,
                                          const std::vector<Change>& changes = {}) const
    {
        return changeProposals(shares, {.changes = changes}, m_calendar);
    }

    WeekCalendar m_calendar{QTimeZone("UTC")};
};

void TestChangeProposal::newModelWithAFifthOfTheImages_isProposed()
{
    const auto found = proposals({share(1, QStringLiteral("m-2"), 20), share(1, QStringLiteral("m-1"), 80),
                                  share(0, QStringLiteral("m-1"), 100)});
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].share, 0.2);
    QCOMPARE(found[0].week.name(), QStringLiteral("2026-W11"));
    QCOMPARE(found[0].change.kind, ChangeKind::Model);
    QCOMPARE(found[0].change.from, QStringLiteral("m-1"));
    QCOMPARE(found[0].change.to, QStringLiteral("m-2"));
    QCOMPARE(found[0].change.at, m_calendar.startOf(found[0].week) + std::chrono::hours(30));
    QCOMPARE(found[0].change.externalId, QStringLiteral("nord/2026-W11/m-2"));
}

/// A new model with two templates is two questions, and the answer to one renames no other.
void TestChangeProposal::proposalsOfOneWeek_eachHaveAnId()
{
    const std::vector<WeekShare> shares{share(0, QStringLiteral("m-1"), 100),
                                        share(1, QStringLiteral("m-2"), 50, QStringLiteral("hero@3")),
                                        share(1, QStringLiteral("m-2"), 50, QStringLiteral("hero@4"))};
    const auto found = proposals(shares);
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0].change.externalId, QStringLiteral("nord/2026-W11/m-2/hero@3"));
    QCOMPARE(found[1].change.externalId, QStringLiteral("nord/2026-W11/m-2/hero@4"));
    const std::vector<ProposalDismissal> dismissals{{.client = QStringLiteral("nord"),
                                                     .model = QStringLiteral("m-2"),
                                                     .templateName = QStringLiteral("hero@3")}};
    const auto left = changeProposals(shares, {.dismissals = dismissals}, m_calendar);
    QCOMPARE(left.size(), 1u);
    QCOMPARE(left[0].change.externalId, QStringLiteral("nord/2026-W11/m-2/hero@4"));
}

void TestChangeProposal::newTemplate_isProposedAsSuch()
{
    const auto found = proposals({share(0, QStringLiteral("m-1"), 100),
                                  share(1, QStringLiteral("m-1"), 100, QStringLiteral("hero@4"))});
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].change.kind, ChangeKind::Template);
    QCOMPARE(found[0].change.from, QStringLiteral("hero@3"));
    QCOMPARE(found[0].change.to, QStringLiteral("hero@4"));
}

/// Nothing new came that could be named.
void TestChangeProposal::imagesWithoutATemplate_areNone()
{
    QVERIFY(proposals({share(0, QStringLiteral("m-1"), 100), share(1, QStringLiteral("m-1"), 100, QString())})
                .empty());
}

void TestChangeProposal::smallerShare_isNot()
{
    QVERIFY(proposals({share(0, QStringLiteral("m-1"), 100), share(1, QStringLiteral("m-1"), 81),
                       share(1, QStringLiteral("m-2"), 19)})
                .empty());
    // Without an image there is no share to speak of.
    QVERIFY(proposals({share(0, QStringLiteral("m-1"), 100), share(1, QStringLiteral("m-2"), 0)}).empty());
}

void TestChangeProposal::firstWeekOfAClient_proposesNothing()
{
    QVERIFY(proposals({share(0, QStringLiteral("m-1"), 50), share(0, QStringLiteral("m-2"), 50)}).empty());
}

void TestChangeProposal::knownPair_isNotProposedAgain()
{
    const auto found =
        proposals({share(0, QStringLiteral("m-1"), 100), share(1, QStringLiteral("m-2"), 100),
                   share(2, QStringLiteral("m-1"), 100), share(3, QStringLiteral("m-2"), 100)});
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].week.name(), QStringLiteral("2026-W11"));
}

void TestChangeProposal::announcedChange_answersTheQuestion_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<int>("hours"); // after the week's start; the first image comes after 30
    QTest::addColumn<bool>("isAnswer");
    QTest::newRow("at the week's start") << "nord" << 0 << true;
    QTest::newRow("everybody's") << QString() << 0 << true;
    QTest::newRow("another client's") << "sable" << 0 << false;
    QTest::newRow("noted later in the week") << "nord" << 100 << true;
    QTest::newRow("a week before the first image") << "nord" << 30 - 168 << true;
    QTest::newRow("long before") << "nord" << 29 - 168 << false;
    QTest::newRow("in the week after") << "nord" << 168 << false;
}

void TestChangeProposal::announcedChange_answersTheQuestion()
{
    QFETCH(QString, client);
    QFETCH(int, hours);
    QFETCH(bool, isAnswer);
    Change change;
    change.at = m_calendar.startOf(kStart.next()) + std::chrono::hours(hours);
    change.client = client;
    const auto found =
        proposals({share(0, QStringLiteral("m-1"), 100), share(1, QStringLiteral("m-2"), 100)}, {change});
    QCOMPARE(found.empty(), isAnswer);
}

void TestChangeProposal::dismissedPair_isNotProposed_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("templateName");
    QTest::addColumn<bool>("isAnswer");
    QTest::newRow("the same") << "nord"
                              << "m-2"
                              << "hero@3" << true;
    QTest::newRow("another client's") << "sable"
                                      << "m-2"
                                      << "hero@3" << false;
    QTest::newRow("another model") << "nord"
                                   << "m-1"
                                   << "hero@3" << false;
    QTest::newRow("with another template") << "nord"
                                           << "m-2"
                                           << "hero@4" << false;
}

void TestChangeProposal::dismissedPair_isNotProposed()
{
    QFETCH(QString, client);
    QFETCH(QString, model);
    QFETCH(QString, templateName);
    QFETCH(bool, isAnswer);
    const std::vector<WeekShare> shares{share(0, QStringLiteral("m-1"), 100),
                                        share(1, QStringLiteral("m-2"), 100)};
    const std::vector<ProposalDismissal> dismissals{
        {.client = client, .model = model, .templateName = templateName}};
    const auto found = changeProposals(shares, {.dismissals = dismissals}, m_calendar);
    QCOMPARE(found.empty(), isAnswer);
}

QTEST_GUILESS_MAIN(TestChangeProposal)
#include "tst_changeproposal.moc"
