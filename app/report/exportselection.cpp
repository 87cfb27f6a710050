// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/exportselection.h"

#include "app/report/csvtext.h"
#include "app/report/export.h"
#include "app/store/generations.h"
#include "app/store/reviews.h"

#include <QSaveFile>

namespace assay {

namespace {

const char* const kHead = "id,sent,client,asset,batch,cycle,candidate,attempt,model,template,status,error,"
                          "verdict,reviewer,reviewed,met,missed,missed_constraints,note,latency_ms,cost,"
                          "currency,drift,clip,aesthetic,file,prompt";

QString number(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'g', 17) : QString();
}

QString number(const std::optional<int>& value)
{
    return value ? QString::number(*value) : QString();
}

QStringList originCells(const Generation& generation)
{
    return {csvText(generation.externalId),
            toRfc3339(generation.sentAt),
            csvText(generation.client),
            csvText(generation.asset),
            csvText(generation.batch),
            QString::number(generation.cycle),
            number(generation.candidate),
            QString::number(generation.attempt),
            csvText(generation.model.value_or(QString())),
            csvText(generation.promptTemplate),
            toText(generation.status),
            csvText(generation.error)};
}

QStringList reviewCells(const Generation& generation, const std::optional<Review>& review)
{
    if (!review)
        return QStringList(7, QString());
    const CheckCounts counts = countChecks(review->checks);
    QStringList missed;
    for (const Constraint& constraint : generation.checklist) {
        if (review->checks.value(constraint.key, Answer::Met) == Answer::Missed)
            missed.append(constraint.statement);
    }
    return {toText(review->disposition),    csvText(review->reviewer),
            toRfc3339(review->reviewedAt),  QString::number(counts.met),
            QString::number(counts.missed), csvText(missed.join(QStringLiteral("; "))),
            csvText(review->note)};
}

QStringList measureCells(const Generation& generation)
{
    return {generation.latency ? QString::number(generation.latency->count()) : QString(),
            generation.cost ? microToString(generation.cost->micro) : QString(),
            generation.cost ? csvText(generation.cost->currency) : QString(),
            number(generation.drift),
            number(generation.scores.clip),
            number(generation.scores.aesthetic),
            csvText(generation.image ? generation.image->relativePath : generation.statedImage),
            csvText(generation.prompt.value_or(QString()))};
}

Result<void> writeLine(QIODevice& device, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (device.write(bytes) == bytes.size())
        return {};
    return Error{ErrorKind::Io, {}, device.errorString()};
}

Result<void> writeRow(QIODevice& device, const Generation& generation, const Reviews& reviews)
{
    const auto review = reviews.inForce(generation.id);
    if (!review)
        return review.error();
    const QStringList cells =
        originCells(generation) + reviewCells(generation, *review) + measureCells(generation);
    return writeLine(device, cells.join(u','));
}

Result<void> writeLogLines(QIODevice& device, const Generation& generation, const Reviews& reviews)
{
    if (auto written = writeLine(device, toLogLine(generation)); !written)
        return written;
    const auto all = reviews.ofGeneration(generation.id);
    if (!all)
        return all.error();
    for (const Review& review : *all) {
        if (review.withdrawn)
            continue;
        if (auto written = writeLine(device, toLogLine(review)); !written)
            return written;
    }
    return {};
}

} // namespace

Result<void> exportSelection(const Database& database, const QList<GenerationId>& ids, SelectionFormat format,
                             QIODevice& device, const std::atomic_bool& isCancelled)
{
    const WeekCalendar calendar(QTimeZone::utc());
    const Generations generations(database, calendar);
    const Reviews reviews(database);
    if (format == SelectionFormat::Csv) {
        if (auto written = writeLine(device, QLatin1String(kHead)); !written)
            return written;
    }
    for (const GenerationId id : ids) {
        if (isCancelled)
            return Error{ErrorKind::Cancelled, {}, {}};
        const auto generation = generations.get(id);
        if (!generation && generation.error().kind == ErrorKind::NotFound)
            continue;
        if (!generation)
            return generation.error();
        auto written = format == SelectionFormat::Csv ? writeRow(device, *generation, reviews)
                                                      : writeLogLines(device, *generation, reviews);
        if (!written)
            return written;
    }
    return {};
}

Result<void> exportSelectionTo(const QString& path, const Database& database, const QList<GenerationId>& ids,
                               const std::atomic_bool& isCancelled)
{
    const bool isLog = path.endsWith(QLatin1String(".jsonl"), Qt::CaseInsensitive);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::NoPermission, path, file.errorString()};
    auto written = exportSelection(database, ids, isLog ? SelectionFormat::Jsonl : SelectionFormat::Csv, file,
                                   isCancelled);
    if (!written)
        return Error{written.error().kind, path, written.error().detail};
    if (!file.commit())
        return Error{ErrorKind::Io, path, file.errorString()};
    return {};
}

} // namespace assay
