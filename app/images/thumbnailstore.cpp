// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/thumbnailstore.h"

#include "app/images/imagedecoder.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

const QString kOpaque = u"jpg"_s;
const QString kTransparent = u"png"_s;

} // namespace

ThumbnailStore::ThumbnailStore(QString folder)
    : m_folder(std::move(folder))
{
}

QImage ThumbnailStore::find(const QByteArray& sha256) const
{
    for (const QString& suffix : {kOpaque, kTransparent}) {
        const Result<DecodedImage> decoded = decodeImageFile(pathOf(sha256, suffix));
        const bool isWhole = decoded && !decoded->damage;
        if (isWhole && qMax(decoded->fullSize.width(), decoded->fullSize.height()) <= kThumbnailSide)
            return decoded->image;
    }
    return {};
}

Result<void> ThumbnailStore::save(const QByteArray& sha256, const QImage& thumbnail) const
{
    constexpr int kQuality = 88;
    const bool isOpaque = !thumbnail.hasAlphaChannel();
    const QString path = pathOf(sha256, isOpaque ? kOpaque : kTransparent);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return Error{ErrorKind::Io, path, u"the folder can't be made"_s};
    QSaveFile file(path);
    const bool isSaved = file.open(QIODevice::WriteOnly) &&
                         thumbnail.save(&file, isOpaque ? "jpeg" : "png", isOpaque ? kQuality : -1) &&
                         file.commit();
    if (!isSaved)
        return Error{ErrorKind::Io, path, file.errorString()};
    return {};
}

/// Two letters of folder keep each folder small.
QString ThumbnailStore::pathOf(const QByteArray& sha256, const QString& suffix) const
{
    const QString name = QString::fromLatin1(sha256.toHex());
    return u"%1/%2/%3.%4"_s.arg(m_folder, name.left(2), name, suffix);
}

} // namespace assay
