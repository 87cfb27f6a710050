// SPDX-License-Identifier: GPL-3.0-or-later
// The `generation` event of LOG_FORMAT.md, read from the fields of its line. What breaks a rule becomes the
// fields' problem. Leaves `settings` and `extra` empty: LogReader keeps those two as they were written.
#pragma once

#include "app/domain/generation.h"
#include "app/intake/logfields.h"

namespace assay {

/// Whether LOG_FORMAT.md (or an export) gives the key a meaning.
bool isGenerationKey(std::string_view key);

Generation readGeneration(LogFields& fields);

} // namespace assay
