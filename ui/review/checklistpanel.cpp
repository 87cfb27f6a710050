// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/checklistpanel.h"

#include "ui/common/textlabel.h"
#include "ui/common/toolbutton.h"
#include "ui/review/constrainteditor.h"
#include "ui/review/openimage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kSide = 16;
constexpr int kToolPadding = 8; ///< that a ToolButton has by itself
constexpr int kCompactSide = 12;
constexpr int kHeadingHeight = 32;
constexpr int kFootHeight = 36;
constexpr int kCompactHeadingHeight = 28;
constexpr int kCompactFootHeight = 32;

} // namespace

ChecklistPanel::ChecklistPanel(OpenImage& image, const Actions& actions, QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_image(image)
    , m_answered(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_scroll(new QScrollArea(this))
    , m_moreAction(actions.more)
{
    setObjectName(QStringLiteral("checklistPanel"));
    setAccessibleName(tr("Checklist"));
    setFocusPolicy(Qt::StrongFocus);
    auto* content = new Surface(Token::Panel);
    m_rowsLayout = new QVBoxLayout(content);
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(0);
    m_foot = makeFoot(actions);
    m_rowsLayout->addWidget(m_foot);
    m_rowsLayout->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_heading = makeHeading(actions);
    column->addWidget(m_heading);
    column->addWidget(m_scroll, 1);
    setDensity(ChecklistRow::Density::Regular);

    connect(&image, &OpenImage::opened, this, &ChecklistPanel::rebuild);
    connect(&image, &OpenImage::checklistEdited, this, &ChecklistPanel::rebuild);
    connect(&image, &OpenImage::checksChanged, this, &ChecklistPanel::showAnswers);
    connect(&image, &OpenImage::pointedChanged, this, &ChecklistPanel::showAnswers);
    connect(&image, &OpenImage::currentChanged, this, [this] {
        showAnswers();
        showCurrent();
    });
}

QWidget* ChecklistPanel::makeHeading(const Actions& actions)
{
    auto* heading = new QWidget(this);
    auto* row = new QHBoxLayout(heading);
    row->setSpacing(8);
    row->addWidget(new TextLabel(tr("Checklist"), TextStyle::LabelSemibold, Token::Text3, heading));
    m_answered->setObjectName(QStringLiteral("answeredCount"));
    row->addWidget(m_answered);
    row->addStretch();
    row->addWidget(new ToolButton(actions.restMet, heading));
    return heading;
}

QWidget* ChecklistPanel::makeFoot(const Actions& actions)
{
    auto* foot = new QWidget;
    auto* rows = new QVBoxLayout(foot);
    rows->setSpacing(0);
    auto* more = new ToolButton(actions.more, foot);
    more->setObjectName(QStringLiteral("moreConstraints"));
    m_moreRow = makeRowOf(more);
    rows->addWidget(m_moreRow);
    m_footRow = new QWidget(foot);
    rows->addWidget(m_footRow);
    auto* row = new QHBoxLayout(m_footRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto* add = new ToolButton(actions.add, m_footRow);
    add->setObjectName(QStringLiteral("addConstraint"));
    row->addWidget(add);
    row->addStretch();
    m_nextOpen = new ToolButton(actions.nextOpen, m_footRow);
    row->addWidget(m_nextOpen);
    auto* save = new ToolButton(actions.saveToTemplate, foot);
    save->setObjectName(QStringLiteral("saveToTemplateButton"));
    m_templateRow = makeRowOf(save);
    rows->addWidget(m_templateRow);
    return foot;
}

/// Shown and hidden as a whole: a button follows its action.
QWidget* ChecklistPanel::makeRowOf(ToolButton* button)
{
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(button);
    row->addStretch();
    return holder;
}

void ChecklistPanel::setDensity(ChecklistRow::Density density)
{
    m_density = density;
    const bool isCompact = density == ChecklistRow::Density::Compact;
    const int side = isCompact ? kCompactSide : kSide;
    m_heading->setFixedHeight(isCompact ? kCompactHeadingHeight : kHeadingHeight);
    m_heading->layout()->setContentsMargins(side, 0, side - kToolPadding, 0);
    for (QWidget* row : {m_moreRow, m_footRow, m_templateRow})
        row->setFixedHeight(isCompact ? kCompactFootHeight : kFootHeight);
    m_foot->layout()->setContentsMargins(side + 3 - kToolPadding, 0, side - kToolPadding, 0);
    for (ChecklistRow* row : std::as_const(m_rows))
        row->setDensity(density);
}

void ChecklistPanel::rebuild()
{
    closeEditor();
    const int count = int(m_image.checklist().size());
    while (m_rows.size() > count)
        delete m_rows.takeLast();
    while (m_rows.size() < count) {
        ChecklistRow* row = makeRow();
        m_rowsLayout->insertWidget(int(m_rows.size()), row);
        m_rows.append(row);
    }
    m_foot->setVisible(m_image.isOpen());
    const int more = int(m_image.more().size());
    m_moreAction->setText(more > 0 ? tr("%1 more").arg(more) : tr("More constraints"));
    m_moreAction->setEnabled(more > 0);
    m_moreRow->setVisible(more > 0);
    m_templateRow->setVisible(m_image.isOpen() && m_image.isEdited() &&
                              !m_image.generation().promptTemplate.isEmpty());
    showAnswers();
    showCurrent();
}

ChecklistRow* ChecklistPanel::makeRow()
{
    auto* row = new ChecklistRow;
    row->setDensity(m_density);
    connect(row, &QAbstractButton::clicked, this, [this, row] { m_image.cycle(int(m_rows.indexOf(row))); });
    connect(row, &ChecklistRow::editRequested, this,
            [this, row] { editConstraint(int(m_rows.indexOf(row))); });
    connect(row, &ChecklistRow::pointedChanged, this,
            [this, row](bool isPointed) { m_image.setPointed(isPointed ? int(m_rows.indexOf(row)) : -1); });
    // Later: the row that asks is the one that goes.
    connect(
        row, &ChecklistRow::removeRequested, this,
        [this, row] { removeConstraint(int(m_rows.indexOf(row))); }, Qt::QueuedConnection);
    return row;
}

void ChecklistPanel::showAnswers()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const Constraint& constraint = m_image.checklist().at(i);
        m_rows.at(i)->setContent({i + 1, constraint, m_image.answer(i), !constraint.parent.isEmpty(),
                                  m_image.isFromTemplate(i), m_image.isMeasured(i), i == m_image.pointed()});
        m_rows.at(i)->setCurrent(i == m_image.current());
    }
    const int count = int(m_rows.size());
    m_answered->setText(count == 0 ? tr("nothing to check yet")
                                   : tr("%1 of %2 answered").arg(m_image.answeredCount()).arg(count));
}

void ChecklistPanel::showCurrent()
{
    if (m_image.current() >= 0 && m_image.current() < m_rows.size())
        m_scroll->ensureWidgetVisible(m_rows.at(m_image.current()), 0, 8);
}

void ChecklistPanel::addConstraint()
{
    if (m_image.isOpen())
        edit(Constraint{}, int(m_rows.size()));
}

void ChecklistPanel::editConstraint(int index)
{
    if (index >= 0 && index < m_rows.size())
        edit(m_image.checklist().at(index), index);
}

void ChecklistPanel::removeConstraint(int index)
{
    if (index >= 0 && index < m_rows.size())
        m_image.removeConstraint(index);
}

/// Puts the editor where the row is; `place` behind the last row adds one.
void ChecklistPanel::edit(const Constraint& constraint, int place)
{
    closeEditor();
    m_editor = new ConstraintEditor(m_image.checklist(), constraint);
    if (place < m_rows.size())
        m_rows.at(place)->hide();
    m_rowsLayout->insertWidget(place, m_editor);
    connect(
        m_editor, &ConstraintEditor::saved, this,
        [this, place](const Constraint& saved) {
            closeEditor();
            if (place < m_rows.size())
                m_image.replaceConstraint(place, saved);
            else
                m_image.addConstraint(saved);
            emit editingFinished();
        },
        Qt::QueuedConnection);
    connect(
        m_editor, &ConstraintEditor::cancelled, this,
        [this] {
            closeEditor();
            emit editingFinished();
        },
        Qt::QueuedConnection);
    m_editor->setFocus(Qt::OtherFocusReason);
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(m_editor, 0, 8);
}

void ChecklistPanel::closeEditor()
{
    delete m_editor;
    for (ChecklistRow* row : std::as_const(m_rows))
        row->show();
}

void ChecklistPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_image.cycle(m_image.current());
    else
        Surface::keyPressEvent(event);
}

} // namespace assay
