// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/chartpanel.h"

#include "app/base/writefile.h"
#include "app/report/figures.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"
#include "ui/common/toolbutton.h"
#include "ui/trends/chartlegend.h"
#include "ui/trends/chartpicture.h"
#include "ui/trends/findings.h"
#include "ui/trends/metriccardcontent.h"
#include "ui/trends/readout.h"
#include "ui/trends/trendview.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

ChartPanel::ChartPanel(QWidget* parent)
    : Panel(parent)
    , m_second(new QAction(themedIcon(QStringLiteral("layers")), QString(), this))
    , m_title(new TextLabel(TextStyle::Section, Token::Text, this))
    , m_formula(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_readOut(new ReadOut(this))
    , m_view(new TrendView(this))
    , m_legend(new ChartLegend(this))
{
    m_title->setObjectName(QStringLiteral("chartTitle"));
    m_formula->setElideMode(Qt::ElideRight);
    m_second->setObjectName(QStringLiteral("secondChart"));
    m_second->setCheckable(true);
    m_second->setChecked(true);
    m_second->setShortcut(QKeySequence(Qt::Key_B));
    m_second->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    auto* title = new QHBoxLayout;
    title->setSpacing(10);
    title->addWidget(m_title);
    title->addWidget(m_formula, 1);
    title->addWidget(new ToolButton(m_second, this));
    addSaveAction("saveChartPng", tr("Save chart as PNG…"), QStringLiteral("png"));
    addSaveAction("saveChartSvg", tr("Save chart as SVG…"), QStringLiteral("svg"));
    addSaveAction("saveChartCsv", tr("Save its data as CSV…"), QStringLiteral("csv"));
    QAbstractButton* more = makeIconButton(QStringLiteral("more"), tr("Save the chart"), this);
    more->setObjectName(QStringLiteral("chartMenu"));
    connect(more, &QAbstractButton::clicked, this, [this, more] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_saveActions);
        menu->popup(more->mapToGlobal(QPoint(0, more->height())));
    });
    title->addWidget(more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(0);
    column->addLayout(title);
    column->addSpacing(6);
    column->addWidget(m_readOut);
    column->addSpacing(10);
    column->addWidget(m_view, 1);
    column->addWidget(m_legend);
    connect(m_second, &QAction::toggled, this, &ChartPanel::showCharts);
    connect(m_view, &TrendView::weekClicked, this, [this](int index) {
        chooseWeek(index);
        emit weekOpened(index);
    });
    connect(m_view, &TrendView::weekPointedAt, this,
            [this](std::optional<int> index) { showReadOut(index ? index : m_view->chosenWeek()); });
    connect(m_view, &TrendView::rebuilt, this,
            [this] { m_legend->setNumberedChanges(m_view->numberedChanges()); });
    showCharts();
}

void ChartPanel::setWeeks(std::span<const JudgedWeek> weeks, std::span<const Change> changes,
                          std::optional<int> chosen)
{
    m_weeks.assign(weeks.begin(), weeks.end());
    m_changes.assign(changes.begin(), changes.end());
    m_view->setChosenWeek(chosen);
    showCharts();
}

void ChartPanel::setMetric(MetricId metric)
{
    m_metric = metric;
    showCharts();
}

void ChartPanel::setRoom(Room room)
{
    if (room == m_room)
        return;
    m_room = room;
    m_formula->setVisible(room == Room::Full);
    showCharts();
}

void ChartPanel::chooseWeek(int index)
{
    if (m_weeks.empty())
        return;
    const int chosen = std::clamp(index, 0, int(m_weeks.size()) - 1);
    m_view->setChosenWeek(chosen);
    showReadOut(chosen);
    emit weekChosen(chosen);
}

std::optional<int> ChartPanel::chosenWeek() const
{
    return m_view->chosenWeek();
}

void ChartPanel::showCharts()
{
    const MetricId second = companionOf(m_metric);
    const QString secondName = withinSentence(metricShortName(definition(second)));
    m_title->setText(metricName(definition(m_metric)));
    m_formula->setText(metricFormula(definition(m_metric)));
    m_formula->setToolTip(metricSentence(definition(m_metric)));
    m_second->setText(m_room == Room::Full ? tr("With %1 below").arg(secondName)
                                           : tr("%1 below").arg(metricShortName(definition(second))));
    TrendViewContent content{.main = trendLine(m_weeks, m_metric, m_changes)};
    if (m_second->isChecked() && m_room != Room::NoSecond) {
        content.second = trendLine(m_weeks, second, m_changes);
        content.secondName = metricName(definition(second));
        content.secondSummary = summary(second);
    }
    m_legend->setLine(content.main);
    m_view->setContent(content);
    showReadOut(m_view->chosenWeek());
}

void ChartPanel::showReadOut(std::optional<int> index)
{
    if (index && *index < int(m_weeks.size()))
        m_readOut->setParts(readOutParts(m_weeks[size_t(*index)], m_metric));
    else
        m_readOut->setParts({});
}

void ChartPanel::addSaveAction(const char* name, const QString& text, const QString& suffix)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, [this, suffix] { askWhereToSave(suffix); });
    m_saveActions += action;
}

void ChartPanel::askWhereToSave(const QString& suffix)
{
    const QString name = QLatin1String(definition(m_metric).textId) + u'.' + suffix;
    auto* chooser = new QFileDialog(this, tr("Save the chart as"), name, u"*." + suffix);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(suffix);
    connect(chooser, &QFileDialog::fileSelected, this, &ChartPanel::save);
    chooser->open();
}

void ChartPanel::save(const QString& path)
{
    if (path.endsWith(u".csv", Qt::CaseInsensitive)) {
        emit dataWanted(path, shownMetrics());
        return;
    }
    const ChartPicture picture{
        .title = metricName(definition(m_metric)), .scope = m_scope, .view = m_view, .legend = m_legend};
    const bool isSvg = path.endsWith(u".svg", Qt::CaseInsensitive);
    const auto written = writeFile(path, isSvg ? chartSvg(picture) : chartPng(picture));
    if (written)
        emit saved(path);
    else
        emit notSaved(written.error());
}

std::vector<MetricId> ChartPanel::shownMetrics() const
{
    std::vector<MetricId> metrics{m_metric};
    if (const auto& second = m_view->content().second)
        metrics.push_back(second->metric);
    return metrics;
}

QString ChartPanel::summary(MetricId metric) const
{
    const std::optional<int> week = cardWeek(m_weeks);
    if (!week)
        return {};
    const JudgedWeek& shown = m_weeks[size_t(*week)];
    const MetricCardContent card = metricCardContent(m_weeks, *week, metric);
    const QString value = tr("%1, %2").arg(card.value, withinSentence(card.state));
    const JudgedMetric& judged = shown.metric(metric);
    if (card.deviation.isEmpty() || !judged.baseline)
        return value;
    const QString baseline = metricText(definition(metric), *judged.baseline->estimate.value);
    return tr("%1, %2 from %3").arg(value, card.deviation, baseline);
}

} // namespace assay
