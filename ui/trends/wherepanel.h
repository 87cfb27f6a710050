// SPDX-License-Identifier: GPL-3.0-or-later
// WherePanel: "Where it happened": a metric's movement divided among clients, models or templates, as bars.
// GUI thread. It asks for what it shows with wanted() and is answered by setMovement().
#pragma once

#include "app/report/movement.h"

#include <QWidget>

class QVBoxLayout;

namespace assay {

class SegmentedControl;
class TextLabel;

class WherePanel : public QWidget
{
    Q_OBJECT

public:
    /// Only the dimensions that the metric can be divided by are offered. Asks for the first one that the
    /// view is not narrowed to, in the event loop.
    WherePanel(MetricId metric, const ViewFilter& view, QWidget* parent = nullptr);

    MetricId metric() const { return m_metric; }
    Dimension dimension() const;
    void setMovement(const Movement& movement);
    void setUnread(const QString& sentence);

    /// Whether any dimension can be offered.
    static bool isPossible(MetricId metric, const ViewFilter& view);

signals:
    void wanted(assay::MetricId metric, assay::Dimension dimension);
    void narrowWanted(assay::Dimension dimension, const QString& name);

private:
    void ask();
    void clear();
    void addWords(const QString& words);
    void addLegend(const Movement& movement);

    MetricId m_metric;
    std::vector<Dimension> m_dimensions;
    SegmentedControl* m_segments;
    QVBoxLayout* m_rows;
};

} // namespace assay
