// SPDX-License-Identifier: GPL-3.0-or-later
// The one interface of all generator readers: from the texts of a file to what the generator said, or nothing
// if the texts are not its. Pure functions, for any thread. A new generator is one file with one such
// function, a line in metadatareader.cpp (the order there decides) and its tests.
#pragma once

#include "app/base/clock.h"
#include "app/metadata/container.h"

#include <QJsonObject>
#include <QMap>

#include <chrono>

namespace assay {

/// nullopt = unknown, empty text = the file says it is empty.
struct Reading
{
    std::optional<QString> generator;
    std::optional<QString> prompt;
    std::optional<QString> negative;
    std::optional<QString> model;
    QJsonObject settings; ///< as SettingsBuilder describes
    std::optional<UtcTime> createdAt;
    std::optional<std::chrono::milliseconds> latency; ///< how long the generator worked on it
    QMap<QString, double> scores;                     ///< "aesthetic": as its own scorer wrote it
    QStringList problems;
};

using GeneratorReader = std::optional<Reading> (*)(const Container& container);

std::optional<Reading> readNovelAi(const Container& container);
std::optional<Reading> readInvokeAi(const Container& container);
std::optional<Reading> readHostedComfy(const Container& container);
std::optional<Reading> readStabilityMatrix(const Container& container);
std::optional<Reading> readEasyDiffusion(const Container& container);
std::optional<Reading> readMetaHub(const Container& container);
std::optional<Reading> readHuggingFace(const Container& container);
std::optional<Reading> readImaginAiry(const Container& container);
std::optional<Reading> readMidjourney(const Container& container);
std::optional<Reading> readFooocus(const Container& container);
std::optional<Reading> readSwarmUi(const Container& container);
std::optional<Reading> readDrawThings(const Container& container);
std::optional<Reading> readA1111(const Container& container);
std::optional<Reading> readComfyUi(const Container& container);

} // namespace assay
