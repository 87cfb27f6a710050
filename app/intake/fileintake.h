// SPDX-License-Identifier: GPL-3.0-or-later
// FileIntake: decides about one file of an import: known already, an image to take, a log, nothing of ours,
// or refused with a reason. Belongs to the importer's thread; reads the workspace, writes nothing.
#pragma once

#include "app/intake/importbatch.h"
#include "app/intake/rootowner.h"
#include "app/intake/sidecarfile.h"
#include "app/store/generations.h"
#include "app/store/rootrulesstore.h"

namespace assay {

/// A file that somebody named must be one we take; one that was found in a folder may be anything.
enum class FileOrigin { Named, Found };

enum class FileDecision { Done, IsLog };

struct FileIntakeOptions
{
    QList<ImageRoot> roots;
    QString client;                   ///< for images that say nothing else; empty: the root's
    std::optional<UtcTime> olderThan; ///< files written later are left for the watcher
    bool isWatched = false;           ///< and what stands beside an image is told once it is whole
    Clock clock = systemClock();
    std::map<ImageRootId, PathRules> rules{}; ///< of the roots that have any
};

class FileIntake
{
public:
    FileIntake(const Database& reading, FileIntakeOptions options);

    /// `path` lies below one of the roots. A file beside known images that was found gives them what it says,
    /// where they have no prompt of their own.
    FileDecision take(const QString& path, FileOrigin origin, ImportBatch& batch) const;

private:
    const PathRules& rulesOf(ImageRootId root) const;
    void takeImage(const QString& path, const OwnedPath& owned, ImportBatch& batch) const;
    void takeSidecar(const QString& path, SidecarName name, const OwnedPath& owned, ImportBatch& batch) const;
    QStringList imagesToReadAgain(const QString& path, SidecarName name, const OwnedPath& owned) const;

    FileIntakeOptions m_options;
    WeekCalendar m_calendar;
    Generations m_generations;
};

} // namespace assay
