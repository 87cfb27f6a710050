// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/writefile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace assay {

namespace {

ErrorKind kindOf(const QFileDevice& file)
{
    switch (file.error()) {
    case QFileDevice::PermissionsError:
        return ErrorKind::NoPermission;
    case QFileDevice::ResourceError:
        return ErrorKind::NoSpace;
    default:
        return ErrorKind::Io;
    }
}

} // namespace

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return Error{ErrorKind::NotFound, folder.filePath(), QStringLiteral("the folder is not there")};
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return Error{kindOf(file), path, file.errorString()};
    return {};
}

} // namespace assay
