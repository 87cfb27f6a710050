// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the operating system can tell of what others do in a folder. Free functions, for any thread; asking
// about a server that is away takes time.
#pragma once

#include <QString>

namespace assay {

/// How a watched folder is followed. It is looked at again and again in any case; notes of the operating
/// system only make that quicker.
enum class FollowedBy {
    Notes,        ///< the operating system tells of changes
    NetworkLooks, ///< by looking alone: on a network file system notes do not tell what others write
    LimitedLooks  ///< by looking alone, at least in parts: the system's limit on notes is reached
};

/// Whether the path is on a file system whose changes are made elsewhere (NFS, SMB, FUSE, 9P and their like).
/// False where that can't be told.
bool isNetworkFolder(const QString& path);

/// Which file system that is, by the number statfs(2) gives.
bool isNetworkFileSystem(quint32 type);

} // namespace assay
