// SPDX-License-Identifier: GPL-3.0-or-later
// Data out: rows of a workspace as JSONL in the shape of LOG_FORMAT.md, streamed in a fixed order, so that
// the same workspace gives the same bytes and an empty workspace that imports them becomes the same. What the
// format needs and the workspace does not know is null. Any thread with a connection of its own. Reviews that
// were taken back are left out: they count nowhere.
#pragma once

#include "app/base/result.h"
#include "app/domain/change.h"
#include "app/domain/generation.h"
#include "app/domain/gpusample.h"
#include "app/domain/review.h"

class QIODevice;

namespace assay {

class Database;

QString toLogLine(const Generation& generation);
QString toLogLine(const Review& review);
QString toLogLine(const Change& change);
QString toLogLine(const GpuSample& sample);

/// In the order they were stored.
Result<void> exportGenerations(const Database& database, QIODevice& device);
/// By generation as above, then by time.
Result<void> exportReviews(const Database& database, QIODevice& device);
/// Changes and GPU samples, by time.
Result<void> exportChanges(const Database& database, QIODevice& device);

} // namespace assay
