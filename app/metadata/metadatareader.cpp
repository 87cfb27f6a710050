// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/metadatareader.h"

#include "app/metadata/readers.h"
#include "app/metadata/stealth.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

/// The first that recognises its own wins. Automatic1111's text stands before ComfyUI: programs that write
/// both put the final prompt into the text, while the graph may only hold its parts.
constexpr std::array<GeneratorReader, 14> kReaders{
    readNovelAi,    readDrawThings,    readInvokeAi, readHostedComfy, readStabilityMatrix,
    readFooocus,    readEasyDiffusion, readSwarmUi,  readMetaHub,     readHuggingFace,
    readImaginAiry, readA1111,         readComfyUi,  readMidjourney};

/// EXIF's "2026:01:04 01:27:21" with its offset; without an offset the instant is unknown.
std::optional<UtcTime> exifTime(const Container& container)
{
    const NamedText* time = container.text(TextSource::Exif, u"DateTimeOriginal");
    const NamedText* offset = container.text(TextSource::Exif, u"OffsetTimeOriginal");
    if (!time || !offset || time->text.size() < 19)
        return std::nullopt;
    QString text = time->text.left(19);
    text[4] = text[7] = u'-';
    text += offset->text;
    return parseRfc3339(text);
}

/// PNG's "Creation Time": RFC 1123, or RFC 3339.
std::optional<UtcTime> pngTime(const Container& container)
{
    const NamedText* text = container.pngText(u"Creation Time");
    if (!text || text->text.size() > 60)
        return std::nullopt;
    if (const std::optional<UtcTime> time = parseRfc3339(text->text.trimmed()))
        return time;
    QString rfc = text->text.trimmed();
    if (rfc.endsWith(" GMT"_L1) || rfc.endsWith(" UTC"_L1))
        rfc = rfc.chopped(3) + u"+0000"_s;
    else if (!rfc.contains(u'+') && !rfc.contains(u'-'))
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(rfc, Qt::RFC2822Date);
    return time.isValid() ? std::optional(fromEpochMs(time.toMSecsSinceEpoch())) : std::nullopt;
}

Error openError(const QString& path, const QFile& file)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {ErrorKind::NotFound, path, {}};
    if (!info.isFile())
        return {ErrorKind::Invalid, path, u"is not a file"_s};
    const bool isForbidden = !info.isReadable();
    return {isForbidden ? ErrorKind::NoPermission : ErrorKind::Io, path, file.errorString()};
}

} // namespace

QString rawTextOf(const QList<NamedText>& texts)
{
    if (texts.isEmpty())
        return {};
    QJsonArray array;
    for (const NamedText& text : texts)
        array.append(QJsonObject{
            {u"where"_s, sourceName(text.source)}, {u"keyword"_s, text.keyword}, {u"text"_s, text.text}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<Reading> readGenerator(const Container& container)
{
    for (const GeneratorReader reader : kReaders) {
        if (std::optional<Reading> reading = reader(container))
            return reading;
    }
    return std::nullopt;
}

void takeReading(Reading reading, FileMetadata& metadata)
{
    metadata.generator = std::move(reading.generator);
    metadata.prompt = std::move(reading.prompt);
    metadata.negative = std::move(reading.negative);
    metadata.model = std::move(reading.model);
    metadata.settings = std::move(reading.settings);
    metadata.createdAt = reading.createdAt;
    metadata.latency = reading.latency;
    metadata.scores = std::move(reading.scores);
    metadata.problems += reading.problems;
}

Result<FileMetadata> readMetadata(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return openError(path, file);
    Result<FileMetadata> metadata = readMetadata(file);
    if (!metadata)
        return Error{metadata.error().kind, path, metadata.error().detail};
    return metadata;
}

Result<FileMetadata> readMetadata(QIODevice& device)
{
    Result<Container> container = readContainer(device);
    if (!container)
        return container.error();
    std::optional<Reading> reading = readGenerator(*container);
    if (!reading) { // only then is a look at the pixels worth its time
        const QList<NamedText> hidden = stealthTextsOfFile(device, container->format);
        container->texts += hidden;
        if (!hidden.isEmpty())
            reading = readGenerator(*container);
    }
    FileMetadata metadata;
    metadata.format = container->format;
    metadata.size = container->size;
    metadata.provenance = container->provenance;
    metadata.problems = container->problems;
    metadata.rawText = rawTextOf(container->texts);
    if (reading)
        takeReading(std::move(*reading), metadata);
    if (!metadata.createdAt)
        metadata.createdAt = exifTime(*container);
    if (!metadata.createdAt)
        metadata.createdAt = pngTime(*container);
    return metadata;
}

} // namespace assay
