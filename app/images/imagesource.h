// SPDX-License-Identifier: GPL-3.0-or-later
// Names one picture to load: where it is and, if known, the SHA-256 of its file, under which caches keep it.
// Plain value; says nothing about whether the file is still there.
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace assay {

struct ImageSource
{
    QString path;
    QByteArray sha256; ///< 32 bytes, or empty: unknown, and then nothing of it is kept on disk

    /// What caches and joined requests go by: the content if known, else the path.
    QByteArray key() const
    {
        if (sha256.isEmpty())
            return "path:" + path.toUtf8();
        return "sha256:" + sha256;
    }

    bool operator==(const ImageSource&) const = default;
};

} // namespace assay
