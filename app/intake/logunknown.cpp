// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/logunknown.h"

#include "app/base/jsontext.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace assay {

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 2> kCostKeys{"amount", "currency"};
constexpr std::array<std::string_view, 2> kScoreKeys{"clip", "aesthetic"};
constexpr std::array<std::string_view, 5> kConstraintKeys{"id", "kind", "text", "parent", "span"};

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

void addMember(QString& members, const QString& key, const QString& json)
{
    members += (members.isEmpty() ? u"" : u",") + jsonString(key) + u':' + json;
}

/// Of one object; empty: it has none.
QString unknownMembers(const simdjson::dom::object& object, Keys known)
{
    QString members;
    for (const auto& [key, value] : object) {
        if (std::ranges::find(known, key) == known.end())
            addMember(members, fromUtf8(key), fromUtf8(std::string(simdjson::minify(value))));
    }
    return members;
}

void addObject(QString& members, const QString& key, const QString& inside)
{
    if (!inside.isEmpty())
        addMember(members, key, u'{' + inside + u'}');
}

QString unknownAt(const simdjson::dom::object& generation, std::string_view key, Keys known)
{
    simdjson::dom::object object;
    return generation.at_key(key).get_object().get(object) == simdjson::SUCCESS
               ? unknownMembers(object, known)
               : QString();
}

QString unknownOfConstraints(const simdjson::dom::object& generation)
{
    simdjson::dom::array array;
    if (generation.at_key("constraints").get_array().get(array) != simdjson::SUCCESS)
        return {};
    QString members;
    for (const simdjson::dom::element item : array) {
        simdjson::dom::object constraint;
        std::string_view id;
        if (item.get_object().get(constraint) == simdjson::SUCCESS &&
            constraint.at_key("id").get_string().get(id) == simdjson::SUCCESS)
            addObject(members, fromUtf8(id), unknownMembers(constraint, kConstraintKeys));
    }
    return members;
}

} // namespace

QString unknownBelow(simdjson::dom::object generation)
{
    QString members;
    addObject(members, QStringLiteral("cost"), unknownAt(generation, "cost", kCostKeys));
    addObject(members, QStringLiteral("scores"), unknownAt(generation, "scores", kScoreKeys));
    addObject(members, QStringLiteral("constraints"), unknownOfConstraints(generation));
    return members.isEmpty() ? QString() : QString(u'{' + members + u'}');
}

} // namespace assay
