// SPDX-License-Identifier: GPL-3.0-or-later
// What image files and sidecars share: asking all generator readers in their order, and making FileMetadata
// of what one found. Internal to app/metadata; pure functions, for any thread.
#pragma once

#include "app/metadata/generatorreader.h"
#include "app/metadata/metadatareader.h"

namespace assay {

/// The first reader that recognises its own.
std::optional<Reading> readGenerator(const Container& container);

void takeReading(Reading reading, FileMetadata& metadata);

/// As FileMetadata::rawText says.
QString rawTextOf(const QList<NamedText>& texts);

} // namespace assay
