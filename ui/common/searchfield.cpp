// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/searchfield.h"

#include "ui/common/icons.h"
#include "ui/common/keybadge.h"
#include "ui/common/type.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace assay {

namespace {

constexpr int kIconSide = 16;
constexpr int kTextLeft = 23; ///< beside the field's own padding
constexpr int kBadgeRight = 9;
constexpr int kBadgeRoom = 28;
constexpr int kNoteGap = 10;

} // namespace

SearchField::SearchField(const QString& placeholder, QAction* focusAction, QWidget* parent)
    : QLineEdit(parent)
    , m_badge(new KeyBadge(focusAction, this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setTextMargins(kTextLeft, 0, kBadgeRoom, 0);
    connect(this, &QLineEdit::textChanged, this, [this] { m_badge->setVisible(text().isEmpty()); });
    connect(focusAction, &QAction::triggered, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

void SearchField::setNote(const QString& note)
{
    m_note = note;
    setTextMargins(kTextLeft, 0, kBadgeRoom + noteWidth(), 0);
    setAccessibleDescription(note);
    update();
}

int SearchField::noteWidth() const
{
    return m_note.isEmpty()
               ? 0
               : QFontMetrics(assay::font(TextStyle::Second)).horizontalAdvance(m_note) + 2 * kNoteGap;
}

/// Escape empties the field before it means anything else on the page.
bool SearchField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    placeBadge();
}

void SearchField::placeBadge()
{
    m_badge->resize(m_badge->sizeHint());
    m_badge->move(width() - kBadgeRight - m_badge->width(), (height() - m_badge->height()) / 2);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(&painter, QRect(9, 0, kIconSide, height()), QStringLiteral("search"), Token::Text2, kIconSide);
    if (m_note.isEmpty())
        return;
    painter.setFont(assay::font(TextStyle::Second));
    painter.setPen(colour(Token::Text2));
    painter.drawText(rect().adjusted(0, 0, -kBadgeRoom - kNoteGap, 0),
                     int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, m_note);
}

} // namespace assay
