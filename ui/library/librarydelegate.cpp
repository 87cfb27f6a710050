// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarydelegate.h"

#include "app/report/figures.h"
#include "ui/common/icons.h"
#include "ui/common/marklabel.h"
#include "ui/common/thumbnails.h"
#include "ui/common/type.h"
#include "ui/library/librarycolumns.h"
#include "ui/library/librarymodel.h"
#include "ui/library/librarywords.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>

namespace assay {

namespace {

constexpr qreal kRadius = 3;
constexpr int kMarkSide = 14;
constexpr int kAccentBar = 3;

bool isCurrent(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view && view->currentIndex() == index;
}

void paintText(QPainter* painter, const QRect& rect, const QString& text, Qt::Alignment side)
{
    painter->drawText(rect, int(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

LibraryDelegate::LibraryDelegate(const LibraryModel& model, Thumbnails& thumbnails, const QTimeZone& zone,
                                 QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_thumbnails(thumbnails)
    , m_zone(zone)
{
}

void LibraryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    if (m_isTable)
        paintLine(painter, option, index);
    else
        paintTile(painter, option, index);
    painter->restore();
}

void LibraryDelegate::paintTile(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect& tile = option.rect;
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(tile), kRadius, kRadius);
    painter->fillPath(shape, colour(isSelected ? Token::Selection : Token::Panel));
    const QRect square(tile.topLeft(), QSize(tile.width(), tile.height() - kCaption));
    if (const LibraryRow* row = m_model.row(index.row())) {
        paintPicture(painter, square, *row);
        paintCaption(painter, QRect(square.bottomLeft() + QPoint(0, 1), tile.bottomRight()), *row);
    } else {
        painter->fillRect(square, colour(Token::Field));
    }
    const bool hasFocus = isCurrent(option, index);
    const qreal width = hasFocus ? 2 : 1;
    const Token edge = hasFocus || isSelected ? Token::Accent : Token::Line;
    painter->setPen(QPen(colour(edge), width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(tile).adjusted(width / 2, width / 2, -width / 2, -width / 2), kRadius,
                             kRadius);
}

void LibraryDelegate::paintPicture(QPainter* painter, const QRect& square, const LibraryRow& row) const
{
    if (row.hasImage)
        return paintThumbnail(painter, square, m_thumbnails.thumbnail({row.imagePath, row.sha256}));
    painter->fillRect(square, colour(Token::Field));
    const bool hasFailed = row.status != GenerationStatus::Ok;
    const QRect icon(square.x(), square.center().y() - 32, square.width(), 24);
    paintIcon(painter, icon, hasFailed ? QStringLiteral("warning") : QStringLiteral("image"),
              hasFailed ? Token::Bad : Token::Text3, 20);
    painter->setFont(assay::font(TextStyle::Second));
    painter->setPen(colour(hasFailed ? Token::Bad : Token::Text3));
    paintText(painter, QRect(square.x() + 8, icon.bottom() + 8, square.width() - 16, 16),
              hasFailed ? outcomeWord(row.status) : tr("No image file"), Qt::AlignHCenter);
}

void LibraryDelegate::paintCaption(QPainter* painter, const QRect& caption, const LibraryRow& row) const
{
    const QRect inside = caption.adjusted(8, 5, -8, -4);
    const QRect first(inside.x(), inside.y(), inside.width(), 20);
    paintMark(painter, QRect(first.x(), first.y(), kMarkSide, first.height()), libraryMark(row), kMarkSide);
    painter->setFont(assay::font(TextStyle::SecondMedium));
    painter->setPen(colour(Token::Text));
    paintText(painter, first.adjusted(kMarkSide + 6, 0, 0, 0), plainLine(libraryName(row)), Qt::AlignLeft);

    const QRect second(inside.x(), first.bottom() + 1, inside.width(), 16);
    const CountsBecause because = countsBecause(row, m_filter);
    painter->setFont(assay::font(TextStyle::Label));
    int right = second.right() + 1;
    if (!because.text.isEmpty()) {
        const int most = second.width() * 6 / 10;
        const QString text = painter->fontMetrics().elidedText(because.text, Qt::ElideRight, most);
        const int width = painter->fontMetrics().horizontalAdvance(text);
        right -= width;
        painter->setPen(colour(because.token));
        painter->drawText(QRect(right, second.y(), width + 1, second.height()),
                          int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        if (because.mark) {
            right -= kMarkSide + 4;
            paintMark(painter, QRect(right, second.y(), kMarkSide, second.height()), *because.mark, 12);
        }
    }
    painter->setPen(colour(Token::Text2));
    paintText(painter, QRect(second.x(), second.y(), right - 6 - second.x(), second.height()),
              checksText(row), Qt::AlignLeft);
}

void LibraryDelegate::paintLine(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const QRect& line = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(line, colour(Token::Selection));
    if (isCurrent(option, index))
        painter->fillRect(line.x(), line.y(), kAccentBar, line.height(), colour(Token::Accent));
    painter->fillRect(line.x(), line.bottom(), line.width(), 1, colour(Token::Line));
    const LibraryRow* row = m_model.row(index.row());
    if (!row)
        return;
    for (const PlacedColumn& column : libraryColumns(line.width()))
        paintCell(painter, {line.x() + column.left, line.y(), column.width, line.height() - 1}, column, *row);
}

void LibraryDelegate::paintCell(QPainter* painter, const QRect& cell, const PlacedColumn& column,
                                const LibraryRow& row) const
{
    if (column.column == LibraryColumn::Picture) {
        const QRect square(cell.x(), cell.y() + (cell.height() - column.width) / 2, column.width,
                           column.width);
        if (row.hasImage)
            paintThumbnail(painter, square, m_thumbnails.thumbnail({row.imagePath, row.sha256}));
        else
            paintIcon(painter, square,
                      row.status == GenerationStatus::Ok ? QStringLiteral("image")
                                                         : QStringLiteral("warning"),
                      row.status == GenerationStatus::Ok ? Token::Text3 : Token::Bad, 16);
        return;
    }
    painter->setFont(
        assay::font(column.column == LibraryColumn::Name ? TextStyle::BodyMedium : TextStyle::Second));
    if (column.column == LibraryColumn::Verdict) {
        const Mark mark = libraryMark(row);
        paintMark(painter, QRect(cell.x(), cell.y(), kMarkSide, cell.height()), mark, kMarkSide);
        painter->setPen(colour(markTextToken(mark)));
        const QString word = row.status == GenerationStatus::Ok ? markWord(mark) : outcomeWord(row.status);
        return paintText(painter, cell.adjusted(kMarkSide + 6, 0, 0, 0), word, Qt::AlignLeft);
    }
    const Token token = column.column == LibraryColumn::Name     ? Token::Text
                        : column.column == LibraryColumn::Missed ? Token::Bad
                                                                 : Token::Text2;
    painter->setPen(colour(token));
    paintText(painter, cell, cellText(row, column.column, m_zone),
              column.isNumber ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace assay
