// SPDX-License-Identifier: GPL-3.0-or-later
// TopBar: the 32 px at the window's head: the menu bar, what is not saved, the workspace and the reviewer.
// GUI thread.
#pragma once

#include "ui/common/surface.h"

class QAbstractButton;
class QAction;
class QMenuBar;

namespace assay {

class MarkLabel;
class TextLabel;

class TopBar : public Surface
{
    Q_OBJECT

public:
    /// `reviewerAction` is triggered by the button that shows the reviewer's name.
    explicit TopBar(QAction* reviewerAction, QWidget* parent = nullptr);

    QMenuBar* menuBar() const { return m_menuBar; }
    void setWorkspaceName(const QString& name); ///< empty: no workspace, nothing is shown
    void setReviewerName(const QString& name);
    void setNotSavedCount(int count);

private:
    void showParts();

    QMenuBar* m_menuBar;
    MarkLabel* m_notSaved;
    QWidget* m_workspaceLine;
    QWidget* m_workspaceIcon;
    TextLabel* m_workspace;
    QWidget* m_reviewerLine;
    QAbstractButton* m_reviewer;
    int m_notSavedCount = 0;
};

} // namespace assay
