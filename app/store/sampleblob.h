// SPDX-License-Identifier: GPL-3.0-or-later
// A run of samples as the bytes that weekly_samples keeps: exact, and about six bytes a value where the
// values are decimals of few digits, as they mostly are. Pure functions, any thread.
#pragma once

#include "app/domain/samples.h"

#include <QByteArray>

#include <optional>

namespace assay {

QByteArray sampleBlob(const SampleRun& run);

/// Nothing for bytes that sampleBlob() did not make.
std::optional<SampleRun> samplesFromBlob(const QByteArray& blob);

} // namespace assay
