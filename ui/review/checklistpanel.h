// SPDX-License-Identifier: GPL-3.0-or-later
// ChecklistPanel: the constraints of the open image and their answers, scrolling; how many are answered; and
// a constraint being added or edited in place. GUI thread. It changes the open image only through OpenImage.
#pragma once

#include "ui/common/surface.h"
#include "ui/review/checklistrow.h"

#include <QList>
#include <QPointer>

class QAction;
class QScrollArea;
class QVBoxLayout;

namespace assay {

class ConstraintEditor;
class OpenImage;
class TextLabel;
class ToolButton;

class ChecklistPanel : public Surface
{
    Q_OBJECT

public:
    /// The actions shown at the panel's edges; they are the page's.
    struct Actions
    {
        QAction* restMet;
        QAction* nextOpen;
        QAction* add;
        QAction* more;
        QAction* saveToTemplate; ///< shown once the reviewer changed the list
    };

    ChecklistPanel(OpenImage& image, const Actions& actions, QWidget* parent = nullptr);

    void setDensity(ChecklistRow::Density density);
    void addConstraint();
    void editConstraint(int index);
    void removeConstraint(int index);
    bool isEditing() const { return !m_editor.isNull(); }

signals:
    /// The editor was left; the page takes the keyboard back.
    void editingFinished();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHeading(const Actions& actions);
    QWidget* makeFoot(const Actions& actions);
    static QWidget* makeRowOf(ToolButton* button);
    void rebuild();
    void showAnswers();
    ChecklistRow* makeRow();
    void edit(const Constraint& constraint, int place);
    void closeEditor();
    void showCurrent();

    OpenImage& m_image;
    TextLabel* m_answered;
    QScrollArea* m_scroll;
    QVBoxLayout* m_rowsLayout;
    QList<ChecklistRow*> m_rows;
    QPointer<ConstraintEditor> m_editor;
    ToolButton* m_nextOpen = nullptr;
    QAction* m_moreAction;
    QWidget* m_moreRow = nullptr;
    QWidget* m_templateRow = nullptr;
    QWidget* m_heading = nullptr;
    QWidget* m_foot = nullptr;
    QWidget* m_footRow = nullptr;
    ChecklistRow::Density m_density = ChecklistRow::Density::Regular;
};

} // namespace assay
