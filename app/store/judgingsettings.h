// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds, floors and baselines that the owner of the workspace has set. They are only added: of several
// the last one counts. Writing is for the store thread, inside the caller's Transaction; reading works on any
// connection. What they mean for a week is not here.
#pragma once

#include "app/base/result.h"
#include "app/domain/judgingrules.h"

namespace assay {

class Database;

class JudgingSettings
{
public:
    explicit JudgingSettings(const Database& database);

    /// What is set for one view, over the defaults.
    Result<JudgingRules> rules(const ViewFilter& view) const;

    Result<void> add(const ThresholdSetting& setting) const;
    /// In the order in which they were set. Metrics that this version does not know are left out.
    Result<std::vector<ThresholdSetting>> thresholds() const;

    /// Its id.
    Result<qint64> add(const BaselineSetting& setting) const;
    /// Takes one back; false when there is none of that id, or it is withdrawn already.
    Result<bool> withdrawBaseline(qint64 id, UtcTime at) const;
    /// Of all views, withdrawn ones too, in the order in which they were set.
    Result<std::vector<BaselineSetting>> baselines() const;

private:
    const Database& m_database;
};

} // namespace assay
