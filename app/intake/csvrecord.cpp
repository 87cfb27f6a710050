// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvrecord.h"

#include "app/base/jsontext.h"
#include "app/base/plausibletime.h"
#include "app/base/sha256.h"
#include "app/intake/csvcells.h"
#include "app/intake/fieldlimits.h"

#include <QSet>
#include <QtEndian>

#include <cmath>

namespace assay {

namespace {

QByteArray digestOf(const QStringList& parts)
{
    return sha256(parts.join(QChar(0x1F)).toUtf8());
}

/// As LOG_FORMAT.md writes it.
QByteArray lineOf(const Review& review)
{
    JsonObjectText line;
    line.addText(QLatin1String("type"), u"review");
    line.addInteger(QLatin1String("v"), 1);
    line.addText(QLatin1String("id"), review.externalId);
    line.addText(QLatin1String("generation"), review.generationExternalId);
    line.addText(QLatin1String("ts"), toRfc3339(review.reviewedAt));
    line.addText(QLatin1String("reviewer"), review.reviewer);
    line.addText(QLatin1String("disposition"), toText(review.disposition));
    line.addText(QLatin1String("note"), review.note);
    return line.text().toUtf8();
}

bool isSharedSign(const QString& currency)
{
    return currency == QLatin1String("$") || currency == QStringLiteral("¥");
}

} // namespace

CsvRecordReader::CsvRecordReader(CsvMapping mapping, const QStringList& headers, QString client, Clock clock)
    : m_mapping(std::move(mapping))
    , m_headers(headers)
    , m_client(std::move(client))
    , m_clock(std::move(clock))
    , m_times{m_mapping.dateOrder, m_mapping.decimal,
              m_mapping.zone.isEmpty() ? QTimeZone() : QTimeZone(m_mapping.zone.toUtf8())}
{
    QHash<QString, CsvField> fields;
    for (const CsvColumn& column : std::as_const(m_mapping.columns))
        fields.insert(comparableHeader(column.header), column.field);
    QSet<QString> present;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const QString header = comparableHeader(headers[i]);
        const CsvField field = fields.value(header);
        present.insert(header);
        if (field == CsvField::Kept)
            m_kept.append(i);
        else if (field != CsvField::Ignored)
            m_columns.insert(field, i);
    }
    for (const CsvColumn& column : std::as_const(m_mapping.columns)) {
        const bool isUsed = column.field != CsvField::Kept && column.field != CsvField::Ignored;
        if (isUsed && !present.contains(comparableHeader(column.header)))
            m_absent.append(column.header);
    }
}

CsvRecord CsvRecordReader::read(const CsvRow& row)
{
    CsvRecord record;
    for (qsizetype i = m_headers.size(); i < row.cells.size(); ++i) {
        if (!row.cells[i].trimmed().isEmpty()) {
            record.problem = Error{ErrorKind::Invalid,
                                   {},
                                   QStringLiteral("%1 cells, but the table has %2 columns")
                                       .arg(row.cells.size())
                                       .arg(m_headers.size())};
            return record;
        }
    }
    CsvCells cells{row, m_columns, m_headers, m_mapping.decimal, {}};
    Generation generation = generationOf(cells);
    if (!cells.problem.isEmpty()) {
        record.problem = Error{ErrorKind::Invalid, {}, cells.problem};
        return record;
    }
    record.review = reviewOf(cells, generation);
    if (!cells.problem.isEmpty()) {
        record.review.reset();
        record.problem =
            Error{ErrorKind::Invalid, {}, QStringLiteral("the verdict is refused: ") + cells.problem};
    }
    generation.extra = extraOf(row, record.review.has_value());
    record.generation = std::move(generation);
    if (record.review)
        record.reviewLine = lineOf(*record.review);
    return record;
}

Generation CsvRecordReader::generationOf(CsvCells& cells)
{
    Generation generation;
    const auto sentAt = timeAt(cells, CsvField::SentAt);
    if (!sentAt && cells.problem.isEmpty())
        cells.problem = QStringLiteral("it does not say when the image was asked for");
    generation.sentAt = sentAt.value_or(UtcTime{});
    readRequest(cells, generation);
    readOutcome(cells, generation);
    if (cells.problem.isEmpty())
        generation.externalId = idOf(cells);
    return generation;
}

