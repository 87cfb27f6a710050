// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/jsonsettings.h"

#include "app/metadata/json.h"
#include "app/metadata/settingsbuilder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

void addSetting(const SettingRule& rule, const QJsonValue& value, SettingsBuilder& builder)
{
    switch (rule.kind) {
    case SettingKind::Seed:
        return builder.setSeed(rule.source, value);
    case SettingKind::Number:
        return builder.setNumber(rule.key, rule.source, value);
    case SettingKind::Text:
        return builder.setText(rule.key, value);
    case SettingKind::Size:
        return builder.setSizeText(rule.source, value.toString());
    case SettingKind::Width:
    case SettingKind::Height:
    case SettingKind::Skipped:
        return;
    }
}

QJsonValue memberOfKind(const QJsonObject& object, std::span<const SettingRule> rules, SettingKind kind)
{
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [kind](const SettingRule& r) { return r.kind == kind; });
    return rule == rules.end() ? QJsonValue() : object.value(rule->source);
}

bool holdsParameters(const NamedText& text)
{
    if (hasGeneratorKeywords(text.source))
        return text.keyword == "parameters"_L1;
    if (text.source == TextSource::Exif)
        return text.keyword == "UserComment"_L1;
    return text.source == TextSource::JpegComment;
}

} // namespace

void addSettings(const QJsonObject& object, std::span<const SettingRule> rules, SettingsBuilder& builder)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const auto rule = std::find_if(rules.begin(), rules.end(),
                                       [&it](const SettingRule& r) { return it.key() == r.source; });
        if (rule == rules.end())
            builder.setOther(it.key(), it.value());
        else
            addSetting(*rule, it.value(), builder);
    }
    builder.setSize(memberOfKind(object, rules, SettingKind::Width),
                    memberOfKind(object, rules, SettingKind::Height));
}

std::optional<QString> textMember(const QJsonObject& object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QList<QJsonObject> parameterObjects(const Container& container)
{
    QList<QJsonObject> objects;
    for (const NamedText& text : container.texts) {
        if (!holdsParameters(text))
            continue;
        if (const std::optional<QJsonObject> object = parseJsonObject(text.text))
            objects.append(*object);
    }
    return objects;
}

} // namespace assay
