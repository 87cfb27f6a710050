// SPDX-License-Identifier: GPL-3.0-or-later
// ChartLegend: what the marks of a chart mean, as the chart draws them, those that are in it; and the changes
// whose flags had room for a number only. GUI thread.
#pragma once

#include "ui/trends/trendline.h"

#include <QStringList>
#include <QWidget>

namespace assay {

class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget* parent = nullptr);

    void setLine(const TrendLine& line);
    void setNumberedChanges(const QStringList& changes);
    /// The words of the legend, in order.
    QStringList words() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Key { Mark, Whisker, Baseline, Band };
    struct Entry
    {
        Key key = Key::Mark;
        WeekMark mark = WeekMark::None;
        QString words{};
    };

    void paintKey(QPainter* painter, const Entry& entry, const QRectF& box) const;

    std::vector<Entry> m_entries;
    QStringList m_changes;
};

} // namespace assay
