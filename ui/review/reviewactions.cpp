// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewactions.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QWidget>

namespace assay {

namespace {

QKeySequence shifted(Qt::Key key)
{
    return QKeySequence(QKeyCombination(Qt::ShiftModifier, key));
}

QKeySequence control(Qt::Key key)
{
    return QKeySequence(QKeyCombination(Qt::ControlModifier, key));
}

QKeySequence controlShifted(Qt::Key key)
{
    return QKeySequence(QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, key));
}

} // namespace

ReviewActions::ReviewActions(QWidget* page)
    : QObject(page)
    , accept(make({"accept", QT_TR_NOOP("Accept")}, {Qt::Key_A}))
    , revise(make({"revise", QT_TR_NOOP("Revise")}, {Qt::Key_R}))
    , reject(make({"reject", QT_TR_NOOP("Reject")}, {Qt::Key_X}))
    , undo(make({"undo", QT_TR_NOOP("Undo verdict"), "undo"}, {Qt::Key_Z, control(Qt::Key_Z)}))
    , redo(make({"redo", QT_TR_NOOP("Redo verdict"), "redo"},
                {shifted(Qt::Key_Z), controlShifted(Qt::Key_Z), control(Qt::Key_Y)}))
    , previous(make({"previousImage", QT_TR_NOOP("Previous image"), "up"}, {Qt::Key_Left, Qt::Key_Up}))
    , next(make({"nextImage", QT_TR_NOOP("Next image"), "down"}, {Qt::Key_Right, Qt::Key_Down}))
    , restMet(make({"restMet", QT_TR_NOOP("Rest met")}, {Qt::Key_Space}))
    , nextOpen(make({"nextOpen", QT_TR_NOOP("Next open")}, {Qt::Key_Tab}))
    , addConstraint(make({"addConstraintAction", QT_TR_NOOP("Add constraint"), "plus"}, {Qt::Key_Insert}))
    , moreConstraints(make({"moreConstraintsAction", QT_TR_NOOP("More constraints"), "plus"}, {Qt::Key_M}))
    , saveToTemplate(make({"saveToTemplate", QT_TR_NOOP("Save checklist to template"), "tag"}, {Qt::Key_T}))
    , editConstraint(make({"editConstraint", QT_TR_NOOP("Edit constraint"), "note"}, {Qt::Key_F2}))
    , removeConstraint(make({"removeConstraint", QT_TR_NOOP("Remove constraint"), "cross"}, {Qt::Key_Delete}))
    , note(make({"note", QT_TR_NOOP("Note")}, {Qt::Key_N}))
    , fit(make({"fit", QT_TR_NOOP("Fit"), "fit"}, {Qt::Key_F}))
    , actualPixels(make({"actualPixels", QT_TR_NOOP("100 %"), "actual"}, {Qt::Key_0}))
    , zoomIn(make({"zoomIn", QT_TR_NOOP("Zoom in"), "plus"}, {Qt::Key_Plus, Qt::Key_Equal}))
    , zoomOut(make({"zoomOut", QT_TR_NOOP("Zoom out"), "minus"}, {Qt::Key_Minus}))
    , details(make({"details", QT_TR_NOOP("Details"), "info"}, {Qt::Key_I}))
    , search(make({"search", QT_TR_NOOP("Search prompts"), "search"}, {Qt::Key_Slash}))
    , readMetadata(make({"readMetadata", QT_TR_NOOP("Read metadata again"), "refresh"}, {Qt::Key_F5}))
    , autoAdvance(make({"autoAdvance", QT_TR_NOOP("Go to the next image after a verdict")}, {}))
    , mostOffered(make({"mostOffered", QT_TR_NOOP("Constraints offered at most")}, {}))
    , m_page(page)
    , m_mostOffered(new QActionGroup(this))
{
    fit->setCheckable(true);
    actualPixels->setCheckable(true);
    details->setCheckable(true);
    autoAdvance->setCheckable(true);
    autoAdvance->setChecked(true);
    makeAnswers();
    makeMostOffered();
    m_groups = {
        {tr("Verdict"), {accept, revise, reject, undo, redo, autoAdvance}},
        {tr("Checklist"), answers + QList{restMet, nextOpen, addConstraint, moreConstraints, editConstraint,
                                          removeConstraint, saveToTemplate, mostOffered, note}},
        {tr("Image"), {previous, next, fit, actualPixels, zoomIn, zoomOut, details, search, readMetadata}},
    };
    for (const ActionGroup& group : std::as_const(m_groups))
        page->addActions(group.actions);
    // These act in a part of the page only.
    for (QAction* action : {nextOpen, editConstraint, removeConstraint})
        page->removeAction(action);
    repeatOnly({previous, next, zoomIn, zoomOut});
}

/// A key that is held down must not judge images nobody looked at.
void ReviewActions::repeatOnly(const QList<QAction*>& repeating)
{
    for (const ActionGroup& group : std::as_const(m_groups)) {
        for (QAction* action : group.actions)
            action->setAutoRepeat(repeating.contains(action));
    }
}

QAction* ReviewActions::make(const Look& look, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(tr(look.text), this);
    action->setObjectName(QLatin1String(look.name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (*look.icon != '\0')
        action->setIcon(themedIcon(QLatin1String(look.icon)));
    return action;
}

void ReviewActions::makeAnswers()
{
    for (int number = 1; number <= kNumberKeys; ++number) {
        auto* action = new QAction(tr("Answer constraint %1").arg(number), this);
        action->setObjectName(QStringLiteral("answer%1").arg(number));
        action->setShortcut(QKeySequence(Qt::Key(Qt::Key_0 + number)));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        answers.append(action);
    }
}

void ReviewActions::makeMostOffered()
{
    auto* menu = new QMenu(m_page);
    for (const int most : {3, 5, 7, 9, 12, 15, 20}) {
        QAction* action = menu->addAction(formatCount(most));
        action->setObjectName(QStringLiteral("mostOffered%1").arg(most));
        action->setCheckable(true);
        action->setData(most);
        m_mostOffered->addAction(action);
        connect(action, &QAction::triggered, this, [this, most] { emit mostOfferedChosen(most); });
    }
    mostOffered->setMenu(menu);
}

void ReviewActions::setMostOffered(int most)
{
    for (QAction* action : m_mostOffered->actions())
        action->setChecked(action->data().toInt() == most);
}

void ReviewActions::nextOpenIn(const QList<QWidget*>& places)
{
    for (QWidget* place : places)
        place->addAction(nextOpen);
}

void ReviewActions::editIn(QWidget* place)
{
    place->addActions({editConstraint, removeConstraint});
}

} // namespace assay
