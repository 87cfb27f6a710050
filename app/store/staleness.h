// SPDX-License-Identifier: GPL-3.0-or-later
// Notes what the roll-ups do not show any more, in the transaction of the change. For the store thread.
#pragma once

#include "app/domain/ids.h"
#include "app/store/statement.h"

namespace assay {

class Database;

class Staleness
{
public:
    explicit Staleness(const Database& database);

    /// The week and the asset that this generation stands in now. A change that moves it is marked before and
    /// after.
    Result<void> mark(GenerationId id);

private:
    Statement m_markWeek;
    Statement m_markAsset;
};

} // namespace assay
