// SPDX-License-Identifier: GPL-3.0-or-later
// QueueView: the column of the queue: lanes with counts, search, order and client, the list. Where the window
// is small it is a column of thumbnails; searching opens it to its full width. GUI thread. The page decides
// what is open; the view says what was asked for.
#pragma once

#include "app/store/queue.h"

#include "ui/common/surface.h"

#include <QTimer>

#include <functional>

class QAction;
class QListView;
class QMenu;
class QStackedWidget;

namespace assay {

class FoldButton;
class LaneTabs;
class QueueDelegate;
class QueueModel;
class SearchField;
class TextLabel;
class Thumbnails;

class QueueView : public Surface
{
    Q_OBJECT

public:
    enum class Width { Full, Narrow };
    /// Gives the names for the client menu when it is opened.
    using ClientNames = std::function<QStringList()>;

    QueueView(QueueModel& model, Thumbnails& thumbnails, QAction* searchAction, QWidget* parent = nullptr);

    void setClientNames(ClientNames names) { m_clientNames = std::move(names); }
    void setWidth(Width width);
    void setCounts(const QueueCounts& counts);
    /// Shows the row as the current one and scrolls to it; -1: none.
    void setCurrentRow(int row);
    /// What is selected besides the current row, all of it in the order of the queue.
    QList<int> selectedRows() const;
    /// In the menu of the list.
    void addListAction(QAction* action);
    QueueFilter filter() const;
    /// What is looked for is said again, without a search being started.
    void setFilter(const QueueFilter& filter);

signals:
    void rowChosen(int row);
    void filterChosen(const assay::QueueFilter& filter);
    /// The search was left with Enter or Escape.
    void searchLeft();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeSearchRow(QAction* searchAction);
    QWidget* makeOrderRow();
    QWidget* makeNarrowHead();
    void makeList(Thumbnails& thumbnails);
    void fillClientMenu();
    void setClient(const std::optional<QString>& client);
    void applyWidth();
    void showEmptiness();

    QueueModel& m_model;
    ClientNames m_clientNames;
    LaneTabs* m_lanes;
    QWidget* m_searchRow = nullptr;
    SearchField* m_search = nullptr;
    QWidget* m_orderRow = nullptr;
    FoldButton* m_clientButton = nullptr;
    QMenu* m_clientMenu = nullptr;
    QWidget* m_narrowHead = nullptr;
    TextLabel* m_narrowCount = nullptr;
    QStackedWidget* m_stack;
    QListView* m_list;
    TextLabel* m_emptyText = nullptr;
    QueueDelegate* m_delegate;
    std::optional<QString> m_client;
    QTimer m_typing;
    Width m_width = Width::Full;
    bool m_isOpened = false; // narrow, but shown in full while searching
};

} // namespace assay
