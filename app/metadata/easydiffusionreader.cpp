// SPDX-License-Identifier: GPL-3.0-or-later
// Easy Diffusion: one PNG text for each setting, or all of them as one JSON object in UserComment or a
// sidecar. Its keys come as the program knows them (`num_inference_steps`) or as it shows them ("Steps").
#include "app/metadata/easydiffusion.h"
#include "app/metadata/generatorreader.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

struct ShownName
{
    QLatin1StringView shown;
    QLatin1StringView key;
};

constexpr std::array kShownNames{
    ShownName{"Prompt"_L1, "prompt"_L1},
    ShownName{"Negative Prompt"_L1, "negative_prompt"_L1},
    ShownName{"Seed"_L1, "seed"_L1},
    ShownName{"Stable Diffusion model"_L1, "use_stable_diffusion_model"_L1},
    ShownName{"Clip Skip"_L1, "clip_skip"_L1},
    ShownName{"ControlNet model"_L1, "use_controlnet_model"_L1},
    ShownName{"VAE model"_L1, "use_vae_model"_L1},
    ShownName{"Sampler"_L1, "sampler_name"_L1},
    ShownName{"Scheduler"_L1, "scheduler_name"_L1},
    ShownName{"Width"_L1, "width"_L1},
    ShownName{"Height"_L1, "height"_L1},
    ShownName{"Steps"_L1, "num_inference_steps"_L1},
    ShownName{"Guidance Scale"_L1, "guidance_scale"_L1},
    ShownName{"Prompt Strength"_L1, "prompt_strength"_L1},
    ShownName{"LoRA model"_L1, "use_lora_model"_L1},
    ShownName{"LoRA Strength"_L1, "lora_alpha"_L1},
};

constexpr std::array kRules{
    SettingRule{"prompt"_L1},
    SettingRule{"negative_prompt"_L1},
    SettingRule{"use_stable_diffusion_model"_L1},
    SettingRule{"use_lora_model"_L1},
    SettingRule{"lora_alpha"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"num_inference_steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"guidance_scale"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"prompt_strength"_L1, SettingKind::Number, "denoise"_L1},
    SettingRule{"sampler_name"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"scheduler_name"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"use_vae_model"_L1, SettingKind::Text, "vae"_L1},
    SettingRule{"width"_L1, SettingKind::Width},
    SettingRule{"height"_L1, SettingKind::Height},
};

QString keyOf(const QString& name)
{
    for (const ShownName& entry : kShownNames) {
        if (name == entry.shown)
            return entry.key;
    }
    return name;
}

/// Models are written as paths of the machine that made the image.
QString fileName(const QString& path)
{
    const qsizetype slash = qMax(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    return path.sliced(slash + 1);
}

QJsonArray listOf(const QJsonValue& value)
{
    return value.isArray() ? value.toArray() : QJsonArray{value};
}

void addLoras(const QJsonObject& fields, SettingsBuilder& builder)
{
    const QJsonArray names = listOf(fields.value("use_lora_model"_L1));
    const QJsonArray weights = listOf(fields.value("lora_alpha"_L1));
    for (qsizetype i = 0; i < names.size(); ++i)
        builder.addLora(fileName(names[i].toString()), i < weights.size() ? weights[i] : QJsonValue());
}

QJsonObject fieldsOfTexts(const Container& container)
{
    QJsonObject fields;
    for (const NamedText& text : container.texts) {
        if (hasGeneratorKeywords(text.source))
            fields.insert(text.keyword, text.text);
    }
    return fields;
}

} // namespace

Reading readLabelledFields(const QJsonObject& named)
{
    QJsonObject fields;
    for (auto it = named.constBegin(); it != named.constEnd(); ++it) {
        if (it.value() != "None"_L1) // how Python writes a field that isn't set
            fields.insert(keyOf(it.key()), it.value());
    }
    Reading reading;
    reading.prompt = textMember(fields, "prompt"_L1);
    reading.negative = textMember(fields, "negative_prompt"_L1);
    if (const std::optional<QString> model = textMember(fields, "use_stable_diffusion_model"_L1))
        reading.model = fileName(*model);
    SettingsBuilder builder;
    addSettings(fields, kRules, builder);
    addLoras(fields, builder);
    reading.settings = builder.build();
    return reading;
}

std::optional<Reading> readEasyDiffusionFields(const QJsonObject& named)
{
    Reading reading = readLabelledFields(named);
    if (!reading.model)
        return std::nullopt;
    reading.generator = u"Easy Diffusion"_s;
    return reading;
}

std::optional<Reading> readEasyDiffusion(const Container& container)
{
    for (const QJsonObject& object : parameterObjects(container)) {
        if (std::optional<Reading> reading = readEasyDiffusionFields(object))
            return reading;
    }
    return readEasyDiffusionFields(fieldsOfTexts(container));
}

} // namespace assay
