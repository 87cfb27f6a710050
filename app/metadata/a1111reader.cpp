// SPDX-License-Identifier: GPL-3.0-or-later
// Automatic1111 and the programs that write its text: Forge and its relatives, SD.Next, Civitai,
// stable-diffusion.cpp, ComfyUI's save nodes.
#include "app/metadata/a1111text.h"
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

struct VersionRule
{
    QLatin1StringView prefix;
    QLatin1StringView generator;
};

// The first that fits wins, so the longer prefixes stand first.
constexpr std::array kVersionRules{
    VersionRule{"neo"_L1, "Forge Neo"_L1},
    VersionRule{"classic"_L1, "Forge Classic"_L1},
    VersionRule{"f1.0.0v2-v"_L1, "reForge"_L1},
    VersionRule{"f1.3.0-v"_L1, "EasyReforge"_L1},
    VersionRule{"Fooocus"_L1, "Fooocus"_L1},
    VersionRule{"ComfyUI"_L1, "ComfyUI"_L1},
    VersionRule{"stable-diffusion.cpp"_L1, "stable-diffusion.cpp"_L1},
};

bool hasComfyGraph(const Container& container)
{
    const NamedText* prompt = container.pngText(u"prompt");
    return prompt && prompt->text.contains("\"class_type\""_L1);
}

/// Nothing where the text names a version that no known program writes.
std::optional<QString> generatorOf(const A1111Text& text, const Container& container)
{
    if (text.setting(u"Civitai resources") || text.setting(u"Civitai metadata"))
        return u"Civitai"_s;
    if (text.setting(u"App") == u"SD.Next"_s)
        return u"SD.Next"_s;
    const std::optional<QString> version = text.setting(u"Version");
    if (!version)
        return hasComfyGraph(container) ? u"ComfyUI"_s : u"Automatic1111"_s; // old releases name no version
    for (const VersionRule& rule : kVersionRules) {
        if (version->startsWith(rule.prefix))
            return rule.generator;
    }
    static const QRegularExpression numbered(u"^([vf])\\d"_s);
    const QRegularExpressionMatch match = numbered.match(*version);
    if (!match.hasMatch())
        return std::nullopt;
    return match.capturedView(1) == u"v" ? u"Automatic1111"_s : u"Forge"_s;
}

QJsonArray civitaiResources(const A1111Text& text)
{
    const std::optional<QString> resources = text.setting(u"Civitai resources");
    return resources ? QJsonDocument::fromJson(resources->toUtf8()).array() : QJsonArray();
}

QString resourceName(const QJsonObject& resource)
{
    const QString name = resource.value("modelName"_L1).toString();
    const QString version = resource.value("modelVersionName"_L1).toString();
    return version.isEmpty() ? name : name + u' ' + version;
}

std::optional<QString> checkpointOf(const QJsonArray& resources)
{
    for (const QJsonValue& value : resources) {
        const QJsonObject resource = value.toObject();
        if (resource.value("type"_L1) == "checkpoint"_L1 && !resourceName(resource).isEmpty())
            return resourceName(resource);
    }
    return std::nullopt;
}

/// The name the file gives its model: "Model", else the diffusion model stable-diffusion.cpp calls "Unet",
/// else Civitai's checkpoint, else the model's hash, which is all old releases wrote.
std::optional<QString> modelOf(const A1111Text& text)
{
    const std::optional<QString> model = text.setting(u"Model");
    if (model && !model->isEmpty())
        return model;
    const std::optional<QString> unet = text.setting(u"Unet");
    if (unet && !unet->isEmpty())
        return unet;
    if (const std::optional<QString> checkpoint = checkpointOf(civitaiResources(text)))
        return checkpoint;
    const std::optional<QString> hash = text.setting(u"Model hash");
    if (hash && !hash->isEmpty())
        return hash;
    return model;
}

/// `Lora hashes: "name: hash, name: hash"`
void addLoraHashes(const QString& hashes, SettingsBuilder& builder)
{
    for (const QString& entry : hashes.split(u','))
        builder.addLora(entry.section(u':', 0, -2).trimmed(), {}, entry.section(u':', -1).trimmed());
}

/// `<lora:name:weight>` in the prompt
void addPromptLoras(const QString& prompt, SettingsBuilder& builder)
{
    static const QRegularExpression tag(u"<lora:([^:<>]{1,200}):(-?[\\d.]{1,20})[^<>]{0,200}>"_s);
    QRegularExpressionMatchIterator matches = tag.globalMatch(prompt);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        builder.addLora(match.captured(1), match.captured(2));
    }
}

