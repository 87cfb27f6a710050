// SPDX-License-Identifier: GPL-3.0-or-later
// SwarmUI: `sui_image_params` in PNG `parameters` or EXIF UserComment. Its values may be texts or numbers,
// its lists arrays or texts with commas.
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonArray>
#include <QRegularExpression>

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
    SettingRule{"generation_time"_L1},
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

/// "4.84 sec", "1.20 min"; older releases wrote "143.17 (prep) and 35.81 (gen) seconds".
std::optional<std::chrono::milliseconds> latencyOf(const QJsonValue& generationTime)
{
    static const QRegularExpression pattern(
        u"(?:^|and )\\s*(\\d{1,7}(?:\\.\\d{1,6})?)\\s*(?:\\(gen\\))?\\s*(sec|min)(?:ond|ute)?s?$"_s);
    const QString text = generationTime.toString().left(80).trimmed();
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double seconds = match.captured(1).toDouble() * (match.capturedView(2) == u"min" ? 60 : 1);
    return std::chrono::milliseconds(qRound64(seconds * 1000));
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
    const QJsonValue time = extra.contains("generation_time"_L1) ? extra.value("generation_time"_L1)
                                                                 : parameters.value("generation_time"_L1);
    reading.latency = latencyOf(time);
    if (!reading.latency)
        builder.setOther(u"generation_time"_s, time);
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
