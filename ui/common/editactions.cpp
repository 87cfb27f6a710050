// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/editactions.h"

#include <QAction>
#include <QApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace assay {

namespace {

constexpr const char* kSlotProperty = "slot";

bool has(const QWidget* widget, const QByteArray& slot)
{
    const QByteArray signature = slot + "()";
    return widget && widget->metaObject()->indexOfMethod(signature.constData()) >= 0;
}

} // namespace

EditActions::EditActions(QWidget* window)
    : QObject(window)
{
    struct Entry
    {
        QString text;
        QByteArray slot;
        QKeySequence::StandardKey key;
    };
    const Entry entries[] = {{tr("Cut"), "cut", QKeySequence::Cut},
                             {tr("Copy"), "copy", QKeySequence::Copy},
                             {tr("Paste"), "paste", QKeySequence::Paste},
                             {tr("Select all"), "selectAll", QKeySequence::SelectAll}};
    for (const Entry& entry : entries) {
        auto* action = new QAction(entry.text, window);
        action->setObjectName(QStringLiteral("edit.") + QString::fromLatin1(entry.slot));
        action->setProperty(kSlotProperty, entry.slot);
        action->setShortcut(entry.key);
        connect(action, &QAction::triggered, this, [this, slot = entry.slot] {
            if (m_field)
                QMetaObject::invokeMethod(m_field, slot.constData());
        });
        m_actions << action;
    }
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    follow(QApplication::focusWidget());
}

void EditActions::follow(QWidget* focus)
{
    if (qobject_cast<QMenu*>(focus) || qobject_cast<QMenuBar*>(focus))
        return;
    m_field = focus;
    for (QAction* action : std::as_const(m_actions))
        action->setEnabled(has(focus, action->property(kSlotProperty).toByteArray()));
}

} // namespace assay
