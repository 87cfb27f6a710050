// SPDX-License-Identifier: GPL-3.0-or-later
// ListWindow: the shape of a window about a list of things of the workspace: title, words, a banner for what
// went wrong, the table or what to do where it is empty, buttons. GUI thread; never modal; deletes itself
// when closed. Escape closes it, Return in the table does what its first button does.
#pragma once

#include "ui/common/banner.h"

#include <QDialog>

#include <functional>

class QAbstractItemModel;
class QHBoxLayout;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace assay {

class EmptyState;
struct Problem;

struct ListWords
{
    QString title;
    QString words; ///< one or two sentences below the title
    QString emptyIcon;
    QString emptySentence;
    QString emptyNext;
};

class ListWindow : public QDialog
{
    Q_OBJECT

public:
    void showProblem(const Problem& problem);

protected:
    /// `name` begins the object names of its parts: "foldersTable", "foldersBanner".
    ListWindow(const QString& name, const ListWords& words, QWidget* parent);

    /// The model belongs to the window; its column `rest` takes the width that the others leave. Call it
    /// once.
    void setModel(QAbstractItemModel* model, int rest);
    QTableView* table() const { return m_table; }
    Banner* banner() const { return m_banner; }
    EmptyState* emptyState() const { return m_empty; }
    int currentRow() const; ///< -1: none
    void setCurrentRow(int row);
    /// Between the table and the buttons.
    void addBelowTable(QWidget* widget, int stretch = 0);
    /// At the left, in the order of the calls; `act` is called when it is pressed.
    QPushButton* addButton(const QString& text, const QString& name, std::function<void()> act);

    /// Another row is current, or none, or the rows are others.
    virtual void currentRowChanged() {}

private:
    void showEmptiness();

    QString m_name;
    Banner* m_banner;
    QStackedWidget* m_stack;
    QTableView* m_table;
    EmptyState* m_empty;
    QVBoxLayout* m_below;
    QHBoxLayout* m_buttons;
    QPushButton* m_first = nullptr;
};

} // namespace assay
