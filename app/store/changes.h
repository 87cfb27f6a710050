// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of models, templates and references, and the GPU samples that come in the same logs. Writing is for
// the store thread, inside the caller's Transaction; reading works on any connection.
#pragma once

#include "app/base/result.h"
#include "app/domain/change.h"
#include "app/domain/gpusample.h"

#include <QList>

namespace assay {

class Database;

class Changes
{
public:
    explicit Changes(const Database& database);

    /// False when a change with this external id is there already.
    Result<bool> add(const Change& change) const;
    /// By time, then external id.
    Result<QList<Change>> all() const;

    /// False when a sample of this node and instant is there already.
    Result<bool> addGpuSample(const GpuSample& sample) const;
    /// By start, then node.
    Result<QList<GpuSample>> gpuSamples() const;

private:
    const Database& m_database;
};

} // namespace assay
