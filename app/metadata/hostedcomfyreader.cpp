// SPDX-License-Identifier: GPL-3.0-or-later
// Sites that run ComfyUI and write what the person typed beside its graph: TensorArt (`generation_data`) and
// Civitai's orchestration (`extraMetadata`). Their own fields go first; the graph gives what they leave out.
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr std::array kRules{
    SettingRule{"prompt"_L1},
    SettingRule{"negativePrompt"_L1},
    SettingRule{"baseModel"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"cfgScale"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"clipSkip"_L1, SettingKind::Number, "clipSkip"_L1},
    SettingRule{"denoise"_L1, SettingKind::Number, "denoise"_L1},
    SettingRule{"sampler"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"ksamplerName"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"schedule"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"sdVae"_L1, SettingKind::Text, "vae"_L1},
    SettingRule{"width"_L1, SettingKind::Width},
    SettingRule{"height"_L1, SettingKind::Height},
};

Reading readFields(const QJsonObject& fields, const QString& generator)
{
    Reading reading;
    reading.generator = generator;
    reading.prompt = textMember(fields, "prompt"_L1);
    reading.negative = textMember(fields, "negativePrompt"_L1);
    SettingsBuilder builder;
    addSettings(fields, kRules, builder);
    reading.settings = builder.build();
    return reading;
}

/// TensorArt gives -1 for the seed and Civitai only a number for the model: both stand in the graph.
void completeFromGraph(const Container& container, Reading& reading)
{
    const std::optional<Reading> graph = readComfyUi(container);
    if (!graph)
        return;
    if (!reading.settings.contains("seed"_L1) && graph->settings.contains("seed"_L1))
        reading.settings.insert("seed"_L1, graph->settings.value("seed"_L1));
    if (!reading.model)
        reading.model = graph->model;
    if (!reading.prompt)
        reading.prompt = graph->prompt;
    if (!reading.negative)
        reading.negative = graph->negative;
}

std::optional<Reading> readTensorArt(const Container& container)
{
    const NamedText* text = container.pngText(u"generation_data");
    const std::optional<QJsonObject> fields = text ? parseJsonObject(text->text) : std::nullopt;
    if (!fields)
        return std::nullopt;
    Reading reading = readFields(*fields, u"TensorArt"_s);
    const QJsonObject model = fields->value("baseModel"_L1).toObject();
    reading.model = textMember(model, "modelFileName"_L1);
    completeFromGraph(container, reading);
    return reading;
}

std::optional<Reading> readCivitai(const Container& container)
{
    for (const QJsonObject& object : parameterObjects(container)) {
        const std::optional<QString> extra = textMember(object, "extraMetadata"_L1);
        const std::optional<QJsonObject> fields = extra ? parseJsonObject(*extra) : std::nullopt;
        if (!fields)
            continue;
        Reading reading = readFields(*fields, u"Civitai"_s);
        completeFromGraph(container, reading);
        return reading;
    }
    return std::nullopt;
}

} // namespace

std::optional<Reading> readHostedComfy(const Container& container)
{
    if (std::optional<Reading> reading = readTensorArt(container))
        return reading;
    return readCivitai(container);
}

} // namespace assay
