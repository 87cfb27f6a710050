// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/markedwords.h"

#include "app/checklist/wordfinder.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <vector>

namespace assay {

namespace {

using Marks = QList<QList<PromptSpan>>;

bool isStored(const PromptSpan& span, const QString& prompt)
{
    return span.length > 0 && span.start >= 0 && span.start <= prompt.size() - span.length;
}

/// Of what is stored for a colour, "red mugs", the words of the colour: the thing is another constraint's.
PromptSpan colourIn(const QString& prompt, const Constraint& constraint)
{
    const PromptSpan span = constraint.span;
    const Demand demand = demandOf(constraint);
    if (constraint.kind != ConstraintKind::Colour || demand.shape != Demand::Shape::Property)
        return span;
    const Words words = splitWords(prompt.mid(span.start, span.length));
    const auto found = std::search(words.begin(), words.end(), demand.value.begin(), demand.value.end(),
                                   [](const Word& word, const QString& key) { return word.key == key; });
    if (found == words.end() || demand.value.isEmpty())
        return span;
    const Word& last = *std::next(found, demand.value.size() - 1);
    return {span.start + found->start, last.end() - found->start};
}

/// What each constraint has stored; empty: nothing that is in the prompt.
std::vector<PromptSpan> storedSpans(const QString& prompt, const Checklist& checklist)
{
    std::vector<PromptSpan> spans;
    for (const Constraint& constraint : checklist)
        spans.push_back(isStored(constraint.span, prompt) ? colourIn(prompt, constraint) : PromptSpan());
    return spans;
}

/// For each character of the prompt the constraint it belongs to, or -1.
std::vector<int> owners(const QString& prompt, const Checklist& checklist)
{
    const std::vector<PromptSpan> spans = storedSpans(prompt, checklist);
    std::vector<int> order(spans.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](int index) { return spans[size_t(index)].length; });
    std::vector<int> owner(size_t(prompt.size()), -1);
    for (const int index : order) {
        const PromptSpan span = spans[size_t(index)];
        std::fill_n(owner.begin() + span.start, span.length, index);
    }
    return owner;
}

/// Runs of one owner without the space at their ends.
void addStored(const QString& prompt, const Checklist& checklist, Marks* marks)
{
    const std::vector<int> owner = owners(prompt, checklist);
    const int size = int(prompt.size());
    for (int at = 0; at < size;) {
        const int index = owner[size_t(at)];
        int end = at;
        while (end < size && owner[size_t(end)] == index)
            ++end;
        int last = end;
        while (last > at && prompt.at(last - 1).isSpace())
            --last;
        while (at < last && prompt.at(at).isSpace())
            ++at;
        if (index >= 0 && at < last)
            (*marks)[index].append({at, last - at});
        at = end;
    }
}

/// A statement that does not name its thing ("contains red") means its parent's.
void inheritObject(const Checklist& checklist, int index, Demand* demand)
{
    if (demand->shape != Demand::Shape::Property || !demand->object.isEmpty())
        return;
    const auto parent = std::ranges::find(checklist, checklist.at(index).parent, &Constraint::key);
    if (parent != checklist.end() && !checklist.at(index).parent.isEmpty())
        demand->object = demandOf(*parent).head;
}

/// The more specific demands choose first: a text, a property, a place, what is counted, then the rest.
std::tuple<Demand::Shape, bool> rank(const Demand& demand)
{
    return {demand.shape, !demand.number.has_value()};
}

/// Words next to each other are one span.
QList<PromptSpan> spans(const Words& words, const QList<int>& found)
{
    QList<PromptSpan> result;
    for (int i = 0; i < found.size(); ++i) {
        const Word& word = words.at(found.at(i));
        if (i > 0 && found.at(i) == found.at(i - 1) + 1)
            result.last().length = word.end() - result.constLast().start;
        else
            result.append({word.start, word.length});
    }
    return result;
}

} // namespace

QList<QList<PromptSpan>> markedWords(const QString& prompt, const Checklist& checklist)
{
    Marks marks(checklist.size());
    addStored(prompt, checklist, &marks);
    WordFinder finder(prompt);
    std::vector<std::pair<int, Demand>> open;
    for (int i = 0; i < checklist.size(); ++i) {
        for (const PromptSpan& span : std::as_const(marks)[i])
            finder.take(span.start, span.start + span.length);
        if (isStored(checklist.at(i).span, prompt))
            continue;
        open.emplace_back(i, demandOf(checklist.at(i)));
        inheritObject(checklist, i, &open.back().second);
    }
    std::ranges::stable_sort(open, {}, [](const auto& entry) { return rank(entry.second); });
    for (const auto& [index, demand] : open)
        marks[index] = spans(finder.words(), finder.find(demand));
    return marks;
}

} // namespace assay
