// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures on disk, by the SHA-256 of the original, at most 256 pixels a side. Files are written
// atomically, so any number of threads and processes may share the folder; a damaged one counts as not there
// and is made again. Losing the folder loses nothing. Has no state but its path.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QImage>

namespace assay {

inline constexpr int kThumbnailSide = 256;

class ThumbnailStore
{
public:
    /// The folder is made when the first thumbnail is saved.
    explicit ThumbnailStore(QString folder);

    /// Null if there is none, or only a damaged one.
    QImage find(const QByteArray& sha256) const;
    Result<void> save(const QByteArray& sha256, const QImage& thumbnail) const;

private:
    QString pathOf(const QByteArray& sha256, const QString& suffix) const;

    QString m_folder;
};

} // namespace assay
