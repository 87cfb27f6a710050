// SPDX-License-Identifier: GPL-3.0-or-later
// DecisionCard: one thing that is out of band in a week: what it is, its last weeks, and what is decided
// about it. GUI thread. It has the focus as a whole, for the keys of the page; it stores nothing.
#pragma once

#include "ui/common/surface.h"
#include "ui/trends/findings.h"
#include "ui/trends/trendline.h"
#include "ui/weekly/decisionpanel.h"

namespace assay {

class MarkSign;
class WeekChart;

struct FindingContent
{
    Finding finding{};
    QString subtitle{}; ///< "Pattern, firing since W16, 2nd week"
    QString sentence{};
    TrendLine line{}; ///< of its last weeks

    bool operator==(const FindingContent&) const = default;
};

class DecisionCard : public Panel
{
    Q_OBJECT

public:
    DecisionCard(const FindingContent& content, const DecisionActions& actions, QWidget* parent = nullptr);

    /// Of the same metric: the decision, its note and the focus stay.
    void setContent(const FindingContent& content);
    MetricId metric() const { return m_metric; }
    DecisionPanel& panel() { return *m_panel; }
    bool isDecided() const { return m_panel->content().decision.has_value(); }
    void setWhere(const QString& sentence);
    void setChartShown(bool isShown);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QWidget* makeText();

    MetricId m_metric;
    MarkSign* m_mark;
    TextLabel* m_title;
    TextLabel* m_subtitle;
    TextLabel* m_sentence;
    TextLabel* m_where;
    WeekChart* m_chart;
    QWidget* m_chartLine;
    DecisionPanel* m_panel;
};

} // namespace assay
