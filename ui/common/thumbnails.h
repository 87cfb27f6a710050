// SPDX-License-Identifier: GPL-3.0-or-later
// Thumbnails: the small pictures of what is painted now. Asked for while painting, so only visible rows cost
// anything; the loader's workers deliver them, and they are kept in a cache sized in bytes. GUI thread, owned
// by the page.
#pragma once

#include "app/images/imageloader.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QTimer>

namespace assay {

struct Thumbnail
{
    enum class State { Loading, Ready, Damaged, Missing };

    State state = State::Loading;
    QPixmap picture; ///< of a ready one
};

class Thumbnails : public QObject
{
    Q_OBJECT

public:
    explicit Thumbnails(ImageLoader& loader, QObject* parent = nullptr);

    /// What there is now; the rest is asked for with the next tick.
    Thumbnail thumbnail(const ImageSource& source);
    /// Forgets the picture or the failure, so that the file is read again.
    void forget(const ImageSource& source);
    /// Files that were not found may be there now.
    void lookForMissing();

signals:
    void changed(const QByteArray& sha256); ///< empty: of many

private:
    void take(const ImageSource& source, const QImage& picture);
    void fail(const ImageSource& source, const Error& error);
    void askLoader();

    ImageLoader& m_loader;
    QCache<QByteArray, QPixmap> m_pictures; // cost in kilobytes
    QHash<QByteArray, ErrorKind> m_failures;
    QList<ImageSource> m_wanted; // in the order they were painted
    QTimer m_tick;
};

/// Paints the thumbnail into the square, filling it, with rounded corners; a tile with its reason's icon
/// otherwise.
void paintThumbnail(QPainter* painter, const QRect& square, const Thumbnail& thumbnail);

} // namespace assay
