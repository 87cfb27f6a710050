// SPDX-License-Identifier: GPL-3.0-or-later
// imaginAIry: UserComment holds {"prompt": {...}}, whose prompts are [[weight, text], ...] in older releases
// and [{"text", "weight"}, ...] in newer ones.
#include "app/metadata/generatorreader.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr std::array kRules{
    SettingRule{"prompt"_L1},
    SettingRule{"prompts"_L1},
    SettingRule{"negative_prompt"_L1},
    SettingRule{"model"_L1},
    SettingRule{"model_weights"_L1},
    SettingRule{"software"_L1},
    SettingRule{"size"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"prompt_strength"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"sampler_type"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"solver_type"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"width"_L1, SettingKind::Width},
    SettingRule{"height"_L1, SettingKind::Height},
};

std::optional<QString> weightedText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    const QJsonValue text = value.isArray() ? value.toArray()[1] : value.toObject().value("text"_L1);
    return text.isString() ? std::optional(text.toString()) : std::nullopt;
}

/// The parts one below the other; nothing if there is none that can be read.
std::optional<QString> joinedTexts(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    QStringList texts;
    for (const QJsonValue& part : value.toArray()) {
        if (const std::optional<QString> text = weightedText(part))
            texts.append(*text);
    }
    return texts.isEmpty() ? std::nullopt : std::optional(texts.join(u'\n'));
}

std::optional<QString> modelOf(const QJsonObject& fields)
{
    for (const QLatin1StringView key : {"model"_L1, "model_weights"_L1}) {
        if (const std::optional<QString> name = textMember(fields, key))
            return name;
        if (const std::optional<QString> name = textMember(fields.value(key).toObject(), "name"_L1))
            return name;
    }
    return std::nullopt;
}

std::optional<Reading> readFields(const QJsonObject& fields)
{
    const bool isOurs = fields.contains("prompt_strength"_L1) &&
                        (fields.contains("sampler_type"_L1) || fields.contains("solver_type"_L1));
    if (!isOurs)
        return std::nullopt;
    Reading reading;
    reading.generator = u"imaginAIry"_s;
    const QLatin1StringView key = fields.contains("prompts"_L1) ? "prompts"_L1 : "prompt"_L1;
    reading.prompt = joinedTexts(fields.value(key));
    reading.negative = joinedTexts(fields.value("negative_prompt"_L1));
    reading.model = modelOf(fields);
    SettingsBuilder builder;
    addSettings(fields, kRules, builder);
    const QJsonArray size = fields.value("size"_L1).toArray();
    if (size.size() == 2)
        builder.setSize(size[0], size[1]);
    reading.settings = builder.build();
    return reading;
}

} // namespace

std::optional<Reading> readImaginAiry(const Container& container)
{
    for (const QJsonObject& object : parameterObjects(container)) {
        if (std::optional<Reading> reading = readFields(object.value("prompt"_L1).toObject()))
            return reading;
    }
    return std::nullopt;
}

} // namespace assay
