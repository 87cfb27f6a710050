// SPDX-License-Identifier: GPL-3.0-or-later
// FolderWalk: the files below a folder, one after the other, in the order of their names; in memory is only
// the folder it is in. Hidden entries are passed over, links to folders are followed once. Belongs to the
// thread that walks; opens no file.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace assay {

class FolderWalk
{
public:
    explicit FolderWalk(const QString& folder);

    /// The next file's absolute path, or what is wrong with a folder that can't be listed; nothing at the
    /// end.
    std::optional<Result<QString>> next();

private:
    std::optional<Error> enter(const QString& folder);

    QStringList m_folders; ///< still to be entered; the next one is last
    QSet<QString> m_entered;
    QString m_folder;
    QStringList m_files;
    qsizetype m_position = 0;
};

} // namespace assay
