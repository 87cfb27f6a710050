// SPDX-License-Identifier: GPL-3.0-or-later
// OverlayScrollBar: a scroll bar that lies over the right edge of an item view instead of taking its width,
// shown while the pointer is over the view. GUI thread; the view owns it and keeps its own bar hidden.
#pragma once

#include <QScrollBar>

class QAbstractScrollArea;

namespace assay {

class OverlayScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit OverlayScrollBar(QAbstractScrollArea* area);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();

    QAbstractScrollArea* m_area;
};

} // namespace assay
