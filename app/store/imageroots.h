// SPDX-License-Identifier: GPL-3.0-or-later
// The folders that images live under.
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

    Result<QList<ImageRoot>> all() const;
    /// Adds the folder (its canonical path) or returns the root that already has it. A root above or below
    /// another one is allowed; the deepest one owns a file. The name is the folder's, made unique.
    Result<ImageRoot> add(const QString& folder, const QString& client, UtcTime at) const;
    /// Points the root at another folder; images keep their identity.
    Result<void> relink(ImageRootId id, const QString& folder) const;

private:
    const Database& m_database;
};

} // namespace assay
