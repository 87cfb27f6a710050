// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/verdictbar.h"

#include "ui/review/notefield.h"
#include "ui/review/openimage.h"
#include "ui/review/undoline.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kSide = 16;
constexpr int kNoteHeight = 54;
constexpr int kCompactNoteHeight = 34;

} // namespace

VerdictBar::VerdictBar(OpenImage& image, const Actions& actions, QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_image(image)
    , m_note(new NoteField(actions.note, this))
    , m_buttons{new VerdictButton(Disposition::Accepted, actions.accept, this),
                new VerdictButton(Disposition::Revised, actions.revise, this),
                new VerdictButton(Disposition::Rejected, actions.reject, this)}
    , m_undo(new UndoLine(actions.undo, this))
{
    setObjectName(QStringLiteral("verdictBar"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, 8, kSide, 12);
    column->setSpacing(8);
    column->addWidget(m_note);
    m_row = new QHBoxLayout;
    m_row->setSpacing(8);
    for (VerdictButton* button : std::as_const(m_buttons))
        m_row->addWidget(button, 1);
    column->addLayout(m_row);
    column->addWidget(m_undo);
    setDensity(VerdictButton::Density::Regular);

    connect(&image, &OpenImage::opened, this, [this] {
        m_note->setPlainText(m_image.note());
        m_note->setEnabled(m_image.isOpen());
    });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (m_image.isOpen())
            m_image.setNote(m_note->toPlainText());
    });
    connect(actions.note, &QAction::triggered, m_note, [this] { m_note->setFocus(Qt::ShortcutFocusReason); });
}

void VerdictBar::setDensity(VerdictButton::Density density)
{
    const bool isCompact = density == VerdictButton::Density::Compact;
    m_note->setFixedHeight(isCompact ? kCompactNoteHeight : kNoteHeight);
    for (VerdictButton* button : std::as_const(m_buttons))
        button->setDensity(density);
    m_undo->setWords(isCompact ? UndoLine::Words::Short : UndoLine::Words::Full);
    m_row->setContentsMargins(0, isCompact ? 0 : 4, 0, 0);
    layout()->setContentsMargins(isCompact ? 12 : kSide, isCompact ? 4 : 8, isCompact ? 12 : kSide, 12);
}

void VerdictBar::setUndoText(const QString& text)
{
    m_undo->setTarget(text);
}

} // namespace assay