void CsvRecordReader::readRequest(CsvCells& cells, Generation& generation) const
{
    generation.client = cells.known(CsvField::Client);
    if (generation.client.isEmpty())
        generation.client = m_client;
    generation.asset = cells.known(CsvField::Asset);
    generation.batch = cells.known(CsvField::Batch);
    generation.cycle = cells.ordinal(CsvField::Cycle).value_or(1);
    generation.candidate = cells.ordinal(CsvField::Candidate);
    generation.attempt = cells.ordinal(CsvField::Attempt).value_or(1);
    generation.promptTemplate = cells.known(CsvField::Template);
    if (const QString model = cells.known(CsvField::Model); !model.isEmpty())
        generation.model = model;
    if (const QString prompt = cells.text(CsvField::Prompt); !prompt.isEmpty())
        generation.prompt = prompt;
    if (const QString negative = cells.text(CsvField::NegativePrompt); !negative.isEmpty())
        generation.negativePrompt = negative;
    generation.settings = settingsOf(cells);
}

/// A row that says nothing of a failure is of an image that was made.
void CsvRecordReader::readOutcome(CsvCells& cells, Generation& generation) const
{
    generation.error = cells.known(CsvField::Error);
    generation.status = generation.error.isEmpty() ? GenerationStatus::Ok : GenerationStatus::Error;
    if (const QString status = cells.known(CsvField::Status); !status.isEmpty()) {
        const auto known = csvStatus(status);
        if (!known)
            cells.refuse(CsvField::Status, QStringLiteral("unknown outcome: ") + status.left(40));
        generation.status = known.value_or(GenerationStatus::Ok);
    }
    generation.latency = latencyAt(cells);
    generation.cost = costAt(cells);
    generation.statedImage = cells.known(CsvField::Image);
    if (!generation.statedImage.contains(u'/'))
        generation.statedImage.replace(u'\\', u'/');
    generation.scores = {cells.number(CsvField::Clip), cells.number(CsvField::Aesthetic)};
    generation.drift = cells.number(CsvField::Drift);
}

std::optional<UtcTime> CsvRecordReader::timeAt(CsvCells& cells, CsvField field) const
{
    QString text = cells.known(field);
    if (text.isEmpty())
        return std::nullopt;
    if (field == CsvField::SentAt && !cells.known(CsvField::SentTime).isEmpty())
        text += u' ' + cells.known(CsvField::SentTime);
    const auto time = readCsvTime(text, m_times);
    if (!time) {
        cells.refuse(field, time.error().detail);
        return std::nullopt;
    }
    const UtcTime now = m_clock();
    if (!isPlausible(*time, now)) {
        cells.refuse(field, (*time > now ? QStringLiteral("in the future: ")
                                         : QStringLiteral("before the year 2000: ")) +
                                text.left(40));
        return std::nullopt;
    }
    return *time;
}

std::optional<Milliseconds> CsvRecordReader::latencyAt(CsvCells& cells) const
{
    const bool isSeconds = m_columns.contains(CsvField::LatencySeconds);
    const CsvField field = isSeconds ? CsvField::LatencySeconds : CsvField::LatencyMs;
    QString cell = cells.known(field).toLower();
    if (cell.isEmpty())
        return std::nullopt;
    double factor = isSeconds ? 1000 : 1;
    if (cell.endsWith(QLatin1String("ms"))) {
        cell.chop(2);
        factor = 1;
    } else if (cell.endsWith(u's')) {
        cell.chop(1);
        factor = 1000;
    }
    const auto plain = plainDecimal(cell, m_mapping.decimal);
    if (!plain) {
        cells.refuse(field, cells.notANumber(cell));
        return std::nullopt;
    }
    const double ms = plain->toDouble() * factor;
    if (ms < 0 || ms > double(kMaxDurationMs)) {
        cells.refuse(field, QStringLiteral("not between 0 and 31 days: ") + cell.left(40));
        return std::nullopt;
    }
    return Milliseconds(std::llround(ms));
}

std::optional<Money> CsvRecordReader::costAt(CsvCells& cells) const
{
    const QString cell = cells.known(CsvField::Cost);
    if (cell.isEmpty())
        return std::nullopt;
    const CsvAmount amount = csvAmount(cell);
    const auto plain = plainDecimal(amount.number, m_mapping.decimal);
    const auto micro = plain ? parseMicro(*plain) : std::nullopt;
    if (!micro || *micro < 0) {
        cells.refuse(CsvField::Cost, plain ? QStringLiteral("no amount from 0 to a million: ") + cell.left(40)
                                           : cells.notANumber(amount.number));
        return std::nullopt;
    }
    const QString stated = csvAmount(cells.known(CsvField::Currency)).currency;
    QString currency = stated.isEmpty() || isSharedSign(stated) ? m_mapping.currency : stated;
    if (!amount.currency.isEmpty() && !isSharedSign(amount.currency)) {
        if (!stated.isEmpty() && stated != amount.currency && !isSharedSign(stated))
            cells.refuse(CsvField::Cost, QStringLiteral("%1 here, but %2 in the currency's column")
                                             .arg(amount.currency.left(8), stated.left(8)));
        currency = amount.currency;
    }
    if (!isCurrencyCode(currency)) {
        cells.refuse(CsvField::Cost,
                     currency.isEmpty()
                         ? QStringLiteral("in which currency? neither the row nor the mapping says")
                         : QStringLiteral("no currency code: ") + currency.left(8));
        return std::nullopt;
    }
    return Money{*micro, currency};
}

