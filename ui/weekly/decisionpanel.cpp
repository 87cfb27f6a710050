// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/decisionpanel.h"

#include "ui/common/buttons.h"
#include "ui/common/marklabel.h"
#include "ui/common/textlabel.h"
#include "ui/review/notefield.h"
#include "ui/weekly/decisionbutton.h"
#include "ui/weekly/weeklywords.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace assay {

namespace {

constexpr int kLeastNote = 52;
constexpr int kMostNote = 132; ///< a longer one scrolls
constexpr int kMostBefore = 2; ///< of the same alert; the weeks before have the others
constexpr int kNoteFrame = 16; ///< above and below its lines

constexpr std::array kDecisions{AlertDecision::FlagRaised, AlertDecision::Explained, AlertDecision::Ignored};

/// As high as its lines, within limits.
int fittingHeight(const QPlainTextEdit* field)
{
    const QAbstractTextDocumentLayout* layout = field->document()->documentLayout();
    int lines = 0;
    for (QTextBlock block = field->document()->begin(); block.isValid(); block = block.next()) {
        layout->blockBoundingRect(block); // breaks its lines, where that was not needed yet
        lines += std::max(1, block.layout()->lineCount());
    }
    return std::clamp(lines * field->fontMetrics().lineSpacing() + kNoteFrame, kLeastNote, kMostNote);
}

void setText(QPlainTextEdit* field, const QString& text)
{
    if (field->toPlainText() != text)
        field->setPlainText(text);
}

} // namespace

DecisionPanel::DecisionPanel(const DecisionActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_state(new MarkLabel(MarkLabel::Look::Plain, this))
    , m_signedNote(new QPlainTextEdit(this))
    , m_note(new NoteField(actions.note, this))
    , m_add(makeButton(tr("Add note"), ButtonKind::Small, QStringLiteral("note"), this))
    , m_lines(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    buildHead(column);
    buildButtons(actions, column);
    for (QPlainTextEdit* field : {m_signedNote, static_cast<QPlainTextEdit*>(m_note)}) {
        field->setFont(assay::font(TextStyle::Second));
        field->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        column->addWidget(field);
        connect(field, &QPlainTextEdit::textChanged, this, &DecisionPanel::fitNote);
        connect(field->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
                &DecisionPanel::fitNote); // other lines in another width
    }
    m_signedNote->setObjectName(QStringLiteral("signedNote"));
    m_signedNote->setAccessibleName(tr("Signed note"));
    m_signedNote->setReadOnly(true);
    m_signedNote->setTabChangesFocus(true);
    m_signedNote->document()->setDocumentMargin(m_note->document()->documentMargin());
    m_note->setObjectName(QStringLiteral("weekNote"));
    m_add->setObjectName(QStringLiteral("addWeekNote"));
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_lines->setSpacing(4);
    column->addLayout(m_lines);
    column->addStretch();
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { emit noteChanged(m_note->toPlainText()); });
    connect(m_note, &NoteField::left, this, &DecisionPanel::noteLeft);
    connect(m_add, &QPushButton::clicked, this, &DecisionPanel::takeNote);
    showState();
}

void DecisionPanel::buildHead(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new TextLabel(tr("Decision"), TextStyle::Label, Token::Text3, this), 1);
    m_state->setMarkSide(14);
    head->addWidget(m_state);
    column->addLayout(head);
}

void DecisionPanel::buildButtons(const DecisionActions& actions, QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_buttons = {new DecisionButton(decisionText(AlertDecision::FlagRaised), QStringLiteral("flag"),
                                    actions.flag, this),
                 new DecisionButton(decisionText(AlertDecision::Explained), QStringLiteral("info"),
                                    actions.explain, this),
                 new DecisionButton(decisionText(AlertDecision::Ignored), QStringLiteral("minus"),
                                    actions.ignore, this)};
    for (size_t i = 0; i < kDecisions.size(); ++i) {
        DecisionButton* button = m_buttons[qsizetype(i)];
        button->setObjectName(QStringLiteral("decide_") + toText(kDecisions[i]));
        row->addWidget(button, 1);
        connect(button, &QAbstractButton::clicked, this, [this, i] { setDecision(kDecisions[i]); });
    }
    column->addLayout(row);
}

