// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewActions: what can be done on the review page, each with its text, key, icon and object name, in the
// groups in which menu and keys sheet show them. GUI thread, owned by the page. Its keys act within the page
// only, and never while one is typing in a field. It does nothing itself.
#pragma once

#include "ui/common/keyssheet.h"

#include <QAction>
#include <QList>
#include <QObject>

class QActionGroup;

namespace assay {

class ReviewActions : public QObject
{
    Q_OBJECT

public:
    static constexpr int kNumberKeys = 9;

    /// The keys act while the focus is in `page`, those of the checklist in the places given to nextOpenIn().
    explicit ReviewActions(QWidget* page);

    QAction* const accept;
    QAction* const revise;
    QAction* const reject;
    QAction* const undo;
    QAction* const redo;
    QAction* const previous;
    QAction* const next;
    QAction* const restMet;
    QAction* const nextOpen;
    QAction* const addConstraint;
    QAction* const moreConstraints;
    QAction* const saveToTemplate;
    QAction* const editConstraint;
    QAction* const removeConstraint;
    QAction* const note;
    QAction* const fit;
    QAction* const actualPixels;
    QAction* const zoomIn;
    QAction* const zoomOut;
    QAction* const details;
    QAction* const search;
    QAction* const readMetadata;
    QAction* const autoAdvance;
    QAction* const mostOffered; ///< has a menu of numbers; which one was chosen says mostOfferedChosen()
    QList<QAction*> answers;    ///< 1 to 9

    /// Tab goes to the next open constraint while the focus is in one of these; elsewhere it moves the focus.
    void nextOpenIn(const QList<QWidget*>& places);

    /// The keys that edit and remove a constraint act while the focus is in there.
    void editIn(QWidget* place);

    /// Marks the number in the menu.
    void setMostOffered(int most);

    const QList<ActionGroup>& groups() const { return m_groups; }

signals:
    /// So many constraints are to be offered at most.
    void mostOfferedChosen(int most);

private:
    struct Look
    {
        const char* name;
        const char* text;
        const char* icon = "";
    };

    QAction* make(const Look& look, const QList<QKeySequence>& keys);
    void makeAnswers();
    void makeMostOffered();
    void repeatOnly(const QList<QAction*>& repeating);

    QWidget* m_page;
    QActionGroup* m_mostOffered;
    QList<ActionGroup> m_groups;
};

} // namespace assay
