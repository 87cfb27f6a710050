// SPDX-License-Identifier: GPL-3.0-or-later
// ImageColumn: the middle of the review page: banners, tool row, the image, the asset's history. GUI thread,
// owned by the page. It arranges; the page says what is shown.
#pragma once

#include <QWidget>

namespace assay {

class Banner;
class HistoryStrip;
class ImageLoader;
class ImageStage;
class ReviewActions;
class Thumbnails;
class ToolRow;

class ImageColumn : public QWidget
{
    Q_OBJECT

public:
    struct Services
    {
        ImageLoader& loader;
        Thumbnails& thumbnails;
    };

    ImageColumn(const Services& services, const ReviewActions& actions, QWidget* parent = nullptr);

    Banner* saveBanner() const { return m_saveBanner; }
    Banner* readBanner() const { return m_readBanner; }
    ToolRow* tools() const { return m_tools; }
    ImageStage* stage() const { return m_stage; }
    HistoryStrip* history() const { return m_history; }

private:
    void connectZoom(const ReviewActions& actions);

    Banner* m_saveBanner;
    Banner* m_readBanner;
    ToolRow* m_tools;
    ImageStage* m_stage;
    HistoryStrip* m_history;
};

} // namespace assay
