// SPDX-License-Identifier: GPL-3.0-or-later
// QueueDelegate: paints a row of the queue: bracket of the batch, thumbnail, name, place, mark; or the
// thumbnail with its mark alone where the column is narrow. GUI thread, owned by the queue view. It only
// paints.
#pragma once

#include <QStyledItemDelegate>

namespace assay {

class QueueModel;
class Thumbnails;
struct Thumbnail;

class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Width { Full, Narrow };

    QueueDelegate(const QueueModel& model, Thumbnails& thumbnails, QObject* parent = nullptr);

    void setWidth(Width width) { m_width = width; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintFull(QPainter* painter, const QStyleOptionViewItem& option, int row) const;
    void paintNarrow(QPainter* painter, const QStyleOptionViewItem& option, int row) const;
    void paintBracket(QPainter* painter, const QRect& rect, int row) const;

    const QueueModel& m_model;
    Thumbnails& m_thumbnails;
    Width m_width = Width::Full;
};

} // namespace assay
