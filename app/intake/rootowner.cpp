// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/rootowner.h"

namespace assay {

namespace {

bool isAbove(const QString& folder, const QString& path)
{
    if (!path.startsWith(folder))
        return false;
    return folder.endsWith(u'/') || path.size() == folder.size() || path[folder.size()] == u'/';
}

} // namespace

std::optional<OwnedPath> ownerOf(const QList<ImageRoot>& roots, const QString& path)
{
    const ImageRoot* deepest = nullptr;
    for (const ImageRoot& root : roots) {
        if (isAbove(root.path, path) && (deepest == nullptr || root.path.size() > deepest->path.size()))
            deepest = &root;
    }
    if (deepest == nullptr)
        return std::nullopt;
    QString relative = path.mid(deepest->path.size());
    while (relative.startsWith(u'/'))
        relative.remove(0, 1);
    return OwnedPath{*deepest, relative};
}

} // namespace assay
