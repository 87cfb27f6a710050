// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/draftedchecklist.h"

#include "app/checklist/demand.h"
#include "app/checklist/draft.h"
#include "app/checklist/framedemands.h"
#include "app/checklist/templatefit.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <vector>

namespace assay {

namespace {

constexpr int kMostRead = 20'000; ///< UTF-16 units: nobody checks more, and the window must not wait

constexpr int kMeasured = -2; ///< the program answers it: always offered, beside what a person answers
constexpr int kSaved = -1;    ///< with the template: before every draft
constexpr int kDeclined = 99; ///< drafted where the template was saved, and left out there

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

struct Item
{
    Constraint constraint; ///< its key is given last
    int parent = -1;       ///< index of an item
    int rank = 0;          ///< the lower, the sooner it is offered
};

Constraint constraintOf(const DraftConstraint& draft)
{
    return {QString(), draft.kind, draft.statement, QString(), draft.span};
}

using ComparedList = std::vector<ComparedConstraint>;

/// Index of the constraint that asks for the same; -1: none.
int indexOf(const ComparedList& list, const ComparedConstraint& constraint)
{
    const auto found = std::ranges::find_if(
        list, [&](const ComparedConstraint& other) { return isSameDemand(other, constraint); });
    return found == list.end() ? -1 : int(std::distance(list.begin(), found));
}

ComparedList comparedList(const Checklist& checklist)
{
    return {checklist.begin(), checklist.end()};
}

/// What the template was saved without although its prompt asks for it.
ComparedList declined(const TemplateChecklist& saved)
{
    ComparedList left;
    const ComparedList taken = comparedList(saved.constraints);
    for (const DraftConstraint& draft : draftConstraints(saved.prompt.left(kMostRead))) {
        const ComparedConstraint constraint(constraintOf(draft));
        if (indexOf(taken, constraint) < 0)
            left.push_back(constraint);
    }
    return left;
}

class Items
{
public:
    void addSaved(const Checklist& saved);
    void addDrafts(const QList<DraftConstraint>& drafts, const ComparedList& declined);
    void addFrame(const QList<FrameDemand>& demands);
    DraftedChecklist chosen(int most) const;

private:
    std::vector<int> byRank() const;

