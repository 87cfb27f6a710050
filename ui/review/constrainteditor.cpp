// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/constrainteditor.h"

#include "ui/common/buttons.h"
#include "ui/common/constraintwords.h"
#include "ui/common/theme.h"
#include "ui/review/checklistrow.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace assay {

namespace {

constexpr int kSide = 16;
constexpr int kLongestStatement = 200;

/// A constraint cannot hang on itself or on one that hangs on it.
bool hangsOn(const Checklist& checklist, QString key, const QString& ancestor)
{
    for (qsizetype step = 0; step <= checklist.size() && !key.isEmpty(); ++step) {
        if (key == ancestor)
            return true;
        QString next;
        for (const Constraint& constraint : checklist) {
            if (constraint.key == key)
                next = constraint.parent;
        }
        key = next;
    }
    return false;
}

} // namespace

ConstraintEditor::ConstraintEditor(const Checklist& checklist, const Constraint& edited, QWidget* parent)
    : QWidget(parent)
    , m_edited(edited)
    , m_kind(new QComboBox(this))
    , m_statement(new QLineEdit(edited.statement, this))
    , m_parent(new QComboBox(this))
    , m_save(makeButton(tr("Save"), ButtonKind::Small, {}, this))
    , m_cancel(makeButton(tr("Cancel"), ButtonKind::Small, {}, this))
{
    setObjectName(QStringLiteral("constraintEditor"));
    m_kind->setObjectName(QStringLiteral("constraintKind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_statement->setObjectName(QStringLiteral("constraintStatement"));
    m_statement->setAccessibleName(tr("What has to be true"));
    m_statement->setPlaceholderText(tr("For example: three mugs"));
    m_statement->setMaxLength(kLongestStatement);
    m_parent->setObjectName(QStringLiteral("constraintParent"));
    m_parent->setAccessibleName(tr("Only when this one is met"));
    m_save->setObjectName(QStringLiteral("saveConstraint"));
    m_cancel->setObjectName(QStringLiteral("cancelConstraint"));
    fillKinds();
    fillParents(checklist);
    arrange();
    connect(m_save, &QPushButton::clicked, this, &ConstraintEditor::save);
    connect(m_cancel, &QPushButton::clicked, this, &ConstraintEditor::cancelled);
    setFocusProxy(m_statement);
}

void ConstraintEditor::fillKinds()
{
    for (const ConstraintKind kind :
         {ConstraintKind::Count, ConstraintKind::Colour, ConstraintKind::Position, ConstraintKind::Text,
          ConstraintKind::Presence, ConstraintKind::Attribute, ConstraintKind::Other})
        m_kind->addItem(kindText(kind), int(kind));
    m_kind->setCurrentIndex(m_kind->findData(int(m_edited.kind)));
}

void ConstraintEditor::fillParents(const Checklist& checklist)
{
    m_parent->addItem(tr("on its own"), QString());
    for (int i = 0; i < checklist.size(); ++i) {
        const Constraint& other = checklist.at(i);
        if (m_edited.key.isEmpty() || !hangsOn(checklist, other.key, m_edited.key))
            m_parent->addItem(tr("part of %1 %2").arg(i + 1).arg(other.statement), other.key);
    }
    m_parent->setCurrentIndex(std::max(0, m_parent->findData(m_edited.parent)));
}

void ConstraintEditor::arrange()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, 8, kSide, 8);
    column->setSpacing(8);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_kind);
    first->addWidget(m_statement, 1);
    column->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(8);
    m_parent->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    second->addWidget(m_parent, 1);
    second->addWidget(m_cancel);
    second->addWidget(m_save);
    column->addLayout(second);
    setTabOrder(m_kind, m_statement);
    setTabOrder(m_statement, m_parent);
    setTabOrder(m_parent, m_save);
    setTabOrder(m_save, m_cancel);
}

void ConstraintEditor::save()
{
    m_edited.statement = m_statement->text().simplified();
    if (m_edited.statement.isEmpty()) {
        m_statement->setFocus();
        return;
    }
    m_edited.kind = ConstraintKind(m_kind->currentData().toInt());
    m_edited.parent = m_parent->currentData().toString();
    emit saved(m_edited);
}

bool ConstraintEditor::event(QEvent* event)
{
    // Whatever is pressed in here is meant for here: "a" chooses a kind, it does not accept the image.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!key->modifiers().testFlag(Qt::ControlModifier) && !key->modifiers().testFlag(Qt::AltModifier)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ConstraintEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_cancel->hasFocus() ? emit cancelled() : save();
    else
        QWidget::keyPressEvent(event);
}

void ConstraintEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Raised));
}

} // namespace assay
