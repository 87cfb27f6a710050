// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryDelegate: paints a generation as a tile (picture, verdict, name, checks, why it counts) or as a line
// of the table. GUI thread, owned by the view. It only paints.
#pragma once

#include "app/store/libraryfilter.h"

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace assay {

class LibraryModel;
class Thumbnails;
struct LibraryRow;
struct PlacedColumn;

class LibraryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kCaption = 46;
    static constexpr int kLine = 36;

    LibraryDelegate(const LibraryModel& model, Thumbnails& thumbnails, const QTimeZone& zone,
                    QObject* parent = nullptr);

    void setFilter(const LibraryFilter& filter) { m_filter = filter; }
    void setTable(bool isTable) { m_isTable = isTable; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintTile(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintPicture(QPainter* painter, const QRect& square, const LibraryRow& row) const;
    void paintCaption(QPainter* painter, const QRect& caption, const LibraryRow& row) const;
    void paintLine(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintCell(QPainter* painter, const QRect& cell, const PlacedColumn& column,
                   const LibraryRow& row) const;

    const LibraryModel& m_model;
    Thumbnails& m_thumbnails;
    QTimeZone m_zone;
    LibraryFilter m_filter;
    bool m_isTable = false;
};

} // namespace assay
