// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/libraryview.h"

#include "ui/common/theme.h"
#include "ui/library/librarydelegate.h"
#include "ui/library/librarymodel.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace assay {

namespace {

constexpr int kTile = 190;
constexpr int kNarrowestTile = 178; ///< rather than leave a ragged edge
constexpr int kGap = 8;
constexpr int kMargin = 12;
constexpr int kLinesAStep = 3;

} // namespace

LibraryView::LibraryView(LibraryModel* model, LibraryDelegate* delegate, QWidget* parent)
    : QAbstractItemView(parent)
{
    setObjectName(QStringLiteral("libraryView"));
    setAccessibleName(tr("Generations"));
    setItemDelegate(delegate);
    setModel(model);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
}

void LibraryView::setModel(QAbstractItemModel* model)
{
    QAbstractItemView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        updateGeometries();
        emit selectedChanged();
        emit currentRowChanged(-1);
    });
}

void LibraryView::setShownLayout(Layout layout)
{
    if (layout == m_layout)
        return;
    m_layout = layout;
    static_cast<LibraryDelegate*>(itemDelegate())->setTable(layout == Layout::Table);
    updateGeometries();
    if (currentIndex().isValid())
        scrollTo(currentIndex(), PositionAtCenter);
    viewport()->update();
}

LibraryView::Grid LibraryView::grid() const
{
    const int width = viewport()->width();
    if (m_layout == Layout::Table)
        return {1, {width, LibraryDelegate::kLine}, width, LibraryDelegate::kLine, 0};
    const int room = width - 2 * kMargin;
    const int columns = std::max(1, (room + kGap) / (kNarrowestTile + kGap));
    const int tile = columns == 1 ? std::min(room, kTile) : (room - (columns - 1) * kGap) / columns;
    const QSize cell(tile, tile + LibraryDelegate::kCaption);
    return {columns, cell, tile + kGap, cell.height() + kGap, kMargin};
}

int LibraryView::columns() const
{
    return grid().columns;
}

int LibraryView::rowCount() const
{
    return model() ? model()->rowCount() : 0;
}

QRect LibraryView::rectOf(int row) const
{
    const Grid shape = grid();
    return {QPoint(shape.margin + row % shape.columns * shape.pitchX,
                   shape.margin / 2 + row / shape.columns * shape.pitchY - verticalOffset()),
            shape.cell};
}

int LibraryView::rowNear(const QPoint& point) const
{
    const Grid shape = grid();
    const int line = std::max(0, (point.y() + verticalOffset() - shape.margin / 2) / shape.pitchY);
    const int column =
        std::clamp((point.x() - shape.margin) / std::max(1, shape.pitchX), 0, shape.columns - 1);
    return std::clamp(line * shape.columns + column, 0, std::max(0, rowCount() - 1));
}

QRect LibraryView::visualRect(const QModelIndex& index) const
{
    return index.isValid() ? rectOf(index.row()) : QRect();
}

QModelIndex LibraryView::indexAt(const QPoint& point) const
{
    if (rowCount() == 0)
        return {};
    const int row = rowNear(point);
    return rectOf(row).contains(point) ? model()->index(row, 0) : QModelIndex();
}

void LibraryView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect rect = rectOf(index.row());
    const int margin = grid().margin / 2;
    const int height = viewport()->height();
    int by = 0;
    if (hint == PositionAtCenter)
        by = rect.center().y() - height / 2;
    else if (rect.top() < margin || hint == PositionAtTop)
        by = rect.top() - margin;
    else if (rect.bottom() > height - margin || hint == PositionAtBottom)
        by = rect.bottom() - height + margin + 1;
    verticalScrollBar()->setValue(verticalOffset() + by);
}

