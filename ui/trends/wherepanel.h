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
    /// Only the dimensions that the metric can be divided by, and that the view is not narrowed to, are
    /// offered. Asks in the event loop: by client, else by the last one there is.
    WherePanel(MetricId metric, const ViewFilter& view, QWidget* parent = nullptr);

    MetricId metric() const { return m_metric; }
    Dimension dimension() const;
    void setMovement(const Movement& movement);
    void setUnread(const QString& sentence);

    /// Whether any dimension can be offered.
    static bool isPossible(MetricId metric, const ViewFilter& view);

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void wanted(assay::MetricId metric, assay::Dimension dimension);
    void narrowWanted(assay::Dimension dimension, const QString& name);

private:
    void ask();
    void clear();
    void addWords(const QString& words);
    void addLegend(const Movement& movement);

    bool isNarrow() const;

    MetricId m_metric;
    std::optional<Movement> m_movement; ///< that is shown
    bool m_wasNarrow = false;           ///< when it was
    std::vector<Dimension> m_dimensions;
    SegmentedControl* m_segments;
    QVBoxLayout* m_rows;
};

} // namespace assay
