// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendspage.h"

#include "app/base/writefile.h"
#include "app/report/metricscsv.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/problem.h"
#include "ui/common/textlabel.h"
#include "ui/trends/chartpanel.h"
#include "ui/trends/findingspanel.h"
#include "ui/trends/metriccards.h"
#include "ui/trends/misseswindow.h"
#include "ui/trends/trendsfilter.h"
#include "ui/trends/trendsstatus.h"
#include "ui/trends/trendview.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QResizeEvent>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

const QLatin1String kMetricKey("trends/metric");
const QLatin1String kSecondKey("trends/second");

// Below these the page is small, below the last the second chart goes.
constexpr int kFullWidth = 1300;
constexpr int kFullHeight = 760;
constexpr int kSecondHeight = 560;

enum BodyPage { ReadingPage, EmptyPage, WeeksPage };

} // namespace

TrendsPage::TrendsPage(const QString& workspacePath, const Clock& clock, QSettings* settings, QWidget* parent)
    : QWidget(parent)
    , m_workspacePath(workspacePath)
    , m_loader(workspacePath, clock)
    , m_settings(settings)
    , m_filter(new TrendsFilter(settings, this))
    , m_banner(new Banner(this))
    , m_body(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("trends"), this))
    , m_cards(new MetricCards(this))
    , m_chart(new ChartPanel(this))
    , m_findings(new FindingsPanel(this))
    , m_status(new TrendsStatus(this))
{
    setObjectName(QStringLiteral("trendsPage"));
    buildBody();
    addActions();
    m_status->hide();
    connect(&m_loader, &TrendsLoader::loaded, this, &TrendsPage::showContent);
    connect(&m_loader, &TrendsLoader::failed, this, &TrendsPage::showProblem);
    connect(&m_loader, &TrendsLoader::movementLoaded, m_findings, &FindingsPanel::setMovement);
    connect(&m_loader, &TrendsLoader::movementFailed, m_findings, [this](const Error& error) {
        m_findings->setMovementUnread(describe(error, Attempt::ReadTrends).sentence);
    });
    connect(m_filter, &TrendsFilter::viewChanged, this, &TrendsPage::reload);
    connect(m_filter, &TrendsFilter::weeksChanged, this, &TrendsPage::showWeeks);
    connect(m_cards, &MetricCards::metricChosen, this, [this](MetricId metric) {
        m_settings->setValue(kMetricKey, QLatin1String(definition(metric).textId));
        m_chart->setMetric(metric);
    });
    connect(m_findings, &FindingsPanel::metricWanted, m_cards, &MetricCards::choose);
    connect(m_findings, &FindingsPanel::whereWanted, this, &TrendsPage::askWhere);
    connect(m_findings, &FindingsPanel::missesWanted, this, &TrendsPage::showMisses);
    connect(m_findings, &FindingsPanel::narrowWanted, m_filter, &TrendsFilter::narrow);
    connect(m_chart, &ChartPanel::saved, this, &TrendsPage::tellSaved);
    connect(m_chart, &ChartPanel::notSaved, this, &TrendsPage::tellNotSaved);
    connect(m_chart, &ChartPanel::dataWanted, this, &TrendsPage::saveData);
    connect(m_chart, &ChartPanel::weekChosen, this,
            [this](int index) { m_chosenWeek = visibleWeeks()[size_t(index)].week; });
    connect(m_chart, &ChartPanel::weekOpened, this, &TrendsPage::openWeek);
    if (const auto metric = metricFromTextId(settings->value(kMetricKey).toString()))
        m_cards->choose(*metric);
    reload();
}

void TrendsPage::workspaceChanged()
{
    if (isVisible())
        reload();
    else
        m_isStale = true;
}

void TrendsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

void TrendsPage::reload()
{
    m_isStale = false;
    if (m_filter->view() != m_view.filter)
        m_status->setReading();
    m_loader.load(m_filter->view());
}

void TrendsPage::showView(const ViewFilter& view)
{
    m_filter->setView(view);
}

QWidget* TrendsPage::statusItems() const
{
    return m_status;
}

QWidget* TrendsPage::zoneItem() const
{
    return m_status->zoneItem();
}

QList<QAction*> TrendsPage::menuActions() const
{
    return m_weekActions + actions() + m_chart->saveActions();
}

void TrendsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setSmall(width() < kFullWidth || height() < kFullHeight);
    m_chart->setRoom(height() < kSecondHeight ? ChartPanel::Room::NoSecond
                     : m_isSmall              ? ChartPanel::Room::Small
                                              : ChartPanel::Room::Full);
}

