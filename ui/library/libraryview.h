// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryView: the generations as a grid of tiles or as a table, with one selection for both. Places are
// computed and not kept, so a million rows cost what is on screen. GUI thread; the page owns it. Arrows move,
// Shift and Ctrl select, Ctrl+A selects all without reading any.
#pragma once

#include <QAbstractItemView>

namespace assay {

class LibraryDelegate;
class LibraryModel;

class LibraryView : public QAbstractItemView
{
    Q_OBJECT

public:
    enum class Layout { Grid, Table };

    LibraryView(LibraryModel* model, LibraryDelegate* delegate, QWidget* parent = nullptr);

    void setShownLayout(Layout layout);
    Layout shownLayout() const { return m_layout; }
    int columns() const;
    /// How many rows are selected; the rows, in ranges of first and last, in order.
    qsizetype selectedCount() const;
    QList<std::pair<int, int>> selectedRanges() const;

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;
    void keyboardSearch(const QString&) override {} // letters are keys of the page
    void setModel(QAbstractItemModel* model) override;

signals:
    void currentRowChanged(int row); ///< -1: none
    void selectedChanged();
    void widthChanged(int width); ///< of what is beside the scroll bar

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;

private:
    struct Grid
    {
        int columns = 1;
        QSize cell{};
        int pitchX = 0;
        int pitchY = 0;
        int margin = 0;
    };

    Grid grid() const;
    QRect rectOf(int row) const; ///< in the viewport
    int rowNear(const QPoint& point) const;
    int rowCount() const;

    Layout m_layout = Layout::Grid;
    Grid m_shown; ///< as of the last placing
};

} // namespace assay
