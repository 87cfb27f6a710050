// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/logfields.h"

#include "app/base/plausibletime.h"

#include <cmath>

namespace assay {

namespace {

/// Doubles beyond this are not exact whole numbers.
constexpr double kExactLimit = 9007199254740992.0;

std::optional<qint64> exactInteger(const simdjson::dom::element& element)
{
    int64_t integer = 0;
    if (element.get_int64().get(integer) == simdjson::SUCCESS)
        return integer;
    double real = 0;
    if (element.get_double().get(real) != simdjson::SUCCESS)
        return std::nullopt;
    if (std::trunc(real) != real || std::abs(real) > kExactLimit)
        return std::nullopt;
    return static_cast<qint64>(real);
}

} // namespace

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

LogFields::LogFields(simdjson::dom::object object, UtcTime now)
    : m_object(object)
    , m_now(now)
{
}

void LogFields::setProblem(const QString& problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

void LogFields::refuse(std::string_view key, const QString& rule)
{
    setProblem(QStringLiteral("\"%1\" %2").arg(fromUtf8(key), rule));
}

std::optional<simdjson::dom::element> LogFields::find(std::string_view key) const
{
    simdjson::dom::element element;
    if (m_object.at_key(key).get(element) != simdjson::SUCCESS || element.is_null())
        return std::nullopt;
    return element;
}

bool LogFields::contains(std::string_view key) const
{
    return m_object.at_key(key).error() == simdjson::SUCCESS;
}

void LogFields::require(std::string_view key)
{
    if (!contains(key))
        refuse(key, QStringLiteral("is missing"));
}

std::optional<QString> LogFields::text(std::string_view key)
{
    const auto element = find(key);
    if (!element)
        return std::nullopt;
    std::string_view value;
    if (element->get_string().get(value) == simdjson::SUCCESS)
        return fromUtf8(value);
    refuse(key, QStringLiteral("is not text"));
    return std::nullopt;
}

QString LogFields::requiredText(std::string_view key)
{
    const QString value = text(key).value_or(QString());
    if (value.isEmpty()) {
        require(key);
        refuse(key, QStringLiteral("is empty"));
    }
    return value;
}

std::optional<qint64> LogFields::wholeNumber(std::string_view key, qint64 minimum)
{
    const auto element = find(key);
    if (!element)
        return std::nullopt;
    const auto value = exactInteger(*element);
    if (!value)
        refuse(key, QStringLiteral("is not a whole number"));
    else if (*value < minimum)
        refuse(key, QStringLiteral("is below %1").arg(minimum));
    return value;
}

std::optional<double> LogFields::number(std::string_view key)
{
    const auto element = find(key);
    if (!element)
        return std::nullopt;
    double value = 0;
    if (element->get_double().get(value) == simdjson::SUCCESS)
        return value;
    refuse(key, QStringLiteral("is not a number"));
    return std::nullopt;
}

std::optional<UtcTime> LogFields::time(std::string_view key)
{
    const auto value = text(key);
    return value ? timeIn(key, *value) : std::nullopt;
}

std::optional<UtcTime> LogFields::timeIn(std::string_view key, const QString& value)
{
    const auto instant = parseRfc3339(value);
    if (!instant)
        refuse(key, QStringLiteral("is no time with Z or an offset: %1").arg(value.left(40)));
    else if (!isPlausible(*instant, m_now))
        refuse(key, (*instant > m_now ? QStringLiteral("is in the future: %1")
                                      : QStringLiteral("is before the year 2000: %1"))
                        .arg(value.left(40)));
    return instant;
}

UtcTime LogFields::requiredTime(std::string_view key)
{
    const QString value = requiredText(key);
    return timeIn(key, value).value_or(UtcTime{});
}

std::optional<LogFields> objectAt(LogFields& fields, std::string_view key)
{
    const auto element = fields.find(key);
    if (!element)
        return std::nullopt;
    simdjson::dom::object object;
    if (element->get_object().get(object) == simdjson::SUCCESS)
        return LogFields(object, fields.now());
    fields.setProblem(QStringLiteral("\"%1\" is not an object").arg(fromUtf8(key)));
    return std::nullopt;
}

} // namespace assay
