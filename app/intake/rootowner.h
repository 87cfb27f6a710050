// SPDX-License-Identifier: GPL-3.0-or-later
// Which image root owns a file: the deepest one above it. Plain value; reads no disk.
#pragma once

#include "app/domain/imagefile.h"

#include <QList>

#include <optional>

namespace assay {

struct OwnedPath
{
    ImageRoot root;
    QString relativePath; ///< empty for the root itself
};

/// `path` is absolute and canonical, as the roots' paths are. Nothing when no root is above it.
std::optional<OwnedPath> ownerOf(const QList<ImageRoot>& roots, const QString& path);

} // namespace assay
