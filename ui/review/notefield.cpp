// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/notefield.h"

#include "ui/common/keybadge.h"
#include "ui/common/type.h"

#include <QKeyEvent>
#include <QTextDocument>

namespace assay {

namespace {

constexpr int kBadgeInset = 8;
constexpr int kBadgeTop = 7;

} // namespace

NoteField::NoteField(QAction* focusAction, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_badge(new KeyBadge(focusAction, this))
{
    setObjectName(QStringLiteral("noteField"));
    setAccessibleName(tr("Note"));
    setPlaceholderText(tr("Add a note"));
    setFont(assay::font(TextStyle::Body));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it follows the cursor
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(4);
    setViewportMargins(0, 0, m_badge->sizeHint().width() + kBadgeInset, 0);
}

bool NoteField::event(QEvent* event)
{
    // Keys without Ctrl or Alt are text; only the frame's own shortcuts still act.
    if (event->type() == QEvent::ShortcutOverride) {
        const Qt::KeyboardModifiers modifiers = static_cast<QKeyEvent*>(event)->modifiers();
        if (!modifiers.testFlag(Qt::ControlModifier) && !modifiers.testFlag(Qt::AltModifier)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void NoteField::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isLeaving =
        event->key() == Qt::Key_Escape || (isEnter && event->modifiers().testFlag(Qt::ControlModifier));
    if (isLeaving)
        emit left();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    m_badge->resize(m_badge->sizeHint());
    m_badge->move(width() - kBadgeInset - m_badge->width(), kBadgeTop);
}

} // namespace assay
