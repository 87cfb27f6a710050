// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/importsource.h"

namespace assay {

ImportSource::~ImportSource() = default;

void refuse(ImportBatch& batch, ImportProblem problem)
{
    ++batch.counts.refused;
    batch.problems.append(std::move(problem));
}

} // namespace assay
