// SPDX-License-Identifier: GPL-3.0-or-later
// CsvMapping: what the columns of a table mean and how its cells are written, as a person chose it or as it
// was guessed. Plain value with a JSON form that can be kept and edited by hand. What is not chosen stays
// open: then a cell that can be read in two ways refuses its row.
#pragma once

#include "app/base/result.h"
#include "app/intake/csvreader.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace assay {

enum class CsvField {
    Kept, ///< not known to Assay; kept with the generation as it is
    Ignored,
    Id,
    SentAt,
    SentTime, ///< the time of day where SentAt has the date alone
    Client,
    Asset,
    Batch,
    Cycle,
    Candidate,
    Attempt,
    Model,
    Template,
    Prompt,
    NegativePrompt,
    Seed,
    Steps,
    Cfg,
    Sampler,
    Status,
    Error,
    LatencyMs,
    LatencySeconds,
    Cost,
    Currency,
    Image,
    Clip,
    Aesthetic,
    Drift,
    Disposition,
    Reviewer,
    ReviewedAt,
    Note,
};

/// All of them, in the order in which they are offered.
const QList<CsvField>& csvFields();
QString toText(CsvField field); ///< "keep", "ignore", "id", "sent_at", ...
std::optional<CsvField> csvFieldFromText(QStringView text);
/// Whether the field tells of the judgement and not of the image.
bool isReviewField(CsvField field);

enum class DecimalMark { Point, Comma };
/// Of dates such as 3/4/2026. Dates with dots have the day first, those with the year first are clear.
enum class DateOrder { DayFirst, MonthFirst };
/// A verdict without a date of its own.
enum class UndatedVerdict { Refused, AtSending };

struct CsvColumn
{
    QString header;
    CsvField field = CsvField::Kept;

    bool operator==(const CsvColumn&) const = default;
};

struct CsvMapping
{
    std::optional<CsvEncoding> encoding; ///< none: as detected
    std::optional<char> separator;       ///< none: as detected
    std::optional<DecimalMark> decimal;
    std::optional<DateOrder> dateOrder;
    QString zone;     ///< of times without an offset: "Europe/Berlin", "UTC+02:00"; empty: not chosen
    QString currency; ///< of costs that name none; empty: not chosen
    UndatedVerdict undatedVerdicts = UndatedVerdict::Refused;
    QList<CsvColumn> columns; ///< columns that are not listed are kept

    bool has(CsvField field) const;
    bool operator==(const CsvMapping&) const = default;
};

/// Indented, keys in a fixed order.
QByteArray csvMappingToJson(const CsvMapping& mapping);
/// Invalid with the key at fault.
Result<CsvMapping> csvMappingFromJson(const QByteArray& json);

/// A header as it is compared: case and white space aside.
QString comparableHeader(const QString& header);
/// The same for tables with the same headers, in whichever order.
QString csvSignature(const QStringList& headers);

} // namespace assay
