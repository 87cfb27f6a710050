// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/folderwalk.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace assay {

FolderWalk::FolderWalk(const QString& folder)
    : m_folders{folder}
{
}

std::optional<Result<QString>> FolderWalk::next()
{
    while (m_position == m_files.size()) {
        if (m_folders.isEmpty())
            return std::nullopt;
        if (const auto problem = enter(m_folders.takeLast()))
            return Result<QString>(*problem);
    }
    return Result<QString>(QString(m_folder + u'/' + m_files[m_position++]));
}

std::optional<Error> FolderWalk::enter(const QString& folder)
{
    m_files.clear();
    m_position = 0;
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    if (canonical.isEmpty())
        return Error{ErrorKind::NotFound, folder, {}};
    if (m_entered.contains(canonical))
        return std::nullopt;
    m_entered.insert(canonical);
    const QFileInfo info(folder);
    if (!info.isReadable() || !info.isExecutable())
        return Error{ErrorKind::NoPermission, folder, {}};
    const QDir directory(folder);
    m_folder = folder;
    m_files = directory.entryList(QDir::Files, QDir::Name);
    QStringList folders = directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    std::reverse(folders.begin(), folders.end());
    for (const QString& name : std::as_const(folders))
        m_folders.append(folder + u'/' + name);
    return std::nullopt;
}

} // namespace assay
