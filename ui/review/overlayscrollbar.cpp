// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/overlayscrollbar.h"

#include <QAbstractScrollArea>
#include <QEvent>

namespace assay {

namespace {

constexpr int kWidth = 10;

} // namespace

OverlayScrollBar::OverlayScrollBar(QAbstractScrollArea* area)
    : QScrollBar(Qt::Vertical, area)
    , m_area(area)
{
    hide();
    area->installEventFilter(this);
    QScrollBar* own = area->verticalScrollBar();
    connect(own, &QScrollBar::valueChanged, this, &QScrollBar::setValue);
    connect(own, &QScrollBar::rangeChanged, this, &OverlayScrollBar::follow);
    connect(this, &QScrollBar::valueChanged, own, &QScrollBar::setValue);
}

bool OverlayScrollBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Enter)
        follow();
    if (event->type() == QEvent::Enter)
        setVisible(maximum() > minimum());
    else if (event->type() == QEvent::Leave)
        hide();
    return QScrollBar::eventFilter(watched, event);
}

void OverlayScrollBar::follow()
{
    const QScrollBar* own = m_area->verticalScrollBar();
    setRange(own->minimum(), own->maximum());
    setPageStep(own->pageStep());
    setSingleStep(own->singleStep());
    setValue(own->value());
    setGeometry(m_area->width() - kWidth, 0, kWidth, m_area->height());
    raise();
}

} // namespace assay
