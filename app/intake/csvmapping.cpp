// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/csvmapping.h"

#include "app/base/sha256.h"
#include "app/intake/fieldlimits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace assay {

namespace {

template<typename Value>
using Words = QList<std::pair<Value, QString>>;

const Words<CsvField>& fieldWords()
{
    static const Words<CsvField> words{
        {CsvField::Kept, QStringLiteral("keep")},
        {CsvField::Ignored, QStringLiteral("ignore")},
        {CsvField::Id, QStringLiteral("id")},
        {CsvField::SentAt, QStringLiteral("sent_at")},
        {CsvField::SentTime, QStringLiteral("sent_time")},
        {CsvField::Client, QStringLiteral("client")},
        {CsvField::Asset, QStringLiteral("asset")},
        {CsvField::Batch, QStringLiteral("batch")},
        {CsvField::Cycle, QStringLiteral("cycle")},
        {CsvField::Candidate, QStringLiteral("candidate")},
        {CsvField::Attempt, QStringLiteral("attempt")},
        {CsvField::Model, QStringLiteral("model")},
        {CsvField::Template, QStringLiteral("template")},
        {CsvField::Prompt, QStringLiteral("prompt")},
        {CsvField::NegativePrompt, QStringLiteral("negative_prompt")},
        {CsvField::Seed, QStringLiteral("seed")},
        {CsvField::Steps, QStringLiteral("steps")},
        {CsvField::Cfg, QStringLiteral("cfg")},
        {CsvField::Sampler, QStringLiteral("sampler")},
        {CsvField::Status, QStringLiteral("status")},
        {CsvField::Error, QStringLiteral("error")},
        {CsvField::LatencyMs, QStringLiteral("latency_ms")},
        {CsvField::LatencySeconds, QStringLiteral("latency_s")},
        {CsvField::Cost, QStringLiteral("cost")},
        {CsvField::Currency, QStringLiteral("currency")},
        {CsvField::Image, QStringLiteral("image")},
        {CsvField::Clip, QStringLiteral("clip")},
        {CsvField::Aesthetic, QStringLiteral("aesthetic")},
        {CsvField::Drift, QStringLiteral("drift")},
        {CsvField::Disposition, QStringLiteral("disposition")},
        {CsvField::Reviewer, QStringLiteral("reviewer")},
        {CsvField::ReviewedAt, QStringLiteral("reviewed_at")},
        {CsvField::Note, QStringLiteral("note")},
    };
    return words;
}

const Words<CsvEncoding>& encodingWords()
{
    static const Words<CsvEncoding> words{{CsvEncoding::Utf8, QStringLiteral("utf-8")},
                                          {CsvEncoding::Utf16Le, QStringLiteral("utf-16le")},
                                          {CsvEncoding::Utf16Be, QStringLiteral("utf-16be")},
                                          {CsvEncoding::Windows1252, QStringLiteral("windows-1252")}};
    return words;
}

const Words<char>& separatorWords()
{
    static const Words<char> words{{',', QStringLiteral(",")},
                                   {';', QStringLiteral(";")},
                                   {'\t', QStringLiteral("tab")},
                                   {'|', QStringLiteral("|")}};
    return words;
}

const Words<DecimalMark>& decimalWords()
{
    static const Words<DecimalMark> words{{DecimalMark::Point, QStringLiteral("point")},
                                          {DecimalMark::Comma, QStringLiteral("comma")}};
    return words;
}

const Words<DateOrder>& orderWords()
{
    static const Words<DateOrder> words{{DateOrder::DayFirst, QStringLiteral("day_first")},
                                        {DateOrder::MonthFirst, QStringLiteral("month_first")}};
    return words;
}

const Words<UndatedVerdict>& undatedWords()
{
    static const Words<UndatedVerdict> words{{UndatedVerdict::Refused, QStringLiteral("refuse")},
                                             {UndatedVerdict::AtSending, QStringLiteral("sent_at")}};
    return words;
}

template<typename Value>
QString wordOf(const Words<Value>& words, Value value)
{
    const auto found = std::ranges::find(words, value, &std::pair<Value, QString>::first);
    return found == words.cend() ? QString() : found->second;
}

template<typename Value>
std::optional<Value> valueOf(const Words<Value>& words, QStringView word)
{
    for (const auto& [value, text] : words) {
        if (text == word)
            return value;
    }
    return std::nullopt;
}

template<typename Value>
QJsonValue jsonOf(const Words<Value>& words, const std::optional<Value>& value)
{
    return value ? QJsonValue(wordOf(words, *value)) : QJsonValue(QJsonValue::Null);
}

/// Reads the members of a mapping; remembers the first that is wrong.
class MappingReader
{
public:
    explicit MappingReader(const QJsonObject& object)
        : m_object(object)
    {
    }

    const QString& problem() const { return m_problem; }

    QString text(const QString& key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            refuse(QStringLiteral("\"%1\" is not text").arg(key));
        return value.toString();
    }

    template<typename Value>
    std::optional<Value> choice(const QString& key, const Words<Value>& words)
    {
        const QString word = text(key);
        const auto value = valueOf<Value>(words, word);
        if (!word.isEmpty() && !value) {
            QStringList known;
            for (const auto& entry : words)
                known.append(entry.second);
            refuse(QStringLiteral("\"%1\" is \"%2\"; known are: %3")
                       .arg(key, word.left(40), known.join(QStringLiteral(", "))));
        }
        return value;
    }

