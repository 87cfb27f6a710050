// SPDX-License-Identifier: GPL-3.0-or-later
// InvokeAI, all three generations: `invokeai_metadata` (3 and later), `sd-metadata` (1.15 to 2.x), `Dream`
// (1.x).
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

const QString kGenerator = u"InvokeAI"_s;

/// Old prompts carry the negative in square brackets at their end: "a cat [blurry, dog]".
void splitNegative(const QString& text, Reading& reading)
{
    const QString trimmed = text.trimmed();
    const qsizetype open = trimmed.lastIndexOf(u'[');
    if (!trimmed.endsWith(u']') || open < 0) {
        reading.prompt = trimmed;
        return;
    }
    reading.prompt = trimmed.first(open).trimmed();
    reading.negative = trimmed.sliced(open + 1).chopped(1).trimmed();
}

/// "name" of new releases, "model_name" of early 3.x, or the name itself.
std::optional<QString> modelName(const QJsonValue& model)
{
    if (model.isString())
        return model.toString();
    const QJsonObject object = model.toObject();
    for (const QLatin1StringView key : {"name"_L1, "model_name"_L1}) {
        if (object.value(key).isString())
            return object.value(key).toString();
    }
    return std::nullopt;
}

std::optional<QString> optionalText(const QJsonObject& object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

void addLoras(const QJsonArray& loras, SettingsBuilder& builder)
{
    for (const QJsonValue& value : loras) {
        const QJsonObject lora = value.toObject();
        const QJsonValue model = lora.contains("model"_L1) ? lora.value("model"_L1) : lora.value("lora"_L1);
        builder.addLora(modelName(model).value_or(QString()), lora.value("weight"_L1));
    }
}

/// What the normalised settings already hold, or what is not a setting.
bool isTakenElsewhere(const QString& key)
{
    static const QStringList keys{
        u"positive_prompt"_s, u"negative_prompt"_s,   u"width"_s, u"height"_s, u"seed"_s,      u"steps"_s,
        u"cfg_scale"_s,       u"scheduler"_s,         u"model"_s, u"loras"_s,  u"clip_skip"_s, u"vae"_s,
        u"strength"_s,        u"canvas_v2_metadata"_s};
    return keys.contains(key);
}

QJsonObject modernSettings(const QJsonObject& metadata)
{
    SettingsBuilder builder;
    builder.setSeed(u"seed"_s, metadata.value("seed"_L1));
    builder.setNumber("steps"_L1, u"steps"_s, metadata.value("steps"_L1));
    builder.setNumber("cfg"_L1, u"cfg_scale"_s, metadata.value("cfg_scale"_L1));
    builder.setNumber("clipSkip"_L1, u"clip_skip"_s, metadata.value("clip_skip"_L1));
    builder.setNumber("denoise"_L1, u"strength"_s, metadata.value("strength"_L1));
    builder.setText("scheduler"_L1, metadata.value("scheduler"_L1));
    builder.setText("vae"_L1, modelName(metadata.value("vae"_L1)).value_or(QString()));
    builder.setSize(metadata.value("width"_L1), metadata.value("height"_L1));
    addLoras(metadata.value("loras"_L1).toArray(), builder);
    for (auto it = metadata.constBegin(); it != metadata.constEnd(); ++it) {
        if (!isTakenElsewhere(it.key()))
            builder.setOther(it.key(), it.value());
    }
    return builder.build();
}

std::optional<Reading> readModern(const NamedText& text)
{
    const std::optional<QJsonObject> metadata = parseJsonObject(text.text);
    Reading reading;
    reading.generator = kGenerator;
    if (!metadata) {
        reading.problems.append(u"invokeai_metadata: is no JSON object"_s);
        return reading;
    }
    reading.prompt = optionalText(*metadata, "positive_prompt"_L1);
    reading.negative = optionalText(*metadata, "negative_prompt"_L1);
    reading.model = modelName(metadata->value("model"_L1));
    reading.settings = modernSettings(*metadata);
    return reading;
}

/// A text, or a list of weighted texts: [{"prompt": "...", "weight": 1.0}].
std::optional<QString> weightedPrompt(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (!value.isArray())
        return std::nullopt;
    QStringList prompts;
    for (const QJsonValue& part : value.toArray())
        prompts.append(part.isString() ? part.toString() : part.toObject().value("prompt"_L1).toString());
    return prompts.join(u'\n');
}

QJsonObject imageSettings(const QJsonObject& image, const QJsonObject& metadata)
{
    SettingsBuilder builder;
    builder.setSeed(u"seed"_s, image.value("seed"_L1));
    builder.setNumber("steps"_L1, u"steps"_s, image.value("steps"_L1));
    builder.setNumber("cfg"_L1, u"cfg_scale"_s, image.value("cfg_scale"_L1));
    builder.setText("sampler"_L1, image.value("sampler"_L1));
    builder.setSize(image.value("width"_L1), image.value("height"_L1));
    builder.setText("modelHash"_L1, metadata.value("model_hash"_L1));
    builder.setOther(u"type"_s, image.value("type"_L1));
    builder.setOther(u"app_version"_s, metadata.value("app_version"_L1));
    return builder.build();
}

std::optional<Reading> readSdMetadata(const NamedText& text)
{
    const std::optional<QJsonObject> metadata = parseJsonObject(text.text);
    if (!metadata)
        return std::nullopt;
    Reading reading;
    reading.generator = kGenerator;
    const QJsonValue images = metadata->value("images"_L1);
    const QJsonObject image =
        images.isArray() ? images.toArray().at(0).toObject() : metadata->value("image"_L1).toObject();
    if (const std::optional<QString> prompt = weightedPrompt(image.value("prompt"_L1)))
        splitNegative(*prompt, reading);
    for (const QLatin1StringView key : {"model_weights"_L1, "model_id"_L1, "model"_L1}) {
        if (!reading.model)
            reading.model = optionalText(*metadata, key);
    }
    reading.settings = imageSettings(image, *metadata);
    return reading;
}

struct DreamFlag
{
    char letter;
    QString value;
};

struct DreamCommand
{
    QString prompt;
    QList<DreamFlag> flags;
};

bool isFlag(QStringView token)
{
    return token.size() == 2 && token[0] == u'-' && token[1].isLetter();
}

/// `"prompt" -s 50 -S 42`: the flags are the tail of "-x value" pairs, so dashes in the prompt stay in it.
DreamCommand parseDream(const QString& text)
{
    constexpr qsizetype kLongest = 65536;
    const QString line = text.left(kLongest).simplified();
    QStringList tokens = line.split(u' ');
    DreamCommand command;
    while (tokens.size() >= 2) {
        const QString value = tokens.last();
        const QString flag = tokens[tokens.size() - 2];
        if (isFlag(value)) {
            command.flags.prepend({value[1].toLatin1(), {}});
            tokens.removeLast();
        } else if (isFlag(flag)) {
            command.flags.prepend({flag[1].toLatin1(), value});
            tokens.remove(tokens.size() - 2, 2);
        } else {
            break;
        }
    }
    command.prompt = tokens.join(u' ');
    if (command.prompt.size() >= 2 && command.prompt.startsWith(u'"') && command.prompt.endsWith(u'"'))
        command.prompt = command.prompt.sliced(1).chopped(1);
    return command;
}

void addFlag(const DreamFlag& flag, SettingsBuilder& builder)
{
    const QString source = u'-' + QString(QLatin1Char(flag.letter));
    if (flag.letter == 'S')
        builder.setSeed(source, flag.value);
    else if (flag.letter == 's')
        builder.setNumber("steps"_L1, source, flag.value);
    else if (flag.letter == 'C')
        builder.setNumber("cfg"_L1, source, flag.value);
    else if (flag.letter == 'A')
        builder.setText("sampler"_L1, flag.value);
    else if (flag.letter == 'f')
        builder.setNumber("denoise"_L1, source, flag.value);
    else if (flag.letter != 'W' && flag.letter != 'H')
        builder.setOther(source, flag.value);
}

Reading readDream(const NamedText& text)
{
    const DreamCommand command = parseDream(text.text);
    SettingsBuilder builder;
    QString width;
    QString height;
    for (const DreamFlag& flag : command.flags) {
        addFlag(flag, builder);
        if (flag.letter == 'W')
            width = flag.value;
        else if (flag.letter == 'H')
            height = flag.value;
    }
    builder.setSize(width, height);
    Reading reading;
    reading.generator = kGenerator;
    splitNegative(command.prompt, reading);
    reading.settings = builder.build();
    return reading;
}

} // namespace

std::optional<Reading> readInvokeAi(const Container& container)
{
    if (const NamedText* text = container.pngText(u"invokeai_metadata"))
        return readModern(*text);
    if (const NamedText* text = container.pngText(u"sd-metadata")) {
        if (std::optional<Reading> reading = readSdMetadata(*text))
            return reading;
    }
    if (const NamedText* text = container.pngText(u"Dream"))
        return readDream(*text);
    return std::nullopt;
}

} // namespace assay
