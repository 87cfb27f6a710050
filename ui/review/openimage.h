// SPDX-License-Identifier: GPL-3.0-or-later
// OpenImage: the image in front of the reviewer with the ticks and the note as they stand now. The checklist
// panel, the prompt and the note field show it and change it; the page turns it into a verdict or a draft.
// GUI thread, owned by the page. It reads and saves nothing itself.
#pragma once

#include "app/domain/generation.h"
#include "app/domain/review.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace assay {

class OpenImage : public QObject
{
    Q_OBJECT

public:
    struct Content
    {
        Generation generation;
        std::optional<Review> review; ///< in force
        ReviewDraft draft;            ///< newer than the review; empty: none
        bool isDrafted = false;       ///< the checklist was drafted from the prompt and is stored nowhere yet
        Checklist more;               ///< drafted as well, and folded away
        QStringList templateKeys;     ///< of the constraints that were saved with the template
        QList<PromptSpan> variables;  ///< words that the template's variables were filled with
    };

    explicit OpenImage(QObject* parent = nullptr);

    void open(const Content& content);
    void close(); ///< nothing is open

    bool isOpen() const { return m_content.has_value(); }
    const Generation& generation() const { return m_content->generation; }
    GenerationId id() const { return m_content ? m_content->generation.id : GenerationId{}; }
    const std::optional<Review>& review() const { return m_content->review; }
    const Checklist& checklist() const;
    /// Drafts that wait to be added.
    const Checklist& more() const;
    /// The checklist is stored nowhere yet; settleChecklist() when it was handed over to be saved.
    bool isChecklistDrafted() const { return m_content && m_content->isDrafted; }
    void settleChecklist();

    const QList<PromptSpan>& variables() const;
    bool isFromTemplate(int index) const;
    /// By the reviewer, since it was opened.
    bool isEdited() const { return m_isEdited; }
    /// As it stands now the checklist is the template's.
    bool isSavedToTemplate() const { return m_isSavedToTemplate; }
    void settleTemplate();

    /// The answer that counts: of a child, "not applicable" while its parent is missed. What the program
    /// measures is answered until the reviewer overrules it; where a verdict is in force, the reviewer did.
    std::optional<Answer> answer(int index) const;
    Checks checks() const;
    /// The answer is the program's, not the reviewer's.
    bool isMeasured(int index) const;
    int answeredCount() const;
    const QString& note() const { return m_note; }
    ReviewDraft draft() const { return {m_checks, m_note}; }
    /// Ticks or note differ from what was opened.
    bool isTouched() const;
    /// As it stands now it was handed over to be saved.
    void settle();

    int current() const { return m_current; } ///< index of the current constraint; -1: none
    void setCurrent(int index);
    int pointed() const { return m_pointed; } ///< index of the one under the pointer; -1: none
    void setPointed(int index);
    /// The next constraint without an answer becomes current; false when none follows.
    bool goToNextOpen();
    bool hasNextOpen() const;

    /// Met, missed, can't tell, empty; nothing happens to one that is not applicable. What the program
    /// answered goes through the other answers and back to the program's. It becomes current.
    void cycle(int index);
    void answerRestMet();
    void setNote(const QString& note);

    /// All four change the checklist at once and say so.
    void addConstraint(Constraint constraint);
    /// What was folded away becomes part of the checklist.
    void addMore();
    void replaceConstraint(int index, const Constraint& constraint);
    /// Its children stay, without a parent.
    void removeConstraint(int index);

signals:
    void opened();
    void checksChanged();
    void noteChanged();
    void currentChanged();
    void pointedChanged();
    void savedToTemplate();
    /// By the reviewer, not by open().
    void checklistEdited();

private:
    void edited();
    void measure();

    std::optional<Content> m_content;
    ReviewDraft m_asOpened;
    Checks m_checks;
    Checks m_measured; ///< by the program, whatever the reviewer says
    QString m_note;
    int m_current = -1;
    int m_pointed = -1;
    bool m_isEdited = false;
    bool m_isSavedToTemplate = false;
};

} // namespace assay
