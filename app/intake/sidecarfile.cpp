// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/sidecarfile.h"

#include "app/metadata/sidecar.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace assay {

namespace {

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

std::optional<FileMetadata> readBeside(const QString& imagePath)
{
    const QFileInfo info(imagePath);
    const QString base = info.path() + u'/' + info.completeBaseName();
    if (const auto text = textOf(base + QStringLiteral(".txt"))) {
        if (auto metadata = readTextSidecar(*text); metadata && metadata->prompt)
            return metadata;
    }
    if (const auto text = textOf(base + QStringLiteral(".json"))) {
        if (auto metadata = readJsonSidecar(*text); metadata && metadata->prompt)
            return metadata;
    }
    return std::nullopt;
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

void fillFromSidecar(const QString& imagePath, FileMetadata& metadata)
{
    if (metadata.prompt)
        return;
    const auto beside = readBeside(imagePath);
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

} // namespace assay
