// SPDX-License-Identifier: GPL-3.0-or-later
// EditActions: cut, copy, paste and select all for whichever text field has the focus. GUI thread.
#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace assay {

class EditActions : public QObject
{
    Q_OBJECT

public:
    explicit EditActions(QWidget* window);

    QList<QAction*> actions() const { return m_actions; }

private:
    void follow(QWidget* focus);

    QList<QAction*> m_actions;
    QPointer<QWidget> m_field; ///< stays the field while a menu has the focus
};

} // namespace assay
