// SPDX-License-Identifier: GPL-3.0-or-later
// FindingsPanel: "What happened": the findings of the week the cards show, each with the way to its chart.
// GUI thread. It says when there is nothing to say.
#pragma once

#include "ui/common/surface.h"
#include "ui/trends/findings.h"

#include <optional>

class QVBoxLayout;

namespace assay {

class TextLabel;

class FindingsPanel : public Panel
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    /// Nothing: there is no week to judge yet.
    void setWeek(const JudgedWeek* week);
    const std::vector<Finding>& findings() const { return m_findings; }

signals:
    void metricWanted(assay::MetricId metric);

private:
    void addFinding(const Finding& finding);
    void addWords(const QString& title, const QString& words);
    QString countText() const;

    std::vector<Finding> m_findings;
    TextLabel* m_count;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_rows = nullptr;
};

} // namespace assay
