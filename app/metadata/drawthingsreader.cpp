// SPDX-License-Identifier: GPL-3.0-or-later
// Draw Things: one JSON object in EXIF UserComment (JPEG) or in XMP's exif:UserComment (PNG).
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
    SettingRule{"c"_L1},
    SettingRule{"uc"_L1},
    SettingRule{"model"_L1},
    SettingRule{"lora"_L1},
    SettingRule{"v2"_L1}, // the whole configuration once more
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"scale"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"clip_skip"_L1, SettingKind::Number, "clipSkip"_L1},
    SettingRule{"strength"_L1, SettingKind::Number, "denoise"_L1},
    SettingRule{"sampler"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"size"_L1, SettingKind::Size},
};

Reading readObject(const QJsonObject& object)
{
    Reading reading;
    reading.generator = u"Draw Things"_s;
    reading.prompt = textMember(object, "c"_L1);
    reading.negative = textMember(object, "uc"_L1);
    reading.model = textMember(object, "model"_L1);
    SettingsBuilder builder;
    addSettings(object, kRules, builder);
    for (const QJsonValue& value : object.value("lora"_L1).toArray()) {
        const QJsonObject lora = value.toObject();
        builder.addLora(lora.value("model"_L1).toString(), lora.value("weight"_L1));
    }
    reading.settings = builder.build();
    return reading;
}

} // namespace

std::optional<Reading> readDrawThings(const Container& container)
{
    QList<QJsonObject> objects = parameterObjects(container);
    if (const NamedText* text = container.text(TextSource::Xmp, u"exif:UserComment")) {
        if (const std::optional<QJsonObject> object = parseJsonObject(text->text))
            objects.append(*object);
    }
    for (const QJsonObject& object : objects) {
        if (object.value("c"_L1).isString() && object.value("seed_mode"_L1).isString())
            return readObject(object);
    }
    return std::nullopt;
}

} // namespace assay
