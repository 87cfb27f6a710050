// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/networkfolder.h"

#include <QFile>

#include <algorithm>
#include <array>

#include <sys/vfs.h>

namespace assay {

namespace {

/// From statfs(2) and linux/magic.h.
constexpr std::array<quint32, 15> kNetworkTypes{
    0x00006969, // NFS
    0x0000517b, // SMB
    0xff534d42, // CIFS
    0xfe534d42, // SMB 2 and later
    0x65735546, // FUSE: sshfs, cloud folders
    0x01021997, // 9P: folders of a host, as virtual machines and WSL have them
    0x5346414f, // AFS
    0x6b414653, // kernel AFS
    0x73757245, // Coda
    0x0000564c, // NCP
    0x00c36400, // Ceph
    0x0bd00bd0, // Lustre
    0x7461636f, // OCFS2
    0x01161970, // GFS2
    0x786f4256, // VirtualBox' shared folders
};

} // namespace

bool isNetworkFileSystem(quint32 type)
{
    return std::ranges::find(kNetworkTypes, type) != kNetworkTypes.end();
}

bool isNetworkFolder(const QString& path)
{
    struct statfs about = {};
    if (::statfs(QFile::encodeName(path).constData(), &about) != 0)
        return false;
    return isNetworkFileSystem(static_cast<quint32>(about.f_type));
}

} // namespace assay
