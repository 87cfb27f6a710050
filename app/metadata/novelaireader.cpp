// SPDX-License-Identifier: GPL-3.0-or-later
// NovelAI: PNG texts (Software, Source, Description, Comment), or in WebP the same as one JSON object in
// UserComment.
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
    SettingRule{"uc"_L1},
    SettingRule{"signed_hash"_L1},
    SettingRule{"seed"_L1, SettingKind::Seed},
    SettingRule{"steps"_L1, SettingKind::Number, "steps"_L1},
    SettingRule{"scale"_L1, SettingKind::Number, "cfg"_L1},
    SettingRule{"sampler"_L1, SettingKind::Text, "sampler"_L1},
    SettingRule{"noise_schedule"_L1, SettingKind::Text, "scheduler"_L1},
    SettingRule{"strength"_L1, SettingKind::Number, "denoise"_L1},
    SettingRule{"width"_L1, SettingKind::Width},
    SettingRule{"height"_L1, SettingKind::Height},
};

struct Texts
{
    std::optional<QString> software;
    std::optional<QString> source;
    std::optional<QString> description;
    std::optional<QString> comment;
};

std::optional<QString> pngText(const Container& container, QStringView keyword)
{
    const NamedText* text = container.pngText(keyword);
    return text ? std::optional(text->text) : std::nullopt;
}

Texts textsOf(const Container& container)
{
    for (const QJsonObject& object : parameterObjects(container)) {
        if (object.value("Comment"_L1).isString() && object.value("Software"_L1).isString())
            return {textMember(object, "Software"_L1), textMember(object, "Source"_L1),
                    textMember(object, "Description"_L1), textMember(object, "Comment"_L1)};
    }
    return {pngText(container, u"Software"), pngText(container, u"Source"),
            pngText(container, u"Description"), pngText(container, u"Comment")};
}

/// Version 4 keeps the text in v4_prompt.caption.base_caption, with the characters beside it.
std::optional<QString> captionOf(const QJsonObject& comment, QLatin1StringView key)
{
    return textMember(comment.value(key).toObject().value("caption"_L1).toObject(), "base_caption"_L1);
}

} // namespace

std::optional<Reading> readNovelAi(const Container& container)
{
    const Texts texts = textsOf(container);
    if (!texts.software || !texts.software->startsWith("NovelAI"_L1))
        return std::nullopt;
    Reading reading;
    reading.generator = u"NovelAI"_s;
    reading.model = texts.source;
    const std::optional<QJsonObject> comment = parseJsonObject(texts.comment.value_or(QString()));
    if (!comment) {
        reading.prompt = texts.description;
        reading.problems.append(u"NovelAI: Comment is no JSON object, settings unknown"_s);
        return reading;
    }
    for (const std::optional<QString>& prompt :
         {captionOf(*comment, "v4_prompt"_L1), textMember(*comment, "prompt"_L1), texts.description}) {
        if (!reading.prompt)
            reading.prompt = prompt;
    }
    const std::optional<QString> negative = captionOf(*comment, "v4_negative_prompt"_L1);
    reading.negative = negative ? negative : textMember(*comment, "uc"_L1);
    SettingsBuilder builder;
    addSettings(*comment, kRules, builder);
    reading.settings = builder.build();
    return reading;
}

} // namespace assay
