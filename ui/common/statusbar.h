// SPDX-License-Identifier: GPL-3.0-or-later
// StatusBar: the 28 px at the window's foot: what the current page says at the left and right, and the Keys
// button. GUI thread. Each page hands its widgets over once; the bar shows those of the current page, and
// what is said on every page.
#pragma once

#include "ui/common/surface.h"

#include <QHash>

class QAction;
class QHBoxLayout;

namespace assay {

/// What a page says in the status bar. Within a side, a nullptr is a separator.
struct StatusItems
{
    QList<QWidget*> left;
    QList<QWidget*> right;
};

class StatusBar : public Surface
{
    Q_OBJECT

public:
    explicit StatusBar(QAction* keysAction, QWidget* parent = nullptr);

    /// Takes the widgets over and shows them while the page with that id is current.
    void addItems(const QString& pageId, const StatusItems& items);
    void showItemsOf(const QString& pageId);
    /// At the right, on every page.
    void addEverywhere(QWidget* item);

private:
    QWidget* makeGroup(const QList<QWidget*>& items);

    QHBoxLayout* m_row;
    int m_everywhere = 1; ///< how many items at the right end are there on every page
    QHash<QString, QList<QWidget*>> m_groups;
};

} // namespace assay
