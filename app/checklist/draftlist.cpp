// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftlist.h"

#include "app/checklist/lexicon.h"

#include <QHash>

#include <algorithm>

namespace assay {

namespace {

bool isThing(const DraftConstraint& draft)
{
    return draft.kind == ConstraintKind::Count || draft.kind == ConstraintKind::Presence;
}

} // namespace

void DraftList::add(const DraftConstraint& draft, const QString& thing)
{
    const QString mark = toText(draft.kind) + u'\n' + draft.statement.toCaseFolded();
    if (m_seen.contains(mark))
        return;
    m_seen.insert(mark);
    m_entries.push_back({draft, thing.isEmpty() && isThing(draft) ? draft.object : thing});
}

/// What is counted, or asked for before, is there.
void DraftList::dropImplied()
{
    QSet<QString> there;
    for (const Entry& entry : m_entries) {
        if (entry.draft.kind == ConstraintKind::Count)
            there.insert(singularOf(entry.draft.object));
    }
    const auto isImplied = [&](const Entry& entry) {
        const QString thing = singularOf(entry.draft.object);
        const bool isKnown = there.contains(thing);
        there.insert(thing);
        return isKnown;
    };
    std::vector<Entry> kept;
    for (const Entry& entry : m_entries) {
        if (entry.draft.kind != ConstraintKind::Presence || !isImplied(entry))
            kept.push_back(entry);
    }
    m_entries = std::move(kept);
}

/// Of several things of one name the one whose words are said of, else the first.
int DraftList::parentOf(const Entry& entry, const QList<int>& things) const
{
    const PromptSpan& span = entry.draft.span;
    const auto after =
        std::upper_bound(things.begin(), things.end(), span.start + span.length,
                         [&](int end, int i) { return end <= m_entries[size_t(i)].draft.span.start; });
    if (things.isEmpty())
        return -1;
    return after == things.begin() ? things.first() : *std::prev(after);
}

QList<DraftConstraint> DraftList::finished()
{
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry& a, const Entry& b) { return a.draft.span.start < b.draft.span.start; });
    dropImplied();
    QHash<QString, QList<int>> things;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (isThing(m_entries[i].draft))
            things[singularOf(m_entries[i].thing)].append(int(i));
    }
    QList<DraftConstraint> drafts;
    for (const Entry& entry : m_entries) {
        drafts.append(entry.draft);
        if (isThing(entry.draft) || entry.thing.isEmpty())
            continue;
        const QList<int> named = things.value(singularOf(entry.thing));
        drafts.last().parent =
            parentOf(entry, named.isEmpty() ? things.value(singularOf(entry.draft.object)) : named);
    }
    return drafts;
}

} // namespace assay
