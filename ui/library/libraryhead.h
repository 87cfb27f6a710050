// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryHead: what stands above the generations: search with how many match, grid or table, where one came
// from and what is shown, the order; above a table its column titles. GUI thread. It says what was asked for.
#pragma once

#include "app/store/libraryfilter.h"
#include "ui/common/surface.h"

#include <QTimer>

class QAction;
class QPushButton;

namespace assay {

class FoldButton;
class SearchField;
class SegmentedControl;
class TableTitles;
class TextLabel;

class LibraryHead : public Surface
{
    Q_OBJECT

public:
    enum class Shape { Grid, Table };

    explicit LibraryHead(QAction* searchAction, QWidget* parent = nullptr);

    QString search() const;
    void setSearch(const QString& words); ///< without a signal
    LibrarySort sort() const { return m_sort; }
    void setSort(LibrarySort sort); ///< without a signal
    Shape shape() const;
    void setShape(Shape shape);
    /// "231 of 1,004,212".
    void setNote(const QString& note);
    /// `from`: the page one came from; empty: none.
    void setTitle(const QString& from, const QString& title);
    /// Of the table's lines, which the titles stand above.
    void setLinesWidth(int width);
    void setFiltersHidden(bool areHidden);
    SearchField* searchField() const { return m_search; }

signals:
    void searchChanged();
    void searchLeft(); ///< with Enter, Down or Escape
    void sortChosen();
    void shapeChosen();
    void backRequested();
    void filtersRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeSearchRow(QAction* searchAction);
    QWidget* makeTitleRow();
    void showSortMenu();
    void chooseSort(LibrarySort sort);

    LibrarySort m_sort = LibrarySort::Newest;
    SearchField* m_search = nullptr;
    SegmentedControl* m_shape = nullptr;
    QPushButton* m_filters = nullptr;
    QPushButton* m_back = nullptr;
    TextLabel* m_slash = nullptr;
    TextLabel* m_title = nullptr;
    FoldButton* m_order = nullptr;
    TableTitles* m_titles = nullptr;
    QTimer m_typing;
};

} // namespace assay
