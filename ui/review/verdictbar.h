// SPDX-License-Identifier: GPL-3.0-or-later
// VerdictBar: note, the three verdicts, and what undo would take back. Pinned below the checklist. GUI
// thread. It triggers the page's actions and saves nothing.
#pragma once

#include "ui/common/surface.h"
#include "ui/review/verdictbutton.h"

#include <QList>

class QHBoxLayout;

namespace assay {

class NoteField;
class OpenImage;
class UndoLine;

class VerdictBar : public Surface
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction* accept;
        QAction* revise;
        QAction* reject;
        QAction* note;
        QAction* undo;
    };

    VerdictBar(OpenImage& image, const Actions& actions, QWidget* parent = nullptr);

    void setDensity(VerdictButton::Density density);
    /// The verdict that undo takes back, in words; empty: nothing to undo.
    void setUndoText(const QString& text);
    NoteField* noteField() const { return m_note; }

private:
    OpenImage& m_image;
    NoteField* m_note;
    QList<VerdictButton*> m_buttons;
    QHBoxLayout* m_row = nullptr;
    UndoLine* m_undo;
};

} // namespace assay
