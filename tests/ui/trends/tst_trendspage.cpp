// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/studio.h"
#include "ui/common/appearance.h"
#include "ui/common/banner.h"
#include "ui/trends/chartpanel.h"
#include "ui/trends/findingspanel.h"
#include "ui/trends/metriccards.h"
#include "ui/trends/misseswindow.h"
#include "ui/trends/missmodel.h"
#include "ui/trends/movementrow.h"
#include "ui/trends/readout.h"
#include "ui/trends/trendsfilter.h"
#include "ui/trends/trendspage.h"
#include "ui/trends/trendsstatus.h"
#include "ui/trends/trendview.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace assay;

class TestTrendsPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyWorkspace_offersToReview();
    void firstWeeks_areABaselineBeingBuilt();
    void cards_showTheLastJudgedWeek();
    void arrows_walkTheWeeks();
    void enterOnACard_showsItsChart();
    void secondChart_isSwitchedByKey();
    void clientFilter_isInTheTitleAndRemembered();
    void weeksFilter_cutsTheChart();
    void reload_showsTheNewWeekOnce();
    void fall_isFoundAndSaid();
    void riseFromNothing_isNoFall();
    void hiddenPage_readsWhenItIsShown();
    void movement_isDividedAndNarrowsThePage();
    void narrowViewOfNothing_offersAllAgain();
    void missesOfTheWeek_areListed();
    void chart_isSavedAsPictures();
    void unreadableWorkspace_keepsTheOldWeeks();
    void workspaceThatComesLater_isReadByRetry();
    void smallPage_keepsAllCards();
    void nameOfAClient_isPlainText();

private:
    std::unique_ptr<TrendsPage> openPage(QSize size = {1536, 940});
    QString readOut(const TrendsPage& page) const { return page.findChild<ReadOut*>()->text(); }
    void addWeeks(int count, const StudioWeek& like = {});

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Studio> m_studio;
    std::unique_ptr<QSettings> m_settings;
    IsoWeek m_week;
    Clock m_clock = [] { return *parseRfc3339(u"2026-05-05T14:02:00Z"); };
};

void TestTrendsPage::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_studio = std::make_unique<Studio>(*m_workspace);
    m_settings = std::make_unique<QSettings>(m_workspace->folder().filePath(QStringLiteral("s.ini")),
                                             QSettings::IniFormat);
    m_week = *IsoWeek::fromName(u"2026-W10");
}

void TestTrendsPage::cleanup()
{
    m_studio.reset();
    m_workspace.reset();
}

