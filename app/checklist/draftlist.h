// SPDX-License-Identifier: GPL-3.0-or-later
// The drafts found so far: each once, in the end in reading order and with their parents. Pure.
#pragma once

#include "app/checklist/draft.h"

#include <QSet>

#include <vector>

namespace assay {

class DraftList
{
public:
    /// Nothing when the same is asked already. `thing` is what it is said of: its parent, when that is
    /// drafted; of a count or a presence the name by which others speak of it.
    void add(const DraftConstraint& draft, const QString& thing = {});
    QList<DraftConstraint> finished();

private:
    struct Entry
    {
        DraftConstraint draft;
        QString thing;
    };

    void dropImplied();
    int parentOf(const Entry& entry, const QList<int>& things) const;

    std::vector<Entry> m_entries;
    QSet<QString> m_seen;
};

} // namespace assay
