// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarywords.h"

#include "ui/common/dispositionmark.h"
#include "ui/common/format.h"
#include "ui/common/price.h"
#include "ui/library/librarymodel.h"

#include <QCoreApplication>

namespace assay {

namespace {

constexpr int kDriftDecimals = 3;

QString translated(const char* text)
{
    return QCoreApplication::translate("Library", text);
}

bool asksFor(const LibraryFilter& filter, LibraryReason reason, LibrarySort sort)
{
    return filter.sort == sort || (filter.reasons.size() == 1 && filter.reasons.contains(reason));
}

template<typename Value>
CountsBecause measured(const std::optional<Value>& value, const QString& text)
{
    return {{}, value ? text : formatUnknown(), value ? Token::Warn : Token::Text3};
}

std::optional<CountsBecause> byMeasure(const LibraryRow& row, const LibraryFilter& filter)
{
    if (asksFor(filter, LibraryReason::Slow, LibrarySort::Slowest))
        return measured(row.latency, row.latency ? formatDuration(*row.latency) : QString());
    if (asksFor(filter, LibraryReason::Costly, LibrarySort::Costliest))
        return measured(row.cost, row.cost ? formatPrice(*row.cost) : QString());
    if (asksFor(filter, LibraryReason::Drifted, LibrarySort::MostDrifted))
        return measured(row.drift,
                        translated("drift %1").arg(formatNumber(row.drift.value_or(0), kDriftDecimals)));
    if (filter.sort == LibrarySort::LeastSimilar)
        return measured(row.scores.clip, formatNumber(row.scores.clip.value_or(0), kDriftDecimals));
    if (filter.sort == LibrarySort::LeastAesthetic)
        return measured(row.scores.aesthetic, formatNumber(row.scores.aesthetic.value_or(0), 2));
    if (asksFor(filter, LibraryReason::Reworked, LibrarySort::MostCycles))
        return CountsBecause{{}, translated("cycle %1").arg(row.cycle), Token::Text2};
    if (filter.reasons.size() == 1 && filter.reasons.contains(LibraryReason::Retried))
        return CountsBecause{{}, translated("attempt %1").arg(row.attempt), Token::Warn};
    return std::nullopt;
}

} // namespace

CountsBecause countsBecause(const LibraryRow& row, const LibraryFilter& filter)
{
    if (const auto measure = byMeasure(row, filter))
        return *measure;
    if (row.status != GenerationStatus::Ok)
        return {{}, outcomeWord(row.status), Token::Bad};
    if (!row.missed.isEmpty())
        return {Mark::Missed, missedText(row.missed), Token::Bad};
    if (filter.reasons.contains(LibraryReason::Rejected) && row.disposition)
        return {{}, dispositionWord(*row.disposition), markToken(dispositionMark(*row.disposition))};
    return {};
}

Mark libraryMark(const LibraryRow& row)
{
    if (row.disposition)
        return dispositionMark(*row.disposition);
    return row.status == GenerationStatus::Ok ? Mark::Undecided : Mark::Broken;
}

QString checksText(const LibraryRow& row)
{
    const int checked = row.checks.met + row.checks.missed;
    if (checked > 0)
        return translated("%1 of %2 met").arg(formatCount(row.checks.met), formatCount(checked));
    if (row.status != GenerationStatus::Ok)
        return translated("No image");
    return row.disposition ? translated("Nothing checked") : translated("No verdict");
}

QString missedText(const QList<MissedConstraint>& missed)
{
    if (missed.size() == 1)
        return QString::number(missed.constFirst().number) % u' ' % kindWord(missed.constFirst().kind);
    QStringList numbers;
    for (const MissedConstraint& constraint : missed)
        numbers.append(QString::number(constraint.number));
    return numbers.join(u' ');
}

QString outcomeWord(GenerationStatus status)
{
    switch (status) {
    case GenerationStatus::Ok:
        return translated("Image made");
    case GenerationStatus::Error:
        return translated("Error");
    case GenerationStatus::Timeout:
        return translated("Timeout");
    case GenerationStatus::ContentFilter:
        break;
    }
    return translated("Content filter");
}

QString kindWord(ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::Count:
        return translated("count");
    case ConstraintKind::Colour:
        return translated("colour");
    case ConstraintKind::Position:
        return translated("position");
    case ConstraintKind::Text:
        return translated("text");
    case ConstraintKind::Presence:
        return translated("presence");
    case ConstraintKind::Attribute:
        return translated("attribute");
    case ConstraintKind::Other:
        break;
    }
    return translated("other");
}

QString sortWord(LibrarySort sort)
{
    switch (sort) {
    case LibrarySort::Newest:
        return translated("Newest first");
    case LibrarySort::Oldest:
        return translated("Oldest first");
    case LibrarySort::WorstFirst:
        return translated("Worst first");
    case LibrarySort::Slowest:
        return translated("Slowest first");
    case LibrarySort::Costliest:
        return translated("Costliest first");
    case LibrarySort::MostDrifted:
        return translated("Most drifted first");
    case LibrarySort::LeastSimilar:
        return translated("Least similar first");
    case LibrarySort::LeastAesthetic:
        return translated("Least aesthetic first");
    case LibrarySort::MostCycles:
        break;
    }
    return translated("Most cycles first");
}

QString spokenRow(const LibraryRow& row)
{
    QStringList words{libraryName(row), row.status == GenerationStatus::Ok ? markWord(libraryMark(row))
                                                                           : outcomeWord(row.status)};
    words += checksText(row);
    if (!row.missed.isEmpty())
        words += translated("missed: %1").arg(missedText(row.missed));
    return words.join(QStringLiteral(", "));
}

} // namespace assay
