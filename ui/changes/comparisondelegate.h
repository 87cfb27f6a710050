// SPDX-License-Identifier: GPL-3.0-or-later
// ComparisonDelegate: paints a comparison's table: headings of groups, interval bars on one axis of percent,
// verdicts with their mark. GUI thread. It only paints.
#pragma once

#include <QStyledItemDelegate>

namespace assay {

class ComparisonModel;

/// Where a share lies in the column of the bars, whose axis goes from minus to plus `end`.
double barX(const QRect& column, double share, double end);

class ComparisonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ComparisonDelegate(const ComparisonModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintText(QPainter* painter, const QRect& room, const QModelIndex& index) const;
    void paintBar(QPainter* painter, const QRect& column, const QModelIndex& index) const;
    void paintVerdict(QPainter* painter, const QRect& room, const QModelIndex& index) const;

    const ComparisonModel& m_model;
};

} // namespace assay
