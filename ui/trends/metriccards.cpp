// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/metriccards.h"

#include "ui/common/textlabel.h"

#include <algorithm>

namespace assay {

namespace {

constexpr int kRows = 2;
constexpr int kHeading = 20; ///< 16 and 4 below
constexpr int kGap = 8;
constexpr int kSmallGap = 4;

int rowOf(MetricGroup group)
{
    return group == MetricGroup::Quality ? 0 : 1;
}

/// Cards in the widest row.
int columnCount()
{
    std::array<int, kRows> counts{};
    for (const Definition& metric : definitions())
        ++counts[size_t(rowOf(metric.group))];
    return *std::ranges::max_element(counts);
}

} // namespace

MetricCards::MetricCards(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("metricCards"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QStringList names{tr("Quality"), tr("Efficiency"), tr("Process")};
    for (size_t i = 0; i < m_headings.size(); ++i)
        m_headings[i] = new TextLabel(names[int(i)], TextStyle::LabelSemibold, Token::Text3, this);
    for (const Definition& metric : definitions()) {
        auto* card = new MetricCard(metric.id, this);
        m_cards[index(metric.id)] = card;
        connect(card, &MetricCard::clicked, this, [this, card] { choose(card->metric()); });
    }
    m_cards[index(m_chosen)]->setChecked(true);
}

void MetricCards::setContent(const std::vector<MetricCardContent>& cards)
{
    for (const MetricCardContent& content : cards)
        card(content.metric)->setContent(content);
}

void MetricCards::setSize(MetricCard::Size size)
{
    if (size == m_size)
        return;
    m_size = size;
    for (MetricCard* card : m_cards)
        card->setSize(size);
    updateGeometry();
    place();
}

void MetricCards::choose(MetricId metric)
{
    if (metric == m_chosen)
        return;
    card(m_chosen)->setChecked(false);
    card(metric)->setChecked(true);
    m_chosen = metric;
    emit metricChosen(metric);
}

QSize MetricCards::sizeHint() const
{
    const int cardHeight = m_cards.front()->sizeHint().height();
    const int height = m_size == MetricCard::Size::Full ? kRows * (cardHeight + kHeading) + kGap
                                                        : kRows * cardHeight + kSmallGap;
    return {1200, height};
}

void MetricCards::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void MetricCards::place()
{
    std::array<int, kRows> used{};
    for (TextLabel* heading : m_headings)
        heading->hide();
    std::optional<MetricGroup> group;
    for (const Definition& metric : definitions()) {
        const int row = rowOf(metric.group);
        const int column = used[size_t(row)]++;
        placeCard(metric, row, column);
        const QRect box = m_cards[index(metric.id)]->geometry();
        if (metric.group != group && m_size == MetricCard::Size::Full) {
            TextLabel* heading = m_headings[size_t(metric.group)];
            heading->setGeometry(box.left(), box.top() - kHeading, heading->sizeHint().width(), 16);
            heading->show();
        }
        group = metric.group;
    }
}

void MetricCards::placeCard(const Definition& metric, int row, int column)
{
    const bool isFull = m_size == MetricCard::Size::Full;
    const int gap = isFull ? kGap : kSmallGap;
    const int heading = isFull ? kHeading : 0;
    const int columns = columnCount();
    const int cardHeight = m_cards.front()->sizeHint().height();
    const int left = column * (width() + gap) / columns;
    const int right = (column + 1) * (width() + gap) / columns - gap;
    const int top = row * (cardHeight + heading + gap) + heading;
    m_cards[index(metric.id)]->setGeometry(left, top, right - left, cardHeight);
}

} // namespace assay
