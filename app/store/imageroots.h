// SPDX-License-Identifier: GPL-3.0-or-later
// The folders that images live under. Writing is for the store thread, inside the caller's Transaction;
// reading works on any connection. Never touches what is in the folders.
#pragma once

#include "app/base/result.h"
#include "app/domain/imagefile.h"

#include <QList>

namespace assay {

class Database;

class ImageRoots
{
public:
    explicit ImageRoots(const Database& database);

    /// In the order they were added, without the removed ones.
    Result<QList<ImageRoot>> all() const;
    /// Adds the folder (its canonical path) or returns the root that already has it, also when that was
    /// removed. A root above or below another one is allowed; the deepest one owns a file. The name is the
    /// folder's, made unique. NotFound, Invalid when it is no folder.
    Result<ImageRoot> add(const QString& folder, const QString& client, UtcTime at) const;
    /// The folder is not looked at any more; its images stay in the workspace.
    Result<void> remove(ImageRootId id, UtcTime at) const;
    /// The client of images below it that say nothing else, from now on.
    Result<void> setClient(ImageRootId id, const QString& client) const;
    /// Points the root at another folder; images keep their identity. Invalid when another root has it or had
    /// it before it was removed.
    Result<void> relink(ImageRootId id, const QString& folder) const;

private:
    Result<QList<ImageRoot>> everAdded() const;
    Result<ImageRoot> addAgain(const ImageRoot& root) const;

    const Database& m_database;
};

} // namespace assay
