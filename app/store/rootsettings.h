// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about an image root: whose its images are, which are taken, what their places say. Each
// function is one transaction, so that nobody sees a root without its rules. For the store thread.
#pragma once

#include "app/domain/imagefile.h"
#include "app/domain/rootrules.h"

namespace assay {

class Database;

struct RootSettings
{
    QString client; ///< of images that say nothing else; empty: no client
    RootRules rules;

    bool operator==(const RootSettings&) const = default;
};

/// As ImageRoots::add, with settings; those of a root that was removed are replaced. Invalid for rules that
/// can't be read, and nothing is changed.
Result<ImageRoot> followFolder(const Database& database, const QString& folder, const RootSettings& settings,
                               UtcTime at);

/// For what is imported from now on. Invalid for rules that can't be read, NotFound.
Result<void> changeRoot(const Database& database, ImageRootId root, const RootSettings& settings);

/// The folder is not looked at any more; its images stay in the workspace.
Result<void> stopFollowing(const Database& database, ImageRootId root, UtcTime at);

} // namespace assay
