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

QList<DraftConstraint> DraftList::finished()
{
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry& a, const Entry& b) { return a.draft.span.start < b.draft.span.start; });
    QHash<QString, int> things;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (isThing(m_entries[i].draft))
            things.insert(singularOf(m_entries[i].draft.object), int(i));
    }
    QList<DraftConstraint> drafts;
    for (const Entry& entry : m_entries) {
        drafts.append(entry.draft);
        if (!entry.thing.isEmpty())
            drafts.last().parent = things.value(singularOf(entry.thing), -1);
    }
    return drafts;
}

} // namespace assay
