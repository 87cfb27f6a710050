// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/logreader.h"

#include "app/base/jsontext.h"
#include "app/intake/loggeneration.h"
#include "app/intake/logunknown.h"

#include <QJsonDocument>

namespace assay {

namespace {

constexpr qint64 kFormatVersion = 1;

/// null is an answer too: it can't be told.
Checks readChecks(LogFields& fields)
{
    const auto element = fields.find("checks");
    if (!element)
        return {};
    simdjson::dom::object object;
    if (element->get_object().get(object) != simdjson::SUCCESS) {
        fields.setProblem(QStringLiteral("\"checks\" is not an object"));
        return {};
    }
    Checks checks;
    for (const auto& [key, value] : object) {
        bool isMet = false;
        if (value.is_null())
            checks.insert(fromUtf8(key), Answer::CantTell);
        else if (value.get_bool().get(isMet) == simdjson::SUCCESS)
            checks.insert(fromUtf8(key), isMet ? Answer::Met : Answer::Missed);
        else
            fields.setProblem(QStringLiteral("check %1 is not true, false or null").arg(fromUtf8(key)));
    }
    return checks;
}

QStringList readReasons(LogFields& fields)
{
    const auto element = fields.find("reasons");
    if (!element)
        return {};
    simdjson::dom::array array;
    if (element->get_array().get(array) != simdjson::SUCCESS) {
        fields.setProblem(QStringLiteral("\"reasons\" is not a list"));
        return {};
    }
    QStringList reasons;
    for (const simdjson::dom::element item : array) {
        std::string_view text;
        if (item.get_string().get(text) == simdjson::SUCCESS)
            reasons.append(fromUtf8(text));
        else
            fields.setProblem(QStringLiteral("a reason is not text"));
    }
    return reasons;
}

Review readReview(LogFields& fields)
{
    fields.require("reviewer");
    Review review;
    review.externalId = fields.requiredText("id");
    review.generationExternalId = fields.requiredText("generation");
    review.reviewedAt = fields.requiredTime("ts");
    review.reviewer = fields.text("reviewer").value_or(QString());
    review.disposition = wordAt<Disposition>(fields, "disposition", dispositionFromText);
    review.checks = readChecks(fields);
    review.note = fields.text("note").value_or(QString());
    review.reasons = readReasons(fields);
    return review;
}

Change readChange(LogFields& fields)
{
    Change change;
    change.externalId = fields.requiredText("id");
    change.at = fields.requiredTime("ts");
    change.client = fields.text("client").value_or(QString());
    change.kind = wordAt<ChangeKind>(fields, "kind", changeKindFromText);
    change.from = fields.text("from").value_or(QString());
    change.to = fields.text("to").value_or(QString());
    change.note = fields.text("note").value_or(QString());
    return change;
}

GpuSample readGpuSample(LogFields& fields)
{
    for (const std::string_view key : {"duration_s", "util"})
        fields.require(key);
    GpuSample sample;
    sample.startedAt = fields.requiredTime("ts");
    sample.node = fields.requiredText("node");
    const double seconds = fields.number("duration_s").value_or(0);
    sample.utilisation = fields.number("util").value_or(-1);
    if (!(seconds > 0 && seconds <= 366.0 * 86'400))
        fields.setProblem(QStringLiteral("\"duration_s\" is no duration of up to a year"));
    else
        sample.duration = Milliseconds(qRound64(seconds * 1000));
    if (!(sample.utilisation >= 0 && sample.utilisation <= 1))
        fields.setProblem(QStringLiteral("\"util\" is not between 0 and 1"));
    return sample;
}

Error invalid(const QString& reason)
{
    return {ErrorKind::Invalid, {}, reason};
}

QString reasonOf(simdjson::error_code code)
{
    if (code == simdjson::UTF8_ERROR)
        return QStringLiteral("the line is not UTF-8");
    return QStringLiteral("the line is not JSON: ") + QString::fromLatin1(simdjson::error_message(code));
}

Result<LogEvent> readEvent(LogFields& fields)
{
    const auto version = fields.wholeNumber("v", 1);
    if (version.value_or(kFormatVersion) > kFormatVersion)
        return Error{ErrorKind::TooNew, {}, QStringLiteral("log format version %1").arg(*version)};
    const QString type = fields.requiredText("type");
    std::optional<LogEvent> event;
    if (type == QLatin1String("generation"))
        event = readGeneration(fields);
    else if (type == QLatin1String("review"))
        event = readReview(fields);
    else if (type == QLatin1String("change"))
        event = readChange(fields);
    else if (type == QLatin1String("gpu"))
        event = readGpuSample(fields);
    if (!fields.problem().isEmpty())
        return invalid(fields.problem());
    if (!event)
        return Error{ErrorKind::Unsupported, {}, QStringLiteral("unknown type: ") + type.left(40)};
    return *std::move(event);
}

/// The texts of a line that are kept exactly as they were written: numbers keep every digit.
struct RawParts
{
    QString settings;
    QString extra;
    std::string rest; ///< the object without them
};

/// Both are texts of objects, or empty.
QString joinedObjects(const QString& first, const QString& second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    JsonObjectText both;
    both.addMembers(first);
    both.addMembers(second);
    return both.text();
}

bool isJsonObject(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).isObject();
}

} // namespace

struct LogReader::Parsers
{
    Result<LogEvent> read();
    Result<LogEvent> readObject(simdjson::dom::element root);
    bool readRawParts();
    simdjson::simdjson_result<simdjson::dom::element> parse();

