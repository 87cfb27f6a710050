// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keyssheet.h"

#include "ui/common/keybadge.h"
#include "ui/common/textlabel.h"

#include <QAction>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace assay {

namespace {

bool hasKey(const QAction* action)
{
    return !action->shortcut().isEmpty() && !action->iconText().isEmpty();
}

void addAction(QGridLayout* grid, QAction* action)
{
    QWidget* parent = grid->parentWidget();
    const int row = grid->rowCount();
    auto* name = new TextLabel(action->iconText(), TextStyle::Body, Token::Text, parent);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(4);
    const QList<QKeySequence> keys = action->shortcuts();
    for (const QKeySequence& key : keys)
        badges->addWidget(new KeyBadge(keyText(key), parent));
    badges->addStretch();
    grid->addLayout(badges, row, 0);
    grid->addWidget(name, row, 1);
}

void addGroup(QGridLayout* grid, const ActionGroup& group)
{
    QList<QAction*> withKeys;
    for (QAction* action : group.actions) {
        if (hasKey(action) && !withKeys.contains(action))
            withKeys << action;
    }
    if (withKeys.isEmpty())
        return;
    auto* title = new TextLabel(group.title, TextStyle::SecondSemibold, Token::Text3, grid->parentWidget());
    const int row = grid->rowCount();
    grid->setRowMinimumHeight(row, 32);
    grid->addWidget(title, row, 0, 1, 2, Qt::AlignBottom);
    for (QAction* action : std::as_const(withKeys))
        addAction(grid, action);
}

} // namespace

KeysSheet::KeysSheet(const QList<ActionGroup>& groups, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("keysSheet"));
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(24, 0, 24, 24);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const ActionGroup& group : groups)
        addGroup(grid, group);
    grid->setRowStretch(grid->rowCount(), 1);

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("keysSheetList"));
    scroll->setAccessibleName(tr("Keys"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    resize(420, 560);
}

} // namespace assay
