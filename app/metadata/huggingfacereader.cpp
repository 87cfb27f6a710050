// SPDX-License-Identifier: GPL-3.0-or-later
// Hugging Face Spaces built on Diffusers: one JSON object in PNG `parameters` that names "Model" and
// "resolution".
#include "app/metadata/generatorreader.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr std::array kRules{
    SettingRule{"prompt"_L1},
    SettingRule{"negative_prompt"_L1},
    SettingRule{"Model"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"num_inference_steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"guidance_scale"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"sampler"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"Model hash"_L1, SettingKind::Text, "modelHash"_L1},
    SettingRule{"resolution"_L1, SettingKind::Size},
};

} // namespace

std::optional<Reading> readHuggingFace(const Container& container)
{
    for (const QJsonObject& object : parameterObjects(container)) {
        if (!object.contains("Model"_L1) || !object.contains("resolution"_L1))
            continue;
        Reading reading;
        reading.generator = u"Hugging Face Space"_s;
        reading.prompt = textMember(object, "prompt"_L1);
        reading.negative = textMember(object, "negative_prompt"_L1);
        reading.model = textMember(object, "Model"_L1);
        SettingsBuilder builder;
        addSettings(object, kRules, builder);
        reading.settings = builder.build();
        return reading;
    }
    return std::nullopt;
}

} // namespace assay