    Clock clock;
    simdjson::dom::parser dom;
    simdjson::ondemand::parser ondemand;
    std::string buffer; ///< the line with the padding that the parsers need
    size_t length = 0;
    RawParts parts;
    bool hasParts = false;
};

bool LogReader::Parsers::readRawParts()
{
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (ondemand.iterate(buffer.data(), length, buffer.size()).get(document) != simdjson::SUCCESS ||
        document.get_object().get(object) != simdjson::SUCCESS)
        return false;
    for (auto field : object) {
        std::string_view key;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS)
            return false;
        // The parser forgets a key when it goes on to the value.
        const std::string name(key);
        simdjson::ondemand::value value;
        std::string_view raw;
        if (field.value().get(value) != simdjson::SUCCESS ||
            simdjson::to_json_string(value).get(raw) != simdjson::SUCCESS)
            return false;
        if (name == "settings")
            parts.settings = raw == "null" ? QString() : fromUtf8(raw);
        else if (!isGenerationKey(name))
            parts.extra +=
                (parts.extra.isEmpty() ? u'{' : u',') + jsonString(fromUtf8(name)) + u':' + fromUtf8(raw);
        else
            parts.rest.append(parts.rest.empty() ? "{\"" : ",\"").append(name).append("\":").append(raw);
    }
    parts.extra += parts.extra.isEmpty() ? QString() : QStringLiteral("}");
    parts.rest += parts.rest.empty() ? "{}" : "}";
    hasParts = true;
    return true;
}

/// A number beyond 64 bits in what is only kept is no reason to refuse a line: then the rest is parsed alone.
simdjson::simdjson_result<simdjson::dom::element> LogReader::Parsers::parse()
{
    auto root = dom.parse(buffer.data(), length, false);
    if (root.error() != simdjson::NUMBER_ERROR || !readRawParts())
        return root;
    if (!parts.extra.isEmpty() && !isJsonObject(parts.extra))
        return root;
    return dom.parse(parts.rest);
}

Result<LogEvent> LogReader::Parsers::readObject(simdjson::dom::element root)
{
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS)
        return invalid(QStringLiteral("the line is not a JSON object"));
    LogFields fields(object, clock());
    auto event = readEvent(fields);
    if (!event)
        return event;
    if (auto* generation = std::get_if<Generation>(&*event)) {
        if (!hasParts && !readRawParts())
            return invalid(QStringLiteral("the line is not JSON"));
        const auto settings = fields.find("settings");
        if (!parts.settings.isEmpty() && !(settings ? settings->is_object() : isJsonObject(parts.settings)))
            return invalid(QStringLiteral("\"settings\" is not an object"));
        generation->settings = parts.settings;
        generation->extra = joinedObjects(parts.extra, unknownBelow(object));
    }
    return event;
}

Result<LogEvent> LogReader::Parsers::read()
{
    parts = {};
    hasParts = false;
    simdjson::dom::element root;
    if (const auto code = parse().get(root); code != simdjson::SUCCESS)
        return invalid(reasonOf(code));
    return readObject(root);
}

LogReader::LogReader(Clock clock)
    : m_parsers(std::make_unique<Parsers>())
{
    m_parsers->clock = std::move(clock);
}

LogReader::~LogReader() = default;

Result<LogEvent> LogReader::read(QByteArrayView line)
{
    const auto length = static_cast<size_t>(line.size());
    m_parsers->buffer.assign(line.data(), length);
    m_parsers->buffer.append(simdjson::SIMDJSON_PADDING, '\0');
    m_parsers->length = length;
    return m_parsers->read();
}

} // namespace assay
