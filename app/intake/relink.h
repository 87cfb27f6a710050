// SPDX-License-Identifier: GPL-3.0-or-later
// Relinking a moved root: which of its images are in another folder, known by their content and nothing else.
// The plan reads only the disk and is shown before anything is stored; storing it is one transaction. For any
// thread.
#pragma once

#include "app/base/result.h"
#include "app/store/imagerows.h"

#include <functional>
#include <stop_token>

namespace assay {

/// An image whose content is in the new folder several times, at none of them where it was: nobody guesses.
struct AmbiguousImage
{
    QString relativePath;
    QStringList candidates;

    bool operator==(const AmbiguousImage&) const = default;
};

struct RelinkPlan
{
    QList<PlacedImage> found; ///< with their places in the new folder
    qsizetype moved = 0;      ///< of them, those at another relative path
    QStringList missing;      ///< relative paths
    QList<AmbiguousImage> ambiguous;
    QStringList unreadable; ///< files and folders that could not be looked into
};

/// Looks for the root's images in the folder. A file of the same path and size is verified by its hash; the
/// rest is searched by hash among the files that are left. NotFound, Invalid for no folder; Cancelled.
Result<RelinkPlan> planRelink(const QList<PlacedImage>& images, const QString& folder,
                              const std::stop_token& stop = {});

/// Points the root at the folder and stores the plan; images that were not found are missing from now on.
/// Invalid, and nothing is changed, when another root has the folder.
Result<void> storeRelink(const Database& database, ImageRootId root, const QString& folder,
                         const RelinkPlan& plan, UtcTime now);

} // namespace assay
