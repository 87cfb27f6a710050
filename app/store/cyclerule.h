// SPDX-License-Identifier: GPL-3.0-or-later
// Which cycle a new image of an asset belongs to when nothing states it: the one after the last, where that
// was decided and nothing of it accepted, else the last. For the store thread, inside the caller's
// Transaction; writes nothing.
#pragma once

#include "app/base/result.h"
#include "app/store/statement.h"

namespace assay {

class Database;

class CycleRule
{
public:
    explicit CycleRule(const Database& database);

    /// 1 for an asset without images, and for no asset.
    Result<int> cycleOfNext(const QString& client, const QString& asset);

private:
    Statement m_find;
};

} // namespace assay
