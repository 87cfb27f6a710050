// SPDX-License-Identifier: GPL-3.0-or-later
// LogFields: typed access to the keys of one JSON object of a log line. The first key that breaks a rule is
// remembered as the problem of the line; later ones do not replace it. Lives only as long as the parser's
// document; used by LogReader alone.
#pragma once

#include "app/base/clock.h"

#include <QString>

#include <optional>
#include <simdjson.h>
#include <string_view>

namespace assay {

class LogFields
{
public:
    /// Times are judged as of `now`.
    LogFields(simdjson::dom::object object, UtcTime now);

    UtcTime now() const { return m_now; }
    const QString& problem() const { return m_problem; }
    void setProblem(const QString& problem);

    /// The key's value; nothing when it is absent or null.
    std::optional<simdjson::dom::element> find(std::string_view key) const;
    bool contains(std::string_view key) const;
    /// An absent key is a problem; null is allowed and means unknown.
    void require(std::string_view key);

    std::optional<QString> text(std::string_view key);
    QString requiredText(std::string_view key); ///< present and not empty
    std::optional<qint64> wholeNumber(std::string_view key, qint64 minimum);
    std::optional<double> number(std::string_view key);
    /// A problem when it is before 2000 or more than a day in the future.
    std::optional<UtcTime> time(std::string_view key);
    UtcTime requiredTime(std::string_view key);

private:
    void refuse(std::string_view key, const QString& rule);
    std::optional<UtcTime> timeIn(std::string_view key, const QString& value);

    simdjson::dom::object m_object;
    UtcTime m_now;
    QString m_problem;
};

QString fromUtf8(std::string_view text);

/// An object below `key`; nothing when absent, a problem when it is something else.
std::optional<LogFields> objectAt(LogFields& fields, std::string_view key);

/// One of a fixed set of words; any other is a problem.
template<typename Value>
Value wordAt(LogFields& fields, std::string_view key, std::optional<Value> (*fromText)(QStringView))
{
    const QString word = fields.requiredText(key);
    const auto value = fromText(word);
    if (!value)
        fields.setProblem(QStringLiteral("\"%1\" is unknown: %2").arg(fromUtf8(key), word.left(40)));
    return value.value_or(Value{});
}

} // namespace assay
