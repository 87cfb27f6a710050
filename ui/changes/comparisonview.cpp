// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/comparisonview.h"

#include "app/report/figures.h"
#include "ui/changes/changelistmodel.h"
#include "ui/changes/comparisondelegate.h"
#include "ui/changes/comparisonheader.h"
#include "ui/changes/comparisonmodel.h"
#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/surface.h"
#include "ui/common/tables.h"
#include "ui/common/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

constexpr int kInset = 16;
/// Narrower than these, the percent goes, then before and after share a column.
constexpr int kPercentRoom = 940;
constexpr int kTwoColumnsRoom = 820;

QString daysText(UtcTime from, UtcTime to, const QTimeZone& zone)
{
    const auto dateOf = [&zone](UtcTime time) {
        return QDateTime::fromMSecsSinceEpoch(toEpochMs(time), zone).date();
    };
    const auto days = std::chrono::round<std::chrono::days>(to - from).count();
    return ComparisonView::tr("%1, %2 days").arg(formatDays(dateOf(from), dateOf(to)), formatCount(days));
}

QString sideText(const ComparedSide& side)
{
    return ComparisonView::tr("%1 images, %2 assets").arg(formatCount(side.images), formatCount(side.assets));
}

QVBoxLayout* addFacts(QHBoxLayout* row, const QString& label, const std::vector<TextLabel*>& lines)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(new TextLabel(label, TextStyle::LabelSemibold, Token::Text2));
    for (TextLabel* line : lines)
        column->addWidget(line);
    column->addStretch(1);
    row->addLayout(column);
    return column;
}

} // namespace

ComparisonView::ComparisonView(QWidget* parent)
    : QWidget(parent)
    , m_model(new ComparisonModel(this))
    , m_title(new TextLabel(TextStyle::Title, Token::Text, this))
    , m_scope(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_headline(new TextLabel(TextStyle::Section, Token::Text, this))
    , m_rest(new TextLabel(TextStyle::Body, Token::Text2, this))
    , m_before(new TextLabel(TextStyle::Second, Token::Text, this))
    , m_beforeCounts(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_after(new TextLabel(TextStyle::Second, Token::Text, this))
    , m_afterCounts(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_leftOut(new TextLabel(TextStyle::Second, Token::Text, this))
    , m_table(new QTableView(this))
    , m_note(new TextLabel(TextStyle::Second, Token::Text2, this))
{
    m_title->setObjectName(QStringLiteral("changeTitle"));
    m_title->setElideMode(Qt::ElideRight);
    m_scope->setElideMode(Qt::ElideRight);
    m_headline->setObjectName(QStringLiteral("comparisonHeadline"));
    m_headline->setWordWrap(true);
    m_rest->setObjectName(QStringLiteral("comparisonRest"));
    m_rest->setWordWrap(true);
    m_note->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new ComparisonHeader(*m_model, m_table));
    setUpTable(m_table, QStringLiteral("comparisonTable"), tr("Every metric before and after"));
    m_table->setItemDelegate(new ComparisonDelegate(*m_model, m_table));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(ComparisonModel::IntervalColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setFixedHeight(32);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setMinimumSectionSize(20);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 24, 12);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addWidget(makeSummary());
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
}

QWidget* ComparisonView::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins({});
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_scope);
    row->addLayout(words, 1);
    QPushButton* trends =
        makeButton(tr("Show in Trends"), ButtonKind::Secondary, QStringLiteral("trends"), head);
    trends->setObjectName(QStringLiteral("showInTrends"));
    connect(trends, &QPushButton::clicked, this, &ComparisonView::trendsWanted);
    row->addWidget(trends);
    return head;
}

