// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftlist.h"

#include "app/checklist/draftlexicon.h"

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
    m_entries.push_back({draft, thing});
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
    QHash<QString, QList<int>> things;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (isThing(m_entries[i].draft))
            things[singularOf(m_entries[i].draft.object)].append(int(i));
    }
    QList<DraftConstraint> drafts;
    for (const Entry& entry : m_entries) {
        drafts.append(entry.draft);
        if (!entry.thing.isEmpty())
            drafts.last().parent = parentOf(entry, things.value(singularOf(entry.thing)));
    }
    return drafts;
}

} // namespace assay