void addCivitaiLoras(const QJsonArray& resources, SettingsBuilder& builder)
{
    for (const QJsonValue& value : resources) {
        const QJsonObject resource = value.toObject();
        if (resource.value("type"_L1) == "lora"_L1)
            builder.addLora(resourceName(resource), resource.value("weight"_L1));
    }
}

void addSetting(const A1111Setting& setting, SettingsBuilder& builder)
{
    const auto& [key, value] = setting;
    if (key == "Seed"_L1)
        builder.setSeed(key, value);
    else if (key == "Size"_L1)
        builder.setSizeText(key, value);
    else if (key == "Steps"_L1)
        builder.setNumber("steps"_L1, key, value);
    else if (key == "CFG scale"_L1)
        builder.setNumber("cfg"_L1, key, value);
    else if (key == "Clip skip"_L1)
        builder.setNumber("clipSkip"_L1, key, value);
    else if (key == "Denoising strength"_L1)
        builder.setNumber("denoise"_L1, key, value);
    else if (key == "Sampler"_L1)
        builder.setText("sampler"_L1, value);
    else if (key == "Schedule type"_L1 || key == "Scheduler"_L1)
        builder.setText("scheduler"_L1, value);
    else if (key == "Model hash"_L1)
        builder.setText("modelHash"_L1, value);
    else if (key == "VAE"_L1)
        builder.setText("vae"_L1, value);
    else if (key == "Lora hashes"_L1)
        addLoraHashes(value, builder);
    else if (key != "Model"_L1 && key != "Civitai resources"_L1)
        builder.setOther(key, value);
}

QJsonObject settingsOf(const A1111Text& text)
{
    SettingsBuilder builder;
    for (const A1111Setting& setting : text.settings)
        addSetting(setting, builder);
    addPromptLoras(text.prompt, builder);
    addCivitaiLoras(civitaiResources(text), builder);
    if (!text.promptTemplate.isEmpty())
        builder.setOther(u"Template"_s, text.promptTemplate);
    if (!text.negativeTemplate.isEmpty())
        builder.setOther(u"Negative Template"_s, text.negativeTemplate);
    return builder.build();
}

/// The aesthetic scorer's own PNG keyword, else its entry among the settings.
std::optional<double> aestheticScore(const A1111Text& text, const Container& container)
{
    for (const QStringView key : {u"aesthetic_score", u"Score"}) {
        const NamedText* named = container.pngText(key);
        std::optional<QString> value = named ? std::optional(named->text) : text.setting(key);
        while (value && (value->endsWith(u'.') || value->endsWith(u'\n')))
            value->chop(1);
        if (const std::optional<double> score = scalarNumber(value.value_or(QString())))
            return score;
    }
    return std::nullopt;
}

/// Where such a text may stand. Outside PNG's `parameters` a text must also give its steps, or a
/// photographer's comment could be taken for a prompt.
const NamedText* findText(const Container& container, A1111Text& parsed)
{
    for (const NamedText& text : container.texts) {
        const bool isParameters = hasGeneratorKeywords(text.source) &&
                                  (text.keyword == "parameters"_L1 || text.keyword == "postprocessing"_L1);
        const bool isComment = text.keyword == "UserComment"_L1 || text.source == TextSource::JpegComment;
        if ((!isParameters && !isComment) || text.text.startsWith(u'{'))
            continue;
        const std::optional<A1111Text> reading = parseA1111(text.text);
        if (reading && (isParameters || reading->setting(u"Steps"))) {
            parsed = *reading;
            return &text;
        }
    }
    return nullptr;
}

/// A `parameters` text without settings is a prompt alone: some programs let people switch the settings off.
std::optional<Reading> promptAlone(const Container& container)
{
    const NamedText* text = container.pngText(u"parameters");
    if (!text || text->text.trimmed().startsWith(u'{'))
        return std::nullopt;
    Reading reading;
    reading.prompt = text->text.trimmed();
    reading.problems.append(u"parameters: no settings found, taken as the prompt alone"_s);
    return reading;
}

} // namespace

std::optional<Reading> readA1111(const Container& container)
{
    A1111Text text;
    if (!findText(container, text))
        return promptAlone(container);
    Reading reading;
    reading.generator = generatorOf(text, container);
    reading.prompt = text.prompt;
    reading.negative = text.negative;
    reading.model = modelOf(text);
    reading.settings = settingsOf(text);
    if (const std::optional<double> score = aestheticScore(text, container))
        reading.scores.insert(u"aesthetic"_s, *score);
    if (const std::optional<QString> created = text.setting(u"Created Date"))
        reading.createdAt = parseRfc3339(*created);
    return reading;
}

} // namespace assay