QWidget* ComparisonView::makeSummary()
{
    auto* panel = new Panel(this);
    auto* row = new QHBoxLayout(panel);
    row->setContentsMargins(kInset, 12, kInset, 12);
    row->setSpacing(24);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_headline);
    words->addWidget(m_rest);
    words->addStretch(1);
    row->addLayout(words, 1);
    addFacts(row, tr("Before"), {m_before, m_beforeCounts});
    addFacts(row, tr("After"), {m_after, m_afterCounts});
    addFacts(row, tr("Left out"),
             {m_leftOut, new TextLabel(tr("on both sides"), TextStyle::Second, Token::Text2, this)});
    return panel;
}

void ComparisonView::setChange(const Change& change, const QTimeZone& zone)
{
    m_title->setText(changeTitle(change));
    QString scope = changeScope(change) + QStringLiteral(" · ") + formatDateTime(change.at, zone);
    if (!change.note.isEmpty())
        scope += QStringLiteral(" · ") + plainLine(change.note);
    m_scope->setText(scope);
    m_headline->setText(tr("Comparing"));
    m_rest->setText({});
    for (TextLabel* label : {m_before, m_beforeCounts, m_after, m_afterCounts, m_leftOut})
        label->setText(formatUnknown());
    m_table->hide();
    m_note->hide();
}

void ComparisonView::setComparison(const ChangeComparison& comparison, const QTimeZone& zone)
{
    setChange(comparison.change, zone);
    m_headline->setText(comparisonHeadline(comparison));
    m_rest->setText(comparisonRest(comparison));
    const ComparisonWindow& window = comparison.window;
    m_before->setText(daysText(window.from, window.change, zone));
    m_beforeCounts->setText(sideText(comparison.before));
    m_after->setText(daysText(window.change, std::max(window.to, window.change), zone));
    m_afterCounts->setText(sideText(comparison.after));
    m_leftOut->setText(tr("%1 assets").arg(formatCount(comparison.assetsLeftOut)));
    m_model->setComparison(comparison);
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isHeading(row))
            m_table->setSpan(row, 0, 1, ComparisonModel::ColumnCount);
    }
    const VerdictCounts counts = countVerdicts(comparison);
    QString note = tr("Bars: 95 % interval of the difference, in percent of the value before. Verdicts allow "
                      "for looking at %1 metrics at once (Benjamini–Hochberg, 5 %). Assets count in the "
                      "window they began in.")
                       .arg(counts.worse + counts.better + counts.different + counts.same);
    if (comparison.isConverted)
        note += u' ' + tr("Costs are converted by the workspace's exchange rates.");
    m_note->setText(note);
    m_table->show();
    m_note->show();
    fitTable();
}

void ComparisonView::setSmall(bool isSmall)
{
    layout()->setContentsMargins(isSmall ? 12 : 24, isSmall ? 8 : 14, isSmall ? 12 : 24, isSmall ? 8 : 12);
    m_title->setTextStyle(isSmall ? TextStyle::Section : TextStyle::Title);
}

void ComparisonView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTable();
}

void ComparisonView::fitTable()
{
    const bool hasPercent = width() >= kPercentRoom;
    const bool hasTwo = width() >= kTwoColumnsRoom;
    m_table->setColumnHidden(ComparisonModel::PercentColumn, !hasPercent);
    m_table->setColumnHidden(ComparisonModel::BeforeColumn, !hasTwo);
    m_table->setColumnHidden(ComparisonModel::AfterColumn, !hasTwo);
    m_table->setColumnHidden(ComparisonModel::BothColumn, hasTwo);
    m_table->setColumnWidth(ComparisonModel::MetricColumn, hasTwo ? 170 : 156);
    m_table->setColumnWidth(ComparisonModel::BeforeColumn, 96);
    m_table->setColumnWidth(ComparisonModel::AfterColumn, 96);
    m_table->setColumnWidth(ComparisonModel::BothColumn, 150);
    m_table->setColumnWidth(ComparisonModel::DifferenceColumn, hasTwo ? 96 : 76);
    m_table->setColumnWidth(ComparisonModel::PercentColumn, 84);
    m_table->setColumnWidth(ComparisonModel::VerdictColumn, 188);
}

} // namespace assay