QString CsvRecordReader::settingsOf(CsvCells& cells) const
{
    JsonObjectText settings;
    if (const auto steps = cells.ordinal(CsvField::Steps))
        settings.addInteger(QLatin1String("steps"), *steps);
    if (const auto cfg = cells.plain(CsvField::Cfg))
        settings.addNumber(QLatin1String("cfg"), cfg->toDouble());
    if (const QString sampler = cells.known(CsvField::Sampler); !sampler.isEmpty())
        settings.addText(QLatin1String("sampler"), sampler);
    if (const QString seed = cells.known(CsvField::Seed); !seed.isEmpty()) {
        bool isWhole = false;
        const QString digits = seed.endsWith(QLatin1String(".0")) ? seed.chopped(2) : seed;
        const quint64 value = digits.toULongLong(&isWhole);
        if (isWhole)
            settings.addRaw(QLatin1String("seed"), QString::number(value));
        else
            cells.refuse(CsvField::Seed,
                         (seed.contains(u'E', Qt::CaseInsensitive)
                              ? QStringLiteral("rounded by the spreadsheet, so it is not the seed any more: ")
                              : QStringLiteral("not a whole number of up to 64 bits: ")) +
                             seed.left(40));
    }
    const QString text = settings.text();
    return text == QLatin1String("{}") ? QString() : text;
}

/// A note without a verdict is kept here too.
QString CsvRecordReader::extraOf(const CsvRow& row, bool hasReview) const
{
    JsonObjectText extra;
    const auto add = [&](qsizetype column) {
        const QString cell = row.cells.value(column).trimmed();
        if (cell.isEmpty())
            return;
        const QString member = u'{' + jsonString(m_headers[column]) + u':' + jsonString(cell) + u'}';
        extra.addMembers(member);
    };
    for (const qsizetype column : m_kept)
        add(column);
    if (!hasReview && m_columns.contains(CsvField::Note))
        add(m_columns.value(CsvField::Note));
    const QString text = extra.text();
    return text == QLatin1String("{}") ? QString() : text;
}

/// Without an id, a row is known by what it says about the image: a verdict that is filled in later belongs
/// to the same row. Of equal rows, the first stays the first.
QString CsvRecordReader::idOf(const CsvCells& cells)
{
    if (const QString id = cells.text(CsvField::Id); !id.isEmpty())
        return id;
    QStringList parts;
    for (const CsvField field : csvFields()) {
        if (!isReviewField(field) && m_columns.contains(field))
            parts.append(toText(field) + u'=' + cells.text(field));
    }
    const QByteArray digest = digestOf(parts);
    const int occurrence = ++m_seen[qFromBigEndian<quint64>(digest.constData())];
    return QStringLiteral("row:%1:%2").arg(QString::fromLatin1(digest.toHex().left(32))).arg(occurrence);
}

std::optional<Review> CsvRecordReader::reviewOf(CsvCells& cells, const Generation& generation) const
{
    const QString verdict = cells.text(CsvField::Disposition);
    if (saysUndecided(verdict))
        return std::nullopt;
    const auto disposition = csvDisposition(verdict);
    if (!disposition)
        cells.refuse(CsvField::Disposition, QStringLiteral("unknown verdict: ") + verdict.left(40));
    auto reviewedAt = timeAt(cells, CsvField::ReviewedAt);
    if (!reviewedAt && m_mapping.undatedVerdicts == UndatedVerdict::AtSending)
        reviewedAt = generation.sentAt;
    if (!reviewedAt && cells.problem.isEmpty())
        cells.problem = QStringLiteral("it does not say when the verdict was given");
    if (!cells.problem.isEmpty())
        return std::nullopt;
    Review review;
    review.generationExternalId = generation.externalId;
    review.reviewedAt = *reviewedAt;
    review.reviewer = cells.known(CsvField::Reviewer);
    review.disposition = *disposition;
    review.note = cells.text(CsvField::Note);
    const QByteArray digest = digestOf({generation.externalId, toRfc3339(review.reviewedAt), review.reviewer,
                                        toText(review.disposition), review.note});
    review.externalId = QStringLiteral("row:") + QString::fromLatin1(digest.toHex().left(32));
    return review;
}

} // namespace assay
