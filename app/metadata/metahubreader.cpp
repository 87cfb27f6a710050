// SPDX-License-Identifier: GPL-3.0-or-later
// MetaHub's save node for ComfyUI: one JSON object in PNG iTXt `imagemetahub_data`, or in EXIF
// ImageDescription. What a value came from ("detected", "default") stands in its `metadata_sources`.
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonArray>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr std::array kRules{
    SettingRule{"generator"_L1},
    SettingRule{"prompt"_L1},
    SettingRule{"negativePrompt"_L1},
    SettingRule{"model"_L1},
    SettingRule{"loras"_L1},
    SettingRule{"workflow"_L1}, // the graphs, which the raw text keeps
    SettingRule{"prompt_api"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"cfg"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"denoise"_L1, SettingKind::Number, "denoise"_L1},
    SettingRule{"sampler_name"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"scheduler"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"model_hash"_L1, SettingKind::Text, "modelHash"_L1},
    SettingRule{"vae"_L1, SettingKind::Text, "vae"_L1},
    SettingRule{"width"_L1, SettingKind::Width},
    SettingRule{"height"_L1, SettingKind::Height},
};

std::optional<QJsonObject> objectOf(const Container& container)
{
    for (const NamedText& text : container.texts) {
        const bool isOurs = text.keyword == "imagemetahub_data"_L1 ||
                            (text.keyword == "ImageDescription"_L1 && text.text.contains("\"imh_pro\""_L1));
        if (!isOurs)
            continue;
        if (std::optional<QJsonObject> object = parseJsonObject(text.text))
            return object;
    }
    return std::nullopt;
}

/// The node fills what it did not find with a default of its own and says so: that is not what the image was
/// made with.
QJsonObject withoutDefaults(QJsonObject object)
{
    struct Field
    {
        QLatin1StringView source;
        QLatin1StringView member;
    };
    constexpr std::array kFields{Field{"positive"_L1, "prompt"_L1},
                                 Field{"negative"_L1, "negativePrompt"_L1},
                                 Field{"model_name"_L1, "model"_L1},
                                 Field{"seed"_L1, "seed"_L1},
                                 Field{"steps"_L1, "steps"_L1},
                                 Field{"cfg"_L1, "cfg"_L1},
                                 Field{"sampler_name"_L1, "sampler_name"_L1},
                                 Field{"scheduler"_L1, "scheduler"_L1},
                                 Field{"denoise"_L1, "denoise"_L1}};
    const QJsonObject sources = object.value("metadata_sources"_L1).toObject();
    for (const Field& field : kFields) {
        const QString source = sources.value(field.source).toString();
        if (source == "default"_L1 || source == "unknown"_L1)
            object.remove(field.member);
    }
    return object;
}

std::optional<std::chrono::milliseconds> latencyOf(const QJsonObject& analytics)
{
    constexpr double kLongest = 1e10;
    const std::optional<double> milliseconds = scalarNumber(analytics.value("generation_time_ms"_L1));
    if (!milliseconds || *milliseconds <= 0 || *milliseconds > kLongest)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(*milliseconds));
}

} // namespace

std::optional<Reading> readMetaHub(const Container& container)
{
    const std::optional<QJsonObject> found = objectOf(container);
    if (!found)
        return std::nullopt;
    const QJsonObject object = withoutDefaults(*found);
    Reading reading;
    reading.generator = textMember(object, "generator"_L1).value_or(u"ComfyUI"_s);
    reading.prompt = textMember(object, "prompt"_L1);
    reading.negative = textMember(object, "negativePrompt"_L1);
    reading.model = textMember(object, "model"_L1);
    reading.latency = latencyOf(object.value("analytics"_L1).toObject());
    SettingsBuilder builder;
    addSettings(object, kRules, builder);
    for (const QJsonValue& value : object.value("loras"_L1).toArray())
        builder.addLora(value.toObject().value("name"_L1).toString(), value.toObject().value("weight"_L1));
    reading.settings = builder.build();
    return reading;
}

} // namespace assay