void DecisionPanel::setContent(const DecisionContent& content)
{
    m_content = content;
    const QSignalBlocker blocker(m_note); // only what a person writes is news
    const bool isSigned = content.mode == DecisionContent::Mode::Signed;
    setText(m_signedNote, isSigned ? content.note : QString());
    setText(m_note, isSigned ? content.addedNote : content.note);
    m_note->setPlaceholderText(isSigned ? tr("Add a note; what was signed stays")
                                        : tr("Why? What is done about it, and by whom?"));
    showState();
    showLines();
    fitNote();
}

void DecisionPanel::setDecision(AlertDecision decision)
{
    const bool canDecide = m_content.mode == DecisionContent::Mode::Open;
    const bool isNew = canDecide && m_content.decision != decision;
    if (isNew)
        m_content.decision = decision;
    showState(); // a button pressed again stays down
    if (isNew)
        emit decided(decision);
}

void DecisionPanel::focusNote()
{
    if (m_note->isEnabled())
        m_note->setFocus(Qt::ShortcutFocusReason);
}

QWidgetList DecisionPanel::focusChain() const
{
    return {m_signedNote, m_note, m_add};
}

void DecisionPanel::showState()
{
    const bool isOpen = m_content.mode == DecisionContent::Mode::Open;
    const bool isSigned = m_content.mode == DecisionContent::Mode::Signed;
    for (size_t i = 0; i < kDecisions.size(); ++i) {
        m_buttons[qsizetype(i)]->setChecked(m_content.decision == kDecisions[i]);
        m_buttons[qsizetype(i)]->setEnabled(isOpen);
    }
    if (m_content.mode == DecisionContent::Mode::Locked)
        m_state->setState(Mark::Open, tr("When the week is settled"));
    else if (m_content.decision)
        m_state->setState(Mark::Resolved, isSigned ? tr("Signed") : tr("Decided"));
    else
        m_state->setState(Mark::Pending, isSigned ? tr("Not decided when signed") : tr("Still open"));
    m_state->setTextToken(m_content.decision || !isOpen ? Token::Text2 : Token::Warn);
    m_signedNote->setVisible(isSigned && !m_content.note.isEmpty());
    m_note->setEnabled(isOpen || (isSigned && m_content.decision)); // a note is about a decision
    m_note->setVisible(!isSigned || m_content.decision);
    m_add->setVisible(isSigned && m_content.decision);
    m_add->setEnabled(isSigned && !m_note->toPlainText().trimmed().isEmpty());
}

void DecisionPanel::showLines()
{
    while (m_lines->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_lines->takeAt(0));
        delete item->widget();
    }
    const auto add = [this](const QString& text, const QString& name) {
        auto* label = new TextLabel(text, TextStyle::Second, Token::Text2, this);
        label->setObjectName(name);
        label->setWordWrap(true);
        m_lines->addWidget(label);
    };
    for (const QString& line : m_content.later)
        add(line, QStringLiteral("laterNote"));
    for (const QString& line : m_content.before.mid(0, kMostBefore))
        add(line, QStringLiteral("previousNote"));
    if (const qsizetype more = m_content.before.size() - kMostBefore; more > 0)
        add(more == 1 ? tr("1 more in the weeks before") : tr("%1 more in the weeks before").arg(more),
            QStringLiteral("previousCount"));
}

void DecisionPanel::fitNote()
{
    for (QPlainTextEdit* field : {m_signedNote, static_cast<QPlainTextEdit*>(m_note)})
        field->setFixedHeight(fittingHeight(field));
    m_add->setEnabled(m_content.mode == DecisionContent::Mode::Signed &&
                      !m_note->toPlainText().trimmed().isEmpty());
}

void DecisionPanel::takeNote()
{
    const QString note = m_note->toPlainText().trimmed();
    if (!note.isEmpty())
        emit noteAdded(note);
}

} // namespace assay
