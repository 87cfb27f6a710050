// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of constraints as people read them. Any thread.
#pragma once

#include "app/domain/constraint.h"

namespace assay {

/// "count", "colour"
QString kindText(ConstraintKind kind);

} // namespace assay