void TrendsPage::buildBody()
{
    m_review = m_empty->addPrimaryAction(tr("Review images"), QStringLiteral("review"));
    m_review->setObjectName(QStringLiteral("reviewImages"));
    connect(m_review, &QPushButton::clicked, this, &TrendsPage::reviewWanted);
    m_showAll = m_empty->addAction(tr("Show all clients, models and templates"), QStringLiteral("trends"));
    m_showAll->setObjectName(QStringLiteral("showAllViews"));
    connect(m_showAll, &QPushButton::clicked, m_filter, [this] { m_filter->setView({}); });
    showEmptiness();
    auto* reading = new TextLabel(tr("Reading the weeks"), TextStyle::Body, Token::Text2, this);
    reading->setAlignment(Qt::AlignCenter);
    auto* weeks = new QWidget(this);
    m_content = new QVBoxLayout(weeks);
    m_content->setSpacing(12);
    m_content->addWidget(m_cards);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_chart, 1);
    row->addWidget(m_findings);
    m_content->addLayout(row, 1);
    m_body->insertWidget(ReadingPage, reading);
    m_body->insertWidget(EmptyPage, m_empty);
    m_body->insertWidget(WeeksPage, weeks);
    m_column = new QVBoxLayout(this);
    m_column->setSpacing(0);
    m_column->addWidget(m_filter);
    m_column->addWidget(m_banner);
    m_column->addWidget(m_body, 1);
    m_isSmall = true;
    setSmall(false);
}

void TrendsPage::addActions()
{
    addWeekAction("previousWeek", tr("Previous week"), Qt::Key_Left);
    addWeekAction("nextWeek", tr("Next week"), Qt::Key_Right);
    addWeekAction("firstWeek", tr("First week"), Qt::Key_Home);
    addWeekAction("lastWeek", tr("Last week"), Qt::Key_End);
    auto* open = new QAction(tr("Images of the week"), this);
    open->setObjectName(QStringLiteral("openWeek"));
    open->setShortcut(QKeySequence(Qt::Key_Return));
    open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(open, &QAction::triggered, this, [this] {
        if (const std::optional<int> week = m_chart->chosenWeek())
            openWeek(*week);
    });
    m_chart->addAction(open);
    m_weekActions.append(open);
    auto* again = new QAction(tr("Read again"), this);
    again->setObjectName(QStringLiteral("readTrendsAgain"));
    again->setShortcut(QKeySequence(Qt::Key_F5));
    again->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QAction::triggered, this, &TrendsPage::reload);
    addAction(again);
    auto* misses = new QAction(tr("Constraints missed most"), this);
    misses->setObjectName(QStringLiteral("missesOfWeek"));
    misses->setShortcut(QKeySequence(Qt::Key_M));
    misses->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(misses, &QAction::triggered, this, &TrendsPage::showMisses);
    addAction(misses);
    addAction(m_chart->secondAction());
    m_chart->secondAction()->setChecked(m_settings->value(kSecondKey, true).toBool());
    connect(m_chart->secondAction(), &QAction::toggled, this,
            [this](bool isOn) { m_settings->setValue(kSecondKey, isOn); });
    setFocusProxy(m_chart->view());
}

/// On the cards and the chart only: the segments of the filter use the arrows themselves.
void TrendsPage::addWeekAction(const char* name, const QString& text, int key)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, action] { walk(action->objectName()); });
    m_cards->addAction(action);
    m_chart->addAction(action);
    m_findings->addAction(action);
    m_weekActions.append(action);
}

void TrendsPage::showContent(const TrendsContent& content)
{
    const bool isFirst = m_body->currentIndex() == ReadingPage;
    m_view = content.view;
    m_banner->hide();
    m_filter->setChoices(content.choices);
    m_filter->setShown(m_view.filter);
    m_status->setView(m_view);
    showEmptiness();
    m_body->setCurrentIndex(m_view.weeks.empty() ? EmptyPage : WeeksPage);
    showWeeks();
    // Before the weeks were there, the filter alone could take the focus.
    if (isFirst && m_body->currentIndex() == WeeksPage && isAncestorOf(window()->focusWidget()))
        m_chart->view()->setFocus();
    emit loaded();
}

/// Why there are no weeks: there is nothing at all, or nothing that the filter lets through.
void TrendsPage::showEmptiness()
{
    const bool isNarrowed = m_view.filter != ViewFilter();
    if (isNarrowed) {
        m_empty->setWords(tr("No images in this view"),
                          tr("Nothing was made for %1.").arg(m_filter->scope()));
    } else {
        m_empty->setWords(
            tr("No images to measure yet"),
            tr("Each week of images becomes a point here; verdicts and checks give it its height."));
    }
    m_review->setVisible(!isNarrowed);
    m_showAll->setVisible(isNarrowed);
}

