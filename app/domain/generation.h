// SPDX-License-Identifier: GPL-3.0-or-later
// A generation is one attempt at one image, with everything LOG_FORMAT.md says about it. Plain value; what is
// not known is empty (std::nullopt), never 0 and never guessed.
#pragma once

#include "app/base/clock.h"
#include "app/base/money.h"
#include "app/domain/constraint.h"
#include "app/domain/ids.h"
#include "app/domain/imagefile.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace assay {

enum class GenerationStatus { Ok, Error, Timeout, ContentFilter };

QString toText(GenerationStatus status); ///< "ok", "error", "timeout", "content_filter"
std::optional<GenerationStatus> generationStatusFromText(QStringView text);

/// Where the instant a generation was sent comes from.
enum class TimeSource { Log, Metadata, FileTime };

QString toText(TimeSource source); ///< "log", "metadata", "file_time"
std::optional<TimeSource> timeSourceFromText(QStringView text);

/// What says the cost: a log or the file itself, or the rate card (an estimate).
enum class CostSource { Log, Rate };

QString toText(CostSource source); ///< "log", "rate"

struct Scores
{
    std::optional<double> clip;
    std::optional<double> aesthetic;

    bool operator==(const Scores&) const = default;
};

struct Generation
{
    GenerationId id;    ///< 0 until it is stored
    QString externalId; ///< id from the log; "sha256:<hex>" for a bare file. Unique in a workspace
    UtcTime sentAt{};   ///< decides the week
    TimeSource sentAtSource = TimeSource::Log;
    std::optional<UtcTime> promptWrittenAt;
    QString client; ///< empty: no client
    QString asset;  ///< empty: unknown, so it counts in image metrics and not in asset metrics
    QString batch;  ///< empty: asset + "/" + cycle, or none where the asset is unknown
    int cycle = 1;
    std::optional<int> candidate;
    int attempt = 1;
    QString retryOf; ///< external id of the attempt retried, or empty
    std::optional<QString> model;
    QString promptTemplate; ///< with version, "hero@3"; empty: none
    QString settings;       ///< JSON object; empty: unknown
    std::optional<QString> prompt;
    std::optional<QString> negativePrompt;
    Checklist checklist;
    GenerationStatus status = GenerationStatus::Ok;
    QString error;
    std::optional<Milliseconds> latency;
    std::optional<Milliseconds> gpuTime;
    std::optional<Money> cost;
    CostSource costSource = CostSource::Log; ///< of the cost, where there is one
    Scores scores;
    std::optional<double> drift;
    QString statedImage;            ///< the log's `image`: a path below an image root, or "sha256:<hex>"
    std::optional<ImageFile> image; ///< the file, once it was seen
    QString generator;              ///< program that wrote the file ("ComfyUI"); empty: unknown
    QStringList provenance; ///< what the file declares about its origin, a line each; nothing of it verified
    QString rawMetadata; ///< what the file says about itself, kept so that a better reader can be run later
    /// JSON object of what the log line says that Assay does not know; empty: none. Its members `cost`,
    /// `scores` and `constraints` (by their ids) are what it does not know below those.
    QString extra;

    bool operator==(const Generation&) const = default;
};

/// The batch as it counts: the stated one, else asset/cycle, else empty.
QString effectiveBatch(const Generation& generation);

} // namespace assay
