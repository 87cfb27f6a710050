// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/openimage.h"

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
    m_current = checklist().isEmpty() ? -1 : std::max(0, firstOpen(*this, 0));
    emit opened();
}

void OpenImage::close()
{
    m_content.reset();
    m_asOpened = {};
    m_checks.clear();
    m_note.clear();
    m_current = -1;
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
    if (const std::optional<Answer> next = nextAnswer(now))
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
    emit checklistEdited();
}

void OpenImage::addMore()
{
    if (more().isEmpty())
        return;
    Checklist& list = m_content->generation.checklist;
    const auto isThere = [&](const QString& key) {
        return std::any_of(list.cbegin(), list.cend(),
                           [&](const Constraint& constraint) { return constraint.key == key; });
    };
    const int first = int(list.size());
    // A key that the reviewer's own constraint took meanwhile is given anew, here and to what hangs on it.
    Checklist added = std::exchange(m_content->more, {});
    for (qsizetype i = 0; i < added.size(); ++i) {
        Constraint& constraint = added[i];
        if (isThere(constraint.key)) {
            Checklist all = list + added;
            const QString fresh = unusedKey(all);
            for (Constraint& other : added) {
                if (other.parent == constraint.key)
                    other.parent = fresh;
            }
            constraint.key = fresh;
        }
    }
    list += added;
    for (qsizetype i = first; i < list.size(); ++i) {
        if (!isThere(list.at(i).parent))
            list[i].parent.clear();
    }
    m_current = first;
    emit checklistEdited();
}

void OpenImage::replaceConstraint(int index, const Constraint& constraint)
{
    Constraint& present = m_content->generation.checklist[index];
    if (present == constraint)
        return;
    present = constraint;
    emit checklistEdited();
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
    emit checklistEdited();
}

} // namespace assay