    std::vector<Item> m_items;
};

void Items::addSaved(const Checklist& saved)
{
    QHash<QString, int> places;
    for (int i = 0; i < int(saved.size()); ++i)
        places.insert(saved.at(i).key, i);
    for (const Constraint& constraint : saved)
        m_items.push_back({constraint, places.value(constraint.parent, -1), kSaved});
}

void Items::addDrafts(const QList<DraftConstraint>& drafts, const ComparedList& declined)
{
    ComparedList saved;
    for (const Item& item : m_items)
        saved.emplace_back(item.constraint);
    std::vector<int> places; // of each draft its item
    for (const DraftConstraint& draft : drafts) {
        const Constraint constraint = constraintOf(draft);
        const int same = saved.empty() ? -1 : indexOf(saved, ComparedConstraint(constraint));
        places.push_back(same >= 0 ? same : int(m_items.size()));
        if (same >= 0)
            continue;
        const bool isDeclined = !declined.empty() && indexOf(declined, ComparedConstraint(constraint)) >= 0;
        m_items.push_back({constraint, draft.parent, isDeclined ? kDeclined : usefulness(draft.kind)});
    }
    // A parent may be read after its child: "a red one of two cups".
    for (size_t i = saved.size(); i < m_items.size(); ++i) {
        int& parent = m_items[i].parent;
        parent = parent >= 0 ? places[size_t(parent)] : -1;
    }
}

void Items::addFrame(const QList<FrameDemand>& demands)
{
    for (const FrameDemand& demand : demands) {
        const Constraint constraint{{}, ConstraintKind::Attribute, demand.statement, {}, demand.span};
        const bool isThere = std::ranges::any_of(m_items, [&](const Item& item) {
            return item.constraint.kind == constraint.kind &&
                   item.constraint.statement == constraint.statement;
        });
        if (!isThere)
            m_items.push_back({constraint, -1, kMeasured});
    }
}

std::vector<int> Items::byRank() const
{
    std::vector<int> order(m_items.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [this](int index) { return m_items[size_t(index)].rank; });
    return order;
}

DraftedChecklist Items::chosen(int most) const
{
    std::vector<int> order = byRank();
    const auto isWanted = [this](int index) { return m_items[size_t(index)].rank != kDeclined; };
    const auto end = std::ranges::find_if_not(order, isWanted);
    const auto measured = std::ranges::count(m_items, kMeasured, &Item::rank);
    const auto saved = std::ranges::count(m_items, kSaved, &Item::rank);
    const std::ptrdiff_t room = std::max<std::ptrdiff_t>(most, saved) + measured;
    const auto offeredEnd = order.begin() + std::min(room, end - order.begin());
    std::sort(order.begin(), offeredEnd); // as they are read
    std::vector<bool> isOffered(m_items.size());
    std::for_each(order.begin(), offeredEnd, [&](int index) { isOffered[size_t(index)] = true; });

    std::vector<QString> keys(m_items.size());
    for (size_t i = 0; i < order.size(); ++i)
        keys[size_t(order[i])] = u"c%1"_qs.arg(i + 1);
    DraftedChecklist result;
    for (const int index : order) {
        const Item& item = m_items[size_t(index)];
        Constraint constraint = item.constraint;
        constraint.key = keys[size_t(index)];
        // What is offered hangs on nothing that is folded away.
        const bool hasParent =
            item.parent >= 0 && (isOffered[size_t(item.parent)] || !isOffered[size_t(index)]);
        constraint.parent = hasParent ? keys[size_t(item.parent)] : QString();
        (isOffered[size_t(index)] ? result.offered : result.more).append(constraint);
        if (item.rank == kSaved)
            result.templateKeys.append(constraint.key);
    }
    return result;
}

} // namespace

DraftedChecklist draftedChecklist(const QString& prompt, const DraftOptions& options)
{
    const QString read = prompt.left(kMostRead);
    Items items;
    TemplateFit fit;
    ComparedList leftOut;
    if (options.saved) {
        fit = fitTemplate(*options.saved, read);
        leftOut = declined(*options.saved);
    }
    items.addSaved(fit.constraints);
    items.addDrafts(draftConstraints(read), leftOut);
    items.addFrame(frameDemands(read));
    DraftedChecklist result = items.chosen(options.most);
    result.variables = fit.variables;
    return result;
}

DraftedChecklist draftedChecklist(const QString& prompt, int most)
{
    return draftedChecklist(prompt, DraftOptions{most, {}});
}

Checklist moreFor(const Checklist& checklist, const DraftedChecklist& drafted)
{
    const Checklist all = drafted.offered + drafted.more;
    const auto isOfDraft = [&](const Constraint& constraint) {
        return std::ranges::any_of(all, [&](const Constraint& other) {
            return other.statement == constraint.statement && other.span == constraint.span &&
                   other.span.length > 0;
        });
    };
    if (std::ranges::none_of(checklist, isOfDraft))
        return {};
    const ComparedList present = comparedList(checklist);
    QHash<QString, QString> keys; // of the drafts' keys those in the list, or new ones
    Checklist grown = checklist;
    Checklist more;
    for (const Constraint& constraint : all) {
        if (const int same = indexOf(present, ComparedConstraint(constraint)); same >= 0) {
            keys.insert(constraint.key, checklist.at(same).key);
            continue;
        }
        Constraint added = constraint;
        added.key = unusedKey(grown);
        keys.insert(constraint.key, added.key);
        grown.append(added);
        more.append(added);
    }
    for (Constraint& constraint : more)
        constraint.parent = keys.value(constraint.parent);
    return more;
}

QStringList keysFromTemplate(const Checklist& checklist, const DraftedChecklist& drafted)
{
    QSet<QString> statements;
    for (const Constraint& constraint : drafted.offered + drafted.more) {
        if (drafted.templateKeys.contains(constraint.key))
            statements.insert(constraint.statement);
    }
    QStringList keys;
    for (const Constraint& constraint : checklist) {
        if (statements.contains(constraint.statement))
            keys.append(constraint.key);
    }
    return keys;
}

} // namespace assay
