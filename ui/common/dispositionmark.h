// SPDX-License-Identifier: GPL-3.0-or-later
// The mark that says a verdict or an answer, and the verdict's word inside a sentence. GUI thread; no state.
#pragma once

#include "app/domain/review.h"

#include "ui/common/marks.h"

namespace assay {

Mark dispositionMark(Disposition disposition);
Mark answerMark(std::optional<Answer> answer);

/// "accepted", "revised", "rejected", translated.
QString dispositionWord(Disposition disposition);

} // namespace assay