std::unique_ptr<TrendsPage> TestTrendsPage::openPage(QSize size)
{
    auto page = std::make_unique<TrendsPage>(m_workspace->path(), m_clock, m_settings.get());
    page->resize(size);
    QSignalSpy loaded(page.get(), &TrendsPage::loaded);
    page->show();
    if (!loaded.wait(10'000))
        qWarning("the page was not loaded");
    return page;
}

void TestTrendsPage::addWeeks(int count, const StudioWeek& like)
{
    for (int i = 0; i < count; ++i, m_week = m_week.next()) {
        StudioWeek week = like;
        week.week = m_week;
        m_studio->add(week);
    }
}

void TestTrendsPage::emptyWorkspace_offersToReview()
{
    const auto page = openPage();
    QSignalSpy wanted(page.get(), &TrendsPage::reviewWanted);
    auto* review = page->findChild<QAbstractButton*>(QStringLiteral("reviewImages"));
    QVERIFY(review->isVisible());
    QVERIFY(!page->findChild<MetricCards*>()->isVisible());
    QTest::mouseClick(review, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void TestTrendsPage::firstWeeks_areABaselineBeingBuilt()
{
    addWeeks(1);
    const auto page = openPage();
    const MetricCard* card = page->findChild<MetricCard*>(QStringLiteral("card_adherence"));
    QCOMPARE(card->content().state, QStringLiteral("Baseline 1 of 2"));
    QCOMPARE(card->content().mark, Mark::Building);
    QVERIFY(card->content().deviation.isEmpty());
}

void TestTrendsPage::cards_showTheLastJudgedWeek()
{
    addWeeks(5);
    const auto page = openPage();
    const MetricCard* card = page->findChild<MetricCard*>(QStringLiteral("card_adherence"));
    QCOMPARE(card->content().value, QStringLiteral("90.0\u00A0%"));
    QCOMPARE(card->content().state, QStringLiteral("In band"));
    const QString status = qobject_cast<TrendsStatus*>(page->statusItems())->text();
    QVERIFY2(status.contains(QStringLiteral("2026-W14")), qPrintable(status));
    QVERIFY(status.contains(QStringLiteral("14:02")) && status.contains(QStringLiteral("UTC")));
    QVERIFY(readOut(*page).startsWith(QStringLiteral("2026-W14")));
}

void TestTrendsPage::arrows_walkTheWeeks()
{
    addWeeks(5);
    const auto page = openPage();
    auto* view = page->findChild<TrendView*>();
    page->setFocus();
    QTRY_VERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_Left);
    QVERIFY(readOut(*page).startsWith(QStringLiteral("2026-W13")));
    QTest::keyClick(view, Qt::Key_Home);
    QVERIFY(readOut(*page).startsWith(QStringLiteral("2026-W10")));
    QTest::keyClick(view, Qt::Key_Left);
    QVERIFY(readOut(*page).startsWith(QStringLiteral("2026-W10")));
    QTest::keyClick(view, Qt::Key_End);
    QTest::keyClick(view, Qt::Key_Right);
    QVERIFY(readOut(*page).startsWith(QStringLiteral("2026-W14")));
}

void TestTrendsPage::enterOnACard_showsItsChart()
{
    addWeeks(5);
    const auto page = openPage();
    auto* card = page->findChild<MetricCard*>(QStringLiteral("card_acceptance"));
    auto* first = page->findChild<MetricCard*>(QStringLiteral("card_adherence"));
    first->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(card->hasFocus());
    QTest::keyClick(card, Qt::Key_Return);
    QVERIFY(card->isChecked() && !first->isChecked());
    QCOMPARE(page->findChild<TrendView*>()->content().main.metric, MetricId::Acceptance);
    QTest::keyClick(first, Qt::Key_Space);
    QCOMPARE(page->findChild<TrendView*>()->content().main.metric, MetricId::Adherence);
    QTest::keyClick(card, Qt::Key_Return);
    QCOMPARE(m_settings->value(QStringLiteral("trends/metric")).toString(), QStringLiteral("acceptance"));
    const auto again = openPage();
    QVERIFY(again->findChild<MetricCard*>(QStringLiteral("card_acceptance"))->isChecked());
}

void TestTrendsPage::secondChart_isSwitchedByKey()
{
    addWeeks(5);
    const auto page = openPage();
    auto* view = page->findChild<TrendView*>();
    QVERIFY(view->content().second);
    QCOMPARE(view->content().second->metric, MetricId::Acceptance);
    page->setFocus();
    QTRY_VERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_B);
    QVERIFY(!view->content().second);
    QVERIFY(!view->secondChart());
    QTest::keyClick(view, Qt::Key_B);
    QVERIFY(view->secondChart());
}

void TestTrendsPage::clientFilter_isInTheTitleAndRemembered()
{
    addWeeks(3);
    m_studio->add({.client = QStringLiteral("süd"), .week = m_week});
    const auto page = openPage();
    auto* filter = page->findChild<TrendsFilter*>();
    auto* clients = page->findChild<QComboBox*>(QStringLiteral("clientFilter"));
    QCOMPARE(filter->title(), QStringLiteral("Trends, all clients, models and templates"));
    QCOMPARE(page->shown().weeks.size(), size_t(4));
    QSignalSpy loaded(page.get(), &TrendsPage::loaded);
    clients->setFocus();
    QTest::keyClick(clients, Qt::Key_End);
    QCOMPARE(filter->title(), QStringLiteral("Trends, all clients, models and templates")); // as the numbers
    QVERIFY(page->findChild<TrendsStatus*>()->text().startsWith(QStringLiteral("Reading the weeks")));
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(filter->title(), QStringLiteral("Trends, süd"));
    QCOMPARE(page->shown().weeks.size(), size_t(1));
    const auto again = openPage();
    QCOMPARE(again->findChild<TrendsFilter*>()->title(), QStringLiteral("Trends, süd"));
    QCOMPARE(again->shown().weeks.size(), size_t(1));
}

void TestTrendsPage::weeksFilter_cutsTheChart()
{
    m_week = *IsoWeek::fromName(u"2026-W01");
    addWeeks(15, {.assets = 3});
    const auto page = openPage();
    auto* view = page->findChild<TrendView*>();
    QCOMPARE(view->content().main.points.size(), size_t(15));
    QTest::mouseClick(page->findChild<QAbstractButton*>(QStringLiteral("weeks13")), Qt::LeftButton);
    QCOMPARE(view->content().main.points.size(), size_t(13));
    QCOMPARE(view->content().main.points.back().week.name(), QStringLiteral("2026-W15"));
}

void TestTrendsPage::reload_showsTheNewWeekOnce()
{
    addWeeks(3);
    const auto page = openPage();
    m_studio->add({.week = m_week});
    QSignalSpy loaded(page.get(), &TrendsPage::loaded);
    page->reload();
    page->reload();
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(page->shown().weeks.size(), size_t(4));
    QCOMPARE(loaded.count(), 1);
}

void TestTrendsPage::fall_isFoundAndSaid()
{
    addWeeks(4);
    addWeeks(1, {.checksMetOfTen = 5});
    const auto page = openPage();
    const auto* findings = page->findChild<FindingsPanel*>();
    QVERIFY(!findings->findings().empty());
    const Finding& finding = findings->findings().front();
    QCOMPARE(finding.metric, MetricId::Adherence);
    QCOMPARE(finding.pattern, Pattern::AdherenceFalls);
    QCOMPARE(finding.title, QStringLiteral("Adherence falls, acceptance holds"));
    QCOMPARE(finding.since, QStringLiteral("since W14"));
    QCOMPARE(
        finding.sentence,
        QStringLiteral("Prompt adherence rate is 50.0\u00A0%, 44.4\u00A0% below its baseline of 90.0\u00A0%."
                       " Acceptance rate is 76.9\u00A0%, in its band."));
    QVERIFY(finding.meaning.startsWith(QStringLiteral("Reviewers are quietly fixing")));
    QVERIFY(finding.action.startsWith(QStringLiteral("Fix the prompts")));
    const MetricCard* card = page->findChild<MetricCard*>(QStringLiteral("card_adherence"));
    QCOMPARE(card->content().mark, Mark::Firing);
    page->findChild<MetricCard*>(QStringLiteral("card_acceptance"))->click();
    page->findChild<QAbstractButton*>(QStringLiteral("finding_adherence"))->click();
    QVERIFY(card->isChecked());
}

/// A baseline of 0 has no deviation in percent, but a direction.
void TestTrendsPage::riseFromNothing_isNoFall()
{
    addWeeks(3);
    addWeeks(1, {.checksMetOfTen = 5});
    const auto page = openPage();
    JudgedWeek week = page->shown().weeks.back();
    JudgedMetric& adherence = week.metrics[index(MetricId::Adherence)];
    QVERIFY(adherence.judgement);
    adherence.alert.state = AlertState::Pending;
    adherence.baseline->estimate.value = 0;
    adherence.judgement->deviation.reset();
    const std::vector<Finding> findings = findingsOf(week);
    const auto found = std::ranges::find(findings, MetricId::Adherence, &Finding::metric);
    QVERIFY(found != findings.end());
    QVERIFY2(found->title.contains(QStringLiteral("may be rising")), qPrintable(found->title));
}

void TestTrendsPage::hiddenPage_readsWhenItIsShown()
{
    addWeeks(3);
    const auto page = openPage();
    page->hide();
    addWeeks(1);
    QSignalSpy loaded(page.get(), &TrendsPage::loaded);
    page->workspaceChanged();
    page->workspaceChanged();
    QVERIFY(!loaded.wait(200));
    QVERIFY(!page->isComplete());
    page->show();
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(page->shown().weeks.size(), size_t(4));
    QCOMPARE(loaded.count(), 1);
}

void TestTrendsPage::movement_isDividedAndNarrowsThePage()
{
    for (int i = 0; i < 4; ++i) {
        m_studio->add({.client = QStringLiteral("süd"), .week = m_week});
        addWeeks(1);
    }
    m_studio->add({.client = QStringLiteral("süd"), .week = m_week, .checksMetOfTen = 3});
    addWeeks(1);
    const auto page = openPage();
    const auto* findings = page->findChild<FindingsPanel*>();
    MovementRow* row = nullptr;
    QTRY_VERIFY((row = findings->findChild<MovementRow*>(QStringLiteral("part_süd"))) != nullptr);
    QCOMPARE(row, findings->findChild<MovementRow*>()); // the largest first
    QVERIFY(row->part().rateEffect < -0.25);
    QVERIFY(row->accessibleName().contains(QStringLiteral("süd: −30.0")));
    QSignalSpy loaded(page.get(), &TrendsPage::loaded);
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Space);
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(page->findChild<TrendsFilter*>()->title(), QStringLiteral("Trends, süd"));
    QCOMPARE(page->findChild<QComboBox*>(QStringLiteral("clientFilter"))->currentText(),
             QStringLiteral("süd"));
    // Of one client, what is left is by which model and template.
    QTRY_VERIFY(findings->findChild<MovementRow*>(QStringLiteral("part_")));
    findings->findChild<QAbstractButton*>(QStringLiteral("byModel"))->click();
    QTRY_VERIFY(findings->findChild<MovementRow*>(QStringLiteral("part_m-1")));
    QVERIFY(!findings->findChild<QAbstractButton*>(QStringLiteral("byClient")));
}

void TestTrendsPage::narrowViewOfNothing_offersAllAgain()
{
    addWeeks(3);
    m_settings->setValue(QStringLiteral("trends/model"), QStringLiteral("retired-1"));
    const auto page = openPage();
    QVERIFY(page->shown().weeks.empty());
    QCOMPARE(page->findChild<TrendsFilter*>()->title(), QStringLiteral("Trends, all clients, retired-1"));
    auto* all = page->findChild<QAbstractButton*>(QStringLiteral("showAllViews"));
    QVERIFY(all->isVisible());
    QVERIFY(!page->findChild<QAbstractButton*>(QStringLiteral("reviewImages"))->isVisible());
    QSignalSpy loaded(page.get(), &TrendsPage::loaded);
    QTest::mouseClick(all, Qt::LeftButton);
    QVERIFY(loaded.wait(10'000));
    QCOMPARE(page->shown().weeks.size(), size_t(3));
}

void TestTrendsPage::missesOfTheWeek_areListed()
{
    addWeeks(4);
    addWeeks(1, {.checksMetOfTen = 5});
    const auto page = openPage();
    page->setFocus();
    QTest::keyClick(page->findChild<TrendView*>(), Qt::Key_M);
    auto* window = page->findChild<MissesWindow*>();
    QVERIFY(window);
    const auto* model = window->findChild<MissModel*>();
    QAbstractItemModelTester tester(window->findChild<MissModel*>());
    QTRY_COMPARE(model->rowCount(), 5);
    const auto text = [model](int row, int column) {
        return model->index(row, column).data(Qt::DisplayRole).toString();
    };
    QCOMPARE(text(0, MissModel::MissedColumn), QStringLiteral("52 of 52"));
    QCOMPARE(text(0, MissModel::ConstraintColumn), QStringLiteral("c9")); // missed in the baseline too
    QCOMPARE(text(0, MissModel::BaselineColumn), QStringLiteral("100.0\u00A0%"));
    QCOMPARE(text(1, MissModel::BaselineColumn), QStringLiteral("0.0\u00A0%"));
    QCOMPARE(text(1, MissModel::DifferenceColumn), QStringLiteral("+100.0 points"));
    window->findChild<QAbstractButton*>(QStringLiteral("missedKinds"))->click();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(text(0, MissModel::KindColumn), QStringLiteral("count"));
    QCOMPARE(text(0, MissModel::ShareColumn), QStringLiteral("50.0\u00A0%"));
}

void TestTrendsPage::chart_isSavedAsPictures()
{
    addWeeks(5);
    const auto page = openPage();
    for (const auto& [suffix, name] :
         {std::pair("png", QStringLiteral("saveChartPng")), std::pair("svg", QStringLiteral("saveChartSvg")),
          std::pair("csv", QStringLiteral("saveChartCsv"))}) {
        const QString path = m_workspace->folder().filePath(QStringLiteral("chart.") + QLatin1String(suffix));
        page->findChild<QAction*>(name)->trigger();
        auto* chooser = page->findChild<QFileDialog*>();
        QVERIFY(chooser);
        emit chooser->fileSelected(path);
        chooser->close();
        QTRY_VERIFY(page->findChild<QFileDialog*>() == nullptr);
        QVERIFY(page->findChild<Banner*>()->isVisible());
        QVERIFY(QFile::exists(path));
    }
    const QImage picture(m_workspace->folder().filePath(QStringLiteral("chart.png")));
    QCOMPARE(picture.width(), 2 * (page->findChild<TrendView*>()->width() + 32));
    QFile svg(m_workspace->folder().filePath(QStringLiteral("chart.svg")));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray drawn = svg.readAll();
    QVERIFY(drawn.contains("Prompt adherence rate"));
    QVERIFY(drawn.contains("all clients, models and templates"));
    QVERIFY(!drawn.contains("<image")); // vectors, no picture
    QFile csv(m_workspace->folder().filePath(QStringLiteral("chart.csv")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = csv.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 2 * 5); // adherence and acceptance below it
    QVERIFY(lines[1].startsWith("\"\",2026-W10,0,baseline,adherence,0.9"));
}

void TestTrendsPage::unreadableWorkspace_keepsTheOldWeeks()
{
    addWeeks(3);
    const auto page = openPage();
    m_studio.reset();
    m_workspace->close();
    QVERIFY(QFile::rename(m_workspace->path(), m_workspace->path() + QStringLiteral(".away")));
    page->reload();
    QTRY_VERIFY(page->findChild<Banner*>()->isVisible());
    QCOMPARE(page->shown().weeks.size(), size_t(3));
}

void TestTrendsPage::workspaceThatComesLater_isReadByRetry()
{
    const QString path = m_workspace->folder().filePath(QStringLiteral("later.assay"));
    TrendsPage page(path, m_clock, m_settings.get());
    page.show();
    auto* banner = page.findChild<Banner*>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(openWorkspace(path));
    QSignalSpy loaded(&page, &TrendsPage::loaded);
    page.findChild<QAbstractButton*>(QStringLiteral("retryTrends"))->click();
    QVERIFY(loaded.wait(10'000));
    QVERIFY(!banner->isVisible());
}

void TestTrendsPage::smallPage_keepsAllCards()
{
    addWeeks(4);
    const auto page = openPage({1052, 640});
    const QRect inside = page->rect();
    for (const MetricCard* card : page->findChildren<MetricCard*>()) {
        QVERIFY(card->isVisible());
        QVERIFY(inside.contains(QRect(card->mapTo(page.get(), QPoint()), card->size())));
        QCOMPARE(card->height(), 50);
    }
    QVERIFY(page->findChild<TrendView*>()->secondChart());
    QVERIFY(page->findChild<TrendView*>()->height() > 250);
}

void TestTrendsPage::nameOfAClient_isPlainText()
{
    const QString name = QStringLiteral("<img src=x>\u202E& 🎈 a client whose name has sixty characters");
    m_studio->add({.client = name, .week = m_week});
    m_settings->setValue(QStringLiteral("trends/client"), name);
    const auto page = openPage({1052, 640});
    QCOMPARE(page->shown().weeks.size(), size_t(1));
    const QString title = page->findChild<TrendsFilter*>()->title();
    QVERIFY(title.contains(QStringLiteral("<img src=x>")) && !title.contains(QChar(0x202E)));
    QCOMPARE(page->width(), 1052);
}

QTEST_MAIN(TestTrendsPage)
#include "tst_trendspage.moc"
