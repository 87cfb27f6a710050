// SPDX-License-Identifier: GPL-3.0-or-later
// ImageStage: the place where the open image is shown: asks the loader for it and for the next ones in the
// direction of travel, stands a thumbnail in until it is there, and shows a tile with the reason when it
// cannot be. GUI thread, owned by the page.
#pragma once

#include "app/images/imageloader.h"

#include <QStackedWidget>

namespace assay {

class ImageCanvas;
class ProblemTile;
class Thumbnails;

/// The image to show, with what is known of it before it is read.
struct StageImage
{
    ImageSource source; ///< an empty path: its folder is not known
    QString fileName;
    qint64 bytes = 0;
    QSize size;
};

class ImageStage : public QStackedWidget
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Shown, Problem };

    ImageStage(ImageLoader& loader, Thumbnails& thumbnails, QWidget* parent = nullptr);

    /// `ahead` is decoded in advance, in that order.
    void show(const StageImage& image, const QList<ImageSource>& ahead);
    void clear();

    State state() const { return m_state; }
    ImageCanvas& canvas() { return *m_canvas; }
    const StageImage& image() const { return m_image; }

signals:
    void stateChanged();
    void showInFolderRequested(const QString& path);

private:
    void request();
    void take(const ImageSource& source, const LoadedImage& loaded);
    void fail(const ImageSource& source, const Error& error);
    void showProblem(const Error& error);
    void setState(State state);

    ImageLoader& m_loader;
    Thumbnails& m_thumbnails;
    ImageCanvas* m_canvas;
    ProblemTile* m_tile;
    StageImage m_image;
    QList<ImageSource> m_ahead;
    LoadedImage m_part; // of a damaged file
    bool m_isPartShown = false;
    State m_state = State::Empty;
};

} // namespace assay