void TrendsPage::showProblem(const Error& error)
{
    const Problem problem = describe(error, Attempt::ReadTrends);
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
    QPushButton* retry = m_banner->addButton(tr("Retry"), ButtonKind::Small, QStringLiteral("refresh"));
    retry->setObjectName(QStringLiteral("retryTrends"));
    connect(retry, &QPushButton::clicked, this, &TrendsPage::reload);
    m_status->setIncomplete();
}

void TrendsPage::showWeeks()
{
    const std::span<const JudgedWeek> weeks = visibleWeeks();
    const std::optional<int> cards = cardWeek(weeks);
    std::vector<MetricCardContent> contents;
    if (cards) {
        for (const Definition& metric : definitions())
            contents.push_back(metricCardContent(weeks, *cards, metric.id));
    }
    m_cards->setContent(contents);
    std::optional<int> chosen = cards;
    const auto byPerson = std::ranges::find(weeks, m_chosenWeek,
                                            [](const JudgedWeek& week) { return std::optional(week.week); });
    if (byPerson != weeks.end())
        chosen = int(byPerson - weeks.begin());
    m_chart->setMetric(m_cards->chosen());
    m_chart->setScope(m_filter->scope());
    m_chart->setWeeks(weeks, m_view.changes, chosen);
    m_findings->setWeek(cards ? &weeks[size_t(*cards)] : nullptr, m_view.filter);
}

void TrendsPage::saveData(const QString& path, const std::vector<MetricId>& metrics)
{
    const auto written = writeFile(path, metricsCsv(m_view, visibleWeeks(), metrics).toUtf8());
    if (written)
        tellSaved(path);
    else
        tellNotSaved(written.error());
}

void TrendsPage::tellSaved(const QString& path)
{
    m_banner->showMessage(Banner::Kind::Note, tr("Saved as %1.").arg(QFileInfo(path).fileName()),
                          QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
}

void TrendsPage::tellNotSaved(const Error& error)
{
    const Problem problem = describe(error, Attempt::WriteFile);
    m_banner->showMessage(Banner::Kind::Problem, problem.sentence, problem.whatToDo);
}

/// Of the week that the findings are about.
void TrendsPage::askWhere(MetricId metric, Dimension dimension)
{
    const std::span<const JudgedWeek> weeks = visibleWeeks();
    if (const std::optional<int> cards = cardWeek(weeks))
        m_loader.loadMovement(m_view, {weeks[size_t(*cards)].week, metric, dimension});
}

/// Of the week that is chosen in the chart.
void TrendsPage::showMisses()
{
    const std::optional<int> chosen = m_chart->chosenWeek();
    if (!chosen)
        return;
    MissesRequest request{.workspacePath = m_workspacePath,
                          .view = m_view,
                          .week = visibleWeeks()[size_t(*chosen)].week,
                          .scope = m_filter->scope()};
    request.view.selected.reset(); // the reviews are read again, by constraint
    request.view.rows.clear();
    auto* window = new MissesWindow(request, this);
    window->show();
}

std::span<const JudgedWeek> TrendsPage::visibleWeeks() const
{
    const std::span<const JudgedWeek> all(m_view.weeks);
    const std::optional<int> newest = m_filter->weeks();
    return newest ? all.last(std::min(all.size(), size_t(*newest))) : all;
}

void TrendsPage::walk(QStringView action)
{
    const int current = m_chart->chosenWeek().value_or(0);
    if (action == u"previousWeek")
        m_chart->chooseWeek(current - 1);
    else if (action == u"nextWeek")
        m_chart->chooseWeek(current + 1);
    else if (action == u"firstWeek")
        m_chart->chooseWeek(0);
    else
        m_chart->chooseWeek(int(m_view.weeks.size()));
}

void TrendsPage::openWeek(int index)
{
    const std::span<const JudgedWeek> weeks = visibleWeeks();
    if (index < 0 || size_t(index) >= weeks.size())
        return;
    emit imagesWanted(m_chart->metric(), weeks[size_t(index)].week,
                      {m_view.client, m_view.filter.model, m_view.filter.templateName});
}

void TrendsPage::setSmall(bool isSmall)
{
    if (isSmall == m_isSmall)
        return;
    m_isSmall = isSmall;
    const int margin = isSmall ? 12 : 16;
    m_column->setContentsMargins(margin, 0, margin, margin);
    m_content->setContentsMargins(0, isSmall ? 0 : 4, 0, 0);
    m_content->setSpacing(isSmall ? 8 : 12);
    m_filter->setFixedHeight(isSmall ? 44 : 56);
    m_filter->setSmall(isSmall);
    m_cards->setSize(isSmall ? MetricCard::Size::Small : MetricCard::Size::Full);
    m_findings->setFixedWidth(isSmall ? 296 : 472);
    showWeeks();
}

} // namespace assay
