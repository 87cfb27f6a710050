// SPDX-License-Identifier: GPL-3.0-or-later
// MetricCards: a card for every metric of the table, the Quality row above Efficiency and Process; one of
// them is chosen. GUI thread. New metrics of the table come by themselves.
#pragma once

#include "ui/trends/metriccard.h"

#include <QWidget>

#include <array>

namespace assay {

class TextLabel;

class MetricCards : public QWidget
{
    Q_OBJECT

public:
    explicit MetricCards(QWidget* parent = nullptr);

    void setContent(const std::vector<MetricCardContent>& cards);
    void setSize(MetricCard::Size size);
    MetricId chosen() const { return m_chosen; }
    void choose(MetricId metric);
    MetricCard* card(MetricId metric) const { return m_cards[index(metric)]; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {400, sizeHint().height()}; }

signals:
    void metricChosen(assay::MetricId metric);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();
    void placeCard(const Definition& metric, int row, int column);

    PerMetric<MetricCard*> m_cards{};
    std::array<TextLabel*, 3> m_headings{}; ///< by MetricGroup
    MetricCard::Size m_size = MetricCard::Size::Full;
    MetricId m_chosen = MetricId::Adherence;
};

} // namespace assay
