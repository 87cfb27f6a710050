// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/openimage.h"

#include "app/checklist/framedemands.h"

#include <algorithm>
#include <utility>

namespace assay {

namespace {

/// Answers that only follow from a parent are not the reviewer's: they go when the parent's answer changes.
Checks givenAnswers(const Checklist& checklist, const Checks& checks)
{
    Checks given = checks;
    for (const Constraint& constraint : checklist) {
        if (!constraint.parent.isEmpty() && given.value(constraint.key) == Answer::NotApplicable)
            given.remove(constraint.key);
    }
    return given;
}

/// Through the answers that the program did not give; nothing: back to its own.
std::optional<Answer> nextOverruling(Answer measured, Answer now)
{
    std::optional<Answer> next = now == measured ? Answer::Met : nextAnswer(now);
    if (next == measured)
        next = nextAnswer(next);
    return next;
}

/// A key that the reviewer's own constraint took meanwhile is given anew, here and to what hangs on it.
Checklist withFreeKeys(Checklist added, const Checklist& present)
{
    const auto has = [](const Checklist& list, const QString& key) {
        return std::any_of(list.cbegin(), list.cend(),
                           [&](const Constraint& constraint) { return constraint.key == key; });
    };
    for (qsizetype i = 0; i < added.size(); ++i) {
        const QString taken = added.at(i).key;
        if (!has(present, taken))
            continue;
        const QString fresh = unusedKey(present + added);
        added[i].key = fresh;
        for (Constraint& other : added) {
            if (other.parent == taken)
                other.parent = fresh;
        }
    }
    for (Constraint& constraint : added) {
        if (!has(present, constraint.parent) && !has(added, constraint.parent))
            constraint.parent.clear();
    }
    return added;
}

int firstOpen(const OpenImage& image, int from)
{
    for (int i = from; i < image.checklist().size(); ++i) {
        if (!image.answer(i))
            return i;
    }
    return -1;
}

} // namespace

OpenImage::OpenImage(QObject* parent)
    : QObject(parent)
{
}

void OpenImage::open(const Content& content)
{
    m_content = content;
    if (!content.draft.isEmpty()) {
        m_asOpened = content.draft;
    } else if (content.review) {
        m_asOpened = {content.review->checks, content.review->note};
    } else {
        m_asOpened = {};
    }
    m_asOpened.checks = givenAnswers(checklist(), m_asOpened.checks);
    m_checks = m_asOpened.checks;
    m_note = m_asOpened.note;
    m_pointed = -1;
    m_isEdited = false;
    m_isSavedToTemplate = false;
    measure();
    m_current = checklist().isEmpty() ? -1 : std::max(0, firstOpen(*this, 0));
    emit opened();
}

void OpenImage::close()
{
    m_content.reset();
    m_asOpened = {};
    m_checks.clear();
    m_measured.clear();
    m_note.clear();
    m_current = -1;
    m_pointed = -1;
    m_isEdited = false;
    m_isSavedToTemplate = false;
    emit opened();
}

const Checklist& OpenImage::checklist() const
{
    static const Checklist kNone;
    return m_content ? m_content->generation.checklist : kNone;
}

const Checklist& OpenImage::more() const
{
    static const Checklist kNone;
    return m_content ? m_content->more : kNone;
}

void OpenImage::settleChecklist()
{
    if (m_content)
        m_content->isDrafted = false;
}

const QList<PromptSpan>& OpenImage::variables() const
{
    static const QList<PromptSpan> kNone;
    return m_content ? m_content->variables : kNone;
}

bool OpenImage::isFromTemplate(int index) const
{
    return m_content->templateKeys.contains(checklist().at(index).key);
}

Checks OpenImage::checks() const
{
    Checks all = m_measured;
    all.insert(m_checks);
    return effectiveChecks(checklist(), all);
}

bool OpenImage::isMeasured(int index) const
{
    const auto measured = m_measured.constFind(checklist().at(index).key);
    return measured != m_measured.cend() && answer(index) == *measured;
}

/// A verdict in force says what was answered; nothing is added to it.
void OpenImage::measure()
{
    m_measured.clear();
    const auto& image = m_content->generation.image;
    if (!image || m_content->review)
        return;
    for (const Constraint& constraint : checklist()) {
        if (const std::optional<Answer> answer = frameAnswer(constraint, image->size))
            m_measured.insert(constraint.key, *answer);
    }
}

void OpenImage::settleTemplate()
{
    m_isSavedToTemplate = true;
    emit savedToTemplate();
}

void OpenImage::edited()
{
    m_isEdited = true;
    m_isSavedToTemplate = false;
    m_pointed = -1;
    measure();
    emit checklistEdited();
}

std::optional<Answer> OpenImage::answer(int index) const
{
    const Checks effective = checks();
    const auto it = effective.constFind(checklist().at(index).key);
    return it == effective.cend() ? std::nullopt : std::optional(*it);
}

int OpenImage::answeredCount() const
{
    return int(checks().size());
}

bool OpenImage::isTouched() const
{
    return isOpen() && draft() != m_asOpened;
}

void OpenImage::settle()
{
    m_asOpened = draft();
}

void OpenImage::setCurrent(int index)
{
    if (index == m_current || index >= checklist().size())
        return;
    m_current = index;
    emit currentChanged();
}

void OpenImage::setPointed(int index)
{
    if (index == m_pointed || index >= checklist().size())
        return;
    m_pointed = index;
    emit pointedChanged();
}

bool OpenImage::goToNextOpen()
{
    const int next = firstOpen(*this, m_current + 1);
    if (next < 0)
        return false;
    setCurrent(next);
    return true;
}

bool OpenImage::hasNextOpen() const
{
    return firstOpen(*this, m_current + 1) >= 0;
}

void OpenImage::cycle(int index)
{
    if (index < 0 || index >= checklist().size())
        return;
    setCurrent(index);
    const std::optional<Answer> now = answer(index);
    const QString key = checklist().at(index).key;
    const bool followsFromParent =
        now == Answer::NotApplicable && m_checks.value(key, Answer::Met) != Answer::NotApplicable;
    if (followsFromParent)
        return;
    const auto measured = m_measured.constFind(key);
    const std::optional<Answer> next =
        measured == m_measured.cend() ? nextAnswer(now) : nextOverruling(*measured, *now);
    if (next)
        m_checks.insert(key, *next);
    else
        m_checks.remove(key);
    emit checksChanged();
}

void OpenImage::answerRestMet()
{
    bool isChanged = false;
    for (int i = 0; i < checklist().size(); ++i) {
        if (answer(i))
            continue;
        m_checks.insert(checklist().at(i).key, Answer::Met);
        isChanged = true;
    }
    if (isChanged)
        emit checksChanged();
}

void OpenImage::setNote(const QString& note)
{
    if (m_note == note)
        return;
    m_note = note;
    emit noteChanged();
}

void OpenImage::addConstraint(Constraint constraint)
{
    Checklist& list = m_content->generation.checklist;
    constraint.key = unusedKey(list);
    list.append(constraint);
    m_current = int(list.size()) - 1;
    edited();
}

void OpenImage::addMore()
{
    if (more().isEmpty())
        return;
    Checklist& list = m_content->generation.checklist;
    m_current = int(list.size());
    list += withFreeKeys(std::exchange(m_content->more, {}), list);
    edited();
}

void OpenImage::replaceConstraint(int index, const Constraint& constraint)
{
    Constraint& present = m_content->generation.checklist[index];
    if (present == constraint)
        return;
    present = constraint;
    edited();
}

void OpenImage::removeConstraint(int index)
{
    Checklist& list = m_content->generation.checklist;
    const QString key = list.at(index).key;
    list.removeAt(index);
    for (Constraint& other : list) {
        if (other.parent == key)
            other.parent.clear();
    }
    m_checks.remove(key);
    m_current = std::min(m_current, int(list.size()) - 1);
    edited();
}

} // namespace assay