QModelIndex LibraryView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = rowCount();
    if (count == 0)
        return {};
    const Grid shape = grid();
    const int page = std::max(1, viewport()->height() / shape.pitchY) * shape.columns;
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    if (row < 0)
        return model()->index(0, 0);
    int to = row;
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        to = m_layout == Layout::Table && action == MoveLeft ? row : row - 1;
        break;
    case MoveRight:
    case MoveNext:
        to = m_layout == Layout::Table && action == MoveRight ? row : row + 1;
        break;
    case MoveUp:
        to = row >= shape.columns ? row - shape.columns : row;
        break;
    case MoveDown:
        // From the last full line down to the last one of all.
        to = row / shape.columns < (count - 1) / shape.columns ? row + shape.columns : row;
        break;
    case MovePageUp:
        to = row >= page ? row - page : row % shape.columns;
        break;
    case MovePageDown:
        to = row + page;
        break;
    case MoveHome:
        to = 0;
        break;
    case MoveEnd:
        to = count - 1;
        break;
    }
    return model()->index(std::clamp(to, 0, count - 1), 0);
}

int LibraryView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

/// From one corner to the other in the order of the list, as text is selected.
void LibraryView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    if (rowCount() == 0)
        return;
    const auto [first, last] = std::minmax({rowNear(rect.topLeft()), rowNear(rect.bottomRight())});
    selectionModel()->select(QItemSelection(model()->index(first, 0), model()->index(last, 0)), command);
}

QRegion LibraryView::visualRegionForSelection(const QItemSelection&) const
{
    return viewport()->rect(); // as many as are on screen: telling them apart costs more than painting them
}

void LibraryView::updateGeometries()
{
    m_shown = grid();
    const Grid& shape = m_shown;
    const int lines = (rowCount() + shape.columns - 1) / shape.columns;
    const int height = viewport()->height();
    const int all = shape.margin + lines * shape.pitchY;
    verticalScrollBar()->setRange(0, std::max(0, all - height));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(m_layout == Layout::Table ? shape.pitchY : shape.pitchY / kLinesAStep);
    QAbstractItemView::updateGeometries();
}

void LibraryView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LibraryView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colour(Token::Panel));
    if (rowCount() == 0)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int last = rowNear(event->rect().bottomRight());
    for (int row = rowNear({0, event->rect().top()}); row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = rectOf(row);
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        itemDelegate()->paint(&painter, option, index);
    }
}

void LibraryView::resizeEvent(QResizeEvent* event)
{
    // What is at the top stays there, though it stands in another line now.
    const Grid before = m_shown;
    const int top = before.pitchY > 0 ? verticalOffset() / before.pitchY * before.columns : 0;
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    emit widthChanged(viewport()->width());
    if (top > 0 && top < rowCount() && m_shown.columns != before.columns)
        scrollTo(model()->index(top, 0), PositionAtTop);
}

void LibraryView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    emit currentRowChanged(current.isValid() ? current.row() : -1);
}

void LibraryView::selectionChanged(const QItemSelection&, const QItemSelection&)
{
    // Not the base class's: it would look at every row of the difference.
    viewport()->update();
    emit selectedChanged();
}

void LibraryView::dataChanged(const QModelIndex&, const QModelIndex&, const QList<int>&)
{
    viewport()->update();
}

/// What is at the top stays there.
void LibraryView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    const bool isAbove = verticalOffset() > 0 && start <= rowNear({0, grid().margin / 2});
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    if (isAbove)
        verticalScrollBar()->setValue(verticalOffset() + (end - start + 1) / columns() * grid().pitchY);
    viewport()->update();
    emit selectedChanged();
}

qsizetype LibraryView::selectedCount() const
{
    qsizetype count = 0;
    for (const auto& [first, last] : selectedRanges())
        count += last - first + 1;
    return count;
}

QList<std::pair<int, int>> LibraryView::selectedRanges() const
{
    QList<std::pair<int, int>> ranges;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange& range : selection)
        ranges.append({range.top(), range.bottom()});
    std::ranges::sort(ranges);
    return ranges;
}

} // namespace assay
