// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/imageintake.h"

#include "app/base/plausibletime.h"
#include "app/intake/filehash.h"
#include "app/intake/sidecarfile.h"
#include "app/metadata/metadatareader.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtEndian>

namespace assay {

namespace {

constexpr qint64 kHeadBytes = 64;
constexpr qint64 kTailBytes = 64;

Error fileError(const QFile& file)
{
    ErrorKind kind = ErrorKind::Io;
    if (!QFileInfo::exists(file.fileName()))
        kind = ErrorKind::NotFound;
    else if (file.error() == QFileDevice::PermissionsError || !QFileInfo(file).isReadable())
        kind = ErrorKind::NoPermission;
    return {kind, file.fileName(), file.errorString()};
}

bool isTakenFormat(ContainerFormat format)
{
    switch (format) {
    case ContainerFormat::Png:
    case ContainerFormat::Jpeg:
    case ContainerFormat::WebP:
    case ContainerFormat::Avif:
    case ContainerFormat::Jxl:
    case ContainerFormat::Gif:
    case ContainerFormat::Tiff:
        return true;
    case ContainerFormat::Unknown:
    case ContainerFormat::Heif:
    case ContainerFormat::Bmp:
        return false;
    }
    return false;
}

QString formatWord(ContainerFormat format)
{
    return format == ContainerFormat::WebP ? QStringLiteral("WebP") : formatName(format);
}

/// A log's first line opens an object.
bool startsLikeLog(QByteArray head)
{
    if (head.startsWith("\xef\xbb\xbf"))
        head.remove(0, 3);
    return head.trimmed().startsWith('{');
}

struct FileState
{
    qint64 bytes = 0;
    UtcTime modifiedAt{};

    bool operator==(const FileState&) const = default;
};

FileState stateOf(const QString& path)
{
    const QFileInfo info(path);
    return {info.size(), fromEpochMs(info.lastModified().toMSecsSinceEpoch())};
}

void fillFrom(const FileMetadata& metadata, UtcTime now, Generation& generation)
{
    if (metadata.createdAt && isPlausible(*metadata.createdAt, now)) {
        generation.sentAt = *metadata.createdAt;
        generation.sentAtSource = TimeSource::Metadata;
    }
    generation.prompt = metadata.prompt;
    generation.negativePrompt = metadata.negative;
    generation.model = metadata.model;
    generation.latency = metadata.latency;
    if (metadata.scores.contains(QStringLiteral("aesthetic")))
        generation.scores.aesthetic = metadata.scores.value(QStringLiteral("aesthetic"));
    if (!metadata.settings.isEmpty()) {
        const QByteArray json = QJsonDocument(metadata.settings).toJson(QJsonDocument::Compact);
        generation.settings = QString::fromUtf8(json);
    }
    generation.generator = metadata.generator.value_or(QString());
    generation.rawMetadata = metadata.rawText;
    generation.provenance = metadata.provenance;
    generation.image->format = formatWord(metadata.format);
    generation.image->size = metadata.size.value_or(QSize());
}

} // namespace

Result<FileKind> sniffFile(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return Error{QFileInfo::exists(path) ? ErrorKind::Unsupported : ErrorKind::NotFound, path, {}};
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(file);
    const QByteArray head = file.read(kHeadBytes);
    if (file.error() != QFileDevice::NoError)
        return fileError(file);
    if (head.isEmpty())
        return Error{ErrorKind::Damaged, path, QStringLiteral("the file is empty")};
    const ContainerFormat format = sniffFormat(head);
    if (isTakenFormat(format))
        return FileKind::Image;
    if (format != ContainerFormat::Unknown)
        return Error{ErrorKind::Unsupported, path, formatName(format)};
    return startsLikeLog(head) ? FileKind::Log : FileKind::Other;
}

bool isNamedLikeImage(const QString& path)
{
    static const QStringList endings{QStringLiteral("png"),  QStringLiteral("jpg"),  QStringLiteral("jpeg"),
                                     QStringLiteral("jfif"), QStringLiteral("webp"), QStringLiteral("avif"),
                                     QStringLiteral("heic"), QStringLiteral("heif"), QStringLiteral("jxl"),
                                     QStringLiteral("gif"),  QStringLiteral("bmp"),  QStringLiteral("tif"),
                                     QStringLiteral("tiff")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

bool isNamedLikeLog(const QString& path)
{
    static const QRegularExpression ending(QStringLiteral("\\.(jsonl|ndjson)([.-]\\d[\\d-]*)?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(path).hasMatch();
}

Result<Generation> readImageFile(const QString& path, const ImagePlace& place)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file);
    const FileState before = stateOf(path);
    const auto digest = sha256Of(file);
    if (!digest)
        return Error{digest.error().kind, path, digest.error().detail};
    file.seek(0);
    auto metadata = readMetadata(file);
    if (!metadata)
        return Error{metadata.error().kind, path, metadata.error().detail};
    fillFromSidecar(path, place.isWatched ? std::optional(place.now) : std::nullopt, *metadata);
    if (stateOf(path) != before)
        return Error{ErrorKind::Busy, path, QStringLiteral("the file is being written")};
    Generation generation;
    generation.externalId = QStringLiteral("sha256:") + QString::fromLatin1(digest->toHex());
    generation.sentAt = isPlausible(before.modifiedAt, place.now) ? before.modifiedAt : place.now;
    generation.sentAtSource = TimeSource::FileTime;
    generation.client = place.client;
    generation.image =
        ImageFile{place.root, place.relativePath, *digest, before.bytes, before.modifiedAt, {}, {}};
    fillFrom(*metadata, place.now, generation);
    return generation;
}

bool isWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray head = file.read(kHeadBytes);
    file.seek(qMax<qint64>(0, file.size() - kTailBytes));
    const QByteArray tail = file.read(kTailBytes);
    switch (sniffFormat(head)) {
    case ContainerFormat::Png:
        return tail.contains("IEND");
    case ContainerFormat::Jpeg:
        return tail.contains("\xff\xd9");
    case ContainerFormat::WebP:
        return file.size() >= qint64(qFromLittleEndian<quint32>(head.constData() + 4)) + 8;
    default:
        return !head.isEmpty();
    }
}

} // namespace assay
