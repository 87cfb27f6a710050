// SPDX-License-Identifier: GPL-3.0-or-later
// What an image file says about itself: container, generator, prompt, settings. The same file always gives
// the same answer; nothing is guessed or filled in. Free functions without state, for any thread.
#pragma once

#include "app/base/clock.h"
#include "app/metadata/container.h"

#include <QJsonObject>
#include <QMap>

#include <chrono>

namespace assay {

/// nullopt = unknown; an empty text = the file says it is empty.
struct FileMetadata
{
    ContainerFormat format = ContainerFormat::Unknown;
    std::optional<QSize> size;
    std::optional<QString> generator; ///< "Automatic1111", "ComfyUI", "InvokeAI", ...
    std::optional<QString> prompt;
    std::optional<QString> negative;
    std::optional<QString> model;
    QJsonObject settings; ///< normalised as SettingsBuilder describes; the seed is a text of digits, exact
    std::optional<UtcTime> createdAt;
    std::optional<std::chrono::milliseconds> latency; ///< how long the generator worked on it
    QMap<QString, double> scores;                     ///< "aesthetic": as its own scorer wrote it
    QStringList provenance;
    QStringList problems;
    QString rawText; ///< JSON array of {where, keyword, text}: all the file says, for a better reader later;
                     ///< or empty
};

/// Fails for a file that can't be opened (NotFound, NoPermission, Io), is empty (Damaged) or is no image
/// format that is known (Unsupported). A damaged image still gives what could be read, with problems.
Result<FileMetadata> readMetadata(const QString& path);

/// The same from an open random-access device.
Result<FileMetadata> readMetadata(QIODevice& device);

} // namespace assay
