// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/weekaxis.h"

#include "app/report/figures.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

std::vector<WeekLabel> namedWeeks(const WeekAxisRequest& request)
{
    const int count = int(request.weeks.size());
    double widest = 0;
    for (const IsoWeek week : request.weeks)
        widest = std::max(widest, request.textWidth(weekText(week)));
    const int step = std::max(1, int(std::ceil((widest + request.gap) / request.weekWidth)));
    std::vector<WeekLabel> labels;
    for (int i = (count - 1) % step; i < count; i += step) {
        const bool isHidden = request.chosen && i != *request.chosen && std::abs(i - *request.chosen) < step;
        if (!isHidden && i != request.chosen)
            labels.push_back({i, weekText(request.weeks[size_t(i)]), false});
    }
    if (request.chosen)
        labels.push_back({*request.chosen, weekText(request.weeks[size_t(*request.chosen)]), true});
    std::ranges::sort(labels, {}, &WeekLabel::index);
    return labels;
}

/// The 1st of the month that the week holds, if any.
std::optional<QDate> firstOfMonth(IsoWeek week)
{
    const QDate sunday = week.monday.addDays(6);
    const QDate first(sunday.year(), sunday.month(), 1);
    if (first < week.monday)
        return std::nullopt;
    return first;
}

QString monthWithYear(QDate date)
{
    return monthText(date) + QStringLiteral(" %1").arg(date.year());
}

/// Every `step`-th month of the year, January with its year.
std::vector<MonthLabel> monthStarts(const WeekAxisRequest& request, int step)
{
    std::vector<MonthLabel> labels;
    for (int i = 0; i < int(request.weeks.size()); ++i) {
        const std::optional<QDate> first = firstOfMonth(request.weeks[size_t(i)]);
        if (first && (first->month() - 1) % step == 0)
            labels.push_back({i, first->month() == 1 ? monthWithYear(*first) : monthText(*first)});
    }
    return labels;
}

/// Whether the name would end right of the last week.
bool standsOut(const WeekAxisRequest& request, const MonthLabel& label)
{
    const double room = double(int(request.weeks.size()) - label.index) * request.weekWidth;
    return request.textWidth(label.text) > room + request.gap;
}

bool touch(const WeekAxisRequest& request, const std::vector<MonthLabel>& labels)
{
    for (size_t i = 1; i < labels.size(); ++i) {
        const double room = (labels[i].index - labels[i - 1].index) * request.weekWidth;
        if (request.textWidth(labels[i - 1].text) + 2 * request.gap > room)
            return true;
    }
    return false;
}

std::vector<MonthLabel> namedMonths(const WeekAxisRequest& request)
{
    std::vector<MonthLabel> labels;
    for (const int step : {1, 3, 6, 12}) {
        labels = monthStarts(request, step);
        if (!labels.empty() && labels.back().index > 0 && standsOut(request, labels.back()))
            labels.pop_back();
        if (!touch(request, labels))
            break;
    }
    if (touch(request, labels))
        labels.clear();
    if (labels.empty() || labels.front().index > 0) {
        const QDate sunday = request.weeks.front().monday.addDays(6);
        std::vector<MonthLabel> withFirst = labels;
        withFirst.insert(withFirst.begin(), {0, monthWithYear(sunday)});
        if (!touch(request, withFirst))
            return withFirst;
    }
    const QDate first = request.weeks[size_t(labels.front().index)].monday.addDays(6);
    labels.front().text = monthWithYear(first);
    if (labels.size() > 1 && touch(request, {labels[0], labels[1]}))
        labels.front().text = monthText(first);
    return labels;
}

} // namespace

WeekAxis weekAxis(const WeekAxisRequest& request)
{
    if (request.weeks.empty())
        return {};
    return {namedWeeks(request), namedMonths(request)};
}

} // namespace assay
