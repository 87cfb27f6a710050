// SPDX-License-Identifier: GPL-3.0-or-later
// ComparisonModel: every metric before and after a change as rows, in three groups with a heading each. GUI
// thread. It reads nothing.
#pragma once

#include "app/report/comparisonwords.h"
#include "ui/common/marks.h"

#include <QAbstractTableModel>

namespace assay {

class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        MetricColumn,
        BeforeColumn,
        AfterColumn,
        BothColumn, ///< before and after in one, where there is little room
        DifferenceColumn,
        PercentColumn,
        IntervalColumn,
        VerdictColumn,
        ColumnCount
    };

    /// The interval bar of a row, in shares of the value before.
    struct Bar
    {
        double value = 0;
        double low = 0; ///< infinite: no end
        double high = 0;
        Verdict verdict = Verdict::NoDetectableDifference;
    };

    explicit ComparisonModel(QObject* parent = nullptr);

    void setComparison(const ChangeComparison& comparison);
    bool isHeading(int row) const { return !m_rows[size_t(row)].metric; }
    /// Nothing where the metric has no percentage.
    std::optional<Bar> bar(int row) const;
    Verdict verdict(int row) const;
    /// The bars' axis goes from minus to plus this share.
    double axisEnd() const { return m_axisEnd; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        MetricGroup group = MetricGroup::Quality;
        std::optional<MetricId> metric{}; ///< nothing: the group's heading
    };

    const ComparedMetric& compared(int row) const;
    QString textOf(int row, int column) const;
    void scale();

    std::vector<Row> m_rows;
    ChangeComparison m_comparison;
    double m_axisEnd = 0.4;
};

Mark markOf(Verdict verdict);

} // namespace assay
