// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the image roots. Writing is for the store thread, inside the caller's Transaction; reading
// works on any connection. Applies no rule.
#pragma once

#include "app/domain/ids.h"
#include "app/domain/rootrules.h"

#include <map>

namespace assay {

class Database;

class RootRulesStore
{
public:
    explicit RootRulesStore(const Database& database);

    /// Of the roots that have any.
    Result<std::map<ImageRootId, RootRules>> all() const;
    /// Invalid for rules that PathRules can't read, NotFound for a root that is not there. Applies to what is
    /// imported from now on.
    Result<void> set(ImageRootId root, const RootRules& rules) const;

private:
    const Database& m_database;
};

/// All rules, understood.
Result<std::map<ImageRootId, PathRules>> readPathRules(const Database& database);

} // namespace assay
