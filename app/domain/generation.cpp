// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/generation.h"

namespace assay {

QString toText(GenerationStatus status)
{
    switch (status) {
    case GenerationStatus::Ok:
        return QStringLiteral("ok");
    case GenerationStatus::Error:
        return QStringLiteral("error");
    case GenerationStatus::Timeout:
        return QStringLiteral("timeout");
    case GenerationStatus::ContentFilter:
        return QStringLiteral("content_filter");
    }
    Q_UNREACHABLE();
}

std::optional<GenerationStatus> generationStatusFromText(QStringView text)
{
    for (const auto status : {GenerationStatus::Ok, GenerationStatus::Error, GenerationStatus::Timeout,
                              GenerationStatus::ContentFilter}) {
        if (toText(status) == text)
            return status;
    }
    return std::nullopt;
}

QString toText(TimeSource source)
{
    switch (source) {
    case TimeSource::Log:
        return QStringLiteral("log");
    case TimeSource::Metadata:
        return QStringLiteral("metadata");
    case TimeSource::FileTime:
        return QStringLiteral("file_time");
    }
    Q_UNREACHABLE();
}

std::optional<TimeSource> timeSourceFromText(QStringView text)
{
    for (const auto source : {TimeSource::Log, TimeSource::Metadata, TimeSource::FileTime}) {
        if (toText(source) == text)
            return source;
    }
    return std::nullopt;
}

QString toText(CostSource source)
{
    return source == CostSource::Rate ? QStringLiteral("rate") : QStringLiteral("log");
}

QString effectiveBatch(const Generation& generation)
{
    if (!generation.batch.isEmpty() || generation.asset.isEmpty())
        return generation.batch;
    return generation.asset + QLatin1Char('/') + QString::number(generation.cycle);
}

} // namespace assay
