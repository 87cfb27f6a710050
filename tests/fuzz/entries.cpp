// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include "app/base/jsontext.h"
#include "app/checklist/draft.h"
#include "app/intake/csvguess.h"
#include "app/intake/csvrecord.h"
#include "app/intake/linereader.h"
#include "app/intake/logreader.h"
#include "app/metadata/containerbuilder.h"
#include "app/metadata/fooocuslog.h"
#include "app/metadata/generatorreader.h"
#include "app/metadata/metadatareader.h"
#include "app/metadata/sidecar.h"
#include "app/metadata/stealth.h"
#include "app/metadata/textdecode.h"

#include <QBuffer>
#include <QJsonDocument>

#include <array>
#include <cstdlib>

namespace assay::fuzz {

namespace {

Result<FileMetadata> metadataOf(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readMetadata(buffer);
}

/// Drafts are the same every time and lie within their prompt.
void prompt(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const QList<DraftConstraint> drafts = draftConstraints(text);
    if (drafts != draftConstraints(text))
        std::abort();
    for (const DraftConstraint& draft : drafts) {
        const PromptSpan& span = draft.span;
        const bool isInside = span.start >= 0 && span.length > 0 && span.start <= text.size() - span.length;
        if (!isInside || draft.parent >= drafts.size() || draft.statement.isEmpty())
            std::abort();
    }
}

void wholeFile(const QByteArray& bytes)
{
    const Result<FileMetadata> first = metadataOf(bytes);
    const Result<FileMetadata> second = metadataOf(bytes);
    const bool isSame = first.has_value() == second.has_value() &&
                        (!first || (first->prompt == second->prompt && first->rawText == second->rawText));
    if (!isSame)
        std::abort();
    static_cast<void>(decodeUserComment(bytes, true));
}

using Walker = void (*)(QIODevice& device, ContainerBuilder& builder);

template<Walker walk>
void walker(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    ContainerBuilder builder(ContainerFormat::Png);
    walk(buffer, builder);
    const Container container = builder.take();
    qint64 characters = 0;
    for (const NamedText& text : container.texts)
        characters += text.text.size();
    if (characters > kMaxTextBytes)
        std::abort();
}

void pngPixels(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    static_cast<void>(stealthTextsOfFile(buffer, ContainerFormat::Png));
}

template<GeneratorReader read>
void reader(const QByteArray& bytes)
{
    constexpr std::array kSources{TextSource::PngText, TextSource::Exif, TextSource::JpegComment};
    const QList<QByteArray> parts = bytes.split('\0');
    for (const TextSource source : kSources) {
        Container container;
        for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
            const QString keyword =
                source == TextSource::Exif ? QStringLiteral("UserComment") : QString::fromLatin1(parts[i]);
            container.texts.append({source, keyword, decodeUtf8OrLatin1(parts[i + 1])});
        }
        const std::optional<Reading> first = read(container);
        const std::optional<Reading> second = read(container);
        const bool isSame =
            first.has_value() == second.has_value() &&
            (!first || (first->prompt == second->prompt && first->settings == second->settings));
        if (!isSame)
            std::abort();
    }
}

CsvSample tableOf(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const CsvEncoding encoding = detectCsvEncoding(bytes);
    CsvReader reader(buffer, encoding, detectCsvSeparator(bytes, encoding));
    CsvSample sample;
    for (auto row = reader.next(); row && *row; row = reader.next()) {
        if (sample.headers.isEmpty())
            sample.headers = (*row)->cells;
        else
            sample.rows.append(**row);
    }
    return sample;
}

/// A whole table: read, guessed, and its rows taken as the guess says.
void table(const QByteArray& bytes)
{
    const CsvSample sample = tableOf(bytes);
    CsvMapping mapping = guessCsvMapping(sample);
    static_cast<void>(csvQuestions(mapping, sample));
    mapping.zone = QStringLiteral("Europe/Berlin");
    mapping.undatedVerdicts = UndatedVerdict::AtSending;
    const auto again = csvMappingFromJson(csvMappingToJson(mapping));
    if (!again || again->zone != mapping.zone)
        std::abort();
    CsvRecordReader reader(mapping, sample.headers, {}, systemClock());
    for (const CsvRow& row : sample.rows) {
        const CsvRecord record = reader.read(row);
        const bool isAnswer = record.generation.has_value() || record.problem.has_value();
        const bool isNamed = !record.generation || !record.generation->externalId.isEmpty();
        if (!isAnswer || !isNamed || (record.review && !record.generation))
            std::abort();
    }
}

/// Every line gives an event or a reason, each time the same; what is kept of a generation as text stays
/// JSON.
void logLines(const QByteArray& bytes)
{
    constexpr qsizetype kMaxLine = 1 << 16;
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    LineReader lines(buffer, kMaxLine);
    LogReader reader;
    qint64 end = 0;
    for (auto line = lines.next(); line && *line; line = lines.next()) {
        if ((*line)->end <= end || (*line)->end > bytes.size())
            std::abort();
        end = (*line)->end;
        if ((*line)->state == LogLine::State::TooLong)
            continue;
        const auto event = reader.read((*line)->text);
        if (event.has_value() != reader.read((*line)->text).has_value())
            std::abort();
        const auto* generation = event ? std::get_if<Generation>(&*event) : nullptr;
        if (!generation)
            continue;
        if (generation->externalId.isEmpty())
            std::abort();
        static_cast<void>(jsonMembers(generation->settings));
        for (const JsonMember& member : jsonMembers(generation->extra)) {
            if (member.json.isEmpty())
                std::abort();
        }
    }
}

/// As the file `x.txt`, `x.json` and `log.html` beside an image.
void sidecar(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto same = [](const std::optional<FileMetadata>& first,
                         const std::optional<FileMetadata>& second) {
        const bool isSame =
            first.has_value() == second.has_value() &&
            (!first || (first->prompt == second->prompt && first->settings == second->settings));
        if (!isSame)
            std::abort();
    };
    same(readTextSidecar(text), readTextSidecar(text));
    same(readJsonSidecar(text), readJsonSidecar(text));
    const auto part = partOfFooocusLog(bytes, QStringLiteral("a.png"));
    same(readFooocusLogPart(part.value_or(text)), readFooocusLogPart(part.value_or(text)));
}

} // namespace

const QList<Entry>& entries()
{
    static const QList<Entry> kEntries{
        {"file", wholeFile},
        {"png", walker<readPng>},
        {"jpeg", walker<readJpeg>},
        {"webp", walker<readWebP>},
        {"bmff", walker<readBmff>},
        {"jxl", walker<readJxl>},
        {"pixels", pngPixels},
        {"csv", table},
        {"log", logLines},
        {"sidecar", sidecar},
        {"a1111", reader<readA1111>},
        {"comfyui", reader<readComfyUi>},
        {"drawthings", reader<readDrawThings>},
        {"easydiffusion", reader<readEasyDiffusion>},
        {"fooocus", reader<readFooocus>},
        {"hostedcomfy", reader<readHostedComfy>},
        {"huggingface", reader<readHuggingFace>},
        {"imaginairy", reader<readImaginAiry>},
        {"invokeai", reader<readInvokeAi>},
        {"metahub", reader<readMetaHub>},
        {"midjourney", reader<readMidjourney>},
        {"prompt", prompt},
        {"novelai", reader<readNovelAi>},
        {"stabilitymatrix", reader<readStabilityMatrix>},
        {"swarmui", reader<readSwarmUi>},
    };
    return kEntries;
}

} // namespace assay::fuzz
