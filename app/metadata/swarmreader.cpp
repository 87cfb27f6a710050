// SPDX-License-Identifier: GPL-3.0-or-later
// SwarmUI: `sui_image_params` in PNG `parameters` or EXIF UserComment. Its values may be texts or numbers,
// its lists arrays or texts with commas.
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr std::array kRules{
    SettingRule{"prompt"_L1},
    SettingRule{"negativeprompt"_L1},
    SettingRule{"model"_L1},
    SettingRule{"loras"_L1},
    SettingRule{"loraweights"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"cfgscale"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"sampler"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"scheduler"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"vae"_L1, SettingKind::Text, "vae"_L1},
    SettingRule{"width"_L1, SettingKind::Width},
    SettingRule{"height"_L1, SettingKind::Height},
};

QStringList listOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().split(u',', Qt::SkipEmptyParts);
    QStringList list;
    for (const QJsonValue& entry : value.toArray())
        list.append(scalarText(entry).value_or(QString()));
    return list;
}

void addLoras(const QJsonObject& parameters, SettingsBuilder& builder)
{
    const QStringList names = listOf(parameters.value("loras"_L1));
    const QStringList weights = listOf(parameters.value("loraweights"_L1));
    for (qsizetype i = 0; i < names.size(); ++i)
        builder.addLora(names[i].trimmed(), i < weights.size() ? QJsonValue(weights[i]) : QJsonValue());
}

Reading readParameters(const QJsonObject& parameters, const QJsonObject& extra)
{
    Reading reading;
    reading.generator = u"SwarmUI"_s;
    reading.prompt = textMember(parameters, "prompt"_L1);
    reading.negative = textMember(parameters, "negativeprompt"_L1);
    reading.model = textMember(parameters, "model"_L1);
    SettingsBuilder builder;
    addSettings(parameters, kRules, builder);
    addLoras(parameters, builder);
    builder.setOther(u"generation_time"_s, extra.value("generation_time"_L1));
    builder.setOther(u"date"_s, extra.value("date"_L1));
    reading.settings = builder.build();
    return reading;
}

} // namespace

std::optional<Reading> readSwarmUi(const Container& container)
{
    for (const QJsonObject& object : parameterObjects(container)) {
        if (object.value("sui_image_params"_L1).isObject())
            return readParameters(object.value("sui_image_params"_L1).toObject(),
                                  object.value("sui_extra_data"_L1).toObject());
    }
    return std::nullopt;
}

} // namespace assay
