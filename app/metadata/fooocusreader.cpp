// SPDX-License-Identifier: GPL-3.0-or-later
// Fooocus, RuinedFooocus and Fooocus-MRE: one JSON object in PNG `parameters` or EXIF UserComment, in
// Fooocus-MRE in the `Comment` of PNG and JPEG. Fooocus' other form is Automatic1111's text, which that
// reader takes.
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/jsonsettings.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr std::array kFooocusRules{
    SettingRule{"prompt"_L1},
    SettingRule{"negative_prompt"_L1},
    SettingRule{"base_model"_L1},
    SettingRule{"loras"_L1},
    SettingRule{"resolution"_L1},
    SettingRule{"metadata_scheme"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"guidance_scale"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"clip_skip"_L1, SettingKind::Number, "clipSkip"_L1},
    SettingRule{"sampler"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"scheduler"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"vae"_L1, SettingKind::Text, "vae"_L1},
    SettingRule{"base_model_hash"_L1, SettingKind::Text, "modelHash"_L1},
};

constexpr std::array kRuinedRules{
    SettingRule{"Prompt"_L1},
    SettingRule{"Negative"_L1},
    SettingRule{"base_model_name"_L1},
    SettingRule{"loras"_L1},
    SettingRule{"software"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"cfg"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"clip_skip"_L1, SettingKind::Number, "clipSkip"_L1},
    SettingRule{"denoise"_L1, SettingKind::Number, "denoise"_L1},
    SettingRule{"sampler_name"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"scheduler"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"base_model_hash"_L1, SettingKind::Text, "modelHash"_L1},
    SettingRule{"width"_L1, SettingKind::Width},
    SettingRule{"height"_L1, SettingKind::Height},
};

constexpr std::array kMreRules{
    SettingRule{"prompt"_L1},
    SettingRule{"negative_prompt"_L1},
    SettingRule{"base_model"_L1},
    SettingRule{"loras"_L1},
    SettingRule{"software"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"cfg"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"sampler"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"scheduler"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"width"_L1, SettingKind::Width},
    SettingRule{"height"_L1, SettingKind::Height},
};

/// "(1152, 896)", a Python tuple as text
void addResolution(const QString& resolution, SettingsBuilder& builder)
{
    QString sides = resolution;
    sides.remove(u'(').remove(u')').remove(u' ');
    builder.setSizeText(u"resolution"_s, sides.replace(u',', u'x'));
}

/// [["name", weight, "hash"], ...]
void addLoras(const QJsonArray& loras, SettingsBuilder& builder)
{
    for (const QJsonValue& value : loras) {
        const QJsonArray lora = value.toArray();
        builder.addLora(lora[0].toString(), lora[1], lora[2].toString());
    }
}

/// [["hash", "1.0 - name"], ...]
void addRuinedLoras(const QJsonArray& loras, SettingsBuilder& builder)
{
    for (const QJsonValue& value : loras) {
        const QString text = value.toArray()[1].toString();
        builder.addLora(text.section(u" - "_s, 1), text.section(u" - "_s, 0, 0),
                        value.toArray()[0].toString());
    }
}

Reading readFooocusObject(const QJsonObject& object)
{
    Reading reading;
    reading.generator = u"Fooocus"_s;
    reading.prompt = textMember(object, "prompt"_L1);
    reading.negative = textMember(object, "negative_prompt"_L1);
    reading.model = textMember(object, "base_model"_L1);
    SettingsBuilder builder;
    addSettings(object, kFooocusRules, builder);
    if (object.value("resolution"_L1).isString())
        addResolution(object.value("resolution"_L1).toString(), builder);
    addLoras(object.value("loras"_L1).toArray(), builder);
    reading.settings = builder.build();
    return reading;
}

Reading readRuinedObject(const QJsonObject& object)
{
    Reading reading;
    reading.generator = u"RuinedFooocus"_s;
    reading.prompt = textMember(object, "Prompt"_L1);
    reading.negative = textMember(object, "Negative"_L1);
    reading.model = textMember(object, "base_model_name"_L1);
    SettingsBuilder builder;
    addSettings(object, kRuinedRules, builder);
    addRuinedLoras(object.value("loras"_L1).toArray(), builder);
    reading.settings = builder.build();
    return reading;
}

/// The prompt is what the person typed; `real_prompt`, with the styles' words added, stays under other.
Reading readMreObject(const QJsonObject& object)
{
    Reading reading;
    reading.generator = u"Fooocus-MRE"_s;
    reading.prompt = textMember(object, "prompt"_L1);
    reading.negative = textMember(object, "negative_prompt"_L1);
    reading.model = textMember(object, "base_model"_L1);
    SettingsBuilder builder;
    addSettings(object, kMreRules, builder);
    addLoras(object.value("loras"_L1).toArray(), builder);
    reading.settings = builder.build();
    return reading;
}

QList<QJsonObject> objectsOf(const Container& container)
{
    QList<QJsonObject> objects = parameterObjects(container);
    const NamedText* comment = container.pngText(u"Comment");
    if (const std::optional<QJsonObject> object = parseJsonObject(comment ? comment->text : QString()))
        objects.append(*object);
    return objects;
}

} // namespace

std::optional<Reading> readFooocus(const Container& container)
{
    for (const QJsonObject& object : objectsOf(container)) {
        if (object.contains("real_prompt"_L1) && object.contains("base_model"_L1))
            return readMreObject(object);
        if (object.value("software"_L1) == "RuinedFooocus"_L1)
            return readRuinedObject(object);
        if (object.contains("prompt"_L1) && object.contains("base_model"_L1))
            return readFooocusObject(object);
    }
    return std::nullopt;
}

} // namespace assay
