// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftedchecklist.h"

#include "app/checklist/draft.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace assay {

namespace {

constexpr int kMostRead = 20'000; ///< UTF-16 units: nobody checks more, and the window must not wait

/// What a wrong picture most often gets wrong, and what is answered at a glance, comes first.
int usefulness(ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::Text:
        return 0;
    case ConstraintKind::Count:
        return 1;
    case ConstraintKind::Colour:
        return 2;
    case ConstraintKind::Position:
        return 3;
    case ConstraintKind::Presence:
        return 4;
    case ConstraintKind::Attribute:
    case ConstraintKind::Other:
        return 5;
    }
    return 5;
}

/// For each draft whether it is offered.
std::vector<bool> chosen(const QList<DraftConstraint>& drafts, int most)
{
    std::vector<int> order(size_t(drafts.size()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](int index) { return usefulness(drafts.at(index).kind); });
    std::vector<bool> isOffered(order.size());
    for (size_t i = 0; i < order.size() && int(i) < most; ++i)
        isOffered[size_t(order[i])] = true;
    return isOffered;
}

} // namespace

DraftedChecklist draftedChecklist(const QString& prompt, int most)
{
    const QList<DraftConstraint> drafts = draftConstraints(prompt.left(kMostRead));
    const std::vector<bool> isOffered = chosen(drafts, most);
    std::vector<QString> keys(size_t(drafts.size()));
    int number = 0;
    for (const bool offered : {true, false}) {
        for (size_t i = 0; i < keys.size(); ++i) {
            if (isOffered[i] == offered)
                keys[i] = u"c%1"_qs.arg(++number);
        }
    }
    DraftedChecklist result;
    for (int i = 0; i < int(drafts.size()); ++i) {
        const DraftConstraint& draft = drafts.at(i);
        // What is offered hangs on nothing that is folded away.
        const bool hasParent =
            draft.parent >= 0 && (isOffered[size_t(draft.parent)] || !isOffered[size_t(i)]);
        (isOffered[size_t(i)] ? result.offered : result.more)
            .append({keys[size_t(i)], draft.kind, draft.statement,
                     hasParent ? keys[size_t(draft.parent)] : QString(), draft.span});
    }
    return result;
}

} // namespace assay
