// SPDX-License-Identifier: GPL-3.0-or-later
// Stability Matrix: `parameters-json` beside ComfyUI's graph, Automatic1111's text and its own project.
// Images with the project alone are left to the readers of the other texts.
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr std::array kRules{
    SettingRule{"PositivePrompt"_L1},
    SettingRule{"NegativePrompt"_L1},
    SettingRule{"ModelName"_L1},
    SettingRule{"Seed"_L1, SettingKind::Seed},
    SettingRule{"Steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"CfgScale"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"Sampler"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"Scheduler"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"ModelHash"_L1, SettingKind::Text, "modelHash"_L1},
    SettingRule{"Width"_L1, SettingKind::Width},
    SettingRule{"Height"_L1, SettingKind::Height},
};

} // namespace

std::optional<Reading> readStabilityMatrix(const Container& container)
{
    const NamedText* text = container.pngText(u"parameters-json");
    const std::optional<QJsonObject> object = text ? parseJsonObject(text->text) : std::nullopt;
    if (!object || !object->contains("PositivePrompt"_L1))
        return std::nullopt;
    Reading reading;
    reading.generator = u"Stability Matrix"_s;
    reading.prompt = textMember(*object, "PositivePrompt"_L1);
    reading.negative = textMember(*object, "NegativePrompt"_L1);
    reading.model = textMember(*object, "ModelName"_L1);
    SettingsBuilder builder;
    addSettings(*object, kRules, builder);
    reading.settings = builder.build();
    return reading;
}

} // namespace assay
