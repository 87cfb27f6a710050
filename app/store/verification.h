// SPDX-License-Identifier: GPL-3.0-or-later
// Checks a whole workspace: the file itself, its references, and that everything derived equals what it is
// derived from. Reads one state of it, on any connection, and changes nothing. Not for the GUI thread.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QStringList>

namespace assay {

class Database;

enum class VerifiedPart {
    File,           ///< the database's own integrity check
    References,     ///< foreign keys
    Weeks,          ///< the stored week of each generation, in the workspace's zone
    ReviewsInForce, ///< each generation's verdict is its latest review that was not withdrawn
    CheckCounts,    ///< met and missed of each review are those of its checks
    Rollups,        ///< first acceptances and weekly sums
    Search,         ///< every prompt can be found by its words
};

struct Verification
{
    VerifiedPart part = VerifiedPart::File;
    QStringList problems; ///< technical English; at most kMostProblems, then one line that says so
};

inline constexpr int kMostProblems = 20;

/// One entry for each part, in order. Damage that stops a part is a problem of that part.
Result<QList<Verification>> verifyWorkspace(const Database& database);

/// Makes anew what is derived from the rows: their weeks, weekly sums and the index of the prompts' words.
/// What was imported or judged stays as it is.
Result<void> repairWorkspace(const Database& database);

} // namespace assay
