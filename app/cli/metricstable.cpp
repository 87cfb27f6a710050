// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/metricstable.h"

#include "app/cli/command.h"
#include "app/report/figures.h"
#include "app/report/weekwords.h"

#include <algorithm>

namespace assay {

namespace {

/// A place of the table. Figures end at the right and have their mark behind them.
struct Cell
{
    QString text{};
    QString mark{};
};

using Row = std::vector<Cell>;

QString valueText(const JudgedWeek& week, const Definition& metric, const std::optional<double>& value)
{
    if (!value)
        return QStringLiteral("–");
    const QString text = metricText(metric, *value);
    return metric.unit == MetricUnit::Money ? text + u' ' + onlyCurrency(week.counts) : text;
}

/// "!" firing, "?" pending, then how many weeks were judged as one, or "*" for too few.
QString markText(const JudgedMetric& judged)
{
    if (!judged.estimate.value)
        return {};
    QString mark;
    if (judged.alert.isOpen())
        mark = judged.alert.state == AlertState::Firing ? u'!' : u'?';
    if (judged.judgement && judged.judgement->isPooled())
        return mark + QString::number(judged.judgement->weeks);
    return judged.estimate.isJudgeable() ? mark : mark + u'*';
}

/// In words: how the metric stands in the week.
QString standingText(const JudgedWeek& week, const JudgedMetric& judged)
{
    switch (judged.standing) {
    case Standing::NoData:
        return Cli::tr("no value");
    case Standing::Transition:
        return Cli::tr("week of a change");
    case Standing::Open:
        return Cli::tr("not over");
    case Standing::Provisional:
        return Cli::tr("provisional");
    case Standing::Firing:
        return Cli::tr("firing since %1").arg(weekText(*judged.alert.since));
    case Standing::Pending:
        return Cli::tr("pending");
    case Standing::Improved:
        return Cli::tr("improved");
    case Standing::Different:
        return Cli::tr("outside its band");
    case Standing::InBand:
        return Cli::tr("in band");
    case Standing::BaselineForming:
        return week.role == WeekRole::Baseline ? Cli::tr("baseline") : Cli::tr("baseline forming");
    case Standing::NoBaseline:
        return Cli::tr("no baseline");
    case Standing::TooFew:
        return Cli::tr("too few");
    }
    Q_UNREACHABLE();
}

QString stateText(const JudgedWeek& week, const JudgedMetric& judged)
{
    const QString state = standingText(week, judged);
    const QString pooled = pooledText(judged);
    return pooled.isEmpty() ? state : pooled + QStringLiteral(", ") + state;
}

/// The newest one that is over: what the last three columns speak of.
const JudgedWeek& spokenOf(std::span<const JudgedWeek> weeks)
{
    const auto found = std::ranges::find_if(weeks.rbegin(), weeks.rend(), [](const JudgedWeek& week) {
        return week.role != WeekRole::Open && week.role != WeekRole::Empty;
    });
    return found == weeks.rend() ? weeks.back() : *found;
}

Row metricRow(std::span<const JudgedWeek> weeks, const Definition& metric)
{
    Row row{{metricShortName(metric)}};
    for (const JudgedWeek& week : weeks) {
        const JudgedMetric& judged = week.metric(metric.id);
        row.push_back({valueText(week, metric, judged.estimate.value), markText(judged)});
    }
    const JudgedWeek& last = spokenOf(weeks);
    const JudgedMetric& judged = last.metric(metric.id);
    const bool hasDeviation = judged.judgement && judged.judgement->deviation;
    row.push_back({judged.baseline ? metricText(metric, *judged.baseline->estimate.value) : QString()});
    row.push_back({hasDeviation ? deviationText(*judged.judgement->deviation) : QString()});
    row.push_back({stateText(last, judged)});
    return row;
}

template<typename Text>
Row headRow(const QString& name, std::span<const JudgedWeek> weeks, Text text)
{
    Row row{{name}};
    for (const JudgedWeek& week : weeks)
        row.push_back({text(week)});
    row.resize(row.size() + 3);
    return row;
}

QString roleText(const JudgedWeek& week)
{
    return week.isProvisional && week.role == WeekRole::Judged ? Cli::tr("provisional") : toText(week.role);
}

QString aligned(const std::vector<Row>& rows)
{
    const size_t columns = rows.front().size();
    QStringList lines;
    for (const Row& row : rows) {
        QString line;
        for (size_t column = 0; column < columns; ++column) {
            qsizetype text = 0;
            qsizetype mark = 0;
            for (const Row& other : rows) {
                text = std::max(text, other[column].text.size());
                mark = std::max(mark, other[column].mark.size());
            }
            const bool isWords = column == 0 || column == columns - 1;
            line += isWords ? row[column].text.leftJustified(text) : row[column].text.rightJustified(text);
            line += u' ' + row[column].mark.leftJustified(mark) +
                    (mark > 0 ? QStringLiteral("  ") : QStringLiteral(" "));
        }
        lines += line.trimmed();
    }
    return lines.join(u'\n') + u'\n';
}

/// Weeks beside each other.
QString oneTable(std::span<const JudgedWeek> weeks)
{
    std::vector<Row> rows;
    rows.push_back(
        headRow(Cli::tr("Metric"), weeks, [](const JudgedWeek& week) { return week.week.name(); }));
    Row& heading = rows.front();
    heading[heading.size() - 3].text = Cli::tr("Baseline");
    heading[heading.size() - 2].text = Cli::tr("Change");
    heading.back().text = Cli::tr("In %1").arg(weekText(spokenOf(weeks).week));
    rows.push_back(headRow(Cli::tr("Role"), weeks, roleText));
    rows.push_back(
        headRow(Cli::tr("Images"), weeks, [](const JudgedWeek& week) { return countText(week.counts.ok); }));
    for (const Definition& metric : definitions())
        rows.push_back(metricRow(weeks, metric));
    return aligned(rows);
}

/// Why there is no cost per accepted image, and what was paid in each currency.
QStringList moneyLines(const JudgedWeek& week)
{
    const Definition& metric = definition(MetricId::CostPerAccepted);
    if (week.counts.isEmpty() || week.metric(metric.id).estimate.value)
        return {};
    QStringList lines{
        QStringLiteral("%1  %2: %3").arg(week.week.name(), metricName(metric), reasonText(week, metric))};
    for (const CurrencyCost& cost : costsByCurrency(week.counts)) {
        lines +=
            Cli::tr("          %1 %2 for each of %3 accepted images")
                .arg(metricText(metric, cost.perAccepted), cost.currency, countText(week.counts.accepted));
    }
    return lines;
}

} // namespace

QString metricsTable(std::span<const JudgedWeek> weeks)
{
    QStringList parts;
    for (size_t from = 0; from < weeks.size(); from += kWeeksBeside)
        parts += oneTable(weeks.subspan(from, std::min(kWeeksBeside, weeks.size() - from)));
    QStringList notes;
    for (const JudgedWeek& week : weeks)
        notes += moneyLines(week);
    notes += Cli::tr("! firing  ? pending  * too few to judge alone  2, 3, 4 judged as one with the weeks "
                     "before it  – no value");
    if (std::ranges::any_of(weeks, [](const JudgedWeek& week) { return week.counts.isConverted(); }))
        notes += Cli::tr("Costs are converted by the workspace's exchange rates.");
    return parts.join(u'\n') + u'\n' + notes.join(u'\n');
}

} // namespace assay
