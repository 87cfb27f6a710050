// SPDX-License-Identifier: GPL-3.0-or-later
// Fooocus' `log.html`: the page of a day's folder that Fooocus always writes, with a table for each image.
// Pure functions from text to what it says, for any thread.
#pragma once

#include "app/metadata/metadatareader.h"

namespace assay {

/// The part of the page about the image of this name, tags included; nothing when the page does not have it.
std::optional<QString> partOfFooocusLog(QByteArrayView page, const QString& fileName);

/// What such a part says; nothing without a prompt and a model. Format and size stay unknown.
std::optional<FileMetadata> readFooocusLogPart(const QString& part);

} // namespace assay