    void refuse(const QString& problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    QList<CsvColumn> columns()
    {
        const QJsonValue value = m_object.value(QStringLiteral("columns"));
        if (!value.isObject())
            refuse(QStringLiteral("\"columns\" is no object of header and field"));
        const QJsonObject object = value.toObject();
        QList<CsvColumn> columns;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const auto field = csvFieldFromText(it.value().toString());
            if (!field)
                refuse(QStringLiteral("column \"%1\" has the unknown field \"%2\"")
                           .arg(it.key().left(40), it.value().toVariant().toString().left(40)));
            columns.append({it.key(), field.value_or(CsvField::Kept)});
        }
        return columns;
    }

    void refuseUnknownKeys()
    {
        static const QStringList known{
            QStringLiteral("version"),  QStringLiteral("encoding"),         QStringLiteral("separator"),
            QStringLiteral("decimal"),  QStringLiteral("date_order"),       QStringLiteral("zone"),
            QStringLiteral("currency"), QStringLiteral("undated_verdicts"), QStringLiteral("columns")};
        for (const QString& key : m_object.keys()) {
            if (!known.contains(key))
                refuse(QStringLiteral("unknown key \"%1\"").arg(key.left(40)));
        }
    }

private:
    QJsonObject m_object;
    QString m_problem;
};

Error invalid(const QString& detail)
{
    return {ErrorKind::Invalid, {}, QStringLiteral("mapping: ") + detail};
}

} // namespace

const QList<CsvField>& csvFields()
{
    static const QList<CsvField> fields = [] {
        QList<CsvField> all;
        for (const auto& entry : fieldWords())
            all.append(entry.first);
        return all;
    }();
    return fields;
}

QString toText(CsvField field)
{
    return wordOf(fieldWords(), field);
}

std::optional<CsvField> csvFieldFromText(QStringView text)
{
    return valueOf<CsvField>(fieldWords(), text);
}

bool isReviewField(CsvField field)
{
    constexpr std::array fields{CsvField::Disposition, CsvField::Reviewer, CsvField::ReviewedAt,
                                CsvField::Note};
    return std::ranges::find(fields, field) != fields.end();
}

bool CsvMapping::has(CsvField field) const
{
    return std::ranges::find(columns, field, &CsvColumn::field) != columns.cend();
}

QByteArray csvMappingToJson(const CsvMapping& mapping)
{
    QJsonObject columns;
    for (const CsvColumn& column : mapping.columns)
        columns.insert(column.header, toText(column.field));
    const QJsonObject object{
        {QStringLiteral("version"), 1},
        {QStringLiteral("encoding"), jsonOf(encodingWords(), mapping.encoding)},
        {QStringLiteral("separator"), jsonOf(separatorWords(), mapping.separator)},
        {QStringLiteral("decimal"), jsonOf(decimalWords(), mapping.decimal)},
        {QStringLiteral("date_order"), jsonOf(orderWords(), mapping.dateOrder)},
        {QStringLiteral("zone"), mapping.zone.isEmpty() ? QJsonValue() : QJsonValue(mapping.zone)},
        {QStringLiteral("currency"),
         mapping.currency.isEmpty() ? QJsonValue() : QJsonValue(mapping.currency)},
        {QStringLiteral("undated_verdicts"), wordOf(undatedWords(), mapping.undatedVerdicts)},
        {QStringLiteral("columns"), columns}};
    return QJsonDocument(object).toJson();
}

Result<CsvMapping> csvMappingFromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return invalid(error.error == QJsonParseError::NoError ? QStringLiteral("no JSON object")
                                                               : error.errorString());
    if (document.object().value(QStringLiteral("version")).toInt(1) > 1)
        return Error{ErrorKind::TooNew, {}, QStringLiteral("mapping of a later version")};
    MappingReader reader(document.object());
    reader.refuseUnknownKeys();
    CsvMapping mapping;
    mapping.encoding = reader.choice(QStringLiteral("encoding"), encodingWords());
    mapping.separator = reader.choice(QStringLiteral("separator"), separatorWords());
    mapping.decimal = reader.choice(QStringLiteral("decimal"), decimalWords());
    mapping.dateOrder = reader.choice(QStringLiteral("date_order"), orderWords());
    mapping.zone = reader.text(QStringLiteral("zone"));
    mapping.currency = reader.text(QStringLiteral("currency"));
    mapping.undatedVerdicts =
        reader.choice(QStringLiteral("undated_verdicts"), undatedWords()).value_or(UndatedVerdict::Refused);
    mapping.columns = reader.columns();
    if (!mapping.zone.isEmpty() && !QTimeZone(mapping.zone.toUtf8()).isValid())
        reader.refuse(QStringLiteral("unknown time zone \"%1\"").arg(mapping.zone.left(40)));
    if (!mapping.currency.isEmpty() && !isCurrencyCode(mapping.currency))
        reader.refuse(QStringLiteral("\"currency\" is no ISO 4217 code: %1").arg(mapping.currency.left(8)));
    if (!reader.problem().isEmpty())
        return invalid(reader.problem());
    return mapping;
}

QString comparableHeader(const QString& header)
{
    return header.simplified().toCaseFolded();
}

QString csvSignature(const QStringList& headers)
{
    QStringList compared;
    for (const QString& header : headers)
        compared.append(comparableHeader(header));
    compared.sort();
    const QByteArray text = compared.join(QChar(0x1F)).toUtf8();
    return QString::fromLatin1(sha256(text).toHex());
}

} // namespace assay
