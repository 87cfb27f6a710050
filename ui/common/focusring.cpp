// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/focusring.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace assay {

namespace {

template<typename... Types>
bool isOneOf(const QObject* object)
{
    return (... || (qobject_cast<const Types*>(object) != nullptr));
}

bool showsFocusItself(const QWidget* widget)
{
    const QVariant wish = widget->property("focusRing");
    return (wish.isValid() && !wish.toBool()) || widget->isWindow() ||
           isOneOf<QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QPlainTextEdit, QAbstractItemView,
                   QMenu, QMenuBar>(widget);
}

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing()
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn && watched->isWidgetType()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        auto* widget = static_cast<QWidget*>(watched);
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            surround(isByKeyboard(reason) && !showsFocusItself(widget) ? widget : nullptr);
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::surround(QWidget* widget)
{
    if (!m_frame && widget)
        m_frame = new QFocusFrame(widget->window());
    if (m_frame)
        m_frame->setWidget(widget);
}

} // namespace assay
