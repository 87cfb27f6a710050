// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvguess.h"

#include "app/intake/csvcells.h"
#include "app/intake/csvheaders.h"
#include "app/intake/csvvalues.h"
#include "app/intake/fieldlimits.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace assay {

namespace {

using Cells = QStringList;

/// The column's cells that say something.
Cells cellsOf(const CsvSample& sample, qsizetype column)
{
    Cells cells;
    for (const CsvRow& row : sample.rows) {
        const QString cell = row.cells.value(column).trimmed();
        if (!saysUnknown(cell))
            cells.append(cell);
    }
    return cells;
}

Cells cellsOf(const CsvSample& sample, const CsvMapping& mapping, CsvField field)
{
    for (qsizetype i = 0; i < mapping.columns.size(); ++i) {
        const qsizetype column = sample.headers.indexOf(mapping.columns[i].header);
        if (mapping.columns[i].field == field && column >= 0)
            return cellsOf(sample, column);
    }
    return {};
}

template<typename Test>
bool areAll(const Cells& cells, Test test)
{
    return !cells.isEmpty() && std::ranges::all_of(cells, test);
}

bool isTime(const QString& cell)
{
    return csvTimeNeeds(cell).isTime;
}

/// A bare number is a time only under a header that says so.
bool isWrittenTime(const QString& cell)
{
    return isTime(cell) && !plainDecimal(cell, DecimalMark::Point) && !plainDecimal(cell, DecimalMark::Comma);
}

bool isVerdict(const QString& cell)
{
    return csvDisposition(cell).has_value() || saysUndecided(cell);
}

bool isImagePath(const QString& cell)
{
    static const QRegularExpression ending(QStringLiteral("\\.(png|jpe?g|jfif|webp|avif|jxl|gif|tiff?)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(cell).hasMatch();
}

bool isTimeOfDay(const QString& cell)
{
    static const QRegularExpression pattern(QStringLiteral("^\\d{1,2}:\\d{2}"));
    return pattern.match(cell).hasMatch();
}

/// Columns called "status" have outcomes or verdicts, those called "time" a time of day or an instant.
CsvField asValuesSay(CsvField field, const Cells& cells)
{
    if (field == CsvField::Status &&
        !areAll(cells, [](const QString& c) { return csvStatus(c).has_value(); }) && areAll(cells, isVerdict))
        return CsvField::Disposition;
    if (field == CsvField::SentTime && areAll(cells, isTime))
        return CsvField::SentAt;
    if (field == CsvField::SentTime && !areAll(cells, isTimeOfDay))
        return CsvField::Kept;
    if (field == CsvField::SentAt && !cells.isEmpty() && std::ranges::none_of(cells, isTime))
        return areAll(cells, isTimeOfDay) ? CsvField::SentTime : CsvField::Kept;
    return field;
}

struct Candidate
{
    qsizetype column = -1;
    CsvField field = CsvField::Kept;
    int rank = 0;
};

void takeByHeaders(const CsvSample& sample, CsvMapping& mapping)
{
    QList<Candidate> candidates;
    for (qsizetype i = 0; i < sample.headers.size(); ++i) {
        if (const auto meaning = csvHeaderMeaning(sample.headers[i])) {
            const CsvField field = asValuesSay(meaning->field, cellsOf(sample, i));
            candidates.append({i, field, meaning->rank});
        }
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::rank);
    QSet<CsvField> taken;
    for (const Candidate& candidate : std::as_const(candidates)) {
        if (candidate.field == CsvField::Kept || taken.contains(candidate.field))
            continue;
        taken.insert(candidate.field);
        mapping.columns[candidate.column].field = candidate.field;
    }
}

/// The one column without a meaning whose cells all pass; none where there are two.
template<typename Test>
void takeByValues(const CsvSample& sample, CsvMapping& mapping, CsvField field, Test test)
{
    if (mapping.has(field))
        return;
    qsizetype found = -1;
    for (qsizetype i = 0; i < sample.headers.size(); ++i) {
        if (mapping.columns[i].field != CsvField::Kept || !areAll(cellsOf(sample, i), test))
            continue;
        if (found >= 0)
            return;
        found = i;
    }
    if (found >= 0)
        mapping.columns[found].field = field;
}

constexpr std::array kNumbers{CsvField::Cost,  CsvField::LatencyMs, CsvField::LatencySeconds, CsvField::Cfg,
                              CsvField::Clip,  CsvField::Aesthetic, CsvField::Drift,          CsvField::Steps,
                              CsvField::Cycle, CsvField::Candidate, CsvField::Attempt};

QStringList numbersOf(const CsvSample& sample, const CsvMapping& mapping)
{
    QStringList numbers;
    for (const CsvField field : kNumbers) {
        for (const QString& cell : cellsOf(sample, mapping, field))
            numbers.append(csvAmount(cell).number);
    }
    return numbers;
}

/// Both marks can be meant in "1,234", one in "0,234" or "1,5".
std::optional<DecimalMark> decimalOf(const QStringList& numbers)
{
    bool canBePoint = true;
    bool canBeComma = true;
    for (const QString& number : numbers) {
        const bool withPoint = plainDecimal(number, DecimalMark::Point).has_value();
        const bool withComma = plainDecimal(number, DecimalMark::Comma).has_value();
        if (withPoint != withComma) {
            canBePoint = canBePoint && withPoint;
            canBeComma = canBeComma && withComma;
        }
    }
    if (canBePoint == canBeComma)
        return std::nullopt;
    return canBePoint ? DecimalMark::Point : DecimalMark::Comma;
}

Cells timesOf(const CsvSample& sample, const CsvMapping& mapping)
{
    return cellsOf(sample, mapping, CsvField::SentAt) + cellsOf(sample, mapping, CsvField::ReviewedAt);
}

std::optional<DateOrder> orderOf(const Cells& times)
{
    std::optional<DateOrder> order;
    for (const QString& cell : times) {
        const auto told = csvTimeNeeds(cell).tellsOrder;
        if (told && order && *told != *order)
            return std::nullopt;
        order = told ? told : order;
    }
    return order;
}

/// A header such as "cost_usd", or the one sign that every amount has.
QString currencyOf(const CsvSample& sample, const CsvMapping& mapping)
{
    for (const CsvColumn& column : mapping.columns) {
        if (column.field == CsvField::Cost && !csvHeaderCurrency(column.header).isEmpty())
            return csvHeaderCurrency(column.header);
    }
    const Cells costs = cellsOf(sample, mapping, CsvField::Cost);
    const bool areDollars =
        areAll(costs, [](const QString& cell) { return csvAmount(cell).currency == QLatin1String("$"); });
    return areDollars ? QStringLiteral("USD") : QString();
}

/// Without a unit in the header: fractions and small numbers are seconds, thousands are milliseconds.
void settleLatency(const CsvSample& sample, CsvMapping& mapping)
{
    for (CsvColumn& column : mapping.columns) {
        if (column.field != CsvField::LatencyMs || !csvHeaderLacksUnit(column.header))
            continue;
        QList<double> values;
        for (const QString& cell : cellsOf(sample, mapping, CsvField::LatencyMs))
            values.append(plainDecimal(cell, mapping.decimal).value_or(QString()).toDouble());
        const bool areSeconds =
            areAll(cellsOf(sample, mapping, CsvField::LatencyMs), [](const QString& cell) {
                return cell.endsWith(u's') && !cell.endsWith(QLatin1String("ms"));
            });
        const auto isFraction = [](double value) { return value != double(qint64(value)); };
        if (areSeconds || (std::ranges::any_of(values, isFraction) &&
                           std::ranges::all_of(values, [](double v) { return v < 600; })))
            column.field = CsvField::LatencySeconds;
    }
}

bool isLatencyOpen(const CsvMapping& mapping, const CsvSample& sample)
{
    const Cells cells = cellsOf(sample, mapping, CsvField::LatencyMs);
    const bool lacksUnit = std::ranges::any_of(mapping.columns, [](const CsvColumn& column) {
        return column.field == CsvField::LatencyMs && csvHeaderLacksUnit(column.header);
    });
    // Nobody waits a thousand seconds for each image.
    const auto isLarge = [](const QString& cell) {
        return cell.endsWith(QLatin1String("ms")) ||
               plainDecimal(cell, DecimalMark::Point).value_or(QString()).toDouble() >= 1000;
    };
    return lacksUnit && !cells.isEmpty() && std::ranges::none_of(cells, isLarge);
}

bool isCurrencyOpen(const CsvMapping& mapping, const CsvSample& sample)
{
    if (!mapping.currency.isEmpty() || mapping.has(CsvField::Currency))
        return false;
    return std::ranges::any_of(cellsOf(sample, mapping, CsvField::Cost),
                               [](const QString& cell) { return !isCurrencyCode(csvAmount(cell).currency); });
}

bool isDecimalOpen(const CsvMapping& mapping, const CsvSample& sample)
{
    return !mapping.decimal && std::ranges::any_of(numbersOf(sample, mapping), [](const QString& number) {
        return plainDecimal(number, DecimalMark::Point) && !plainDecimal(number, std::nullopt);
    });
}

bool hasSameField(const CsvMapping& mapping)
{
    QSet<CsvField> seen;
    for (const CsvColumn& column : mapping.columns) {
        if (column.field == CsvField::Kept || column.field == CsvField::Ignored)
            continue;
        if (seen.contains(column.field))
            return true;
        seen.insert(column.field);
    }
    return mapping.has(CsvField::LatencyMs) && mapping.has(CsvField::LatencySeconds);
}

} // namespace

QString csvQuestionText(CsvQuestion question)
{
    switch (question) {
    case CsvQuestion::SentAt:
        return QStringLiteral("no column is \"sent_at\", when the image was asked for");
    case CsvQuestion::Content:
        return QStringLiteral("no column is \"prompt\", \"image\" or \"id\"");
    case CsvQuestion::SameField:
        return QStringLiteral("two columns are the same field");
    case CsvQuestion::Zone:
        return QStringLiteral("\"zone\": there are times without an offset");
    case CsvQuestion::DateOrder:
        return QStringLiteral("\"date_order\": day or month may be first in the dates");
    case CsvQuestion::Decimal:
        return QStringLiteral("\"decimal\": numbers such as 1,234 may have a decimal comma");
    case CsvQuestion::LatencyUnit:
        return QStringLiteral("the latency's unit: is its column \"latency_ms\" or \"latency_s\"?");
    case CsvQuestion::Currency:
        return QStringLiteral("\"currency\": there are costs without one");
    case CsvQuestion::ReviewedAt:
        return QStringLiteral(
            "no column is \"reviewed_at\", when the verdict was given; \"undated_verdicts\": "
            "\"sent_at\" takes the time of sending");
    }
    Q_UNREACHABLE();
}

CsvMapping guessCsvMapping(const CsvSample& sample)
{
    CsvMapping mapping;
    for (const QString& header : sample.headers)
        mapping.columns.append({header, CsvField::Kept});
    takeByHeaders(sample, mapping);
    takeByValues(sample, mapping, CsvField::SentAt, isWrittenTime);
    takeByValues(sample, mapping, CsvField::Image, isImagePath);
    takeByValues(sample, mapping, CsvField::Disposition, isVerdict);
    mapping.decimal = decimalOf(numbersOf(sample, mapping));
    mapping.dateOrder = orderOf(timesOf(sample, mapping));
    mapping.currency = currencyOf(sample, mapping);
    settleLatency(sample, mapping);
    return mapping;
}

QList<CsvQuestion> csvQuestions(const CsvMapping& mapping, const CsvSample& sample)
{
    QList<CsvQuestion> open;
    const auto ask = [&open](CsvQuestion question, bool isOpen) {
        if (isOpen)
            open.append(question);
    };
    const Cells times = timesOf(sample, mapping);
    const auto needsZone = [](const QString& cell) { return csvTimeNeeds(cell).needsZone; };
    const auto needsOrder = [](const QString& cell) { return csvTimeNeeds(cell).needsOrder; };
    ask(CsvQuestion::SentAt, !mapping.has(CsvField::SentAt));
    ask(CsvQuestion::Content,
        !mapping.has(CsvField::Prompt) && !mapping.has(CsvField::Image) && !mapping.has(CsvField::Id));
    ask(CsvQuestion::SameField, hasSameField(mapping));
    ask(CsvQuestion::Zone, mapping.zone.isEmpty() && std::ranges::any_of(times, needsZone));
    ask(CsvQuestion::DateOrder, !mapping.dateOrder && std::ranges::any_of(times, needsOrder));
    ask(CsvQuestion::Decimal, isDecimalOpen(mapping, sample));
    ask(CsvQuestion::LatencyUnit, isLatencyOpen(mapping, sample));
    ask(CsvQuestion::Currency, isCurrencyOpen(mapping, sample));
    ask(CsvQuestion::ReviewedAt, mapping.has(CsvField::Disposition) && !mapping.has(CsvField::ReviewedAt) &&
                                     mapping.undatedVerdicts == UndatedVerdict::Refused);
    return open;
}

} // namespace assay
