// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a Plan as a log of LOG_FORMAT.md, version 1: one line an event, by time. Pure.
#pragma once

#include "app/sample/plan.h"

namespace assay::sample {

/// UTF-8, `\n` line ends.
QByteArray historyLog(const Plan& plan);

} // namespace assay::sample
