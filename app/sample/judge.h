// SPDX-License-Identifier: GPL-3.0-or-later
// Judge: a reviewer of the sample. The checks are true to the picture (a few stay "can't tell"); the verdict
// follows from what is missed, with some taste. Pure but for the Random it is given.
#pragma once

#include "app/domain/review.h"
#include "app/sample/plan.h"

namespace assay::sample {

QString anyReviewer(Random& random);

/// The review without an id. Only ok attempts are judged.
Review judge(const Attempt& attempt, UtcTime at, Random& random);

} // namespace assay::sample
