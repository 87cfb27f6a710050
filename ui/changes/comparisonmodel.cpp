// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/comparisonmodel.h"

#include "app/report/figures.h"
#include "ui/common/format.h"
#include "ui/common/tooltip.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

constexpr std::array kAxisEnds{0.2, 0.4, 0.8};

QString valueText(const Definition& metric, const Estimate& estimate, const QString& currency)
{
    if (!estimate.value)
        return formatUnknown();
    const QString text = metricText(metric, *estimate.value);
    return metric.unit == MetricUnit::Money ? text + QChar(0x00A0) + currency : text;
}

bool isNumber(int column)
{
    return column >= ComparisonModel::BeforeColumn && column <= ComparisonModel::PercentColumn;
}

} // namespace

ComparisonModel::ComparisonModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ComparisonModel::setComparison(const ChangeComparison& comparison)
{
    beginResetModel();
    m_comparison = comparison;
    m_rows.clear();
    for (const MetricGroup group : {MetricGroup::Quality, MetricGroup::Efficiency, MetricGroup::Process}) {
        m_rows.push_back({.group = group});
        for (const Definition& metric : definitions()) {
            if (metric.group == group)
                m_rows.push_back({group, metric.id});
        }
    }
    scale();
    endResetModel();
}

/// Wide enough for every value and for what differs surely; an interval that is wider has an arrowhead.
void ComparisonModel::scale()
{
    double widest = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const auto shown = bar(row);
        if (!shown)
            continue;
        widest = std::max(widest, 1.5 * std::abs(shown->value));
        if (shown->verdict != Verdict::NoDetectableDifference)
            widest = std::max({widest, std::abs(shown->low), std::abs(shown->high)});
    }
    const auto end = std::ranges::find_if(kAxisEnds, [widest](double end) { return end >= widest; });
    m_axisEnd = end == kAxisEnds.end() ? kAxisEnds.back() : *end;
}

const ComparedMetric& ComparisonModel::compared(int row) const
{
    return m_comparison.metrics[assay::index(*m_rows[size_t(row)].metric)];
}

std::optional<ComparisonModel::Bar> ComparisonModel::bar(int row) const
{
    if (isHeading(row) || !compared(row).percent || !compared(row).interval)
        return std::nullopt;
    const ComparedMetric& metric = compared(row);
    const double before = std::abs(*metric.before.value);
    return Bar{*metric.percent, metric.interval->low / before, metric.interval->high / before,
               metric.verdict};
}

Verdict ComparisonModel::verdict(int row) const
{
    return compared(row).verdict;
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row(), index.column());
    case Qt::ToolTipRole:
        if (isHeading(index.row()))
            return {};
        return plainToolTip(index.column() == MetricColumn
                                ? metricSentence(definition(*m_rows[size_t(index.row())].metric))
                                : textOf(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MetricColumn:
        return tr("Metric");
    case BeforeColumn:
        return tr("Before");
    case AfterColumn:
        return tr("After");
    case BothColumn:
        return tr("Before → after");
    case DifferenceColumn:
        return tr("Difference");
    case PercentColumn:
        return tr("In percent");
    case IntervalColumn:
        return tr("95 % interval in percent");
    default:
        return tr("Verdict");
    }
}

Qt::ItemFlags ComparisonModel::flags(const QModelIndex& index) const
{
    const bool isOfAMetric = !index.isValid() || !isHeading(index.row());
    return isOfAMetric ? QAbstractTableModel::flags(index) : Qt::ItemIsEnabled;
}

QString ComparisonModel::textOf(int row, int column) const
{
    const Row& shown = m_rows[size_t(row)];
    if (!shown.metric) {
        if (column != MetricColumn)
            return {};
        return shown.group == MetricGroup::Quality      ? tr("Quality")
               : shown.group == MetricGroup::Efficiency ? tr("Efficiency")
                                                        : tr("Process");
    }
    const Definition& metric = definition(*shown.metric);
    const ComparedMetric& values = compared(row);
    switch (column) {
    case MetricColumn:
        return metricShortName(metric);
    case BeforeColumn:
        return valueText(metric, values.before, m_comparison.currency);
    case AfterColumn:
        return valueText(metric, values.after, m_comparison.currency);
    case BothColumn:
        return valueText(metric, values.before, {}).trimmed() + QStringLiteral(" → ") +
               valueText(metric, values.after, m_comparison.currency);
    case DifferenceColumn:
        return values.difference ? differenceText(metric, *values.difference) : QString();
    case PercentColumn:
        return values.percent ? formatSignedPercent(*values.percent) : QString();
    case IntervalColumn:
        if (!values.difference)
            return notComparedText(values, metric);
        if (const auto bar = this->bar(row))
            return tr("%1 to %2").arg(formatSignedPercent(bar->low), formatSignedPercent(bar->high));
        return tr("%1 to %2")
            .arg(differenceText(metric, values.interval->low), differenceText(metric, values.interval->high));
    default:
        return verdictText(values.verdict);
    }
}

Mark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotEnoughData:
        return Mark::Few;
    case Verdict::NoDetectableDifference:
        return Mark::Same;
    case Verdict::Better:
        return Mark::Better;
    case Verdict::Worse:
        return Mark::Worse;
    case Verdict::Different:
        return Mark::Different;
    }
    Q_UNREACHABLE();
}

} // namespace assay
