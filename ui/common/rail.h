// SPDX-License-Identifier: GPL-3.0-or-later
// Rail: the pages as icons with words at the window's left edge; narrow: icons with tool tips. GUI thread.
// It shows actions and follows them (checked = current page); it does not know the pages.
#pragma once

#include "ui/common/surface.h"

class QAction;
class QVBoxLayout;

namespace assay {

class RailButton;

class Rail : public Surface
{
    Q_OBJECT

public:
    enum class Width { Words, Icons }; ///< 64 or 48 px

    explicit Rail(QWidget* parent = nullptr);

    void addPageAction(QAction* action);       ///< at the top, in the order added
    void addBottomAction(QAction* action);     ///< at the foot
    void setBadge(QAction* action, int count); ///< 0: none
    void setWidth(Width width);

private:
    RailButton* addButton(QAction* action, int index);

    QVBoxLayout* m_column;
    QList<RailButton*> m_buttons;
    int m_pageCount = 0;
    Width m_width = Width::Words;
};

} // namespace assay
