// SPDX-License-Identifier: GPL-3.0-or-later
// FindingsPanel: "What happened": the findings of the week the cards show, one of them open. GUI thread. To
// open one is to choose its chart. It says when there is nothing to say.
#pragma once

#include "ui/common/surface.h"
#include "ui/trends/findingcard.h"

class QVBoxLayout;

namespace assay {

class TextLabel;

class FindingsPanel : public Panel
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    /// Nothing: there is no week to judge yet. What was open stays open where it is still a finding.
    void setWeek(const JudgedWeek* week, const ViewFilter& view);
    const std::vector<Finding>& findings() const { return m_findings; }
    /// For the open finding, unless it is about something else by now.
    void setMovement(const Movement& movement);
    void setMovementUnread(const QString& sentence);

signals:
    void metricWanted(assay::MetricId metric);
    void missesWanted();
    void whereWanted(assay::MetricId metric, assay::Dimension dimension);
    void narrowWanted(assay::Dimension dimension, const QString& name);

private:
    void addFinding(const Finding& finding, const ViewFilter& view);
    void open(FindingCard* card);
    void addWords(const QString& title, const QString& words);
    QString countText() const;

    std::vector<Finding> m_findings;
    ViewFilter m_view;
    TextLabel* m_count;
    std::optional<MetricId> m_openMetric; ///< that the person opened
    std::vector<FindingCard*> m_cards;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_rows = nullptr;
};

} // namespace assay
