// SPDX-License-Identifier: GPL-3.0-or-later
// ToolRow: above the canvas: which file, how large, and the image's tools with the zoom. GUI thread.
#pragma once

#include "ui/common/surface.h"

#include <QList>

class QAction;
class QWidget;

namespace assay {

class TextLabel;
class ToolButton;

class ToolRow : public Surface
{
    Q_OBJECT

public:
    enum class Density { Regular, Compact };

    struct Actions
    {
        QAction* fit;
        QAction* actualPixels;
        QAction* details;
    };

    explicit ToolRow(const Actions& actions, QWidget* parent = nullptr);

    void setDensity(Density density);
    /// `name` stands in a wide row, `asset` where there is little room.
    void setImage(const QString& name, const QString& asset, const QString& size);
    void setZoom(const QString& zoom);

private:
    void showName();

    TextLabel* m_name;
    TextLabel* m_size;
    TextLabel* m_zoom;
    QAction* m_actualPixels;
    QList<ToolButton*> m_tools;
    QString m_fileName;
    QString m_asset;
    Density m_density = Density::Regular;
};

} // namespace assay
