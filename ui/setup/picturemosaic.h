// SPDX-License-Identifier: GPL-3.0-or-later
// PictureMosaic: ten pictures in two rows, cut to fill their tiles. GUI thread. It shows; it does not make
// pictures.
#pragma once

#include <QImage>
#include <QWidget>

namespace assay {

class PictureMosaic : public QWidget
{
    Q_OBJECT

public:
    explicit PictureMosaic(QWidget* parent = nullptr);

    /// Up to ten are shown; a tile without a picture shows the sign of one.
    void setPictures(const QList<QImage>& pictures);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect tile(int index) const;

    QList<QImage> m_pictures;
};

} // namespace assay
