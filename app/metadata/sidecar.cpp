// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/sidecar.h"

#include "app/metadata/a1111text.h"
#include "app/metadata/easydiffusion.h"
#include "app/metadata/json.h"
#include "app/metadata/readers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr std::array kLabels{"Prompt"_L1,
                             "Negative Prompt"_L1,
                             "Seed"_L1,
                             "Stable Diffusion model"_L1,
                             "Clip Skip"_L1,
                             "ControlNet model"_L1,
                             "ControlNet Filter"_L1,
                             "VAE model"_L1,
                             "Sampler"_L1,
                             "Scheduler"_L1,
                             "Width"_L1,
                             "Height"_L1,
                             "Steps"_L1,
                             "Guidance Scale"_L1,
                             "Prompt Strength"_L1,
                             "LoRA model"_L1,
                             "LoRA Strength"_L1,
                             "Hypernetwork model"_L1,
                             "Hypernetwork Strength"_L1,
                             "Embedding models"_L1,
                             "Seamless Tiling"_L1,
                             "Use Face Correction"_L1,
                             "Use Upscaling"_L1,
                             "Upscale By"_L1,
                             "Latent Upscaler Steps"_L1};

std::optional<QLatin1StringView> labelOf(QStringView line)
{
    const auto found = std::find_if(kLabels.begin(), kLabels.end(), [line](QLatin1StringView label) {
        return line.startsWith(label) && line.sliced(label.size()).startsWith(u':');
    });
    return found == kLabels.end() ? std::nullopt : std::optional(*found);
}

/// `Label: value` lines. What stands before the first label is the prompt; a line without a label goes on
/// with the value before it.
QJsonObject labelledLines(const QString& text)
{
    constexpr qsizetype kMostLines = 10'000;
    QJsonObject fields;
    QString label = u"Prompt"_s;
    QStringList value;
    const auto finish = [&] {
        if (!value.isEmpty())
            fields.insert(label, value.join(u'\n').trimmed());
        value.clear();
    };
    for (const QString& line : text.split(u'\n').mid(0, kMostLines)) {
        if (const std::optional<QLatin1StringView> next = labelOf(line)) {
            finish();
            label = *next;
            value.append(line.sliced(next->size() + 1).trimmed());
        } else {
            value.append(line);
        }
    }
    finish();
    return fields;
}

bool isCompVis(const QJsonObject& fields)
{
    return fields.contains("Width"_L1) && fields.contains("Height"_L1) && fields.contains("Seed"_L1);
}

std::optional<Reading> readLabels(const QString& text)
{
    const QJsonObject fields = labelledLines(text);
    if (std::optional<Reading> reading = readEasyDiffusionFields(fields))
        return reading;
    if (!isCompVis(fields))
        return std::nullopt;
    Reading reading = readLabelledFields(fields);
    reading.generator = u"CompVis"_s;
    return reading;
}

std::optional<FileMetadata> assembled(std::optional<Reading> reading, const QList<NamedText>& texts)
{
    if (!reading)
        return std::nullopt;
    FileMetadata metadata;
    metadata.rawText = rawTextOf(texts);
    takeReading(std::move(*reading), metadata);
    return metadata;
}

Container containerOf(const QString& keyword, const QString& text)
{
    Container container;
    container.texts.append({TextSource::Sidecar, keyword, text});
    return container;
}

/// The keyword under which an image would have held this object.
QString keywordFor(const QJsonObject& object, const QString& text)
{
    if (object.contains("positive_prompt"_L1))
        return u"invokeai_metadata"_s;
    if (object.contains("real_prompt"_L1))
        return u"Comment"_s;
    return text.contains("\"class_type\""_L1) && !object.contains("sui_image_params"_L1) ? u"prompt"_s
                                                                                         : u"parameters"_s;
}

} // namespace

std::optional<FileMetadata> readTextSidecar(const QString& text)
{
    if (text.size() > kMaxChunkBytes)
        return std::nullopt;
    QString clean = text;
    clean.remove(u'\r');
    const Container container = containerOf(u"parameters"_s, clean);
    const std::optional<A1111Text> a1111 = parseA1111(clean);
    if (a1111 && a1111->setting(u"Steps") && a1111->setting(u"Seed"))
        return assembled(readA1111(container), container.texts);
    return assembled(readLabels(clean), container.texts);
}

std::optional<FileMetadata> readJsonSidecar(const QString& text)
{
    const std::optional<QJsonObject> object =
        text.size() <= kMaxChunkBytes ? parseJsonObject(text) : std::nullopt;
    if (!object)
        return std::nullopt;
    const Container container = containerOf(keywordFor(*object, text), text);
    std::optional<FileMetadata> metadata = assembled(readGenerator(container), container.texts);
    return metadata && metadata->generator ? metadata : std::nullopt;
}

} // namespace assay
