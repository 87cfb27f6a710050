// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/sidecarfile.h"

#include "app/intake/imageintake.h"
#include "app/metadata/fooocuslog.h"
#include "app/metadata/sidecar.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace assay {

namespace {

constexpr QLatin1String kFooocusPage("log.html");
constexpr Milliseconds kSettlingTime{1000};

/// Nothing where there is none, or one too large to be about a single image.
std::optional<QString> textOf(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > kMaxChunkBytes || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QString text = QString::fromUtf8(file.read(kMaxChunkBytes));
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

/// What the file says, if it gives a prompt; by its ending `.txt` or `.json`.
std::optional<FileMetadata> readSidecar(const QString& path)
{
    const auto text = textOf(path);
    if (!text)
        return std::nullopt;
    const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    auto metadata = isJson ? readJsonSidecar(*text) : readTextSidecar(*text);
    return metadata && metadata->prompt ? metadata : std::nullopt;
}

/// The page is about a whole day's images, so only its part about this one is read.
std::optional<FileMetadata> readFooocusLog(const QString& pagePath, const QString& imageName)
{
    QFile file(pagePath);
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const uchar* page = file.map(0, file.size());
    if (page == nullptr)
        return std::nullopt;
    const auto part = partOfFooocusLog(QByteArrayView(page, file.size()), imageName);
    return part ? readFooocusLogPart(*part) : std::nullopt;
}

/// By a clock that is another one on a network's server, so that a time to come is no sign of writing either.
bool mayBeWritten(const QString& path, std::optional<UtcTime> watchedAt)
{
    const UtcTime modifiedAt = fromEpochMs(QFileInfo(path).lastModified().toMSecsSinceEpoch());
    return watchedAt && std::chrono::abs(*watchedAt - modifiedAt) < kSettlingTime;
}

std::optional<FileMetadata> readBeside(const QString& imagePath, std::optional<UtcTime> watchedAt = {})
{
    const QFileInfo info(imagePath);
    const QString base = info.path() + u'/' + info.completeBaseName();
    for (const QLatin1String ending : {QLatin1String(".txt"), QLatin1String(".json")}) {
        if (mayBeWritten(base + ending, watchedAt))
            continue;
        if (auto metadata = readSidecar(base + ending))
            return metadata;
    }
    const QString page = info.path() + u'/' + kFooocusPage;
    return mayBeWritten(page, watchedAt) ? std::nullopt : readFooocusLog(page, info.fileName());
}

QStringList sidecarTexts(const QString& rawMetadata)
{
    QStringList texts;
    const QJsonArray all = QJsonDocument::fromJson(rawMetadata.toUtf8()).array();
    for (const auto& text : all) {
        if (text[QLatin1String("where")].toString() == sourceName(TextSource::Sidecar))
            texts.append(text[QLatin1String("text")].toString());
    }
    return texts;
}

/// Both are JSON arrays, or empty.
QString joinedRawText(const QString& first, const QString& second)
{
    QJsonArray all = QJsonDocument::fromJson(first.toUtf8()).array();
    const QJsonArray more = QJsonDocument::fromJson(second.toUtf8()).array();
    for (const auto& text : more)
        all.append(text);
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace

void fillFromSidecar(const QString& imagePath, std::optional<UtcTime> watchedAt, FileMetadata& metadata)
{
    if (metadata.prompt)
        return;
    const auto beside = readBeside(imagePath, watchedAt);
    if (!beside)
        return;
    metadata.prompt = beside->prompt;
    if (!metadata.negative)
        metadata.negative = beside->negative;
    if (!metadata.model)
        metadata.model = beside->model;
    if (!metadata.generator)
        metadata.generator = beside->generator;
    if (!metadata.latency)
        metadata.latency = beside->latency;
    for (auto entry = beside->settings.begin(); entry != beside->settings.end(); ++entry) {
        if (!metadata.settings.contains(entry.key()))
            metadata.settings.insert(entry.key(), entry.value());
    }
    metadata.rawText = joinedRawText(metadata.rawText, beside->rawText);
}

SidecarName sidecarName(const QString& path)
{
    const QFileInfo info(path);
    if (info.fileName() == kFooocusPage)
        return SidecarName::OfFolder;
    const QString ending = info.suffix().toLower();
    const bool isOfOne = ending == QLatin1String("txt") || ending == QLatin1String("json");
    return isOfOne ? SidecarName::OfOne : SidecarName::None;
}

bool hasOtherSidecar(const QString& imagePath, const QString& rawMetadata)
{
    const QStringList known = sidecarTexts(rawMetadata);
    if (known.isEmpty())
        return false;
    const auto beside = readBeside(imagePath);
    return beside && sidecarTexts(beside->rawText) != known;
}

bool hasSidecar(const QString& imagePath)
{
    return readBeside(imagePath).has_value();
}

std::optional<QString> imageOfSidecar(const QString& path)
{
    const QFileInfo info(path);
    if (sidecarName(path) != SidecarName::OfOne || !readSidecar(path))
        return std::nullopt;
    const QString base = info.completeBaseName();
    for (const QFileInfo& file : info.dir().entryInfoList(QDir::Files, QDir::Name)) {
        if (file.completeBaseName() == base && isNamedLikeImage(file.fileName()))
            return file.filePath();
    }
    return std::nullopt;
}

} // namespace assay
